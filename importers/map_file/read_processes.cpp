#include "importers/map_file/sections.hpp"

namespace keuzekaart::map_file {

namespace {

std::vector<LegalGround> grounds(const RecordReader& owner) {
  std::vector<LegalGround> out;
  owner.each("grondslag", [&](const RecordReader& r) {
    out.push_back({.uri = r.text("uri"), .label = r.text("naam"), .link = r.text("link")});
  });
  return out;
}

MapRole role(const RecordReader& r) {
  return {.place = r.place(),
          .party = r.text("partij"),
          .role = r.word("rol", Role::responsible),
          .states = r.states("toestand", States::ist_and_soll()),
          .partner_type = r.word("partnertype", PartnerType::unset),
          .municipal_role = r.word("gemeenterol", MunicipalRole::unset),
          .regie_form = r.word("regievorm", RegieForm::unset)};
}

MapProcess process(const RecordReader& r) {
  MapProcess out;
  out.place = r.place();
  out.id = r.text("id");
  out.name = r.text("naam");
  out.code = r.text("code");
  out.domain = r.text("domein");
  out.group = r.text("productgroep");
  out.part_of = r.list("deel-van");
  out.gemma = r.text("gemma");
  out.gemma_status = r.word("gemma-status", MappingStatus::confirmed);
  out.archetype_functions = r.list("functies");
  out.trigger = r.text("aanleiding");
  out.result = r.text("resultaat");
  out.lead_time = r.text("doorlooptijd");
  out.description = r.child_text("omschrijving");
  out.kind = r.word("soort", ProcessKind::unset);
  out.level = r.word("niveau", ProcessLevel::unset);
  out.personal_data = r.word("persoonsgegevens", YesNo::unset);
  out.states = r.states("toestand", States::every());
  r.each("rol", [&](const RecordReader& child) { out.roles.push_back(role(child)); });
  r.each("applicatie", [&](const RecordReader& child) {
    out.applications.push_back({child.place(), child.text("ref"), child.states("toestand", States::ist_and_soll()),
                                child.word("kwaliteit", SupportQuality::unset)});
  });
  r.each("functie", [&](const RecordReader& child) {
    out.functions.push_back({child.place(), child.text("ref"), child.word("status", MappingStatus::confirmed)});
  });
  r.each("variant", [&](const RecordReader& child) {
    out.variants.push_back({child.place(), child.text("gemeente"), child.child_text("motivatie")});
  });
  out.grounds = grounds(r);
  return out;
}

MapProduct product(const RecordReader& r) {
  MapProduct out;
  out.place = r.place();
  out.id = r.text("id");
  out.name = r.text("naam");
  out.domain = r.text("domein");
  out.group = r.text("productgroep");
  out.upl = r.text("upl");
  out.description = r.child_text("omschrijving");
  out.volume = r.text("volume");
  out.client_group = r.word("doelgroep", ClientGroup::unset);
  out.channels = r.words<Channel>("kanalen");
  out.digital = r.word("digitaal", YesNo::unset);
  out.insight_in_status = r.word("statusinzicht", YesNo::unset);
  out.personal_data = r.word("persoonsgegevens", YesNo::unset);
  out.compound = r.word("samengesteld", YesNo::unset);
  r.each("samenwerking", [&](const RecordReader& child) {
    out.cooperation = child.word("keuze", CooperationDecision::unset);
    out.cooperation_reason = child.child_text("motivatie");
  });
  r.each("proces", [&](const RecordReader& child) {
    out.processes.push_back({child.place(), child.text("ref"), child.word("status", MappingStatus::confirmed)});
  });
  out.grounds = grounds(r);
  return out;
}

}  // namespace

void read_processes(const RecordReader& map, MapDocument& document) {
  map.each("processen", [&](const RecordReader& section) {
    section.each("proces", [&](const RecordReader& r) { document.processes.push_back(process(r)); });
  });
  map.each("producten", [&](const RecordReader& section) {
    section.each("product", [&](const RecordReader& r) { document.products.push_back(product(r)); });
  });
}

}  // namespace keuzekaart::map_file
