#include "tests/support/messages.hpp"

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

}  // namespace keuzekaart::testing
