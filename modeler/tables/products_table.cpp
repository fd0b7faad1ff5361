#include <algorithm>

#include "modeler/model/reach.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

std::vector<EntityRef> shown_products(const Model& model) {
  const bool any_own = std::ranges::any_of(model.products, &Product::own);
  const auto shown = [any_own](const Product& p) { return any_own ? p.own : p.by_municipality; };
  std::vector<EntityRef> products;
  for (std::size_t i = 0; i < model.products.size(); ++i)
    if (shown(model.products[i])) products.push_back({EntityKind::product, static_cast<std::uint32_t>(i)});
  const auto name_or_empty = [&](EntityRef ref) { return ref.known() ? name_of(model.entity(ref)) : std::string(); };
  std::ranges::sort(products, [&](EntityRef a, EntityRef b) {
    const Product& p = model.product(a);
    const Product& q = model.product(b);
    const auto key = [&](const Product& r) { return name_or_empty(r.domain) + "\n" + name_or_empty(r.group); };
    if (key(p) != key(q)) return reads_before(key(p), key(q));
    if (p.name.value != q.name.value) return reads_before(p.name.value, q.name.value);
    return a < b;
  });
  return products;
}

namespace {

Cell grounds_cell(const std::vector<LegalGround>& grounds, const Trace& where) {
  Gathered gathered;
  for (const LegalGround& ground : grounds) {
    const Text& shown = !ground.label.empty() ? ground.label : !ground.link.empty() ? ground.link : ground.uri;
    if (!shown.empty()) gathered.add(std::string(shown.value), Trace::read_at(shown.place));
  }
  return gathered.cell(where);
}

/// The uniform names of a product: mostly one.
Cell uniform_names_cell(const Product& product, const Trace& where) {
  if (product.uniform_names.size() < 2) return read_cell(product.upl_name, where);
  Gathered names;
  for (const UniformName& name : product.uniform_names)
    if (!name.name.empty()) names.add(std::string(name.name.value), Trace::read_at(name.name.place));
  return names.cell(where);
}

}  // namespace

Table products_table(const TableContext& context) {
  TableMaker maker(context, "producten");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("code", 20);
  maker.column("naam", 34);
  maker.column("domein", 20);
  maker.column("productgroep", 20);
  maker.column("processen", 36);
  maker.column("upl-naam", 26);
  maker.choice_column<ClientGroup>("doelgroep", 12);
  maker.column("kanalen", 18);
  maker.choice_column<YesNo>("digitaal", 9);
  maker.choice_column<YesNo>("statusinzicht", 11);
  maker.choice_column<YesNo>("persoonsgegevens", 12);
  maker.column("volume", 11).fill_in = true;
  maker.column("grondslag", 40);
  maker.column("upl-uri", 50);
  maker.column("omschrijving", 50);
  maker.column("aanbieder", 24);
  maker.column("themas", 24);

  maker.print_up_to("volume");

  std::size_t without_process = 0;
  const std::vector<EntityRef> products = shown_products(model);
  const bool any_own = !products.empty() && model.product(products.front()).own;
  for (const EntityRef ref : products) {
    const Product& product = model.product(ref);
    const Trace where = trace_of(product);
    const CellMark open = product.own ? CellMark::fill_in : CellMark::plain;
    Row& row = maker.row(std::string(product.code.value));
    // A product that only a catalogue knows has its URI for a code; that stands further on.
    row.cells.push_back(product.own ? read_cell(product.code, where) : Cell::empty(where));
    row.cells.push_back(read_cell(product.name, where));
    row.cells.push_back(product.domain.known() ? Cell::text(name_of(model.entity(product.domain)), where)
                                               : Cell::empty(where));
    row.cells.push_back(product.group.known() ? Cell::text(name_of(model.entity(product.group)), where)
                                              : Cell::empty(where));
    const Gathered processes = linked_from(model, labels, LinkKind::product_process, ref);
    // A proposal does not count until a person confirms it (KS06).
    const bool any_confirmed = !follow(model, LinkKind::product_process, {ref}).empty();
    if (!any_confirmed) ++without_process;
    const CellMark mark = any_confirmed ? CellMark::plain : CellMark::proposal;
    row.cells.push_back(product.own ? processes.cell_or_gap(labels.get("tabel.geen-proces"), where, mark)
                                    : processes.cell(where));
    row.cells.push_back(uniform_names_cell(product, where));
    row.cells.push_back(choice_cell(labels, product.client_group, where, open));
    Gathered channels;
    for (const Channel channel : product.channels) channels.add(label_of(labels, channel), where);
    row.cells.push_back(channels.cell(where));
    row.cells.push_back(choice_cell(labels, product.digital, where, open));
    row.cells.push_back(choice_cell(labels, product.insight_in_status, where, open));
    row.cells.push_back(choice_cell(labels, product.personal_data, where, open));
    row.cells.push_back(number_cell(product.volume, where, open));
    row.cells.push_back(grounds_cell(product.grounds, where));
    row.cells.push_back(read_cell(product.upl_uri, where));
    row.cells.push_back(read_cell(product.description, where));
    row.cells.push_back(linked_from(model, labels, LinkKind::product_provider, ref).cell(where));
    Gathered themes;
    for (const Text& theme : product.themes) themes.add(std::string(theme.value), Trace::read_at(theme.place));
    row.cells.push_back(themes.cell(where));
  }
  const std::string total = count_text(labels, products.size());
  if (!any_own) {
    maker.explain("tabel.producten.uitleg-catalogus", {});
    return maker.finish("tabel.producten.titel-catalogus", {total});
  }
  if (without_process == 0) return maker.finish("tabel.producten.titel-alle", {total});
  return maker.finish("tabel.producten.titel", {count_text(labels, without_process), total});
}

}  // namespace keuzekaart
