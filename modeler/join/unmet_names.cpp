#include "modeler/join/unmet_names.hpp"

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

void UnmetNames::report(Diagnostics& diagnostics) const {
  for (const auto& [key, found] : names_)
    diagnostics.report(Code::K662, found.second, {std::to_string(found.first)}).variant = key.second;
}

}  // namespace keuzekaart
