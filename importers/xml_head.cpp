#include "importers/xml_head.hpp"

#include <algorithm>

namespace keuzekaart {

std::string_view first_element(std::string_view head) {
  constexpr std::string_view blanks = " \t\r\n";
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
    const std::string_view close = head.starts_with("<?") ? "?>" : head.starts_with("<!--") ? "-->" : "";
    if (close.empty()) break;
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return {};
    head.remove_prefix(end + close.size());
  }
  if (!head.starts_with('<')) return {};
  head.remove_prefix(1);
  return head.substr(0, head.find_first_of(" \t\r\n/>"));
}

}  // namespace keuzekaart
