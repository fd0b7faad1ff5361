#include "modeler/diagnostics/diagnostic_printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t columns_before = 60;  ///< of a long line, at most, left of the caret
constexpr std::size_t columns_shown = 100;  ///< of a long line, altogether
constexpr std::size_t bytes_around = 1000;  ///< of a long line, looked at on either side of the place
constexpr std::string_view indent = "    ";
constexpr std::string_view ellipsis = "…";

struct Located {
  const Diagnostic* diagnostic;
  Location location;
};

std::vector<Located> sorted(const Diagnostics& diagnostics, const Sources& sources, PrintLimits limits) {
  std::vector<Located> all;
  for (const Diagnostic& d : diagnostics.all()) {
    if (limits.errors_only && d.severity() != Severity::error) continue;
    Location location = sources.locate(d.place);
    if (!d.place.known()) location.path = d.path;
    if (d.whole_file) location.line = location.column = 0;
    all.push_back({&d, location});
  }
  const auto key = [](const Located& l) {
    return std::tie(l.location.path, l.location.sheet, l.location.line, l.location.column, l.diagnostic->code,
                    l.diagnostic->arguments);
  };
  std::ranges::stable_sort(all, [&](const Located& a, const Located& b) { return key(a) < key(b); });
  return all;
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    default:
      return "note";
  }
}

std::string next_step(const Diagnostic& d, const Labels& labels) {
  std::string key = fmt::format("{}.next", d.label_key());
  if (!labels.has(key)) key = fmt::format("{}.next", row_of(d.code).key);
  return labels.has(key) ? labels.fill(key, d.arguments) : std::string();
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.code == U'"' || c.code == U'\\')
      out += {'\\', static_cast<char>(c.code)};
    else if (c.code < 0x20 || c.code == 0x7F)
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c.code));
    else if (c.code == 0xFFFD)
      out += "\\ufffd";
    else
      out.append(text.substr(at, c.bytes));
    at += c.bytes;
  }
  out += '"';
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  fmt::format_to(std::back_inserter(out), ", \"{}\": ", key);
  append_json(out, text);
}

/// That there are more messages of a code. `kept` when one option shows some of them.
std::string not_shown(Code code, std::size_t more, bool kept, const Labels& labels) {
  return labels.fill(kept ? "melding.nog" : "melding.nog-niet-bewaard",
                     {fmt::format("{}", more), std::string(row_of(code).key), std::string(row_of(code).name)});
}

}  // namespace

std::string excerpt_at(Place place, const Sources& sources) {
  if (!place.known()) return {};
  std::string_view line = sources.line(place);
  const auto line_start = static_cast<std::size_t>(line.data() - sources.text(place.file).data());
  std::size_t within = std::min(place.offset - line_start, line.size());
  // A whole file may stand on one line: only what lies near the place is looked at.
  if (within > bytes_around) {
    line.remove_prefix(within - bytes_around);
    within = bytes_around;
  }
  line = line.substr(0, within + bytes_around);
  // The characters of the line, each ready to print, and the number of the one that the place means.
  std::vector<std::string> characters;
  std::size_t wanted = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t bytes = character_at(line, at).bytes;
    characters.push_back(printable(line.substr(at, bytes)));
    if (at < within) ++wanted;
    at += bytes;
  }
  std::size_t first = 0;
  while (first < wanted && characters[first] == " ") ++first;
  if (first == characters.size() && characters.empty()) return {};
  std::size_t last = characters.size();
  std::string shown(indent);
  if (wanted - first > columns_before) {
    first = wanted - columns_before;
    shown += ellipsis;
  }
  const bool cut = last - first > columns_shown;
  if (cut) last = first + columns_shown;
  std::string pointer;
  for (std::size_t i = first; i < last; ++i) {
    if (i == wanted) pointer.assign(columns_of(shown), ' ');
    shown += characters[i];
  }
  if (wanted >= last) pointer.assign(columns_of(shown), ' ');
  if (cut) shown += ellipsis;
  return fmt::format("{}\n{}^\n", shown, pointer);
}

std::string print_diagnostics(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels,
                              PrintLimits limits) {
  std::string out;
  const auto to_out = std::back_inserter(out);
  std::map<Code, std::size_t> seen;
  std::map<Code, std::string> said;
  for (const auto& [d, location] : sorted(diagnostics, sources, limits)) {
    if (++seen[d->code] > limits.of_one_code) continue;
    const CodeRow& row = row_of(d->code);
    const std::string place = printable(to_string(location));
    fmt::format_to(to_out, "{}{}{}: {} [{} {}]\n", place, place.empty() ? "" : ": ",
                   labels.get(fmt::format("melding.{}", severity_word(row.severity))),
                   printable(labels.fill(d->label_key(), d->arguments)), row.key, row.name);
    if (!d->whole_file) out += excerpt_at(d->place, sources);
    if (d->related.known())
      fmt::format_to(to_out, "{}{}\n", indent,
                     printable(labels.fill("melding.zie-ook", {to_string(sources.locate(d->related))})));
    if (!d->nearest.empty())
      fmt::format_to(to_out, "{}{}\n", indent, printable(labels.fill("melding.bedoelde-u", {d->nearest})));
    std::string next = printable(next_step(*d, labels));
    if (!next.empty() && said[d->code] != next) {
      fmt::format_to(to_out, "{}{}\n", indent, next);
      said[d->code] = std::move(next);
    }
    for (const std::string& line : d->example) fmt::format_to(to_out, "{}{}\n", indent, printable(line));
  }
  for (const auto& [code, number] : seen) {
    const std::size_t more = diagnostics.count(code) - std::min(number, limits.of_one_code);
    if (more != 0) fmt::format_to(to_out, "{}\n", not_shown(code, more, number > limits.of_one_code, labels));
  }
  return out;
}

std::string diagnostics_as_json(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels,
                                PrintLimits limits) {
  std::string out = "[";
  std::map<Code, std::size_t> seen;
  const auto begin = [&](Code code) {
    const CodeRow& row = row_of(code);
    fmt::format_to(std::back_inserter(out), R"({}  {{"code": "{}", "name": "{}", "severity": "{}")",
                   out.size() == 1 ? "\n" : ",\n", row.key, row.name, severity_word(row.severity));
  };
  for (const auto& [d, location] : sorted(diagnostics, sources, limits)) {
    ++seen[d->code];
    begin(d->code);
    append_member(out, "path", location.path);
    if (location.line != 0)
      fmt::format_to(std::back_inserter(out), R"(, "line": {}, "column": {})", location.line, location.column);
    if (!location.sheet.empty()) append_member(out, "sheet", location.sheet);
    append_member(out, "text", labels.fill(d->label_key(), d->arguments));
    if (d->related.known()) append_member(out, "related", to_string(sources.locate(d->related)));
    if (const std::string next = next_step(*d, labels); !next.empty()) append_member(out, "next", next);
    if (!d->nearest.empty()) append_member(out, "nearest", d->nearest);
    if (!d->example.empty()) append_member(out, "example", fmt::format("{}\n", fmt::join(d->example, "\n")));
    out += '}';
  }
  for (const auto& [code, number] : seen)
    if (const std::size_t more = diagnostics.count(code) - number; more != 0) {
      begin(code);
      append_member(out, "text", not_shown(code, more, false, labels));
      out += '}';
    }
  out += out.size() == 1 ? "]\n" : "\n]\n";
  return out;
}

}  // namespace keuzekaart
