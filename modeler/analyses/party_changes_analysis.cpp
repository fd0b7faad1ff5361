#include <algorithm>
#include <map>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

constexpr Role followed_roles[] = {Role::responsible, Role::executor, Role::director, Role::client_contact};

/// In which states a party has a role in a process.
using Processes = std::map<EntityRef, States>;

/// By name, then by code.
Refs by_name(const Model& model, const Processes& processes) {
  Refs refs;
  for (const auto& [process, states] : processes) refs.push_back(process);
  std::ranges::stable_sort(refs, [&](EntityRef a, EntityRef b) {
    return reads_before(name_of(model.process(a)), name_of(model.process(b)));
  });
  return refs;
}

}  // namespace

Table party_changes_analysis(const AnalysisContext& context) {
  TableMaker maker(context.tables, "analyse-parties");
  const Model& model = context.model();
  const Labels& labels = context.labels();
  maker.column("partij", 28);
  maker.column("rol", 16);
  maker.column("krijgt-erbij", 44);
  maker.column("raakt-kwijt", 44);
  maker.column("houdt", 44);
  maker.column("code", 16);
  maker.print_up_to("houdt");

  // What a process takes over from its whole counts at the whole.
  std::map<std::pair<EntityRef, Role>, Processes> by_party;
  for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
    const EntityRef process{EntityKind::process, i};
    if (!is_in_map(model, process) || !in_scope(context, model.process(process))) continue;
    for (const RoleAssignment& r : model.roles_of(process)) {
      if (std::ranges::find(followed_roles, r.role) == std::end(followed_roles)) continue;
      States& states = by_party[{r.party, r.role}][process];
      for (const State state : {State::ist, State::soll})
        if (r.states.has(state) && exists(model, process, state)) states = states.with(state);
    }
  }
  Refs parties;
  for (const auto& [key, processes] : by_party) parties.push_back(key.first);
  sort_unique(parties);
  std::ranges::stable_sort(parties, [&](EntityRef a, EntityRef b) {
    return reads_before(name_of(model.party(a)), name_of(model.party(b)));
  });

  std::size_t changed = 0;
  for (const EntityRef ref : parties) {
    const Party& party = model.party(ref);
    const Trace where = trace_of(party);
    bool counted = false;
    for (const Role role : followed_roles) {
      const auto found = by_party.find({ref, role});
      if (found == by_party.end()) continue;
      Gathered gained, lost, kept;
      for (const EntityRef process : by_name(model, found->second)) {
        const States states = found->second.at(process);
        const bool now = states.has(State::ist);
        const bool later = states.has(State::soll);
        if (!now && !later) continue;
        Gathered& list = now && later ? kept : now ? lost : gained;
        list.add(name_of(model.process(process)), trace_of(model.process(process)));
      }
      if (gained.empty() && lost.empty()) continue;
      if (!counted) ++changed;
      counted = true;
      Row& row = maker.row(std::string(party.code.value) + ":" + std::string(word_of(role)));
      row.cells.push_back(read_cell(party.name, where));
      row.cells.push_back(Cell::text(label_of(labels, role), where));
      row.cells.push_back(gained.cell(where, gained.empty() ? CellMark::plain : CellMark::added));
      row.cells.push_back(lost.cell(where, lost.empty() ? CellMark::plain : CellMark::ended));
      row.cells.push_back(kept.cell(where));
      row.cells.push_back(read_cell(party.code, where));
    }
  }
  return maker.finish(changed == 0 ? "tabel.analyse-parties.titel-leeg" : "tabel.analyse-parties.titel",
                      {count_text(labels, changed), count_text(labels, parties.size())});
}

}  // namespace keuzekaart
