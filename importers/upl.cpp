#include "importers/upl.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "importers/csv_reader.hpp"
#include "importers/guarded_json.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view name_heading = "UniformeProductnaam";
constexpr std::string_view uri_heading = "URI";
constexpr std::string_view sdg_heading = "SDG";
constexpr std::string_view ground_headings[] = {"Grondslag", "Grondslaglabel", "Grondslaglink"};

struct Flag {
  std::string_view heading;
  bool CatalogueProduct::*field;
};

constexpr Flag flags[] = {
    {"Rijk", &CatalogueProduct::by_state},
    {"Provincie", &CatalogueProduct::by_province},
    {"Waterschap", &CatalogueProduct::by_water_board},
    {"Gemeente", &CatalogueProduct::by_municipality},
    {"Burger", &CatalogueProduct::for_residents},
    {"Bedrijf", &CatalogueProduct::for_companies},
    {"Dienstenwet", &CatalogueProduct::services_directive},
    {"Autonomie", &CatalogueProduct::autonomous},
    {"Medebewind", &CatalogueProduct::co_governed},
    {"Aanvraag", &CatalogueProduct::application},
    {"Subsidie", &CatalogueProduct::subsidy},
    {"Melding", &CatalogueProduct::notification},
    {"Verplichting", &CatalogueProduct::obligation},
};

bool equal_headings(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char left, char right) { return small(left) == small(right); });
}

/// The list as rows of cells, whichever form it was read from.
struct UplTable {
  std::vector<Text> header;
  std::vector<Text> cells;  ///< row after row, as many in each as there are headings

  std::size_t row_count() const { return header.empty() ? 0 : cells.size() / header.size(); }
  std::span<const Text> row(std::size_t index) const {
    return std::span<const Text>(cells).subspan(index * header.size(), header.size());
  }
  std::optional<std::size_t> column(std::string_view heading) const {
    const auto found =
        std::ranges::find_if(header, [&](const Text& cell) { return equal_headings(cell.value, heading); });
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
  }
};

UplTable table_of(const CsvTable& csv) {
  UplTable table;
  table.header.assign(csv.header().begin(), csv.header().end());
  table.cells.reserve(csv.row_count() * table.header.size());
  for (std::size_t i = 0; i < csv.row_count(); ++i)
    table.cells.insert(table.cells.end(), csv.row(i).begin(), csv.row(i).end());
  return table;
}

/// A SPARQL result: names of columns, and an object for each row that holds the cells that are filled.
UplTable table_of(const JsonFile& json) {
  UplTable table;
  for (const JsonValue name : json.root()["head"]["vars"].children()) table.header.push_back(name.text());
  for (const JsonValue row : json.root()["results"]["bindings"].children())
    for (const Text& heading : table.header) {
      const JsonValue cell = row[heading.value]["value"];
      table.cells.push_back(cell ? cell.text() : Text{{}, row.place()});
    }
  return table;
}

