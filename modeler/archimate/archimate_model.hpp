#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "modeler/archimate/concept_types.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart::archimate {

/// An element or a relation: one range of numbers for both, because a relation may start or end at a relation.
enum class ConceptId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::size_t index_of(ConceptId id) { return static_cast<std::size_t>(id); }

/// One property of an element, relation, view, folder or model. A file may leave out the key (then it is empty) and
/// may repeat a key; both are kept, in the file's order.
struct Property {
  Text key;
  Text value;
};

/// A specialisation that the model defines itself (Archi "profile").
struct Profile {
  Text id;
  Text name;
  Text concept_type;
};

enum class AccessMode : std::uint8_t { write, read, unspecified, read_write };
enum class JunctionKind : std::uint8_t { and_junction, or_junction };

/// A half-open run in one of the model's shared lists.
struct Run {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

enum class TextKind : std::uint8_t { name, documentation };

/// A name or documentation in a language that is not the one shown. Formats with several languages a name have them.
struct OtherText {
  TextKind kind = TextKind::name;
  Text language;  ///< as in the file: "en", "nl-BE"
  Text value;
};

/// An element or a relation as it was read.
struct Concept {
  ConceptType type = ConceptType::unknown;
  AccessMode access = AccessMode::write;               ///< Access relations only
  JunctionKind junction = JunctionKind::and_junction;  ///< Junctions only
  bool directed = false;                               ///< Association relations only
  Text id;                                             ///< as in the file
  Text name;
  Text documentation;
  Text strength;   ///< Influence relations only
  Text type_name;  ///< the type as the file spells it (kept when `type` is unknown)
  Text source_id;  ///< relations only: the ends as the file names them
  Text target_id;
  Text source_type;  ///< relations only: the types that the file says its ends have, when it says so
  Text target_type;
  ConceptId source = ConceptId::none;  ///< filled in by `link`; none when dangling
  ConceptId target = ConceptId::none;
  Run properties;
  Run profiles;              ///< in `profile_references`
  Run other_texts;           ///< in the list of that name
  std::uint32_t folder = 0;  ///< in `folders`; 0 is the model itself
};

/// A drawing in the source. What it shows is kept as ids; its layout is not.
struct View {
  Text id;
  Text name;
  Text documentation;
  Text kind;  ///< as the file spells it: ArchimateDiagramModel, SketchModel, CanvasModel, Diagram
  Run properties;
  Run shown;                 ///< in `shown_ids`: ids of elements and relations on the view, in the file's order
  std::uint32_t folder = 0;  ///< in `folders`
  Run other_texts;
};

struct Folder {
  Text id;
  Text name;
  std::uint32_t parent = 0;  ///< index in `folders`; the root (index 0) is its own parent
  Run properties;
  Text documentation;
  Text type;  ///< of the layers at the top ("business", "relations"), empty below
  Run other_texts;
};

/// One ArchiMate model as read from one source, whatever its format. Filled by an importer in any order, then `link`ed
/// once; afterwards it is not changed. Concepts are sorted by id (code point order), so that nothing depends on the
/// order of reading.
struct ArchimateModel {
  Text name;
  Text id;
  Text purpose;
  Text version;
  Run model_properties;
  Run other_texts_of_model;
  std::vector<Concept> concepts;
  std::vector<View> views;  ///< sorted by id
  std::vector<Folder> folders;
  std::vector<Profile> profiles;  ///< sorted by id
  std::vector<Property> properties;
  std::vector<Text> profile_references;  ///< profile ids as the concepts name them
  std::vector<Text> shown_ids;
  std::vector<OtherText> other_texts;

  std::span<const Property> properties_of(Run run) const { return std::span(properties).subspan(run.first, run.count); }
  std::span<const Property> properties_of(const Concept& c) const { return properties_of(c.properties); }
  std::span<const Text> profiles_of(const Concept& c) const {
    return std::span(profile_references).subspan(c.profiles.first, c.profiles.count);
  }
  std::span<const OtherText> other_texts_of(Run run) const {
    return std::span(other_texts).subspan(run.first, run.count);
  }
  const Concept& at(ConceptId wanted) const { return concepts[index_of(wanted)]; }
  /// The concept with this id of the file, or none. Valid after `link`.
  ConceptId find(std::string_view wanted) const;
  /// The value of the first property with this key, or an empty text without a place.
  Text property(const Concept& c, std::string_view key) const;
  std::size_t element_count() const;
  std::size_t relation_count() const;
};

}  // namespace keuzekaart::archimate
