#include "importers/foreign_formats.hpp"

#include <algorithm>
#include <utility>

#include "importers/csv_reader.hpp"
#include "importers/guarded_json.hpp"
#include "importers/root_element.hpp"
#include "importers/text_encoding.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// A form of file that is known and not read as a source.
struct ForeignFormat {
  std::string_view name;     ///< as its publisher calls it
  std::string_view sign;     ///< what its first bytes hold
  bool at_start;             ///< the sign opens the file
  std::string_view variant;  ///< wording of K110
};

/// The first row that fits is the answer: the more particular ones stand first.
constexpr ForeignFormat rows[] = {
    {"Keuzekaart", "<kaart ", false, "map"},
    {"Keuzekaart", "urn:keuzekaart:catalogus:1", false, "catalogue"},
    {"DMN", "omg.org/spec/DMN/", false, "foreign"},
    {"CMMN", "omg.org/spec/CMMN/", false, "foreign"},
    {"XPDL", "http://www.wfmc.org/", false, "foreign"},
    {"HTML", "<!DOCTYPE html", false, "foreign"},
    {"PDF", "%PDF-", true, "foreign"},
};

/// Archives that are a document of an office program, by a file that each of them has.
constexpr std::pair<std::string_view, std::string_view> documents[] = {{"xl/workbook.xml", "Excel (xlsx)"},
                                                                       {"word/document.xml", "Word (docx)"},
                                                                       {"ppt/presentation.xml", "PowerPoint (pptx)"},
                                                                       {"visio/document.xml", "Visio (vsdx)"}};

constexpr std::size_t most_named = 6;

/// The first characters of a text.
std::string begin_of(std::string_view text) {
  constexpr std::size_t most = 60;
  std::size_t end = 0;
  while (end < text.size() && end + character_at(text, end).bytes <= most) end += character_at(text, end).bytes;
  return std::string(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

/// The first few names: "a, b, c, ...".
std::string some_of(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < most_named; ++i)
    all.append(all.empty() ? "" : ", ").append(begin_of(names[i]));
  if (names.size() > most_named) all += ", ...";
  return all;
}

/// The members of the object that a JSON file begins with, or of the first object in its list.
LooksLike as_json(std::string_view head) {
  TextPool pool;
  const JsonFile json = json_head(head, pool);
  JsonValue object = json.root();
  if (!object) return {};
  const bool list = object.is(JsonKind::list);
  if (list && object.size() != 0) object = *object.children().begin();
  std::vector<std::string> names;
  if (object.is(JsonKind::object))
    for (const JsonValue member : object.children()) names.emplace_back(member.name().value);
  if (names.empty()) return {"foreign", {"JSON"}};
  return {list ? "json-list" : "json", {some_of(names)}};
}

}  // namespace

LooksLike looks_like(const Candidate& candidate) {
  if (candidate.folder) return {"folder", {}};
  const std::string_view head = candidate.head;
  for (const ForeignFormat& row : rows)
    if (row.at_start ? head.starts_with(row.sign) : head.find(row.sign) != std::string_view::npos)
      return {std::string(row.variant), {std::string(row.name)}};
  for (const auto& [entry, name] : documents)
    if (std::ranges::find(candidate.entries, entry) != candidate.entries.end()) return {"foreign", {std::string(name)}};
  if (!candidate.entries.empty()) return {"zip", {some_of(candidate.entries)}};
  if (const RootElement root = root_element(head); !root.name.empty()) {
    if (root.uri.empty()) return {"xml-bare", {std::string(root.name)}};
    return {"xml", {std::string(root.name), std::string(root.uri)}};
  }
  if (LooksLike json = as_json(head); !json.variant.empty()) return json;
  if (head.find('\0') != std::string_view::npos) return {};
  if (const std::vector<std::string> headings = csv_header(head); headings.size() > 1)
    return {"table", {some_of(headings)}};
  if (first_invalid_utf8(head) != std::string_view::npos) return {};
  const std::size_t start = std::min(head.find_first_not_of(" \t\r\n"), head.size());
  const std::string_view line = head.substr(start, head.find_first_of("\r\n", start) - start);
  return line.empty() ? LooksLike{} : LooksLike{"text", {begin_of(line)}};
}

}  // namespace keuzekaart
