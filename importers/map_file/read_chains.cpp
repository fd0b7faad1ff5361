#include "importers/map_file/sections.hpp"

namespace keuzekaart::map_file {

namespace {

MapChain chain(const RecordReader& r) {
  MapChain out;
  out.place = r.place();
  out.id = r.text("id");
  out.name = r.text("naam");
  out.goal = r.text("doel");
  out.manager = r.text("ketenmanager");
  out.type = r.word("soort", ChainType::unset);
  r.each("schakel", [&](const RecordReader& link) { out.links.push_back({link.place(), link.text("proces")}); });
  return out;
}

MapHandover handover(const RecordReader& r) {
  MapHandover out;
  out.place = r.place();
  out.id = r.text("id");
  out.from = r.text("van");
  out.to = r.text("naar");
  out.content = r.text("inhoud");
  out.standard = r.text("standaard");
  out.lead_time = r.text("doorlooptijd");
  out.acceptance = r.text("acceptatie");
  out.informs_client = r.text("informeert-klant");
  out.agreement = r.text("afspraak");
  out.states = r.states("toestand", States::ist_and_soll());
  out.kind = r.word("soort", HandoverKind::unset);
  out.form = r.word("vorm", HandoverForm::unset);
  out.personal_data = r.word("persoonsgegevens", YesNo::unset);
  return out;
}

MapAgreement agreement(const RecordReader& r) {
  MapAgreement out;
  out.place = r.place();
  out.id = r.text("id");
  out.name = r.text("naam");
  out.parties = r.list("partijen");
  out.processes = r.list("processen");
  out.type = r.word("soort", AgreementType::dvo);
  out.status = r.word("status", AgreementStatus::unset);
  out.valid_from = r.text("van");
  out.valid_to = r.text("tot");
  out.published = r.word("gepubliceerd", YesNo::unset);
  out.cost = r.text("kosten");
  out.document = r.text("document");
  out.full_tasks_at = r.text("taken-volledig-bij");
  out.tasks_responsibilities_powers = r.child_text("taken");
  out.chain_boundary = r.child_text("ketengrens");
  out.contributions = r.child_text("bijdragen");
  out.escalation = r.child_text("escalatie");
  out.reporting = r.child_text("rapportage");
  r.each("glo", [&](const RecordReader& glo) {
    out.has_glo = true;
    for (const auto& part : Vocabulary<GloPart>::words)
      out.glo[static_cast<std::size_t>(part.value)] = glo.child_text(part.word);
  });
  return out;
}

}  // namespace

void read_chains(const RecordReader& map, MapDocument& document) {
  map.each("ketens", [&](const RecordReader& section) {
    section.each("keten", [&](const RecordReader& r) { document.chains.push_back(chain(r)); });
  });
  map.each("overdrachten", [&](const RecordReader& section) {
    section.each("overdracht", [&](const RecordReader& r) { document.handovers.push_back(handover(r)); });
  });
  map.each("afspraken", [&](const RecordReader& section) {
    section.each("afspraak", [&](const RecordReader& r) { document.agreements.push_back(agreement(r)); });
  });
}

}  // namespace keuzekaart::map_file
