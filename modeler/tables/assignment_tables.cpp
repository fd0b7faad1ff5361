#include "modeler/tables/assignment_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "modeler/choices/choices.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/gap_texts.hpp"
#include "modeler/gaps/project_scope.hpp"
#include "modeler/gaps/project_texts.hpp"
#include "modeler/records/date_text.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

enum class GapSort : std::uint8_t { process, handover, agreement, application, function, other };

GapSort sort_of(GapKind kind) {
  switch (kind) {
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      return GapSort::handover;
    case GapKind::agreement_new:
    case GapKind::agreement_ends:
    case GapKind::agreement_renew:
      return GapSort::agreement;
    case GapKind::application:
      return GapSort::application;
    case GapKind::function_new:
    case GapKind::function_ends:
      return GapSort::function;
    case GapKind::own:
      return GapSort::other;
    default:
      return GapSort::process;
  }
}

class Assignment {
 public:
  Assignment(const TableContext& context, const Plan& plan, std::size_t number)
      : context_(context),
        m_(context.model),
        labels_(context.labels),
        plan_(plan),
        project_(plan.projects[number]),
        record_(project_.own.known() ? m_.projects[project_.own.index].record : nullptr),
        scope_(scope_of(m_, plan, project_)),
        where_(project_trace(m_, plan, project_)),
        sheet_(assignment_sheet(context, plan, number)),
        maker_(context, "opdracht") {
    maker_.column("opdrachtdeel", 24);
    maker_.column("inhoud-opdracht", 60);
    maker_.column("nu", 34);
    maker_.column("straks", 34);
    maker_.column("toelichting", 44);
    maker_.column("blad", 18);
    maker_.print_up_to("toelichting");
  }

  Table run() {
    said("aanleiding", &MapProject::occasion);
    said("probleem", &MapProject::problem);
    said("doel", &MapProject::goal);
    result();
    scope_in();
    said("scope-uit", &MapProject::scope_out);
    said("opdrachtgever", &MapProject::client);
    said("leider", &MapProject::lead);
    gaps(GapSort::process, "proces", "rollen");
    touched();
    gaps(GapSort::handover, "overdracht", "overdrachten");
    gaps(GapSort::agreement, "afspraak", "afspraken");
    gaps(GapSort::application, "applicatie", "applicaties");
    gaps(GapSort::function, "functie", "processen");
    gaps(GapSort::other, "overig", "verschillen");
    dependencies();
    choices();
    findings();
    phases();
    said("kosten", &MapProject::cost);
    said("risicos", &MapProject::risks);
    Table table = maker_.finish("tabel.opdracht.titel",
                                {project_title(context_, project_), count_text(labels_, project_.gaps.size()),
                                 count_text(labels_, scope_.processes.size()), count_text(labels_, agreements_)});
    table.key = "opdracht-" + project_.code;
    table.sheet = sheet_;
    return table;
  }

 private:
  struct Line {
    std::string what;
    std::string now;
    std::string later;
    std::string note;
    std::string_view table;  ///< key of the table whose sheet has the rows
    CellMark mark = CellMark::plain;
    std::optional<Cell> value = {};  ///< in the place of `what`: a date or a number
  };

  /// A line under a heading; the heading stands on every line, so that a filter finds them.
  void add(std::string_view part, const std::string& code, const Line& line, const Trace& where) {
    Row& row = maker_.row(code.empty() ? std::string(part) : fmt::format("{}:{}", part, code));
    row.cells.push_back(Cell::text(labels_.get(fmt::format("opdracht.{}", part)), where));
    row.cells.push_back(line.value ? *line.value : Cell::text(line.what, where, line.mark));
    row.cells.push_back(line.now.empty() ? Cell::empty(where) : Cell::text(line.now, where));
    // A date that stands alone is a date.
    row.cells.push_back(line.later.empty() ? Cell::empty(where) : Cell::date(line.later, where));
    row.cells.push_back(line.note.empty() ? Cell::empty(where) : Cell::text(line.note, where));
    row.cells.push_back(line.table.empty() ? Cell::empty(where)
                                           : Cell::text(labels_.get(fmt::format("tabel.{}.blad", line.table)), where));
  }

