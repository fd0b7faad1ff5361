#pragma once
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modeler/join/join.hpp"

namespace keuzekaart::testing {

/// A small ArchiMate model, said in one line per element and relation. Every id stands in a made-up file, so that
/// places are real.
class SmallArchimate {
 public:
  explicit SmallArchimate(Sources& sources, std::string path = "model");

  SmallArchimate& element(archimate::ConceptType type, const std::string& id, const std::string& name,
                          const std::string& gemma_type = {});
  SmallArchimate& relation(archimate::ConceptType type, const std::string& from, const std::string& to);
  archimate::ArchimateModel linked(Diagnostics& diagnostics);

 private:
  Text text(const std::string& value);
  archimate::Concept& add(archimate::ConceptType type, const std::string& id);

  Sources& sources_;
  FileId file_;
  std::uint32_t next_offset_ = 0;
  std::uint32_t relations_ = 0;
  archimate::ArchimateModel model_;
};

/// Sources, messages and a map written inline: everything a test of joining needs.
class JoinScene {
 public:
  Sources sources;
  Diagnostics diagnostics;
  JoinInput input;

  /// The content of a map file between `<kaart naam="Proef">`, with more attributes if given, and `</kaart>`.
  void map(const std::string& content, const std::string& attributes = {});
  void source(const std::string& id, SourceContent content);
  /// A UPL of municipal products, by URI term and name.
  void upl(std::initializer_list<std::pair<std::string, std::string>> products);
  /// A process catalogue with one process.
  void catalogue(const std::string& id, const std::string& name, const std::string& gemma_name,
                 const std::string& owner = {});
  Model join();

  Text text(const std::string& value);
};

/// The things of one kind by code, each with its name: "a=Naam a".
std::vector<std::string> codes_and_names(const Model& model, EntityKind kind);
/// The links of one kind as "from -> to", with " (voorgesteld)" or " (afgewezen)" behind those that are.
std::vector<std::string> links_of(const Model& model, LinkKind kind);

/// What sources contradict each other on: "B0023.naam: Een (catalogus), Ander (zaaktypen)".
std::vector<std::string> contradictions(const Model& model);

}  // namespace keuzekaart::testing
