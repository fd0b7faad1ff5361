#pragma once
#include <string>
#include <vector>

#include "modeler/tables/table.hpp"

namespace keuzekaart {

struct TextTableOptions {
  std::size_t width = 100;           ///< columns of the terminal; a row is not made wider when it can be avoided
  std::vector<std::string> columns;  ///< keys of the columns to show, in this order; empty: all that are printed
};

/// The table for a terminal: title, headings and rows in aligned columns, long texts wrapped, signs before marked
/// values. A table of many long texts, which would stand in columns too narrow to read, comes as one block for each
/// row, when that takes fewer lines. Control characters never reach the terminal.
std::string text_table(const Table& table, const TextTableOptions& options = {});

/// How many columns of a terminal a text takes: wide characters two, combining ones none.
std::size_t display_width(std::string_view text);

}  // namespace keuzekaart
