// The fields of each kind of thing, in the order in which they are shown.
#include "modeler/facts/fact_collector.hpp"

namespace keuzekaart {

namespace {

/// Where the thing itself stands: the place of fields whose own place is not kept.
Trace origin_of(const Entity& entity) {
  Trace trace{Derivation::read, {}};
  for (const Origin& origin : entity.origins) trace.places.push_back(origin.place);
  return trace;
}

/// The uniform product names beside the first.
void more_uniform_names(FactCollector& c, const Product& p) {
  for (const UniformName& name : p.uniform_names) {
    if (name.uri.value == p.upl_uri.value) continue;
    c.text("upl-naam", name.name);
    c.text("upl-uri", name.uri);
  }
}

void grounds(FactCollector& c, const std::vector<LegalGround>& grounds) {
  for (const LegalGround& ground : grounds) c.text("grondslag", ground.label.empty() ? ground.uri : ground.label);
}

void domain(FactCollector& c, const Domain& d) { c.thing("onderdeel-van", d.parent, origin_of(d)); }

void group(FactCollector& c, const ProductGroup& g) {
  c.thing("domein", g.domain, origin_of(g));
  c.text("dienstverleningsformule", g.service_formula);
}

/// What the list of uniform names says of how the product is asked for, and for whom the list has it.
void uniform_kinds(FactCollector& c, const Labels& labels, const Product& p) {
  const Trace listed =
      Trace::read_at(p.upl_uri.place.known() || p.origins.empty() ? p.upl_uri.place : p.origins.back().place);
  const auto kind = [&](bool is, const char* key) {
    if (is) c.fact("upl-soort", labels.get(key), listed);
  };
  kind(p.kinds.application, "upl-soort.aanvraag");
  kind(p.kinds.subsidy, "upl-soort.subsidie");
  kind(p.kinds.notification, "upl-soort.melding");
  kind(p.kinds.obligation, "upl-soort.verplichting");
  if (!p.own && p.by_municipality) c.fact("bedoeld-voor", labels.get("partijsoort.gemeente"), listed);
}

void product(FactCollector& c, const Labels& labels, const Product& p) {
  const Trace here = origin_of(p);
  c.thing("domein", p.domain, here);
  c.thing("productgroep", p.group, here);
  c.text("upl-naam", p.upl_name);
  c.text("upl-uri", p.upl_uri);
  more_uniform_names(c, p);
  c.word("doelgroep", p.client_group, here);
  uniform_kinds(c, labels, p);
  for (const Channel channel : p.channels) c.word("kanaal", channel, here);
  c.word("digitaal", p.digital, here);
  c.word("statusinzicht", p.insight_in_status, here);
  c.word("persoonsgegevens", p.personal_data, here);
  c.word("samengesteld", p.compound, here);
  c.text("aantal-per-jaar", p.volume);
  c.texts("thema", p.themes);
  grounds(c, p.grounds);
}

void process(FactCollector& c, const Process& p) {
  const Trace here = origin_of(p);
  c.word("soort", p.kind, p.kind_trace);
  c.word("niveau", p.level, p.level_trace);
  c.text("object-id", p.object_id);
  c.thing("domein", p.domain, here);
  c.thing("productgroep", p.group, here);
  c.states("toestand", p.states, here);
  c.text("gemma-naam", p.catalogue_gemma_name);
  c.text("aanleiding", p.trigger);
  c.text("resultaat", p.result);
  c.text("doorlooptijd", p.lead_time);
  c.word("persoonsgegevens", p.personal_data, here);
  c.texts("archetypefunctie", p.archetype_functions);
  c.text("iv3", p.iv3);
  c.fact("taakveld-lijst", std::string(p.listed_task_field.value),
         {Derivation::named_by_list, {p.iv3.place, p.listed_task_field.place}});
  c.thing("domeinvoorstel", p.suggested_domain, p.suggested_domain_trace);
  c.fact("procestype", std::string(p.process_type.value),
         p.process_type.place.known() && p.process_type_trace.places.empty() ? Trace::read_at(p.process_type.place)
                                                                             : p.process_type_trace);
  for (const ProcessResult& result : p.results) {
    std::string value(result.name.value);
    if (!result.keeping.empty()) value.append(": ").append(result.keeping.value);
    c.fact("catalogusresultaat", std::move(value), Trace::read_at(result.name.place));
  }
  c.text("van-datum", p.valid_from);
  c.text("tot-datum", p.valid_to);
  for (const ProcessRole& role : p.roles) {
    std::string value(role.name.value);
    if (!role.involved.empty()) value.append(": ").append(role.involved.value);
    c.fact("catalogusrol", std::move(value), Trace::read_at(role.name.place));
  }
  grounds(c, p.grounds);
}

void function(FactCollector& c, const Function& f) {
  c.text("gemma-type", f.type);
  c.text("object-id", f.object_id);
  c.thing("onderdeel-van", f.parent, origin_of(f));
}

void application(FactCollector& c, const Application& a) {
  c.text("gemma-type", a.type);
  c.text("object-id", a.object_id);
  c.text("leverancier", a.vendor);
  c.word("levenscyclus", a.lifecycle, origin_of(a));
  c.states("toestand", a.states, origin_of(a));
}

void standard(FactCollector& c, const Standard& s) {
  c.text("object-id", s.object_id);
  c.text("status", s.status);
}

void law(FactCollector& c, const Law& l) {
  c.text("uri", l.uri);
  c.text("vindplaats", l.link);
}

void party(FactCollector& c, const Model& model, const Labels& labels, const Party& p, EntityRef ref) {
  if (p.kind == PartyKind::role)
    c.fact("soort", labels.get("partijsoort.rol"), origin_of(p));
  else
    c.word("soort", p.kind, origin_of(p));
  c.word("eigenaarsoort", p.owner_kind, origin_of(p));
  c.thing("onderdeel-van", p.parent, origin_of(p));
  if (const EntityRef top = model.organisation(ref); top != ref && top != p.parent)
    c.thing("organisatie", top, origin_of(p));
}

void chain(FactCollector& c, const Chain& chain) {
  c.word("soort", chain.type, origin_of(chain));
  c.text("doel", chain.goal);
  c.thing("ketenregisseur", chain.manager, origin_of(chain));
}

void handover(FactCollector& c, const Handover& h) {
  const Trace here = origin_of(h);
  c.thing("van", h.from, here);
  c.thing("naar", h.to, here);
  c.states("toestand", h.states, here);
  c.word("soort", h.kind, here);
  c.word("vorm", h.form, here);
  c.text("standaard", h.standard);
  c.text("doorlooptijd", h.lead_time);
  c.text("acceptatie", h.acceptance);
  c.thing("informeert-klant", h.informs_client, here);
  c.word("persoonsgegevens", h.personal_data, here);
  c.thing("afspraak", h.agreement, here);
}

void agreement(FactCollector& c, const Agreement& a) {
  const Trace here = origin_of(a);
  c.word("soort", a.type, here);
  c.word("status", a.status, here);
  for (const EntityRef party : a.parties) c.thing("partij", party, here);
  c.text("van-datum", a.valid_from);
  c.text("tot-datum", a.valid_to);
  c.word("gepubliceerd", a.published, here);
  if (a.record == nullptr) return;
  const MapAgreement& r = *a.record;
  c.text("taken", r.tasks_responsibilities_powers);
  c.text("ketengrens", r.chain_boundary);
  c.text("bijdragen", r.contributions);
  c.text("escalatie", r.escalation);
  c.text("rapportage", r.reporting);
  c.text("kosten", r.cost);
  c.text("document", r.document);
  for (const auto& row : Vocabulary<GloPart>::words)
    c.text("glo." + std::string(row.word), r.glo[static_cast<std::size_t>(row.value)]);
}

void choice(FactCollector& c, const Choice& choice) {
  const Trace here = origin_of(choice);
  c.thing("bereik", choice.scope, here);
  c.word("dimensie", choice.dimension, here);
  c.fact("toestand", state_names(States::only(choice.state)), here);
  if (choice.record == nullptr) return;
  const MapChoice& r = *choice.record;
  c.text("waarde", r.value);
  c.text("aandachtsgebied", r.aspect_area);
  c.word("status", r.status.value, here);
  c.text("motivatie", r.rationale);
  c.text("besloten-door", r.decided_by);
  c.text("besloten-op", r.decided_on);
  c.text("herijken-op", r.reconsider_on);
}

void project(FactCollector& c, const Project& p) {
  for (const EntityRef other : p.after) c.thing("na", other, origin_of(p));
  if (p.record == nullptr) return;
  const MapProject& r = *p.record;
  c.text("leider", r.lead);
  c.text("opdrachtgever", r.client);
  c.text("van-datum", r.start);
  c.text("tot-datum", r.end);
  c.text("kosten", r.cost);
  c.text("aanleiding", r.occasion);
  c.text("probleem", r.problem);
  c.text("doel", r.goal);
  c.text("resultaat", r.result);
  c.text("binnen-bereik", r.scope_in);
  c.text("buiten-bereik", r.scope_out);
  c.text("risicos", r.risks);
}

}  // namespace

void collect_fields(const Model& m, const Labels& labels, EntityRef thing, std::vector<Fact>& into) {
  FactCollector c(m, labels, into);
  const Entity& entity = m.entity(thing);
  c.text("naam", entity.name);
  c.text("code", entity.code);
  switch (thing.kind) {
    case EntityKind::domain:
      domain(c, m.domains[thing.index]);
      break;
    case EntityKind::product_group:
      group(c, m.groups[thing.index]);
      break;
    case EntityKind::product:
      product(c, labels, m.products[thing.index]);
      break;
    case EntityKind::process:
      process(c, m.processes[thing.index]);
      break;
    case EntityKind::function:
      function(c, m.functions[thing.index]);
      break;
    case EntityKind::application_service:
      c.text("object-id", m.services[thing.index].object_id);
      break;
    case EntityKind::application:
      application(c, m.applications[thing.index]);
      break;
    case EntityKind::standard:
      standard(c, m.standards[thing.index]);
      break;
    case EntityKind::law:
      law(c, m.laws[thing.index]);
      break;
    case EntityKind::party:
      party(c, m, labels, m.parties[thing.index], thing);
      break;
    case EntityKind::chain:
      chain(c, m.chains[thing.index]);
      break;
    case EntityKind::handover:
      handover(c, m.handovers[thing.index]);
      break;
    case EntityKind::agreement:
      agreement(c, m.agreements[thing.index]);
      break;
    case EntityKind::choice:
      choice(c, m.choices[thing.index]);
      break;
    case EntityKind::project:
      project(c, m.projects[thing.index]);
      break;
    case EntityKind::business_object:
      break;
  }
  c.text("omschrijving", entity.description);
}

}  // namespace keuzekaart
