#include "importers/grafico_file.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::AccessMode;
using archimate::Concept;
using archimate::ConceptType;
using archimate::Folder;
using archimate::JunctionKind;
using archimate::Property;
using archimate::Run;
using archimate::View;

namespace {

/// Canvases have a namespace of their own below it.
constexpr std::string_view archi_namespace = "http://www.archimatetool.com/";
constexpr std::string_view relation_ending = "Relationship";

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

std::string_view after_colon(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

class FileReader {
 public:
  FileReader(const GraficoFile& file, TextPool& pool, GraficoPart& part)
      : file_(file), xml_(file.xml), root_(file.xml.root()), pool_(pool), part_(part) {}

  void read() {
    const std::string_view type = after_colon(root_.name);
    if (!xml_.root_namespace().starts_with(archi_namespace)) {
      report(Code::K204, place_of(root_.name), {std::string(root_.name)}).variant = "not-archimate";
    } else if (type == "Folder" || type == "ArchimateModel") {
      read_folder(type == "ArchimateModel");
    } else if (type == "ArchimateDiagramModel" || type == "SketchModel" || type == "CanvasModel") {
      read_view(type);
    } else {
      read_concept(type);
    }
  }

 private:
  Diagnostic& report(Code code, Place place, std::vector<std::string> arguments) {
    return part_.diagnostics.report(code, place, std::move(arguments));
  }

  /// Where a part of the file's text stands.
  Place place_of(std::string_view part) const {
    return {file_.id, static_cast<std::uint32_t>(part.data() - file_.text.data())};
  }

  Text text(const XmlElement& element, std::string_view name) {
    const XmlAttribute* found = xml_.find(element, name);
    return found == nullptr ? Text{} : Text{value_of(*found, pool_), place_of(found->raw)};
  }
  Text attribute(std::string_view name) { return text(root_, name); }
  bool attribute_is(std::string_view name, std::string_view value) const {
    const XmlAttribute* found = xml_.find(root_, name);
    return found != nullptr && found->raw == value;
  }

  /// Calls `take` with every element right below the root that has this name.
  void children(std::string_view name, const auto& take) {
    for (const XmlElement& element : xml_.elements)
      if (element.depth == 1 && element.name == name) take(element);
  }

  Text id() {
    Text id = attribute("id");
    // Copied together: ids are looked up all the time, and the files lie far apart.
    id.value = pool_.keep(id.value);
    if (id.empty()) report(Code::K202, place_of(root_.name), {std::string(root_.name)});
    return id;
  }

  Run properties() {
    Run run{size_of(part_.model.properties), 0};
    children("properties", [&](const XmlElement& child) {
      Property property{text(child, "key"), text(child, "value")};
      // Without a key the property still has a place to speak of.
      if (!property.key.place.known()) property.key.place = place_of(child.name);
      part_.model.properties.push_back(property);
      ++run.count;
    });
    return run;
  }

  /// What stands after '#' in `href`: files are found by the id in them, wherever they lie.
  Text referred(const XmlElement& element) {
    Text href = text(element, "href");
    if (const std::size_t hash = href.value.rfind('#'); hash != std::string_view::npos) {
      href.value.remove_prefix(hash + 1);
      href.place.offset += static_cast<std::uint32_t>(hash + 1);
    }
    return href;
  }

  void end(std::string_view which, Text& id, Text& type) {
    children(which, [&](const XmlElement& element) {
      id = referred(element);
      for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
        const XmlAttribute& a = xml_.attributes[element.first_attribute + i];
        if (after_colon(a.name) != "type") continue;
        const std::string_view spelled = after_colon(a.raw);
        type = {spelled, place_of(spelled)};
      }
    });
  }

  void read_concept(std::string_view type) {
    Concept made;
    made.type_name = {type, place_of(type)};
    const bool relation = type.ends_with(relation_ending);
    if (relation) type.remove_suffix(relation_ending.size());
    const ConceptType known = archimate::concept_type(type);
    // "Serving" without the ending is no element, "BusinessActorRelationship"
    // no relation.
    if (archimate::is_relation(known) == relation) made.type = known;
    made.id = id();
    made.name = attribute("name");
    made.documentation = attribute("documentation");
    if (made.type == ConceptType::unknown)
      report(Code::K204, made.type_name.place, {std::string(made.type_name.value), std::string(made.name.value)});
    made.properties = properties();
    made.profiles.first = size_of(part_.model.profile_references);
    children("profiles", [&](const XmlElement& child) {
      part_.model.profile_references.push_back(referred(child));
      ++made.profiles.count;
    });
    made.folder = file_.folder;
    if (relation) read_ends(made);
    if (made.type == ConceptType::junction && attribute_is("type", "or")) made.junction = JunctionKind::or_junction;
    part_.model.concepts.push_back(made);
  }

  void read_ends(Concept& made) {
    end("source", made.source_id, made.source_type);
    end("target", made.target_id, made.target_type);
    made.strength = attribute("strength");
    made.directed = attribute_is("directed", "true");
    if (attribute_is("accessType", "1")) made.access = AccessMode::read;
    if (attribute_is("accessType", "2")) made.access = AccessMode::unspecified;
    if (attribute_is("accessType", "3")) made.access = AccessMode::read_write;
  }

  void read_view(std::string_view kind) {
    View view;
    view.id = id();
    view.name = attribute("name");
    view.documentation = attribute("documentation");
    view.kind = {kind, place_of(kind)};
    view.properties = properties();
    view.shown.first = size_of(part_.model.shown_ids);
    for (const XmlElement& element : xml_.elements)
      if (element.name == "archimateElement" || element.name == "archimateRelationship")
        part_.model.shown_ids.push_back(referred(element));
    view.shown.count = size_of(part_.model.shown_ids) - view.shown.first;
    view.folder = file_.folder;
    part_.model.views.push_back(view);
  }

  void read_folder(bool whole_model) {
    if (whole_model) read_model();
    Folder folder;
    folder.id = whole_model ? part_.model.id : id();
    folder.name = whole_model ? part_.model.name : attribute("name");
    folder.documentation = attribute(whole_model ? "purpose" : "documentation");
    folder.type = attribute("type");
    folder.properties = whole_model ? part_.model.model_properties : properties();
    part_.model.folders.push_back(folder);
    part_.folder_numbers.push_back(file_.folder);
  }

  void read_model() {
    part_.model.id = id();
    part_.model.name = attribute("name");
    part_.model.purpose = attribute("purpose");
    part_.model.version = attribute("version");
    part_.model.model_properties = properties();
    children("profiles", [&](const XmlElement& child) {
      part_.model.profiles.push_back({text(child, "id"), text(child, "name"), text(child, "conceptType")});
    });
  }

  const GraficoFile& file_;
  const XmlOutline& xml_;
  const XmlElement& root_;
  TextPool& pool_;
  GraficoPart& part_;
};

void move_all(auto& from, auto& to) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

}  // namespace

