#include <algorithm>
#include <unordered_map>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

class MapPart {
 public:
  MapPart(JoinBuilder& builder, const MapDocument& map, std::uint32_t source)
      : b_(builder), map_(map), source_(source) {}

  void run() {
    for (const MapDomain& d : map_.domains) add_domain(d);
    for (const MapDomain& d : map_.domains)
      if (!d.part_of.empty())
        b_.model.domains[b_.by_map_id.at(d.id.value).index].parent = resolve(EntityKind::domain, d.part_of, {});
    for (const MapApplication& a : map_.applications) add_application(a);
    for (const MapProcess& p : map_.processes) add_process(p);
    index_catalogue_owners();
    for (const MapProcess& p : map_.processes) fill_process(p);
    drop_marked_owners();
    for (const MapProduct& p : map_.products) add_product(p);
    for (const MapAgreement& a : map_.agreements) add_agreement(a);
    for (const MapHandover& h : map_.handovers) add_handover(h);
    for (const MapChain& c : map_.chains) add_chain(c);
    for (const MapChoice& c : map_.choices) add_choice(c);
    for (const MapProject& p : map_.projects) add_project(p);
    for (const MapProject& p : map_.projects)
      for (const Text& other : p.after)
        if (const EntityRef found = resolve(EntityKind::project, other, b_.by_map_id.at(p.id.value)); found.known())
          b_.model.projects[b_.by_map_id.at(p.id.value).index].after.push_back(found);
  }

  void parties() {
    for (const MapParty& p : map_.parties) {
      Party row;
      row.own = true;
      row.kind = p.kind.value;
      row.owner_kind = p.owner_kind.value;
      row.office = p.office.value;
      start(row, p.id, p.name);
      const EntityRef ref = remember(b_.add(EntityKind::party, b_.model.parties, std::move(row)), p.id);
      b_.party_by_name.emplace(b_.keep(lower_case(p.name.value)), ref);
    }
    for (const MapParty& p : map_.parties)
      if (!p.part_of.empty() && b_.by_map_id.contains(p.id.value))
        b_.model.parties[b_.by_map_id.at(p.id.value).index].parent =
            resolve(EntityKind::party, p.part_of, b_.by_map_id.at(p.id.value));
  }

 private:
  template <class Row>
  void start(Row& row, const Text& id, const Text& name) const {
    row.code = id;
    row.name = name.empty() ? id : name;
    row.origins.push_back({source_, id.place, Derivation::read});
  }

  EntityRef remember(EntityRef ref, const Text& id) {
    b_.by_map_id.emplace(id.value, ref);
    return ref;
  }

  /// The thing the map means with an id. A process may also be named by its code in a process catalogue.
  EntityRef look_up(EntityKind kind, std::string_view id) const {
    const auto found = b_.by_map_id.find(id);
    if (found != b_.by_map_id.end() && found->second.kind == kind) return found->second;
    if (kind != EntityKind::process) return {};
    const auto by_code = b_.process_by_code.find(id);
    return by_code == b_.process_by_code.end() ? EntityRef{} : by_code->second;
  }

  /// The process with which the map says that a product is delivered. That may be one of the reference model.
  EntityRef delivering_process(const Text& name, EntityRef product) {
    const EntityRef listed = b_.reference_process(name.value);
    return listed.known() && !look_up(EntityKind::process, name.value).known()
               ? listed
               : resolve(EntityKind::process, name, product);
  }

  /// As `look_up`; what points to nothing is kept as unresolved. References that the map reader can check inside the
  /// file were reported there; processes may come from a catalogue, so those are reported here.
  EntityRef resolve(EntityKind kind, const Text& id, EntityRef owner) {
    const EntityRef found = look_up(kind, id.value);
    if (found.known()) return found;
    b_.model.unresolved.push_back({label_of(kind), id, owner});
    if (kind == EntityKind::process) report_unknown(id, [this] { return process_names(); });
    return {};
  }

  std::vector<std::string_view> process_names() const {
    std::vector<std::string_view> names;
    for (const Process& p : b_.model.processes)
      if (p.own) names.push_back(p.code.value);
    std::sort(names.begin(), names.end());
    return names;
  }

  template <class Known>
  void report_unknown(const Text& id, Known known) {
    b_.diagnostics.report(Code::K203, id.place, {std::string(id.value)}).nearest =
        b_.diagnostics.nearest(id.value, known);
  }

