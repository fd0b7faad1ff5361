#include "importers/zgw_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "importers/json_entries.hpp"
#include "importers/json_fields.hpp"
#include "importers/step_number.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr ZgwField identification{"identificatie", "identificatie"};
constexpr ZgwField name{"omschrijving", "zaaktype_omschrijving"};
constexpr ZgwField generic_name{"omschrijvingGeneriek", "zaaktype_omschrijving_generiek"};
constexpr ZgwField purpose{"doel", "doel"};
constexpr ZgwField explanation{"toelichting", "toelichting"};
constexpr ZgwField occasion{"aanleiding", "aanleiding"};
constexpr ZgwField responsible{"verantwoordelijke", "verantwoordelijke"};
constexpr ZgwField direction{"indicatieInternOfExtern", "indicatie_intern_of_extern"};
constexpr ZgwField confidentiality{"vertrouwelijkheidaanduiding", "vertrouwelijkheidaanduiding"};
constexpr ZgwField lead_time{"doorlooptijd", "doorlooptijd_behandeling"};
constexpr ZgwField valid_from{"beginGeldigheid", "datum_begin_geldigheid"};
constexpr ZgwField valid_to{"eindeGeldigheid", "datum_einde_geldigheid"};
constexpr ZgwField draft{"concept", "concept"};
constexpr ZgwField process_type{"selectielijstProcestype", "selectielijst_procestype"};
constexpr ZgwField products{"productenOfDiensten", "producten_of_diensten"};
constexpr ZgwField accountability{"verantwoordingsrelatie", "verantwoordingsrelatie"};
constexpr ZgwField sub_types{"deelzaaktypen", "deelzaaktypen"};
constexpr ZgwField related{"gerelateerdeZaaktypen", ""};
constexpr ZgwField case_type_of{"zaaktype", "zaaktype"};
constexpr ZgwField other_case_type{"zaaktype", "gerelateerd_zaaktype"};
constexpr ZgwField step_name{"omschrijving", "statustype_omschrijving"};
constexpr ZgwField sequence{"volgnummer", "statustypevolgnummer"};
constexpr ZgwField step_lead_time{"doorlooptijd", "doorlooptijd"};
constexpr ZgwField part_name{"omschrijving", "omschrijving"};
constexpr ZgwField result_class{"selectielijstklasse", "selectielijstklasse"};
constexpr ZgwField nomination{"archiefnominatie", "archiefnominatie"};
constexpr ZgwField keeping_term{"archiefactietermijn", "archiefactietermijn"};

/// The parts of a case type: what they are called in the plural, and where the case type lists them.
struct PartKind {
  ZgwKind kind;
  std::string_view plural;
};
constexpr PartKind part_kinds[] = {
    {ZgwKind::status_type, "statustypen"}, {ZgwKind::role_type, "roltypen"}, {ZgwKind::result_type, "resultaattypen"}};

bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  for (std::size_t i = 0; i < form.size(); ++i)
    if (i >= text.size() || (form[i] == '-') != (text[i] == '-') ||
        (form[i] == '0' && (text[i] < '0' || text[i] > '9')))
      return false;
  return text.size() == form.size() || text[form.size()] == 'T';
}

}  // namespace

bool ZgwReading::take(const JsonFile& json) {
  bool any = false;
  entries_of(json).for_each([&](JsonValue entry) {
    const ZgwResource resource(entry);
    switch (resource.kind()) {
      case ZgwKind::other:
        passed_over_.add(entry);
        return;
      case ZgwKind::catalogue:
        if (catalogue_.application.empty()) catalogue_.application = value(resource, {"naam", "naam"});
        break;
      case ZgwKind::case_type:
        add_case_type(resource);
        break;
      case ZgwKind::relation:
        relations_.push_back(resource);
        break;
      default:
        parts_.push_back(resource);
        break;
    }
    any = true;
  });
  if (any) report_page(json, diagnostics_);
  return any;
}

