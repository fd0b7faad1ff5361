#pragma once
#include <array>
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// A model as Archi exports it to CSV: `elements.csv`, `relations.csv` and `properties.csv`, with any prefix before
/// these names, delimited by comma, semicolon or tab. Views and folders are not in it.

/// Whether a file has the headings of one of the three, or a folder holds a file with those of the elements.
bool recognises_archi_csv(const Candidate& candidate);

/// Reads and links the model from any of the three files or the folder they are in. The three belong together by what
/// stands before and behind `elements`, `relations` and `properties` in their names. A file that is missing is said
/// (K131), a folder with several models is refused (K132). Properties of nothing are said (K203). What Archi adds to
/// please Excel (`="01"`, a blank before `=`) is taken off again.
archimate::ArchimateModel read_archi_csv(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of the three files: elements, relations, properties.
archimate::ArchimateModel read_archi_csv_bytes(std::array<std::string, 3> bytes, Sources& sources,
                                               Diagnostics& diagnostics);

}  // namespace keuzekaart