  void add_domain(const MapDomain& d) {
    Domain row;
    start(row, d.id, d.name);
    const EntityRef domain = remember(b_.add(EntityKind::domain, b_.model.domains, std::move(row)), d.id);
    for (const MapProductGroup& g : d.groups) {
      ProductGroup group;
      start(group, g.id, g.name);
      group.domain = domain;
      group.service_formula = g.service_formula;
      remember(b_.add(EntityKind::product_group, b_.model.groups, std::move(group)), g.id);
    }
  }

  /// A thing of the reference model by Object ID or element id.
  EntityRef reference(EntityKind kind, const Text& key) {
    auto found = b_.by_object_id.find(key.value);
    if (found == b_.by_object_id.end()) found = b_.by_object_id.find(without_id_prefix(key.value));
    if (found != b_.by_object_id.end() && found->second.kind == kind) return found->second;
    // Without a reference model there is nothing to check against; what only a previous version has is KS08.
    if (!b_.has_reference_model || disappeared(key)) return {};
    b_.model.unresolved.push_back({label_of(kind), key, {}});
    b_.diagnostics.report(Code::K203, key.place, {std::string(key.value)});
    return {};
  }

  bool disappeared(const Text& key) {
    auto found = b_.previous_names.find(key.value);
    if (found == b_.previous_names.end()) found = b_.previous_names.find(without_id_prefix(key.value));
    if (found == b_.previous_names.end()) return false;
    b_.model.disappeared.push_back({key.value, found->second, key.place});
    return true;
  }

  void add_application(const MapApplication& a) {
    EntityRef own = take_known_application(b_, a, source_);
    if (!own.known()) own = b_.add(EntityKind::application, b_.model.applications, Application{});
    Application& row = b_.model.applications[own.index];
    if (row.origins.empty()) start(row, a.id, a.name);
    row.own = true;
    remember(own, a.id);
    if (!a.vendor.empty()) row.vendor = a.vendor;
    if (a.lifecycle.place.known()) row.lifecycle = a.lifecycle.value;
    if (!a.description.empty()) row.description = a.description;
    if (a.states.place.known()) row.states = a.states.value;
    if (a.reference_component.empty()) return;
    if (const EntityRef component = reference(EntityKind::application, a.reference_component); component.known())
      b_.link(LinkKind::application_reference, own, component, Derivation::same_object_id,
              {a.reference_component.place}, a.reference_status.value);
  }

  /// A process of the map is the catalogue process with the same code, or a new one. What the map says goes first.
  void add_process(const MapProcess& p) {
    const Text& code = p.code.empty() ? p.id : p.code;
    const auto with_code = b_.process_by_code.find(code.value);
    const auto with_name = b_.process_by_name.find(lower_case(p.name.value));
    const bool by_code = with_code != b_.process_by_code.end();
    if (by_code || (p.code.empty() && with_name != b_.process_by_name.end())) {
      const EntityRef known = by_code ? with_code->second : with_name->second;
      Process& row = b_.model.processes[known.index];
      if (row.origins.front().source == source_) return add_new_process(p);  // another one of the map is it already
      JoinBuilder::take_over(row, p.id, p.name, source_,
                             by_code ? Derivation::same_process_code : Derivation::same_name);
      row.states = States::every();
      remember(known, p.id);
      b_.process_by_code.emplace(p.id.value, known);
      return;
    }
    if (!p.code.empty() && b_.has_process_catalogue && !disappeared(p.code)) {
      b_.model.unresolved.push_back({label_of(EntityKind::process), p.code, {}});
      report_unknown(p.code, [this] { return process_names(); });
    }
    add_new_process(p);
  }

  void add_new_process(const MapProcess& p) {
    Process row;
    start(row, p.id, p.name);
    row.own = true;
    const EntityRef ref = remember(b_.add(EntityKind::process, b_.model.processes, std::move(row)), p.id);
    b_.process_by_code.emplace(p.id.value, ref);
  }

