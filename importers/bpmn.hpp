#pragma once
#include <string>

#include "importers/format_registry.hpp"
#include "modeler/records/process_flows.hpp"

namespace keuzekaart {

/// Process diagrams in BPMN 2.0 (OMG formal/13-12-09), as modelling tools save them: `<definitions>` with processes and
/// collaborations, under any prefix, with or without the drawing.

/// Whether the first element is `definitions` in the namespace of BPMN 2.0.
bool recognises_bpmn(const Candidate& candidate);

/// Reads a file into `ProcessFlows`, in the file's order. Order goes past gateways and events, also those on the border
/// of a step and links by name; loops end. Names are on one line. Said and read on: a part without an id (K340), a step
/// in several lanes (K341) or none (K352), a flow that leaves its process (K342), a message inside one (K343), too many
/// ways to follow (K344), what a map has no place for (K345), a lane or part without a name (K348, K351), a reference
/// to nothing (K203) or to a part of another kind (K354), another file of processes that is named (K355). Of two parts
/// with one id the first counts (K201). A file without any process is K353, in another language K128.
SourceContent read_bpmn(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
ProcessFlows read_bpmn_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
