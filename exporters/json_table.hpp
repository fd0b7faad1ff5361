#pragma once
#include <span>
#include <string>

#include "modeler/source/sources.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// The tables as one JSON array: per table key, sheet, title, explanation, columns and rows; per cell its value (null,
/// text, number, or a date as text), its mark when it has one, the rule of its trace ("A12") and the places
/// ("kaart.xml:12:34"). Keys and marks are the same in every language.
std::string json_tables(std::span<const Table> tables, const Sources& sources);

}  // namespace keuzekaart
