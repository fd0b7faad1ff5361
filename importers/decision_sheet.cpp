#include "importers/decision_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "importers/guarded_zip.hpp"
#include "importers/own_lists/list_table.hpp"
#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using own_lists::ListTable;
using own_lists::same_heading;

/// The columns without which nothing can be decided, the codes first.
constexpr std::array<std::string_view, 3> needed = {"kolom.code-van", "kolom.code-naar", "kolom.koppelstatus"};
constexpr EntityKind kinds[] = {EntityKind::product, EntityKind::process, EntityKind::application};

/// A sheet that is, or may be, the one with the proposals.
struct Found {
  const xlsx::SheetInfo* sheet = nullptr;
  const Labels* labels = nullptr;
  std::vector<xlsx::Row> rows = {};
  std::size_t heading = 0;  ///< number in `rows`
  std::size_t fits = 0;     ///< how many of the needed headings it has
  Diagnostics said = {};    ///< while it was read
};

class DecisionReader {
 public:
  DecisionReader(const std::string& path, std::span<const Labels* const> languages, Sources& sources,
                 Diagnostics& diagnostics)
      : path_(path), languages_(languages), sources_(sources), diagnostics_(diagnostics) {}

  std::optional<std::vector<DecisionRow>> read() {
    if (!open()) return std::nullopt;
    const std::optional<Found> found = find_sheet();
    if (!found) return std::nullopt;
    labels_ = found->labels;
    const std::optional<ListTable> table = own_lists::lay_out_sheet(
        *workbook_, std::span(found->rows).subspan(found->heading), path_, found->sheet->name, sources_, diagnostics_);
    if (!table || !find_columns(*table)) return std::nullopt;
    std::vector<DecisionRow> rows;
    for (std::size_t i = 0; i < table->row_count(); ++i)
      if (const std::optional<DecisionRow> row = row_of(*table, i)) rows.push_back(*row);
    return rows;
  }

 private:
  Diagnostic& say(std::string variant, std::vector<std::string> arguments = {}) {
    Diagnostic& said = diagnostics_.report_path(Code::K338, path_, std::move(arguments));
    said.variant = std::move(variant);
    return said;
  }

  bool open() {
    std::optional<std::string> bytes = read_file(path_, diagnostics_);
    if (!bytes) return false;
    const std::string name = path_.substr(path_.rfind('/') + 1);
    if (!looks_like_zip(*bytes)) {
      say("no-workbook", {name});
      return false;
    }
    workbook_ = xlsx::Workbook::open(path_, std::move(*bytes), {}, sources_, said_);
    if (said_.count(Code::K333) != 0)
      say("no-workbook", {name});
    else
      diagnostics_.absorb(std::exchange(said_, {}));
    return workbook_ != nullptr;
  }

  static bool has_heading(const xlsx::Row& row, std::string_view wanted) {
    return std::ranges::any_of(row.cells, [&](const xlsx::Cell& cell) {
      return cell.value.size() <= own_lists::longest_heading && same_heading(cell.value, wanted);
    });
  }

  /// The row of a sheet, among the first ones, that has the most of the headings in one of the languages.
  Found look_at(const xlsx::SheetInfo& sheet) {
    Found best{&sheet};
    std::optional<std::vector<xlsx::Row>> rows = workbook_->read(sheet);
    best.said = std::exchange(said_, {});
    if (!rows) return best;
    for (std::size_t i = 0; i < std::min(rows->size(), own_lists::heading_rows_looked_at); ++i)
      for (const Labels* labels : languages_) {
        const auto fits = static_cast<std::size_t>(std::ranges::count_if(
            needed, [&](std::string_view key) { return has_heading((*rows)[i], labels->get(key)); }));
        if (fits <= best.fits) continue;
        best.fits = fits;
        best.heading = i;
        best.labels = labels;
      }
    best.rows = std::move(*rows);
    return best;
  }

  /// The only sheet with every heading; else says which are missing where, or that there are several.
  std::optional<Found> find_sheet() {
    std::vector<Found> whole;
    Found nearest;
    Diagnostics said;  // of the sheets that do not have them
    for (const xlsx::SheetInfo& sheet : workbook_->sheets()) {
      Found found = look_at(sheet);
      if (found.fits == needed.size()) {
        whole.push_back(std::move(found));
        continue;
      }
      said.absorb(std::exchange(found.said, {}));
      if (found.fits > nearest.fits) nearest = std::move(found);
    }
    if (whole.size() == 1) {
      diagnostics_.absorb(std::move(whole.front().said));
      return std::move(whole.front());
    }
    if (whole.size() > 1) {
      std::vector<std::string_view> names;
      for (const Found& found : whole) names.push_back(found.sheet->name);
      say("several", {fmt::format("{}", fmt::join(names, ", "))});
      return std::nullopt;
    }
    diagnostics_.absorb(std::move(said));
    report_missing(nearest);
    return std::nullopt;
  }

