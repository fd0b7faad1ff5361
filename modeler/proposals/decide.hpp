#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/model/model.hpp"
#include "modeler/records/map_edit.hpp"

namespace keuzekaart {

/// A row of the sheet Voorstellen as a person filled it in.
struct DecisionRow {
  Text from, to;                                   ///< codes
  std::optional<EntityKind> from_kind;             ///< where the row says it: two things may have one code
  Text said;                                       ///< the cell with the decision
  MappingStatus status = MappingStatus::proposed;  ///< proposed: nothing is decided
};

/// What a decision means for the map file.
enum class DecisionOutcome : std::uint8_t {
  changes,    ///< the map has it as a proposal, or not at all
  already,    ///< it stands so already
  otherwise,  ///< the map or a source says otherwise of the same two, and that holds
  elsewhere   ///< the map or a source ties it to another, and it can be tied to one only
};

struct Decision {
  LinkKind kind{};
  EntityRef from, to;
  MappingStatus status{};
  Place cell;
  DecisionOutcome outcome = DecisionOutcome::changes;
  Place known;                     ///< no change: where that is said
  std::vector<std::size_t> edits;  ///< changes: numbers in `Decisions::edits`
};

struct Decisions {
  std::vector<Decision> all;  ///< in the order of the rows
  std::vector<MapEdit> edits;
  std::size_t undecided = 0;  ///< rows in which nothing is decided
};

/// What the rows mean for the map file of the model. Wrong rows are said (K335, K336, K339) and left out; what is
/// decided otherwise already is said too (K230). A tie need not be proposed any more: what a person decided counts.
Decisions decide(const Model& model, std::span<const DecisionRow> rows, Diagnostics& diagnostics);

/// What would be otherwise than decided, if the edits are made.
struct DecisionsCheck {
  std::vector<const Decision*> do_not_hold;  ///< are not as decided
  bool others_change = false;                ///< ties change that nobody decided on, or things come
  bool holds() const { return do_not_hold.empty() && !others_change; }
};

/// Compares the model with the one of the changed map: exactly the ties that were decided on may differ.
DecisionsCheck check_decisions(const Model& before, const Model& after, const Decisions& decisions);

}  // namespace keuzekaart
