#include "importers/open_exchange_model.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "importers/archimate_names.hpp"
#include "importers/open_exchange_texts.hpp"
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

constexpr std::string_view namespace_3 = "http://www.opengroup.org/xsd/archimate/3.0/";
constexpr std::string_view namespace_2 = "http://www.opengroup.org/xsd/archimate";
/// The identifier under which Archi writes the name of a specialisation among the properties.
constexpr std::string_view specialization = "specialization";

/// The parts of a model in the order of the schemas; the second word is that of 2.1.
constexpr std::string_view part_order[][2] = {{"elements", "elements"},
                                              {"relationships", "relationships"},
                                              {"organizations", "organization"},
                                              {"propertyDefinitions", "propertydefs"},
                                              {"views", "views"}};

std::uint32_t size_of(const auto& list) { return static_cast<std::uint32_t>(list.size()); }

bool either(std::string_view name, std::string_view a, std::string_view b) { return name == a || name == b; }

class ModelReader {
 public:
  ModelReader(const OutlineReader& in, ArchimateModel& model, Diagnostics& diagnostics)
      : in_(in), namespaces_(in.xml()), texts_(in, model), model_(model), diagnostics_(diagnostics) {}

  void read() {
    if (!is_exchange_file()) return;
    read_version();
    // Values stand before the definitions they refer to, and elements before the folders that hold them.
    each_part({"propertyDefinitions", "propertydefs"}, [&](std::uint32_t part) { read_definitions(part); });
    read_model();
    each_part({"organizations", "organization"}, [&](std::uint32_t part) { read_items(part, 0); });
    each_part({"elements", "elements"}, [&](std::uint32_t part) { read_concepts(part, "element"); });
    each_part({"relationships", "relationships"}, [&](std::uint32_t part) { read_concepts(part, "relationship"); });
    each_part({"views", "views"}, [&](std::uint32_t part) { read_views(part); });
    check_order();
    skipped_.report(diagnostics_);
    older_.report(diagnostics_);
    texts_.report(diagnostics_);
  }

 private:
  bool is_exchange_file() {
    const std::string_view uri = namespaces_.of(0);
    if (in_.name(0) == "model" && (uri == namespace_3 || uri == namespace_2)) return true;
    Diagnostic& reported = diagnostics_.report(Code::K128, in_.place_of(0), {"ArchiMate Model Exchange File"});
    if (in_.name(0) == "model") {
      reported.arguments.insert(reported.arguments.end(), {std::string(uri), std::string(namespace_3)});
    } else {
      reported.variant = "root";
      reported.arguments.insert(reported.arguments.end(), {std::string(in_.xml().root().name), "model"});
    }
    return false;
  }

  /// From 3.0 on all versions share a namespace; which one it is stands in the address of the schema.
  void read_version() {
    constexpr std::string_view mark = "/archimate/3.";
    if (namespaces_.of(0) == namespace_2) {
      model_.version = {"2.1", in_.place_of(0)};
      return;
    }
    const XmlElement& root = in_.xml().root();
    for (std::uint32_t i = 0; i < root.attribute_count; ++i) {
      const XmlAttribute& attribute = in_.xml().attributes[root.first_attribute + i];
      const std::size_t at = attribute.raw.rfind(mark);
      if (!attribute.name.ends_with(":schemaLocation") || at == std::string_view::npos) continue;
      const std::string_view version = attribute.raw.substr(at + mark.size() - 2);
      model_.version.value = version.substr(0, version.find('/'));
      model_.version.place = in_.place_of(version);
    }
  }

  void skip(std::uint32_t element) { skipped_.add(in_.xml().elements[element].name, in_.place_of(element)); }

  /// Calls `take(number, name)` with every child in the format's own namespace; says which others there are.
  void own_children(std::uint32_t element, const auto& take) {
    in_.children(element, [&](std::uint32_t child) {
      if (namespaces_.is_own(child))
        take(child, in_.name(child));
      else
        skip(child);
    });
  }

  void each_part(const std::string_view (&names)[2], const auto& take) {
    in_.children(0, [&](std::uint32_t child) {
      if (namespaces_.is_own(child) && either(in_.name(child), names[0], names[1])) take(child);
    });
  }

  void check_order() {
    std::size_t last = 0;
    std::string_view last_name;
    bool said = false;
    in_.children(0, [&](std::uint32_t child) {
      const std::string_view name = in_.name(child);
      const auto* row = std::find_if(std::begin(part_order), std::end(part_order),
                                     [&](const auto& names) { return either(name, names[0], names[1]); });
      if (row == std::end(part_order) || said) return;
      const auto number = static_cast<std::size_t>(row - std::begin(part_order));
      if (number < last) {
        diagnostics_.report(Code::K634, in_.place_of(child), {std::string(name), std::string(last_name)});
        said = true;
      }
      last = number;
      last_name = name;
    });
  }