  /// A status alone stands on other sheets too.
  void report_missing(const Found& nearest) {
    const auto has = [&](std::string_view key) {
      return nearest.fits > 0 && has_heading(nearest.rows[nearest.heading], nearest.labels->get(key));
    };
    std::vector<std::string> missing;
    for (const std::string_view key : needed)
      if (!has(key)) missing.push_back((nearest.labels == nullptr ? languages_.front() : nearest.labels)->get(key));
    if (has(needed[0]) || has(needed[1]))
      say("column", {nearest.sheet->name, fmt::format("{}", fmt::join(missing, ", "))});
    else
      say("", {fmt::format("{}",
                           fmt::join(std::vector{languages_.front()->get(needed[0]), languages_.front()->get(needed[1]),
                                                 languages_.front()->get(needed[2])},
                                     ", "))});
  }

  bool find_columns(const ListTable& table) {
    for (std::size_t c = 0; c < table.header.size(); ++c)
      if (!kind_column_ && same_heading(table.header[c].value, labels_->get("kolom.soort-van"))) kind_column_ = c;
    for (std::size_t i = 0; i < needed.size(); ++i) {
      const std::string wanted = labels_->get(needed[i]);
      std::vector<std::size_t> fits;
      for (std::size_t c = 0; c < table.header.size(); ++c)
        if (same_heading(table.header[c].value, wanted)) fits.push_back(c);
      columns_[i] = fits.front();
      if (fits.size() == 1) continue;
      Diagnostic& said = diagnostics_.report(Code::K338, table.header[fits[1]].place, {wanted});
      said.variant = "heading-twice";
      said.related = table.header[fits[0]].place;
      return false;
    }
    return true;
  }

  std::optional<DecisionRow> row_of(const ListTable& table, std::size_t row) {
    DecisionRow made;
    made.from = table.cell(row, columns_[0]);
    made.to = table.cell(row, columns_[1]);
    made.said = table.cell(row, columns_[2]);
    const own_lists::CellFault* fault = table.fault(row, columns_[2]);
    if (made.said.empty() && fault == nullptr) return std::nullopt;
    const std::string said = lower_case(made.said.value);
    bool is_word = false;
    for (const auto& [status, word] : Vocabulary<MappingStatus>::words) {
      if (said != lower_case(labels_->get("koppelstatus." + std::string(word)))) continue;
      made.status = status;
      is_word = true;
    }
    if (!is_word) {
      report_status(made.said, fault);
      return std::nullopt;
    }
    const Text* missing = made.from.empty() ? &made.from : made.to.empty() ? &made.to : nullptr;
    if (missing != nullptr) {
      const std::size_t column = missing == &made.from ? 0 : 1;
      diagnostics_.report(Code::K335, missing->place, {labels_->get(needed[column])}).variant = "empty";
      return std::nullopt;
    }
    if (kind_column_)
      for (const EntityKind kind : kinds)
        if (lower_case(table.cell(row, *kind_column_).value) == lower_case(labels_->get(label_of(kind))))
          made.from_kind = kind;
    return made;
  }

  void report_status(const Text& said, const own_lists::CellFault* fault) {
    std::vector<std::string> words;
    for (const auto& row : Vocabulary<MappingStatus>::words)
      words.push_back(labels_->get("koppelstatus." + std::string(row.word)));
    Diagnostic& made = diagnostics_.report(Code::K337, said.place,
                                           {std::string(said.value), fmt::format("{}", fmt::join(words, ", "))});
    if (said.empty() && fault != nullptr) made.variant = "unreadable";
    const std::vector<std::string_view> known(words.begin(), words.end());
    made.nearest = nearest_name(said.value, known);
  }

  const std::string& path_;
  std::span<const Labels* const> languages_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  Diagnostics said_;  ///< by the workbook
  std::unique_ptr<xlsx::Workbook> workbook_;
  const Labels* labels_ = nullptr;
  std::array<std::size_t, 3> columns_{};
  std::optional<std::size_t> kind_column_;
};

}  // namespace

std::optional<std::vector<DecisionRow>> read_decisions(const std::string& path,
                                                       std::span<const Labels* const> languages, Sources& sources,
                                                       Diagnostics& diagnostics) {
  return DecisionReader(path, languages, sources, diagnostics).read();
}

}  // namespace keuzekaart
