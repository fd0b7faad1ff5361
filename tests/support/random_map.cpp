#include "tests/support/random_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace keuzekaart::testing {

namespace {

constexpr std::size_t process_count = 8;
constexpr std::size_t application_count = 4;

const std::vector<std::string> organisations = {"gem", "regio", "dienst", "aanbieder"};
const std::vector<std::string> all_parties = {"gem", "team", "loket", "regio", "dienst", "aanbieder"};

class Writer {
 public:
  Writer(std::uint64_t seed, const RandomMap& options) : dice_(seed), order_(options.order), options_(options) {}

  std::string write() {
    std::vector<std::string> processes;
    for (std::size_t i = 0; i < process_count; ++i) processes.push_back(process(i));
    std::vector<std::string> applications;
    for (std::size_t i = 0; i < application_count; ++i)
      applications.push_back(fmt::format("<applicatie id='app{0}' naam='App {0}'/>", i));
    std::vector<std::string> handovers;
    const std::size_t count = 4 + dice_.roll(6);
    for (std::size_t i = 0; i < count; ++i) handovers.push_back(handover(i));
    std::vector<std::string> parties = {"<partij id='gem' naam='Gemeente' soort='gemeente'/>",
                                        "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='gem'/>",
                                        "<partij id='loket' naam='Loket' soort='organisatieonderdeel' deel-van='gem'/>",
                                        "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/>",
                                        "<partij id='dienst' naam='Dienst' soort='samenwerkingsverband'/>",
                                        "<partij id='aanbieder' naam='Aanbieder' soort='zorgaanbieder'/>"};
    std::vector<std::string> agreements = all_agreements();
    return list("partijen", parties) +
           list("domeinen", {"<domein id='d0' naam='Domein nul'><productgroep id='g0' naam='Groep nul'/></domein>",
                             "<domein id='d1' naam='Domein een'><productgroep id='g1' naam='Groep een'/>"
                             "<productgroep id='g2' naam='Groep twee'/></domein>"}) +
           list("applicaties", applications) + list("processen", processes) + list("overdrachten", handovers) +
           list("afspraken", agreements) + list("projecten", projects()) + (options_.choices ? what_is_chosen() : "");
  }

 private:
  std::string list(const char* name, std::vector<std::string>& items) {
    if (options_.order != 0)
      for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[order_.roll(i)]);
    return fmt::format("<{0}>{1}</{0}>", name, fmt::join(items, ""));
  }
  std::string list(const char* name, std::vector<std::string>&& items) { return list(name, items); }

  std::string states() {
    if (!options_.changes) return "ist soll";
    constexpr const char* words[] = {"ist soll", "ist soll", "ist", "soll", "ist plateau1 soll", "plateau1 soll"};
    return words[dice_.roll(std::size(words))];
  }

  std::string process(std::size_t i) {
    std::string inside;
    for (const char* role : {"verantwoordelijk", "uitvoerder", "regisseur", "klantcontact"})
      for (std::size_t n = dice_.roll(3); n > 0; --n) {
        // Owners stay inside, so that the same need for an agreement does not come in many forms.
        const std::string& party =
            role[0] == 'v' ? all_parties[dice_.roll(3)] : all_parties[dice_.roll(all_parties.size())];
        inside += fmt::format("<rol partij='{}' rol='{}' toestand='{}'/>", party, role, states());
      }
    for (std::size_t n = dice_.roll(3); n > 0; --n)
      inside += fmt::format("<applicatie ref='app{}' toestand='{}'/>", dice_.roll(application_count), states());
    std::string attributes = fmt::format("id='p{0}' naam='Proces {0}' domein='d{1}'", i, dice_.roll(2));
    if (options_.changes && dice_.one_in(4)) attributes += dice_.one_in(2) ? " toestand='ist'" : " toestand='soll'";
    if (dice_.one_in(2)) attributes += fmt::format(" functies='F{:02}'", 1 + dice_.roll(4));
    if (i > 0 && dice_.one_in(4)) attributes += fmt::format(" deel-van='p{}'", dice_.roll(i));
    return fmt::format("<proces {}>{}</proces>", attributes, inside);
  }

  std::string handover(std::size_t i) {
    constexpr const char* forms[] = {"bericht", "portaal", "e-mail"};
    const std::size_t from = dice_.roll(process_count);
    const std::size_t to = (from + 1 + dice_.roll(process_count - 1)) % process_count;
    std::string agreement;
    if (!options_.agreements_in_order && dice_.one_in(2))
      agreement = fmt::format(" afspraak='a{}'", dice_.roll(organisations.size() - 1));
    if (options_.agreements_in_order) agreement = " afspraak='alles'";
    return fmt::format("<overdracht id='o{}' van='p{}' naar='p{}' toestand='{}' vorm='{}'{}/>", i, from, to, states(),
                       forms[dice_.roll(3)], agreement);
  }

