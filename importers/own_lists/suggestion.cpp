#include "importers/own_lists/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "importers/csv_reader.hpp"
#include "importers/own_lists/description.hpp"
#include "importers/own_lists/list_table.hpp"
#include "importers/read_file.hpp"
#include "importers/xlsx/workbook.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/source/xml_text.hpp"

namespace keuzekaart::own_lists {

namespace {

constexpr std::size_t sheets_shown = 12;
constexpr std::size_t headings_shown = 12;
constexpr std::size_t headings_left_over = 30;
constexpr std::size_t longest_guessed = 80;  ///< bytes of a heading, when it is not known to be one

/// What people call a field of a kind of list, beside its own name.
struct Alias {
  std::string_view kind, field, heading;
};
constexpr Alias aliases[] = {
    {"applicaties", "naam", "applicatie"},
    {"applicaties", "naam", "applicatienaam"},
    {"applicaties", "naam", "naam applicatie"},
    {"applicaties", "naam", "pakket"},
    {"applicaties", "id", "applicatiecode"},
    {"applicaties", "id", "applicatienummer"},
    {"applicaties", "leverancier", "aanbieder"},
    {"applicaties", "referentiecomponent", "referentiecomponenten"},
    {"applicaties", "levenscyclus", "status"},
    {"applicaties", "levenscyclus", "gebruiksstatus"},
    {"applicaties", "processen", "proces"},
    {"applicaties", "processen", "ondersteunt"},
    {"processen", "naam", "proces"},
    {"processen", "naam", "procesnaam"},
    {"processen", "naam", "werkproces"},
    {"processen", "naam", "naam proces"},
    {"processen", "id", "procescode"},
    {"processen", "id", "procesnummer"},
    {"processen", "verantwoordelijk", "proceseigenaar"},
    {"processen", "verantwoordelijk", "eigenaar"},
    {"processen", "uitvoerder", "uitvoerende partij"},
    {"processen", "iv3", "taakveld"},
    {"processen", "gemma", "gemma-proces"},
    {"processen", "producten", "product"},
    {"processen", "grondslagen", "grondslag"},
    {"processen", "applicaties", "applicatie"},
    {"producten", "naam", "product"},
    {"producten", "naam", "productnaam"},
    {"producten", "naam", "dienst"},
    {"producten", "naam", "name"},
    {"producten", "naam", "titel"},
    {"producten", "id", "productcode"},
    {"producten", "id", "productnummer"},
    {"producten", "id", "slug"},
    {"producten", "omschrijving", "summary"},
    {"producten", "omschrijving", "samenvatting"},
    {"producten", "upl", "upl-naam"},
    {"producten", "upl", "uniforme productnaam"},
    {"producten", "volume", "aantal per jaar"},
    {"producten", "volume", "aantal"},
    {"producten", "grondslagen", "grondslag"},
    {"producten", "grondslagen", "wet"},
    {"producten", "processen", "proces"},
    {"product-proces", "proces", "werkproces"},
    {"product-proces", "product", "dienst"},
    {"partijen", "naam", "partij"},
    {"partijen", "naam", "organisatie"},
    {"partijen", "naam", "afdeling"},
    {"partijen", "naam", "team"},
    {"partijen", "deel-van", "onderdeel van"},
    {"rollen", "partij", "organisatie"},
    {"rollen", "partij", "afdeling"},
    {"rollen", "partij", "wie"},
    {"product-proces", "proces", "processen"},
    {"product-proces", "product", "producten"},
    {"product-proces", "status", "zeker"},
    {"producten", "doelgroep", "voor wie"},
    {"producten", "kanalen", "kanaal"},
    {"processen", "doorlooptijd", "duur"},
};
constexpr std::string_view any_id[] = {"code", "nr", "nummer", "sleutel"};
constexpr std::string_view any_description[] = {"beschrijving", "toelichting", "beschrijving kort"};

bool called(const Kind& kind, const Field& field, std::string_view heading) {
  const auto is = [&](std::string_view word) { return same_heading(heading, word); };
  return is(field.name) || (field.name == "id" && std::ranges::any_of(any_id, is)) ||
         (field.name == "omschrijving" && std::ranges::any_of(any_description, is)) ||
         std::ranges::any_of(aliases, [&](const Alias& alias) {
           return alias.kind == kind.name && alias.field == field.name && is(alias.heading);
         });
}

/// For every field of a kind the number of its heading, or none.
using Guess = std::vector<std::size_t>;
constexpr auto none = static_cast<std::size_t>(-1);

/// An export may have a column of keys and, with an underscore before its heading, one of the names that they stand
/// for.
std::size_t named_beside(const std::vector<std::string>& headings, std::size_t keys) {
  const auto names = std::ranges::find(headings, "_" + headings[keys]);
  return names == headings.end() ? keys : static_cast<std::size_t>(names - headings.begin());
}

Guess guess(const Kind& kind, const std::vector<std::string>& headings) {
  Guess found(kind.fields.size(), none);
  for (std::size_t f = 0; f < kind.fields.size(); ++f)
    for (std::size_t h = 0; h < headings.size() && found[f] == none; ++h)
      if (!headings[h].empty() && std::ranges::find(found, h) == found.end() &&
          called(kind, kind.fields[f], headings[h]))
        found[f] = named_beside(headings, h);
  return found;
}

/// How well headings fit a kind: a required field that is missing weighs against it.
long fit_of(const Kind& kind, const Guess& guess) {
  long fit = 0;
  for (std::size_t f = 0; f < guess.size(); ++f) {
    if (guess[f] != none) fit += kind.fields[f].required ? 4 : 1;
    if (guess[f] == none && kind.fields[f].required) fit -= 3;
  }
  return fit;
}

std::string quoted(std::string_view text) { return '"' + attribute_text(text) + '"'; }

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What fits nothing is left out.
void describe(const std::string& path, const Headings& table, std::vector<std::string>& lines) {
  const Kind* best = nullptr;
  Guess fields;
  for (const Kind& kind : kinds()) {
    Guess found = guess(kind, table.names);
    if (best != nullptr && fit_of(kind, found) <= fit_of(*best, fields)) continue;
    best = &kind;
    fields = std::move(found);
  }
  if (fit_of(*best, fields) <= 0) return;
  // The column of a required field that no heading looks like is for a person to choose: the first that is free.
  for (std::size_t f = 0; f < fields.size(); ++f)
    for (std::size_t h = 0; h < table.names.size() && best->fields[f].required && fields[f] == none; ++h)
      if (!table.names[h].empty() && std::ranges::find(fields, h) == fields.end()) fields[f] = h;
  lines.push_back(fmt::format("  <{} bestand={}{}>", best->name, quoted(file_name(path)),
                              table.sheet.empty() ? "" : " blad=" + quoted(table.sheet)));
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f] != none)
      lines.push_back(fmt::format("    <{} kolom={}/>", best->fields[f].name, quoted(table.names[fields[f]])));
  std::string left;
  std::size_t shown = 0;
  for (std::size_t h = 0; h < table.names.size(); ++h)
    if (!table.names[h].empty() && std::ranges::find(fields, h) == fields.end() && ++shown <= headings_left_over)
      left += fmt::format("{}{}", left.empty() ? "" : ", ", quoted(table.names[h]));
  for (std::size_t at = left.find("--"); at != std::string::npos; at = left.find("--", at)) left.replace(at, 2, "- -");
  if (shown > headings_left_over) left += ", ...";
  if (!left.empty()) lines.push_back(fmt::format("    <!-- {} -->", left));
  lines.push_back(fmt::format("  </{}>", best->name));
}