  Text id(std::uint32_t element) {
    Text id = in_.attribute(element, "identifier");
    if (id.empty())
      diagnostics_.report(Code::K202, in_.place_of(element), {std::string(in_.xml().elements[element].name)});
    return id;
  }

  /// An attribute that 2.1 spells in lower case.
  Text reference(std::uint32_t element, std::string_view now, std::string_view before) const {
    const Text found = in_.attribute(element, now);
    return found.place.known() ? found : in_.attribute(element, before);
  }

  void read_definitions(std::uint32_t part) {
    std::unordered_map<std::string_view, int> times;
    std::size_t repeated = 0;
    Text first;
    own_children(part, [&](std::uint32_t child, std::string_view name) {
      if (!either(name, "propertyDefinition", "propertydef")) return skip(child);
      Text called = in_.attribute(child, "name");  // 2.1
      if (!called.place.known()) called = texts_.best(child, "name");
      const Text definition = id(child);
      if (definition.empty() || !definitions_.emplace(definition.value, called).second) return;
      if (called.empty() || ++times[called.value] != 2) return;
      if (repeated++ == 0) first = called;
    });
    if (repeated > 0)
      diagnostics_.report(Code::K633, first.place, {std::to_string(repeated), std::string(first.value)});
  }

  /// The properties of anything; a specialisation among them goes to `specialised`, when that is asked for.
  Run properties(std::uint32_t element, Text* specialised = nullptr) {
    Run run{size_of(model_.properties), 0};
    in_.children(element, [&](std::uint32_t list) {
      if (in_.name(list) != "properties") return;
      own_children(list, [&](std::uint32_t child, std::string_view name) {
        if (name != "property") return skip(child);
        const Text definition = reference(child, "propertyDefinitionRef", "identifierref");
        const Text key = key_of(element, child, definition);
        const std::uint32_t last = in_.xml().elements[child].end;
        const bool one = child + 2 == last && in_.name(child + 1) == "value";
        const std::vector<Text> values = one ? std::vector<Text>() : texts_.all(child, "value");
        const Text value = one ? in_.content(child + 1) : values.empty() ? Text() : values.front();
        if (specialised != nullptr && definition.value == specialization && !value.empty()) {
          *specialised = value;
          return;
        }
        model_.properties.push_back({key, value});
        // A value in a further language is a value too.
        for (std::size_t i = 1; i < values.size(); ++i) model_.properties.push_back({key, values[i]});
        run.count += static_cast<std::uint32_t>(std::max<std::size_t>(values.size(), 1));
      });
    });
    return run;
  }

  Text key_of(std::uint32_t owner, std::uint32_t element, const Text& definition) {
    const auto found = definitions_.find(definition.value);
    const Place place = definition.place.known() ? definition.place : in_.place_of(element);
    if (found != definitions_.end()) return {found->second.value, place};
    if (definition.place.known() && undefined_.insert(definition.value).second)
      diagnostics_
          .report(Code::K203, place,
                  {std::string(in_.attribute(owner, "identifier").value), std::string(definition.value)})
          .variant = "property";
    return {definition.value, place};
  }

  void read_model() {
    model_.id = id(0);
    model_.name = texts_.name(0, model_.other_texts_of_model);
    model_.purpose = texts_.documentation(0, model_.other_texts_of_model);
    model_.model_properties = properties(0);
    Folder root;
    root.id = model_.id;
    root.name = model_.name;
    root.documentation = model_.purpose;
    root.properties = model_.model_properties;
    model_.folders.push_back(root);
    own_children(0, [&](std::uint32_t child, std::string_view name) {
      for (const std::string_view known : {"name", "label", "documentation", "properties", "metadata"})
        if (name == known) return;
      for (const auto& names : part_order)
        if (either(name, names[0], names[1])) return;
      skip(child);
    });
  }

  /// Folders: items with a label and items in them; the other items name what lies in a folder.
  void read_items(std::uint32_t element, std::uint32_t folder) {
    own_children(element, [&](std::uint32_t child, std::string_view name) {
      if (name == "label" || name == "documentation" || name == "name" || name == "properties") return;
      if (name != "item") return skip(child);
      const Text member = reference(child, "identifierRef", "identifierref");
      if (!member.empty()) {
        folder_of_.emplace(member.value, folder);
        return;
      }
      Folder made;
      made.id = in_.attribute(child, "identifier");
      made.name = texts_.name(child, made.other_texts);
      made.documentation = texts_.documentation(child, made.other_texts);
      made.parent = folder;
      const std::uint32_t number = size_of(model_.folders);
      model_.folders.push_back(made);
      read_items(child, number);
    });
  }

