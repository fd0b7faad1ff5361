#include "importers/map_file/sections.hpp"

namespace keuzekaart::map_file {

namespace {

MapChoice choice(const RecordReader& r) {
  MapChoice out;
  out.place = r.place();
  out.id = r.text("id");
  out.scope = r.text("bereik");
  out.value = r.text("waarde");
  out.aspect_area = r.text("aspect");
  out.rationale = r.child_text("motivatie");
  out.decided_by = r.text("besloten-door");
  out.decided_on = r.text("besloten-op");
  out.reconsider_on = r.text("herijken");
  out.valid_from = r.text("van");
  out.valid_to = r.text("tot");
  out.dimension = r.word("dimensie", Dimension::archetype);
  out.states = r.states("toestand", States::only(State::ist));
  out.status = r.word("status", ChoiceStatus::unset);
  r.each("prioriteit", [&](const RecordReader& child) {
    for (const Text& function : child.list("functies"))
      out.priorities.push_back({child.place(), function, child.word("waarde", FunctionPriority::not_mentioned)});
  });
  return out;
}

MapDisposition disposition(const RecordReader& r) {
  return {.place = r.place(),
          .rule = r.text("regel"),
          .element = r.text("element"),
          .reason = r.child_text("reden"),
          .states = r.states("toestand", States()),
          .decision = r.word("besluit", Disposition::open)};
}

}  // namespace

void read_choices(const RecordReader& map, MapDocument& document) {
  map.each("keuzes", [&](const RecordReader& section) {
    section.each("keuze", [&](const RecordReader& r) { document.choices.push_back(choice(r)); });
  });
  map.each("bevindingen", [&](const RecordReader& section) {
    section.each("bevinding", [&](const RecordReader& r) { document.dispositions.push_back(disposition(r)); });
  });
}

}  // namespace keuzekaart::map_file
