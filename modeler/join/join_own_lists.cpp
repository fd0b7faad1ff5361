// The things of the municipality's own lists. What they refer to is looked up when all sources and the map are there
// (join_listed_references.cpp).
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

class ListPart {
 public:
  ListPart(JoinBuilder& builder, ListedThings& listed) : b_(builder), listed_(listed), source_(listed.source) {}

  void run() {
    for (const MapParty& p : listed_.lists->parties) listed_.parties.push_back(party(p));
    for (const ListedProcess& p : listed_.lists->processes) listed_.processes.push_back(process(p));
    for (const MapProduct& p : listed_.lists->products) listed_.products.push_back(product(p));
  }

  void applications() {
    for (const ListedApplication& a : listed_.lists->applications)
      listed_.applications.push_back(application(a.application));
  }

 private:
  static void take(Text& field, const Text& read) {
    if (field.empty()) field = read;
  }
  template <class Value>
  static void take(Value& field, Value absent, const Chosen<Value>& read) {
    if (field == absent && read.place.known()) field = read.value;
  }
  template <class Row>
  Row start(const Text& id, const Text& name) const {
    Row row;
    row.code = id;
    row.name = name;
    row.origins.push_back({source_, id.place, Derivation::read});
    return row;
  }

  /// The party with this id, or with this name; each source names them in its own way.
  EntityRef party(const MapParty& p) {
    const std::string_view name = b_.keep(lower_case(p.name.value));
    EntityRef ref;
    Derivation rule = Derivation::same_name;
    if (const auto by_id = b_.by_map_id.find(p.id.value);
        by_id != b_.by_map_id.end() && by_id->second.kind == EntityKind::party) {
      ref = by_id->second;
      rule = Derivation::same_identifier;
    } else if (const auto by_name = b_.party_by_name.find(name); by_name != b_.party_by_name.end()) {
      ref = by_name->second;
    }
    if (ref.known()) {
      b_.model.parties[ref.index].origins.push_back({source_, p.id.place, rule});
    } else {
      Party row = start<Party>(p.id, p.name);
      row.own = true;
      row.kind = PartyKind::unset;
      ref = b_.add(EntityKind::party, b_.model.parties, std::move(row));
      b_.party_by_name.emplace(name, ref);
    }
    Party& row = b_.model.parties[ref.index];
    take(row.kind, PartyKind::unset, p.kind);
    take(row.owner_kind, OwnerKind::unset, p.owner_kind);
    take(row.office, Office::unset, p.office);
    return ref;
  }

  EntityRef process(const ListedProcess& listed) {
    const MapProcess& p = listed.process;
    b_.has_process_catalogue = true;
    EntityRef ref;
    if (const auto found = b_.process_by_code.find(p.id.value); found != b_.process_by_code.end()) {
      ref = found->second;
      b_.found_again(ref, p.id, p.name, source_, Derivation::same_process_code);
    } else {
      Process row = start<Process>(p.id, p.name);
      row.own = true;
      row.states = p.states.value;
      ref = b_.add(EntityKind::process, b_.model.processes, std::move(row));
      b_.process_by_code.emplace(p.id.value, ref);
      if (p.id.value == p.name.value) b_.process_by_name.emplace(b_.keep(lower_case(p.name.value)), ref);
    }
    fill(b_.model.processes[ref.index], listed);
    for (const Text& partner : listed.partners)
      b_.link(LinkKind::process_partner, ref, b_.party_named(partner, PartyKind::unset, source_), Derivation::read,
              {partner.place});
    for (const LegalGround& ground : p.grounds)
      b_.link(LinkKind::process_law, ref, b_.law(ground, source_), Derivation::read, {ground.label.place});
    return ref;
  }

  static void fill(Process& row, const ListedProcess& listed) {
    const MapProcess& p = listed.process;
    take(row.description, p.description);
    take(row.trigger, p.trigger);
    take(row.result, p.result);
    take(row.lead_time, p.lead_time);
    take(row.iv3, listed.iv3);
    take(row.personal_data, YesNo::unset, p.personal_data);
    if (row.kind == ProcessKind::unset && p.kind.place.known()) {
      row.kind = p.kind.value;
      row.kind_trace = Trace::read_at(p.kind.place);
    }
    if (p.level.place.known() &&
        (row.level == ProcessLevel::unset || row.level_trace.rule == Derivation::level_by_type)) {
      row.level = p.level.value;
      row.level_trace = Trace::read_at(p.level.place);
    } else if (row.level == ProcessLevel::unset) {
      row.level = ProcessLevel::process;
      row.level_trace = {Derivation::level_by_type, {p.id.place}};
    }
    for (const LegalGround& ground : p.grounds) row.grounds.push_back(ground);
  }