/// Words, not a sentence and no markup.
bool looks_like_heading(const std::string& cell) {
  return cell.size() <= longest_guessed && cell.find_first_of("<>{}[]|=@") == std::string::npos &&
         (!cell.ends_with('.') || cell.size() < 6) && !cell.starts_with('#');
}

}  // namespace

std::vector<std::string> likely_headings(std::string_view head) {
  std::vector<std::string> best;
  std::size_t most = 1;
  std::size_t lines = 0;
  std::size_t rows = 0;  ///< lines below the headings that look like a row under them
  std::size_t below = 0;
  while (!head.empty() && ++lines <= heading_rows_looked_at) {
    const std::string_view line = head.substr(0, head.find('\n'));
    head.remove_prefix(std::min(line.size() + 1, head.size()));
    std::vector<std::string> cells = csv_header(line);
    const auto filled =
        static_cast<std::size_t>(std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); }));
    if (filled == 0) continue;
    if (filled > most && std::ranges::all_of(cells, looks_like_heading)) {
      most = filled;
      best = std::move(cells);
      rows = below = 0;
      continue;
    }
    ++below;
    if (cells.size() > best.size() / 2) ++rows;
  }
  return rows > 0 && rows * 2 >= below ? best : std::vector<std::string>();
}

std::vector<std::string> suggested_description(const std::string& path, const std::vector<Headings>& tables) {
  std::vector<std::string> lines = {"<lijsten xmlns=\"urn:keuzekaart:lijsten:1\">"};
  for (const Headings& table : tables) describe(path, table, lines);
  if (lines.size() == 1) return {};
  lines.emplace_back("</lijsten>");
  return lines;
}

