#include "modeler/gaps/project_texts.hpp"

#include <fmt/format.h>

#include "modeler/gaps/gap_texts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

std::string_view title_key(ProjectGround ground) {
  switch (ground) {
    case ProjectGround::party_executes:
      return "project.titel.uitvoering-naar";
    case ProjectGround::party_leaves:
      return "project.titel.uitvoering-weg";
    case ProjectGround::party:
      return "project.titel.samenwerken";
    case ProjectGround::application_comes:
      return "project.titel.applicatie-komt";
    case ProjectGround::application_goes:
      return "project.titel.applicatie-gaat";
    default:
      return "project.titel.intern";
  }
}

std::string_view reason_key(DependencyReason reason) {
  switch (reason) {
    case DependencyReason::agreement:
      return "project.na.afspraak";
    case DependencyReason::function:
      return "project.na.functie";
    case DependencyReason::access:
      return "project.na.toegang";
    case DependencyReason::said:
      break;
  }
  return "project.na.kaart";
}

}  // namespace

std::string project_title(const TableContext& context, const PlannedProject& project) {
  const Model& model = context.model;
  if (project.own.known()) return name_of(model.entity(project.own));
  const std::string about = project.about.known() ? name_of(model.entity(project.about)) : std::string();
  std::string title = context.labels.fill(title_key(project.ground), {about});
  if (project.domain.known()) title += fmt::format(" ({})", name_of(model.entity(project.domain)));
  return title;
}

std::string dependency_text(const TableContext& context, const Plan& plan, const Dependency& dependency) {
  const std::string first = project_title(context, plan.projects[dependency.on]);
  if (dependency.reason == DependencyReason::said) return context.labels.fill(reason_key(dependency.reason), {first});
  return context.labels.fill(reason_key(dependency.reason), {first, gap_subject(context, plan.gaps[dependency.gap_on]),
                                                             gap_subject(context, plan.gaps[dependency.gap])});
}

std::string assignment_sheet(const TableContext& context, const Plan& plan, std::size_t project) {
  constexpr std::size_t longest = 31;
  std::string name = fmt::format("P{} ", project + 1);
  for (const char c : project_title(context, plan.projects[project]))
    name += std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos ? ' ' : c;
  if (name.size() > longest) {
    constexpr std::string_view more = "…";
    std::size_t end = longest - more.size();
    while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
    name.resize(end);
    while (name.ends_with(' ')) name.pop_back();
    name += more;
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

Trace project_trace(const Model& model, const Plan& plan, const PlannedProject& project) {
  if (project.own.known()) return trace_of(model.entity(project.own));
  Gathered places;
  for (const std::size_t i : project.gaps) places.look_at({Derivation::proposed_project, plan.gaps[i].trace.places});
  return places.trace({Derivation::proposed_project, {}});
}

}  // namespace keuzekaart
