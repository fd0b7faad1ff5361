#include "modeler/choices/check_choices.hpp"

#include <string>

#include "modeler/choices/choices.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

void check_choices_at_once(const Model& model, Diagnostics& diagnostics) {
  const Choices choices(model);
  for (std::uint32_t i = 0; i < model.choices.size(); ++i)
    for (std::uint32_t j = i + 1; j < model.choices.size(); ++j) {
      const Choice &one = model.choices[i], &other = model.choices[j];
      const EntityRef first{EntityKind::choice, i}, second{EntityKind::choice, j};
      const bool same = one.scope == other.scope && one.dimension == other.dimension && one.state == other.state &&
                        choices.area(first) == choices.area(second) &&
                        one.record->scope.value == other.record->scope.value;
      if (!same || one.dimension == Dimension::working_method || !choices.overlap(first, second)) continue;
      diagnostics
          .report(Code::K760, other.record->value.place,
                  {std::string(other.record->scope.value), std::string(choices.value(first)),
                   std::string(choices.value(second))})
          .related = one.record->value.place;
    }
}

}  // namespace keuzekaart
