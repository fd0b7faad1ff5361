#include "modeler/model/agreement_validity.hpp"

namespace keuzekaart {

Validity validity_on(const Agreement& agreement, std::string_view day) {
  switch (agreement.status) {
    case AgreementStatus::draft:
    case AgreementStatus::discussed:
      return Validity::not_adopted;
    case AgreementStatus::expired:
    case AgreementStatus::terminated:
      return Validity::expired;
    case AgreementStatus::unset:
      return Validity::unknown;
    case AgreementStatus::adopted:
    case AgreementStatus::valid:
      break;
  }
  // ISO dates compare as text.
  if (!day.empty() && !agreement.valid_to.empty() && agreement.valid_to.value < day) return Validity::expired;
  if (!day.empty() && !agreement.valid_from.empty() && agreement.valid_from.value > day) return Validity::not_yet;
  return Validity::valid;
}

std::string_view day_of(const Model& model, State state) {
  if (!model.map) return {};
  const bool wanted = state != State::ist && !model.map->soll_date.empty();
  return wanted ? model.map->soll_date.value : model.map->date.value;
}

std::string_view label_key(Validity validity) {
  constexpr std::string_view keys[] = {"geldigheid.geldig",   "geldigheid.niet-vastgesteld",
                                       "geldigheid.nog-niet", "geldigheid.verlopen",
                                       "geldigheid.onbekend", "geldigheid.andere-partijen"};
  return keys[static_cast<std::size_t>(validity)];
}

}  // namespace keuzekaart
