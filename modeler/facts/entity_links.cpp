// What a thing is tied to, seen from either end.
#include <fmt/format.h>

#include <algorithm>

#include "modeler/facts/fact_collector.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/coupling_text.hpp"

namespace keuzekaart {

namespace {

/// The last part of the label keys of a kind of link: `verband.<word>` seen from its start, `verband.<word>.terug` seen
/// from its end.
struct LinkWord {
  LinkKind kind;
  std::string_view word;
};

constexpr LinkWord link_words[] = {
    {LinkKind::part, "onderdeel"},
    {LinkKind::order, "volgorde"},
    {LinkKind::reference, "referentie"},
    {LinkKind::product_process, "product-proces"},
    {LinkKind::process_function, "proces-functie"},
    {LinkKind::function_service, "functie-service"},
    {LinkKind::service_application, "service-applicatie"},
    {LinkKind::application_standard, "applicatie-standaard"},
    {LinkKind::process_application, "proces-applicatie"},
    {LinkKind::application_reference, "applicatie-referentie"},
    {LinkKind::product_law, "wet"},
    {LinkKind::process_law, "wet"},
    {LinkKind::process_object, "gegeven"},
    {LinkKind::process_related, "verwant"},
    {LinkKind::function_part, "onderdeel"},
    {LinkKind::process_partner, "ketenpartner"},
    {LinkKind::role_filled_by, "rolvervuller"},
    {LinkKind::product_uniform, "uniform"},
    {LinkKind::product_provider, "aanbieder"},
};

class Collector {
 public:
  Collector(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into)
      : m_(model), labels_(labels), thing_(thing), into_(into) {}

  void links() {
    for (const LinkWord& row : link_words) {
      links_from(row);
      for (const std::uint32_t number : m_.links.to(row.kind, thing_))
        add(labels_.get(fmt::format("verband.{}.terug", row.word)), m_.links.at(number), m_.links.at(number).from);
    }
  }

  /// From the process: who has the role; from the party: in which process.
  void roles() {
    for (const RoleAssignment& role : m_.roles)
      if (role.process == thing_ || role.party == thing_) add(role);
  }

  /// What the thing says itself.
  void own_links() {
    if (thing_.kind == EntityKind::process)
      for (const RoleAssignment& role : m_.roles_of(thing_)) add(role);
    for (const LinkWord& row : link_words) links_from(row);
    steps();
    own_couplings();
    if (thing_.kind == EntityKind::agreement)
      for (const EntityRef process : m_.agreements[thing_.index].processes)
        other("verband.afspraak-proces", process, here(m_.agreements[thing_.index]));
  }

  void chains() {
    steps();
    for (std::uint32_t c = 0; c < m_.chains.size(); ++c) {
      const Chain& chain = m_.chains[c];
      const auto link = std::ranges::find(chain.processes, thing_);
      if (link != chain.processes.end())
        other("verband.schakel.terug", {EntityKind::chain, c},
              Trace::read_at(chain.link_places[static_cast<std::size_t>(link - chain.processes.begin())]));
      if (chain.manager == thing_) other("verband.ketenregisseur.terug", {EntityKind::chain, c}, here(chain));
    }
  }

  void couplings() {
    for (const Coupling& coupling : m_.couplings) {
      if (coupling.from == thing_) add("verband.koppeling", coupling, coupling.to);
      if (coupling.to == thing_) add("verband.koppeling.terug", coupling, coupling.from);
      if (coupling.intermediary == thing_) add("verband.koppeling.tussen", coupling, coupling.from);
    }
  }

  void handovers_and_agreements() {
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i) {
      const Handover& h = m_.handovers[i];
      const EntityRef ref{EntityKind::handover, i};
      if (h.from == thing_) other("verband.overdracht", ref, here(h));
      if (h.to == thing_) other("verband.overdracht.terug", ref, here(h));
      if (h.agreement == thing_) other("verband.afspraak.terug", ref, here(h));
    }
    for (std::uint32_t i = 0; i < m_.agreements.size(); ++i) {
      const Agreement& a = m_.agreements[i];
      const EntityRef ref{EntityKind::agreement, i};
      if (holds(a.parties)) other("verband.partij.terug", ref, here(a));
      if (holds(a.processes)) other("verband.afspraak-proces.terug", ref, here(a));
      if (ref == thing_)
        for (const EntityRef process : a.processes) other("verband.afspraak-proces", process, here(a));
    }
  }

