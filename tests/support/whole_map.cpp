#include "tests/support/whole_map.hpp"

#include <filesystem>
#include <stdexcept>

#include "importers/format_registry.hpp"
#include "importers/labels_reader.hpp"
#include "importers/map_reader.hpp"
#include "importers/read_file.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"

namespace keuzekaart::testing {

namespace {

ReadSource read_source(WholeMap& whole, std::string id, const std::string& path, const Format* format) {
  if (format == nullptr) format = recognise(path, whole.diagnostics);
  if (format == nullptr) throw std::runtime_error("not recognised: " + path);
  ReadSource read;
  read.source = {std::move(id), std::string(format->id), path, ""};
  read.content = format->read(path, whole.sources, whole.diagnostics);
  return read;
}

}  // namespace

Labels labels_in(Language language) {
  Diagnostics diagnostics;
  const char* name = language == Language::nl ? "labels-nl.xml" : "labels-en.xml";
  const auto xml = read_file(checkout("/catalogues/") + name, diagnostics);
  return read_labels(xml.value(), language);
}

const WholeMap& sample_map() {
  static const std::unique_ptr<WholeMap> whole = [] {
    auto made = std::make_unique<WholeMap>();
    const std::filesystem::path path = checkout("/samples/waterrijk/kaart.xml");
    JoinInput input;
    input.map = read_map(path.string(), made->sources, made->diagnostics);
    for (const MapSource& source : input.map->sources)
      input.sources.push_back(read_source(*made, std::string(source.id.value),
                                          (path.parent_path() / source.path.value).string(),
                                          find_format(source.format.value)));
    input.catalogue = built_in_catalogue();
    made->model = join(std::move(input), made->sources, made->diagnostics);
    made->findings = find_all(made->model);
    return made;
  }();
  return *whole;
}

std::unique_ptr<WholeMap> sources_alone(const std::vector<std::string>& paths) {
  auto made = std::make_unique<WholeMap>();
  JoinInput input;
  for (const std::string& path : paths) {
    ReadSource read = read_source(*made, "", path, nullptr);
    read.source.id = read.source.format;
    input.sources.push_back(std::move(read));
  }
  input.catalogue = built_in_catalogue();
  made->model = join(std::move(input), made->sources, made->diagnostics);
  made->findings = find_all(made->model);
  return made;
}

}  // namespace keuzekaart::testing
