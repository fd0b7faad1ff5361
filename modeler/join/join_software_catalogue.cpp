// The municipality's own applications and their couplings, as the Softwarecatalogus (VNG) models them in ArchiMate: a
// package or its version specialises the reference component that it is used for, a supplier is associated with it, and
// a flow between two of them is a coupling. Associations from the flow itself name the intermediary and the standard.
#include <algorithm>
#include <map>

#include "modeler/diagnostics/diagnostic_codes.hpp"

#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptId;
using archimate::ConceptType;

struct UseStatus {
  std::string_view word;
  Lifecycle lifecycle;
};

/// Property "Gebruik status", in lower case.
constexpr UseStatus use_statuses[] = {
    {"gepland", Lifecycle::planned},          {"in productie", Lifecycle::in_production},
    {"in gebruik", Lifecycle::in_production}, {"uit te faseren", Lifecycle::to_phase_out},
    {"uitgefaseerd", Lifecycle::phased_out},
};

class SoftwareCatalogue {
 public:
  SoftwareCatalogue(JoinBuilder& builder, const ArchimateModel& model, std::span<const EntityRef> refs)
      : b_(builder), m_(model), refs_(refs) {}

  void run() {
    for (std::size_t i = 0; i < m_.concepts.size(); ++i) take_element(i);
    if (packages_.empty()) return;
    for (const Concept& c : m_.concepts)
      if (archimate::is_relation(c.type) && c.source != ConceptId::none && c.target != ConceptId::none)
        take_relation(c);
    pass_on_to_versions();
    for (std::size_t i = 0; i < m_.concepts.size(); ++i) finish_coupling(i);
    for (auto& [flow, coupling] : couplings_) b_.model.couplings.push_back(std::move(coupling));
  }

 private:
  EntityRef ref(ConceptId id) const { return refs_[archimate::index_of(id)]; }
  bool is(EntityRef r, EntityKind kind) const { return r.known() && r.kind == kind; }
  bool is_package(EntityRef r) const { return packages_.contains(r); }
  Application& application(EntityRef r) { return b_.model.applications[r.index]; }

  /// What the catalogue calls a thing: "SWC type", else "GEMMA type".
  Text type_of(const Concept& c) const {
    const Text own = m_.property(c, "SWC type");
    return own.empty() ? m_.property(c, "GEMMA type") : own;
  }

  void take_element(std::size_t i) {
    const Concept& c = m_.concepts[i];
    const EntityRef at = refs_[i];
    const Text type = type_of(c);
    const std::string word = lower_case(type.value);
    // Newer exports only say where an application comes from.
    const bool unnamed = word.empty() && lower_case(m_.property(c, "Bron").value) == "softwarecatalogus";
    if (is(at, EntityKind::application) &&
        (unnamed || word == "pakket" || word == "pakketversie" || word == "applicatie")) {
      packages_.emplace(at, word == "pakketversie");
      Application& row = application(at);
      row.own = true;
      row.type = type;
      take_use_status(c, row);
    }
    if (is(at, EntityKind::party) && word == "leverancier") b_.model.parties[at.index].kind = PartyKind::supplier;
    if (is(at, EntityKind::party) && word == "gemeente") b_.model.parties[at.index].kind = PartyKind::municipality;
  }

  void take_use_status(const Concept& c, Application& row) {
    const Text status = m_.property(c, "Gebruik status");
    if (status.empty()) return;
    const std::string word = lower_case(status.value);
    for (const UseStatus& known : use_statuses)
      if (known.word == word) row.lifecycle = known.lifecycle;
    if (row.lifecycle != Lifecycle::unset) return;
    std::string all;
    for (const UseStatus& known : use_statuses) all.append(all.empty() ? "" : ", ").append(known.word);
    b_.diagnostics.report(Code::K636, status.place, {std::string(status.value), all});
  }

