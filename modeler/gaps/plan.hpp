#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "modeler/findings/finding.hpp"
#include "modeler/gaps/gap.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// Why one project has to come before another.
enum class DependencyReason : std::uint8_t {
  said,       ///< the map says so (na)
  agreement,  ///< afspraak vóór overdracht: work leaves an organisation only under an agreement
  function,   ///< functie vóór proces: who is to do the work must be able to
  access      ///< toegang vóór levering: who decides on access comes before who delivers
};

struct Dependency {
  std::size_t on = 0;  ///< the project that comes first, in `Plan::projects`
  DependencyReason reason = DependencyReason::said;
  std::size_t gap = 0;     ///< the gap that waits, in `Plan::gaps`; not of one that the map says
  std::size_t gap_on = 0;  ///< the gap that it waits for
};

/// What the gaps of a proposed project have in common.
enum class ProjectGround : std::uint8_t {
  own,                ///< a project of the map, not a proposal
  party_executes,     ///< the partner takes up the execution
  party_leaves,       ///< the partner executes no longer
  party,              ///< handovers and agreements with the partner
  application_comes,  ///< an application comes, or takes the place of another
  application_goes,
  inside  ///< roles, processes and functions inside the municipality
};

/// A project of the map, or a proposal for the gaps that no project of the map takes up.
struct PlannedProject {
  std::string code;  ///< the map's id, or made of domain and partner: "voorstel-sociaal-werkbedrijf"
  ProjectGround ground = ProjectGround::own;
  EntityRef own;                  ///< the project of the map; unknown for a proposal
  EntityRef domain;               ///< of a proposal; unknown when its gaps have none
  EntityRef about;                ///< partner or application of a proposal
  std::vector<std::size_t> gaps;  ///< in `Plan::gaps`
  std::vector<Dependency> after;  ///< what it waits for, one for each other project and reason
  std::vector<std::size_t>
      together;  ///< projects that wait for it and that it waits for: one cannot go before the other
  std::vector<std::size_t>
      beside;  ///< of a proposal the projects of the map that touch the same, of those the proposals
};

/// The gaps and the projects for them, in an order in which each comes after what it waits for. The map's projects are
/// kept as they are; what they take up is not proposed again. Where the map's projects wait for each other in a circle
/// the order breaks it somewhere; derived dependencies that would close a circle become `together`.
struct Plan {
  std::vector<Gap> gaps;
  std::vector<PlannedProject> projects;
};

Plan make_plan(const Model& model, std::span<const Finding> findings);

}  // namespace keuzekaart