  void fill_in(std::string_view part) {
    add(part, {}, {labels_.get("tabel.nog-invullen"), {}, {}, {}, {}, CellMark::fill_in}, where_);
  }

  void said(std::string_view part, const Text MapProject::*field) {
    if (record_ == nullptr || (record_->*field).empty()) return fill_in(part);
    const Text& text = record_->*field;
    const Trace where = Trace::read_at(text.place);
    Line line{std::string(text.value), {}, {}, {}, {}};
    if (field == &MapProject::start || field == &MapProject::end) line.value = date_cell(text, where);
    if (field == &MapProject::cost) line.value = number_cell(text, where);
    add(part, {}, line, where);
  }

  /// Without a result of the client's own: that the differences are gone, as a proposal.
  void result() {
    if (record_ != nullptr && !record_->result.empty()) return said("resultaat", &MapProject::result);
    if (project_.gaps.empty()) return fill_in("resultaat");
    const std::string_view day = m_.map ? m_.map->soll_date.value : std::string_view();
    const std::string text =
        day.empty() ? labels_.fill("opdracht.voorstel-resultaat", {count_text(labels_, project_.gaps.size())})
                    : labels_.fill("opdracht.voorstel-resultaat-op",
                                   {count_text(labels_, project_.gaps.size()), readable_date(labels_, day)});
    add("resultaat", {}, {text, {}, {}, {}, {}, CellMark::proposal}, where_);
  }

  void scope_in() {
    if (record_ != nullptr && !record_->scope_in.empty()) return said("scope-in", &MapProject::scope_in);
    if (scope_.processes.empty() && scope_.directed.empty()) return fill_in("scope-in");
    std::string names;
    for (const EntityRef ref : scope_.processes) names += (names.empty() ? "" : "; ") + name_of(m_.process(ref));
    if (!scope_.directed.empty()) names += (names.empty() ? "" : "; ") + directed();
    add("scope-in", {}, {names, {}, {}, {}, {}, CellMark::proposal}, where_);
  }

  void gaps(GapSort sort, std::string_view part, std::string_view table) {
    std::map<std::string, int> used;
    for (const std::size_t i : project_.gaps) {
      const Gap& gap = plan_.gaps[i];
      if (sort_of(gap.kind) != sort) continue;
      if (sort == GapSort::agreement) ++agreements_;
      std::string note = gap_kind_text(labels_, gap, project_.own);
      if (const std::string compared = gap_kind_text(labels_, gap); compared != note)
        note += "; " + labels_.fill("opdracht.vergelijking", {compared});
      if (!gap.effort.empty()) note += "; " + labels_.fill("opdracht.inspanning", {std::string(gap.effort.value)});
      if (!gap.risk.empty()) note += "; " + labels_.fill("opdracht.risico", {std::string(gap.risk.value)});
      if (sort == GapSort::agreement) note += "; " + labels_.fill("opdracht.met", {partners(gap)});
      if (!gap.compared) note += "; " + labels_.get("verschil.geen-verschil");
      add(part, code_of(m_, gap),
          {gap_subject(context_, gap), gap_before(context_, gap), gap_after(context_, gap), note, table,
           CellMark::plain},
          {Derivation::compared, gap.trace.places});
    }
  }

  std::string partners(const Gap& gap) const {
    std::string names;
    for (const EntityRef party : gap.parties) names += (names.empty() ? "" : ", ") + name_of(m_.party(party));
    return names;
  }

