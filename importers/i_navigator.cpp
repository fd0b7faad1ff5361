#include "importers/i_navigator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importers/guarded_xml.hpp"
#include "importers/root_element.hpp"
#include "importers/step_number.hpp"
#include "importers/tidy_text.hpp"
#include "importers/xml_head.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view tried_specification = "ICR1.5";

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char left, char right) { return small(left) == small(right); });
}

bool is_nil(pugi::xml_node element) {
  for (const pugi::xml_attribute attribute : element.attributes())
    if (local_name(attribute.name()) == "nil") return attribute.as_bool();
  return false;
}

/// One reading of one export.
class INavigatorReading {
 public:
  INavigatorReading(const XmlFile& xml, Sources& sources, Diagnostics& diagnostics)
      : xml_(xml), pool_(sources.pool()), diagnostics_(diagnostics) {}

  ProcessCatalogue read() {
    const pugi::xml_node root = xml_.root();
    if (local_name(root.name()) != "dsp") {
      diagnostics_.report(Code::K624, xml_.place_of(root), {root.name()});
      return {};
    }
    read_preamble(root);
    read_registers(root.child("registers"));
    for (const pugi::xml_node process : root.child("processen").children("proces")) read_process(process);
    return std::move(catalogue_);
  }

 private:
  /// The text of an element on one line.
  Text value(pugi::xml_node element) {
    if (!element) return {};
    if (is_nil(element)) return {{}, xml_.place_of(element)};
    if (const pugi::xml_node several = element.child("waardes")) return joined(several);
    return on_one_line(xml_.content(element, pool_), pool_);
  }

  Text value(pugi::xml_node parent, const char* name) { return value(parent.child(name)); }

  /// A field with several values: "DMS, Batch".
  Text joined(pugi::xml_node values) {
    Text out{{}, xml_.place_of(values)};
    std::string all;
    for (const pugi::xml_node one : values.children("waarde")) {
      const Text text = value(one);
      if (text.empty()) continue;
      if (all.empty()) out.place = text.place;
      all.append(all.empty() ? "" : ", ").append(text.value);
    }
    out.value = pool_.keep(all);
    return out;
  }

  /// A number with its unit: "8 Week".
  Text term(pugi::xml_node fields, const std::string& name) {
    const Text number = value(fields, name.c_str());
    const Text unit = value(fields, (name + "-eenheid").c_str());
    if (number.empty() || unit.empty()) return number;
    return {pool_.keep(fmt::format("{} {}", number.value, unit.value)), number.place};
  }

  void read_preamble(pugi::xml_node root) {
    const pugi::xml_node preamble = root.child("preambule");
    catalogue_.application = value(preamble, "beheersapplicatie");
    catalogue_.specification = value(preamble, "specificatieversie");
    catalogue_.date = value(preamble, "datum");
    const Text& version = catalogue_.specification;
    const bool tried =
        version.value == tried_specification || version.value.starts_with(std::string(tried_specification).append("."));
    if (tried) return;
    const Place place = version.place.known() ? version.place : xml_.place_of(preamble ? preamble : root);
    Diagnostic& said = diagnostics_.report(Code::K621, place, {std::string(version.value)});
    if (version.empty()) said.variant = "none";
  }

  struct Register {
    Text id;
    Text name;
    Text holder;
  };

  void read_registers(pugi::xml_node registers) {
    for (const pugi::xml_node element : registers.children("register")) {
      const Text id = xml_.text(element, "id", pool_);
      const pugi::xml_node fields = element.child("velden");
      const auto [known, is_new] =
          registers_.try_emplace(id.value, Register{id, value(fields, "naam"), value(fields, "bronhouder")});
      if (!is_new) twice(id, known->second.id.place);
    }
  }

  void twice(const Text& id, Place first) {
    diagnostics_.report(Code::K201, id.place, {std::string(id.value)}).related = first;
  }

  void read_process(pugi::xml_node element) {
    CatalogueProcess process;
    process.id = xml_.text(element, "id", pool_);
    if (process.id.empty()) {
      diagnostics_.report(Code::K202, xml_.place_of(element), {element.name()});
      return;
    }
    const auto [known, is_new] = processes_.try_emplace(process.id.value, process.id.place);
    if (!is_new) return twice(process.id, known->second);
    read_fields(process, element.child("velden"));
    for (const pugi::xml_node step : element.child("statustypen").children("statustype")) read_step(process, step);
    std::stable_sort(process.steps.begin(), process.steps.end(),
                     [](const CatalogueStep& a, const CatalogueStep& b) { return a.order < b.order; });
    for (const pugi::xml_node role : element.child("roltypen").children("roltype")) {
      const pugi::xml_node fields = role.child("velden");
      process.roles.push_back({xml_.text(role, "id", pool_), value(fields, "naam"), value(fields, "betrokkenen")});
    }
    for (const pugi::xml_node result : element.child("resultaattypen").children("resultaattype"))
      if (const Text name = value(result.child("velden"), "naam"); !name.empty())
        process.results.push_back({name, {}, {}, {}});
    for (const pugi::xml_node use : element.child("registers").children("proces-register")) read_use(process, use);
    for (const pugi::xml_node relation : element.child("procesrelaties").children("procesrelatie"))
      if (const Text ref = xml_.text(relation, "ref", pool_); !ref.empty()) process.related.push_back(ref);
    catalogue_.processes.push_back(std::move(process));
  }