  void fill_process(const MapProcess& p) {
    const auto at = b_.by_map_id.find(p.id.value);
    if (at == b_.by_map_id.end() || at->second.kind != EntityKind::process) return;
    const EntityRef ref = at->second;
    Process& row = b_.model.processes[ref.index];
    if (p.kind.place.known()) {
      row.kind = p.kind.value;
      row.kind_trace = Trace::read_at(p.kind.place);
    }
    if (p.level.place.known()) {
      row.level = p.level.value;
      row.level_trace = Trace::read_at(p.level.place);
    }
    if (!p.domain.empty()) row.domain = resolve(EntityKind::domain, p.domain, ref);
    if (!p.group.empty()) row.group = resolve(EntityKind::product_group, p.group, ref);
    if (!row.domain.known() && row.group.known()) row.domain = b_.model.groups[row.group.index].domain;
    const auto take = [](Text& field, const Text& read) {
      if (!read.empty()) field = read;
    };
    take(row.description, p.description);
    take(row.trigger, p.trigger);
    take(row.result, p.result);
    take(row.lead_time, p.lead_time);
    if (p.personal_data.place.known()) row.personal_data = p.personal_data.value;
    if (p.states.place.known()) row.states = p.states.value;
    row.archetype_functions = p.archetype_functions;
    for (const Text& whole : p.part_of)
      if (const EntityRef found = resolve(EntityKind::process, whole, ref); found.known())
        b_.link(LinkKind::part, found, ref, Derivation::read, {whole.place});
    fill_reference(p, ref);
    fill_roles(p, ref);
    for (const MapVariant& variant : p.variants)
      if (const EntityRef found = resolve(EntityKind::party, variant.municipality, ref); found.known())
        row.variants.push_back({found, variant.reason});
    for (const MapApplicationUse& use : p.applications)
      if (const EntityRef found = resolve(EntityKind::application, use.application, ref); found.known()) {
        Link made;
        made.kind = LinkKind::process_application;
        made.from = ref;
        made.to = found;
        made.states = use.states.place.known() ? use.states.value : States::ist_and_soll();
        made.quality = use.quality.value;
        made.trace = Trace::read_at(use.application.place);
        b_.model.links.add(std::move(made));
      }
    for (const MapFunctionUse& use : p.functions)
      if (const EntityRef found = reference(EntityKind::function, use.function); found.known())
        b_.link(LinkKind::process_function, ref, found, Derivation::same_object_id, {use.function.place},
                use.status.value);
    for (const LegalGround& ground : p.grounds) {
      row.grounds.push_back(ground);
      b_.link(LinkKind::process_law, ref, b_.law(ground, source_), Derivation::read, {ground.label.place});
    }
  }

  void fill_reference(const MapProcess& p, EntityRef ref) {
    if (p.gemma.empty()) return;
    const EntityRef found = reference(EntityKind::process, p.gemma);
    if (!found.known()) return;
    b_.link(LinkKind::reference, ref, found, Derivation::same_object_id, {p.gemma.place}, p.gemma_status.value);
    Process& row = b_.model.processes[ref.index];
    const Process& reference_process = b_.model.processes[found.index];
    if (row.kind == ProcessKind::unset && reference_process.kind != ProcessKind::unset) {
      row.kind = reference_process.kind;
      row.kind_trace = {Derivation::reached_over_reference, {p.gemma.place, reference_process.name.place}};
    }
  }

  void fill_roles(const MapProcess& p, EntityRef ref) {
    const bool names_owner = std::any_of(p.roles.begin(), p.roles.end(), [](const MapRole& r) {
      return r.role.value == Role::responsible && r.states.value.has(State::ist);
    });
    if (names_owner) drop_catalogue_owner(p, ref);
    for (const MapRole& role : p.roles) {
      const EntityRef party = resolve(EntityKind::party, role.party, ref);
      if (!party.known()) continue;
      RoleAssignment made;
      made.party = party;
      made.process = ref;
      made.role = role.role.value;
      made.states = role.states.value;
      made.partner_type = role.partner_type.value;
      made.municipal_role = role.municipal_role.value;
      made.regie_form = role.regie_form.value;
      made.trace = Trace::read_at(role.party.place);
      b_.model.roles.push_back(std::move(made));
    }
  }

  /// The map decides who owns a process: the owner that a catalogue names is left out, and told about when it belongs
  /// to another organisation. A department of the owner's is no contradiction.
  void drop_catalogue_owner(const MapProcess& p, EntityRef ref) {
    const auto found = catalogue_owners_.find(ref.index);
    if (found == catalogue_owners_.end()) return;
    for (const std::size_t number : found->second) {
      const RoleAssignment& r = b_.model.roles[number];
      const bool same = std::any_of(p.roles.begin(), p.roles.end(), [&](const MapRole& m) {
        const EntityRef owner = look_up(EntityKind::party, m.party.value);
        return m.role.value == Role::responsible && owner.known() &&
               b_.model.organisation(owner) == b_.model.organisation(r.party);
      });
      if (!same) {
        const auto owner = std::ranges::find_if(p.roles, [](const MapRole& m) {
          return m.role.value == Role::responsible && m.states.value.has(State::ist);
        });
        const EntityRef mine = look_up(EntityKind::party, owner->party.value);
        b_.contradict(ref, "eigenaar",
                      {mine.known() ? b_.model.party(mine).name.value : owner->party.value, owner->party.place},
                      {b_.model.party(r.party).name.value, r.trace.places.front()},
                      b_.model.processes[ref.index].origins[1].source);  // the first is the map
      }
      dropped_owners_.push_back(number);
    }
    catalogue_owners_.erase(found);
  }

