#include "modeler/rules/characteristics.hpp"

#include <algorithm>

#include "modeler/model/crossing.hpp"

namespace keuzekaart {

namespace {

using Values = std::vector<std::string_view>;

template <class Value>
Values word(Value value) {
  const std::string_view found = word_of(value);
  return found.empty() ? Values() : Values{found};
}
Values text(const Text& text) { return text.empty() ? Values() : Values{text.value}; }
Values code(const Model& model, EntityRef ref) { return ref.known() ? Values{model.entity(ref).code.value} : Values(); }
Values side(const Model& model, EntityRef party) {
  if (!party.known()) return {};
  return word(is_inside(model, party) ? Side::municipality : Side::outside);
}
Characteristic plain(Values values) { return {std::move(values), {}, false}; }

Characteristic of_process(const World& world, const Process& p, std::string_view name) {
  if (name == "soort") return plain(word(p.kind));
  if (name == "persoonsgegevens") return plain(word(p.personal_data));
  if (name == "domein") return plain(code(world.model(), p.domain));
  if (name == "productgroep") return plain(code(world.model(), p.group));
  Characteristic reasons;  // variantreden
  reasons.has_parts = true;
  for (const ProcessVariant& variant : p.variants) {
    if (variant.reason.empty())
      reasons.missing.push_back(world.mention(variant.municipality));
    else
      reasons.values.push_back(variant.reason.value);
  }
  return reasons;
}

Characteristic of_product(const Product& p, std::string_view name) {
  if (name == "digitaal") return plain(word(p.digital));
  if (name == "statusinzicht") return plain(word(p.insight_in_status));
  if (name == "persoonsgegevens") return plain(word(p.personal_data));
  if (name == "samengesteld") return plain(word(p.compound));
  if (name == "doelgroep") return plain(word(p.client_group));
  if (name == "samenwerkingskeuze") return plain(word(p.cooperation));
  return plain(p.cooperation_reason.empty() ? Values() : word(p.cooperation));  // samenwerking: only with a reason
}

Characteristic of_agreement(const Model& model, const Agreement& a, std::string_view name) {
  if (name == "soort") return plain(word(a.type));
  if (name == "status") return plain(word(a.status));
  if (name == "gepubliceerd") return plain(word(a.published));
  if (name == "taken-volledig-bij") return plain(side(model, a.full_tasks_at));
  Characteristic glo;
  glo.has_parts = true;
  for (const auto& part : Vocabulary<GloPart>::words) {
    const Text& said = a.record->glo[static_cast<std::size_t>(part.value)];
    if (said.empty())
      glo.missing.push_back({"glo-onderdeel." + std::string(part.word), {}, true});
    else
      glo.values.push_back(said.value);
  }
  return glo;
}

Characteristic of_choice(const Choice& c, std::string_view name) {
  if (name == "dimensie") return plain(word(c.dimension));
  if (name == "aspect") return plain(text(c.record->aspect_area));
  if (name == "waarde") return plain(text(c.record->value));
  if (name == "motivatie") return plain(text(c.record->rationale));
  if (name == "herijken") return plain(text(c.record->reconsider_on));
  return plain(word(c.record->status.value));
}

/// What the agreement that a handover names is worth in a state: geldig, verlopen, andere-partijen.
Values worth_of_agreement(const Model& model, const Handover& h, const Look& look) {
  if (!look.state || !h.agreement.known()) return {};
  const std::string_view key = label_key(validity_of(model, h, *look.state));
  return {key.substr(key.find('.') + 1)};
}

Characteristic of_handover(const Model& model, const Handover& h, std::string_view name, const Look& look) {
  if (name == "afspraakgeldigheid") return plain(worth_of_agreement(model, h, look));
  if (name == "soort") return plain(word(h.kind));
  if (name == "vorm") return plain(word(h.form));
  if (name == "persoonsgegevens") return plain(word(h.personal_data));
  if (name == "standaard") return plain(text(h.standard));
  return plain(code(model, h.agreement));
}

Characteristic of_project(const MapProject& p, std::string_view name) {
  if (name == "leider") return plain(text(p.lead));
  if (name == "opdrachtgever") return plain(text(p.client));
  return plain(text(name == "start" ? p.start : p.end));
}

Characteristic of_holder(const Model& model, const RoleAssignment& r, std::string_view name) {
  if (name == "kant") return plain(side(model, r.party));
  if (name == "gemeenterol") return plain(word(r.municipal_role));
  if (name == "partnertype") return plain(word(r.partner_type));
  return plain(word(r.regie_form));
}

/// The counterpart, when the plan uses it too.
Characteristic of_method(const World& world, const Thing& thing) {
  const WorkingMethod* method = world.catalogue().working_method(world.method(thing).value);
  if (method == nullptr || method->counterpart.empty()) return plain({"-"});
  for (const Text& used : world.model().map->plan->working_methods)
    if (used.value == method->counterpart.value) return plain({used.value});
  return plain({});
}

}  // namespace

Characteristic characteristic_of(const World& world, const Thing& thing, std::string_view name, const Look& look) {
  const Model& m = world.model();
  switch (thing.kind) {
    case Subject::process:
      return of_process(world, m.process(thing.ref), name);
    case Subject::product:
      return of_product(m.product(thing.ref), name);
    case Subject::agreement:
      return of_agreement(m, m.agreements[thing.ref.index], name);
    case Subject::choice:
      return of_choice(m.choices[thing.ref.index], name);
    case Subject::handover:
      return of_handover(m, m.handovers[thing.ref.index], name, look);
    case Subject::project:
      return of_project(*m.projects[thing.ref.index].record, name);
    case Subject::chain: {
      const Chain& chain = m.chains[thing.ref.index];
      if (name == "soort") return plain(word(chain.type));
      return plain(name == "doel" ? text(chain.goal) : code(m, chain.manager));
    }
    case Subject::intervention_point:
      return plain(text(world.point(thing).date));
    case Subject::working_method:
      return of_method(world, thing);
    case Subject::holder:
      return of_holder(m, world.holder(thing), name);
    default:
      return {};
  }
}

}  // namespace keuzekaart
