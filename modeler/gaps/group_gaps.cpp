#include "modeler/gaps/group_gaps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "modeler/gaps/state_facts.hpp"

namespace keuzekaart {

namespace {

/// What gaps have to share to be one project. An unknown `about` is the municipality itself.
struct Key {
  EntityRef domain;
  EntityRef about;
  friend auto operator<=>(const Key&, const Key&) = default;
};

bool is_role(GapKind kind) {
  return kind == GapKind::owner || kind == GapKind::executor || kind == GapKind::director ||
         kind == GapKind::client_contact;
}

/// An agreement is with its own partner, whoever executes the processes at its ends.
bool is_agreement(GapKind kind) {
  return kind == GapKind::agreement_new || kind == GapKind::agreement_ends || kind == GapKind::agreement_renew;
}

class Grouping {
 public:
  Grouping(const Model& model, std::span<const Gap> gaps) : m_(model), gaps_(gaps) {}

  std::vector<PlannedProject> run() {
    // Where the execution goes, everything else about the process goes; also when a project of the map moves it.
    for (const Gap& gap : gaps_)
      if (gap.compared && gap.kind == GapKind::executor)
        if (const EntityRef partner = partner_of(gap); partner.known()) moved_.emplace(gap.element, partner);
    for (std::size_t i = 0; i < gaps_.size(); ++i)
      if (is_open(gaps_[i])) groups_[key_of(gaps_[i])].push_back(i);
    std::vector<PlannedProject> projects;
    std::set<std::string> taken;
    for (auto& [key, numbers] : groups_) {
      PlannedProject project;
      project.domain = key.domain;
      project.about = key.about;
      project.gaps = std::move(numbers);
      project.ground = ground_of(project);
      project.code = "voorstel";
      for (const EntityRef part : {key.domain, key.about})
        if (part.known()) project.code += fmt::format("-{}", m_.entity(part).code.value);
      if (!key.about.known()) project.code += "-intern";
      for (int n = 2; !taken.insert(project.code).second; ++n) project.code += fmt::format("-{}", n);
      projects.push_back(std::move(project));
    }
    return projects;
  }

 private:
  static bool is_open(const Gap& gap) { return gap.compared && !gap.is_covered(); }

  EntityRef first_partner(const Refs& organisations) const {
    for (const EntityRef organisation : organisations)
      if (!is_municipality(m_, organisation)) return organisation;
    return {};
  }

  /// The organisations of the parties that only one of the two lists has.
  Refs only_in(const Refs& these, const Refs& others) const {
    const auto organisations = [&](const Refs& parties) {
      Refs found;
      for (const EntityRef party : parties) found.push_back(m_.organisation(party));
      sort_unique(found);
      return found;
    };
    Refs found;
    std::ranges::set_difference(organisations(these), organisations(others), std::back_inserter(found));
    return found;
  }

  /// The organisation outside that a gap is about: who comes before who goes.
  EntityRef partner_of(const Gap& gap) const {
    if (!is_role(gap.kind)) {
      if (gap.element.known() && gap.element.kind == EntityKind::party) return gap.element;
      return first_partner(gap.parties);
    }
    const EntityRef comes = first_partner(only_in(gap.after, gap.before));
    return comes.known() ? comes : first_partner(only_in(gap.before, gap.after));
  }

  Key key_of(const Gap& gap) const {
    if (gap.on_no_process) return {};  // the municipality has to give it a place, whoever executes
    for (const EntityRef process : gap.processes)
      if (const auto found = moved_.find(process); found != moved_.end() && !is_agreement(gap.kind))
        return {gap.domain, found->second};
    if (gap.kind == GapKind::application) {
      Refs comes;
      std::ranges::set_difference(gap.after, gap.before, std::back_inserter(comes));
      if (comes.empty()) std::ranges::set_difference(gap.before, gap.after, std::back_inserter(comes));
      return {gap.domain, comes.front()};
    }
    return {gap.domain, partner_of(gap)};
  }

  ProjectGround ground_of(const PlannedProject& project) const {
    if (!project.about.known()) return ProjectGround::inside;
    bool comes = false;
    bool goes = false;
    for (const std::size_t i : project.gaps) {
      const Gap& gap = gaps_[i];
      const bool application = project.about.kind == EntityKind::application;
      if (!application && gap.kind != GapKind::executor) continue;
      const Refs after = application ? gap.after : only_in(gap.after, gap.before);
      const Refs before = application ? gap.before : only_in(gap.before, gap.after);
      comes = comes || std::ranges::find(after, project.about) != after.end();
      goes = goes || std::ranges::find(before, project.about) != before.end();
    }
    if (project.about.kind == EntityKind::application)
      return comes ? ProjectGround::application_comes : ProjectGround::application_goes;
    if (comes) return ProjectGround::party_executes;
    return goes ? ProjectGround::party_leaves : ProjectGround::party;
  }

  const Model& m_;
  std::span<const Gap> gaps_;
  std::map<EntityRef, EntityRef> moved_;  ///< processes that a partner gets or loses, with that partner
  std::map<Key, std::vector<std::size_t>> groups_;
};

}  // namespace

std::vector<PlannedProject> group_gaps(const Model& model, std::span<const Gap> gaps) {
  return Grouping(model, gaps).run();
}

}  // namespace keuzekaart
