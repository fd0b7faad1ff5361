#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "modeler/proposals/abbreviated_name.hpp"
#include "modeler/proposals/propose_parts.hpp"

namespace keuzekaart {

namespace {

/// How the sign of a proposal that joining or the map made reads, and how sure it is.
struct MadeRow {
  Derivation rule;
  std::string_view sign;
  Confidence confidence;
};

constexpr MadeRow made_rows[] = {
    {Derivation::proposed_by_name, "catalogus-zelfde-naam", Confidence::strong},
    {Derivation::proposed_by_abbreviation, "catalogus-afgekort", Confidence::fair},
};

/// Proposals that stand in the model already.
void take_over(const Model& model, std::vector<Proposal>& into) {
  for (const Link& link : model.links.all()) {
    if (link.status != MappingStatus::proposed) continue;
    const auto row = std::ranges::find(made_rows, link.trace.rule, &MadeRow::rule);
    const bool by_map = row == std::end(made_rows);
    Proposal made;
    made.kind = link.kind;
    made.from = link.from;
    made.to = link.to;
    made.confidence = by_map ? Confidence::fair : row->confidence;
    made.trace = link.trace;
    made.on_map = by_map;
    const Place place = link.trace.places.empty() ? Place() : link.trace.places.front();
    std::vector<Mention> arguments;
    if (!by_map) arguments.push_back(said(link.reason.value));
    made.signs.push_back({by_map ? "kaart" : row->sign, std::move(arguments), place});
    into.push_back(std::move(made));
  }
}

}  // namespace

ReferenceProcesses::ReferenceProcesses(const Model& model) {
  for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
    const EntityRef ref{EntityKind::process, i};
    if (!model.processes[i].landscape) continue;
    const auto parts = model.links.from(LinkKind::part, ref);
    if (std::ranges::none_of(parts, [&](const Link& link) { return model.process(link.to).landscape; }))
      leaves_.push_back(ref);
  }
  std::unordered_map<std::string_view, EntityRef> by_id;  // look-up only
  std::unordered_map<std::string, EntityRef> by_name;
  for (const EntityRef ref : leaves_) {
    by_id.emplace(model.process(ref).object_id.value, ref);
    by_name.emplace(normalised_name(model.process(ref).name.value), ref);
  }
  by_target_.resize(target_rows().size() + 2);  // two targets are no process
  for (const TargetRow& row : target_rows()) {
    EntityRef& found = by_target_[static_cast<std::size_t>(row.target)];
    if (const auto known = by_id.find(row.object_id); known != by_id.end())
      found = known->second;
    else if (const auto named = by_name.find(normalised_name(row.name)); named != by_name.end())
      found = named->second;
  }
}

EntityRef ReferenceProcesses::of(Target target) const { return by_target_[static_cast<std::size_t>(target)]; }

Mention said(std::string_view text) { return {std::string(text), {}, false}; }

Proposal make_proposal(const Model& model, LinkKind kind, EntityRef from, EntityRef to, Confidence confidence,
                       std::vector<Sign> signs) {
  Proposal made;
  made.kind = kind;
  made.from = from;
  made.to = to;
  made.confidence = confidence;
  for (const Sign& sign : signs)
    if (sign.place.known() && std::ranges::find(made.trace.places, sign.place) == made.trace.places.end())
      made.trace.places.push_back(sign.place);
  made.trace.places.push_back(model.entity(to).name.place);
  made.signs = std::move(signs);
  return made;
}

std::vector<Proposal> propose(const Model& model, ProposedFor products) {
  std::vector<Proposal> all;
  take_over(model, all);
  const ReferenceProcesses reference(model);
  propose_for_products(model, reference, model.map ? products : ProposedFor::listed_products, all);
  propose_for_processes(model, reference, all);
  propose_for_applications(model, all);
  std::stable_sort(all.begin(), all.end(), [](const Proposal& a, const Proposal& b) {
    return std::tie(a.from, a.kind, a.to) < std::tie(b.from, b.kind, b.to);
  });
  return all;
}

std::string reason_of(const Proposal& proposal, const Labels& labels) {
  std::string out;
  for (const Sign& sign : proposal.signs) {
    std::vector<std::string> arguments;
    for (const Mention& m : sign.arguments) arguments.push_back(m.is_label ? labels.get(m.text) : m.text);
    out += (out.empty() ? "" : "; ") + labels.fill("aanwijzing." + std::string(sign.key), arguments);
  }
  return out;
}

}  // namespace keuzekaart