ProcessCatalogue ZgwReading::finish() {
  catalogue_.case_types = true;
  for (CaseType& whole : case_types_) add_embedded_parts(whole);
  for (const ZgwResource& part : parts_) add_part(part);
  for (CaseType& whole : case_types_) tie(whole);
  for (const ZgwResource& relation : relations_) tie_relation(relation);
  report_left_over();
  if (!case_types_.empty()) passed_over_.report(diagnostics_);
  for (CaseType& whole : case_types_) {
    report_missing(whole);
    std::stable_sort(whole.process.steps.begin(), whole.process.steps.end(),
                     [](const CatalogueStep& a, const CatalogueStep& b) { return a.order < b.order; });
    catalogue_.processes.push_back(std::move(whole.process));
  }
  return std::move(catalogue_);
}

Text ZgwReading::value(const ZgwResource& from, ZgwField field) const {
  return text_field(from[field], pool_, diagnostics_);
}

JsonValue ZgwReading::list(const ZgwResource& from, ZgwField field) const {
  return from.dumped() ? from[field] : list_field(from[field], diagnostics_);
}

/// The texts of a list. A dump holds a list of texts as one text: "[\"a\", \"b\"]".
std::vector<Text> ZgwReading::texts(const ZgwResource& from, ZgwField field) const {
  const Text written = from.dumped() ? from[field].text() : Text{};
  if (written.empty()) return text_list(from[field], pool_, diagnostics_);
  const JsonFile inside = json_head(written.value, pool_);
  std::vector<Text> all = text_list(inside.root(), pool_, diagnostics_);
  for (Text& text : all) text.place = written.place;
  return all;
}

Text ZgwReading::date(const ZgwResource& from, ZgwField field) const {
  const Text text = value(from, field);
  if (text.empty()) return text;
  if (is_date(text.value)) return {text.value.substr(0, 10), text.place};
  diagnostics_.report(Code::K653, text.place, {std::string(text.value)});
  return {};
}

void ZgwReading::add_case_type(const ZgwResource& resource) {
  CaseType made;
  made.resource = resource;
  made.process.id = value(resource, identification);
  if (made.process.id.empty()) {
    diagnostics_.report(Code::K155, resource.entry().place(), {"zaaktype", "identificatie"});
    return;
  }
  fill(made);
  for (const Text& reference : {resource.address(), resource.number()})
    if (!reference.empty()) by_reference_.emplace(reference.value, case_types_.size());
  case_types_.push_back(std::move(made));
}

void ZgwReading::fill(CaseType& into) const {
  const ZgwResource& from = into.resource;
  CatalogueProcess& process = into.process;
  process.uuid = from.address();
  process.name = value(from, name);
  process.long_name = value(from, generic_name);
  if (process.name.empty()) process.name = process.long_name.empty() ? process.id : process.long_name;
  process.description = value(from, explanation);
  if (process.description.empty()) process.description = value(from, purpose);
  process.trigger = value(from, occasion);
  process.owner = value(from, responsible);
  process.category = value(from, direction);
  process.confidentiality = value(from, confidentiality);
  process.lead_time = period_in_words(value(from, lead_time), pool_);
  process.valid_from = date(from, valid_from);
  process.valid_to = date(from, valid_to);
  process.draft = from[draft].is_true();
  process.process_type = last_part(value(from, process_type));
  process.products = texts(from, products);
  for (const Text& text : texts(from, accountability)) process.grounds.push_back({{}, text, {}});
  const JsonValue reference = from[{"referentieproces", ""}];
  const auto of_reference = [&](std::string_view field, ZgwField dumped) {
    return from.dumped() ? value(from, dumped) : on_one_line(reference[field].text(), pool_);
  };
  process.gemma_name = of_reference("naam", {"", "referentieproces_naam"});
  process.gemma_link = of_reference("link", {"", "referentieproces_link"});
}

/// Some answers hold the parts themselves where others have their addresses, or beside them (`_expand`).
void ZgwReading::add_embedded_parts(CaseType& whole) {
  const JsonValue expanded = whole.resource[{"_expand", ""}];
  for (const PartKind& kind : part_kinds)
    for (const JsonValue parts :
         {list(whole.resource, {kind.plural, ""}), list_field(expanded[kind.plural], diagnostics_)})
      for (const JsonValue item : parts.children())
        if (item.is(JsonKind::object)) add_to(whole, kind.kind, ZgwResource(item));
}

