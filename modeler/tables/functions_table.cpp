#include <algorithm>
#include <map>
#include <set>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// Wholes before their parts, by name.
std::vector<EntityRef> in_reading_order(const Model& model) {
  std::map<EntityRef, std::vector<EntityRef>> parts;
  for (std::size_t i = 0; i < model.functions.size(); ++i)
    parts[model.functions[i].parent].push_back({EntityKind::function, static_cast<std::uint32_t>(i)});
  for (auto& [whole, refs] : parts)
    std::ranges::stable_sort(refs, [&](EntityRef a, EntityRef b) {
      return reads_before(name_of(model.entity(a)), name_of(model.entity(b)));
    });
  std::vector<EntityRef> order;
  std::set<EntityRef> seen;
  const auto visit = [&](EntityRef top) {
    std::vector<EntityRef> waiting = {top};
    while (!waiting.empty()) {
      const EntityRef ref = waiting.back();
      waiting.pop_back();
      if (ref.known()) {
        if (!seen.insert(ref).second) continue;
        order.push_back(ref);
      }
      const auto found = parts.find(ref);
      if (found != parts.end()) waiting.insert(waiting.end(), found->second.rbegin(), found->second.rend());
    }
  };
  visit(EntityRef());
  for (std::size_t i = 0; i < model.functions.size(); ++i) visit({EntityKind::function, static_cast<std::uint32_t>(i)});
  return order;
}

/// What the things at the end of one hop reach by the next hop.
Gathered next_hop(const Model& model, const Labels& labels, LinkKind kind, const std::set<EntityRef>& from,
                  std::set<EntityRef>& reached) {
  Gathered gathered;
  for (const EntityRef ref : from) {
    const Gathered some = linked_from(model, labels, kind, ref);
    for (const std::string& name : some.texts()) gathered.add(name, some.trace(Trace{Derivation::composed, {}}));
    for (const Link& link : model.links.from(kind, ref))
      if (link.status != MappingStatus::rejected) reached.insert(link.to);
  }
  return gathered;
}

}  // namespace

Table functions_table(const TableContext& context) {
  TableMaker maker(context, "functies");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("naam", 36);
  maker.column("functietype", 22);
  maker.column("deel-van", 30);
  maker.column("processen", 40);
  maker.column("applicatieservices", 40);
  maker.column("componenten", 40);
  maker.column("standaarden", 34);
  maker.column("omschrijving", 60);
  maker.column("code", 38);
  maker.print_up_to("standaarden");

  std::size_t served = 0;
  for (const EntityRef ref : in_reading_order(model)) {
    const Function& function = model.functions[ref.index];
    const Trace where = trace_of(function);
    std::set<EntityRef> services;
    std::set<EntityRef> components;
    std::set<EntityRef> standards;
    const Gathered service_names = next_hop(model, labels, LinkKind::function_service, {ref}, services);
    const Gathered component_names = next_hop(model, labels, LinkKind::service_application, services, components);
    const Gathered standard_names = next_hop(model, labels, LinkKind::application_standard, components, standards);
    if (!service_names.empty()) ++served;
    Row& row = maker.row(std::string(function.code.value));
    row.cells.push_back(read_cell(function.name, where));
    row.cells.push_back(read_cell(function.type, where));
    row.cells.push_back(function.parent.known() ? Cell::text(name_of(model.entity(function.parent)), where)
                                                : Cell::empty(where));
    row.cells.push_back(
        linked_to(model, labels, LinkKind::process_function, ref).cell_or_gap(labels.get("tabel.geen-proces"), where));
    row.cells.push_back(service_names.cell_or_gap(labels.get("tabel.geen-service"), where));
    row.cells.push_back(component_names.cell_or_gap(labels.get("tabel.geen-component"), where));
    row.cells.push_back(standard_names.cell_or_gap(labels.get("tabel.geen-standaard"), where));
    row.cells.push_back(read_cell(function.description, where));
    row.cells.push_back(read_cell(function.code, where));
  }
  if (model.functions.empty()) return maker.finish("tabel.functies.titel-leeg", {});
  return maker.finish("tabel.functies.titel", {count_text(labels, served), count_text(labels, model.functions.size())});
}

}  // namespace keuzekaart
