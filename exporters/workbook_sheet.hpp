#pragma once
#include <xlsxwriter.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "exporters/staged_output.hpp"
#include "exporters/workbook.hpp"
#include "exporters/workbook_formats.hpp"

namespace keuzekaart {

/// The value lists of every column that has one, on a hidden sheet: Excel's own lists hold 255 characters at most.
class ListSheet {
 public:
  /// The range that holds these values ("=Lijsten!$B$1:$B$7"); equal lists share one.
  std::string range_of(const std::vector<std::string>& values, const std::string& sheet);
  void write(lxw_worksheet* sheet) const;
  bool empty() const { return lists_.empty(); }

 private:
  std::vector<std::vector<std::string>> lists_;
};

/// What all sheets of a workbook share.
struct SheetContext {
  lxw_workbook* workbook;
  const WorkbookProperties& properties;
  const Labels& labels;
  Diagnostics& diagnostics;
  WorkbookFormats& formats;
  ListSheet& lists;
  std::string list_sheet;
  std::string guide_sheet;                                      ///< where the way back leads
  std::map<std::string, std::string, std::less<>> sheet_names;  ///< shown name to name in the workbook
};

/// The system refused the library's temporary files.
OutputError no_room_for_workbook();

/// Throws OutputError when the system refused, std::runtime_error with the library's words when a call fails.
void check_workbook(lxw_error error, const std::string& where);

/// A name that Excel takes: at most 31 characters, none of []:*?/\, not empty, no quote at an end, not taken yet.
std::string sheet_name(const std::string& wanted, const std::set<std::string>& taken);

/// Page set-up, header and footer of a sheet.
void set_up_page(const SheetContext& context, lxw_worksheet* sheet, const std::string& name, bool large_paper);

void write_table_sheet(const SheetContext& context, lxw_worksheet* sheet, const std::string& name, const Table& table);
void write_picture_sheet(const SheetContext& context, lxw_worksheet* sheet, const std::string& name,
                         const WorkbookPicture& picture);

}  // namespace keuzekaart
