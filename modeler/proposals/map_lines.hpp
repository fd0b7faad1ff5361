#pragma once
#include <span>
#include <string>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/proposals/proposal.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// What to write in the map file to accept proposals: elements to paste, by section, each behind a comment that says
/// why it is proposed and, when the map file has the element already, on which line it stands. With
/// `afgewezen` for `bevestigd` a line refuses. As a whole it is well-formed XML.
std::string map_lines(const Model& model, std::span<const Proposal> proposals, const Sources& sources,
                      const Labels& labels);

}  // namespace keuzekaart
