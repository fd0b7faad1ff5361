#pragma once
#include <string>

#include "modeler/gaps/plan.hpp"
#include "modeler/tables/table_registry.hpp"

/// How a planned project reads, in the language asked for.
namespace keuzekaart {

/// The map's title; of a proposal what it is about: "Uitvoering naar Werkbedrijf Merenland (Sociaal domein)".
std::string project_title(const TableContext& context, const PlannedProject& project);
/// Why it waits: "na Regie inrichten: afspraak vóór overdracht".
std::string dependency_text(const TableContext& context, const Plan& plan, const Dependency& dependency);
/// The name of the sheet with its assignment: its number in the plan and its title, cut to what Excel allows.
std::string assignment_sheet(const TableContext& context, const Plan& plan, std::size_t project);
/// Where the project stands: the map's project, or the gaps that it is made of.
Trace project_trace(const Model& model, const Plan& plan, const PlannedProject& project);

}  // namespace keuzekaart
