#include "modeler/proposals/decide.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/proposals/map_element.hpp"
#include "modeler/proposals/proposal.hpp"
#include "modeler/source/address.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t most_nearest = 20;  ///< looking for the nearest name takes long where every code is wrong

/// A tie that a row may mean.
struct Tie {
  LinkKind kind{};
  EntityRef from, to;
  friend auto operator<=>(const Tie&, const Tie&) = default;
};

class Deciding {
 public:
  Deciding(const Model& model, Diagnostics& diagnostics)
      : m_(model), diagnostics_(diagnostics), proposed_(propose(model, ProposedFor::listed_products)) {
    for (const Proposal& p : proposed_)
      by_codes_[{m_.entity(p.from).code.value, m_.entity(p.to).code.value}].push_back({p.kind, p.from, p.to});
    collect_ids();
  }

  Decisions run(std::span<const DecisionRow> rows) {
    for (const DecisionRow& row : rows) {
      if (!row_is_new(row)) continue;
      if (row.status == MappingStatus::proposed)
        ++out_.undecided;
      else if (const std::optional<Tie> tie = tie_of(row))
        decide(row, *tie);
    }
    return std::move(out_);
  }

 private:
  void collect_ids() {
    if (!m_.map) return;
    const auto take = [&](const auto& things) {
      for (const auto& thing : things) ids_.insert(std::string(thing.id.value));
    };
    const MapDocument& map = *m_.map;
    take(map.sources), take(map.parties), take(map.domains), take(map.applications), take(map.processes);
    take(map.products), take(map.chains), take(map.handovers), take(map.agreements), take(map.choices);
    take(map.projects);
    for (const MapDomain& domain : map.domains) take(domain.groups);
    if (map.plan) take(map.plan->milestones), take(map.plan->intervention_points);
  }

  bool row_is_new(const DecisionRow& row) {
    const auto [at, is_new] =
        seen_.try_emplace({row.from.value, row.to.value, row.from_kind.value_or(EntityKind::domain)}, row.from.place);
    if (!is_new)
      diagnostics_.report(Code::K336, row.from.place, {std::string(row.from.value), std::string(row.to.value)})
          .related = at->second;
    return is_new;
  }

  /// Whether a kind of tie may go from the one to the other: between processes and between applications, only from an
  /// own one to one of the reference model.
  bool may_tie(const Tie& tie) const {
    if (tie.kind == LinkKind::reference) return m_.process(tie.from).own && !m_.process(tie.to).own;
    if (tie.kind == LinkKind::application_reference)
      return m_.applications[tie.from.index].own && !m_.applications[tie.to.index].own;
    return tie.kind != LinkKind::process_function || m_.process(tie.from).own;
  }

  /// The thing with this code, or with this code in the source it comes from: since it is on the map it may have
  /// another id.
  EntityRef find(EntityKind kind, std::string_view code) const {
    if (const EntityRef found = m_.find(kind, code); found.known() || !m_.map) return found;
    if (kind == EntityKind::process)
      for (const MapProcess& process : m_.map->processes)
        if (process.code.value == code) return m_.find(kind, process.id.value);
    const EntityRef renamed = m_.find(kind, map_id(code));
    if (!renamed.known() || !place_on_map(m_, renamed).known()) return {};
    const bool same = m_.entity(renamed).name.value == code ||
                      (kind == EntityKind::product && last_part(m_.product(renamed).upl_uri.value) == code);
    return same ? renamed : EntityRef();
  }

  std::optional<Tie> tie_of(const DecisionRow& row) {
    std::vector<Tie> fits;
    if (const auto known = by_codes_.find({row.from.value, row.to.value}); known != by_codes_.end())
      fits = known->second;
    bool has_from = !fits.empty();
    bool has_to = !fits.empty();
    if (fits.empty())
      for (const TieWords& words : tie_words()) {
        const Tie tie{words.kind, find(words.from_kind, row.from.value), find(words.to_kind, row.to.value)};
        has_from = has_from || tie.from.known();
        has_to = has_to || tie.to.known();
        if (tie.from.known() && tie.to.known() && may_tie(tie)) fits.push_back(tie);
      }
    if (fits.size() > 1 && row.from_kind)
      std::erase_if(fits, [&](const Tie& tie) { return tie.from.kind != *row.from_kind; });
    if (!has_from) report_unknown(row.from, true);
    if (!has_to) report_unknown(row.to, false);
    if (!has_from || !has_to) return std::nullopt;
    if (fits.size() == 1 && tie_words(fits.front().kind) != nullptr) return fits.front();
    diagnostics_.report(Code::K339, row.from.place, {std::string(row.from.value), std::string(row.to.value)}).variant =
        fits.size() > 1 ? "unclear" : "";
    return std::nullopt;
  }

