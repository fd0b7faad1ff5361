#include "importers/task_fields.hpp"

#include <map>

#include "importers/json_fields.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

JsonValue code_list(const JsonFile& json) { return json.root()["codelijsten"]["taakveld"]["codelijst"]; }

/// One reading of one file.
class TaskFieldReading {
 public:
  TaskFieldReading(const JsonFile& json, Sources& sources, Diagnostics& diagnostics)
      : json_(json), pool_(sources.pool()), diagnostics_(diagnostics) {}

  TaskFieldList read() {
    const JsonValue list = code_list(json_);
    if (!list.is(JsonKind::list)) {
      diagnostics_.report(Code::K154, json_.root().place(), {"iv3"});
      return {};
    }
    list_.layer = json_.root()["metadata"]["overheidslaag"].text();
    list_.year = json_.root()["metadata"]["boekjaar"].text();
    read_level(list, {});
    return std::move(list_);
  }

 private:
  /// The fields of one list and what is below them; the total stands above the main fields and is none itself.
  void read_level(JsonValue list, const Text& parent) {  // as deep as the file, which is bounded
    for (const JsonValue entry : list.children()) {
      const TaskField field{text_field(entry["code"], pool_, diagnostics_),
                            text_field(entry["omschrijving"], pool_, diagnostics_), parent};
      if (field.code.empty()) {
        diagnostics_.report(Code::K155, entry.place(), {"taakveld", "code"});
        continue;
      }
      const bool total = field.code.value.find_first_of("0123456789") == std::string_view::npos;
      if (!total) add(field, entry["code"]);
      read_level(list_field(entry["subcodes"], diagnostics_), total ? Text{} : field.code);
    }
  }

  void add(const TaskField& field, JsonValue code) {
    if (code.is(JsonKind::number)) diagnostics_.report(Code::K661, field.code.place, {std::string(field.code.value)});
    const auto [known, is_new] = places_.try_emplace(field.code.value, field.code.place);
    if (is_new)
      list_.fields.push_back(field);
    else
      diagnostics_.report(Code::K201, field.code.place, {std::string(field.code.value)}).related = known->second;
  }

  const JsonFile& json_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  TaskFieldList list_;
  std::map<std::string_view, Place> places_;
};

}  // namespace

bool recognises_task_fields(const Candidate& candidate) {
  if (candidate.folder) return false;
  TextPool pool;
  const JsonFile head = json_head(candidate.head, pool);
  return code_list(head).is(JsonKind::list);
}

SourceContent read_task_fields(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json(path, sources, diagnostics);
  return json ? TaskFieldReading(*json, sources, diagnostics).read() : TaskFieldList{};
}

TaskFieldList read_task_fields_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json_bytes(std::move(path), std::move(bytes), sources, diagnostics);
  return json ? TaskFieldReading(*json, sources, diagnostics).read() : TaskFieldList{};
}

}  // namespace keuzekaart
