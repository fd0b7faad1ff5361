#pragma once
#include <string>
#include <string_view>

#include "modeler/source/sources.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// The words of --format of a command that answers with a table; text when nothing is asked for.
inline constexpr std::string_view table_forms[] = {"text", "csv", "json"};

/// A table in one of these forms. As text it ends with its explanation.
std::string shown_table(const Table& table, std::string_view form, const Sources& sources);

}  // namespace keuzekaart
