#include "modeler/findings/structural_rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

std::string shown(const Entity& e) { return std::string(e.name.empty() ? e.code.value : e.name.value); }

class StructuralRules {
 public:
  explicit StructuralRules(const Model& model) : m_(model) {}

  std::vector<Finding> run() {
    products();
    processes();
    unresolved();
    proposals();
    used_twice();
    disappeared();
    std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.rule, a.elements, a.states, a.arguments) < std::tie(b.rule, b.elements, b.states, b.arguments);
    });
    if (m_.map)
      for (Finding& finding : found_) apply_disposition(finding);
    return std::move(found_);
  }

 private:
  Finding& add(std::string rule, FindingSeverity severity, std::vector<EntityRef> elements,
               std::vector<std::string> arguments) {
    Finding made;
    made.rule = std::move(rule);
    made.severity = severity;
    made.arguments = std::move(arguments);
    made.trace.rule = Derivation::structural_rule;
    for (const EntityRef e : elements) made.trace.places.push_back(m_.entity(e).origins.front().place);
    made.elements = std::move(elements);
    return found_.emplace_back(std::move(made));
  }

  /// KS01: a product that nothing realises, not even as a proposal.
  void products() {
    for (std::uint32_t i = 0; i < m_.products.size(); ++i) {
      const EntityRef product{EntityKind::product, i};
      if (!m_.products[i].own) continue;
      if (follow(m_, LinkKind::product_process, {product}, WithProposals::yes).empty())
        add("KS01", FindingSeverity::warning, {product}, {shown(m_.products[i])});
    }
  }

  /// KS02 to KS04. Steps and actions follow the process they are part of.
  void processes() {
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
      const Process& p = m_.processes[i];
      const EntityRef ref{EntityKind::process, i};
      if (!p.own || p.level == ProcessLevel::step || p.level == ProcessLevel::action) continue;
      std::vector<EntityRef> line = wholes_of(m_, ref);
      line.push_back(ref);
      if (p.kind == ProcessKind::primary &&
          follow_back(m_, LinkKind::product_process, line, WithProposals::yes).empty())
        add("KS02", FindingSeverity::warning, {ref}, {shown(p)});
      if (!has_owner(line)) add("KS03", FindingSeverity::warning, {ref}, {shown(p)});
      for (const State state : {State::ist, State::soll})
        if (p.states.has(state) && !has_executor(m_, ref, state))
          add("KS04", FindingSeverity::warning, {ref}, {shown(p)}).states = States::only(state);
    }
  }

  bool has_owner(const std::vector<EntityRef>& line) const {
    return std::ranges::any_of(line, [&](EntityRef at) {
      return std::ranges::any_of(m_.roles_of(at), [](const RoleAssignment& r) { return r.role == Role::responsible; });
    });
  }

  /// KS05.
  void unresolved() {
    for (const UnresolvedReference& u : m_.unresolved) {
      std::vector<EntityRef> elements;
      if (u.owner.known()) elements.push_back(u.owner);
      Finding& finding = add("KS05", FindingSeverity::error, std::move(elements), {std::string(u.name.value)});
      finding.trace.places.push_back(u.name.place);
    }
  }

  /// KS06: one per mapping that waits for a person.
  void proposals() {
    for (const Link& link : m_.links.all())
      if (link.status == MappingStatus::proposed)
        add("KS06", FindingSeverity::info, {link.from, link.to},
            {shown(m_.entity(link.from)), shown(m_.entity(link.to))})
            .trace.places = link.trace.places;
  }

  /// KS07: two products with one UPL name, or two processes that claim one catalogue process.
  void used_twice() {
    if (!m_.map) return;
    std::map<std::string_view, std::vector<EntityRef>> users;
    for (const MapProduct& p : m_.map->products)
      if (const EntityRef ref = m_.find(EntityKind::product, p.id.value); ref.known())
        if (const Text& uri = m_.product(ref).upl_uri; !uri.empty()) users[uri.value].push_back(ref);
    for (const MapProcess& p : m_.map->processes) {
      const EntityRef ref = m_.find(EntityKind::process, p.id.value);
      if (ref.known() && !p.code.empty()) users[p.code.value].push_back(ref);
    }
    for (auto& [key, things] : users) {
      if (things.size() < 2) continue;
      std::string names;
      for (const EntityRef thing : things) names += (names.empty() ? "" : ", ") + shown(m_.entity(thing));
      add("KS07", FindingSeverity::warning, std::move(things), {std::string(key), names});
    }
  }

  /// KS08.
  void disappeared() {
    for (const Disappeared& d : m_.disappeared)
      add("KS08", FindingSeverity::warning, {}, {std::string(d.name), std::string(d.key)})
          .trace.places.push_back(d.used_at);
  }

  void apply_disposition(Finding& finding) const {
    for (const MapDisposition& d : m_.map->dispositions) {
      if (d.rule.value != finding.rule) continue;
      const bool same_state = d.states.value.empty() || d.states.value == finding.states;
      const bool same_element =
          std::ranges::any_of(finding.elements,
                              [&](EntityRef e) { return m_.entity(e).code.value == d.element.value; }) ||
          std::ranges::find(finding.arguments, std::string(d.element.value)) != finding.arguments.end();
      if (!same_state || !same_element) continue;
      finding.disposition = d.decision.value;
      finding.reason = d.reason;
    }
  }

  const Model& m_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> structural_findings(const Model& model) { return StructuralRules(model).run(); }

}  // namespace keuzekaart
