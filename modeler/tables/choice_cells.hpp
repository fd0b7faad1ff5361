#pragma once
#include <string>

#include "modeler/choices/choices.hpp"
#include "modeler/tables/table_maker.hpp"

/// How tables name choices and scopes.
namespace keuzekaart {

/// "Sociaal domein", or what the whole concern is called.
std::string scope_name(const TableContext& context, Scope scope);
/// "SD5 Geclusterd integraal elders"; the code alone when the catalogue does not have it.
std::string value_name(const TableContext& context, std::string_view catalogue_id);
/// The value of a choice, likewise.
std::string choice_name(const TableContext& context, EntityRef choice);
/// The short name of an aspect area: "medewerkers (A3)".
std::string area_name(const Labels& labels, std::string_view area);
/// "nu", "straks", "plateau 2".
std::string state_name(const Labels& labels, State state);
/// Where the choice stands.
Trace trace_of_choice(const Model& model, EntityRef choice);
/// The rationale, or what is said when there is none.
std::string reason_or_none(const TableContext& context, EntityRef choice);

}  // namespace keuzekaart