  /// The owners that catalogues name, by process, as numbers in the list of roles, which only grows meanwhile.
  void index_catalogue_owners() {
    for (std::size_t i = 0; i < b_.model.roles.size(); ++i) {
      const RoleAssignment& r = b_.model.roles[i];
      if (r.role == Role::responsible && r.trace.rule == Derivation::owner_by_catalogue)
        catalogue_owners_[r.process.index].push_back(i);
    }
  }

  void drop_marked_owners() {
    std::ranges::sort(dropped_owners_);
    std::size_t number = 0;
    std::erase_if(b_.model.roles,
                  [&](const RoleAssignment&) { return std::ranges::binary_search(dropped_owners_, number++); });
  }

  bool is_free(EntityRef product) const { return b_.model.product(product).origins.front().source != source_; }

  /// The row of a map product: a catalogue's row, or a new one. Of two with one UPL URI each has a row (KS07 shows it).
  EntityRef take_product(const MapProduct& p) {
    if (const auto known = b_.product_by_key.find(p.id.value);
        known != b_.product_by_key.end() && is_free(known->second))
      return take_catalogue_product(known->second, p, Derivation::same_product_key);
    if (const auto known = b_.product_by_name.find(lower_case(p.name.value));
        known != b_.product_by_name.end() && is_free(known->second))
      return take_catalogue_product(known->second, p, Derivation::same_name);
    const auto found = p.upl.empty() ? b_.product_by_upl.end() : b_.product_by_upl.find(p.upl.value);
    const bool in_list = found != b_.product_by_upl.end();
    if (in_list && !b_.model.products[found->second.index].own) {
      Product& row = b_.model.products[found->second.index];
      JoinBuilder::take_over(row, p.id, p.name, source_, Derivation::same_upl_uri);
      row.own = true;
      return found->second;
    }
    Product row;
    start(row, p.id, p.name);
    row.own = true;
    row.upl_uri = p.upl;
    if (in_list) {
      take_from_list(row, b_.model.products[found->second.index]);
    } else if (!p.upl.empty() && b_.has_product_list && !disappeared(p.upl)) {
      b_.model.unresolved.push_back({"soort.upl", p.upl, {}});
      report_unknown(p.upl, [this] { return sorted_keys(b_.product_by_upl); });
    }
    return b_.add(EntityKind::product, b_.model.products, std::move(row));
  }

  /// The product of the municipality's own catalogue that the map names by its id, or of a list without codes by name.
  EntityRef take_catalogue_product(EntityRef ref, const MapProduct& p, Derivation rule) {
    Product& row = b_.model.products[ref.index];
    JoinBuilder::take_over(row, p.id, p.name, source_, rule);
    if (!p.upl.empty()) {
      row.upl_uri = p.upl;
      row.uniform_names = {{p.upl, {}}};
      row.upl_name = {};
    }
    return ref;
  }

