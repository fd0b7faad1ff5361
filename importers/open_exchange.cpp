#include "importers/open_exchange.hpp"

#include <optional>

#include "importers/guarded_xml.hpp"
#include "importers/open_exchange_model.hpp"
#include "importers/read_file.hpp"
#include "importers/root_element.hpp"
#include "modeler/archimate/link.hpp"

namespace keuzekaart {

using archimate::ArchimateModel;

namespace {

/// What the namespaces of all versions begin with.
constexpr std::string_view open_group = "http://www.opengroup.org/xsd/archimate";

}  // namespace

bool recognises_open_exchange(const Candidate& candidate) {
  if (candidate.folder || !candidate.entries.empty()) return false;
  const RootElement root = root_element(candidate.head);
  return root.local == "model" && root.uri.starts_with(open_group);
}

ArchimateModel read_open_exchange(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  std::optional<std::string> bytes = read_file(path, diagnostics, XmlLimits().bytes);
  return bytes ? read_open_exchange_bytes(path, std::move(*bytes), sources, diagnostics) : ArchimateModel();
}

ArchimateModel read_open_exchange_bytes(std::string path, std::string bytes, Sources& sources,
                                        Diagnostics& diagnostics) {
  XmlOutline xml;
  const std::optional<FileId> file = outline_xml(std::move(path), std::move(bytes), xml, sources, diagnostics);
  ArchimateModel model;
  if (!file) return model;
  take_open_exchange({*file, sources.text(*file), xml, sources.pool()}, model, diagnostics);
  archimate::link(model, diagnostics);
  return model;
}

}  // namespace keuzekaart
