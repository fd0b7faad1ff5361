#include "modeler/diagrams/chain_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "modeler/chains/stable_order.hpp"
#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/model/agreement_cover.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// Days since year 0, good enough to compare; nothing when it is no date.
std::optional<long> day_number(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto digits = [&](std::size_t from, std::size_t count) {
    long value = 0;
    for (const char c : iso.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  if (iso.find_first_not_of("0123456789-") != std::string_view::npos) return std::nullopt;
  return digits(0, 4) * 366 + (digits(5, 2) - 1) * 30 + (digits(5, 2) - 1) / 2 + digits(8, 2);
}

/// A collaboration of a reference model may well be a team of the municipality
/// itself.
bool drawn_outside(const Party& party) {
  const PartyKind kind = party.kind;
  if (!party.own && kind == PartyKind::cooperation) return false;
  return kind != PartyKind::municipality && kind != PartyKind::department && kind != PartyKind::role &&
         kind != PartyKind::unset;
}

class Viewer {
 public:
  Viewer(const DiagramContext& context, EntityRef thing) : c_(context), m_(context.model), cover_(context.model) {
    view_.thing = thing;
    view_.name = name_of(m_, thing);
  }

  ChainView build() {
    for (const EntityRef process : steps_of()) add_step(process);
    leave_out_level_word();
    add_flows();
    add_lanes();
    return std::move(view_);
  }

 private:
  DrawnState drawn() const { return c_.options.state; }
  bool draws(State state) const { return keuzekaart::draws(drawn(), state); }

  std::vector<EntityRef> steps_of() {
    if (view_.thing.kind == EntityKind::chain) {
      const Chain& chain = m_.chains[view_.thing.index];
      view_.goal = chain.goal.value;
      if (chain.type != ChainType::unset) view_.type = c_.labels.get(fmt::format("ketensoort.{}", word_of(chain.type)));
      indirect_ = chain.type == ChainType::indirect;
      return chain.processes;
    }
    std::vector<EntityRef> parts;  // the parts in order; a part that only groups
                                   // ordered parts is replaced by these
    for (const Link& link : m_.links.from(LinkKind::part, view_.thing))
      if (link.to != view_.thing) parts.push_back(link.to);
    std::stable_sort(parts.begin(), parts.end(),
                     [&](EntityRef a, EntityRef b) { return m_.process(a).order < m_.process(b).order; });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t i = 0; i < parts.size(); ++i)
      for (const Link& link : m_.links.from(LinkKind::order, parts[i]))
        for (std::uint32_t j = 0; j < parts.size(); ++j)
          if (parts[j] == link.to) edges.emplace_back(i, j);
    std::vector<EntityRef> ordered;
    for (const std::uint32_t i : stable_order(static_cast<std::uint32_t>(parts.size()), edges))
      ordered.push_back(parts[i]);
    return ordered;
  }

  void add_step(EntityRef process) {
    if (index_.contains(process)) return;
    const States& states = m_.process(process).states;
    const bool in_ist = draws(State::ist) && states.has(State::ist);
    const bool in_soll = draws(State::soll) && states.has(State::soll);
    if (!in_ist && !in_soll) return;
    index_[process] = view_.steps.size();
    ChainStep& step = view_.steps.emplace_back();
    step.in_ist = in_ist;
    step.in_soll = in_soll;
    step.process = process;
    step.name = name_of(m_, process);
    const auto parties = [&](Role role, State state) {
      std::vector<EntityRef> found;
      if (!states.has(state)) return found;
      for (const RoleAssignment* r : roles_in(m_, process, role, state))
        if (std::ranges::find(found, r->party) == found.end()) found.push_back(r->party);
      return found;
    };
    if (draws(State::ist)) step.ist = parties(Role::executor, State::ist);
    if (draws(State::soll)) step.soll = parties(Role::executor, State::soll);
    step.contacts = parties(Role::client_contact, drawn() == DrawnState::ist ? State::ist : State::soll);
  }

  /// When every step begins with the same word of a level ("Deelproces"), the
  /// word is said once, not on every box.
  void leave_out_level_word() {
    constexpr std::string_view words[] = {"Bedrijfsproces ", "Deelproces ", "Processtap "};
    for (const std::string_view word : words) {
      const auto begins = [&](const ChainStep& s) { return s.name.starts_with(word) && s.name.size() > word.size(); };
      if (view_.steps.size() < 2 || !std::ranges::all_of(view_.steps, begins)) continue;
      for (ChainStep& step : view_.steps) {
        step.name.erase(0, word.size());
        if (step.name[0] >= 'a' && step.name[0] <= 'z') step.name[0] = static_cast<char>(step.name[0] - 'a' + 'A');
      }
      view_.left_out = word.substr(0, word.size() - 1);
    }
  }

  void add_flows() {
    std::set<std::pair<std::size_t, std::size_t>> known;
    for (std::uint32_t row = 0; row < m_.handovers.size(); ++row) {
      const Handover& h = m_.handovers[row];
      const auto from = index_.find(h.from), to = index_.find(h.to);
      if (from == index_.end() || to == index_.end() || from == to) continue;
      const bool ist = h.states.has(State::ist), soll = h.states.has(State::soll);
      if (!((ist && draws(State::ist)) || (soll && draws(State::soll)))) continue;
      known.insert({from->second, to->second});
      const EntityRef self{EntityKind::handover, row};
      view_.flows.push_back({from->second, to->second, self, ist, soll, covered(self), 0});
    }
    bool ordered = false;
    for (const auto& [process, at] : index_)
      for (const Link& link : m_.links.from(LinkKind::order, process))
        if (const auto to = index_.find(link.to); to != index_.end() && to->second != at) {
          ordered = true;
          if (known.insert({at, to->second}).second) view_.flows.push_back({at, to->second, {}, true, true, {}, 0});
        }
    if (!ordered && !indirect_)
      for (std::size_t i = 1; i < view_.steps.size(); ++i) {
        const bool told =
            std::ranges::any_of(known, [&](const auto& pair) { return pair.second == i && pair.first < i; });
        if (!told) view_.flows.push_back({i - 1, i, {}, true, true, {}, 0});
      }
    std::stable_sort(view_.flows.begin(), view_.flows.end(), [](const ChainFlow& a, const ChainFlow& b) {
      return std::tuple(a.from, a.to, a.handover) < std::tuple(b.from, b.to, b.handover);
    });
    std::size_t number = 0;
    for (ChainFlow& flow : view_.flows)
      if (flow.handover.known()) flow.number = ++number;
  }

  Covered covered(EntityRef handover) const {
    Covered worst = Covered::not_needed;
    for (const State state : {State::ist, State::soll})
      if (const auto need = draws(state) ? cover_.of(handover, state) : std::nullopt)
        worst = std::max(worst, worth(*need, state));
    return worst;
  }

  /// What covers a handover on the day of a state, as every table counts it.
  Covered worth(const AgreementNeed& need, State state) const {
    if (!need.agreement.known()) return Covered::missing;
    switch (need.validity) {
      case Validity::expired:
        return Covered::expired;
      case Validity::not_adopted:
      case Validity::not_yet:
      case Validity::unknown:
        return Covered::draft;
      case Validity::other_parties:
        return Covered::other_parties;
      case Validity::valid:
        break;
    }
    const Agreement& agreement = m_.agreements[need.agreement.index];
    return ends_soon(day_of(m_, state), agreement.valid_to.value) ? Covered::ending : Covered::valid;
  }

  /// Internal parties in the order in which they come in, between the client
  /// above and the others below.
  void add_lanes() {
    std::map<EntityRef, std::size_t> work;
    std::map<EntityRef, std::size_t> first;
    for (std::size_t i = 0; i < view_.steps.size(); ++i)
      for (const auto* list : {&view_.steps[i].ist, &view_.steps[i].soll})
        for (const EntityRef party : *list) {
          ++work[party];
          first.try_emplace(party, i);
        }
    const auto leads = [&](EntityRef a, EntityRef b) {
      return std::tuple(-static_cast<long>(work[a]), name_of(m_, a), a) <
             std::tuple(-static_cast<long>(work[b]), name_of(m_, b), b);
    };
    for (ChainStep& step : view_.steps) {
      std::sort(step.ist.begin(), step.ist.end(), leads);
      std::sort(step.soll.begin(), step.soll.end(), leads);
    }
    for (const auto& [party, at] : first) view_.lanes.push_back(lane_of(party));
    std::stable_sort(view_.lanes.begin(), view_.lanes.end(), [&](const ChainLane& a, const ChainLane& b) {
      return std::tuple(rank(a), first[a.party], a.name) < std::tuple(rank(b), first[b.party], b.name);
    });
    const bool unknown = std::ranges::any_of(
        view_.steps, [](const ChainStep& s) { return (s.in_ist && s.ist.empty()) || (s.in_soll && s.soll.empty()); });
    if (unknown) view_.lanes.push_back({{}, c_.labels.get("keten.uitvoerder-onbekend"), {}, false});
  }

  int rank(const ChainLane& lane) const {
    const PartyKind kind = m_.party(lane.party).kind;
    if (kind == PartyKind::resident || kind == PartyKind::company) return 0;
    return lane.external ? 2 : 1;
  }

  ChainLane lane_of(EntityRef party) const {
    ChainLane lane{party, name_of(m_, party), {}, drawn_outside(m_.party(party))};
    for (const std::string_view word : {"Bedrijfsrol ", "Bedrijfsactor "})
      if (lane.name.starts_with(word) && lane.name.size() > word.size()) lane.name.erase(0, word.size());
    const std::vector<EntityRef> fillers = follow(m_, LinkKind::role_filled_by, {party});
    for (const EntityRef filler : fillers) {
      std::string name = name_of(m_, filler);
      constexpr std::string_view actor = "Bedrijfsactor ";
      if (name.starts_with(actor)) name.erase(0, actor.size());
      lane.filled_by += (lane.filled_by.empty() ? "" : ", ") + name;
      lane.external = lane.external || drawn_outside(m_.party(filler));
    }
    return lane;
  }

  const DiagramContext& c_;
  const Model& m_;
  AgreementCover cover_;
  ChainView view_;
  std::map<EntityRef, std::size_t> index_;
  bool indirect_ = false;
};

}  // namespace

bool ends_soon(std::string_view day, std::string_view end) {
  const auto a = day_number(day), b = day_number(end);
  return a && b && *b >= *a && *b - *a <= 183;
}

ChainView chain_view(const DiagramContext& context, EntityRef thing) { return Viewer(context, thing).build(); }

std::vector<std::string> chain_ids(const Model& model) {
  std::set<std::string> ids;
  for (const Chain& chain : model.chains) ids.emplace(chain.code.value);
  std::map<EntityRef, std::size_t> parts;
  for (const Link& link : model.links.all())
    if (link.kind == LinkKind::part && ++parts[link.from] == 2) ids.emplace(model.entity(link.from).code.value);
  return {ids.begin(), ids.end()};
}

}  // namespace keuzekaart
