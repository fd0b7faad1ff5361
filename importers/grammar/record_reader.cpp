#include "importers/grammar/record_reader.hpp"

namespace keuzekaart::grammar {

Text RecordReader::text(const char* attribute) const {
  Text read = xml_.text(node_, attribute, sources_.pool());
  const std::string_view value = trim(read.value);
  read.place.offset += static_cast<std::uint32_t>(value.data() - read.value.data());
  read.value = value;
  return read;
}

std::vector<Text> RecordReader::list(const char* attribute) const {
  const Text all = text(attribute);
  if (all.empty()) return {};
  // Only when the file holds the value as it is, without entities, is an item's offset in both the same.
  const bool as_written = sources_.text(all.place.file).substr(all.place.offset, all.value.size()) == all.value;
  std::vector<Text> items;
  for (const std::string_view item : split(all.value)) {
    Place place = all.place;
    if (as_written) place.offset += static_cast<std::uint32_t>(item.data() - all.value.data());
    items.push_back({item, place});
  }
  return items;
}

Text RecordReader::child_text(std::string_view child) const {
  Text found;
  each(child, [&](const RecordReader& reader) {
    if (!found.place.known()) found = xml_.content(reader.node_, sources_.pool());
  });
  return found;
}

Chosen<States> RecordReader::states(const char* attribute, States absent) const {
  const Text all = text(attribute);
  Chosen<States> read{absent, {}};
  for (const std::string_view word : split(all.value)) {
    const std::optional<State> state = state_of(word);
    if (!state) continue;
    read = {(read.place.known() ? read.value : States()).with(*state), all.place};
  }
  return read;
}

}  // namespace keuzekaart::grammar
