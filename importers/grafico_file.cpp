#include "importers/grafico_file.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

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

class FileReader {
 public:
  FileReader(const XmlFile& xml, std::uint32_t folder, TextPool& pool, GraficoPart& part)
      : xml_(xml), root_(xml.root()), folder_(folder), pool_(pool), part_(part) {}

  void read() {
    const std::string_view type = local_name(root_.name());
    if (!namespace_of(root_).starts_with(archi_namespace)) {
      report(Code::K204, xml_.place_of(root_), {std::string(root_.name())}).variant = "not-archimate";
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

  Text attribute(const char* name) { return xml_.text(root_, name, pool_); }

  Text element_name() {
    const std::string_view qualified = root_.name();
    const std::string_view local = local_name(qualified);
    Place place = xml_.place_of(root_);
    place.offset += static_cast<std::uint32_t>(qualified.size() - local.size());
    return {pool_.keep(local), place};
  }

  Text id() {
    const Text id = attribute("id");
    if (id.empty()) report(Code::K202, xml_.place_of(root_), {std::string(root_.name())});
    return id;
  }

  Run properties() {
    Run run{size_of(part_.model.properties), 0};
    for (const pugi::xml_node child : root_.children("properties")) {
      Property property{xml_.text(child, "key", pool_), xml_.text(child, "value", pool_)};
      // Without a key the property still has a place to speak of.
      if (!property.key.place.known()) property.key.place = xml_.place_of(child);
      part_.model.properties.push_back(property);
      ++run.count;
    }
    return run;
  }

  /// What stands after '#' in `href`: files are found by the id in them, wherever they lie.
  Text referred(pugi::xml_node element) {
    Text href = xml_.text(element, "href", pool_);
    if (const std::size_t hash = href.value.rfind('#'); hash != std::string_view::npos) {
      href.value.remove_prefix(hash + 1);
      href.place.offset += static_cast<std::uint32_t>(hash + 1);
    }
    return href;
  }

  void declare(pugi::xml_node element, const Text& id) {
    for (const pugi::xml_attribute found : element.attributes()) {
      if (local_name(found.name()) != "type") continue;
      const std::string_view spelled = found.value();
      const std::string_view type = local_name(spelled);
      Place place = xml_.place_of(found);
      place.offset += static_cast<std::uint32_t>(spelled.size() - type.size());
      part_.declared.push_back({{pool_.keep(type), place}, id.value});
    }
  }

  Text end(const char* which) {
    const pugi::xml_node element = root_.child(which);
    if (!element) return {};
    const Text id = referred(element);
    declare(element, id);
    return id;
  }

  void read_concept(std::string_view type) {
    Concept made;
    const bool relation = type.ends_with(relation_ending);
    if (relation) type.remove_suffix(relation_ending.size());
    const ConceptType known = archimate::concept_type(type);
    // "Serving" without the ending is no element, "BusinessActorRelationship" no relation.
    if (archimate::is_relation(known) == relation) made.type = known;
    made.id = id();
    made.name = attribute("name");
    made.documentation = attribute("documentation");
    made.type_name = element_name();
    if (made.type == ConceptType::unknown)
      report(Code::K204, made.type_name.place, {std::string(made.type_name.value), std::string(made.name.value)});
    made.properties = properties();
    made.profiles.first = size_of(part_.model.profile_references);
    for (const pugi::xml_node child : root_.children("profiles")) {
      part_.model.profile_references.push_back(referred(child));
      ++made.profiles.count;
    }
    made.folder = folder_;
    if (relation) read_ends(made);
    if (made.type == ConceptType::junction && std::string_view(root_.attribute("type").value()) == "or")
      made.junction = JunctionKind::or_junction;
    part_.model.concepts.push_back(made);
  }

  void read_ends(Concept& made) {
    made.source_id = end("source");
    made.target_id = end("target");
    made.strength = attribute("strength");
    made.directed = std::string_view(root_.attribute("directed").value()) == "true";
    const std::string_view access = root_.attribute("accessType").value();
    if (access == "1") made.access = AccessMode::read;
    if (access == "2") made.access = AccessMode::unspecified;
    if (access == "3") made.access = AccessMode::read_write;
  }

  void read_view(std::string_view kind) {
    View view;
    view.id = id();
    view.name = attribute("name");
    view.documentation = attribute("documentation");
    view.kind = {pool_.keep(kind), element_name().place};
    view.properties = properties();
    view.shown.first = size_of(part_.model.shown_ids);
    for (pugi::xml_node at = root_; at;) {
      const std::string_view name = at.name();
      if (name == "archimateElement" || name == "archimateRelationship") {
        part_.model.shown_ids.push_back(referred(at));
      }
      if (at.first_child()) {
        at = at.first_child();
        continue;
      }
      while (at != root_ && !at.next_sibling()) at = at.parent();
      at = at == root_ ? pugi::xml_node() : at.next_sibling();
    }
    view.shown.count = size_of(part_.model.shown_ids) - view.shown.first;
    view.folder = folder_;
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
    part_.folder_numbers.push_back(folder_);
  }

  void read_model() {
    part_.model.id = id();
    part_.model.name = attribute("name");
    part_.model.purpose = attribute("purpose");
    part_.model.version = attribute("version");
    part_.model.model_properties = properties();
    for (const pugi::xml_node child : root_.children("profiles"))
      part_.model.profiles.push_back(
          {xml_.text(child, "id", pool_), xml_.text(child, "name", pool_), xml_.text(child, "conceptType", pool_)});
  }

  const XmlFile& xml_;
  pugi::xml_node root_;
  std::uint32_t folder_;
  TextPool& pool_;
  GraficoPart& part_;
};

void move_all(auto& from, auto& to) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

}  // namespace

void take_grafico_file(const XmlFile& xml, std::uint32_t folder, TextPool& pool, GraficoPart& part) {
  FileReader(xml, folder, pool, part).read();
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
  move_all(later.declared, all.declared);
  all.diagnostics.absorb(std::move(later.diagnostics));
}

}  // namespace keuzekaart
