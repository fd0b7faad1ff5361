#include "modeler/diagnostics/labels.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace keuzekaart {

void Labels::set(std::string key, std::string text) { texts_.insert_or_assign(std::move(key), std::move(text)); }

bool Labels::has(std::string_view key) const { return texts_.contains(key); }

std::string Labels::get(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? fmt::format("‹{}›", key) : found->second;
}

std::string Labels::fill(std::string_view key, std::span<const std::string> arguments) const {
  const std::string pattern = get(key);
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    std::size_t number = 0;
    const char* first = pattern.data() + at + 1;
    const char* last = pattern.data() + (close == std::string::npos ? at + 1 : close);
    if (close != std::string::npos && std::from_chars(first, last, number).ptr == last && first != last &&
        number < arguments.size()) {
      out += arguments[number];
      at = close + 1;
    } else {
      out += pattern[at++];
    }
  }
  return out;
}

std::string Labels::fill(std::string_view key, std::initializer_list<std::string> arguments) const {
  return fill(key, std::span<const std::string>(std::data(arguments), arguments.size()));
}

}  // namespace keuzekaart
