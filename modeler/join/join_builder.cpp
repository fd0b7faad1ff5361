#include "modeler/join/join_builder.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// Calls `f` with every EntityRef of the model, so that rows can be renumbered.
template <class F>
void for_each_reference(Model& m, F&& f) {
  for (Domain& d : m.domains) f(d.parent);
  for (ProductGroup& g : m.groups) f(g.domain);
  for (Product& p : m.products) f(p.domain), f(p.group);
  for (Process& p : m.processes) {
    f(p.domain), f(p.group), f(p.suggested_domain);
    for (ProcessVariant& variant : p.variants) f(variant.municipality);
  }
  for (Function& x : m.functions) f(x.parent);
  for (Coupling& c : m.couplings) f(c.from), f(c.to), f(c.intermediary), f(c.standard);
  for (Party& p : m.parties) f(p.parent);
  for (RoleAssignment& r : m.roles) f(r.party), f(r.process);
  for (Chain& c : m.chains) {
    f(c.manager);
    for (EntityRef& p : c.processes) f(p);
  }
  for (Handover& h : m.handovers) f(h.from), f(h.to), f(h.informs_client), f(h.agreement);
  for (Agreement& a : m.agreements) {
    f(a.full_tasks_at);
    for (EntityRef& p : a.parties) f(p);
    for (EntityRef& p : a.processes) f(p);
  }
  for (Choice& c : m.choices) f(c.scope);
  for (Project& p : m.projects)
    for (EntityRef& other : p.after) f(other);
  for (UnresolvedReference& u : m.unresolved) f(u.owner);
  for (Contradiction& c : m.contradictions) f(c.thing);
}

/// Sorts a table by code (equal codes by first place) and returns the new number of every old row.
template <class Row>
std::vector<std::uint32_t> sort_by_code(std::vector<Row>& table) {
  std::vector<std::uint32_t> order(table.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(table[a].code.value, table[a].code.place) < std::tie(table[b].code.value, table[b].code.place);
  });
  std::vector<Row> sorted;
  sorted.reserve(table.size());
  std::vector<std::uint32_t> new_number(table.size());
  for (const std::uint32_t old : order) {
    new_number[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(table[old]));
  }
  table = std::move(sorted);
  return new_number;
}

}  // namespace

void JoinBuilder::link(LinkKind kind, EntityRef from, EntityRef to, Derivation rule, std::vector<Place> places,
                       MappingStatus status) {
  Link made;
  made.kind = kind;
  made.from = from;
  made.to = to;
  made.status = status;
  made.trace = {rule, std::move(places)};
  model.links.add(std::move(made));
}

void JoinBuilder::found_again(EntityRef ref, const Text& key, const Text& name, std::uint32_t source, Derivation rule) {
  Entity& thing = model.entity(ref);
  contradict(ref, "naam", thing.name, name, source);
  thing.origins.push_back({source, key.place, rule});
}

void JoinBuilder::take_over(Entity& thing, const Text& id, const Text& name, std::uint32_t map_source,
                            Derivation rule) {
  thing.origins.front().joined_by = rule;
  thing.origins.insert(thing.origins.begin(), {map_source, id.place, Derivation::read});
  thing.code = id;
  if (!name.empty()) thing.name = name;
}

EntityRef JoinBuilder::party_named(const Text& name, PartyKind kind, std::uint32_t source) {
  const std::string_view key = keep(lower_case(name.value));
  if (const auto found = party_by_name.find(key); found != party_by_name.end()) {
    Party& party = model.parties[found->second.index];
    if (party.origins.back().source != source) party.origins.push_back({source, name.place, Derivation::same_name});
    return found->second;
  }
  Party made;
  made.code = made.name = name;
  made.kind = kind;
  made.own = true;
  made.origins.push_back({source, name.place, Derivation::read});
  const EntityRef ref = add(EntityKind::party, model.parties, std::move(made));
  party_by_name.emplace(key, ref);
  return ref;
}

