#include "modeler/choices/check_choices.hpp"

#include <string>

#include "modeler/choices/choices.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

void check_choices_at_once(const Model& model, Diagnostics& diagnostics) {
  const Choices choices(model);
  for (std::uint32_t i = 0; i < model.choices.size(); ++i) {
    const EntityRef first{EntityKind::choice, i};
    for (const EntityRef second : choices.made_for(model.choices[i].scope)) {
      if (second <= first) continue;
      const Choice &one = model.choices[i], &other = model.choices[second.index];
      const bool same = one.dimension == other.dimension && one.state == other.state &&
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
}

}  // namespace keuzekaart