  EntityRef product(const MapProduct& p) {
    EntityRef ref;
    if (const auto found = b_.product_by_key.find(p.id.value); found != b_.product_by_key.end()) {
      ref = found->second;
      b_.found_again(ref, p.id, p.name, source_, Derivation::same_product_key);
    } else {
      Product row = start<Product>(p.id, p.name);
      row.own = true;
      row.by_municipality = true;
      ref = b_.add(EntityKind::product, b_.model.products, std::move(row));
      b_.product_by_key.emplace(p.id.value, ref);
      if (p.id.value == p.name.value) b_.product_by_name.emplace(b_.keep(lower_case(p.name.value)), ref);
    }
    Product& row = b_.model.products[ref.index];
    take(row.description, p.description);
    take(row.volume, p.volume);
    take(row.client_group, ClientGroup::unset, p.client_group);
    take(row.digital, YesNo::unset, p.digital);
    take(row.insight_in_status, YesNo::unset, p.insight_in_status);
    take(row.personal_data, YesNo::unset, p.personal_data);
    take(row.compound, YesNo::unset, p.compound);
    if (row.channels.empty())
      for (const Chosen<Channel>& channel : p.channels) row.channels.push_back(channel.value);
    for (const LegalGround& ground : p.grounds) row.grounds.push_back(ground);
    if (!p.upl.empty() && row.uniform_names.empty()) take_uniform_name(row, p.upl);
    return ref;
  }

  /// A list may give the URI of the uniform product name or the name itself.
  static void take_uniform_name(Product& row, const Text& upl) {
    if (upl.value.find("://") == std::string_view::npos) {
      row.uniform_names.push_back({{}, upl});
      row.upl_name = upl;
    } else {
      row.uniform_names.push_back({upl, {}});
      row.upl_uri = upl;
    }
  }

  /// An own application that an earlier source brought under the same code or name is the same one.
  EntityRef application(const MapApplication& a) {
    const std::string_view name = b_.keep(lower_case(a.name.value));
    EntityRef ref;
    const auto with_code = b_.application_by_code.find(a.id.value);
    const auto with_name = b_.application_by_name.find(name);
    if (with_code != b_.application_by_code.end()) {
      ref = with_code->second;
      b_.found_again(ref, a.id, a.name, source_, Derivation::same_identifier);
    } else if (with_name != b_.application_by_name.end()) {
      ref = with_name->second;
      b_.model.applications[ref.index].origins.push_back({source_, a.id.place, Derivation::same_name});
    } else {
      Application row = start<Application>(a.id, a.name);
      row.own = true;
      ref = b_.add(EntityKind::application, b_.model.applications, std::move(row));
    }
    b_.application_by_code.emplace(a.id.value, ref);
    b_.application_by_name.emplace(name, ref);
    Application& row = b_.model.applications[ref.index];
    take(row.description, a.description);
    take(row.vendor, a.vendor);
    take(row.lifecycle, Lifecycle::unset, a.lifecycle);
    if (a.states.place.known() && row.states == States::every()) row.states = a.states.value;
    return ref;
  }
  JoinBuilder& b_;
  ListedThings& listed_;
  std::uint32_t source_;
};

}  // namespace

void join_own_lists(JoinBuilder& b, const OwnLists& lists, std::uint32_t source) {
  ListedThings& listed = b.listed.emplace_back();
  listed.lists = &lists;
  listed.source = source;
  ListPart(b, listed).run();
  const std::pair<const char*, std::size_t> counts[] = {
      {"telling.partijen", lists.parties.size()},    {"telling.applicaties", lists.applications.size()},
      {"telling.processen", lists.processes.size()}, {"telling.producten", lists.products.size()},
      {"telling.koppelingen", lists.ties.size()},    {"telling.rollen", lists.roles.size()}};
  for (const auto& [key, number] : counts)
    if (number != 0) b.tally(source, key, number);
}

void join_listed_applications(JoinBuilder& b) {
  if (b.listed.empty()) return;
  for (std::uint32_t i = 0; i < b.model.applications.size(); ++i) {
    const Application& row = b.model.applications[i];
    if (!row.own) continue;
    b.application_by_code.emplace(row.code.value, EntityRef{EntityKind::application, i});
    b.application_by_name.emplace(b.keep(lower_case(row.name.value)), EntityRef{EntityKind::application, i});
  }
  for (ListedThings& listed : b.listed) ListPart(b, listed).applications();
}

EntityRef take_known_application(JoinBuilder& b, const MapApplication& a, std::uint32_t source) {
  const auto with_code = b.application_by_code.find(a.id.value);
  const auto with_name = b.application_by_name.find(lower_case(a.name.value));
  const bool by_code = with_code != b.application_by_code.end();
  if (!by_code && with_name == b.application_by_name.end()) return {};
  const EntityRef known = by_code ? with_code->second : with_name->second;
  Application& row = b.model.applications[known.index];
  if (row.origins.front().source == source) return {};
  JoinBuilder::take_over(row, a.id, a.name, source, by_code ? Derivation::same_identifier : Derivation::same_name);
  return known;
}

}  // namespace keuzekaart
