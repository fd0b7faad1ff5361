#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// Words that say by which process of the reference model a product or process is handled: "vergunning" in
/// "parkeervergunning", the Wmo among the laws of a product.
namespace keuzekaart {

/// Processes of the reference model that signs can point to.
enum class Target : std::uint8_t {
  none,     ///< the word looks like another and says nothing
  unclear,  ///< the word says that no process of the reference model is clearly meant: nothing is proposed
  permit,
  notification,
  report,
  on_demand,
  support,
  care,
  subsidy,
  levy,
  waste,
  recycling,
  objection,
  complaint,
  exploration,
  information,
  answer,
  election,
  sanction,
  policy,
  spatial_plan,
  vision,
  programme,
  upkeep,
  real_estate,
  facilities,
  goods
};

/// How the reference model knows a target: by Object ID, in another release perhaps only by name.
struct TargetRow {
  Target target;
  std::string_view object_id, name;
};
std::span<const TargetRow> target_rows();

struct TellingWord {
  std::string_view word;  ///< as it stands in the list
  Target target = Target::none;
  bool general = false;  ///< says little by itself
};

/// The most telling word of a name; nothing when it has none.
std::optional<TellingWord> telling_word(std::string_view name);

struct TellingLaw {
  std::string_view law;  ///< as shown: "Jeugdwet"
  Target target = Target::none;
};

/// What a legal ground tells by its label ("Artikel 2.3 Jeugdwet").
std::optional<TellingLaw> telling_law(std::string_view label);

}  // namespace keuzekaart