  void things(std::string_view part, const std::vector<EntityRef>& refs, std::string_view table) {
    for (const EntityRef ref : refs) {
      const Entity& entity = m_.entity(ref);
      add(part, std::string(entity.code.value), {name_of(entity), {}, {}, {}, table, CellMark::plain},
          trace_of(entity));
    }
  }

  std::string directed() const {
    return labels_.fill("opdracht.door-anderen", {count_text(labels_, scope_.directed.size())});
  }

  void touched() {
    things("product", scope_.products, "producten");
    things("geraakt-proces", scope_.processes, "processen");
    if (!scope_.directed.empty())
      add("geraakt-proces", "door-anderen", {directed(), {}, {}, {}, "processen", CellMark::plain}, where_);
    things("partij", scope_.parties, "partijen");
  }

  void dependencies() {
    std::size_t number = 0;
    for (const Dependency& dependency : project_.after)
      add("afhankelijk", fmt::format("{}", ++number),
          {dependency_text(context_, plan_, dependency), {}, {}, {}, "projecten", CellMark::plain}, where_);
    for (const std::size_t other : project_.together)
      add("afhankelijk", fmt::format("{}", ++number),
          {labels_.fill("opdracht.samen", {project_title(context_, plan_.projects[other])}),
           {},
           {},
           {},
           "projecten",
           CellMark::plain},
          where_);
    for (const std::size_t other : project_.beside)
      add("afhankelijk", fmt::format("{}", ++number),
          {labels_.fill("opdracht.sluit-aan", {project_title(context_, plan_.projects[other])}),
           {},
           {},
           {},
           "projecten",
           CellMark::plain},
          where_);
    if (number == 0) add("afhankelijk", {}, {labels_.get("opdracht.geen"), {}, {}, {}, {}, CellMark::plain}, where_);
  }

  /// The choices for later that hold where the project works.
  void choices() {
    const Choices choices(m_);
    std::set<Scope> scopes;
    for (const EntityRef process : scope_.processes) scopes.insert(choices.scope_of_process(process));
    if (scopes.empty()) scopes.insert(Scope());
    bool any = false;
    for (std::uint32_t i = 0; i < m_.choices.size(); ++i) {
      const Choice& choice = m_.choices[i];
      const EntityRef ref{EntityKind::choice, i};
      if (choice.state == State::ist || choice.record == nullptr) continue;
      if (std::ranges::none_of(scopes, [&](Scope scope) { return choices.holds_for(ref, scope); })) continue;
      any = true;
      std::string what = labels_.fill(
          "opdracht.keuze-tekst",
          {label_of(labels_, choice.dimension), choice_name(context_, ref), scope_name(context_, choice.scope)});
      if (const std::string_view area = choices.area(ref); !area.empty()) what += ", " + area_name(labels_, area);
      add("keuze", std::string(choice.code.value),
          {what, {}, {}, std::string(choice.record->rationale.value), {}, CellMark::plain}, trace_of(choice));
    }
    if (!any) add("keuze", {}, {labels_.get("opdracht.geen"), {}, {}, {}, {}, CellMark::plain}, where_);
  }

  /// The gap that follows from a finding about the map as a whole (KK02), if there is one.
  const Gap* gap_of(const Finding& finding) const {
    const auto follows = [&](const Gap& gap) { return gap.on_no_process && gap.function == finding.key; };
    const auto found = std::ranges::find_if(plan_.gaps, follows);
    return finding.rule == "KK02" && found != plan_.gaps.end() ? &*found : nullptr;
  }

  bool is_touched(const Finding& finding) const {
    // Whoever takes up what is missing has the finding; it names processes of many others.
    if (const Gap* gap = gap_of(finding))
      return std::ranges::any_of(project_.gaps, [&](std::size_t i) { return &plan_.gaps[i] == gap; });
    return std::ranges::any_of(finding.elements, [&](EntityRef ref) {
      const std::vector<EntityRef>* among = nullptr;
      if (ref.kind == EntityKind::process) among = &scope_.processes;
      if (ref.kind == EntityKind::handover) among = &scope_.handovers;
      if (ref.kind == EntityKind::agreement) among = &scope_.agreements;
      if (ref.kind == EntityKind::project) return ref == project_.own;
      return among != nullptr && std::ranges::binary_search(*among, ref);
    });
  }

