#include "tests/support/archimate_forms.hpp"

#include <filesystem>
#include <map>

#include "tests/support/zip_text.hpp"

namespace keuzekaart::testing {

namespace {

constexpr const char* declarations =
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xmlns:archimate=\"http://www.archimatetool.com/archimate\"";

/// Text for XML; in attributes line ends must be written as references.
std::string xml(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n')
      out += "&#xA;";
    else
      out += c;
  }
  return out;
}

std::string attribute(const std::string& name, const std::string& value) {
  return value.empty() ? "" : " " + name + "=\"" + xml(value) + "\"";
}

std::string type_of(const FormsModel& model, const std::string& id) {
  for (const FormsModel::Element& e : model.elements)
    if (e.id == id) return e.type;
  for (const FormsModel::Relation& r : model.relations)
    if (r.id == id) return r.type + "Relationship";
  return "";
}

std::string access_number(const std::string& access) {
  if (access == "Read") return "1";
  if (access == "Access") return "2";
  return access == "ReadWrite" ? "3" : "";
}

/// The specialisations, each with the type of the elements that have it.
std::map<std::string, std::string> profiles_of(const FormsModel& model) {
  std::map<std::string, std::string> profiles;
  for (const FormsModel::Element& e : model.elements)
    if (!e.specialisation.empty()) profiles.emplace(e.specialisation, e.type);
  return profiles;
}

void put(const TemporaryFolder& folder, const std::string& name, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(folder.at(name)).parent_path());
  folder.write(name, bytes);
}

std::string grafico(const FormsModel& model, const TemporaryFolder& folder) {
  const auto root = [&](const std::string& type, const std::string& attributes, const std::string& inside) {
    return "<archimate:" + type + declarations + attributes + ">" + inside + "</archimate:" + type + ">\n";
  };
  const auto properties = [](const FormsModel::Properties& all) {
    std::string out;
    for (const auto& [key, value] : all)
      out += "<properties" + attribute("key", key) + attribute("value", value) + "/>";
    return out;
  };
  const auto end = [&](const std::string& which, const std::string& id) {
    const std::string type = type_of(model, id);
    return "<" + which + " xsi:type=\"archimate:" + type + "\" href=\"" + type + "_" + id + ".xml#" + id + "\"/>";
  };
  std::string profiles;
  for (const auto& [name, type] : profiles_of(model))
    profiles += "<profiles" + attribute("name", name) + attribute("id", "profiel-" + name) +
                attribute("conceptType", type) + "/>";
  put(folder, "model/folder.xml", root("ArchimateModel", attribute("name", model.name) + " id=\"m\"", profiles));
  put(folder, "model/business/folder.xml", root("Folder", " name=\"Business\" id=\"lb\" type=\"business\"", ""));
  put(folder, "model/relations/folder.xml", root("Folder", " name=\"Relations\" id=\"lr\" type=\"relations\"", ""));
  for (const FormsModel::Element& e : model.elements) {
    std::string where = "model/business/";
    if (!e.folder.empty()) {
      where += "f-" + e.folder + "/";
      put(folder, where + "folder.xml",
          root("Folder", attribute("name", e.folder) + attribute("id", "f-" + e.folder), ""));
    }
    std::string inside = properties(e.properties);
    if (!e.specialisation.empty()) inside += "<profiles href=\"folder.xml#profiel-" + e.specialisation + "\"/>";
    put(folder, where + e.type + "_" + e.id + ".xml",
        root(e.type, attribute("name", e.name) + attribute("id", e.id) + attribute("documentation", e.documentation),
             inside));
  }
  for (const FormsModel::Relation& r : model.relations)
    put(folder, "model/relations/" + r.type + "Relationship_" + r.id + ".xml",
        root(r.type + "Relationship",
             attribute("name", r.name) + attribute("id", r.id) + attribute("accessType", access_number(r.access)) +
                 (r.directed ? " directed=\"true\"" : ""),
             end("source", r.from) + end("target", r.to) + properties(r.properties)));
  return folder.at("model");
}

std::string archimate_file(const FormsModel& model, const TemporaryFolder& folder) {
  folder.write("model.archimate", as_archimate(model));
  return folder.at("model.archimate");
}

std::string archimate_archive(const FormsModel& model, const TemporaryFolder& folder) {
  folder.write("model.archimate", zip_of({{"model.xml", as_archimate(model), true}, {"images/a.png", "x"}}));
  return folder.at("model.archimate");
}

std::string open_exchange(const FormsModel& model, const TemporaryFolder& folder) {
  folder.write("model.xml", as_open_exchange(model));
  return folder.at("model.xml");
}