  void report_unknown(const Text& code, bool from) {
    Diagnostic& said = diagnostics_.report(Code::K335, code.place, {std::string(code.value)});
    if (unknown_++ >= most_nearest) return;
    std::vector<std::string_view> known;
    for (const TieWords& words : tie_words()) {
      const EntityKind kind = from ? words.from_kind : words.to_kind;
      for (std::uint32_t i = 0; i < m_.count(kind); ++i) known.push_back(m_.entity({kind, i}).code.value);
    }
    said.nearest = nearest_name(code.value, known);
  }

  /// A thing has one of these ties in the map, in attributes of its own.
  static bool is_single(LinkKind kind) { return tie_words(kind)->child.empty(); }

  /// Where the map names the one thing that this thing can be tied to.
  std::optional<Place> said_on_map(const Tie& tie) const {
    if (!m_.map || !is_single(tie.kind)) return std::nullopt;
    const std::string_view id = m_.entity(tie.from).code.value;
    const auto said = [&](const auto& things, auto key) -> std::optional<Place> {
      for (const auto& thing : things)
        if (thing.id.value == id && !(thing.*key).empty()) return (thing.*key).place;
      return std::nullopt;
    };
    return tie.kind == LinkKind::reference ? said(m_.map->processes, &MapProcess::gemma)
                                           : said(m_.map->applications, &MapApplication::reference_component);
  }

  void decide(const DecisionRow& row, const Tie& tie) {
    Decision made{tie.kind, tie.from, tie.to, row.status, row.said.place, {}, {}, {}};
    const Link* same = nullptr;
    const Link* other = nullptr;  // says something else of these two, or ties the thing to another for which one counts
    std::vector<Place> waiting;   // on the map, as a proposal
    for (const Link& link : m_.links.from(tie.kind, tie.from)) {
      const bool these = link.to == tie.to;
      if (these && link.status == row.status) same = &link;
      if (these && link.status == MappingStatus::proposed)
        std::ranges::copy_if(link.trace.places, std::back_inserter(waiting),
                             [&](Place place) { return m_.map && place.file == m_.map->place.file; });
      const bool decided = link.status != MappingStatus::proposed && link.status != row.status;
      const bool elsewhere = !these && is_single(tie.kind) && row.status == MappingStatus::confirmed &&
                             link.status == MappingStatus::confirmed;
      if ((these && decided) || elsewhere) other = &link;
    }
    if (!waiting.empty()) {
      for (const Place place : waiting) change_status(made, place);
    } else if (same != nullptr) {
      made.outcome = DecisionOutcome::already;
      made.known = place_of(*same);
    } else if (other != nullptr) {
      say(made, other->to == tie.to ? DecisionOutcome::otherwise : DecisionOutcome::elsewhere, place_of(*other));
    } else if (const auto said = said_on_map(tie)) {
      say(made, DecisionOutcome::elsewhere, *said);
    } else if (!add(made)) {
      return;
    }
    out_.all.push_back(std::move(made));
  }

  static Place place_of(const Link& link) { return link.trace.places.empty() ? Place() : link.trace.places.front(); }

  void say(Decision& made, DecisionOutcome outcome, Place known) {
    made.outcome = outcome;
    made.known = known;
    Diagnostic& said = diagnostics_.report(Code::K230, made.cell);
    said.related = known;
    if (outcome == DecisionOutcome::elsewhere)
      said.variant = "elsewhere";
    else if (made.status == MappingStatus::rejected)
      said.variant = "rejected";
  }

  void change_status(Decision& made, Place place) {
    const TieWords& words = *tie_words(made.kind);
    made.edits.push_back(out_.edits.size());
    out_.edits.push_back({place, {}, {{std::string(words.status), std::string(word_of(made.status))}}, {}});
  }

