#pragma once
#include <span>
#include <vector>

#include "modeler/findings/finding.hpp"
#include "modeler/gaps/gap.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// The differences between IST and SOLL of the municipality's own processes, with what the map's projects say about
/// them; sorted by kind, then by element.
///
/// A process without a role of its own follows its whole: the difference is told once, at the whole. A process that
/// comes or goes is one difference, with everything it has. An agreement that SOLL needs (a handover between
/// organisations, or an executor that is no part of the owner) and that is not valid on the day of the SOLL is a
/// difference even when IST lacks it too: the wanted state has it. Findings of rule KK02 about SOLL add the directing
/// processes that are missing. A difference that only a project of the map names is kept, with `compared` false.
std::vector<Gap> derive_gaps(const Model& model, std::span<const Finding> findings);

/// The same between any two states, without what the projects say.
std::vector<Gap> compare_states(const Model& model, std::span<const Finding> findings, State from, State to);

/// The code of a gap, unique in a map and stable while the gap is there: "uitvoerder:toegang-jeugd".
std::string code_of(const Model& model, const Gap& gap);

}  // namespace keuzekaart