/// Version 2.1: other words, another namespace, other names of relations.
std::string open_exchange_2(const FormsModel& model, const TemporaryFolder& folder) {
  std::map<std::string, std::string> ids;
  const auto properties = [&](const FormsModel::Properties& all) {
    std::string out;
    for (const auto& [key, value] : all) {
      const std::string id = ids.emplace(key, "propid-" + std::to_string(ids.size())).first->second;
      out += "<property identifierref=\"" + id + "\"><value>" + xml(value) + "</value></property>";
    }
    return out.empty() ? out : "<properties>" + out + "</properties>";
  };
  const auto specialised = [&](const FormsModel::Element& e) {
    if (e.specialisation.empty()) return e.properties;
    FormsModel::Properties all = e.properties;
    ids.emplace("specialization", "specialization");
    all.emplace_back("specialization", e.specialisation);
    return all;
  };
  std::string elements, relations, items, organised;
  std::map<std::string, std::string> folders;
  for (const FormsModel::Element& e : model.elements) {
    elements += "<element identifier=\"" + e.id + "\" xsi:type=\"" + e.type + "\"><label xml:lang=\"nl\">" +
                xml(e.name) + "</label><documentation>" + xml(e.documentation) + "</documentation>" +
                properties(specialised(e)) + "</element>";
    (e.folder.empty() ? items : folders[e.folder]) += "<item identifierref=\"" + e.id + "\"/>";
  }
  for (const auto& [name, inside] : folders) items += "<item><label>" + xml(name) + "</label>" + inside + "</item>";
  for (const FormsModel::Relation& r : model.relations) {
    std::string type = r.type;
    if (type == "Serving") type = "UsedBy";
    if (type == "Realization") type = "Realisation";
    if (type == "Specialization") type = "Specialisation";
    relations += "<relationship identifier=\"" + r.id + "\" source=\"" + r.from + "\" target=\"" + r.to +
                 "\" xsi:type=\"" + type + "Relationship\"" +
                 (r.type == "Access" ? " accessType=\"" + (r.access.empty() ? "Write" : r.access) + "\"" : "") +
                 (r.directed ? " isDirected=\"true\"" : "") + ">" +
                 (r.name.empty() ? "" : "<label xml:lang=\"nl\">" + xml(r.name) + "</label>") +
                 properties(r.properties) + "</relationship>";
  }
  std::string definitions;
  for (const auto& [key, id] : ids)
    definitions += "<propertydef identifier=\"" + id + "\"" + " name=\"" + xml(key) + "\" type=\"string\"/>";
  folder.write("model.xml",
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model xmlns=\"http://www.opengroup.org/xsd/archimate\" "
               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><metadata/><name>" +
                   xml(model.name) + "</name><elements>" + elements + "</elements><relationships>" + relations +
                   "</relationships><organization><item><label>Business</label>" + items +
                   "</item></organization><propertydefs>" + definitions + "</propertydefs></model>\n");
  return folder.at("model.xml");
}

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? "\"\"" : std::string(1, c));
  return out + "\"";
}

template <char delimiter>
std::string csv(const FormsModel& model, const TemporaryFolder& folder) {
  const auto row = [](const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) out += (out.empty() ? "" : std::string(1, delimiter)) + quoted(cell);
    return out + "\r\n";
  };
  std::string elements = row({"ID", "Type", "Name", "Documentation", "Specialization"});
  std::string relations = row({"ID", "Type", "Name", "Documentation", "Source", "Target", "Specialization"});
  std::string properties = row({"ID", "Key", "Value"});
  elements += row({"m", "ArchimateModel", model.name, ""});  // one cell less, as Archi writes it
  for (const FormsModel::Element& e : model.elements) {
    elements += row({e.id, e.type, e.name, e.documentation, e.specialisation});
    for (const auto& [key, value] : e.properties) properties += row({e.id, key, value});
  }
  for (const FormsModel::Relation& r : model.relations) {
    relations += row({r.id, r.type + "Relationship", r.name, "", r.from, r.to, ""});
    for (const auto& [key, value] : r.properties) properties += row({r.id, key, value});
    if (r.type == "Access") properties += row({r.id, "Access_Type", r.access.empty() ? "Write" : r.access});
    if (r.directed) properties += row({r.id, "Directed", "true"});
  }
  folder.write("gemeente-elements.csv", elements);
  folder.write("gemeente-relations.csv", relations);
  folder.write("gemeente-properties.csv", properties);
  return delimiter == ',' ? folder.path() : folder.at("gemeente-elements.csv");
}

}  // namespace

