#include "importers/own_lists/named_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <ranges>

#include "importers/guarded_xml.hpp"
#include "importers/own_lists/description.hpp"
#include "importers/own_lists/list_rows.hpp"
#include "importers/read_file.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart::own_lists {

namespace {

namespace fs = std::filesystem;
using grammar::RecordReader;

/// Calls `look` with every list of a description and the table that it asks for, with the headings.
template <class Look>
void each_list(const std::string& description, Sources& sources, const Look& look) {
  Diagnostics silent;
  const auto xml = read_xml(description, sources, silent);
  if (xml == nullptr) return;
  RecordReader(*xml, sources, xml->root()).each_child([&](const RecordReader& list) {
    if (find_kind(list.name()) == nullptr) return;
    TableRequest request = request_of(list, description);
    if (request.file.empty()) return;
    list.each_child([&](const RecordReader& field) {
      if (const Text heading = field.text("kolom"); !heading.empty()) request.headings.push_back(heading.value);
    });
    look(request);
  });
}

bool leaves(std::string_view file) {
  const fs::path path = fs::path(file).lexically_normal();
  return path.is_absolute() || (!path.empty() && *path.begin() == "..");
}

std::string small_name(const std::string& path) { return lower_case(fs::path(path).filename().string()); }

}  // namespace

std::vector<NamedTable> named_tables(const std::string& description) {
  std::vector<NamedTable> tables;
  Sources sources;
  each_list(description, sources, [&](const TableRequest& request) {
    auto found = std::ranges::find(tables, request.path, &NamedTable::path);
    if (found == tables.end())
      found =
          tables.insert(tables.end(), {std::string(request.file.value), request.path, {}, !leaves(request.file.value)});
    for (const std::string_view heading : request.headings) found->headings.emplace_back(heading);
  });
  return tables;
}

int table_like(const std::string& description, const std::vector<NamedTable>& tables, const std::string& path) {
  const auto number = [&](auto at) { return static_cast<int>(at - tables.begin()); };
  const auto same = std::ranges::find(tables, small_name(path), [](const NamedTable& t) { return small_name(t.path); });
  if (same != tables.end()) return number(same);
  std::vector<std::size_t> fit(tables.size());
  Sources sources;
  Diagnostics silent;
  TableFiles files([](const std::string& file, Diagnostics& found) { return read_file(file, found); }, sources, silent);
  each_list(description, sources, [&](TableRequest request) {
    const auto at = std::ranges::find(tables, request.path, &NamedTable::path);
    request.path = path;
    const ListTable* read = at == tables.end() ? nullptr : files.table(request);
    if (read == nullptr) return;
    std::vector<std::string_view> cells;
    for (const Text& heading : read->header) cells.push_back(heading.value);
    fit[static_cast<std::size_t>(number(at))] += fitting_headings(cells, request.headings);
  });
  // As parts of what is wanted, in whole numbers: a third is less than a half.
  int best = -1;
  const auto more = [&](std::size_t a, std::size_t b) {
    return fit[a] * tables[b].headings.size() > fit[b] * tables[a].headings.size();
  };
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (fit[i] == 0 || fit[i] * 2 < tables[i].headings.size()) continue;
    const bool alone = std::ranges::all_of(std::views::iota(std::size_t{0}, tables.size()),
                                           [&](std::size_t other) { return other == i || more(i, other); });
    if (alone) best = static_cast<int>(i);
  }
  return best;
}

}  // namespace keuzekaart::own_lists
