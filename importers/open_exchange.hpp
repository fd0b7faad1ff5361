#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The Open Group's ArchiMate Model Exchange File (AMEFF), of ArchiMate 3.0, 3.1 and 3.2 and of 2.1 (another namespace
/// and other words), as Archi, Sparx Enterprise Architect and others write it.

/// Whether the first element is `model` in a namespace of the Open Group's exchange format.
bool recognises_open_exchange(const Candidate& candidate);

/// Reads and links the model. Of names in several languages the Dutch one counts, else the first; the others are kept
/// (K632). A value refers to its property's definition, which may come before or after it (K203 when it is nowhere);
/// definitions with one name are one property (K633). The property with the identifier `specialization` becomes the
/// specialisation. Parts in another order than the schema's are read and said (K634), names of ArchiMate 2 too (K631),
/// types that ArchiMate does not have are kept (K204), elements that are unknown here are left out and said (K129).
/// Another root or namespace is refused (K128).
archimate::ArchimateModel read_open_exchange(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
archimate::ArchimateModel read_open_exchange_bytes(std::string path, std::string bytes, Sources& sources,
                                                   Diagnostics& diagnostics);

}  // namespace keuzekaart
