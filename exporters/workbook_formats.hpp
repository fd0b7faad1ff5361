#pragma once
#include <xlsxwriter.h>

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// The looks of a workbook: made once, shared by all its sheets. The sign of a mark is part of the number format, so
/// that the value itself stays as it is.
class WorkbookFormats {
 public:
  WorkbookFormats(lxw_workbook* workbook, Language language) : workbook_(workbook), language_(language) {}

  lxw_format* title();
  lxw_format* explanation();
  lxw_format* link();
  lxw_format* heading(bool turned, bool fill_in);
  lxw_format* cell(CellKind kind, CellMark mark, bool narrow, bool wrapped);
  /// A cell that leads to another sheet.
  lxw_format* linked_cell();

 private:
  lxw_format* make();
  template <class Fill>
  lxw_format* kept(const std::string& key, Fill fill);

  lxw_workbook* workbook_;
  Language language_;
  std::map<std::string, lxw_format*> made_;
};

}  // namespace keuzekaart
