#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The file in which Archi keeps a model (.archimate), of Archi 2 to 5: plain XML, or a ZIP archive with `model.xml`
/// and `images/` as soon as the model holds an image.

/// Whether the first element is Archi's `model`, or the archive holds `model.xml` and nothing that is no part of it.
bool recognises_archimate(const Candidate& candidate);

/// Reads and links the model in either form. Names of ArchiMate 2 (UsedBy, InfrastructureService, AndJunction) are read
/// as the present ones and said once (K631). Types that ArchiMate does not have are kept (K204), elements that Archi
/// does not write are left out and said (K129). Refused: another root (K128), a namespace that is not Archi's (K128),
/// an archive without a model (K127). Images are not taken over (K635).
archimate::ArchimateModel read_archimate(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file, plain or packed; `path` is only shown.
archimate::ArchimateModel read_archimate_bytes(std::string path, std::string bytes, Sources& sources,
                                               Diagnostics& diagnostics);

}  // namespace keuzekaart
