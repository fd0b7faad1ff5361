#include "importers/map_file/sections.hpp"

namespace keuzekaart::map_file {

namespace {

MapProject project(const RecordReader& r) {
  MapProject out;
  out.place = r.place();
  out.id = r.text("id");
  out.title = r.text("titel");
  out.lead = r.text("leider");
  out.client = r.text("opdrachtgever");
  out.start = r.text("start");
  out.end = r.text("einde");
  out.cost = r.text("kosten");
  out.after = r.list("na");
  out.occasion = r.child_text("aanleiding");
  out.problem = r.child_text("probleem");
  out.goal = r.child_text("doel");
  out.result = r.child_text("resultaat");
  out.scope_in = r.child_text("scope-in");
  out.scope_out = r.child_text("scope-uit");
  out.risks = r.child_text("risicos");
  r.each("verschil", [&](const RecordReader& gap) {
    out.gaps.push_back({.place = gap.place(),
                        .kind = gap.text("soort"),
                        .element = gap.text("element"),
                        .aspect_areas = gap.text("aspecten"),
                        .effort = gap.text("inspanning"),
                        .risk = gap.text("risico")});
  });
  return out;
}

MapMilestone milestone(const RecordReader& r) {
  return {r.place(), r.text("id"), r.text("naam"), r.text("datum"), r.list("projecten"), r.child_text("omschrijving")};
}

MapTransitionPlan plan(const RecordReader& r) {
  MapTransitionPlan out;
  out.place = r.place();
  out.governance = r.child_text("besturing");
  out.change_approach = r.child_text("veranderaanpak");
  out.working_methods = r.list("werkwijzen");
  r.each("mijlpaal", [&](const RecordReader& m) { out.milestones.push_back(milestone(m)); });
  r.each("ingrijppunt", [&](const RecordReader& m) { out.intervention_points.push_back(milestone(m)); });
  return out;
}

}  // namespace

void read_projects(const RecordReader& map, MapDocument& document) {
  map.each("projecten", [&](const RecordReader& section) {
    section.each("project", [&](const RecordReader& r) { document.projects.push_back(project(r)); });
  });
  map.each("transitieplan", [&](const RecordReader& r) {
    if (!document.plan) document.plan = plan(r);
  });
}

}  // namespace keuzekaart::map_file