/// One reading of one list.
class UplReading {
 public:
  UplReading(const UplTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  ProductList read() {
    if (!bind()) return {};
    by_uri_.reserve(table_.row_count());
    for (std::size_t i = 0; i < table_.row_count(); ++i) read_row(table_.row(i));
    return std::move(list_);
  }

 private:
  using Row = std::span<const Text>;
  using Column = std::optional<std::size_t>;

  /// Finds the columns; false when a required one is missing.
  bool bind() {
    name_ = require(name_heading);
    uri_ = require(uri_heading);
    std::string missing;
    const auto find = [&](std::string_view heading) {
      const Column column = table_.column(heading);
      if (!column) missing.append(missing.empty() ? "" : ", ").append(heading);
      return column;
    };
    for (const Flag& flag : flags) flag_columns_.push_back(find(flag.heading));
    sdg_ = find(sdg_heading);
    for (const std::string_view heading : ground_headings) ground_columns_.push_back(find(heading));
    if (!name_ || !uri_) return false;
    if (!missing.empty()) diagnostics_.report(Code::K311, header_place(), {missing});
    return true;
  }

  Column require(std::string_view heading) {
    const Column column = table_.column(heading);
    if (!column) {
      const auto known = [&] {
        std::vector<std::string_view> headings;
        for (const Text& cell : table_.header) headings.push_back(cell.value);
        return headings;
      };
      diagnostics_.report(Code::K302, header_place(), {std::string(heading)}).nearest =
          diagnostics_.nearest(heading, known);
    }
    return column;
  }

  Place header_place() const { return table_.header.front().place; }

  static Text cell(Row row, Column column) { return column ? trimmed(row[*column]) : Text{}; }

  void left_out(const char* variant, const Text& cell) {
    diagnostics_.report(Code::K315, cell.place, {std::string(cell.value)}).variant = variant;
  }

  void read_row(Row row) {
    CatalogueProduct product;
    product.key = product.upl_uri = cell(row, uri_);
    product.name = cell(row, name_);
    if (product.key.empty()) return left_out("uri", product.key);
    if (product.key.value.find("://") == std::string_view::npos) return left_out("no-uri", product.key);
    if (product.name.empty()) return left_out("name", product.name);
    for (std::size_t i = 0; i < flag_columns_.size(); ++i)
      product.*flags[i].field = is_set(cell(row, flag_columns_[i]), flags[i].heading);
    product.sdg = cell(row, sdg_);
    product.placeholder = product.name.value == no_uniform_name;

    const auto [found, is_new] = by_uri_.try_emplace(product.key.value, list_.products.size());
    if (is_new) {
      const auto [named, fresh] = by_name_.try_emplace(product.name.value, found->second);
      if (!fresh) {
        const CatalogueProduct& other = list_.products[named->second];
        Diagnostic& said = diagnostics_.report(Code::K316, product.key.place,
                                               {std::string(product.name.value), std::string(other.key.value)});
        said.variant = "name";
        said.related = other.key.place;
      }
      list_.products.push_back(std::move(product));
    } else {
      compare(list_.products[found->second], product, row);
    }
    add_ground(list_.products[found->second], row);
  }

  bool is_set(const Text& value, std::string_view heading) {
    if (value.empty()) return false;
    if (value.value == "X" || value.value == "x") return true;
    diagnostics_.report(Code::K317, value.place, {std::string(value.value), std::string(heading)});
    return false;
  }

  /// Rows of one URI must say the same of the product.
  void compare(const CatalogueProduct& first, const CatalogueProduct& next, Row row) {
    const auto differs = [&](std::string_view heading, std::string_view before, std::string_view now, Place here,
                             Place there) {
      diagnostics_
          .report(Code::K316, here,
                  {std::string(first.key.value), std::string(heading), std::string(before), std::string(now)})
          .related = there;
    };
    if (first.name.value != next.name.value)
      differs(name_heading, first.name.value, next.name.value, next.name.place, first.name.place);
    for (std::size_t i = 0; i < flag_columns_.size(); ++i) {
      const bool before = first.*flags[i].field;
      if (before == next.*flags[i].field) continue;
      differs(flags[i].heading, before ? "X" : "", before ? "" : "X", row[*flag_columns_[i]].place, first.name.place);
    }
    if (first.sdg.value != next.sdg.value)
      differs(sdg_heading, first.sdg.value, next.sdg.value, next.sdg.place, first.sdg.place);
  }

  void add_ground(CatalogueProduct& product, Row row) {
    const LegalGround ground{cell(row, ground_columns_[0]), cell(row, ground_columns_[1]),
                             cell(row, ground_columns_[2])};
    if (ground.uri.empty() && ground.label.empty() && ground.link.empty()) return;
    const bool known = std::any_of(product.grounds.begin(), product.grounds.end(), [&](const LegalGround& g) {
      return g.uri.value == ground.uri.value && g.label.value == ground.label.value &&
             g.link.value == ground.link.value;
    });
    if (!known) product.grounds.push_back(ground);
  }

  const UplTable& table_;
  Diagnostics& diagnostics_;
  ProductList list_;
  Column name_;
  Column uri_;
  Column sdg_;
  std::vector<Column> flag_columns_;
  std::vector<Column> ground_columns_;
  std::unordered_map<std::string_view, std::size_t> by_uri_;   ///< look-up only
  std::unordered_map<std::string_view, std::size_t> by_name_;  ///< look-up only
};

/// Whether these headings are the list's; one may be missing or misspelt.
bool are_headings(const std::vector<std::string>& headings) {
  const auto has = [&](std::string_view heading) {
    return std::any_of(headings.begin(), headings.end(),
                       [&](const std::string& found) { return equal_headings(found, heading); });
  };
  const auto known = static_cast<std::size_t>(
      std::count_if(std::begin(flags), std::end(flags), [&](const Flag& flag) { return has(flag.heading); }) +
      std::count_if(std::begin(ground_headings), std::end(ground_headings), has));
  if (has(name_heading)) return has(uri_heading) || known >= 3;
  return known >= 6;
}

ProductList products_of(const std::optional<CsvTable>& csv, Diagnostics& diagnostics) {
  if (!csv) return {};
  const UplTable table = table_of(*csv);
  return UplReading(table, diagnostics).read();
}

ProductList products_of(const std::unique_ptr<JsonFile>& json, Diagnostics& diagnostics) {
  if (!json) return {};
  const UplTable table = table_of(*json);
  if (!table.header.empty()) return UplReading(table, diagnostics).read();
  diagnostics.report(Code::K154, json->root().place(), {"upl-json"});
  return {};
}

}  // namespace

bool recognises_upl(const Candidate& candidate) {
  // The list as JSON has the same headings, and may stand on one line.
  const std::size_t first = candidate.head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool is_json = first != std::string_view::npos && candidate.head[first] == '{';
  return !candidate.folder && !is_json && are_headings(csv_header(candidate.head));
}

bool recognises_upl_json(const Candidate& candidate) {
  if (candidate.folder) return false;
  TextPool pool;
  const JsonFile head = json_head(candidate.head, pool);
  std::vector<std::string> headings;
  for (const JsonValue name : head.root()["head"]["vars"].children()) headings.emplace_back(name.text().value);
  return are_headings(headings);
}

SourceContent read_upl(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return products_of(read_csv(path, sources, diagnostics), diagnostics);
}

ProductList read_upl_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  return products_of(read_csv_bytes(std::move(path), std::move(bytes), sources, diagnostics), diagnostics);
}

SourceContent read_upl_json(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return products_of(read_json(path, sources, diagnostics), diagnostics);
}

ProductList read_upl_json_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  return products_of(read_json_bytes(std::move(path), std::move(bytes), sources, diagnostics), diagnostics);
}

}  // namespace keuzekaart