  std::vector<std::string> all_agreements() {
    std::string processes;
    for (std::size_t i = 0; i < process_count; ++i) processes += fmt::format("p{} ", i);
    processes.pop_back();
    if (options_.agreements_in_order)
      return {fmt::format("<afspraak id='alles' soort='convenant' partijen='{}' processen='{}' status='geldig'/>",
                          fmt::join(organisations, " "), processes)};
    // One for each partner, so that none stands in for another.
    constexpr const char* worth[] = {"status='geldig'", "status='geldig' tot='2027-01-01'", "status='concept'",
                                     "status='verlopen'"};
    std::vector<std::string> made;
    for (std::size_t i = 1; i < organisations.size(); ++i)
      made.push_back(fmt::format("<afspraak id='a{}' soort='dvo' partijen='gem {}' processen='p{} p{}' {}/>", i - 1,
                                 organisations[i], dice_.roll(process_count / 2),
                                 process_count / 2 + dice_.roll(process_count / 2),
                                 worth[dice_.roll(std::size(worth))]));
    return made;
  }

  std::vector<std::string> projects() {
    std::vector<std::string> made;
    constexpr const char* kinds[] = {"uitvoerder", "applicatie", "proces-nieuw", "afspraak-nieuw", "huisvesting"};
    for (std::size_t i = 0; i < 3; ++i)
      made.push_back(
          fmt::format("<project id='pr{0}' titel='Project {0}'>"
                      "<verschil soort='{1}' element='p{2}' aspecten='A{3}'/></project>",
                      i, kinds[dice_.roll(std::size(kinds))], dice_.roll(process_count), 1 + dice_.roll(7)));
    return made;
  }

  std::string what_is_chosen() {
    constexpr const char* yes_or_no[] = {"ja", "nee"};
    std::vector<std::string> products, chains, choices;
    for (std::size_t i = 0; i < 5; ++i) {
      std::string inside;
      if (dice_.one_in(3)) inside += "<samenwerking keuze='wel'><motivatie>Samen groter.</motivatie></samenwerking>";
      for (std::size_t n = dice_.roll(3); n > 0; --n)
        inside += fmt::format("<proces ref='p{}'/>", (i + 3 * n) % process_count);
      products.push_back(fmt::format(
          "<product id='q{0}' naam='Product {0}' productgroep='g{1}' digitaal='{2}' statusinzicht='{3}'>{4}</product>",
          i, dice_.roll(3), yes_or_no[dice_.roll(2)], yes_or_no[dice_.roll(2)], inside));
    }
    constexpr const char* types[] = {"orkestratie", "estafette", "indirect"};
    for (std::size_t i = 0; i < 3; ++i)
      chains.push_back(
          fmt::format("<keten id='k{0}' naam='Keten {0}' soort='{1}'><schakel proces='p{2}'/>"
                      "<schakel proces='p{3}'/></keten>",
                      i, types[dice_.roll(3)], dice_.roll(4), 4 + dice_.roll(4)));
    const std::pair<const char*, std::vector<const char*>> dimensions[] = {
        {"archetype", {"SD1", "SD2", "SD3", "SD4", "SD5"}},
        {"samenwerkingsmodel", {"C1", "C2", "C3", "C4", "C5"}},
        {"organisatiemodel", {"O1", "O3K", "O8"}},
        {"route", {"RT0", "RT1", "RT3"}}};
    for (const char* scope : {"concern", "d0", "d1", "g0", "g1", "g2"})
      for (const auto& [dimension, values] : dimensions)
        for (const char* state : {"ist", "soll"})
          if (dice_.one_in(3))
            choices.push_back(fmt::format("<keuze bereik='{}' dimensie='{}' toestand='{}' waarde='{}'/>", scope,
                                          dimension, state, values[dice_.roll(values.size())]));
    return list("producten", products) + list("ketens", chains) + list("keuzes", choices) +
           "<transitieplan werkwijzen='W1 W3 W4'><ingrijppunt id='i0' naam='Besluit'/></transitieplan>";
  }

  Dice dice_;
  Dice order_;
  RandomMap options_;
};

}  // namespace

std::string random_map(std::uint64_t seed, const RandomMap& options) { return Writer(seed, options).write(); }

}  // namespace keuzekaart::testing
