#include "tests/support/reading.hpp"

#include "cli/catalogues.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"

namespace keuzekaart::testing {

std::string Reading::said() const {
  static const Labels labels = load_labels(Language::nl);
  return print_diagnostics(diagnostics, sources, labels);
}

}  // namespace keuzekaart::testing
