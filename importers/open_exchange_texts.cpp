#include "importers/open_exchange_texts.hpp"

#include <algorithm>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::Run;
using archimate::TextKind;

namespace {

bool is_dutch(std::string_view language) {
  return language == "nl" || language.starts_with("nl-") || language == "NL" || language == "dut" || language == "nld";
}

}  // namespace

std::vector<ExchangeTexts::Found> ExchangeTexts::found(std::uint32_t element, std::string_view name,
                                                       std::string_view other_name, bool trim) {
  std::vector<Found> all;
  in_.children(element, [&](std::uint32_t child) {
    const std::string_view called = in_.name(child);
    if (called != name && called != other_name) return;
    all.push_back({in_.attribute(child, "xml:lang"), trim ? in_.trimmed_content(child) : in_.content(child)});
  });
  std::stable_partition(all.begin(), all.end(), [](const Found& f) { return is_dutch(f.language.value); });
  return all;
}

void ExchangeTexts::count(const Text& value) {
  if (further_++ == 0 || value.place < first_further_) first_further_ = value.place;
}

Text ExchangeTexts::take(std::uint32_t element, std::string_view name, std::string_view other_name, TextKind kind,
                         Run& others) {
  std::uint32_t only = 0;
  std::size_t number = 0;
  in_.children(element, [&](std::uint32_t child) {
    const std::string_view called = in_.name(child);
    if (called != name && called != other_name) return;
    only = child;
    ++number;
  });
  if (number == 0) return {};
  if (number == 1) return kind == TextKind::name ? in_.trimmed_content(only) : in_.content(only);
  const std::vector<Found> all = found(element, name, other_name, kind == TextKind::name);
  if (others.count == 0) others.first = static_cast<std::uint32_t>(model_.other_texts.size());
  for (std::size_t i = 1; i < all.size(); ++i) {
    model_.other_texts.push_back({kind, all[i].language, all[i].value});
    ++others.count;
    count(all[i].value);
  }
  return all.front().value;
}

Text ExchangeTexts::name(std::uint32_t element, Run& others) {
  return take(element, "name", "label", TextKind::name, others);
}

Text ExchangeTexts::documentation(std::uint32_t element, Run& others) {
  return take(element, "documentation", "documentation", TextKind::documentation, others);
}

std::vector<Text> ExchangeTexts::all(std::uint32_t element, std::string_view name) {
  std::vector<Text> values;
  for (const Found& f : found(element, name, name, false)) {
    if (!values.empty()) count(f.value);
    values.push_back(f.value);
  }
  return values;
}

Text ExchangeTexts::best(std::uint32_t element, std::string_view name) {
  const std::vector<Found> all = found(element, name, name, true);
  return all.empty() ? Text() : all.front().value;
}

void ExchangeTexts::report(Diagnostics& diagnostics) const {
  if (further_ > 0) diagnostics.report(Code::K632, first_further_, {std::to_string(further_)});
}

}  // namespace keuzekaart