EntityRef JoinBuilder::law(const LegalGround& ground, std::uint32_t source) {
  const Text& key = ground.uri.empty() ? (ground.label.empty() ? ground.link : ground.label) : ground.uri;
  if (const auto found = law_by_key.find(key.value); found != law_by_key.end()) return found->second;
  Law made;
  made.code = key;
  if (const std::size_t slash = key.value.rfind('/'); !ground.uri.empty() && slash != std::string_view::npos)
    made.code.value = key.value.substr(slash + 1);
  made.name = ground.label.empty() ? key : ground.label;
  made.uri = ground.uri;
  made.link = ground.link;
  made.origins.push_back({source, key.place, Derivation::read});
  const EntityRef ref = add(EntityKind::law, model.laws, std::move(made));
  law_by_key.emplace(key.value, ref);
  return ref;
}

EntityRef JoinBuilder::reference_process(std::string_view object_id) const {
  const auto found = by_object_id.find(without_id_prefix(object_id));
  return found != by_object_id.end() && found->second.kind == EntityKind::process ? found->second : EntityRef();
}

void JoinBuilder::tally(std::uint32_t source, std::string key, std::size_t number) {
  model.tallies.push_back({source, std::move(key), number});
}

Model JoinBuilder::freeze() {
  std::array<std::vector<std::uint32_t>, 16> renumber;
  const auto sort_kind = [&](EntityKind kind, auto& table) {
    renumber[static_cast<std::size_t>(kind)] = sort_by_code(table);
  };
  sort_kind(EntityKind::domain, model.domains);
  sort_kind(EntityKind::product_group, model.groups);
  sort_kind(EntityKind::product, model.products);
  sort_kind(EntityKind::process, model.processes);
  sort_kind(EntityKind::function, model.functions);
  sort_kind(EntityKind::application_service, model.services);
  sort_kind(EntityKind::application, model.applications);
  sort_kind(EntityKind::standard, model.standards);
  sort_kind(EntityKind::law, model.laws);
  sort_kind(EntityKind::party, model.parties);
  sort_kind(EntityKind::chain, model.chains);
  sort_kind(EntityKind::handover, model.handovers);
  sort_kind(EntityKind::agreement, model.agreements);
  sort_kind(EntityKind::choice, model.choices);
  sort_kind(EntityKind::project, model.projects);
  sort_kind(EntityKind::business_object, model.objects);
  const auto move_reference = [&](EntityRef& ref) {
    if (ref.known()) ref.index = renumber[static_cast<std::size_t>(ref.kind)][ref.index];
  };
  for_each_reference(model, move_reference);
  Links moved;
  for (Link link : model.links.all()) {
    move_reference(link.from);
    move_reference(link.to);
    moved.add(std::move(link));
  }
  moved.freeze();
  model.links = std::move(moved);
  std::stable_sort(model.roles.begin(), model.roles.end(), [](const RoleAssignment& a, const RoleAssignment& b) {
    return std::tie(a.process, a.role, a.party, a.states) < std::tie(b.process, b.role, b.party, b.states);
  });
  std::stable_sort(model.couplings.begin(), model.couplings.end(), [](const Coupling& a, const Coupling& b) {
    return std::tie(a.from, a.to, a.id.value) < std::tie(b.from, b.to, b.id.value);
  });
  std::stable_sort(model.contradictions.begin(), model.contradictions.end(), [](const auto& a, const auto& b) {
    return std::tie(a.thing, a.field, a.other_source) < std::tie(b.thing, b.field, b.other_source);
  });
  std::stable_sort(model.unresolved.begin(), model.unresolved.end(),
                   [](const auto& a, const auto& b) { return a.name.place < b.name.place; });
  return std::move(model);
}

std::string choice_key(const MapChoice& c) {
  std::string key(c.scope.value);
  for (const std::string_view part : {word_of(c.dimension.value), c.aspect_area.value, c.value.value})
    if (!part.empty()) key.append(":").append(part);
  return key + ":" + to_string(c.states.value);
}

std::string_view without_id_prefix(std::string_view key) {
  if (key.starts_with("id-")) key.remove_prefix(3);
  return key;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string bare_name(std::string_view text) {
  std::string out;
  for (const char c : lower_case(text))
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) out += c;
  return out;
}

std::string keeping_in_words(std::string_view nomination, std::string_view term) {
  std::string words(nomination);
  std::ranges::replace(words, '_', ' ');
  if (!words.empty() && !term.empty()) words.append(", ").append(term);
  return words;
}

}  // namespace keuzekaart
