#pragma once
#include <string>

#include "importers/format_registry.hpp"
#include "importers/own_lists/list_table.hpp"

namespace keuzekaart {

/// The municipality's own lists: a description (XML, schemas/lijsten.xsd) that names tables (CSV, xlsx) and says which
/// of their columns is what.

/// Whether the first element is `lijsten`.
bool recognises_own_lists(const Candidate& candidate);

/// Reads a description and the lists that it names, which stand beside it. What is wrong with the description is said
/// as of every file that people write (K320, K401 to K418), with K324 for a heading and K323 for a sheet that is not
/// there, K332 for a field without a column; what is wrong with a list at its row or cell: K315, K316, K326 to K330,
/// and what `parse_csv` says. A file that is no list is K333. Everything that can be read is read.
SourceContent read_own_lists(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same with other files in the place of some that the description names.
OwnLists read_own_lists_instead(const std::string& path, own_lists::Instead instead, Sources& sources,
                                Diagnostics& diagnostics);

/// The same from the text of a description; `path` is where it would stand, and `open` gives the files that it names.
OwnLists read_own_lists_text(std::string path, std::string text, own_lists::OpenFile open, Sources& sources,
                             Diagnostics& diagnostics);

}  // namespace keuzekaart
