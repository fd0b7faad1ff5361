#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/grammar/record_reader.hpp"
#include "importers/own_lists/description.hpp"
#include "importers/own_lists/list_table.hpp"

namespace keuzekaart::own_lists {

/// A row of a list: of every field of its kind what the row says. A value that the description gives in place of a cell
/// stands where the description says it.
class ListRow {
 public:
  ListRow(const Kind& kind, Place place) : kind_(&kind), place_(place), values_(kind.fields.size()) {}

  Place place() const { return place_; }
  std::vector<Text>& values(std::size_t field) { return values_[field]; }
  const std::vector<Text>& values(std::size_t field) const { return values_[field]; }

  /// The values of a field that may have several.
  const std::vector<Text>& all(std::string_view field) const;
  /// The value of a field; an empty text without a place when it has none.
  Text text(std::string_view field) const;
  /// The code of the thing, or its name.
  Text key() const;

  template <class Value>
  Chosen<Value> word(std::string_view field, Value absent) const {
    const Text read = text(field);
    const std::optional<Value> value = value_of<Value>(read.value);
    return value ? Chosen<Value>{*value, read.place} : Chosen<Value>{absent, {}};
  }
  Chosen<States> states(States absent) const;

 private:
  const Kind* kind_;
  Place place_;
  std::vector<std::vector<Text>> values_;
};

/// Which table the element of a description means; the headings are left out.
TableRequest request_of(const grammar::RecordReader& list, const std::string& path_of_lists);

/// Reads the rows of the list that an element of a description binds. Values of closed lists are the words of those
/// lists: translated as the description says, else case, blanks and punctuation aside. What cannot be read is said at
/// its cell (K326 to K328) or in the description (K324, K332, K404) and is empty; a row without a required value is
/// left out (K315). Rows of one thing become one: the first counts where they differ (K316), fields of several values
/// are added up.
std::vector<ListRow> read_rows(const grammar::RecordReader& list, const Kind& kind, const std::string& path_of_lists,
                               TableFiles& files, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart::own_lists