  void take_relation(const Concept& r) {
    const EntityRef from = ref(r.source);
    const EntityRef to = ref(r.target);
    switch (r.type) {
      case ConceptType::specialization:
        if (!is_package(from)) return;
        if (is_package(to)) versions_.emplace(from, to);
        if (is(to, EntityKind::application) && !is_package(to))
          b_.link(LinkKind::application_reference, from, to, Derivation::read, {r.id.place});
        return;
      case ConceptType::composition:
      case ConceptType::aggregation:
        if (is_package(from) && is_package(to)) versions_.emplace(to, from);
        return;
      case ConceptType::association:
        if (is(from, EntityKind::party)) take_supplier(from, to, r);
        if (is(to, EntityKind::party)) take_supplier(to, from, r);
        return;
      case ConceptType::flow:
        if (is(from, EntityKind::application) && is(to, EntityKind::application) &&
            (is_package(from) || is_package(to)))
          take_coupling(r, from, to);
        return;
      default:
        return;
    }
  }

  void take_supplier(EntityRef party, EntityRef package, const Concept& relation) {
    if (!is_package(package)) return;
    const Party& supplier = b_.model.party(party);
    if (supplier.kind != PartyKind::supplier && lower_case(relation.name.value) != "levert") return;
    Application& row = application(package);
    if (row.vendor.empty()) row.vendor = supplier.name;
  }

  /// A version is used for what its package is used for, and supplied by the same supplier, unless it says otherwise.
  void pass_on_to_versions() {
    for (const auto& [version, package] : versions_) {
      Application& row = application(version);
      if (row.vendor.empty()) row.vendor = application(package).vendor;
    }
  }

  void take_coupling(const Concept& r, EntityRef from, EntityRef to) {
    Coupling made;
    made.from = from;
    made.to = to;
    made.id = m_.property(r, "Object ID");
    if (made.id.empty()) made.id = r.id;
    made.name = r.name;
    made.direction = m_.property(r, "Richting");
    made.intermediary_name = m_.property(r, "Intermediair");
    made.standard_name = m_.property(r, "Standaardversie");
    made.protocol = m_.property(r, "Transportprotocol");
    made.status = m_.property(r, "Status");
    made.trace = {Derivation::read, {r.id.place}};
    couplings_.emplace(archimate::index_of(m_.find(r.id.value)), std::move(made));
  }

  /// An association from or to a coupling names what it runs through, or by which standard.
  void finish_coupling(std::size_t i) {
    const Concept& r = m_.concepts[i];
    if (r.type != ConceptType::association || r.source == ConceptId::none || r.target == ConceptId::none) return;
    for (const auto& [flow, other] : {std::pair(r.source, r.target), std::pair(r.target, r.source)}) {
      const auto found = couplings_.find(archimate::index_of(flow));
      const EntityRef thing = ref(other);
      if (found == couplings_.end() || !thing.known()) continue;
      Coupling& coupling = found->second;
      if (thing.kind == EntityKind::application) {
        coupling.intermediary = thing;
        coupling.intermediary_name = b_.model.applications[thing.index].name;
      } else if (thing.kind == EntityKind::standard) {
        coupling.standard = thing;
        coupling.standard_name = b_.model.standards[thing.index].name;
      } else {
        continue;
      }
      coupling.trace.places.push_back(r.id.place);
    }
  }

  JoinBuilder& b_;
  const ArchimateModel& m_;
  std::span<const EntityRef> refs_;
  std::map<EntityRef, bool> packages_;         ///< packages, and whether each is a version
  std::map<EntityRef, EntityRef> versions_;    ///< version to its package
  std::map<std::size_t, Coupling> couplings_;  ///< by the flow's number
};

}  // namespace

void join_software_catalogue(JoinBuilder& builder, const ArchimateModel& model, std::span<const EntityRef> refs) {
  SoftwareCatalogue(builder, model, refs).run();
}

}  // namespace keuzekaart
