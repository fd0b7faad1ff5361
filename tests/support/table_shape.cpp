#include "tests/support/table_shape.hpp"

#include <gtest/gtest.h>

#include <set>

namespace keuzekaart::testing {

void check_shape(const std::vector<Table>& tables, const Sources& sources) {
  std::set<std::string> sheets;
  for (const Table& table : tables) {
    EXPECT_TRUE(sheets.insert(table.sheet).second) << table.sheet;
    EXPECT_LE(table.sheet.size(), 31U);
    std::set<std::string> keys;
    std::set<std::string> codes;
    for (const Column& column : table.columns) EXPECT_TRUE(keys.insert(column.key).second) << table.key << column.key;
    for (const Row& row : table.rows) {
      EXPECT_TRUE(codes.insert(row.code).second) << table.key << " " << row.code;
      ASSERT_EQ(table.columns.size(), row.cells.size()) << table.key << " " << row.code;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const std::vector<Place>& places = row.cells[c].trace().places;
        EXPECT_FALSE(places.empty()) << table.key << ":" << row.code << ":" << table.columns[c].key;
        for (const Place place : places) {
          ASSERT_TRUE(place.known()) << table.key << ":" << row.code << ":" << table.columns[c].key;
          ASSERT_LT(static_cast<std::size_t>(place.file), sources.count());
          ASSERT_LE(place.offset, sources.text(place.file).size());
        }
      }
    }
  }
}

}  // namespace keuzekaart::testing
