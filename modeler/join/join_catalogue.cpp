#include <fmt/format.h>

#include <algorithm>

#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

void add_steps(JoinBuilder& b, EntityRef whole, const CatalogueProcess& p, std::uint32_t source) {
  EntityRef before;
  Place before_place;
  for (std::size_t i = 0; i < p.steps.size(); ++i) {
    const CatalogueStep& step = p.steps[i];
    // Two steps may bear one number; the code then says which of them it is.
    std::size_t same = 0;
    for (std::size_t j = 0; j < i; ++j) same += p.steps[j].order == step.order;
    Process row;
    const Text& number = step.number.empty() ? step.id : step.number;
    std::string code = fmt::format("{}.{}", p.id.value, number.value);
    if (same != 0) code += fmt::format("-{}", same + 1);
    row.code = {b.keep(code), number.place};
    row.name = step.activity.empty() ? step.name : step.activity;
    row.own = true;
    row.level = ProcessLevel::step;
    row.level_trace = {Derivation::level_by_type, {step.id.place}};
    row.lead_time = step.lead_time;
    row.order = step.order;
    if (!step.activity.empty()) row.description = step.name;
    row.origins.push_back({source, step.id.place, Derivation::read});
    const EntityRef ref = b.add(EntityKind::process, b.model.processes, std::move(row));
    b.link(LinkKind::part, whole, ref, Derivation::read, {step.id.place});
    if (before.known()) b.link(LinkKind::order, before, ref, Derivation::order_by_number, {before_place, number.place});
    before = ref;
    before_place = number.place;
  }
}

void add_registers(JoinBuilder& b, EntityRef process, const CatalogueProcess& p, std::uint32_t source) {
  for (const CatalogueRegister& r : p.registers) {
    const Text& key = r.id.empty() ? r.name : r.id;
    auto [at, is_new] = b.object_by_key.try_emplace(key.value);
    if (is_new) {
      Entity made;
      made.code = key;
      made.name = r.name;
      made.origins.push_back({source, key.place, Derivation::read});
      at->second = b.add(EntityKind::business_object, b.model.objects, std::move(made));
    }
    b.link(LinkKind::process_object, process, at->second, Derivation::read, {key.place});
  }
}

/// Chain partners stand in one free text, separated by commas, semicolons or line ends.
void add_partners(JoinBuilder& b, EntityRef process, const CatalogueProcess& p, std::uint32_t source) {
  constexpr std::string_view separators = ",;\n";
  constexpr std::string_view blanks = " \t\r\n";
  std::size_t at = 0;
  while (at < p.partners.value.size()) {
    const std::size_t end = std::min(p.partners.value.find_first_of(separators, at), p.partners.value.size());
    std::string_view name = p.partners.value.substr(at, end - at);
    const std::size_t first = name.find_first_not_of(blanks);
    if (first != std::string_view::npos) {
      name = name.substr(first, name.find_last_not_of(blanks) - first + 1);
      const EntityRef party = b.party_named({name, p.partners.place}, PartyKind::unset, source);
      b.link(LinkKind::process_partner, process, party, Derivation::read, {p.partners.place});
    }
    at = end + 1;
  }
}

EntityRef add_process(JoinBuilder& b, const CatalogueProcess& p, std::uint32_t source) {
  Process row;
  row.code = p.id;
  row.name = p.name;
  row.description = p.description;
  row.own = true;
  row.level = ProcessLevel::process;
  row.level_trace = {Derivation::level_by_type, {p.id.place}};
  row.trigger = p.trigger;
  row.lead_time = p.lead_time;
  row.grounds = p.grounds;
  row.states = States::only(State::ist);  // a catalogue tells how it is now; the map says whether it stays
  row.catalogue_gemma_name = p.gemma_name;
  row.catalogue_gemma_link = p.gemma_link;
  row.process_type = p.process_type;
  row.valid_from = p.valid_from;
  row.valid_to = p.valid_to;
  for (const CatalogueResult& result : p.results)
    row.results.push_back({result.name,
                           {b.keep(keeping_in_words(result.nomination.value, result.term.value)),
                            result.nomination.place.known() ? result.nomination.place : result.name.place},
                           result.selection});
  row.iv3 = p.iv3;
  for (const CatalogueRole& role : p.roles) row.roles.push_back({role.id, role.name, role.involved});
  row.origins.push_back({source, p.id.place, Derivation::read});
  const EntityRef ref = b.add(EntityKind::process, b.model.processes, std::move(row));
  b.process_by_code.emplace(p.id.value, ref);
  return ref;
}

void add_owner(JoinBuilder& b, EntityRef process, const CatalogueProcess& p, std::uint32_t source) {
  if (p.owner.empty()) return;
  RoleAssignment owner;
  owner.party = b.party_named(p.owner, PartyKind::department, source);
  owner.process = process;
  owner.role = Role::responsible;
  owner.states = States::only(State::ist);
  owner.trace = {Derivation::owner_by_catalogue, {p.owner.place}};
  b.model.roles.push_back(std::move(owner));
}

