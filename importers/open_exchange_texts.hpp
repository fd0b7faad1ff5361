#pragma once
#include <set>
#include <string>
#include <vector>

#include "importers/outline_reader.hpp"
#include "modeler/archimate/archimate_model.hpp"

namespace keuzekaart {

/// Names and texts of an exchange file, which may stand there in several languages. The Dutch one comes first, else the
/// first in the file.
class ExchangeTexts {
 public:
  ExchangeTexts(const OutlineReader& in, archimate::ArchimateModel& model) : in_(in), model_(model) {}

  /// The name of something (`label` in 2.1); its further languages go to the model, and to `others`. `name` and
  /// `documentation` of one thing are asked for right after each other.
  Text name(std::uint32_t element, archimate::Run& others);
  Text documentation(std::uint32_t element, archimate::Run& others);
  /// All children with this name, the Dutch one first.
  std::vector<Text> all(std::uint32_t element, std::string_view name);
  /// The first of them, or an empty text.
  Text best(std::uint32_t element, std::string_view name);

  /// Says once how many texts stand in a further language (K632).
  void report(Diagnostics& diagnostics) const;

 private:
  struct Found {
    Text language;
    Text value;
  };
  std::vector<Found> found(std::uint32_t element, std::string_view name, std::string_view other_name, bool trim);
  Text take(std::uint32_t element, std::string_view name, std::string_view other_name, archimate::TextKind kind,
            archimate::Run& others);
  void count(const Text& value);

  const OutlineReader& in_;
  archimate::ArchimateModel& model_;
  std::size_t further_ = 0;
  Place first_further_;
};

}  // namespace keuzekaart
