#include "importers/archimate_names.hpp"

#include <string>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::ConceptType;
using archimate::JunctionKind;

namespace {

struct OlderRow {
  std::string_view word;
  ConceptType type;
};

/// Names up to ArchiMate 2.1 and Archi 3.
constexpr OlderRow older_elements[] = {
    {"BusinessActivity", ConceptType::business_process},
    {"CommunicationPath", ConceptType::path},
    {"InfrastructureFunction", ConceptType::technology_function},
    {"InfrastructureInterface", ConceptType::technology_interface},
    {"InfrastructureService", ConceptType::technology_service},
    {"Network", ConceptType::communication_network},
};
constexpr OlderRow older_relations[] = {
    {"Realisation", ConceptType::realization},
    {"Specialisation", ConceptType::specialization},
    {"UsedBy", ConceptType::serving},
};

NamedType older(std::string_view word, const auto& rows) {
  for (const OlderRow& row : rows)
    if (row.word == word) return {row.type, JunctionKind::and_junction, archimate::name_of(row.type)};
  return {};
}

}  // namespace

NamedType element_type(std::string_view word) {
  if (word == "AndJunction") return {ConceptType::junction, JunctionKind::and_junction, {}};
  if (word == "OrJunction") return {ConceptType::junction, JunctionKind::or_junction, {}};
  const ConceptType type = archimate::concept_type(word);
  if (archimate::is_relation(type)) return {};
  return type == ConceptType::unknown ? older(word, older_elements) : NamedType{type, JunctionKind::and_junction, {}};
}

NamedType relation_type(std::string_view word) {
  constexpr std::string_view ending = "Relationship";
  if (word.ends_with(ending)) word.remove_suffix(ending.size());
  const ConceptType type = archimate::concept_type(word);
  return archimate::is_relation(type) ? NamedType{type, JunctionKind::and_junction, {}} : older(word, older_relations);
}

void report_unknown_type(const archimate::Concept& made, std::string_view element, Place place,
                         Diagnostics& diagnostics) {
  const bool missing = made.type_name.empty();
  diagnostics
      .report(Code::K204, missing ? place : made.type_name.place,
              {std::string(missing ? element : made.type_name.value), std::string(made.name.value)})
      .variant = missing ? "type-missing" : "";
}

void NamedProfiles::add(const Text& name, archimate::Concept& made, archimate::ArchimateModel& model, TextPool& pool) {
  const std::string key = std::string(made.type_name.value) + ' ' + std::string(name.value);
  const auto [found, fresh] = ids_.try_emplace(key);
  if (fresh) {
    found->second = pool.keep(key);
    model.profiles.push_back({{found->second, name.place}, name, made.type_name});
  }
  made.profiles = {static_cast<std::uint32_t>(model.profile_references.size()), 1};
  model.profile_references.push_back({found->second, name.place});
}

void OlderNames::add(const NamedType& named, const Text& word) {
  if (named.now.empty()) return;
  if (number_++ > 0) return;
  first_ = word;
  now_ = named.now;
}

void OlderNames::report(Diagnostics& diagnostics) const {
  if (number_ == 0) return;
  diagnostics.report(Code::K631, first_.place, {std::to_string(number_), std::string(first_.value), std::string(now_)});
}

}  // namespace keuzekaart
