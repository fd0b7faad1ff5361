#include "importers/archimate_file.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "importers/archimate_names.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/outline_reader.hpp"
#include "importers/read_file.hpp"
#include "importers/root_element.hpp"
#include "modeler/archimate/link.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::AccessMode;
using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptType;
using archimate::Folder;
using archimate::Property;
using archimate::Run;
using archimate::View;

namespace {

constexpr std::string_view archi_namespace = "http://www.archimatetool.com/archimate";
/// Of Archi 1, when it was made at the University of Bolton.
constexpr std::string_view bolton_namespace = "http://www.bolton.ac.uk/archimate";
constexpr std::string_view model_entry = "model.xml";
constexpr std::string_view images = "images/";
constexpr unsigned newest_version = 5;

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

bool is_view(std::string_view type) {
  return type == "ArchimateDiagramModel" || type == "SketchModel" || type == "CanvasModel";
}

/// Reads the outline of one file into a model.
class ModelReader {
 public:
  ModelReader(const OutlineReader& in, ArchimateModel& model, Diagnostics& diagnostics)
      : in_(in), model_(model), diagnostics_(diagnostics) {}

  void read() {
    if (!is_archi()) return;
    model_.id = id(0);
    model_.name = in_.attribute(0, "name");
    model_.version = in_.attribute(0, "version");
    check_version();
    model_.model_properties = properties(0);
    Folder root;
    root.id = model_.id;
    root.name = model_.name;
    root.properties = model_.model_properties;
    model_.folders.push_back(root);
    in_.children(0, [&](std::uint32_t child) {
      const std::string_view name = in_.name(child);
      if (name == "folder")
        read_folder(child, 0);
      else if (name == "purpose" || name == "documentation")
        model_.purpose = model_.folders[0].documentation = in_.content(child);
      else if (name == "profile")
        model_.profiles.push_back(
            {in_.attribute(child, "id"), in_.attribute(child, "name"), in_.attribute(child, "conceptType")});
      else if (name != "property" && name != "metadata" && name != "feature")
        skip(child);
    });
    skipped_.report(diagnostics_);
    older_.report(diagnostics_);
  }

 private:
  /// Whether this is Archi's language at all.
  bool is_archi() {
    const std::string_view name = in_.name(0);
    const std::string uri(in_.xml().root_namespace());
    if (name == "model" && (uri == archi_namespace || uri == bolton_namespace)) return true;
    Diagnostic& reported = diagnostics_.report(Code::K128, in_.place_of(0), {"Archi-model"});
    if (name == "model") {
      reported.arguments.insert(reported.arguments.end(), {uri, std::string(archi_namespace)});
    } else {
      reported.variant = "root";
      reported.arguments.insert(reported.arguments.end(), {std::string(in_.xml().root().name), "archimate:model"});
    }
    return false;
  }

  void check_version() {
    const std::string_view version = model_.version.value;
    unsigned first = 0;
    std::from_chars(version.data(), version.data() + version.size(), first);
    if (first > newest_version)
      diagnostics_.report(Code::K130, model_.version.place, {std::string(version), std::to_string(newest_version)});
  }

  void skip(std::uint32_t element) { skipped_.add(in_.xml().elements[element].name, in_.place_of(element)); }

  Text id(std::uint32_t element) {
    Text id = in_.attribute(element, "id");
    if (id.empty())
      diagnostics_.report(Code::K202, in_.place_of(element), {std::string(in_.xml().elements[element].name)});
    return id;
  }

  Run properties(std::uint32_t element) {
    Run run{size_of(model_.properties), 0};
    in_.children(element, [&](std::uint32_t child) {
      if (in_.name(child) != "property") return;
      Property property{in_.attribute(child, "key"), in_.attribute(child, "value")};
      // Without a key the property still has a place to speak of.
      if (!property.key.place.known()) property.key.place = in_.place_of(child);
      model_.properties.push_back(property);
      ++run.count;
    });
    return run;
  }

  Text documentation(std::uint32_t element) const {
    Text found;
    in_.children(element, [&](std::uint32_t child) {
      if (in_.name(child) == "documentation") found = in_.content(child);
    });
    return found;
  }

  void read_folder(std::uint32_t element, std::uint32_t parent) {
    Folder folder;
    folder.id = id(element);
    folder.name = in_.attribute(element, "name");
    folder.type = in_.attribute(element, "type");
    folder.documentation = documentation(element);
    folder.properties = properties(element);
    folder.parent = parent;
    const std::uint32_t number = size_of(model_.folders);
    model_.folders.push_back(folder);
    in_.children(element, [&](std::uint32_t child) {
      const std::string_view name = in_.name(child);
      if (name == "folder")
        read_folder(child, number);
      else if (name == "element")
        read_element(child, number);
      else if (name != "documentation" && name != "property" && name != "feature")
        skip(child);
    });
  }

