#pragma once
#include <cstdint>
#include <string_view>

#include "modeler/model/model.hpp"

namespace keuzekaart {

/// What an agreement is worth on a day.
enum class Validity : std::uint8_t {
  valid,         ///< geldig
  not_adopted,   ///< nog niet vastgesteld: concept or besproken
  not_yet,       ///< gaat later in
  expired,       ///< verlopen or beëindigd
  unknown,       ///< the map does not say its status
  other_parties  ///< geldig, maar niet tussen de partijen van de overdracht (only said of a handover)
};

/// `day` is yyyy-mm-dd; an empty day leaves the dates out of it, so that only the status counts.
Validity validity_on(const Agreement& agreement, std::string_view day);

/// The day of a state: the map's date for IST, its soll-datum for SOLL; a SOLL without a date counts as today.
std::string_view day_of(const Model& model, State state);

/// The label key: "geldigheid.geldig".
std::string_view label_key(Validity validity);

}  // namespace keuzekaart
