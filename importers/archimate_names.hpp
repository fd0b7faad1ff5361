#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// What a file's word for a type means.
struct NamedType {
  archimate::ConceptType type = archimate::ConceptType::unknown;
  archimate::JunctionKind junction = archimate::JunctionKind::and_junction;
  std::string_view now;  ///< the present name, when the word is one of an older ArchiMate; else empty
};

/// The element type with this name, as ArchiMate 2 or 3, Archi or the Open Group spells it ("BusinessProcess",
/// "InfrastructureService", "OrJunction"). Unknown for a relation.
NamedType element_type(std::string_view word);
/// The relation type, with or without the ending "Relationship" ("Serving", "UsedByRelationship", "Realisation").
NamedType relation_type(std::string_view word);

/// Says that a type is not one of ArchiMate (K204). `element` is the name of the XML element, or empty in a table.
void report_unknown_type(const archimate::Concept& made, std::string_view element, Place place,
                         Diagnostics& diagnostics);

/// The specialisations of a format that names them only by their name: one name may serve several types, so each pair
/// of type and name is a profile.
class NamedProfiles {
 public:
  /// Gives a concept its specialisation, made when it is new.
  void add(const Text& name, archimate::Concept& made, archimate::ArchimateModel& model, TextPool& pool);

 private:
  std::unordered_map<std::string, std::string_view> ids_;
};

/// Counts the words of an older ArchiMate, to say so once (K631).
class OlderNames {
 public:
  void add(const NamedType& named, const Text& word);
  void report(Diagnostics& diagnostics) const;

 private:
  std::size_t number_ = 0;
  Text first_;
  std::string_view now_;
};

}  // namespace keuzekaart
