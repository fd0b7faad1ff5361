#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// A picture on a sheet of its own, behind the sheet of the table that it belongs to.
struct WorkbookPicture {
  std::string table;        ///< key of the table it belongs to: "ketens"
  std::string sheet;        ///< name of the picture's sheet
  std::string title;        ///< as above a table
  std::string alternative;  ///< what the picture shows, for who cannot see it
  std::string png;          ///< the bytes
};

struct WorkbookProperties {
  std::string name;     ///< of the map
  std::string version;  ///< of the map
  std::string date;     ///< of the map, yyyy-mm-dd
  std::string author;
  /// Seconds since 1970 that the file says it was made: SOURCE_DATE_EPOCH when that is set. Without it the map's date
  /// counts, without that 1 January 2000; never the clock.
  std::optional<std::int64_t> created;
  std::vector<WorkbookPicture> pictures;
};

/// The tables as one Excel workbook: the same tables give the same bytes. Texts that do not fit in a cell are cut, with
/// a visible mark and K505. Throws OutputError (K501, with the folder of temporary files) when the system refuses, most
/// likely because there is no room, and std::runtime_error when the library refuses what it is given: that is a bug.
std::string write_workbook(const std::vector<Table>& tables, const WorkbookProperties& properties, const Labels& labels,
                           Diagnostics& diagnostics);

}  // namespace keuzekaart
