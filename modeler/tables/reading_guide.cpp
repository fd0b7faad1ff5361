#include <fmt/format.h>

#include <array>

#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

struct Sign {
  CellMark mark;
  std::string_view key;
};

constexpr std::array<Sign, 8> signs = {{{CellMark::gap, "gat"},
                                        {CellMark::proposal, "voorstel"},
                                        {CellMark::added, "nieuw"},
                                        {CellMark::ended, "vervalt"},
                                        {CellMark::changed, "anders"},
                                        {CellMark::warning, "let-op"},
                                        {CellMark::settled, "afgehandeld"},
                                        {CellMark::fill_in, "invullen"}}};

class Guide {
 public:
  Guide(TableMaker& maker, Trace map) : maker_(maker), map_(std::move(map)) {}

  void add(const std::string& code, const std::string& heading, std::string what, Cell value) {
    Row& row = maker_.row(code);
    row.cells.push_back(Cell::text(heading, map_));
    row.cells.push_back(Cell::text(std::move(what), map_));
    row.cells.push_back(std::move(value));
  }

  void read(const std::string& code, const std::string& heading, const Text& text, bool date = false) {
    const Labels& labels = maker_.labels();
    Cell value = date ? date_cell(text, map_) : read_cell(text, map_);
    if (text.empty()) value = Cell::text(labels.get("tabel.nog-invullen"), map_, CellMark::fill_in);
    add("kaart." + code, heading, labels.get("tabel.leeswijzer." + code), std::move(value));
  }

 private:
  TableMaker& maker_;
  Trace map_;
};

}  // namespace

Table reading_guide(const TableContext& context, std::span<const Table> others) {
  TableMaker maker(context, "leeswijzer");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("deel", 22);
  maker.column("blad", 34);
  maker.column("inhoud-leeswijzer", 110);
  maker.small_paper();

  // Without a map file the guide speaks about the first source.
  const Place start = model.map ? model.map->place : Place{FileId{0}, 0};
  const Trace where{model.map ? Derivation::read : Derivation::composed,
                    context.sources.count() != 0 ? std::vector<Place>{start} : std::vector<Place>{}};
  Guide guide(maker, where);
  const std::string about = labels.get("tabel.leeswijzer.deel-kaart");
  if (model.map) {
    guide.read("naam", about, model.map->name);
    guide.read("versie", about, model.map->version);
    guide.read("datum", about, model.map->date, true);
    guide.read("soll-datum", about, model.map->soll_date, true);
    guide.read("auteur", about, model.map->author);
  } else {
    guide.add("kaart.naam", about, labels.get("tabel.leeswijzer.naam"), Cell::text(model.title(), where));
  }
  for (std::size_t i = 0; i < model.sources.size(); ++i) {
    const ModelSource& source = model.sources[i];
    std::string text = source.name.empty() ? source.path : fmt::format("{} ({})", source.name, source.path);
    std::string counts;
    for (const Tally& tally : model.tallies)
      if (tally.source == i)
        counts +=
            fmt::format("{}{} {}", counts.empty() ? "" : ", ", count_text(labels, tally.number), labels.get(tally.key));
    if (!counts.empty()) text += ": " + counts;
    guide.add("bron." + source.id, labels.get("tabel.leeswijzer.deel-bronnen"), source.id, Cell::text(text, where));
  }
  for (const Table& table : others)
    guide.add("blad." + table.key, labels.get("tabel.leeswijzer.deel-bladen"), table.sheet,
              Cell::text(fmt::format("{}. {}", table.title, table.explanation), where));
  for (const Sign& sign : signs) {
    const std::string key = "teken." + std::string(sign.key);
    guide.add(key, labels.get("tabel.leeswijzer.deel-tekens"), labels.get(key),
              Cell::text(labels.get(key + ".uitleg"), where, sign.mark));
  }
  return maker.finish("tabel.leeswijzer.titel", {model.title()});
}

}  // namespace keuzekaart
