#include "importers/map_file/sections.hpp"

namespace keuzekaart::map_file {

void read_context(const RecordReader& map, MapDocument& document) {
  document.place = map.place();
  document.name = map.text("naam");
  document.version = map.text("versie");
  document.date = map.text("datum");
  document.soll_date = map.text("soll-datum");
  document.author = map.text("auteur");
  map.each("bronnen", [&](const RecordReader& section) {
    section.each("bron", [&](const RecordReader& r) {
      document.sources.push_back({r.place(), r.text("id"), r.text("formaat"), r.text("pad"), r.text("vorige")});
    });
  });
  map.each("catalogi", [&](const RecordReader& section) {
    section.each("catalogus", [&](const RecordReader& r) { document.catalogues.push_back(r.text("pad")); });
  });
}

void read_structure(const RecordReader& map, MapDocument& document) {
  map.each("partijen", [&](const RecordReader& section) {
    section.each("partij", [&](const RecordReader& r) {
      document.parties.push_back({.place = r.place(),
                                  .id = r.text("id"),
                                  .name = r.text("naam"),
                                  .part_of = r.text("deel-van"),
                                  .kind = r.word("soort", PartyKind::municipality),
                                  .owner_kind = r.word("eigenaarsoort", OwnerKind::unset),
                                  .office = r.word("kantoor", Office::unset)});
    });
  });
  map.each("domeinen", [&](const RecordReader& section) {
    section.each("domein", [&](const RecordReader& r) {
      MapDomain domain{
          .place = r.place(), .id = r.text("id"), .name = r.text("naam"), .part_of = r.text("deel-van"), .groups = {}};
      r.each("productgroep", [&](const RecordReader& g) {
        domain.groups.push_back({g.place(), g.text("id"), g.text("naam"), g.text("serviceformule")});
      });
      document.domains.push_back(std::move(domain));
    });
  });
  map.each("applicaties", [&](const RecordReader& section) {
    section.each("applicatie", [&](const RecordReader& r) {
      document.applications.push_back({.place = r.place(),
                                       .id = r.text("id"),
                                       .name = r.text("naam"),
                                       .vendor = r.text("leverancier"),
                                       .reference_component = r.text("referentiecomponent"),
                                       .reference_status = r.word("referentie-status", MappingStatus::confirmed),
                                       .lifecycle = r.word("levenscyclus", Lifecycle::unset),
                                       .states = r.states("toestand", States::every()),
                                       .description = r.child_text("omschrijving")});
    });
  });
}

}  // namespace keuzekaart::map_file
