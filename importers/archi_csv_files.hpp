#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// The three files of a CSV export of Archi, in the order in which they are read.
enum class ArchiCsvPart : unsigned { elements, relations, properties };

/// Which of the three has this first line, if any.
std::optional<ArchiCsvPart> archi_csv_part(std::string_view head);

/// The paths of the three, by part; empty for one that is not there.
using ArchiCsvPaths = std::array<std::string, 3>;

/// The three files that belong with `path`, which is one of them or the folder they are in. Says what is missing (K131)
/// or that several models lie side by side (K132: nothing).
std::optional<ArchiCsvPaths> archi_csv_paths(const std::string& path, Diagnostics& diagnostics);

/// Whether a folder holds the elements of a model.
bool holds_archi_csv(const std::string& folder);

}  // namespace keuzekaart