  /// A tie that the map does not have. False when another row has taken the only place for it.
  bool add(Decision& made) {
    const TieWords& words = *tie_words(made.kind);
    if (is_single(made.kind)) {
      const auto [at, is_new] = taken_.try_emplace(made.from, made.cell);
      if (!is_new) {
        Diagnostic& said = diagnostics_.report(Code::K339, made.cell, {std::string(m_.entity(made.from).code.value)});
        said.variant = "second";
        said.related = at->second;
        return false;
      }
    }
    const auto attributes = tie_attributes(words, m_.entity(made.to).code.value, made.status);
    const NewElement child{std::string(words.child), attributes};
    if (const Place known = place_on_map(m_, made.from); known.known()) {
      made.edits.push_back(out_.edits.size());
      if (words.child.empty())
        out_.edits.push_back({known, {}, attributes, {}});
      else
        out_.edits.push_back({known, {}, {}, {child}});
      return true;
    }
    const auto [at, is_new] = new_things_.try_emplace(made.from, out_.edits.size());
    if (is_new)
      out_.edits.push_back({{}, std::string(words.section), {}, {map_element(m_, made.from, new_id(made.from))}});
    made.edits.push_back(at->second);
    NewElement& thing = out_.edits[at->second].children.front();
    if (words.child.empty())
      thing.attributes.insert(thing.attributes.end(), attributes.begin(), attributes.end());
    else
      thing.children.push_back(child);
    return true;
  }

  /// An id that the map does not have yet.
  std::string new_id(EntityRef thing) {
    const std::string wanted = map_id(m_.entity(thing).code.value);
    std::string id = wanted;
    for (int n = 2; !ids_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
    return id;
  }

  const Model& m_;
  Diagnostics& diagnostics_;
  std::vector<Proposal> proposed_;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<Tie>> by_codes_;
  std::map<std::tuple<std::string_view, std::string_view, EntityKind>, Place> seen_;
  std::map<EntityRef, Place> taken_;
  std::map<EntityRef, std::size_t> new_things_;
  std::set<std::string, std::less<>> ids_;
  std::size_t unknown_ = 0;
  Decisions out_;
};

/// A tie by what its ends are called in the changed map.
using NamedTie = std::tuple<LinkKind, std::string, std::string, MappingStatus>;

/// The ties that a person decides on, by name.
class NamedTies {
 public:
  /// The things of the edits, which have another code once they are on the map.
  void rename(EntityRef thing, std::string id) { names_.insert_or_assign(thing, std::move(id)); }

  std::string name_of(const Model& model, EntityRef thing) const {
    const auto renamed = names_.find(thing);
    return renamed == names_.end() ? std::string(model.entity(thing).code.value) : renamed->second;
  }

  std::set<NamedTie> of(const Model& model) const {
    std::set<NamedTie> all;
    for (const Link& link : model.links.all())
      if (tie_words(link.kind) != nullptr)
        all.emplace(link.kind, name_of(model, link.from), name_of(model, link.to), link.status);
    return all;
  }

 private:
  std::map<EntityRef, std::string> names_;
};

}  // namespace

Decisions decide(const Model& model, std::span<const DecisionRow> rows, Diagnostics& diagnostics) {
  return Deciding(model, diagnostics).run(rows);
}

DecisionsCheck check_decisions(const Model& before, const Model& after, const Decisions& decisions) {
  NamedTies named;
  for (const Decision& decision : decisions.all)
    for (const std::size_t number : decision.edits)
      if (const MapEdit& edit = decisions.edits[number]; !edit.element.known())
        named.rename(decision.from, edit.children.front().attributes.front().second);
  std::set<NamedTie> expected = named.of(before);
  const std::set<NamedTie> found = NamedTies().of(after);
  DecisionsCheck check;
  for (const Decision& d : decisions.all) {
    if (d.outcome != DecisionOutcome::changes) continue;
    const NamedTie decided{d.kind, named.name_of(before, d.from), named.name_of(before, d.to), d.status};
    NamedTie open = decided;
    std::get<MappingStatus>(open) = MappingStatus::proposed;
    expected.erase(open);
    expected.insert(decided);
    // A thing that came under another id must be the one that was meant, not one more.
    const std::string_view code = before.entity(d.from).code.value;
    const bool one_more = std::get<1>(decided) != code && after.find(d.from.kind, code).known();
    if (!found.contains(decided) || found.contains(open) || one_more) check.do_not_hold.push_back(&d);
  }
  check.others_change = expected != found;
  for (const EntityKind kind : {EntityKind::product, EntityKind::process, EntityKind::application})
    check.others_change = check.others_change || before.count(kind) != after.count(kind);
  return check;
}

}  // namespace keuzekaart
