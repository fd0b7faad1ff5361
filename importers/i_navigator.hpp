#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The process catalogue i-Navigator (BizZib, formerly DSP) as it exports itself: `<dsp>` with processes, their steps,
/// roles, owner, chain partners, law, registers, related processes, Iv3 task field and the name of the GEMMA process.

/// Whether the first element is `dsp`.
bool recognises_i_navigator(const Candidate& candidate);

/// Reads an export into a `ProcessCatalogue`, in the file's order, steps by sequence number. Runs of blanks in values
/// are one blank, because long values are wrapped in the file; `xsi:nil` is empty. Said and read on: another
/// specification than ICR1.5 (K621), a value that is no task field (K622), a sequence number that is none (K623), a
/// register that is not in the file (K203). Of two processes with one id the first counts (K201); a process without an
/// id is left out (K202). Another root element is K624 and gives an empty catalogue.
SourceContent read_i_navigator(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from UTF-8 text; `path` is only shown.
ProcessCatalogue read_i_navigator_text(std::string path, std::string text, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
