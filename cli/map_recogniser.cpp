#include "cli/map_recogniser.hpp"

#include <cstdio>
#include <memory>
#include <string_view>

#include "importers/guarded_xml.hpp"
#include "importers/text_encoding.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t looked_at = std::size_t{64} * 1024;

std::string head_of(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
  if (!file) return {};
  std::string head(looked_at, '\0');
  head.resize(std::fread(head.data(), 1, head.size(), file.get()));
  const std::optional<Encoding> encoding = encoding_of_mark(head);
  return encoding ? decode(std::move(head), *encoding).text : head;
}

/// The name of the first element, past declarations and comments.
std::string_view first_element(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at + 1);
    if (rest.starts_with("!--"))
      at = xml.find("-->", at);
    else if (rest.starts_with("?") || rest.starts_with("!"))
      at = xml.find('>', at);
    else
      return rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    if (at == std::string_view::npos) break;
  }
  return {};
}

}  // namespace

bool is_map_file(const std::string& path) {
  const std::string head = head_of(path);
  return local_name(first_element(head)) == "kaart";
}

}  // namespace keuzekaart
