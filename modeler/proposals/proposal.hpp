#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// How sure a proposal is: a scale of three steps, each with a meaning that a person can check. No figures, because
/// nobody can tell 70 from 75.
enum class Confidence : std::uint8_t {
  weak,   ///< zwak: one general sign, signs that disagree, or names that are alike in part
  fair,   ///< redelijk: one telling sign, and nothing points elsewhere
  strong  ///< sterk: two signs that stand apart agree, or the names are equal but for how they are written
};

template <>
struct Vocabulary<Confidence> {
  static constexpr std::string_view name = "zekerheid";
  static constexpr Word<Confidence> words[] = {
      {Confidence::strong, "sterk"}, {Confidence::fair, "redelijk"}, {Confidence::weak, "zwak"}};
};

/// One sign that points from a thing to what it is proposed to be tied to.
struct Sign {
  std::string_view key;            ///< of its text: label `aanwijzing.<key>`
  std::vector<Mention> arguments;  ///< what fills the text in
  Place place;                     ///< where the sign stands
};

/// A tie between two things that a person may accept or refuse. Nothing counts because it is proposed.
struct Proposal {
  LinkKind kind = LinkKind::product_process;  ///< or `reference`, or `application_reference`
  EntityRef from, to;
  Confidence confidence = Confidence::weak;
  std::vector<Sign> signs;  ///< at least one, most telling first
  Trace trace{Derivation::proposed_by_signals, {}};
  bool on_map = false;  ///< the map file itself has it as a proposal
};

/// For which products proposals are made.
enum class ProposedFor : std::uint8_t {
  own_products,    ///< those of the map and of the municipality's own catalogues
  listed_products  ///< also those of the list of uniform names that are meant for municipalities
};

/// Every proposal, at most one for each thing that is not tied yet, and those that the map file or joining made
/// already. What the map refused is not proposed again. Without a map file, listed products count too. Sorted by kind,
/// then by the thing.
std::vector<Proposal> propose(const Model& model, ProposedFor products);

/// Why: its signs, in one sentence.
std::string reason_of(const Proposal& proposal, const Labels& labels);

}  // namespace keuzekaart
