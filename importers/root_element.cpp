#include "importers/root_element.hpp"

#include <algorithm>
#include <string>

namespace keuzekaart {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Drops what stands before `end`, and `end` too; everything when it is not there.
void drop_to(std::string_view& rest, std::string_view end) {
  const std::size_t at = rest.find(end);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + end.size());
}

/// To the first '<' of an element.
void drop_prolog(std::string_view& rest) {
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (;;) {
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (rest.starts_with("<?")) {
      drop_to(rest, "?>");
    } else if (rest.starts_with("<!--")) {
      drop_to(rest, "-->");
    } else if (rest.starts_with("<!DOCTYPE")) {
      const std::size_t inside = rest.find('[');
      drop_to(rest, inside < rest.find('>') ? "]" : ">");
      if (!rest.empty() && rest.front() != '<') drop_to(rest, ">");
    } else {
      return;
    }
  }
}

/// The value of an attribute of a tag; empty when it is not there.
std::string_view attribute_of(std::string_view tag, std::string_view wanted) {
  for (;;) {
    tag.remove_prefix(std::min(tag.find_first_not_of(blanks), tag.size()));
    const std::size_t equals = tag.find('=');
    if (equals == std::string_view::npos) return {};
    std::string_view name = tag.substr(0, equals);
    if (name.find('>') != std::string_view::npos) return {};  // the tag ends here
    name = name.substr(0, std::min(name.find_first_of(blanks), name.size()));
    tag.remove_prefix(equals + 1);
    tag.remove_prefix(std::min(tag.find_first_not_of(blanks), tag.size()));
    if (tag.empty() || (tag.front() != '"' && tag.front() != '\'')) return {};
    const std::size_t close = tag.find(tag.front(), 1);
    if (close == std::string_view::npos) return {};
    if (name == wanted) return tag.substr(1, close - 1);
    tag.remove_prefix(close + 1);
  }
}

}  // namespace

RootElement root_element(std::string_view head) {
  drop_prolog(head);
  RootElement root;
  if (!head.starts_with('<')) return root;
  head.remove_prefix(1);
  root.name = head.substr(0, head.find_first_of(" \t\r\n/>"));
  const std::size_t colon = root.name.find(':');
  root.local = colon == std::string_view::npos ? root.name : root.name.substr(colon + 1);
  head.remove_prefix(root.name.size());
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(root.name.substr(0, colon));
  root.uri = attribute_of(head, declaration);
  return root;
}

}  // namespace keuzekaart