/// A later catalogue has the process too: what it says more counts, what it says otherwise is told about. The steps,
/// roles and registers are those of the earlier one.
void add_to_process(JoinBuilder& b, EntityRef ref, const CatalogueProcess& p, std::uint32_t source) {
  Process& row = b.model.processes[ref.index];
  if (row.description.empty()) row.description = p.description;
  if (row.catalogue_gemma_link.empty()) row.catalogue_gemma_link = p.gemma_link;
  if (row.process_type.empty()) row.process_type = p.process_type;
  b.take_or_contradict(ref, "gemma-naam", row.catalogue_gemma_name, p.gemma_name, source);
  b.take_or_contradict(ref, "iv3", row.iv3, p.iv3, source);
  b.take_or_contradict(ref, "aanleiding", row.trigger, p.trigger, source);
  b.take_or_contradict(ref, "doorlooptijd", row.lead_time, p.lead_time, source);
  b.take_or_contradict(ref, "van-datum", row.valid_from, p.valid_from, source);
  b.take_or_contradict(ref, "tot-datum", row.valid_to, p.valid_to, source);
  b.contradict_grounds(ref, row.grounds, p.grounds, source);
  if (row.grounds.empty()) row.grounds = p.grounds;
  const auto owner = std::ranges::find_if(b.model.roles, [&](const RoleAssignment& r) {
    return r.process == ref && r.role == Role::responsible && r.trace.rule == Derivation::owner_by_catalogue;
  });
  if (owner == b.model.roles.end())
    add_owner(b, ref, p, source);
  else
    b.contradict(ref, "eigenaar", {b.model.party(owner->party).name.value, owner->trace.places.front()}, p.owner,
                 source);
}

/// Ties a process to what it names by id.
void tie(JoinBuilder& b, const CatalogueProcess& p) {
  const EntityRef process = b.process_by_code.at(p.id.value);
  const auto named = [&](const Text& id) {
    const auto found = b.process_by_code.find(id.value);
    return found == b.process_by_code.end() ? EntityRef{} : found->second;
  };
  for (const Text& other : p.related)
    if (const EntityRef found = named(other); found.known())
      b.link(LinkKind::process_related, process, found, Derivation::read, {other.place});
  for (const Text& part : p.parts) {
    const EntityRef found = named(part);
    if (!found.known() || found == process) continue;
    b.link(LinkKind::part, process, found, Derivation::read, {part.place});
    b.model.processes[found.index].level = ProcessLevel::sub_process;
    b.model.processes[found.index].level_trace = Trace::read_at(part.place);
  }
  for (const Text& product : p.products) b.process_statements.push_back({process, product});
}

}  // namespace

void join_catalogue(JoinBuilder& b, const ProcessCatalogue& catalogue, std::uint32_t source) {
  b.has_process_catalogue = true;
  std::size_t steps = 0;
  std::size_t roles = 0;
  std::size_t results = 0;
  std::size_t registers = 0;
  std::size_t related = 0;
  const std::string_view date = b.model.map ? b.model.map->date.value : std::string_view();
  const std::vector<const CatalogueProcess*> chosen = valid_versions(catalogue, date, b.diagnostics);
  for (const CatalogueProcess* const version : chosen) {
    const CatalogueProcess& p = *version;
    steps += p.steps.size();
    roles += p.roles.size();
    results += p.results.size();
    registers += p.registers.size();
    related += p.related.size();
    if (const auto found = b.process_by_code.find(p.id.value); found != b.process_by_code.end()) {
      // An earlier catalogue brought this process: it decides, and this one is kept as an origin.
      b.found_again(found->second, p.id, p.name, source, Derivation::same_process_code);
      add_to_process(b, found->second, p, source);
      continue;
    }
    const EntityRef process = add_process(b, p, source);
    add_steps(b, process, p, source);
    add_registers(b, process, p, source);
    add_partners(b, process, p, source);
    for (const LegalGround& ground : p.grounds)
      b.link(LinkKind::process_law, process, b.law(ground, source), Derivation::read,
             {ground.uri.empty() ? ground.label.place : ground.uri.place});
    add_owner(b, process, p, source);
  }
  for (const CatalogueProcess& p : catalogue.processes)  // other systems may refer to any version
    if (!p.uuid.empty()) b.process_by_uuid.emplace(p.uuid.value, b.process_by_code.at(p.id.value));
  for (const CatalogueProcess* const p : chosen) tie(b, *p);
  b.tally(source, "telling.processen", chosen.size());
  if (chosen.size() != catalogue.processes.size()) b.tally(source, "telling.versies", catalogue.processes.size());
  b.tally(source, "telling.stappen", steps);
  b.tally(source, "telling.rollen", roles);
  if (catalogue.case_types) b.tally(source, "telling.resultaten", results);
  if (!catalogue.case_types) b.tally(source, "telling.registers", registers);
  b.tally(source, "telling.procesrelaties", related);
}

}  // namespace keuzekaart
