#include "importers/bpmn.hpp"

#include <optional>

#include "importers/bpmn_reading.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/read_file.hpp"
#include "importers/root_element.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view model_namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/// Whether this is BPMN 2.0 at all.
bool is_bpmn(const OutlineReader& in, Diagnostics& diagnostics) {
  const std::string uri(in.xml().root_namespace());
  if (in.name(0) == "definitions" && uri == model_namespace) return true;
  Diagnostic& said = diagnostics.report(Code::K128, in.place_of(0), {"BPMN 2.0"});
  if (in.name(0) == "definitions") {
    said.arguments.insert(said.arguments.end(), {uri, std::string(model_namespace)});
  } else {
    said.variant = "root";
    said.arguments.insert(said.arguments.end(), {std::string(in.xml().root().name), "definitions"});
  }
  return false;
}

}  // namespace

bool recognises_bpmn(const Candidate& candidate) {
  if (candidate.folder) return false;
  const RootElement root = root_element(candidate.head);
  return root.local == "definitions" && root.uri == model_namespace;
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
  if (read.processes.empty() && read.participants.empty()) diagnostics.report_file(Code::K353, *file);
  return read;
}

}  // namespace keuzekaart
