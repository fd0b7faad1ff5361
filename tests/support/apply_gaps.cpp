#include "tests/support/apply_gaps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart::testing {

namespace {

constexpr std::pair<Role, std::string_view> compared_roles[] = {{Role::responsible, "eigenaar"},
                                                                {Role::executor, "uitvoerder"},
                                                                {Role::director, "regisseur"},
                                                                {Role::client_contact, "klantcontact"}};

std::string code(const Model& model, EntityRef ref) { return std::string(model.entity(ref).code.value); }

std::set<std::string> codes(const Model& model, const Refs& refs) {
  std::set<std::string> found;
  for (const EntityRef ref : refs) found.insert(code(model, ref));
  return found;
}

/// One process with everything it has in a state. A role that it takes over from its whole is not its own.
void put_process(const Model& model, EntityRef ref, State state, Snapshot& snapshot) {
  const std::string name = code(model, ref);
  snapshot.processes[name] = {};
  for (const auto& [role, word] : compared_roles) {
    const bool own = std::ranges::any_of(model.roles_of(ref), [&, r = role](const auto& a) { return a.role == r; });
    if (own) snapshot.processes[fmt::format("{} {}", name, word)] = codes(model, parties_in(model, ref, role, state));
  }
  snapshot.processes[name + " applicatie"] = codes(model, applications_in(model, ref, state));
}

void drop_process(const std::string& name, Snapshot& snapshot) {
  std::erase_if(snapshot.processes,
                [&](const auto& entry) { return entry.first == name || entry.first.starts_with(name + " "); });
}

std::string key_of(const Model& model, const Refs& organisations) {
  return fmt::format("tussen {}", fmt::join(codes(model, organisations), " en "));
}

/// What the agreements that a state leans on are worth on the day of the SOLL.
void put_agreements(const Model& model, State state, Snapshot& snapshot) {
  for (const AgreementNeed& need : agreement_needs(model, state)) {
    Refs used = need.about;
    if (need.agreement.known()) used.push_back(need.agreement);
    for (const EntityRef ref : used) {
      const Validity worth = validity_on(model.agreements[ref.index], day_of(model, State::soll));
      if (worth == Validity::valid) snapshot.agreements[code(model, ref)] = "geldig";
      if (worth == Validity::expired) snapshot.agreements[code(model, ref)] = "verlopen";
    }
  }
}

}  // namespace

Snapshot snapshot_of(const Model& model, State state) {
  Snapshot snapshot;
  for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
    const EntityRef ref{EntityKind::process, i};
    if (!exists(model, ref, state)) continue;
    put_process(model, ref, state, snapshot);
    for (const Text& function : model.processes[i].archetype_functions)
      snapshot.functions.insert(std::string(function.value));
  }
  for (const Handover& handover : model.handovers)
    if (exists(model, handover, state)) snapshot.handovers.insert(std::string(handover.code.value));
  put_agreements(model, State::ist, snapshot);
  put_agreements(model, State::soll, snapshot);
  if (state == State::ist) return snapshot;
  // What is only leaned on now goes, what will be leaned on becomes valid, what is missing comes.
  std::map<std::string, std::string> wanted;
  for (const AgreementNeed& need : agreement_needs(model, state)) {
    Refs used = need.about;
    if (need.agreement.known()) used.push_back(need.agreement);
    const Refs to_settle = agreements_to_settle(model, need, state);
    for (const EntityRef ref : used) {
      const Validity worth = validity_on(model.agreements[ref.index], day_of(model, state));
      const bool is_settled = std::ranges::find(to_settle, ref) != to_settle.end();
      if (worth == Validity::valid || is_settled) wanted[code(model, ref)] = "geldig";
      // Another of its type has come in its place.
      if (worth == Validity::expired) wanted.try_emplace(code(model, ref), "verlopen");
    }
    if (!need.is_met() && to_settle.empty()) wanted[key_of(model, need.organisations)] = "geldig";
  }
  snapshot.agreements = std::move(wanted);
  return snapshot;
}

Snapshot apply(const Model& model, std::span<const Gap> gaps, Snapshot snapshot) {
  for (const Gap& gap : gaps) {
    const std::string element = gap.element.known() ? code(model, gap.element) : gap.function;
    switch (gap.kind) {
      case GapKind::process_new:
        put_process(model, gap.element, State::soll, snapshot);
        break;
      case GapKind::process_ends:
        drop_process(element, snapshot);
        break;
      case GapKind::owner:
      case GapKind::executor:
      case GapKind::director:
      case GapKind::client_contact:
      case GapKind::application:
        snapshot.processes[fmt::format("{} {}", element, word_of(gap.kind))] = codes(model, gap.after);
        break;
      case GapKind::handover_new:
      case GapKind::handover_ends:
      case GapKind::handover_form:
        for (const EntityRef ref : gap.before) snapshot.handovers.erase(code(model, ref));
        for (const EntityRef ref : gap.after) snapshot.handovers.insert(code(model, ref));
        break;
      case GapKind::function_new:
        snapshot.functions.insert(element);
        break;
      case GapKind::function_ends:
        snapshot.functions.erase(element);
        break;
      case GapKind::agreement_ends:
        snapshot.agreements.erase(element);
        break;
      case GapKind::agreement_new:
      case GapKind::agreement_renew:
        snapshot.agreements[gap.element.kind == EntityKind::agreement ? element : key_of(model, gap.parties)] =
            "geldig";
        break;
      case GapKind::own:
        break;
    }
  }
  return snapshot;
}

std::string to_string(const Snapshot& snapshot) {
  std::string out;
  for (const auto& [what, values] : snapshot.processes) out += fmt::format("{}: {}\n", what, fmt::join(values, " "));
  out += fmt::format("overdrachten: {}\nfuncties: {}\n", fmt::join(snapshot.handovers, " "),
                     fmt::join(snapshot.functions, " "));
  for (const auto& [what, worth] : snapshot.agreements) out += fmt::format("{}: {}\n", what, worth);
  return out;
}

}  // namespace keuzekaart::testing
