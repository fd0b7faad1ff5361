#include "tests/support/listed.hpp"

#include <fmt/format.h>

#include "importers/read_file.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart::testing {

void Listed::read(const std::string& content, const std::string& attributes) {
  const auto open = [this](const std::string& path, Diagnostics& found) -> std::optional<std::string> {
    if (const auto at = files.find(path); at != files.end()) return at->second;
    report_cannot_read(path, ENOENT, found);
    return std::nullopt;
  };
  lists = read_own_lists_text(
      "lijsten.xml", fmt::format("<lijsten xmlns=\"urn:keuzekaart:lijsten:1\"{}>\n{}\n</lijsten>", attributes, content),
      open, sources, diagnostics);
}

std::string Listed::said() const { return messages(diagnostics, sources); }

std::string joined(const std::vector<Text>& texts) {
  std::string out;
  for (const Text& text : texts) out.append(out.empty() ? "" : "|").append(text.value);
  return out;
}

}  // namespace keuzekaart::testing
