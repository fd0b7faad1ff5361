#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The Iv3 definitions of one year (CBS, JSON): of its code lists the one of task fields (taakvelden).

/// Whether there is a code list of task fields.
bool recognises_task_fields(const Candidate& candidate);

/// Reads the main fields and their fields into a `TaskFieldList`, in the file's order; the total above them is left
/// out. Said and read on: a code that stands in the file as a number, which is kept as it is written (K661), a value of
/// another kind than the field's (K153). A field without a code is left out (K155), of two with one code the first
/// counts (K201). Without task fields K154.
SourceContent read_task_fields(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
TaskFieldList read_task_fields_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
