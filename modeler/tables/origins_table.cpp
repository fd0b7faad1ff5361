#include <fmt/format.h>

#include <array>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

constexpr std::array<EntityKind, 14> shown_kinds = {EntityKind::domain,      EntityKind::product_group,
                                                    EntityKind::product,     EntityKind::process,
                                                    EntityKind::party,       EntityKind::chain,
                                                    EntityKind::handover,    EntityKind::agreement,
                                                    EntityKind::function,    EntityKind::application_service,
                                                    EntityKind::application, EntityKind::standard,
                                                    EntityKind::law,         EntityKind::business_object};

void add_origin(TableMaker& maker, EntityRef ref, const Entity& entity, std::size_t number) {
  const Labels& labels = maker.labels();
  const Model& model = maker.model();
  const Origin& origin = entity.origins[number];
  const Trace where{origin.joined_by, {origin.place}};
  const std::string kind = labels.get(label_of(ref.kind));
  const std::string suffix = number == 0 ? std::string() : fmt::format(":{}", number + 1);
  Row& row = maker.row(fmt::format("{}:{}{}", label_of(ref.kind), entity.code.value, suffix));
  row.cells.push_back(Cell::text(kind, where));
  row.cells.push_back(Cell::text(name_of(entity), where));
  const bool source_known = origin.source < model.sources.size();
  const ModelSource none;
  const ModelSource& source = source_known ? model.sources[origin.source] : none;
  row.cells.push_back(Cell::text(source_known ? source.id : labels.get("tabel.herkomst.kaart"), where));
  const Location at = maker.context().sources.locate(origin.place);
  row.cells.push_back(Cell::text(file_of(at), where));
  row.cells.push_back(Cell::number(at.line, where));
  row.cells.push_back(Cell::text(rule_text(labels, origin.joined_by), where));
  row.cells.push_back(read_cell(entity.code, where));
}

}  // namespace

Table origins_table(const TableContext& context) {
  TableMaker maker(context, "herkomst");
  const Labels& labels = context.labels;
  const Model& model = context.model;
  maker.column("soort", 20);
  maker.column("naam", 46);
  maker.column("bron", 16);
  maker.column("bestand", 60);
  maker.column("regelnummer", 8);
  maker.column("regel-afleiding", 46);
  maker.column("code", 40);
  maker.print_up_to("regel-afleiding");
  std::size_t things = 0;
  std::size_t several = 0;
  for (const EntityKind kind : shown_kinds)
    for (std::size_t i = 0; i < model.count(kind); ++i) {
      const EntityRef ref{kind, static_cast<std::uint32_t>(i)};
      const Entity& entity = model.entity(ref);
      ++things;
      if (entity.origins.size() > 1) ++several;
      for (std::size_t number = 0; number < entity.origins.size(); ++number)
        if (entity.origins[number].place.known()) add_origin(maker, ref, entity, number);
    }
  return maker.finish("tabel.herkomst.titel", {count_text(labels, things), count_text(labels, several)});
}

}  // namespace keuzekaart
