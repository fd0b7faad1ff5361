#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "importers/map_reader.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

// The sample stands for a real municipality; these tests hold what the documents promise about it.
const MapDocument& waterrijk() {
  static Sources sources;
  static Diagnostics diagnostics;
  static const auto map = read_map(checkout("/samples/waterrijk/kaart.xml"), sources, diagnostics);
  static const MapDocument none;
  EXPECT_TRUE(diagnostics.all().empty()) << to_string(sources.locate(diagnostics.all().front().place)) << " K"
                                         << static_cast<int>(diagnostics.all().front().code);
  return map ? *map : none;
}

bool stands_for(const MapAgreement& agreement, AgreementStatus status) { return agreement.status.value == status; }

/// The parties with this role in this process and state.
std::set<std::string_view> filling(const MapProcess& process, Role role, State state) {
  std::set<std::string_view> parties;
  for (const MapRole& r : process.roles)
    if (r.role.value == role && r.states.value.has(state)) parties.insert(r.party.value);
  return parties;
}

TEST(Sample, ReadsWithoutMessages) { EXPECT_EQ("Gemeente Waterrijk", waterrijk().name.value); }

TEST(Sample, HoldsAsManyThingsAsPromised) {
  const MapDocument& map = waterrijk();
  EXPECT_GE(map.domains.size(), 3U);
  EXPECT_GE(map.products.size(), 60U);
  EXPECT_GE(map.processes.size(), 40U);
  EXPECT_GE(map.chains.size(), 5U);
  EXPECT_GE(map.projects.size(), 4U);
  EXPECT_TRUE(map.plan.has_value());
}

TEST(Sample, NamesAUniformProductForEveryProduct) {
  for (const MapProduct& product : waterrijk().products)
    EXPECT_TRUE(product.upl.value.starts_with("http://standaarden.overheid.nl/owms/terms/")) << product.id.value;
}

TEST(Sample, TiesAtLeastFortyProcessesToTheReferenceModel) {
  const auto& processes = waterrijk().processes;
  EXPECT_GE(std::ranges::count_if(processes, [](const MapProcess& p) { return !p.gemma.value.empty(); }), 40);
}

TEST(Sample, HasTwelvePartiesInItsChains) {
  const MapDocument& map = waterrijk();
  std::set<std::string_view> linked, parties;
  for (const MapChain& chain : map.chains)
    for (const MapChainLink& link : chain.links) linked.insert(link.process.value);
  for (const MapProcess& process : map.processes)
    if (linked.contains(process.id.value))
      for (const MapRole& role : process.roles) parties.insert(role.party.value);
  EXPECT_GE(parties.size(), 12U);
}

TEST(Sample, HasValidExpiredAndMissingAgreements) {
  const MapDocument& map = waterrijk();
  const auto some = [&](AgreementStatus status) {
    return std::ranges::any_of(map.agreements, [&](const MapAgreement& a) { return stands_for(a, status); });
  };
  EXPECT_TRUE(some(AgreementStatus::valid));
  EXPECT_TRUE(some(AgreementStatus::expired));
  EXPECT_TRUE(std::ranges::any_of(map.handovers, [](const MapHandover& h) { return h.agreement.value.empty(); }));
}

TEST(Sample, HasAgreementsThatEndBeforeTheWantedState) {
  const MapDocument& map = waterrijk();
  EXPECT_TRUE(std::ranges::any_of(map.agreements, [&](const MapAgreement& a) {
    return stands_for(a, AgreementStatus::valid) && !a.valid_to.value.empty() && a.valid_to.value < map.soll_date.value;
  }));
}

TEST(Sample, ChangesExecutorsAndKeepsTheOwner) {
  int changed = 0;
  for (const MapProcess& process : waterrijk().processes) {
    if (!process.states.value.has(State::ist) || !process.states.value.has(State::soll)) continue;
    if (filling(process, Role::executor, State::ist) == filling(process, Role::executor, State::soll)) continue;
    ++changed;
    EXPECT_EQ(filling(process, Role::responsible, State::ist), filling(process, Role::responsible, State::soll))
        << process.id.value;
  }
  EXPECT_GE(changed, 8);
}

TEST(Sample, NamesSourcesThatAreThere) {
  const std::filesystem::path folder = checkout("/samples/waterrijk");
  for (const MapSource& source : waterrijk().sources) {
    EXPECT_TRUE(std::filesystem::exists(folder / source.path.value)) << source.path.value;
    if (!source.previous.value.empty()) {
      EXPECT_TRUE(std::filesystem::exists(folder / source.previous.value)) << source.previous.value;
    }
  }
}

}  // namespace
}  // namespace keuzekaart
