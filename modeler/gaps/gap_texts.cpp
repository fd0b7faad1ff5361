#include "modeler/gaps/gap_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/records/date_text.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

std::string joined_names(const Model& model, const Refs& refs) {
  std::string out;
  for (const EntityRef ref : refs) out += (out.empty() ? "" : "; ") + name_of(model.entity(ref));
  return out;
}

/// "F09 Regievoering"; of a directing function, which has no code, its name.
std::string function_name(const TableContext& context, const std::string& function) {
  if (context.model.catalogue == nullptr) return function;
  for (const DirectingFunction& directing : context.model.catalogue->directing_functions)
    if (directing.name.nl.value == function) return std::string(directing.name.in(context.labels.language()).value);
  return value_name(context, function);
}

/// "Perspectiefplan (e-mail)"; with what else it says when that is what differs: "Profiel (gesprek, deeldienst, DVO)".
std::string handover_text(const TableContext& context, EntityRef ref, bool in_full) {
  const Handover& handover = context.model.handovers[ref.index];
  std::string said = label_of(context.labels, handover.form);
  const auto add = [&said](const std::string& more) {
    if (!more.empty()) said += (said.empty() ? "" : ", ") + more;
  };
  if (in_full) {
    add(label_of(context.labels, handover.kind));
    add(std::string(handover.standard.value));
    if (handover.agreement.known()) add(name_of(context.model.entity(handover.agreement)));
  }
  return said.empty() ? name_of(handover) : fmt::format("{} ({})", name_of(handover), said);
}

/// The handovers on one side of a gap; `others` are on the other side.
std::string handover_texts(const TableContext& context, const Refs& refs, const Refs& others) {
  const bool alike = refs.size() == 1 && others.size() == 1 &&
                     handover_text(context, refs.front(), false) == handover_text(context, others.front(), false);
  std::string out;
  for (const EntityRef ref : refs) out += (out.empty() ? "" : "; ") + handover_text(context, ref, alike);
  return out;
}

/// What the agreement is worth now, with its end when it has one.
std::string agreement_text(const TableContext& context, const Gap& gap, State state) {
  const Labels& labels = context.labels;
  if (gap.element.kind != EntityKind::agreement) return labels.get("geldigheid.ontbreekt");
  const Agreement& agreement = context.model.agreements[gap.element.index];
  const std::string validity = labels.get(label_key(validity_on(agreement, day_of(context.model, state))));
  if (agreement.valid_to.empty()) return validity;
  return labels.fill("verschil.tot", {validity, readable_date(labels, agreement.valid_to.value)});
}

bool is_agreement(GapKind kind) {
  return kind == GapKind::agreement_new || kind == GapKind::agreement_ends || kind == GapKind::agreement_renew;
}

/// Who executes a process that comes or goes.
std::string executors(const TableContext& context, EntityRef process, State state) {
  const std::string names = parties_of(context.model, process, Role::executor, state).joined();
  return names.empty() ? context.labels.get("verschil.zonder-uitvoerder")
                       : context.labels.fill("verschil.uitvoerder", {names});
}

}  // namespace

CellMark mark_of(GapKind kind) {
  switch (kind) {
    case GapKind::process_new:
    case GapKind::handover_new:
    case GapKind::agreement_new:
    case GapKind::function_new:
      return CellMark::added;
    case GapKind::process_ends:
    case GapKind::handover_ends:
    case GapKind::agreement_ends:
    case GapKind::function_ends:
      return CellMark::ended;
    default:
      return CellMark::changed;
  }
}

std::string gap_kind_text(const Labels& labels, const Gap& gap, EntityRef project) {
  if (gap.kind == GapKind::own) return std::string(gap.said_kind.value);
  const auto said = std::ranges::find(gap.said_kinds, project, &SaidKind::project);
  return labels.get(fmt::format("verschilsoort.{}", word_of(said == gap.said_kinds.end() ? gap.kind : said->kind)));
}