  std::uint32_t folder_of(const Text& id) const {
    const auto found = folder_of_.find(id.value);
    return found == folder_of_.end() ? 0 : found->second;
  }

  void read_concepts(std::uint32_t part, std::string_view wanted) {
    own_children(part, [&](std::uint32_t child, std::string_view name) {
      if (name == wanted)
        read_concept(child, wanted == "relationship");
      else if (name != "documentation" && name != "name" && name != "label")
        skip(child);
    });
  }

  void read_concept(std::uint32_t element, bool relation) {
    Concept made;
    made.type_name = in_.type(element);
    made.id = id(element);
    made.name = texts_.name(element, made.other_texts);
    made.documentation = texts_.documentation(element, made.other_texts);
    Text specialised;
    made.properties = properties(element, &specialised);
    made.folder = folder_of(made.id);
    const NamedType named = relation ? relation_type(made.type_name.value) : element_type(made.type_name.value);
    made.type = named.type;
    made.junction = named.junction;
    older_.add(named, made.type_name);
    if (made.type == ConceptType::unknown)
      report_unknown_type(made, in_.name(element), in_.place_of(element), diagnostics_);
    if (relation) read_relation(element, made);
    if (!specialised.empty()) profiles_.add(specialised, made, model_, in_.pool());
    own_children(element, [&](std::uint32_t child, std::string_view name) {
      for (const std::string_view known : {"name", "label", "documentation", "properties"})
        if (name == known) return;
      skip(child);
    });
    model_.concepts.push_back(made);
  }

  void read_relation(std::uint32_t element, Concept& made) {
    made.source_id = in_.attribute(element, "source");
    made.target_id = in_.attribute(element, "target");
    made.directed = in_.attribute(element, "isDirected").value == "true";
    if (made.type == ConceptType::influence) made.strength = in_.attribute(element, "modifier");
    if (made.type != ConceptType::access) return;
    const std::string_view access = in_.attribute(element, "accessType").value;
    if (access.empty() || access == "Access") made.access = AccessMode::unspecified;
    if (access == "Read") made.access = AccessMode::read;
    if (access == "ReadWrite") made.access = AccessMode::read_write;
  }

  void read_views(std::uint32_t part) {
    own_children(part, [&](std::uint32_t child, std::string_view name) {
      if (name == "diagrams") return read_views(child);
      if (name == "view") return read_view(child);
      if (name != "viewpoints" && name != "documentation" && name != "name" && name != "label") skip(child);
    });
  }

  void read_view(std::uint32_t element) {
    View view;
    view.id = id(element);
    view.name = texts_.name(element, view.other_texts);
    view.documentation = texts_.documentation(element, view.other_texts);
    view.kind = in_.type(element);
    view.properties = properties(element);
    view.folder = folder_of(view.id);
    view.shown.first = size_of(model_.shown_ids);
    // The layout of a view is not read, so what else is in it needs no words.
    for (std::uint32_t i = element + 1; i < in_.xml().elements[element].end; ++i) {
      const std::string_view name = in_.name(i);
      Text shown;
      if (name == "node") shown = reference(i, "elementRef", "elementref");
      if (name == "connection") shown = reference(i, "relationshipRef", "relationshipref");
      if (!shown.empty()) model_.shown_ids.push_back(shown);
    }
    view.shown.count = size_of(model_.shown_ids) - view.shown.first;
    model_.views.push_back(view);
  }

  const OutlineReader& in_;
  XmlNamespaces namespaces_;
  ExchangeTexts texts_;
  ArchimateModel& model_;
  Diagnostics& diagnostics_;
  SkippedElements skipped_;
  OlderNames older_;
  std::unordered_map<std::string_view, Text> definitions_;  ///< by identifier: the name of the property
  std::unordered_set<std::string_view> undefined_;          ///< identifiers that were said to be missing
  std::unordered_map<std::string_view, std::uint32_t> folder_of_;
  NamedProfiles profiles_;
};

}  // namespace

void take_open_exchange(const OutlineReader& in, ArchimateModel& model, Diagnostics& diagnostics) {
  ModelReader(in, model, diagnostics).read();
}

}  // namespace keuzekaart
