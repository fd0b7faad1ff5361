#include "modeler/what_if/what_if_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "modeler/analyses/function_support.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/gap_texts.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// One of the two maps with everything that follows from it.
struct Side {
  const Supposed& supposed;
  const Model& model;
  std::vector<Finding> findings;
  std::vector<Gap> gaps;
  World world;
  TableContext context;

  Side(const Supposed& s, const Sources& sources, const Labels& labels)
      : supposed(s),
        model(s.model),
        findings(find_all(s.model)),
        gaps(derive_gaps(s.model, findings)),
        world(s.model),
        context{s.model, sources, labels, findings} {}

  /// The names of parties or applications, sorted as a reader expects.
  std::string names(const Refs& refs) const {
    std::vector<std::string> all;
    for (const EntityRef ref : refs) all.emplace_back(model.entity(ref).name.value);
    std::ranges::sort(all, reads_before);
    return fmt::format("{}", fmt::join(all, "; "));
  }
  bool names_executor(EntityRef process) const {
    return std::ranges::any_of(model.roles_of(process), [](const RoleAssignment& role) {
      return role.role == Role::executor && role.states.has(State::soll);
    });
  }
  const Assumption* assumption(EntityRef process) const {
    const auto found = std::ranges::find(supposed.assumptions, process, &Assumption::process);
    return found == supposed.assumptions.end() ? nullptr : &*found;
  }
};

class WhatIfTable {
 public:
  WhatIfTable(const Sources& sources, const Labels& labels, EntityRef scope, const Supposed& base,
              const Supposed& other)
      : labels_(labels),
        scope_(scope),
        base_(base, sources, labels),
        other_(other, sources, labels),
        maker_(base_.context, "wat-als") {
    maker_.column("wat-als-soort", 14);
    maker_.column("wat-als-wat", 38);
    maker_.column("wat-als-eerst", 40).heading = name_of(base);
    maker_.column("wat-als-dan", 40).heading = name_of(other);
    maker_.column("wat-als-toelichting", 44);
  }

  Table run() {
    assumptions_of_both();
    executors();
    agreements();
    functions();
    applications();
    projects();
    findings();
    const std::string scope = scope_.known() ? std::string(base_.model.entity(scope_).name.value) : base_.model.title();
    const auto count = [&](const char* kind) { return count_text(labels_, counts_[kind]); };
    explain();
    if (rows_ == 0) return maker_.finish("tabel.wat-als.titel-niets", {name_of(other_.supposed), scope});
    return maker_.finish("tabel.wat-als.titel",
                         {name_of(other_.supposed), name_of(base_.supposed), scope, count("uitvoerder"),
                          count("afspraak"), count("functie"), count("applicatie"), count("erbij"), count("vervalt")});
  }

 private:
  std::string name_of(const Supposed& side) const {
    if (side.archetype == nullptr) return labels_.get("wat-als.geen-archetype");
    const std::string name =
        fmt::format("{} {}", side.archetype->id.value, side.archetype->name.in(labels_.language()).value);
    return side.chosen ? labels_.fill("wat-als.gekozen", {name}) : name;
  }

  /// Which product groups keep a choice of their own.
  void explain() {
    const Supposed& supposed = other_.supposed.chosen ? base_.supposed : other_.supposed;
    std::string kept;
    for (const EntityRef choice : supposed.kept) {
      const Choice& c = supposed.model.choices[choice.index];
      kept += fmt::format("{}{} ({})", kept.empty() ? "" : ", ", supposed.model.entity(c.scope).name.value,
                          c.record->value.value);
    }
    if (!kept.empty()) maker_.explain("tabel.wat-als.uitleg-eigen", {kept});
  }

  void row(const std::string& kind, std::string_view code, const std::string& what, const std::string& before,
           const std::string& after, const std::string& why, const Trace& trace, CellMark mark = CellMark::changed) {
    ++rows_;
    ++counts_[kind];
    Row& made = maker_.row(fmt::format("{}:{}", kind, code));
    made.cells.push_back(Cell::text(labels_.get("wat-als.soort." + kind), trace));
    made.cells.push_back(Cell::text(what, trace));
    for (const std::string* value : {&before, &after})
      made.cells.push_back(value->empty() ? Cell::empty(trace) : Cell::text(*value, trace, mark));
    made.cells.push_back(why.empty() ? Cell::empty(trace) : Cell::text(why, trace));
  }

