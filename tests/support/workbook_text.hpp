#pragma once
#include <string>
#include <vector>

#include "tests/support/zip_text.hpp"

namespace keuzekaart::testing {

/// A workbook written inline, part by part.
struct WorkbookText {
  struct Sheet {
    std::string name;
    std::string content;  ///< of <worksheet>
    std::string state = "visible";
  };
  std::vector<Sheet> sheets;
  std::string strings = {};     ///< of <sst>
  std::string styles = {};      ///< of <styleSheet>
  std::string properties = {};  ///< of <workbookPr>: its attributes

  /// The files of the archive.
  std::vector<ZipPart> parts() const;
  std::string bytes() const { return zip_of(parts()); }
};

/// <sheetData> with a row for each line and an inline text for each cell between bars.
std::string rows_of(const std::string& lines);

}  // namespace keuzekaart::testing
