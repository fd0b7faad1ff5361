#include "importers/catalogue/read_entries.hpp"

#include <algorithm>
#include <charconv>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::catalogue {

namespace {

using grammar::RecordReader;

Bilingual languages(const RecordReader& r) { return {r.child_text("nl"), r.child_text("en")}; }

Bilingual bilingual(const RecordReader& r, std::string_view child) {
  Bilingual found;
  r.each(child, [&](const RecordReader& text) {
    if (found.empty()) found = languages(text);
  });
  return found;
}

bool says_yes(const RecordReader& r, const char* attribute) {
  return r.word(attribute, YesNo::unset).value == YesNo::yes;
}

/// A statement says itself where it comes from, or as its entry does.
Statement statement(const RecordReader& r, StatementKind kind, const CatalogueEntry& entry) {
  Statement out;
  out.place = r.place();
  out.kind = kind;
  out.text = languages(r);
  out.area = r.text("aspect");
  out.functions = r.list("functies");
  out.source = r.text("bron");
  if (out.source.empty()) out.source = entry.source;
  out.basis = r.word("basis", entry.basis).value;
  return out;
}

template <class Entry>
Entry entry(const RecordReader& r, EntryKind kind) {
  Entry out;
  out.kind = kind;
  out.place = r.place();
  out.id = r.text("id");
  out.name = bilingual(r, "naam");
  out.also_known_as = bilingual(r, "ook-genoemd");
  out.source = r.text("bron");
  out.basis = r.word("basis", kind == EntryKind::source ? Basis::source : Basis::own).value;
  out.description_basis = out.basis;
  r.each("omschrijving", [&](const RecordReader& text) {
    if (!out.description.empty()) return;
    out.description = languages(text);
    out.description_basis = text.word("basis", out.basis).value;
  });
  out.traits_basis = r.word("kenmerken", out.basis).value;
  r.each_child([&](const RecordReader& child) {
    if (const auto said = value_of<StatementKind>(child.name())) out.statements.push_back(statement(child, *said, out));
  });
  return out;
}

std::vector<GemmaReference> gemma(const RecordReader& r) {
  std::vector<GemmaReference> out;
  r.each("gemma", [&](const RecordReader& g) {
    out.push_back({g.place(), g.word("soort", GemmaKind::function).value, g.text("naam"), g.text("object-id"),
                   g.word("basis", Basis::derived).value});
  });
  return out;
}

void listed_twice(const Text& what, const CatalogueEntry& entry, Diagnostics& diagnostics) {
  diagnostics.report(Code::K709, what.place, {std::string(what.value), std::string(entry.id.value)});
}

void read_archetype(const RecordReader& r, Archetype& out, Diagnostics& diagnostics) {
  out.series = bilingual(r, "reeks");
  out.domains = r.list("domeinen");
  out.scope = r.word("bereik", ArchetypeScope::unset).value;
  out.access_holder = r.word("toegang", Holder::unset).value;
  out.predecessors = r.list("vanuit");
  r.each("prioriteit", [&](const RecordReader& p) {
    const Text function = p.text("functie");
    const auto same = [&](const ArchetypePriority& known) { return known.function.value == function.value; };
    if (std::ranges::any_of(out.priorities, same)) return listed_twice(function, out, diagnostics);
    out.priorities.push_back({p.place(), function, p.word("waarde", FunctionPriority::not_mentioned).value,
                              p.word("basis", out.basis).value});
  });
}

void read_effects(const RecordReader& r, CooperationModel& out, Diagnostics& diagnostics) {
  r.each("rolvervulling", [&](const RecordReader& e) {
    const Text word = e.text("rol");
    const std::optional<Role> role = value_of<Role>(word.value);
    if (!role) return;
    if (std::ranges::count(out.effects, *role, &RoleEffect::role) > 0) return listed_twice(word, out, diagnostics);
    out.effects.push_back({e.place(), *role, e.word("door", Holder::unset).value});
  });
}

int number(const Text& digits) {
  int value = 0;
  std::from_chars(digits.value.data(), digits.value.data() + digits.value.size(), value);
  return value;
}

/// Reads every `child` of the section `section` with `read`, which is given the entry that all have and what is its
/// own.
template <class Entry, class Read>
void section(const RecordReader& root, Merge& merge, std::vector<Entry>& list, std::string_view section_name,
             std::string_view child, EntryKind kind, const Read& read) {
  root.each(section_name, [&](const RecordReader& s) {
    s.each(child, [&](const RecordReader& r) {
      Entry out = entry<Entry>(r, kind);
      read(r, out);
      merge.put(list, std::move(out));
    });
  });
}

void read_method(const RecordReader& root, Merge& merge) {
  Catalogue& c = merge.into();
  section(root, merge, c.sources, "bronnen", "bron", EntryKind::source, [](const RecordReader& r, CatalogueSource& e) {
    e.author = r.text("auteur");
    e.year = r.text("jaar");
  });
  section(root, merge, c.areas, "aspectgebieden", "aspectgebied", EntryKind::aspect_area,
          [](const RecordReader&, AspectArea&) {});
  section(root, merge, c.steps, "stappen", "stap", EntryKind::step,
          [](const RecordReader& r, Step& e) { e.product = bilingual(r, "resultaat"); });
  section(root, merge, c.functions, "functies", "functie", EntryKind::function,
          [](const RecordReader& r, CatalogueFunction& e) {
            e.access = says_yes(r, "toegang");
            e.gemma = gemma(r);
            r.each("eis", [&](const RecordReader& chapter) { e.requirements.push_back(chapter.text("naam")); });
          });
  section(root, merge, c.directing_functions, "sturende-functies", "sturende-functie", EntryKind::directing_function,
          [](const RecordReader& r, DirectingFunction& e) { e.gemma = gemma(r); });
}

void read_models(const RecordReader& root, Merge& merge) {
  Catalogue& c = merge.into();
  section(root, merge, c.organisation_models, "organisatiemodellen", "organisatiemodel", EntryKind::organisation_model,
          [](const RecordReader& r, OrganisationModel& e) {
            e.variant_of = r.text("variant-van");
            e.front_office = says_yes(r, "frontoffice");
            e.period = bilingual(r, "periode");
            e.process_owner = bilingual(r, "proceseigenaar");
            e.chain_effect = bilingual(r, "keteneffect");
          });
  section(root, merge, c.routes, "routes", "route", EntryKind::route, [](const RecordReader& r, Route& e) {
    e.driver = r.word("aandrijving", RouteDriver::unset).value;
    e.back_office = r.word("backoffice", BackOfficeChange::unset).value;
    e.intervention_points = r.word("ingrijppunten", InterventionPoints::unset).value;
    e.working_methods = r.list("werkwijzen");
  });
  section(root, merge, c.working_methods, "werkwijzen", "werkwijze", EntryKind::working_method,
          [](const RecordReader& r, WorkingMethod& e) { e.counterpart = r.text("tegenhanger"); });
}

void read_cooperation(const RecordReader& root, Merge& merge) {
  Catalogue& c = merge.into();
  section(root, merge, c.municipal_roles, "gemeenterollen", "gemeenterol", EntryKind::municipal_role,
          [](const RecordReader& r, MunicipalRoleEntry& e) {
            e.role = r.word("rol", MunicipalRole::unset).value;
            e.rung = number(r.text("trede"));
            e.gemma = gemma(r);
          });
  section(root, merge, c.regie_forms, "regievormen", "regievorm", EntryKind::regie_form,
          [](const RecordReader& r, RegieFormEntry& e) {
            e.form = r.word("vorm", RegieForm::unset).value;
            e.what = r.word("wat", Say::unset).value;
            e.how = r.word("hoe", Say::unset).value;
          });
  section(root, merge, c.chain_types, "ketensoorten", "ketensoort", EntryKind::chain_type,
          [](const RecordReader& r, ChainTypeEntry& e) {
            e.type = r.word("soort", ChainType::unset).value;
            e.owners = r.word("eigenaren", OwnersExpected::unset).value;
            e.needs_goal = says_yes(r, "doel");
          });
  section(root, merge, c.service_formulas, "serviceformules", "serviceformule", EntryKind::service_formula,
          [](const RecordReader& r, ServiceFormula& e) {
            e.client_role = bilingual(r, "klantrol");
            e.meant_for = bilingual(r, "voor");
            r.each("waarde", [&](const RecordReader& value) { e.values.push_back(languages(value)); });
          });
}

}  // namespace

void read_entries(const RecordReader& root, Merge& merge, Diagnostics& diagnostics) {
  Catalogue& c = merge.into();
  read_method(root, merge);
  section(root, merge, c.archetypes, "archetypen", "archetype", EntryKind::archetype,
          [&](const RecordReader& r, Archetype& e) { read_archetype(r, e, diagnostics); });
  section(root, merge, c.cooperation_models, "samenwerkingsmodellen", "samenwerkingsmodel",
          EntryKind::cooperation_model,
          [&](const RecordReader& r, CooperationModel& e) { read_effects(r, e, diagnostics); });
  read_models(root, merge);
  read_cooperation(root, merge);
}

}  // namespace keuzekaart::catalogue