  void read_element(std::uint32_t element, std::uint32_t folder) {
    const Text type = in_.type(element);
    if (is_view(type.value)) return read_view(element, type, folder);
    Concept made;
    made.type_name = type;
    made.id = id(element);
    made.name = in_.attribute(element, "name");
    made.documentation = documentation(element);
    made.properties = properties(element);
    made.folder = folder;
    read_profiles(element, made);
    if (in_.attribute(element, "source").place.known() || in_.attribute(element, "target").place.known() ||
        type.value.ends_with("Relationship"))
      read_relation(element, made);
    else
      set_type(made, element_type(type.value));
    if (made.type == ConceptType::junction && in_.attribute(element, "type").value == "or")
      made.junction = archimate::JunctionKind::or_junction;
    if (made.type == ConceptType::unknown) report_unknown_type(made, "element", in_.place_of(element), diagnostics_);
    in_.children(element, [&](std::uint32_t child) {
      const std::string_view name = in_.name(child);
      if (name != "documentation" && name != "property" && name != "feature") skip(child);
    });
    model_.concepts.push_back(made);
  }

  void set_type(Concept& made, const NamedType& named) {
    made.type = named.type;
    made.junction = named.junction;
    older_.add(named, made.type_name);
  }

  void read_profiles(std::uint32_t element, Concept& made) {
    made.profiles.first = size_of(model_.profile_references);
    const Text list = in_.attribute(element, "profiles");
    for (std::size_t at = 0; at < list.value.size();) {
      const std::size_t end = std::min(list.value.find(' ', at), list.value.size());
      if (end > at) {
        const Place place{list.place.file, list.place.offset + static_cast<std::uint32_t>(at)};
        model_.profile_references.push_back({list.value.substr(at, end - at), place});
        ++made.profiles.count;
      }
      at = end + 1;
    }
  }

  void read_relation(std::uint32_t element, Concept& made) {
    set_type(made, relation_type(made.type_name.value));
    made.source_id = in_.attribute(element, "source");
    made.target_id = in_.attribute(element, "target");
    made.strength = in_.attribute(element, "strength");
    made.directed = in_.attribute(element, "directed").value == "true";
    const std::string_view access = in_.attribute(element, "accessType").value;
    if (access == "1") made.access = AccessMode::read;
    if (access == "2") made.access = AccessMode::unspecified;
    if (access == "3") made.access = AccessMode::read_write;
  }

  void read_view(std::uint32_t element, const Text& kind, std::uint32_t folder) {
    View view;
    view.id = id(element);
    view.name = in_.attribute(element, "name");
    view.documentation = documentation(element);
    view.kind = kind;
    view.properties = properties(element);
    view.folder = folder;
    view.shown.first = size_of(model_.shown_ids);
    // The layout of a view is not read, so what else is in it needs no words.
    for (std::uint32_t i = element + 1; i < in_.xml().elements[element].end; ++i) {
      const bool line = in_.name(i) == "sourceConnection";
      Text shown = in_.attribute(i, line ? "archimateRelationship" : "archimateElement");
      if (line && !shown.place.known()) shown = in_.attribute(i, "relationship");  // up to Archi 3
      if (!shown.empty()) model_.shown_ids.push_back(shown);
    }
    view.shown.count = size_of(model_.shown_ids) - view.shown.first;
    model_.views.push_back(view);
  }

  const OutlineReader& in_;
  ArchimateModel& model_;
  Diagnostics& diagnostics_;
  SkippedElements skipped_;
  OlderNames older_;
};

ArchimateModel read_plain(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  XmlOutline xml;
  const std::optional<FileId> file = outline_xml(std::move(path), std::move(bytes), xml, sources, diagnostics);
  ArchimateModel model;
  if (!file) return model;
  ModelReader({*file, sources.text(*file), xml, sources.pool()}, model, diagnostics).read();
  archimate::link(model, diagnostics);
  return model;
}

ArchimateModel read_packed(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<ZipArchive> archive = ZipArchive::open_bytes(path, std::move(bytes), diagnostics);
  if (archive == nullptr) return {};
  const ZipEntry* entry = archive->find(model_entry);
  if (entry == nullptr) {
    diagnostics.report_path(Code::K127, std::move(path), {std::string(model_entry)});
    return {};
  }
  std::optional<std::string> model = archive->read(*entry, diagnostics);
  if (!model) return {};
  const auto pictures = std::count_if(archive->entries().begin(), archive->entries().end(),
                                      [](const ZipEntry& e) { return e.name.starts_with(images); });
  if (pictures > 0) diagnostics.report_path(Code::K635, std::move(path), {std::to_string(pictures)});
  return read_plain(archive->path_of(*entry), std::move(*model), sources, diagnostics);
}

}  // namespace

bool recognises_archimate(const Candidate& candidate) {
  if (candidate.folder) return false;
  if (!candidate.entries.empty())
    return std::all_of(candidate.entries.begin(), candidate.entries.end(),
                       [](std::string_view name) { return name == model_entry || name.starts_with(images); }) &&
           std::ranges::find(candidate.entries, model_entry) != candidate.entries.end();
  const RootElement root = root_element(candidate.head);
  return root.local == "model" &&
         (root.uri.starts_with("http://www.archimatetool.com/") || root.uri == bolton_namespace);
}

ArchimateModel read_archimate(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  std::optional<std::string> bytes = read_file(path, diagnostics, XmlLimits().bytes);
  return bytes ? read_archimate_bytes(path, std::move(*bytes), sources, diagnostics) : ArchimateModel();
}

ArchimateModel read_archimate_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  return looks_like_zip(bytes) ? read_packed(std::move(path), std::move(bytes), sources, diagnostics)
                               : read_plain(std::move(path), std::move(bytes), sources, diagnostics);
}

}  // namespace keuzekaart
