#include "importers/map_reader.hpp"

#include "importers/grammar/checker.hpp"
#include "importers/map_file/description.hpp"
#include "importers/map_file/sections.hpp"

namespace keuzekaart {

namespace {

std::shared_ptr<const MapDocument> read(const XmlFile* xml, Sources& sources, Diagnostics& diagnostics) {
  const grammar::Grammar& grammar = map_file::map_grammar();
  if (!xml || !grammar::is_of(grammar, *xml, diagnostics)) return nullptr;
  grammar::References references(grammar, diagnostics);
  grammar::Checker(grammar, *xml, references, diagnostics).check();
  references.resolve();
  auto document = std::make_shared<MapDocument>();
  const map_file::RecordReader map(*xml, sources, xml->root());
  map_file::read_context(map, *document);
  map_file::read_structure(map, *document);
  map_file::read_processes(map, *document);
  map_file::read_chains(map, *document);
  map_file::read_choices(map, *document);
  map_file::read_projects(map, *document);
  return document;
}

}  // namespace

std::shared_ptr<const MapDocument> read_map(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return read(read_xml(path, sources, diagnostics).get(), sources, diagnostics);
}

std::shared_ptr<const MapDocument> read_map_text(std::string path, std::string text, Sources& sources,
                                                 Diagnostics& diagnostics) {
  const FileId file = sources.add(std::move(path), std::move(text));
  return read(parse_guarded(file, sources.text(file), diagnostics).get(), sources, diagnostics);
}

}  // namespace keuzekaart