void ZgwReading::add_to(CaseType& whole, ZgwKind kind, const ZgwResource& part) {
  if (kind == ZgwKind::status_type) add_step(whole, part);
  if (kind == ZgwKind::role_type) add_role(whole, part);
  if (kind == ZgwKind::result_type) add_result(whole, part);
}

void ZgwReading::add_part(const ZgwResource& resource) {
  CaseType* const whole = case_type(value(resource, case_type_of));
  if (whole == nullptr) {
    left_over_[resource.kind()].push_back(resource.entry().place());
    return;
  }
  add_to(*whole, resource.kind(), resource);
}

void ZgwReading::add_step(CaseType& into, const ZgwResource& resource) {
  CatalogueStep step;
  step.name = value(resource, step_name);
  step.id = resource.address().empty() ? Text{step.name.value, resource.entry().place()} : resource.address();
  step.number = value(resource, sequence);
  step.order = step_order(step.number, resource.entry().place(), diagnostics_);
  step.lead_time = period_in_words(value(resource, step_lead_time), pool_);
  into.process.steps.push_back(step);
  ++into.steps;
}

void ZgwReading::add_role(CaseType& into, const ZgwResource& resource) {
  into.process.roles.push_back({resource.address(), value(resource, part_name), {}});
  ++into.roles;
}

void ZgwReading::add_result(CaseType& into, const ZgwResource& resource) {
  CatalogueResult result;
  result.name = value(resource, part_name);
  result.nomination = value(resource, nomination);
  result.term = period_in_words(value(resource, keeping_term), pool_);
  result.selection = last_part(value(resource, result_class));
  if (!result.name.empty()) into.process.results.push_back(result);
  ++into.results;
}

ZgwReading::CaseType* ZgwReading::case_type(const Text& reference) {
  const auto found = by_reference_.find(last_part(reference).value);
  return found == by_reference_.end() ? nullptr : &case_types_[found->second];
}

/// Sub case types and related ones, by identification where the files hold them.
void ZgwReading::tie(CaseType& whole) {
  std::size_t missing = 0;
  for (const Text& reference : texts(whole.resource, sub_types)) {
    const CaseType* const part = case_type(reference);
    if (part == nullptr)
      ++missing;
    else
      whole.process.parts.push_back({part->process.id.value, reference.place});
  }
  if (missing != 0)
    diagnostics_
        .report(Code::K648, list(whole.resource, sub_types).place(),
                {std::string(whole.process.id.value), fmt::format("{}", missing), "deelzaaktypen"})
        .variant = "missing";
  if (whole.resource.dumped()) return;
  for (const JsonValue item : list(whole.resource, related).children()) {
    const Text reference = item.is(JsonKind::object) ? item["zaaktype"].text() : item.text();
    const CaseType* const other = case_type(reference);
    if (!reference.empty())
      whole.process.related.push_back({other ? other->process.id.value : last_part(reference).value, reference.place});
  }
}

void ZgwReading::tie_relation(const ZgwResource& resource) {
  CaseType* const whole = case_type(value(resource, case_type_of));
  const Text reference = value(resource, other_case_type);
  if (whole == nullptr || reference.empty()) return;
  const CaseType* const other = case_type(reference);
  whole->process.related.push_back({other ? other->process.id.value : last_part(reference).value, reference.place});
}

void ZgwReading::report_missing(const CaseType& whole) const {
  const std::size_t found[] = {whole.steps, whole.roles, whole.results};
  for (std::size_t i = 0; i < std::size(part_kinds); ++i) {
    const JsonValue named = whole.resource[{part_kinds[i].plural, ""}];
    if (!named.is(JsonKind::list) || named.size() <= found[i]) continue;
    diagnostics_
        .report(Code::K648, named.place(),
                {std::string(whole.process.id.value), fmt::format("{}", named.size() - found[i]),
                 std::string(part_kinds[i].plural)})
        .variant = "missing";
  }
}

void ZgwReading::report_left_over() const {
  for (const PartKind& kind : part_kinds)
    if (const auto found = left_over_.find(kind.kind); found != left_over_.end())
      diagnostics_
          .report(Code::K648, found->second.front(),
                  {fmt::format("{}", found->second.size()), std::string(kind.plural)})
          .variant = "left-over";
}

}  // namespace keuzekaart
