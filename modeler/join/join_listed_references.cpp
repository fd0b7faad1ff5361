// What the municipality's own lists name by code or name, looked up among everything that was read.
#include <algorithm>
#include <map>
#include <set>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"
#include "modeler/join/unmet_names.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t shown_bytes = 200;  ///< of a name, in a message

/// The things of one kind by code and by name.
class NameBook {
 public:
  void code(std::string_view code, EntityRef ref) { codes_.try_emplace(std::string(code), ref); }
  /// Of two things with one name neither is meant.
  void name(std::string_view name, EntityRef ref) {
    const auto [known, is_new] = names_.try_emplace(bare_name(name), ref);
    if (is_new) shown_.push_back(name);
    if (!is_new && known->second != ref) known->second = {};
  }

  struct Found {
    EntityRef ref;
    Derivation rule = Derivation::same_identifier;
    bool several = false;
  };
  Found find(std::string_view wanted) const {
    if (const auto by_code = codes_.find(std::string(wanted)); by_code != codes_.end()) return {by_code->second};
    const std::string bare = bare_name(wanted);
    const auto by_name = bare.empty() ? names_.end() : names_.find(bare);
    if (by_name == names_.end()) return {};
    return {by_name->second, Derivation::same_name, !by_name->second.known()};
  }

  bool empty() const { return codes_.empty(); }

  /// The names as they are written, in order.
  const std::vector<std::string_view>& shown() {
    if (!sorted_) std::ranges::sort(shown_);
    sorted_ = true;
    return shown_;
  }

 private:
  std::map<std::string, EntityRef> codes_, names_;
  std::vector<std::string_view> shown_;
  bool sorted_ = false;
};

class ListReferences {
 public:
  explicit ListReferences(JoinBuilder& builder) : b_(builder) {
    if (b_.model.map) map_file_ = b_.model.map->place.file;
    fill_books();
    roles_.resize(b_.model.processes.size());
    for (std::size_t i = 0; i < b_.model.roles.size(); ++i) roles_[b_.model.roles[i].process.index].push_back(i);
    for (const Link& link : b_.model.links.all())
      if (link.kind == LinkKind::product_process || link.kind == LinkKind::process_application ||
          link.kind == LinkKind::reference || link.kind == LinkKind::application_reference)
        tied_.insert({link.from, link.to});
  }

  void run() {
    for (const ListedThings& listed : b_.listed) {
      const OwnLists& lists = *listed.lists;
      source_ = listed.source;
      fill_near_books(listed);
      for (std::size_t i = 0; i < lists.parties.size(); ++i) party(lists.parties[i], listed.parties[i]);
      for (std::size_t i = 0; i < lists.processes.size(); ++i) process(lists.processes[i], listed.processes[i]);
      for (std::size_t i = 0; i < lists.applications.size(); ++i)
        application(lists.applications[i], listed.applications[i]);
      for (std::size_t i = 0; i < lists.products.size(); ++i) product(lists.products[i], listed.products[i]);
      for (const ListedTie& tie : lists.ties) product_process(tie);
      for (const ListedRole& role : lists.roles)
        if (const auto found = look_up(processes_, "proces", role.process); found.ref.known())
          assign(found.ref, role.role);
    }
    unmet_.report(b_.diagnostics);
  }