  /// What says of itself that it belongs to this thing.
  void members() {
    members_of("verband.lid", EntityKind::domain, m_.domains, [](const Domain& d) { return d.parent; });
    members_of("verband.lid", EntityKind::product_group, m_.groups, [](const ProductGroup& g) { return g.domain; });
    members_of("verband.lid", EntityKind::product, m_.products, [](const Product& p) { return p.domain; });
    members_of("verband.lid", EntityKind::product, m_.products, [](const Product& p) { return p.group; });
    members_of("verband.lid", EntityKind::process, m_.processes, [](const Process& p) { return p.domain; });
    members_of("verband.lid", EntityKind::process, m_.processes, [](const Process& p) { return p.group; });
    members_of("verband.lid", EntityKind::party, m_.parties, [](const Party& p) { return p.parent; });
    members_of("verband.keuze", EntityKind::choice, m_.choices, [](const Choice& c) { return c.scope; });
  }

 private:
  static Trace here(const Entity& entity) {
    Trace trace{Derivation::read, {}};
    for (const Origin& origin : entity.origins) trace.places.push_back(origin.place);
    return trace;
  }
  static void note(std::string& value, const std::string& word) {
    if (!word.empty()) value.append(", ").append(word);
  }
  static std::string states(States s) { return s == States::every() ? std::string() : state_names(s); }
  bool holds(const std::vector<EntityRef>& refs) const { return std::ranges::find(refs, thing_) != refs.end(); }

  void steps() {
    if (thing_.kind != EntityKind::chain) return;
    const Chain& chain = m_.chains[thing_.index];
    for (std::size_t i = 0; i < chain.processes.size(); ++i)
      other("verband.schakel", chain.processes[i], Trace::read_at(chain.link_places[i]));
  }
  /// Couplings are sorted by where they start.
  void own_couplings() {
    for (const Coupling& coupling : std::ranges::equal_range(m_.couplings, thing_, {}, &Coupling::from))
      add("verband.koppeling", coupling, coupling.to);
  }
  void add(std::string_view key, const Coupling& coupling, EntityRef other) {
    into_.push_back({labels_.get(key), shown_name(m_, other) + way_of(coupling, labels_), coupling.trace});
  }
  void links_from(const LinkWord& row) {
    const std::string key = fmt::format("verband.{}", row.word);
    for (const Link& link : m_.links.from(row.kind, thing_)) add(labels_.get(key), link, link.to);
  }
  void add(const RoleAssignment& role) {
    std::string value = shown_name(m_, role.process == thing_ ? role.party : role.process);
    note(value, states(role.states));
    note(value, shown_word(labels_, role.partner_type));
    note(value, shown_word(labels_, role.municipal_role));
    note(value, shown_word(labels_, role.regie_form));
    into_.push_back({shown_word(labels_, role.role), std::move(value), role.trace});
  }
  void add(std::string what, const Link& link, EntityRef end) {
    std::string value = shown_name(m_, end);
    if (link.status != MappingStatus::confirmed) note(value, shown_word(labels_, link.status));
    note(value, states(link.states));
    note(value, shown_word(labels_, link.quality));
    if (!link.reason.empty()) value.append(": ").append(link.reason.value);
    into_.push_back({std::move(what), std::move(value), link.trace});
  }
  void other(std::string_view key, EntityRef ref, Trace trace) {
    into_.push_back({labels_.get(key), shown_name(m_, ref), std::move(trace)});
  }
  template <class Table, class Owner>
  void members_of(std::string_view key, EntityKind kind, const Table& table, Owner owner) {
    for (std::uint32_t i = 0; i < table.size(); ++i)
      if (owner(table[i]) == thing_) other(key, {kind, i}, here(table[i]));
  }

  const Model& m_;
  const Labels& labels_;
  EntityRef thing_;
  std::vector<Fact>& into_;
};

}  // namespace

void collect_own_links(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into) {
  Collector(model, labels, thing, into).own_links();
}

void collect_links(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into) {
  Collector c(model, labels, thing, into);
  c.roles();
  c.links();
  c.chains();
  c.couplings();
  c.handovers_and_agreements();
  c.members();
}

}  // namespace keuzekaart
