#include "exporters/workbook.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <stdexcept>

#include "exporters/package_check.hpp"
#include "exporters/workbook_sheet.hpp"
#include "exporters/workbook_text.hpp"

namespace keuzekaart {

namespace {

/// A file in memory with a path, because the library only writes to a path.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("workbook: no memory for a file");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

  std::string bytes() const {
    std::string all;
    char block[65536];
    off_t at = 0;
    for (ssize_t got = 0; (got = ::pread(descriptor_, block, sizeof block, at)) > 0; at += got)
      all.append(block, static_cast<std::size_t>(got));
    return all;
  }

 private:
  int descriptor_;
};

struct Discard {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

/// Seconds since 1970 at noon of a day, so that no time zone makes it another day.
std::int64_t noon_of(std::string_view iso) {
  std::int64_t year = 2000;
  std::int64_t month = 1;
  std::int64_t day = 1;
  if (iso.size() == 10) {
    std::from_chars(iso.data(), iso.data() + 4, year);
    std::from_chars(iso.data() + 5, iso.data() + 7, month);
    std::from_chars(iso.data() + 8, iso.data() + 10, day);
  }
  // Days since 1970 in the Gregorian calendar, with the year beginning in March.
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t m = (month + 9) % 12;
  const std::int64_t days = 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + (day - 1) - 719468;
  return days * 86400 + 43200;
}

void set_properties(lxw_workbook* workbook, const WorkbookProperties& properties, const Labels& labels) {
  std::string title = workbook_text(properties.name);
  std::string subject = workbook_text(labels.get("werkmap.onderwerp"));
  if (!properties.version.empty()) subject += ", " + workbook_text(labels.fill("werkmap.versie", {properties.version}));
  std::string author = workbook_text(properties.author);
  std::string maker = "keuzekaart";
  for (std::string* text : {&title, &subject, &author}) *text = std::string(utf16_prefix(*text, 120));
  lxw_doc_properties written{};
  written.title = title.data();
  written.subject = subject.data();
  written.author = author.empty() ? maker.data() : author.data();
  written.comments = maker.data();
  written.created = static_cast<time_t>(properties.created.value_or(noon_of(properties.date)));
  check_workbook(workbook_set_properties(workbook, &written), "properties");
}

lxw_worksheet* add_sheet(lxw_workbook* workbook, const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, name.c_str());
  if (sheet == nullptr) throw std::runtime_error("workbook: the library refuses the sheet name " + name);
  return sheet;
}

}  // namespace

std::string write_workbook(const std::vector<Table>& tables, const WorkbookProperties& properties, const Labels& labels,
                           Diagnostics& diagnostics) {
  const MemoryFile file;
  std::unique_ptr<lxw_workbook, Discard> workbook(workbook_new(file.path().c_str()));
  if (workbook == nullptr) throw std::runtime_error("workbook: the library cannot begin one");
  // Widths of columns are counted in digits of the default font: Arial, as in the cells, not Calibri.
  lxw_format* standard = STAILQ_FIRST(workbook->formats);
  format_set_font_name(standard, "Arial");
  format_set_font_size(standard, 10);
  standard->font_scheme[0] = '\0';
  set_properties(workbook.get(), properties, labels);

  std::set<std::string> taken;
  std::map<std::string, std::string, std::less<>> names;
  std::vector<std::string> table_names;
  const auto take = [&](const std::string& wanted) {
    std::string name = sheet_name(wanted, taken);
    taken.insert(name);
    return name;
  };
  for (const Table& table : tables) {
    table_names.push_back(take(table.sheet));
    names.emplace(table.sheet, table_names.back());
  }
  WorkbookFormats formats(workbook.get(), labels.language());
  ListSheet lists;
  const bool has_guide = !tables.empty() && tables.front().key == "leeswijzer";
  const SheetContext context{workbook.get(),
                             properties,
                             labels,
                             diagnostics,
                             formats,
                             lists,
                             take(labels.get("werkmap.lijsten")),
                             has_guide ? table_names.front() : std::string(),
                             std::move(names)};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    write_table_sheet(context, add_sheet(workbook.get(), table_names[i]), table_names[i], tables[i]);
    for (const WorkbookPicture& picture : properties.pictures) {
      if (picture.table != tables[i].key) continue;
      const std::string name = take(picture.sheet);
      write_picture_sheet(context, add_sheet(workbook.get(), name), name, picture);
    }
  }
  if (!lists.empty()) {
    lxw_worksheet* sheet = add_sheet(workbook.get(), context.list_sheet);
    lists.write(sheet);
    worksheet_hide(sheet);
  }
  // Closing frees the workbook, also when it fails.
  check_workbook(workbook_close(workbook.release()), "closing");
  std::string bytes = file.bytes();
  if (!package_is_whole(bytes)) throw no_room_for_workbook();
  return bytes;
}

}  // namespace keuzekaart
