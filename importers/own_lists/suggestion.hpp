#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::own_lists {

/// The headings of a table that nobody described yet.
struct Headings {
  std::string sheet;  ///< empty: the only one
  std::vector<std::string> names;
};

/// The row of headings of a text, guessed: of the first rows the first with the most filled cells. Empty when the text
/// does not look like a table of two columns or more.
std::vector<std::string> likely_headings(std::string_view head);

/// A description to begin with: of each table the kind that its headings fit best, with every field whose name they
/// look like.
std::vector<std::string> suggested_description(const std::string& path, const std::vector<Headings>& tables);

/// Says that a list stands here without its description (K321), and suggests one.
void report_without_description(const std::string& path, const std::vector<Headings>& tables, Diagnostics& diagnostics);

/// The same of a workbook: its sheets that are not hidden, with their headings. One that keuzekaart made is K322. Says
/// nothing, and returns false, when it cannot be read.
bool report_workbook(const std::string& path, Diagnostics& diagnostics);

}  // namespace keuzekaart::own_lists
