#include <algorithm>
#include <array>
#include <map>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/crossing.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// What a partner is asked for in one state.
struct InState {
  std::vector<AgreementNeed> needs;
  Refs handovers;

  bool lacks() const {
    return std::ranges::any_of(needs, [](const AgreementNeed& need) { return !need.is_met(); });
  }
};

struct Partner {
  EntityRef party;
  std::map<State, InState> states;
  Refs agreements;
  bool personal_data = false;

  bool lacks() const {
    return std::ranges::any_of(states, [](const auto& entry) { return entry.second.lacks(); });
  }
};

class Partners {
 public:
  explicit Partners(const AnalysisContext& context)
      : context_(context),
        m_(context.model()),
        labels_(context.labels()),
        maker_(context.tables, "analyse-agreements") {}

  Table run() {
    for (const State state : asked_states(context_))
      for (const AgreementNeed& need : agreement_needs(m_, state))
        if (asked_for(need)) count(need, state);
    std::vector<Partner*> order;
    for (auto& [ref, partner] : partners_) order.push_back(&partner);
    std::ranges::stable_sort(order, [&](const Partner* a, const Partner* b) {
      if (a->lacks() != b->lacks()) return a->lacks();
      return reads_before(name_of(m_.party(a->party)), name_of(m_.party(b->party)));
    });
    maker_.column("partij", 28);
    for (const State state : asked_states(context_))
      maker_.column(state == State::ist ? "geldig-ist" : "geldig-soll", 14);
    maker_.column("aantal-overdrachten", 12);
    maker_.column("persoonsgegevens", 10);
    maker_.column("eerste-einddatum", 12);
    maker_.column("gepubliceerd", 12);
    maker_.column("zonder-afspraak", 44);
    maker_.column("afspraken", 36);
    maker_.column("partijsoort", 20);
    maker_.column("code", 16);
    maker_.print_up_to("zonder-afspraak");
    for (const Partner* partner : order) add(*partner);
    const auto lacking = static_cast<std::size_t>(std::ranges::count_if(order, &Partner::lacks));
    const std::string key = std::string("tabel.analyse-agreements.titel").append(title_suffix(context_));
    if (order.empty()) return maker_.finish("tabel.analyse-agreements.titel-leeg", {});
    return maker_.finish(key, {count_text(labels_, lacking), count_text(labels_, order.size())});
  }

 private:
  bool asked_for(const AgreementNeed& need) const {
    if (in_scope(context_, m_.process(need.process))) return true;
    return need.handover.known() && in_scope(context_, m_.process(m_.handovers[need.handover.index].to));
  }

  /// Everyone but the municipality is a partner; among municipalities all are.
  void count(const AgreementNeed& need, State state) {
    const bool among_municipalities = std::ranges::all_of(
        need.organisations, [&](EntityRef organisation) { return is_municipality(m_, organisation); });
    std::vector<EntityRef> partners;
    for (const EntityRef party : need.organisations)
      if (among_municipalities || !is_municipality(m_, party)) partners.push_back(party);
    const auto is_party = [&](EntityRef partner) { return is_party_to(partner, need.agreement); };
    const bool is_theirs = need.agreement.known() && std::ranges::any_of(partners, is_party);
    for (const EntityRef party : partners) {
      Partner& partner = partners_[party];
      partner.party = party;
      InState& in = partner.states[state];
      if (!need.handover.known()) {
        partner.personal_data = partner.personal_data || m_.process(need.process).personal_data == YesNo::yes;
      } else if (takes_part(party, need, state)) {
        in.handovers.push_back(need.handover);
        sort_unique(in.handovers);
        partner.personal_data = partner.personal_data || m_.handovers[need.handover.index].personal_data == YesNo::yes;
      }
      for (const EntityRef agreement : need.about) add_agreement(partner, agreement);
      if (need.agreement.known()) add_agreement(partner, need.agreement);
      // What rests on an agreement says something of those whose agreement it is.
      if (!is_theirs || is_party(party)) in.needs.push_back(need);
    }
  }

  /// Of several executors on one side of a handover those take part whose agreement it rests on; all, when it is of
  /// none of them.
  bool takes_part(EntityRef partner, const AgreementNeed& need, State state) const {
    if (!need.agreement.known() || is_party_to(partner, need.agreement)) return true;
    const Handover& handover = m_.handovers[need.handover.index];
    return std::ranges::any_of(std::array{handover.from, handover.to}, [&](EntityRef end) {
      const Refs side = executing_organisations(m_, end, state);
      return std::ranges::find(side, partner) != side.end() &&
             std::ranges::none_of(side, [&](EntityRef other) { return is_party_to(other, need.agreement); });
    });
  }

