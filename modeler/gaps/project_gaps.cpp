#include "modeler/gaps/project_gaps.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "modeler/gaps/state_facts.hpp"
#include "modeler/join/join_builder.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// Kinds of the same thing.
int family(GapKind kind) {
  switch (kind) {
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      return 100;
    case GapKind::agreement_new:
    case GapKind::agreement_ends:
    case GapKind::agreement_renew:
      return 101;
    case GapKind::function_new:
    case GapKind::function_ends:
      return 102;
    default:
      return static_cast<int>(kind);
  }
}

bool ends(GapKind kind) {
  return kind == GapKind::handover_ends || kind == GapKind::agreement_ends || kind == GapKind::function_ends;
}

/// Whether a person may well call it so: a handover that changes is a new one and one that ends, an agreement that
/// could be extended may be made anew. What comes is never what goes.
bool may_be_called(GapKind found, GapKind said) {
  return found == said || found == GapKind::handover_form || said == GapKind::handover_form ||
         ends(found) == ends(said);
}

bool holds(const Refs& refs, EntityRef wanted) { return std::ranges::find(refs, wanted) != refs.end(); }

class Matcher {
 public:
  Matcher(const Model& model, std::vector<Gap>& gaps) : m_(model), gaps_(gaps) {
    for (std::size_t i = 0; i < gaps.size(); ++i) by_family_[family(gaps[i].kind)].push_back(i);
  }

  void take_up(EntityRef project, const MapGap& said) {
    const std::optional<GapKind> kind = value_of<GapKind>(said.kind.value);
    std::vector<std::size_t> found;
    if (kind) found = matching(*kind, said.element.value);
    for (const std::size_t i : found) {
      tie(gaps_[i], project, said);
      if (gaps_[i].kind != *kind) said_otherwise(gaps_[i], project, *kind);
    }
    if (!found.empty()) return;
    // Two projects may name the same.
    const auto [at, is_new] = own_.try_emplace({said.kind.value, said.element.value}, gaps_.size());
    if (!is_new) return tie(gaps_[at->second], project, said);
    Gap own;
    own.kind = kind.value_or(GapKind::own);
    own.compared = false;
    own.said_kind = said.kind;
    own.element = m_.find(said.element.value);
    if (!own.element.known()) own.function = said.element.value;
    if (own.element.known() && own.element.kind == EntityKind::process) {
      own.processes = {own.element};
      own.domain = m_.process(own.element).domain;
      own.group = m_.process(own.element).group;
    }
    tie(own, project, said);
    gaps_.push_back(std::move(own));
  }

  /// Who sets up a new process sets up the functions that it alone has.
  void functions_of_new_processes() {
    std::map<EntityRef, Refs> set_up;
    for (const Gap& gap : gaps_)
      if (gap.kind == GapKind::process_new && gap.compared) set_up[gap.element] = gap.projects;
    for (Gap& gap : gaps_) {
      if (gap.kind != GapKind::function_new || gap.is_covered() || gap.on_no_process) continue;
      for (const EntityRef process : gap.processes) {
        const auto found = set_up.find(process);
        if (found == set_up.end() || found->second.empty()) {
          gap.projects.clear();
          break;
        }
        gap.projects.insert(gap.projects.end(), found->second.begin(), found->second.end());
      }
      sort_unique(gap.projects);
    }
  }

 private:
  /// What differs itself; else what touches it. What is of the very kind goes before what may be called so.
  std::vector<std::size_t> matching(GapKind kind, std::string_view element) {
    const EntityRef wanted = m_.find(element);
    std::vector<std::size_t> exact;
    std::vector<std::size_t> near;
    for (const std::size_t i : by_family_[family(kind)]) {
      const Gap& gap = gaps_[i];
      if (!may_be_called(gap.kind, kind)) continue;
      if ((wanted.known() && gap.element == wanted) || (!gap.function.empty() && gap.function == element) ||
          (gap.on_no_process && is_meant_for(wanted, gap.function)))
        exact.push_back(i);
      else if (gap.on_no_process)
        continue;  // the processes that others execute are not what a project sets up
      else if (wanted.known() && family(kind) >= 100 &&
               (holds(gap.processes, wanted) || holds(gap.handovers, wanted) || holds(gap.parties, wanted) ||
                holds(gap.before, wanted) || holds(gap.after, wanted)))
        near.push_back(i);
    }
    std::vector<std::size_t>& found = exact.empty() ? near : exact;
    const auto is_kind = [&](std::size_t i) { return gaps_[i].kind == kind; };
    if (std::ranges::any_of(found, is_kind)) std::erase_if(found, [&](std::size_t i) { return !is_kind(i); });
    return found;
  }

  /// Whether the map ties the thing to a function by name, if only as a proposal: of a directing function that nobody
  /// performs yet, the process that is to perform it.
  bool is_meant_for(EntityRef thing, std::string_view function) const {
    const auto has_name = [&](EntityRef ref) { return lower_case(m_.entity(ref).name.value) == lower_case(function); };
    if (!thing.known()) return false;
    if (has_name(thing)) return true;
    return thing.kind == EntityKind::process &&
           (std::ranges::any_of(functions_of(m_, thing, WithProposals::yes), has_name) ||
            std::ranges::any_of(follow(m_, LinkKind::reference, {thing}, WithProposals::yes), has_name));
  }

  static void said_otherwise(Gap& gap, EntityRef project, GapKind kind) {
    if (std::ranges::find(gap.said_kinds, project, &SaidKind::project) == gap.said_kinds.end())
      gap.said_kinds.push_back({project, kind});
  }

  static void tie(Gap& gap, EntityRef project, const MapGap& said) {
    if (!holds(gap.projects, project)) gap.projects.push_back(project);
    gap.addressed = gap.addressed.with(AspectAreas::of(said.aspect_areas.value));
    if (gap.effort.empty()) gap.effort = said.effort;
    if (gap.risk.empty()) gap.risk = said.risk;
    gap.trace.places.push_back(said.place);
  }

  const Model& m_;
  std::vector<Gap>& gaps_;
  std::map<int, std::vector<std::size_t>> by_family_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> own_;  ///< what only projects name
};

}  // namespace

void take_up_projects(const Model& model, std::vector<Gap>& gaps) {
  Matcher matcher(model, gaps);
  for (std::uint32_t i = 0; i < model.projects.size(); ++i)
    if (const MapProject* record = model.projects[i].record)
      for (const MapGap& said : record->gaps) matcher.take_up({EntityKind::project, i}, said);
  matcher.functions_of_new_processes();
}

}  // namespace keuzekaart