void report_without_description(const std::string& path, const std::vector<Headings>& tables,
                                Diagnostics& diagnostics) {
  const bool sheets = tables.size() > 1 || !tables.front().sheet.empty();
  std::string names;
  std::size_t shown = 0;
  const auto add = [&](const std::string& name) {
    if (name.empty() || ++shown > headings_shown + 1) return;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", shown > headings_shown ? "..." : name);
  };
  for (const Headings& table : tables) {
    if (sheets) add(table.sheet);
    for (const std::string& name : table.names)
      if (!sheets) add(name);
  }
  const std::string file = file_name(path);
  Diagnostic& said = diagnostics.report_path(Code::K321, path, {names, file.substr(0, file.rfind('.')) + ".lijst.xml"});
  said.example = suggested_description(path, tables);
  if (said.example.empty()) {
    std::string known;
    for (const Kind& kind : kinds()) known.append(known.empty() ? "" : ", ").append(kind.name);
    said.arguments.push_back(std::move(known));
    said.variant = sheets ? "sheets-unclear" : "unclear";
  } else if (sheets) {
    said.variant = "sheets";
  }
}

bool report_workbook(const std::string& path, Diagnostics& diagnostics) {
  Sources sources;  // places in it are of no use to the caller
  Diagnostics found;
  std::optional<std::string> bytes = read_file(path, found);
  const auto workbook = bytes ? xlsx::Workbook::open(path, std::move(*bytes), {}, sources, found) : nullptr;
  if (workbook == nullptr) return false;
  if (workbook->is_own()) {
    diagnostics.report_path(Code::K322, path);
    return true;
  }
  std::vector<Headings> tables;
  for (const xlsx::SheetInfo& sheet : workbook->sheets()) {
    if (sheet.hidden || tables.size() == sheets_shown) continue;
    Headings headings{sheet.name, {}};
    if (const auto rows = workbook->read(sheet))
      for (const xlsx::Row& row : std::span(*rows).subspan(0, std::min(heading_rows_looked_at, rows->size())))
        if (row.cells.size() > headings.names.size()) {
          headings.names.clear();
          for (const xlsx::Cell& cell : row.cells) headings.names.emplace_back(cell.value);
        }
    if (!headings.names.empty()) tables.push_back(std::move(headings));
  }
  if (tables.empty()) return false;
  report_without_description(path, tables, diagnostics);
  return true;
}

}  // namespace keuzekaart::own_lists
