#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using Version = const CatalogueProcess*;

/// When a version begins, or what else tells it from the others.
std::string shown(Version version) {
  return std::string(version->valid_from.empty() ? version->uuid.value : version->valid_from.value);
}

bool begins_by(Version v, std::string_view date) { return v->valid_from.value <= date; }
/// A version may end on the day on which the next begins, so on its last day it still counts.
bool is_valid(Version v, std::string_view date) {
  return begins_by(v, date) && (v->valid_to.empty() || v->valid_to.value >= date);
}
bool goes_on(Version v, std::string_view date) { return is_valid(v, date) && v->valid_to.value != date; }

Version latest(const std::vector<Version>& versions) {
  return *std::ranges::max_element(versions, {}, [](Version v) { return v->valid_from.value; });
}

/// The version that counts on a date; `published` holds at least one.
Version on_date(const std::vector<Version>& published, std::string_view date, Diagnostics& diagnostics) {
  std::vector<Version> valid, before;
  for (const Version v : published) {
    if (is_valid(v, date)) valid.push_back(v);
    if (begins_by(v, date)) before.push_back(v);
  }
  const Version made = !valid.empty() ? latest(valid)
                       : !before.empty()
                           ? latest(before)
                           : *std::ranges::min_element(published, {}, [](Version v) { return v->valid_from.value; });
  const std::vector<std::string> said{std::string(made->id.value), std::string(date), shown(made)};
  if (valid.empty()) diagnostics.report(Code::K647, made->id.place, said);
  if (std::ranges::count_if(valid, [&](Version v) { return goes_on(v, date); }) > 1)
    diagnostics.report(Code::K654, made->id.place, said);
  return made;
}

Version counting_version(std::vector<Version> versions, std::string_view date, Diagnostics& diagnostics) {
  const std::size_t number = versions.size();
  std::vector<Version> published;
  std::ranges::copy_if(versions, std::back_inserter(published), [](Version v) { return !v->draft; });
  if (published.empty()) {
    diagnostics.report(Code::K646, versions.front()->id.place, {std::string(versions.front()->id.value)});
    published = std::move(versions);
  }
  const Version made = date.empty() ? latest(published) : on_date(published, date, diagnostics);
  if (number == 1) return made;
  Diagnostic& said =
      diagnostics.report(Code::K645, made->id.place,
                         {std::string(made->id.value), fmt::format("{}", number), std::string(date), shown(made)});
  if (date.empty()) {
    said.variant = "no-date";
    said.arguments.erase(said.arguments.begin() + 2);
  }
  return made;
}

}  // namespace

std::vector<const CatalogueProcess*> valid_versions(const ProcessCatalogue& catalogue, std::string_view date,
                                                    Diagnostics& diagnostics) {
  std::vector<Version> chosen;
  std::unordered_map<std::string_view, std::size_t> rows;  // look-up only
  std::vector<std::vector<Version>> versions;
  for (const CatalogueProcess& process : catalogue.processes) {
    if (!catalogue.case_types) {
      chosen.push_back(&process);
      continue;
    }
    const auto [row, is_new] = rows.try_emplace(process.id.value, versions.size());
    if (is_new) versions.emplace_back();
    versions[row->second].push_back(&process);
  }
  for (std::vector<Version>& of_one : versions)
    chosen.push_back(counting_version(std::move(of_one), date, diagnostics));
  return chosen;
}

}  // namespace keuzekaart