  void read_fields(CatalogueProcess& process, pugi::xml_node fields) {
    process.long_name = value(fields, "naam");
    process.name = value(fields, "kernomschrijving");
    if (process.name.empty()) process.name = process.long_name;
    process.description = value(fields, "toelichting-proces");
    process.trigger = value(fields, "aanleiding");
    process.owner = value(fields, "proceseigenaar");
    process.partners = value(fields, "ketenpartners");
    process.gemma_name = value(fields, "zaaktype-procesarchitectuur");
    process.iv3 = task_field(value(fields, "zaaktype-iv3-categorie"));
    process.task_field = value(fields, "taakveld");
    process.category = value(fields, "zaaktype-categorie");
    process.lead_time = term(fields, "wettelijke-afdoeningstermijn");
    process.confidentiality = value(fields, "vertrouwelijkheid");
    process.valid_from = value(fields, "actueel-van");
    process.valid_to = value(fields, "actueel-tot");
    process.active = !same_word(value(fields, "actief").value, "nee");
    for (const char* name : {"grondslag", "lokale-regelgeving"}) read_grounds(process, fields, name);
  }

  /// An Iv3 task field begins with its number; "Meerdere taakvelden" is none.
  Text task_field(const Text& text) {
    if (text.empty() || (text.value[0] >= '0' && text.value[0] <= '9')) return text;
    diagnostics_.report(Code::K622, text.place, {std::string(text.value)});
    return {{}, text.place};
  }

  /// `<grondslag><list><fields><field naam="NAAM">`, or the same as free text in `<grondslag-txt>`.
  void read_grounds(CatalogueProcess& process, pugi::xml_node fields, const std::string& name) {
    const pugi::xml_node list = fields.child(name.c_str()).child("list");
    const std::size_t before = process.grounds.size();
    for (const pugi::xml_node entry : list.children("fields")) {
      LegalGround ground;
      for (const pugi::xml_node field : entry.children("field")) {
        const std::string_view heading = field.attribute("naam").value();
        if (same_word(heading, "naam")) ground.label = value(field);
        if (same_word(heading, "url")) ground.link = value(field);
      }
      if (!ground.label.empty() || !ground.link.empty()) process.grounds.push_back(ground);
    }
    if (process.grounds.size() > before) return;
    for (const Text& text : {value(list), value(fields, (name + "-txt").c_str())}) {
      if (text.empty()) continue;
      process.grounds.push_back({{}, text, {}});
      return;
    }
  }

  void read_step(CatalogueProcess& process, pugi::xml_node element) {
    const pugi::xml_node fields = element.child("velden");
    CatalogueStep step;
    step.id = xml_.text(element, "id", pool_);
    step.number = xml_.text(element, "volgnummer", pool_);
    step.order = step_order(step.number, xml_.place_of(element), diagnostics_);
    step.name = value(fields, "naam");
    step.activity = value(fields, "activiteit");
    step.lead_time = term(fields, "standaard-doorlooptijd");
    step.visibility = value(fields, "zichtbaarheid");
    process.steps.push_back(step);
  }

  void read_use(CatalogueProcess& process, pugi::xml_node element) {
    const Text ref = xml_.text(element, "ref", pool_);
    CatalogueRegister use;
    use.id = ref;
    use.changed = same_word(value(element.child("velden"), "muteert").value, "ja");
    if (const auto found = registers_.find(ref.value); found != registers_.end()) {
      use.name = found->second.name;
      use.holder = found->second.holder;
    } else {
      use.name = ref;
      diagnostics_.report(Code::K203, ref.place.known() ? ref.place : xml_.place_of(element), {std::string(ref.value)});
    }
    process.registers.push_back(use);
  }

  const XmlFile& xml_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  ProcessCatalogue catalogue_;
  std::map<std::string_view, Register> registers_;
  std::map<std::string_view, Place> processes_;
};

}  // namespace

bool recognises_i_navigator(const Candidate& candidate) {
  return !candidate.folder && root_element(candidate.head).local == "dsp";
}

SourceContent read_i_navigator(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<XmlFile> xml = read_xml(path, sources, diagnostics);
  return xml ? INavigatorReading(*xml, sources, diagnostics).read() : ProcessCatalogue{};
}

ProcessCatalogue read_i_navigator_text(std::string path, std::string text, Sources& sources, Diagnostics& diagnostics) {
  const FileId file = sources.add(std::move(path), std::move(text));
  const std::unique_ptr<XmlFile> xml = parse_guarded(file, sources.text(file), diagnostics);
  return xml ? INavigatorReading(*xml, sources, diagnostics).read() : ProcessCatalogue{};
}

}  // namespace keuzekaart
