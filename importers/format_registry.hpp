#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/join/join.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// What a format's recogniser may look at: never the extension.
struct Candidate {
  std::string path;  ///< as given
  bool folder = false;
  std::string_view head;  ///< the first bytes of a file (up to 64 KiB), converted to UTF-8 where a BOM says so
  std::vector<std::string> entries = {};  ///< of a ZIP archive: the names of the files in it, sorted
};

/// A format that is read. One row of `formats()`; free functions, no objects.
struct Format {
  std::string_view id;  ///< "grafico", "upl", "i-navigator"
  bool (*recognises)(const Candidate& candidate);
  /// Reads the whole source, and links it when it is an ArchiMate model. Everything that can be read is read; what
  /// cannot is reported. Throws `IoError` only when the operating system fails in the middle of a read.
  SourceContent (*read)(const std::string& path, Sources& sources, Diagnostics& diagnostics);
};

/// Every format that is read, in the order shown.
std::span<const Format> formats();

/// The format with this id, or null.
const Format* find_format(std::string_view id);

/// The one format that recognises what stands at `path`; null with a diagnostic when none does (K110), more than one
/// does (K111) or it cannot be read (K101, K102).
const Format* recognise(const std::string& path, Diagnostics& diagnostics);

}  // namespace keuzekaart
