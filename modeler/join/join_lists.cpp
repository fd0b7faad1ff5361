// Codes in the sources get their names from the lists that define them.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"
#include "modeler/source/address.hpp"

namespace keuzekaart {

namespace {

using TaskFields = std::unordered_map<std::string_view, const TaskField*>;

/// The code with which a task field is written: "6.71" of "6.71 Maatwerk".
std::string_view code_of(std::string_view text) {
  std::string_view code = text.substr(0, text.find_first_not_of("0123456789."));
  while (code.ends_with('.')) code.remove_suffix(1);
  return code;
}

TaskFields fields_by_code(const JoinBuilder& b) {
  TaskFields fields;
  for (const TaskFieldList* list : b.task_fields)
    for (const TaskField& field : list->fields) fields.emplace(code_of(field.code.value), &field);
  return fields;
}

std::string code_and_name(const TaskField& field) { return fmt::format("{} {}", field.code.value, field.name.value); }

/// The domain of the map that has the name of the task field or of its main field, when there is exactly one.
void suggest_domain(const JoinBuilder& b, Process& process, const TaskField& field, const TaskField& main) {
  std::vector<std::uint32_t> fits;
  for (std::uint32_t i = 0; i < b.model.domains.size(); ++i) {
    const std::string name = bare_name(b.model.domains[i].name.value);
    if (name == bare_name(field.name.value) || name == bare_name(main.name.value)) fits.push_back(i);
  }
  if (fits.size() != 1 || process.domain.known()) return;
  process.suggested_domain = {EntityKind::domain, fits.front()};
  process.suggested_domain_trace = {Derivation::proposed_by_name,
                                    {process.iv3.place, main.name.place, b.model.domains[fits.front()].name.place}};
}

}  // namespace

void join_task_fields(JoinBuilder& b) {
  const TaskFields fields = fields_by_code(b);
  if (fields.empty()) return;
  for (Process& process : b.model.processes) {
    if (process.iv3.empty()) continue;
    const std::string_view code = code_of(process.iv3.value);
    const auto found = fields.find(code);
    if (found == fields.end()) {
      b.diagnostics.report(Code::K650, process.iv3.place, {std::string(process.iv3.value)});
      continue;
    }
    const TaskField& field = *found->second;
    const auto above = fields.find(code_of(field.parent.value));
    const TaskField& main = above == fields.end() ? field : *above->second;
    const std::string shown =
        &main == &field ? code_and_name(field) : fmt::format("{}, {}", code_and_name(main), code_and_name(field));
    process.listed_task_field = {b.keep(shown), field.code.place};
    suggest_domain(b, process, field, main);
  }
}

void join_selection_lists(JoinBuilder& b) {
  std::unordered_map<std::string_view, const ProcessType*> types;  // look-up only
  std::unordered_map<std::string_view, const SelectionResult*> results;
  for (const SelectionList* list : b.selection_lists) {
    for (const ProcessType& type : list->types) types.emplace(type.id.value, &type);
    for (const SelectionResult& result : list->results) results.emplace(result.id.value, &result);
  }
  for (Process& process : b.model.processes) {
    if (!process.process_type.empty() && !types.empty()) {
      if (const auto found = types.find(process.process_type.value); found != types.end()) {
        const ProcessType& type = *found->second;
        process.process_type_trace = {Derivation::named_by_list, {process.process_type.place, type.name.place}};
        process.process_type.value = b.keep(fmt::format("{} {}", type.number.value, type.name.value));
      } else {
        b.diagnostics.report(Code::K649, process.process_type.place,
                             {std::string(process.process_type.value), std::string(process.code.value)});
      }
    }
    for (ProcessResult& result : process.results) {
      const auto found = results.find(result.selection.value);
      if (found == results.end()) continue;
      const SelectionResult& listed = *found->second;
      std::string words(result.keeping.value);
      if (words.empty()) words = keeping_in_words(listed.nomination.value, listed.term.value);
      words += fmt::format("{}({})", words.empty() ? "" : " ", listed.number.value);
      result.keeping = {b.keep(words), result.keeping.place.known() ? result.keeping.place : listed.number.place};
    }
  }
}

void join_reference_links(JoinBuilder& b) {
  std::vector<bool> tied(b.model.processes.size());
  for (const Link& link : b.model.links.all())
    if (link.kind == LinkKind::reference) tied[link.from.index] = true;
  for (std::uint32_t i = 0; i < b.model.processes.size(); ++i) {
    const Text& address = b.model.processes[i].catalogue_gemma_link;
    if (tied[i] || address.empty()) continue;
    if (const EntityRef found = b.reference_process(last_part(address.value)); found.known())
      b.link(LinkKind::reference, {EntityKind::process, i}, found, Derivation::same_object_id, {address.place});
  }
}

}  // namespace keuzekaart
