#include <algorithm>

#include "modeler/join/join_builder.hpp"
#include "modeler/proposals/abbreviated_name.hpp"

namespace keuzekaart {

namespace {

/// Own processes that are tied, as a proposal or not, to a reference process already, or that the map refused to tie.
std::vector<bool> tied_processes(const JoinBuilder& b) {
  std::vector<bool> tied(b.model.processes.size());
  for (const Link& link : b.model.links.all())
    if (link.kind == LinkKind::reference) tied[link.from.index] = true;
  return tied;
}

}  // namespace

void propose_reference_processes(JoinBuilder& b) {
  std::vector<EntityRef> candidates;
  for (std::uint32_t i = 0; i < b.model.processes.size(); ++i)
    if (b.model.processes[i].landscape && b.model.processes[i].level == ProcessLevel::process)
      candidates.push_back({EntityKind::process, i});
  std::sort(candidates.begin(), candidates.end(),
            [&](EntityRef x, EntityRef y) { return b.model.process(x).code.value < b.model.process(y).code.value; });
  std::vector<std::string_view> names;
  for (const EntityRef c : candidates) names.push_back(b.model.process(c).name.value);

  const std::vector<bool> tied = tied_processes(b);
  for (std::uint32_t i = 0; i < b.model.processes.size(); ++i) {
    const Process& process = b.model.processes[i];
    if (tied[i] || process.catalogue_gemma_name.empty()) continue;
    const std::vector<NameProposal> fits = fit_reference_name(process.catalogue_gemma_name.value, names);
    const std::optional<NameProposal> fit = only_fit(fits);
    if (!fit) continue;
    const EntityRef reference = candidates[fit->index];
    Link made;
    made.kind = LinkKind::reference;
    made.from = {EntityKind::process, i};
    made.to = reference;
    made.status = MappingStatus::proposed;
    made.reason = process.catalogue_gemma_name;
    made.trace = {
        fit->fit == NameFit::abbreviated ? Derivation::proposed_by_abbreviation : Derivation::proposed_by_name,
        {process.catalogue_gemma_name.place, b.model.process(reference).name.place}};
    b.model.links.add(std::move(made));
  }
}

}  // namespace keuzekaart
