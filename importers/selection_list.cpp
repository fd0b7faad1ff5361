#include "importers/selection_list.hpp"

#include <map>

#include "importers/json_entries.hpp"
#include "importers/json_fields.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

bool is_process_type(JsonValue entry) { return entry["procesobject"] && (entry["nummer"] || entry["naam"]); }
bool is_result(JsonValue entry) { return entry["procesType"] && (entry["volledigNummer"] || entry["naam"]); }

/// One reading of one file.
class SelectionListReading {
 public:
  SelectionListReading(const JsonFile& json, Sources& sources, Diagnostics& diagnostics)
      : json_(json), pool_(sources.pool()), diagnostics_(diagnostics) {}

  SelectionList read() {
    PassedOver passed_over;
    entries_of(json_).for_each([&](JsonValue entry) {
      if (is_process_type(entry))
        read_type(entry);
      else if (is_result(entry))
        read_result(entry);
      else
        passed_over.add(entry);
    });
    if (list_.types.empty() && list_.results.empty())
      diagnostics_.report(Code::K154, json_.root().place(), {"selectielijst"});
    else
      passed_over.report(diagnostics_);
    report_page(json_, diagnostics_);
    return std::move(list_);
  }

 private:
  Text value(JsonValue entry, std::string_view name) { return text_field(entry[name], pool_, diagnostics_); }

  /// Whether an entry can be referred to and is the first with its address.
  bool is_new(JsonValue entry, std::string_view kind, const Text& id) {
    if (id.empty()) {
      diagnostics_.report(Code::K155, entry.place(), {std::string(kind), "url"});
      return false;
    }
    const auto [known, fresh] = ids_.try_emplace(id.value, id.place);
    if (!fresh) diagnostics_.report(Code::K201, id.place, {std::string(id.value)}).related = known->second;
    return fresh;
  }

  void read_type(JsonValue entry) {
    ProcessType type;
    type.id = last_part(value(entry, "url"));
    if (!is_new(entry, "procestype", type.id)) return;
    type.number = value(entry, "nummer");
    type.year = value(entry, "jaar");
    type.name = value(entry, "naam");
    type.description = value(entry, "omschrijving");
    type.object = value(entry, "procesobject");
    list_.types.push_back(type);
  }

  void read_result(JsonValue entry) {
    SelectionResult result;
    result.id = last_part(value(entry, "url"));
    if (!is_new(entry, "resultaat", result.id)) return;
    result.process_type = last_part(value(entry, "procesType"));
    result.number = value(entry, "volledigNummer");
    result.name = value(entry, "naam");
    result.nomination = value(entry, "waardering");
    result.term = period_in_words(value(entry, "bewaartermijn"), pool_);
    list_.results.push_back(result);
  }

  const JsonFile& json_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  SelectionList list_;
  std::map<std::string_view, Place> ids_;
};

}  // namespace

bool recognises_selection_list(const Candidate& candidate) {
  if (candidate.folder) return false;
  TextPool pool;
  const JsonFile head = json_head(candidate.head, pool);
  const JsonValue first = entries_of(head).first();
  return is_process_type(first) || is_result(first);
}

SourceContent read_selection_list(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json(path, sources, diagnostics);
  return json ? SelectionListReading(*json, sources, diagnostics).read() : SelectionList{};
}

SelectionList read_selection_list_bytes(std::string path, std::string bytes, Sources& sources,
                                        Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json_bytes(std::move(path), std::move(bytes), sources, diagnostics);
  return json ? SelectionListReading(*json, sources, diagnostics).read() : SelectionList{};
}

}  // namespace keuzekaart