  /// The product groups that keep a choice of their own: "Werk en inkomen".
  static std::string kept_groups(const Supposed& supposed) {
    std::vector<std::string> names;
    for (const EntityRef choice : supposed.kept)
      names.emplace_back(supposed.model.entity(supposed.model.choices[choice.index].scope).name.value);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  std::string reason(const Side& side, const Assumption& assumed) const {
    static constexpr std::string_view words[] = {"niemand-genoemd", "naar-gemeente", "elders", "een-toegang"};
    const std::string before = assumed.before.empty() ? labels_.get("wat-als.niemand") : side.names(assumed.before);
    if (assumed.reason == AssumptionReason::one_access && !side.supposed.kept.empty())
      return labels_.fill("wat-als.aanname.een-toegang-behalve", {before, kept_groups(side.supposed)});
    return labels_.fill(fmt::format("wat-als.aanname.{}", words[static_cast<std::size_t>(assumed.reason)]), {before});
  }

  /// What those who no longer carry the process out still do in it by the map: directing, deciding, client contact.
  std::string staying(const Side& side, const Assumption& assumed) const {
    std::string text;
    for (const EntityRef party : assumed.before) {
      std::vector<Mention> roles;
      for (const Role role : {Role::director, Role::decider, Role::client_contact})
        if (party != assumed.after &&
            std::ranges::binary_search(parties_in(side.model, assumed.process, role, State::soll), party))
          roles.push_back({fmt::format("rol.{}", word_of(role)), {}, true});
      if (!roles.empty())
        text += " " + labels_.fill("wat-als.rol-blijft", {side.names({party}), listed(roles, labels_)});
    }
    return text;
  }

  /// What both take for granted; assumptions of one of them show as its executors.
  void assumptions_of_both() {
    for (const Assumption& one : base_.supposed.assumptions) {
      const Assumption* same = other_.assumption(one.process);
      if (same == nullptr || base_.names({one.after}) != other_.names({same->after})) continue;
      const Process& p = base_.model.process(one.process);
      row("aanname", p.code.value, std::string(p.name.value), base_.names({one.after}), other_.names({same->after}),
          reason(other_, *same) + staying(other_, *same), trace_of(p), CellMark::plain);
    }
  }

  void executors() {
    for (std::uint32_t i = 0; i < base_.model.processes.size(); ++i) {
      const EntityRef process{EntityKind::process, i};
      const Process& p = base_.model.processes[i];
      if (!p.own || !exists(base_.model, process, State::soll)) continue;
      // A part whose whole says who carries it out would say the same again.
      if (!base_.names_executor(process) && !other_.names_executor(process)) continue;
      const std::string before = base_.names(parties_in(base_.model, process, Role::executor, State::soll));
      const std::string after = other_.names(parties_in(other_.model, process, Role::executor, State::soll));
      if (before == after) continue;
      std::string why;
      for (const Side* side : {&base_, &other_})
        if (const Assumption* assumed = side->assumption(process))
          why += fmt::format("{}{}", why.empty() ? "" : " ",
                             side == &base_ && other_.assumption(process) != nullptr
                                 ? fmt::format("{}: {}", side->supposed.archetype->id.value, reason(*side, *assumed))
                                 : reason(*side, *assumed));
      for (const Side* side : {&other_, &base_})  // the parties that the map has are the same for both
        if (const Assumption* assumed = side->assumption(process)) {
          why += staying(*side, *assumed);
          break;
        }
      changed_.push_back(process);
      const auto or_nobody = [&](const std::string& names) {
        return names.empty() ? labels_.get("wat-als.niemand") : names;
      };
      row("uitvoerder", p.code.value, std::string(p.name.value), or_nobody(before), or_nobody(after), why, trace_of(p));
    }
  }

  static bool is_agreement(const Gap& gap) {
    return gap.kind == GapKind::agreement_new || gap.kind == GapKind::agreement_ends ||
           gap.kind == GapKind::agreement_renew;
  }

  void agreements() {
    std::map<std::string, std::pair<const Gap*, const Gap*>> both;
    for (const Gap& gap : base_.gaps)
      if (is_agreement(gap)) both[code_of(base_.model, gap)].first = &gap;
    for (const Gap& gap : other_.gaps)
      if (is_agreement(gap)) both[code_of(other_.model, gap)].second = &gap;
    const std::string none = labels_.get("wat-als.afspraak.niet-nodig");
    for (const auto& [code, gaps] : both) {
      const auto& [before, after] = gaps;
      if (before != nullptr && after != nullptr) continue;
      const Side& side = after != nullptr ? other_ : base_;
      const Gap& gap = after != nullptr ? *after : *before;
      const std::string kind = gap_kind_text(labels_, gap);
      row("afspraak", code, gap_subject(side.context, gap), before ? kind : none, after ? kind : none,
          side.names(gap.processes), gap.trace);
    }
  }

  std::string function_text(const Side& side, const CatalogueFunction& function) const {
    const Archetype* archetype = side.supposed.archetype;
    const FunctionPriority priority =
        archetype == nullptr ? FunctionPriority::not_mentioned : priority_of(*archetype, function.id.value);
    std::string text = fmt::format("{} ({})", label_of(labels_, priority), word_of(priority));
    if (priority < FunctionPriority::not_now &&
        function_support(side.world, scope_, function.id.value, State::soll).is_missing())
      text += "; " + labels_.get("analyse.functies.ontbreekt");
    return text;
  }

  void functions() {
    for (const CatalogueFunction& function : base_.model.catalogue->functions) {
      const std::string before = function_text(base_, function), after = function_text(other_, function);
      if (before == after) continue;
      row("functie", function.id.value,
          fmt::format("{} {}", function.id.value, function.name.in(labels_.language()).value), before, after, {},
          Trace{Derivation::supposed, {}});
    }
  }

  static std::string executors_of(const Side& side, const Refs& processes) {
    Refs parties;
    for (const EntityRef process : processes)
      for (const EntityRef party : parties_in(side.model, process, Role::executor, State::soll))
        parties.push_back(party);
    sort_unique(parties);
    return side.names(parties);
  }

  /// Applications of processes that another party carries out: who then works with them?
  void applications() {
    std::map<EntityRef, Refs> touched;
    for (const EntityRef process : changed_)
      for (const EntityRef application : applications_in(base_.model, process, State::soll))
        touched[application].push_back(process);
    for (const auto& [application, processes] : touched) {
      const Entity& entity = base_.model.entity(application);
      row("applicatie", entity.code.value, std::string(entity.name.value), executors_of(base_, processes),
          executors_of(other_, processes),
          labels_.fill("wat-als.applicatie.uitvoerders", {base_.names(processes)}) + used_now(application, processes),
          trace_of(entity));
    }
  }

  /// Of an application that a process only gets later: with what the process is carried out now.
  std::string used_now(EntityRef application, const Refs& processes) const {
    Refs now;
    for (const EntityRef process : processes) {
      const Refs ist = applications_in(base_.model, process, State::ist);
      if (std::ranges::binary_search(ist, application)) continue;
      const Refs soll = applications_in(base_.model, process, State::soll);
      std::ranges::set_difference(ist, soll, std::back_inserter(now));
    }
    sort_unique(now);
    return now.empty() ? std::string() : " " + labels_.fill("wat-als.applicatie.nu", {base_.names(now)});
  }

  /// Projects of the map that were written for the executors that the map has.
  void projects() {
    std::map<EntityRef, Refs> written;
    for (const EntityRef process : changed_)
      for (const auto& [project, gap] : base_.world.differences(base_.model.entity(process).code.value))
        if (gap->kind.value == word_of(GapKind::executor)) written[project].push_back(process);
    for (const auto& [project, processes] : written) {
      const Entity& entity = base_.model.entity(project);
      row("project", entity.code.value, std::string(entity.name.value), executors_of(base_, processes),
          executors_of(other_, processes), labels_.fill("wat-als.project", {base_.names(processes)}), trace_of(entity));
    }
  }

  static std::map<std::string, const Finding*> by_key(const Side& side) {
    std::map<std::string, const Finding*> all;
    for (const Finding& finding : side.findings)
      all.emplace(fmt::format("{}:{}:{}", finding.rule, finding.key, to_string(finding.states)), &finding);
    return all;
  }

  void findings() {
    const auto before = by_key(base_), after = by_key(other_);
    std::map<std::string, std::pair<const Finding*, const Finding*>> both;
    for (const auto& [key, finding] : before) both[key].first = finding;
    for (const auto& [key, finding] : after) both[key].second = finding;
    for (const auto& [key, pair] : both) {
      if (pair.first != nullptr && pair.second != nullptr) continue;
      const bool comes = pair.second != nullptr;
      const Finding& finding = comes ? *pair.second : *pair.first;
      const std::string text = finding_text(labels_, finding);
      std::string why = labels_.get(comes ? "wat-als.bevinding.erbij" : "wat-als.bevinding.vervalt");
      if (!finding.counts())  // settled: shown, because the decision then has no use or another
        why = labels_.fill(comes ? "wat-als.bevinding.erbij-besloten" : "wat-als.bevinding.vervalt-besloten",
                           {label_of(labels_, finding.disposition)});
      row("bevinding", key, finding.rule, comes ? "" : text, comes ? text : "", why, finding.trace,
          comes ? CellMark::added : CellMark::ended);
      if (finding.counts()) ++counts_[comes ? "erbij" : "vervalt"];
    }
  }

  const Labels& labels_;
  EntityRef scope_;
  Side base_, other_;
  TableMaker maker_;
  std::vector<EntityRef> changed_;
  std::map<std::string, std::size_t> counts_;
  std::size_t rows_ = 0;
};

}  // namespace

Table what_if_table(const Sources& sources, const Labels& labels, EntityRef scope, const Supposed& base,
                    const Supposed& other) {
  return WhatIfTable(sources, labels, scope, base, other).run();
}

}  // namespace keuzekaart
