#include "tests/support/messages.hpp"

#include <sstream>

#include "cli/catalogues.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"

namespace keuzekaart::testing {

std::string messages(const Diagnostics& diagnostics, const Sources& sources) {
  static const Labels labels = [] {
    const Labels all = load_labels(Language::nl);
    Labels without(Language::nl);
    for (const auto& [key, text] : all.all())
      if (!key.ends_with(".next")) without.set(key, text);
    return without;
  }();
  return print_diagnostics(diagnostics, sources, labels, PrintLimits::none());
}

std::string first_lines(const Diagnostics& diagnostics, const Sources& sources) {
  std::istringstream all(messages(diagnostics, sources));
  std::string out;
  for (std::string line; std::getline(all, line);)
    if (!line.starts_with(' ')) out += line + '\n';
  return out;
}

}  // namespace keuzekaart::testing