  void findings() {
    std::map<std::string, int> used;
    for (const Finding& finding : context_.findings) {
      if (!finding.counts() || !is_touched(finding)) continue;
      std::string code = finding.rule;
      for (const EntityRef ref : finding.elements) code += fmt::format(":{}", m_.entity(ref).code.value);
      if (const int nth = ++used[code]; nth > 1) code += fmt::format(":{}", nth);
      std::string note = finding.rule;
      if (!finding.states.empty()) note += "; " + states_text(labels_, finding.states);
      add("bevinding", code, {finding_message(finding, labels_), {}, {}, note, "bevindingen", CellMark::warning},
          Gathered().trace(finding.trace));
    }
    if (used.empty()) add("bevinding", {}, {labels_.get("opdracht.geen"), {}, {}, {}, {}, CellMark::plain}, where_);
  }

  /// A mijlpaal or ingrijppunt of the transition plan.
  struct Point {
    const MapMilestone* said = nullptr;
    std::string_view kind;  ///< of the label "transitieplan.<kind>"
  };

  bool is_mine(const MapMilestone& point) const {
    return std::ranges::find(point.projects, record_->id.value, &Text::value) != point.projects.end();
  }
  /// A moment of the whole plan that falls in the project's time.
  bool is_passed(const MapMilestone& point) const {
    return point.projects.empty() && !point.date.empty() && !record_->start.empty() && !record_->end.empty() &&
           point.date.value >= record_->start.value && point.date.value <= record_->end.value;
  }

  /// Begin and end, and the points of the transition plan: the project's own, and those of the whole plan on the way.
  void phases() {
    said("start", &MapProject::start);
    said("einde", &MapProject::end);
    std::vector<Point> points;
    if (m_.map && m_.map->plan && record_ != nullptr) {
      const auto look_at = [&](const std::vector<MapMilestone>& all, std::string_view kind) {
        for (const MapMilestone& point : all)
          if (is_mine(point) || is_passed(point)) points.push_back({&point, kind});
      };
      look_at(m_.map->plan->intervention_points, "ingrijppunt");
      look_at(m_.map->plan->milestones, "mijlpaal");
    }
    // What has no date yet comes last.
    std::ranges::stable_sort(points, {}, [](const Point& point) {
      return point.said->date.empty() ? std::string_view("~") : point.said->date.value;
    });
    for (const auto& [point, kind] : points) {
      const bool has_date = !point->date.empty();
      const std::string what = labels_.get(fmt::format("transitieplan.{}", kind));
      add("fase", std::string(point->id.value),
          {std::string(point->name.value),
           {},
           has_date ? std::string(point->date.value) : labels_.get("transitieplan.geen-datum"),
           point->projects.empty() ? labels_.fill("transitieplan.hele-plan", {what}) : what,
           "transitieplan",
           has_date ? CellMark::plain : CellMark::warning},
          Trace::read_at(point->place));
    }
    if (points.empty()) fill_in("fase");
  }

  const TableContext& context_;
  const Model& m_;
  const Labels& labels_;
  const Plan& plan_;
  const PlannedProject& project_;
  const MapProject* record_;
  ProjectScope scope_;
  Trace where_;
  std::string sheet_;
  TableMaker maker_;
  std::size_t agreements_ = 0;
};

}  // namespace

std::vector<Table> assignment_tables(const TableContext& context) {
  const Plan plan = make_plan(context.model, context.findings);
  std::vector<Table> tables;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) tables.push_back(Assignment(context, plan, p).run());
  return tables;
}

}  // namespace keuzekaart