  static std::vector<std::string_view> sorted_keys(const KeyIndex& index) {
    std::vector<std::string_view> keys;
    for (const auto& [key, ref] : index) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

  void add_product(const MapProduct& p) {
    const EntityRef ref = take_product(p);
    contradict_product(b_, ref, p);
    fill_product(b_.model.products[ref.index], p);
    remember(ref, p.id);
    for (const MapProductProcess& use : p.processes)
      if (const EntityRef found = delivering_process(use.process, ref); found.known())
        b_.link(LinkKind::product_process, ref, found, Derivation::read, {use.process.place}, use.status.value);
  }

  void fill_product(Product& row, const MapProduct& p) {
    if (!p.domain.empty()) row.domain = resolve(EntityKind::domain, p.domain, {});
    if (!p.group.empty()) row.group = resolve(EntityKind::product_group, p.group, {});
    if (!row.domain.known() && row.group.known()) row.domain = b_.model.groups[row.group.index].domain;
    if (!p.description.empty()) row.description = p.description;
    if (p.client_group.place.known()) row.client_group = p.client_group.value;
    if (!p.channels.empty()) row.channels.clear();
    for (const Chosen<Channel>& c : p.channels) row.channels.push_back(c.value);
    if (p.digital.place.known()) row.digital = p.digital.value;
    if (p.insight_in_status.place.known()) row.insight_in_status = p.insight_in_status.value;
    if (p.personal_data.place.known()) row.personal_data = p.personal_data.value;
    if (p.compound.place.known()) row.compound = p.compound.value;
    row.cooperation = p.cooperation.value;
    row.cooperation_reason = p.cooperation_reason;
    if (!p.volume.empty()) row.volume = p.volume;
    for (const LegalGround& ground : p.grounds) row.grounds.push_back(ground);
  }

  void add_agreement(const MapAgreement& a) {
    Agreement row;
    start(row, a.id, a.name);
    row.type = a.type.value;
    row.status = a.status.value;
    row.valid_from = a.valid_from;
    row.valid_to = a.valid_to;
    row.published = a.published.value;
    if (!a.full_tasks_at.empty()) row.full_tasks_at = resolve(EntityKind::party, a.full_tasks_at, {});
    row.record = &a;
    for (const Text& party : a.parties)
      if (const EntityRef found = resolve(EntityKind::party, party, {}); found.known()) row.parties.push_back(found);
    for (const Text& process : a.processes)
      if (const EntityRef found = resolve(EntityKind::process, process, {}); found.known())
        row.processes.push_back(found);
    remember(b_.add(EntityKind::agreement, b_.model.agreements, std::move(row)), a.id);
  }

  void add_handover(const MapHandover& h) {
    Handover row;
    start(row, h.id, h.content);
    row.from = resolve(EntityKind::process, h.from, {});
    row.to = resolve(EntityKind::process, h.to, {});
    row.states = h.states.value;
    row.kind = h.kind.value;
    row.form = h.form.value;
    row.standard = h.standard;
    row.lead_time = h.lead_time;
    row.acceptance = h.acceptance;
    row.personal_data = h.personal_data.value;
    if (!h.informs_client.empty()) row.informs_client = resolve(EntityKind::party, h.informs_client, {});
    if (!h.agreement.empty()) row.agreement = resolve(EntityKind::agreement, h.agreement, {});
    remember(b_.add(EntityKind::handover, b_.model.handovers, std::move(row)), h.id);
  }

  void add_chain(const MapChain& c) {
    Chain row;
    start(row, c.id, c.name);
    row.own = true;
    row.type = c.type.value;
    row.goal = c.goal;
    if (!c.manager.empty()) row.manager = resolve(EntityKind::party, c.manager, {});
    for (const MapChainLink& link : c.links)
      if (const EntityRef found = resolve(EntityKind::process, link.process, {}); found.known()) {
        row.processes.push_back(found);
        row.link_places.push_back(link.process.place);
      }
    remember(b_.add(EntityKind::chain, b_.model.chains, std::move(row)), c.id);
  }

  void add_choice(const MapChoice& c) {
    Choice row;
    // A choice need not have an id of its own; then what it is about is its key, wherever it stands in the file.
    const Text id = c.id.empty() ? Text{b_.keep(choice_key(c)), c.place} : c.id;
    start(row, id, c.value);
    row.dimension = c.dimension.value;
    row.state = c.states.value.last();
    row.record = &c;
    if (c.scope.value != "concern") {
      row.scope = look_up(EntityKind::domain, c.scope.value);
      if (!row.scope.known()) row.scope = resolve(EntityKind::product_group, c.scope, {});
    }
    const EntityRef choice = remember(b_.add(EntityKind::choice, b_.model.choices, std::move(row)), id);
    if (names_unknown_value(c)) b_.model.unresolved.push_back({label_of(EntityKind::choice), c.value, choice});
  }

  /// Said by `check_choices`, with the values that there are, and with those of another dimension.
  bool names_unknown_value(const MapChoice& c) const {
    const Catalogue& catalogue = *b_.model.catalogue;
    return !c.value.empty() && c.dimension.place.known() && !catalogue.values(c.dimension.value).empty() &&
           catalogue.find(c.value.value) == nullptr;
  }

  void add_project(const MapProject& p) {
    Project row;
    start(row, p.id, p.title);
    row.record = &p;
    remember(b_.add(EntityKind::project, b_.model.projects, std::move(row)), p.id);
  }

  JoinBuilder& b_;
  const MapDocument& map_;
  std::uint32_t source_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> catalogue_owners_;  ///< by process, numbers of roles
  std::vector<std::size_t> dropped_owners_;
};

}  // namespace

void join_map_parties(JoinBuilder& builder, const MapDocument& map, std::uint32_t source) {
  MapPart(builder, map, source).parties();
}

void join_map(JoinBuilder& builder, const MapDocument& map, std::uint32_t source) {
  MapPart(builder, map, source).run();
}

}  // namespace keuzekaart
