#include "importers/bpmn.hpp"

#include <algorithm>
#include <optional>

#include "importers/bpmn_reading.hpp"
#include "importers/bpmn_words.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/read_file.hpp"
#include "importers/root_element.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// Whether this is BPMN 2.0 at all.
bool is_bpmn(const OutlineReader& in, Diagnostics& diagnostics) {
  const std::string uri(in.xml().root_namespace());
  if (in.name(0) == "definitions" && uri == bpmn_namespace) return true;
  Diagnostic& said = diagnostics.report(Code::K128, in.place_of(0), {"BPMN 2.0"});
  if (in.name(0) == "definitions") {
    said.arguments.insert(said.arguments.end(), {uri, std::string(bpmn_namespace)});
  } else {
    said.variant = "root";
    said.arguments.insert(said.arguments.end(), {std::string(in.xml().root().name), "definitions"});
  }
  return false;
}

/// A diagram of who exchange which messages, without the process of anybody.
bool is_choreography(const XmlElement& element) {
  return element.local_name() == "choreography" || element.local_name() == "globalChoreographyTask";
}

}  // namespace

bool recognises_bpmn(const Candidate& candidate) {
  if (candidate.folder) return false;
  const RootElement root = root_element(candidate.head);
  return root.local == "definitions" && root.uri == bpmn_namespace;
}

SourceContent read_bpmn(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  std::optional<std::string> bytes = read_file(path, diagnostics, XmlLimits().bytes);
  return bytes ? read_bpmn_bytes(path, std::move(*bytes), sources, diagnostics) : ProcessFlows{};
}

ProcessFlows read_bpmn_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  XmlOutline xml;
  const std::optional<FileId> file = outline_xml(std::move(path), std::move(bytes), xml, sources, diagnostics);
  if (!file) return {};
  const OutlineReader in(*file, sources.text(*file), xml, sources.pool());
  if (!is_bpmn(in, diagnostics)) return {};
  ProcessFlows read = BpmnReading(in, diagnostics).read();
  if (read.processes.empty() && read.participants.empty()) {
    Diagnostic& said = diagnostics.report_file(Code::K353, *file);
    if (std::ranges::any_of(xml.elements, is_choreography)) said.variant = "choreography";
  }
  return read;
}

}  // namespace keuzekaart
