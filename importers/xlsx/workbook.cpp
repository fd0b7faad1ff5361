#include "importers/xlsx/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importers/guarded_xml.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/outline_reader.hpp"
#include "importers/xlsx/cell_values.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::xlsx {

namespace {

constexpr std::string_view maker = "keuzekaart";

/// The name of the part that a relationship of the part `from` leads to; `..` stays inside the archive.
std::string target_of(std::string_view from, std::string_view target) {
  std::string path;
  if (!target.starts_with('/')) path = from.substr(0, from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/'));
  for (std::size_t at = 0; at <= target.size();) {
    const std::size_t end = std::min(target.find('/', at), target.size());
    const std::string_view step = target.substr(at, end - at);
    if (step == "..")
      path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
    else if (!step.empty() && step != ".")
      path.append(path.empty() ? "" : "/").append(step);
    at = end + 1;
  }
  return path;
}

/// The part with the relationships of a part: "xl/_rels/workbook.xml.rels".
std::string relationships_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

bool is_yes(std::string_view value) { return value == "1" || value == "true"; }

/// The text right inside an element, also when it is nothing but blanks, which the outline does not list.
std::string_view text_of(const OutlineReader& xml, std::string_view file, std::uint32_t number) {
  const Text content = xml.content(number);
  if (!content.value.empty()) return content.value;
  const XmlElement& element = xml.xml().elements[number];
  std::size_t at = static_cast<std::size_t>(element.name.data() - file.data()) + element.name.size();
  if (element.attribute_count > 0) {
    const XmlAttribute& last = xml.xml().attributes[element.first_attribute + element.attribute_count - 1];
    at = static_cast<std::size_t>(last.raw.data() - file.data()) + last.raw.size() + 1;
  }
  const std::size_t close = file.find('>', at);
  if (close == std::string_view::npos || file[close - 1] == '/') return {};
  const std::size_t end = file.find('<', close);
  const std::string_view blanks = file.substr(close + 1, end == std::string_view::npos ? 0 : end - close - 1);
  return blanks.find_first_not_of(" \t\r\n") == std::string_view::npos ? blanks : std::string_view();
}

/// A merged range of more than one row.
struct Merge {
  std::uint32_t first = 0, last = 0;
  Cell cell;
};

}  // namespace

const Cell* Row::cell(std::uint32_t column) const {
  const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

struct Workbook::Impl {
  Impl(std::string named, std::unique_ptr<ZipArchive> opened, Place p, Sources& s, Diagnostics& d)
      : path(std::move(named)), archive(std::move(opened)), place(p), sources(s), diagnostics(d) {}

  std::string path;
  std::unique_ptr<ZipArchive> archive;
  Place place;
  Sources& sources;
  Diagnostics& diagnostics;
  XmlOutline outline;
  std::vector<SheetInfo> sheets;
  std::string strings_part, styles_part;
  std::vector<std::string_view> strings;
  std::vector<NumberForm> forms;  ///< by style of a cell
  bool since_1904 = false;
  bool own = false;
  bool has_strings = false;  ///< strings and styles were read

  /// Says something about the workbook as a whole, at the place where it is named.
  Diagnostic& report(Code code, std::vector<std::string> arguments = {}) {
    return place.known() ? diagnostics.report(code, place, std::move(arguments))
                         : diagnostics.report_path(code, path, std::move(arguments));
  }

  /// Whether this is a workbook at all; else says what it is.
  bool is_workbook() {
    struct Other {
      const char* entry;
      const char* name;
    };
    constexpr Other others[] = {
        {"mimetype", "OpenDocument"}, {"xl/workbook.bin", "xlsb"}, {"word/document.xml", "Word"}};
    const char* form = archive->find("[Content_Types].xml") ? nullptr : "ZIP";
    for (const Other& other : others)
      if (archive->find(other.entry)) form = other.name;
    if (form != nullptr) report(Code::K333, {path.substr(path.rfind('/') + 1), form});
    return form == nullptr;
  }

  /// A part, outlined; nothing when it is not there or was refused.
  std::optional<FileId> load(const std::string& part) {
    const ZipEntry* entry = archive->find(part);
    std::optional<std::string> bytes = entry == nullptr ? std::nullopt : archive->read(*entry, diagnostics);
    if (!bytes) return std::nullopt;
    return outline_xml(archive->path_of(*entry), std::move(*bytes), outline, sources, diagnostics);
  }
  OutlineReader reader(FileId file) { return {file, sources.text(file), outline, sources.pool()}; }

  /// Calls `take(reader, number)` with every element of this name.
  void each(FileId file, std::string_view name, const auto& take) {
    const OutlineReader xml = reader(file);
    for (std::uint32_t i = 0; i < outline.elements.size(); ++i)
      if (xml.name(i) == name) take(xml, i);
  }

  std::string workbook_part() {
    std::string part = "xl/workbook.xml";
    if (const auto file = load("_rels/.rels"))
      each(*file, "Relationship", [&](const OutlineReader& xml, std::uint32_t i) {
        if (xml.attribute(i, "Type").value.ends_with("/officeDocument"))
          part = target_of("", xml.attribute(i, "Target").value);
      });
    return part;
  }

  bool read_structure() {
    const std::string part = workbook_part();
    std::map<std::string, std::string, std::less<>> targets;  // of worksheets, by id
    if (const auto file = load(relationships_of(part)))
      each(*file, "Relationship", [&](const OutlineReader& xml, std::uint32_t i) {
        const std::string_view type = xml.attribute(i, "Type").value;
        std::string target = target_of(part, xml.attribute(i, "Target").value);
        if (type.ends_with("/worksheet"))
          targets.emplace(xml.attribute(i, "Id").value, std::move(target));
        else if (type.ends_with("/sharedStrings"))
          strings_part = std::move(target);
        else if (type.ends_with("/styles"))
          styles_part = std::move(target);
      });
    const std::size_t errors = diagnostics.count(Severity::error);
    const auto file = load(part);
    if (!file) {
      if (diagnostics.count(Severity::error) == errors) report(Code::K329, {part});
      return false;
    }
    each(*file, "workbookPr",
         [&](const OutlineReader& xml, std::uint32_t i) { since_1904 = is_yes(xml.attribute(i, "date1904").value); });
    each(*file, "sheet", [&](const OutlineReader& xml, std::uint32_t i) {
      const auto found = targets.find(relation_of(xml, i));
      if (found == targets.end()) return;
      const std::string_view state = xml.attribute(i, "state").value;
      sheets.push_back(
          {std::string(xml.attribute(i, "name").value), state == "hidden" || state == "veryHidden", found->second});
    });
    if (sheets.empty()) {
      report(Code::K329).variant = "no-sheets";
      return false;
    }
    if (const auto core = archive->find("docProps/core.xml") ? load("docProps/core.xml") : std::nullopt)
      each(*core, "description",
           [&](const OutlineReader& xml, std::uint32_t i) { own = xml.content(i).value == maker; });
    return true;
  }

  /// The id of a relationship, whatever prefix its namespace has.
  static std::string_view relation_of(const OutlineReader& xml, std::uint32_t number) {
    const XmlElement& element = xml.xml().elements[number];
    for (std::uint32_t a = 0; a < element.attribute_count; ++a) {
      const XmlAttribute& attribute = xml.xml().attributes[element.first_attribute + a];
      if (attribute.name.find(':') != std::string_view::npos && local_name(attribute.name) == "id")
        return value_of(attribute, xml.pool());
    }
    return {};
  }

  void read_strings() {
    has_strings = true;
    const auto file = strings_part.empty() ? std::nullopt : load(strings_part);
    if (!file) return;
    each(*file, "si", [&](const OutlineReader& xml, std::uint32_t i) { strings.push_back(rich_text(xml, *file, i)); });
  }

  /// The text of an element with one text or with runs; how the runs look and how they are pronounced is left out.
  std::string_view rich_text(const OutlineReader& xml, FileId file, std::uint32_t element) {
    std::string joined;
    std::string_view only;
    std::size_t texts = 0;
    const auto take = [&](std::uint32_t t) {
      only = text_of(xml, sources.text(file), t);
      joined += only;
      ++texts;
    };
    xml.children(element, [&](std::uint32_t child) {
      if (xml.name(child) == "t") take(child);
      if (xml.name(child) == "r")
        xml.children(child, [&](std::uint32_t t) {
          if (xml.name(t) == "t") take(t);
        });
    });
    if (texts == 1 && only.find("_x") == std::string_view::npos) return only;
    return sources.pool().keep(unescaped(joined));
  }

  void read_styles() {
    const auto file = styles_part.empty() ? std::nullopt : load(styles_part);
    if (!file) return;
    std::map<std::uint32_t, NumberForm> own_forms;
    each(*file, "numFmt", [&](const OutlineReader& xml, std::uint32_t i) {
      own_forms.emplace(number(xml.attribute(i, "numFmtId").value), form_of(xml.attribute(i, "formatCode").value));
    });
    each(*file, "cellXfs", [&](const OutlineReader& xml, std::uint32_t i) {
      xml.children(i, [&](std::uint32_t style) {
        const std::uint32_t format = number(xml.attribute(style, "numFmtId").value);
        const auto found = own_forms.find(format);
        forms.push_back(found == own_forms.end() ? form_of(format) : found->second);
      });
    });
  }

  /// A number in an attribute; one past every list when it is none.
  static std::uint32_t number(std::string_view text) {
    std::uint32_t value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || value > 100'000'000) return 0xFFFFFFFF;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return text.empty() ? 0xFFFFFFFF : value;
  }

  Cell read_cell(const OutlineReader& xml, FileId file, std::uint32_t element) {
    Cell cell;
    std::string_view value;
    bool formula = false;
    bool has_value = false;
    xml.children(element, [&](std::uint32_t child) {
      const std::string_view name = xml.name(child);
      if (name == "f") formula = true;
      if (name == "is") value = rich_text(xml, file, child);
      if (name != "v") return;
      has_value = true;
      value = text_of(xml, sources.text(file), child);
    });
    const std::string_view type = xml.attribute(element, "t").value;
    cell.value = value;
    if (formula && !has_value) {
      cell.trouble = CellTrouble::not_calculated;
    } else if (type == "s") {
      const std::uint32_t wanted = number(value);
      if (wanted < strings.size())
        cell.value = strings[wanted];
      else if (has_value)
        cell.trouble = CellTrouble::no_such_string;
    } else if (type == "b") {
      cell.value = is_yes(value) ? "ja" : has_value ? "nee" : "";
    } else if (type == "e") {
      cell.trouble = CellTrouble::error;
    } else if (type == "str") {
      if (value.find("_x") != std::string_view::npos) cell.value = sources.pool().keep(unescaped(value));
    } else if (type == "d") {
      cell.value = value.substr(0, value.ends_with("T00:00:00") ? value.size() - 9 : value.size());
    } else if ((type.empty() || type == "n") && !value.empty()) {
      const std::uint32_t style = number(xml.attribute(element, "s").value);
      const NumberForm form = style < forms.size() ? forms[style] : NumberForm{};
      cell.value = sources.pool().keep(number_text(value, form, since_1904));
    }
    if (cell.value.size() > longest_cell) {
      cell.value = {};
      cell.trouble = CellTrouble::too_long;
    }
    return cell;
  }

  std::optional<std::vector<Row>> read(const SheetInfo& sheet) {
    if (!has_strings) {
      read_strings();
      read_styles();
    }
    const std::size_t errors = diagnostics.count(Severity::error);
    const auto file = load(sheet.part);
    if (!file) {
      if (diagnostics.count(Severity::error) == errors) report(Code::K329, {sheet.part});
      return std::nullopt;
    }
    std::vector<Row> rows;
    std::uint32_t last = 0;
    each(*file, "row", [&](const OutlineReader& xml, std::uint32_t i) {
      const Text said = xml.attribute(i, "r");
      const std::uint32_t row = said.empty() ? last + 1 : number(said.value);
      if (row == 0 || row > last_row) return report_cell(said.empty() ? xml.place_of(i) : said.place, said.value);
      last = row;
      take_row(xml, *file, i, row, rows);
    });
    std::ranges::stable_sort(rows, {}, &Row::number);
    each(*file, "mergeCells", [&](const OutlineReader& xml, std::uint32_t i) { spread_merges(xml, i, rows); });
    return rows;
  }

  void report_cell(Place at, std::string_view name) {
    diagnostics.report(Code::K329, at, {std::string(name)}).variant = "cell";
  }

  void take_row(const OutlineReader& xml, FileId file, std::uint32_t element, std::uint32_t number,
                std::vector<Row>& rows) {
    Row row{number, {}};
    std::uint32_t column = 0;
    xml.children(element, [&](std::uint32_t c) {
      if (xml.name(c) != "c") return;
      const Text name = xml.attribute(c, "r");
      ++column;
      if (!name.empty()) {
        const auto address = cell_address(name.value);
        if (!address || address->row != number) return report_cell(name.place, name.value);
        column = address->column;
      }
      Cell cell = read_cell(xml, file, c);
      cell.column = column;
      if (column <= last_column && (!cell.value.empty() || cell.trouble != CellTrouble::none))
        row.cells.push_back(cell);
    });
    std::ranges::stable_sort(row.cells, {}, &Cell::column);
    if (!row.cells.empty()) rows.push_back(std::move(row));
  }

  /// Puts the value of a cell that is merged over several rows in each of them that holds anything else.
  static void spread_merges(const OutlineReader& xml, std::uint32_t element, std::vector<Row>& rows) {
    std::map<std::uint32_t, std::vector<Merge>> by_column;
    xml.children(element, [&](std::uint32_t i) {
      const std::string_view range = xml.attribute(i, "ref").value;
      const std::size_t colon = std::min(range.find(':'), range.size());
      const auto first = cell_address(range.substr(0, colon));
      const auto last = cell_address(range.substr(std::min(colon + 1, range.size())));
      if (!first || !last || last->row <= first->row) return;
      const auto row = std::ranges::lower_bound(rows, first->row, {}, &Row::number);
      if (row == rows.end() || row->number != first->row) return;
      if (const Cell* cell = row->cell(first->column))
        by_column[first->column].push_back({first->row, last->row, *cell});
    });
    for (auto& [column, merges] : by_column) {
      std::ranges::stable_sort(merges, {}, &Merge::first);
      auto merge = merges.begin();
      for (Row& row : rows) {
        while (merge != merges.end() && merge->last < row.number) ++merge;
        if (merge == merges.end()) break;
        if (row.number <= merge->first || row.cell(column) != nullptr) continue;
        row.cells.insert(std::ranges::lower_bound(row.cells, column, {}, &Cell::column), merge->cell);
      }
    }
  }
};

Workbook::Workbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Workbook::~Workbook() = default;

std::unique_ptr<Workbook> Workbook::open(const std::string& path, std::string bytes, Place place, Sources& sources,
                                         Diagnostics& diagnostics) {
  std::unique_ptr<ZipArchive> archive = ZipArchive::open_bytes(path, std::move(bytes), diagnostics);
  if (archive == nullptr) return nullptr;
  auto impl = std::make_unique<Impl>(path, std::move(archive), place, sources, diagnostics);
  if (!impl->is_workbook() || !impl->read_structure()) return nullptr;
  return std::unique_ptr<Workbook>(new Workbook(std::move(impl)));
}

const std::vector<SheetInfo>& Workbook::sheets() const { return impl_->sheets; }

bool Workbook::is_own() const { return impl_->own; }

std::size_t Workbook::string_count() const { return impl_->strings.size(); }

std::optional<std::vector<Row>> Workbook::read(const SheetInfo& sheet) { return impl_->read(sheet); }

bool looks_like_workbook(const std::vector<std::string>& entries) {
  return std::ranges::find(entries, "xl/workbook.xml") != entries.end();
}

}  // namespace keuzekaart::xlsx