 private:
  /// A thing under its own code and name, and under those that a list has for it: the map may call it otherwise.
  template <class Row>
  static void enter(NameBook& book, EntityKind kind, const std::vector<Row>& rows, const auto& wanted) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      if (!wanted(rows[i])) continue;
      book.code(rows[i].code.value, {kind, i});
      book.name(rows[i].name.value, {kind, i});
    }
  }
  template <class Record>
  static void enter_listed(NameBook& book, const std::vector<Record>& records, const std::vector<EntityRef>& refs,
                           const auto& plain) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      book.code(plain(records[i]).id.value, refs[i]);
      book.name(plain(records[i]).name.value, refs[i]);
    }
  }

  void fill_books() {
    const auto own = [](const auto& row) { return row.own; };
    const auto all = [](const auto&) { return true; };
    enter(parties_, EntityKind::party, b_.model.parties, own);
    enter(applications_, EntityKind::application, b_.model.applications, own);
    enter(processes_, EntityKind::process, b_.model.processes, own);
    enter(products_, EntityKind::product, b_.model.products, own);
    enter(domains_, EntityKind::domain, b_.model.domains, all);
    enter(groups_, EntityKind::product_group, b_.model.groups, all);
    enter(landscape_, EntityKind::process, b_.model.processes, [](const Process& p) { return p.landscape; });
    enter(uniform_, EntityKind::product, b_.model.products, [](const Product& p) { return !p.own; });
    enter(components_, EntityKind::application, b_.model.applications, [](const Application& a) { return !a.own; });
    for (const ListedThings& listed : b_.listed) enter_all(listed, parties_, processes_, products_, applications_);
  }

  static void enter_all(const ListedThings& listed, NameBook& parties, NameBook& processes, NameBook& products,
                        NameBook& applications) {
    const auto itself = [](const auto& record) -> const auto& { return record; };
    enter_listed(parties, listed.lists->parties, listed.parties, itself);
    enter_listed(products, listed.lists->products, listed.products, itself);
    enter_listed(
        applications, listed.lists->applications, listed.applications,
        [](const ListedApplication& a) -> const auto& { return a.application; });
    enter_listed(
        processes, listed.lists->processes, listed.processes,
        [](const ListedProcess& p) -> const auto& { return p.process; });
  }

  /// Lists that are described together mean each other before they mean anything else of the same name.
  void fill_near_books(const ListedThings& listed) {
    near_ = {};
    enter_all(listed, near_[&parties_], near_[&processes_], near_[&products_], near_[&applications_]);
  }

  /// What a list means, or nothing after saying that it is not there. Where nothing of its kind was read at all, that
  /// is said once.
  NameBook::Found look_up(NameBook& book, std::string kind, const Text& wanted) {
    const NameBook::Found found = find(book, wanted);
    const bool nothing =
        book.empty() && (&book != &processes_ || landscape_.empty()) && (&book != &products_ || uniform_.empty());
    if (found.ref.known()) return found;
    if (nothing) {
      unmet_.add(std::move(kind), wanted.place);
      return {};
    }
    Diagnostic& said = b_.diagnostics.report(Code::K331, wanted.place, {shortened(wanted.value, shown_bytes)});
    said.variant = found.several ? "several" : std::move(kind);
    if (!found.several) said.nearest = b_.diagnostics.nearest(wanted.value, [&] { return book.shown(); });
    return {};
  }

  /// A list may also name a process of the reference model or a uniform product.
  NameBook::Found find(const NameBook& book, const Text& wanted) const {
    const auto near = near_.find(&book);
    NameBook::Found found = near == near_.end() ? NameBook::Found{} : near->second.find(wanted.value);
    if (!found.ref.known() && !found.several) found = book.find(wanted.value);
    if (found.ref.known() || found.several) return found;
    if (&book == &processes_) {
      const auto key = b_.by_object_id.find(without_id_prefix(wanted.value));
      if (key != b_.by_object_id.end() && key->second.kind == EntityKind::process) return {key->second};
      return landscape_.find(wanted.value);
    }
    if (&book == &components_) {
      const auto key = b_.by_object_id.find(without_id_prefix(wanted.value));
      if (key != b_.by_object_id.end() && key->second.kind == EntityKind::application) return {key->second};
    }
    if (&book == &products_) {
      const auto uri = b_.product_by_upl.find(wanted.value);
      return uri != b_.product_by_upl.end() ? NameBook::Found{uri->second} : uniform_.find(wanted.value);
    }
    return found;
  }

  EntityRef scope(NameBook& book, const char* kind, const Text& wanted) {
    return wanted.empty() ? EntityRef{} : look_up(book, kind, wanted).ref;
  }

  /// A party of the map or of a list; where nobody lists parties, whoever is named.
  EntityRef party_called(const Text& name, std::uint32_t source) {
    return parties_.empty() ? b_.party_named(name, PartyKind::unset, source) : look_up(parties_, "partij", name).ref;
  }

  template <class Row>
  void place_in_domain(Row& row, const Text& domain, const Text& group) {
    const EntityRef in_group = scope(groups_, "productgroep", group);
    const EntityRef in_domain = scope(domains_, "domein", domain);
    if (!row.group.known()) row.group = in_group;
    if (!row.domain.known())
      row.domain = in_domain.known() || !row.group.known() ? in_domain : b_.model.groups[row.group.index].domain;
  }

  void party(const MapParty& p, EntityRef ref) {
    if (p.part_of.empty()) return;
    const EntityRef whole = look_up(parties_, "partij", p.part_of).ref;
    if (whole.known() && whole != ref && !b_.model.parties[ref.index].parent.known() && !is_part(whole, ref))
      b_.model.parties[ref.index].parent = whole;
  }

  /// Whether a party lies inside another, so that the other cannot lie inside it. The map may hold circles.
  bool is_part(EntityRef part, EntityRef whole) const {
    EntityRef at = part;
    for (std::size_t steps = 0; steps <= b_.model.parties.size() && at.known() && at != whole; ++steps)
      at = b_.model.parties[at.index].parent;
    return at == whole;
  }

  void process(const ListedProcess& listed, EntityRef ref) {
    const MapProcess& p = listed.process;
    place_in_domain(b_.model.processes[ref.index], p.domain, p.group);
    for (const Text& whole : p.part_of)
      if (const auto found = look_up(processes_, "proces", whole); found.ref.known() && found.ref != ref)
        b_.link(LinkKind::part, found.ref, ref, found.rule, {whole.place});
    reference(p.gemma, ref);
    for (const MapRole& role : p.roles) assign(ref, role);
    for (const MapApplicationUse& use : p.applications)
      if (const auto found = look_up(applications_, "applicatie", use.application); found.ref.known())
        supports(ref, found.ref, use, found.rule);
    for (const Text& product : listed.products)
      if (const auto found = look_up(products_, "product", product); found.ref.known())
        tie(found.ref, ref, found.rule, {product.place, p.id.place}, MappingStatus::confirmed);
  }

  /// The process of the reference model: by its Object ID, or a name that becomes a proposal.
  void reference(const Text& gemma, EntityRef ref) {
    if (gemma.empty()) return;
    const auto found = b_.by_object_id.find(without_id_prefix(gemma.value));
    const auto tied = tied_.lower_bound({ref, EntityRef{EntityKind::process, 0}});
    if (tied != tied_.end() && tied->first == ref && tied->second.kind == EntityKind::process) return;
    if (found != b_.by_object_id.end() && found->second.kind == EntityKind::process)
      b_.link(LinkKind::reference, ref, found->second, Derivation::same_object_id, {gemma.place});
    else if (b_.model.processes[ref.index].catalogue_gemma_name.empty())
      b_.model.processes[ref.index].catalogue_gemma_name = gemma;
  }

  void application(const ListedApplication& listed, EntityRef ref) {
    const MapApplication& a = listed.application;
    for (const Text& component : listed.reference_components) {
      const auto found = look_up(components_, "referentiecomponent", component);
      if (found.ref.known() && tied_.insert({ref, found.ref}).second)
        b_.link(LinkKind::application_reference, ref, found.ref,
                found.rule == Derivation::same_name ? found.rule : Derivation::same_object_id, {component.place});
    }
    for (const Text& name : listed.processes)
      if (const auto found = look_up(processes_, "proces", name); found.ref.known())
        supports(found.ref, ref,
                 {.place = name.place,
                  .application = name,
                  .states = a.states.place.known() ? a.states : Chosen<States>{States::ist_and_soll(), {}},
                  .quality = listed.quality},
                 found.rule);
  }

  void supports(EntityRef process, EntityRef application, const MapApplicationUse& use, Derivation rule) {
    if (!tied_.insert({process, application}).second) return;
    Link made;
    made.kind = LinkKind::process_application;
    made.from = process;
    made.to = application;
    made.states = use.states.value;
    made.quality = use.quality.value;
    made.trace = {rule, {use.application.place}};
    b_.model.links.add(std::move(made));
  }

  void product(const MapProduct& p, EntityRef ref) {
    place_in_domain(b_.model.products[ref.index], p.domain, p.group);
    for (const MapProductProcess& use : p.processes)
      if (const auto found = look_up(processes_, "proces", use.process); found.ref.known())
        tie(ref, found.ref, found.rule, {use.process.place, p.id.place}, use.status.value);
  }

  void product_process(const ListedTie& listed) {
    const auto product = look_up(products_, "product", listed.product);
    const auto process = look_up(processes_, "proces", listed.process);
    if (!product.ref.known() || !process.ref.known()) return;
    const bool by_name = product.rule == Derivation::same_name || process.rule == Derivation::same_name;
    tie(product.ref, process.ref, by_name ? Derivation::same_name : Derivation::same_identifier,
        {listed.product.place, listed.process.place}, listed.status.value);
  }

  /// What the map or an earlier source says of the same two stays.
  void tie(EntityRef product, EntityRef process, Derivation rule, std::vector<Place> places, MappingStatus status) {
    if (tied_.insert({product, process}).second)
      b_.link(LinkKind::product_process, product, process, rule, std::move(places), status);
  }

  /// Who does what. The map decides where it names somebody for the same role; of owners, which a process has one of,
  /// the source that comes first.
  void assign(EntityRef process, const MapRole& role) {
    const EntityRef party = party_called(role.party, source_);
    if (!party.known()) return;
    States states = role.states.value;
    for (const std::size_t number : roles_[process.index])  // said already
      if (const RoleAssignment& r = b_.model.roles[number]; r.role == role.role.value && r.party == party)
        states = states - r.states;
    const States said = states;
    for (const std::size_t number : roles_[process.index]) {
      const RoleAssignment& r = b_.model.roles[number];
      const bool by_map = !r.trace.places.empty() && r.trace.places.front().file == map_file_;
      if (r.role != role.role.value || r.party == party || (said & r.states).empty()) continue;
      if (!by_map && role.role.value != Role::responsible) continue;
      if (states == said)
        b_.diagnostics
            .report(Code::K206, role.party.place,
                    {std::string(b_.model.process(process).code.value), std::string(b_.model.party(r.party).name.value),
                     std::string(b_.model.party(party).name.value), std::string(word_of(r.role))})
            .variant = "rol";
      states = states - r.states;
    }
    if (states.empty()) return;
    RoleAssignment made;
    made.party = party;
    made.process = process;
    made.role = role.role.value;
    made.states = states;
    made.partner_type = role.partner_type.value;
    made.municipal_role = role.municipal_role.value;
    made.regie_form = role.regie_form.value;
    made.trace = Trace::read_at(role.party.place);
    roles_[process.index].push_back(b_.model.roles.size());
    b_.model.roles.push_back(std::move(made));
  }

  JoinBuilder& b_;
  UnmetNames unmet_;
  std::uint32_t source_ = 0;  ///< whose lists are being looked at
  FileId map_file_ = FileId::none;
  NameBook parties_, applications_, processes_, products_, domains_, groups_;
  NameBook landscape_, uniform_, components_;  ///< of the reference model and the uniform product names
  std::map<const NameBook*, NameBook> near_;   ///< the part of a book that the lists being looked at fill
  std::set<std::pair<EntityRef, EntityRef>> tied_;
  std::vector<std::vector<std::size_t>> roles_;  ///< by process, numbers of the roles in it
};

}  // namespace

void join_listed_references(JoinBuilder& b) {
  if (!b.listed.empty()) ListReferences(b).run();
}

}  // namespace keuzekaart