std::string as_archimate(const FormsModel& model) {
  const auto properties = [](const FormsModel::Properties& all) {
    std::string out;
    for (const auto& [key, value] : all) out += "<property" + attribute("key", key) + attribute("value", value) + "/>";
    return out;
  };
  const auto documentation = [](const std::string& text) {
    return text.empty() ? "" : "<documentation>" + xml(text) + "</documentation>";
  };
  const std::map<std::string, std::string> profiles = profiles_of(model);
  std::map<std::string, std::string> folders;
  std::string loose;
  for (const FormsModel::Element& e : model.elements)
    (e.folder.empty() ? loose : folders[e.folder]) +=
        "<element xsi:type=\"archimate:" + e.type + "\"" + attribute("name", e.name) + attribute("id", e.id) +
        (e.specialisation.empty() ? "" : attribute("profiles", "profiel-" + e.specialisation)) + ">" +
        documentation(e.documentation) + properties(e.properties) + "</element>\n";
  for (const auto& [name, inside] : folders)
    loose += "<folder" + attribute("name", name) + attribute("id", "f-" + name) + ">" + inside + "</folder>\n";
  std::string relations;
  for (const FormsModel::Relation& r : model.relations)
    relations += "<element xsi:type=\"archimate:" + r.type + "Relationship\"" + attribute("name", r.name) +
                 attribute("id", r.id) + attribute("source", r.from) + attribute("target", r.to) +
                 attribute("accessType", access_number(r.access)) + (r.directed ? " directed=\"true\"" : "") + ">" +
                 properties(r.properties) + "</element>\n";
  std::string own;
  for (const auto& [name, type] : profiles)
    own += "<profile" + attribute("name", name) + attribute("id", "profiel-" + name) + attribute("conceptType", type) +
           "/>";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<archimate:model" + std::string(declarations) +
         attribute("name", model.name) +
         " id=\"m\" version=\"5.0.0\">\n<folder name=\"Business\" id=\"lb\" "
         "type=\"business\">\n" +
         loose + "</folder>\n<folder name=\"Relations\" id=\"lr\" type=\"relations\">\n" + relations + "</folder>\n" +
         own + "</archimate:model>\n";
}

std::string as_open_exchange(const FormsModel& model) {
  std::map<std::string, std::string> ids;
  const auto properties = [&](FormsModel::Properties all, const std::string& specialisation) {
    std::string out;
    if (!specialisation.empty())
      out = "<property propertyDefinitionRef=\"specialization\"><value>" + xml(specialisation) + "</value></property>";
    for (const auto& [key, value] : all) {
      const std::string id = ids.emplace(key, "propid-" + std::to_string(ids.size())).first->second;
      out +=
          "<property propertyDefinitionRef=\"" + id + "\"><value xml:lang=\"nl\">" + xml(value) + "</value></property>";
    }
    return out.empty() ? out : "<properties>" + out + "</properties>";
  };
  const auto text = [](const std::string& name, const std::string& value) {
    return value.empty() ? "" : "<" + name + " xml:lang=\"nl\">" + xml(value) + "</" + name + ">";
  };
  std::map<std::string, std::string> folders;
  std::string elements, relations, items, definitions;
  for (const FormsModel::Element& e : model.elements) {
    elements += "<element identifier=\"" + e.id + "\" xsi:type=\"" + e.type + "\">" + text("name", e.name) +
                text("documentation", e.documentation) + properties(e.properties, e.specialisation) + "</element>\n";
    (e.folder.empty() ? items : folders[e.folder]) += "<item identifierRef=\"" + e.id + "\"/>";
  }
  for (const auto& [name, inside] : folders) items += "<item>" + text("label", name) + inside + "</item>";
  for (const FormsModel::Relation& r : model.relations)
    relations += "<relationship identifier=\"" + r.id + "\" source=\"" + r.from + "\" target=\"" + r.to +
                 "\" xsi:type=\"" + r.type + "\"" +
                 (r.type == "Access" ? " accessType=\"" + (r.access.empty() ? "Write" : r.access) + "\"" : "") +
                 (r.directed ? " isDirected=\"true\"" : "") + ">" + text("name", r.name) +
                 properties(r.properties, "") + "</relationship>\n";
  for (const auto& [key, id] : ids)
    definitions += "<propertyDefinition identifier=\"" + id + "\" type=\"string\"><name>" + xml(key) +
                   "</name></propertyDefinition>";
  if (!profiles_of(model).empty())
    definitions +=
        "<propertyDefinition identifier=\"specialization\" "
        "type=\"string\"><name>Specialization</name></propertyDefinition>";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\">\n" +
         text("name", model.name) + "<elements>\n" + elements + "</elements>\n<relationships>\n" + relations +
         "</relationships>\n<organizations><item>" + text("label", "Business") + items +
         "</item></organizations>\n<propertyDefinitions>" + definitions + "</propertyDefinitions>\n</model>\n";
}

const std::vector<ModelForm>& model_forms() {
  static const std::vector<ModelForm> forms{
      {"grafico", "grafico", grafico, true},
      {"archimate", "archimate", archimate_file, true},
      {"archimate, packed", "archimate", archimate_archive, true},
      {"open-exchange 3", "open-exchange", open_exchange, true},
      {"open-exchange 2.1", "open-exchange", open_exchange_2, true},
      {"archi-csv with commas", "archi-csv", csv<','>, false},
      {"archi-csv with semicolons", "archi-csv", csv<';'>, false},
      {"archi-csv with tabs", "archi-csv", csv<'\t'>, false},
  };
  return forms;
}

}  // namespace keuzekaart::testing