  bool is_party_to(EntityRef organisation, EntityRef agreement) const {
    return agreement.known() && std::ranges::any_of(m_.agreements[agreement.index].parties, [&](EntityRef party) {
             return organisation_of(m_, party) == organisation;
           });
  }

  /// What others agreed is no agreement of this partner.
  void add_agreement(Partner& partner, EntityRef agreement) const {
    if (!is_party_to(partner.party, agreement)) return;
    partner.agreements.push_back(agreement);
    sort_unique(partner.agreements);
  }

  /// The worst of what the needs lean on.
  Cell verdict(const InState& in, const Trace& where) const {
    if (in.needs.empty()) return Cell::text(labels_.get("geldigheid.binnen"), where);
    const AgreementNeed* worst = &in.needs.front();
    const auto weight = [](const AgreementNeed& need) {
      if (!need.agreement.known()) return 0;
      return need.is_met() ? 2 : 1;
    };
    Gathered looked;
    looked.look_at(where);
    for (const AgreementNeed& need : in.needs) {
      if (weight(need) < weight(*worst)) worst = &need;
      if (need.agreement.known()) looked.look_at(trace_of(m_.entity(need.agreement)));
    }
    const Trace trace = looked.trace(where);
    if (!worst->agreement.known()) return Cell::text(labels_.get("geldigheid.ontbreekt"), trace, CellMark::gap);
    return Cell::text(labels_.get(label_key(worst->validity)), trace,
                      worst->is_met() ? CellMark::plain : CellMark::warning);
  }

  void add(const Partner& partner) {
    const Party& party = m_.party(partner.party);
    const Trace where = trace_of(party);
    Row& row = maker_.row(std::string(party.code.value));
    row.cells.push_back(read_cell(party.name, where));
    Gathered handovers;
    for (const State state : asked_states(context_)) {
      const auto found = partner.states.find(state);
      const InState in = found == partner.states.end() ? InState() : found->second;
      row.cells.push_back(verdict(in, where));
      for (const EntityRef ref : in.handovers)
        handovers.add(std::string(m_.entity(ref).code.value), trace_of(m_.entity(ref)));
    }
    row.cells.push_back(handovers.count_cell(where));
    row.cells.push_back(Cell::text(label_of(labels_, partner.personal_data ? YesNo::yes : YesNo::no), where));
    Gathered names;
    Gathered published;
    const Text* first_end = nullptr;
    for (const EntityRef ref : partner.agreements) {
      const Agreement& agreement = m_.agreements[ref.index];
      names.add(name_of(agreement), trace_of(agreement));
      const std::string word = label_of(labels_, agreement.published);
      published.add(word.empty() ? labels_.get("analyse.niet-gezegd") : word, trace_of(agreement));
      if (agreement.valid_to.empty()) continue;
      if (first_end == nullptr || agreement.valid_to.value < first_end->value) first_end = &agreement.valid_to;
    }
    row.cells.push_back(first_end == nullptr ? Cell::empty(names.trace(where)) : date_cell(*first_end, where));
    row.cells.push_back(published.cell(where));
    row.cells.push_back(lacking(partner, where));
    row.cells.push_back(names.cell(where));
    row.cells.push_back(Cell::text(label_of(labels_, party.kind), where));
    row.cells.push_back(read_cell(party.code, where));
  }

  /// The handovers and processes that nothing valid lies under, each with its states.
  Cell lacking(const Partner& partner, const Trace& where) const {
    std::map<EntityRef, States> without;
    for (const auto& [state, in] : partner.states)
      for (const AgreementNeed& need : in.needs)
        if (!need.is_met()) {
          States& states = without[need.handover.known() ? need.handover : need.process];
          states = states.with(state);
        }
    Gathered gathered;
    for (const auto& [ref, states] : without)
      gathered.add(labels_.fill("analyse.in-toestand", {name_of(m_.entity(ref)), states_text(labels_, states)}),
                   trace_of(m_.entity(ref)));
    return gathered.cell(where, gathered.empty() ? CellMark::plain : CellMark::warning);
  }

  const AnalysisContext& context_;
  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  std::map<EntityRef, Partner> partners_;
};

}  // namespace

Table agreements_analysis(const AnalysisContext& context) { return Partners(context).run(); }

}  // namespace keuzekaart
