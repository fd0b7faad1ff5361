#include "importers/map_reader.hpp"

#include <fmt/format.h>

#include "importers/grammar/checker.hpp"
#include "importers/map_file/description.hpp"
#include "importers/map_file/sections.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// Each costs kilobytes once it is joined and judged; all municipalities of the country together have 140,000 handovers
/// and 360,000 things.
constexpr std::size_t most_of_a_kind = 150'000;
constexpr std::size_t most_things = 400'000;

/// Refuses a map with more things than the memory of a laptop is for.
bool is_too_large(const XmlFile& xml, Diagnostics& diagnostics) {
  std::size_t all = 0;
  for (const pugi::xml_node list : xml.root().children()) {
    std::size_t number = 0;
    for (pugi::xml_node thing = list.first_child(); thing; thing = thing.next_sibling()) {
      ++number;
      const bool too_many = number > most_of_a_kind;
      if (!too_many && ++all <= most_things) continue;
      const std::size_t limit = too_many ? most_of_a_kind : most_things;
      diagnostics.report(Code::K109, xml.place_of(thing), {fmt::format("{}", limit)}).variant =
          too_many ? "of-a-kind" : "things";
      return true;
    }
  }
  return false;
}

std::shared_ptr<const MapDocument> read(const XmlFile* xml, Sources& sources, Diagnostics& diagnostics) {
  const grammar::Grammar& grammar = map_file::map_grammar();
  if (!xml || !grammar::is_of(grammar, *xml, diagnostics) || is_too_large(*xml, diagnostics)) return nullptr;
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

std::shared_ptr<const MapDocument> read_map_bytes(std::string path, std::string bytes, Sources& sources,
                                                  Diagnostics& diagnostics) {
  return read(xml_of_bytes(std::move(path), std::move(bytes), sources, diagnostics).get(), sources, diagnostics);
}

std::shared_ptr<const MapDocument> read_map_text(std::string path, std::string text, Sources& sources,
                                                 Diagnostics& diagnostics) {
  const FileId file = sources.add(std::move(path), std::move(text));
  return read(parse_guarded(file, sources.text(file), diagnostics).get(), sources, diagnostics);
}

}  // namespace keuzekaart