void take_grafico_file(const GraficoFile& file, TextPool& pool, GraficoPart& part) {
  FileReader(file, pool, part).read();
}

void reserve_for(GraficoPart& all, const std::vector<GraficoPart>& parts) {
  const auto total = [&](auto list) {
    std::size_t number = 0;
    for (const GraficoPart& part : parts) number += (part.model.*list).size();
    (all.model.*list).reserve(number);
  };
  total(&archimate::ArchimateModel::concepts);
  total(&archimate::ArchimateModel::views);
  total(&archimate::ArchimateModel::properties);
  total(&archimate::ArchimateModel::shown_ids);
}

void append(GraficoPart& all, GraficoPart&& later) {
  archimate::ArchimateModel& into = all.model;
  archimate::ArchimateModel& from = later.model;
  const std::uint32_t properties = size_of(into.properties);
  for (Concept& c : from.concepts) {
    c.properties.first += properties;
    c.profiles.first += size_of(into.profile_references);
  }
  for (View& v : from.views) {
    v.properties.first += properties;
    v.shown.first += size_of(into.shown_ids);
  }
  for (Folder& f : from.folders) f.properties.first += properties;
  const auto has_model = [](const archimate::ArchimateModel& m) { return m.id.place.known() || m.name.place.known(); };
  if (has_model(from) && !has_model(into)) {
    into.id = from.id;
    into.name = from.name;
    into.purpose = from.purpose;
    into.version = from.version;
    into.model_properties = {from.model_properties.first + properties, from.model_properties.count};
  }
  move_all(from.concepts, into.concepts);
  move_all(from.views, into.views);
  move_all(from.folders, into.folders);
  move_all(from.profiles, into.profiles);
  move_all(from.properties, into.properties);
  move_all(from.profile_references, into.profile_references);
  move_all(from.shown_ids, into.shown_ids);
  move_all(later.folder_numbers, all.folder_numbers);
  all.diagnostics.absorb(std::move(later.diagnostics));
}

}  // namespace keuzekaart
