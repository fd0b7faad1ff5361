#pragma once
#include <string>

#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// The table as CSV (RFC 4180): column keys in the first record, the row's code in the first field, commas, CRLF, UTF-8
/// with a byte order mark, which Excel needs. Keys are the same in every language. A text that a spreadsheet would take
/// for a formula gets a quote sign before it. Title, signs and traces are left out; JSON has all.
std::string csv_table(const Table& table);

}  // namespace keuzekaart