std::string moment_text(const Labels& labels, State moment) {
  if (moment == State::soll) return labels.get("tabel.toestand.soll");
  return state_names(States::only(moment));
}

std::string gap_subject(const TableContext& context, const Gap& gap) {
  const Model& model = context.model;
  if (!gap.element.known()) return function_name(context, gap.function);
  const Entity& entity = model.entity(gap.element);
  if (gap.element.kind == EntityKind::handover) {
    const Handover& handover = model.handovers[gap.element.index];
    if (!handover.from.known() || !handover.to.known()) return name_of(handover);
    return context.labels.fill("analyse.van-naar",
                               {name_of(model.process(handover.from)), name_of(model.process(handover.to))});
  }
  if (gap.element.kind == EntityKind::party && is_agreement(gap.kind))
    return context.labels.fill("verschil.afspraak-met", {joined_names(model, gap.parties)});
  return name_of(entity);
}

std::string gap_before(const TableContext& context, const Gap& gap) {
  const Labels& labels = context.labels;
  if (!gap.compared) return {};
  switch (gap.kind) {
    case GapKind::process_new:
      return labels.get("tabel.nog-niet");
    case GapKind::process_ends:
      return executors(context, gap.element, State::ist);
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      return gap.before.empty() ? labels.get("tabel.nog-niet") : handover_texts(context, gap.before, gap.after);
    case GapKind::agreement_new:
    case GapKind::agreement_ends:
    case GapKind::agreement_renew:
      return agreement_text(context, gap, State::ist);
    case GapKind::function_new:
      return labels.get("tabel.geen-proces");
    case GapKind::function_ends:
      return joined_names(context.model, gap.processes);
    default:
      break;
  }
  if (gap.kind == GapKind::application && gap.before.empty()) return labels.get("verschil.geen");
  return gap.before.empty() ? labels.get("verschil.niemand") : joined_names(context.model, gap.before);
}

std::string gap_after(const TableContext& context, const Gap& gap) {
  const Labels& labels = context.labels;
  if (!gap.compared) return {};
  switch (gap.kind) {
    case GapKind::process_new:
      return executors(context, gap.element, State::soll);
    case GapKind::process_ends:
      return labels.get("tabel.niet-meer");
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      return gap.after.empty() ? labels.get("verschil.vervalt") : handover_texts(context, gap.after, gap.before);
    case GapKind::agreement_new:
    case GapKind::agreement_renew: {
      if (!gap.after.empty()) return labels.fill("verschil.eronder", {joined_names(context.model, gap.after)});
      const std::string_view day = day_of(context.model, State::soll);
      return day.empty() ? labels.get("geldigheid.geldig")
                         : labels.fill("verschil.geldig-op", {readable_date(labels, day)});
    }
    case GapKind::agreement_ends:
      return labels.get("verschil.niet-meer-nodig");
    case GapKind::function_new:
      return gap.on_no_process ? labels.get("verschil.inrichten") : joined_names(context.model, gap.processes);
    case GapKind::function_ends:
      return labels.get("verschil.vervalt");
    default:
      break;
  }
  if (gap.kind == GapKind::application && gap.after.empty()) return labels.get("verschil.geen");
  // The process goes on: somebody has to be found still.
  if (gap.kind == GapKind::executor && gap.after.empty()) return labels.get("tabel.geen-uitvoerder");
  if (gap.kind == GapKind::owner && gap.after.empty()) return labels.get("tabel.geen-eigenaar");
  return gap.after.empty() ? labels.get("tabel.niemand") : joined_names(context.model, gap.after);
}

std::string gap_sentence(const TableContext& context, const Gap& gap, EntityRef project) {
  const std::string subject = gap_subject(context, gap);
  const std::string kind = gap_kind_text(context.labels, gap, project);
  if (!gap.compared) return context.labels.fill("verschil.zin-kort", {subject, kind});
  return context.labels.fill("verschil.zin", {subject, kind, gap_before(context, gap), gap_after(context, gap)});
}

}  // namespace keuzekaart
