#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "modeler/diagrams/column_page.hpp"
#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/landscape_tree.hpp"
#include "modeler/diagrams/text_measure.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

/// A process with its products, or a product without a process: what stays
/// together on a page.
struct Lead {
  EntityRef process;
  std::vector<std::pair<EntityRef, bool>> products;  ///< with whether it is only proposed
  std::string heading;
  std::string product_heading;
  bool new_page = false;
};

bool exists(const States& states, DrawnState drawn) {
  return drawn == DrawnState::change || states.has(drawn == DrawnState::soll ? State::soll : State::ist);
}

class ProductProcessDrawing {
 public:
  ProductProcessDrawing(const DiagramContext& context, std::string key, std::string name, bool with_products)
      : c_(context), m_(context.model), key_(std::move(key)), name_(std::move(name)), with_products_(with_products) {}

  std::vector<Lead> leads;

  Diagram make() {
    Diagram diagram = start_diagram(c_, "product-proces", "product-proces" + (key_.empty() ? "" : id_of("-", key_)));
    Frame frame = make_frame();
    const Rect room = content_area(frame, diagram.paper);
    std::vector<ColumnSheet> sheets = paginate(room);
    mark_repeats(sheets);
    for (std::size_t i = 0; i < sheets.size(); ++i)
      diagram.pages.push_back(place_sheet(std::move(sheets[i]), room, static_cast<int>(i) + 1));
    if (diagram.pages.empty()) diagram.pages.emplace_back();
    diagram.description = c_.labels.fill("pp.beschrijving", {frame.title});
    add_frame(diagram, frame, c_.labels);
    return diagram;
  }

 private:
  std::string text(std::string_view key) const { return c_.labels.get(key); }
  std::size_t process_column() const { return with_products_ ? 1 : 0; }

  ColumnSheet empty_sheet() const {
    ColumnSheet sheet;
    if (with_products_) sheet.titles.push_back(text("pp.producten"));
    sheet.titles.push_back(text("pp.processen"));
    sheet.titles.push_back(text("pp.functies"));
    sheet.titles.push_back(text(with_products_ ? "pp.applicaties" : "pp.componenten"));
    sheet.titles.push_back(text("pp.standaarden"));
    sheet.items.resize(sheet.titles.size());
    sheet.arcs.resize(sheet.titles.size() - 1);
    return sheet;
  }

  ColumnItem item(EntityRef thing, Look look, std::string_view prefix) const {
    ColumnItem item;
    const std::string_view code = m_.entity(thing).code.value;
    item.key = item.id = item.target = id_of(prefix, code);
    item.name = item.tooltip = name_of(m_, thing);
    item.look = look;
    return item;
  }

  ColumnItem gap(const std::string& after, std::string_view label) const {
    ColumnItem item;
    item.key = after + "-gat";
    item.name = text(label);
    item.look = Look::gap;
    return item;
  }

  void add_lead(ColumnSheet& sheet, const Lead& lead) const {
    const std::size_t p = process_column();
    int process = -1;
    if (lead.process.known()) {
      ColumnItem box = item(lead.process, Look::process, "proces-");
      if (!with_products_) box.heading = lead.heading;
      process = sheet.add(p, std::move(box));
    }
    if (with_products_) {
      for (const auto& [product, proposed] : lead.products) {
        ColumnItem box = item(product, Look::product, "product-");
        box.heading = group_of(product);
        const int at = sheet.add(0, box);
        if (process < 0)
          process_gap(sheet, at, box.key);
        else
          sheet.join(0, at, process, proposed);
      }
      if (lead.products.empty() && lead.process.known()) {
        ColumnItem none = gap(item(lead.process, Look::process, "proces-").key + "-product", "pp.geen-product");
        none.heading = lead.product_heading;
        sheet.join(0, sheet.add(0, std::move(none)), process);
      }
    }
    if (lead.process.known()) add_functions(sheet, lead.process, process);
  }

  void process_gap(ColumnSheet& sheet, int product, const std::string& key) const {
    sheet.join(0, product, sheet.add(1, gap(key + "-proces", "pp.geen-proces")));
  }

  std::string group_of(EntityRef product) const {
    const EntityRef group = m_.product(product).group;
    return group.known() ? name_of(m_, group) : text("pp.zonder-groep");
  }

  /// Functions of the process with the applications that serve them, then the
  /// applications that only the process names.
  void add_functions(ColumnSheet& sheet, EntityRef process, int at) const {
    const std::size_t f = process_column() + 1;
    const std::vector<EntityRef> sure = functions_of(m_, process);
    const std::vector<EntityRef> functions = functions_of(m_, process, WithProposals::yes);
    std::set<EntityRef> direct, served;
    for (const Link& link : m_.links.from(LinkKind::process_application, process))
      if (link.status != MappingStatus::rejected && exists(link.states, c_.options.state)) direct.insert(link.to);
    for (const EntityRef function : functions) {
      const int box = sheet.add(f, item(function, Look::function, "functie-"));
      sheet.join(f - 1, at, box, !std::ranges::binary_search(sure, function));
      const std::vector<EntityRef> components = components_of(function);
      bool any = false;
      for (const EntityRef own : direct)
        if (reaches(own, components)) {
          add_application(sheet, box, own);
          served.insert(own);
          any = true;
        }
      if (!with_products_)
        for (const EntityRef component : components) {
          add_application(sheet, box, component);
          any = true;
        }
      if (!any && (!with_products_ || direct.empty()))
        sheet.join(f, box,
                   sheet.add(f + 1, gap(item(function, Look::function, "functie-").key,
                                        with_products_ ? "pp.geen-applicatie" : "pp.geen-component")));
    }
    const std::string key = item(process, Look::process, "proces-").key;
    std::vector<EntityRef> rest;
    std::ranges::set_difference(direct, served, std::back_inserter(rest));
    if (functions.empty()) {
      const int none = sheet.add(f, gap(key + "-functie", "pp.geen-functie"));
      sheet.join(f - 1, at, none);
      for (const EntityRef own : rest) add_application(sheet, none, own);
      if (rest.empty() && with_products_)
        sheet.join(f, none, sheet.add(f + 1, gap(key + "-applicatie", "pp.geen-applicatie")));
    } else if (!rest.empty()) {
      ColumnItem pass;
      pass.key = key + "-door";
      pass.passes = true;
      const int through = sheet.add(f, pass);
      sheet.join(f - 1, at, through);
      for (const EntityRef own : rest) add_application(sheet, through, own);
    }
  }

  std::vector<EntityRef> components_of(EntityRef function) const {
    return follow(m_, LinkKind::service_application, follow(m_, LinkKind::function_service, {function}));
  }

  bool reaches(EntityRef own, const std::vector<EntityRef>& components) const {
    if (std::ranges::find(components, own) != components.end()) return true;
    for (const EntityRef reference : follow(m_, LinkKind::application_reference, {own}))
      if (std::ranges::find(components, reference) != components.end()) return true;
    return false;
  }

  void add_application(ColumnSheet& sheet, int from, EntityRef application) const {
    const std::size_t f = process_column() + 1;
    const ColumnItem box = item(application, Look::application, "applicatie-");
    const int at = sheet.add(f + 1, box);
    sheet.join(f, from, at);
    std::vector<EntityRef> carriers = follow(m_, LinkKind::application_reference, {application});
    carriers.push_back(application);
    const std::vector<EntityRef> standards = follow(m_, LinkKind::application_standard, carriers);
    ColumnItem list;
    if (standards.empty()) {
      list = gap(box.key + "-standaard", "pp.geen-standaard");
    } else {
      list.key = box.key + "-standaarden";
      list.look = Look::standard;
      list.name = name_of(m_, standards.front());
      std::vector<std::string> names;
      for (const EntityRef standard : standards) names.push_back(name_of(m_, standard));
      sort_unique(names);
      list.name = counted(c_.labels, "pp.standaard", names.size());
      for (const std::string& name : names) list.list += (list.list.empty() ? "" : "; ") + name;
      list.tooltip = list.list;
    }
    sheet.join(f + 1, at, sheet.add(f + 2, std::move(list)));
  }

  /// Pages: leads in their order, as many as fit. A lead that fits on no page
  /// gets one of its own.
  std::vector<ColumnSheet> paginate(const Rect& room) const {
    std::vector<ColumnSheet> sheets;
    ColumnSheet sheet = empty_sheet();
    bool used = false;
    for (const Lead& lead : leads) {
      ColumnSheet longer = sheet;
      add_lead(longer, lead);
      if (used && (lead.new_page || height_of_sheet(longer, room.width) > room.height)) {
        sheets.push_back(std::move(sheet));
        sheet = empty_sheet();
        add_lead(sheet, lead);
      } else {
        sheet = std::move(longer);
      }
      used = true;
    }
    if (used) sheets.push_back(std::move(sheet));
    return sheets;
  }

  static void mark_repeats(std::vector<ColumnSheet>& sheets) {
    std::map<std::string, int> seen;
    for (const ColumnSheet& sheet : sheets)
      for (const auto& column : sheet.items)
        for (const ColumnItem& item : column) ++seen[item.key];
    for (ColumnSheet& sheet : sheets)
      for (auto& column : sheet.items)
        for (ColumnItem& item : column)
          if (seen[item.key] > 1 && item.look != Look::gap && item.look != Look::standard && !item.passes)
            item.mark = "*";
  }

  Frame make_frame() const {
    std::set<EntityRef> products, tied_products, processes, bare_processes;
    for (const Lead& lead : leads) {
      for (const auto& [product, proposed] : lead.products) {
        products.insert(product);
        if (lead.process.known() && !proposed) tied_products.insert(product);
      }
      if (!lead.process.known()) continue;
      processes.insert(lead.process);
      if (functions_of(m_, lead.process).empty()) bare_processes.insert(lead.process);
    }
    const auto figure = [](const auto& set) { return std::to_string(set.size()); };
    const std::string bare_products = std::to_string(products.size() - tied_products.size());
    Frame frame;
    if (leads.empty())
      frame.title = text("pp.leeg");
    else if (with_products_ && products.empty())
      frame.title = c_.labels.fill("pp.titel.zonder-producten", {name_, figure(bare_processes), figure(processes)});
    else if (with_products_)
      frame.title = c_.labels.fill("pp.titel.producten",
                                   {name_, bare_products, figure(products), figure(bare_processes), figure(processes)});
    else
      frame.title = c_.labels.fill("pp.titel.landschap", {figure(bare_processes), figure(processes)});
    const std::string_view word = drawn_state_words[static_cast<std::size_t>(c_.options.state)].word;
    frame.subtitle = text(with_products_ ? "pp.onderwerp.producten" : "pp.onderwerp.landschap");
    if (with_products_) frame.subtitle += "  ·  " + text(fmt::format("getekend.{}", word));
    frame.foot = foot_text(c_);
    frame.legend = {LegendItem::stroke(LineLook::link, text("pp.legenda.koppeling")),
                    LegendItem::stroke(LineLook::proposed, text("pp.legenda.voorstel")),
                    LegendItem::box(Look::gap, Tone::none, {}, text("pp.legenda.gat")),
                    LegendItem::box(Look::badge_plain, Tone::none, "*", text("pp.legenda.herhaald"))};
    return frame;
  }

  const DiagramContext& c_;
  const Model& m_;
  std::string key_, name_;
  bool with_products_;
};

bool is_drawn(const Process& p) { return p.own && !p.is_step(); }

/// The products of a domain with their processes, and the domain's processes without a product, as far as they exist in
/// the drawn state. An unknown domain stands for everything that has none.
std::vector<Lead> leads_of_domain(const Model& m, EntityRef domain, DrawnState drawn, const std::string& no_group) {
  std::map<EntityRef, Lead> by_process;
  std::vector<Lead> bare;
  const auto heading = [&](EntityRef group) { return group.known() ? name_of(m, group) : no_group; };
  for (std::uint32_t i = 0; i < m.products.size(); ++i) {
    const EntityRef product{EntityKind::product, i};
    if (!m.products[i].own || m.products[i].domain != domain) continue;
    bool any = false;
    for (const Link& link : m.links.from(LinkKind::product_process, product)) {
      if (link.status == MappingStatus::rejected || !exists(m.process(link.to).states, drawn)) continue;
      Lead& lead = by_process[link.to];
      lead.process = link.to;
      lead.products.emplace_back(product, link.status == MappingStatus::proposed);
      any = true;
    }
    if (!any) bare.push_back({{}, {{product, false}}, {}, {}, false});
  }
  for (std::uint32_t i = 0; i < m.processes.size(); ++i) {
    const EntityRef process{EntityKind::process, i};
    if (is_drawn(m.processes[i]) && exists(m.processes[i].states, drawn) && m.processes[i].domain == domain)
      by_process[process].process = process;
  }
  std::vector<Lead> leads;
  for (auto& [process, lead] : by_process) leads.push_back(std::move(lead));
  leads.insert(leads.end(), bare.begin(), bare.end());
  for (Lead& lead : leads) {
    lead.heading =
        heading(lead.products.empty() ? m.process(lead.process).group : m.product(lead.products[0].first).group);
    lead.product_heading = heading(lead.process.known() ? m.process(lead.process).group : EntityRef{});
  }
  std::stable_sort(leads.begin(), leads.end(), [&](const Lead& a, const Lead& b) {
    const auto key = [&](const Lead& l) {
      return std::tuple(l.heading, !l.process.known(), l.process.known() ? name_of(m, l.process) : std::string());
    };
    return key(a) < key(b);
  });
  return leads;
}

std::vector<Lead> leads_of_landscape(const LandscapeTree& tree) {
  std::vector<Lead> leads;
  const std::function<void(int, std::string)> walk = [&](int node, const std::string& path) {
    const LandscapeNode& n = tree.nodes[static_cast<std::size_t>(node)];
    leads.push_back({n.thing, {}, path.empty() ? n.name : path, {}, path.empty()});
    const std::string below =
        path.empty() || n.children.empty() ? (path.empty() ? n.name : path) : path + " › " + n.name;
    for (const int child : n.children) walk(child, below);
  };
  for (const int root : tree.roots) walk(root, "");
  return leads;
}

}  // namespace

std::vector<std::string> domain_ids(const Model& model) {
  std::vector<std::string> ids;
  for (const Domain& domain : model.domains) ids.emplace_back(domain.code.value);
  return ids;
}

std::vector<Diagram> make_product_process(const DiagramContext& context) {
  const Model& m = context.model;
  std::vector<Diagram> diagrams;
  const bool own = std::ranges::any_of(m.products, &Product::own) || std::ranges::any_of(m.processes, is_drawn);
  if (!own) {
    ProductProcessDrawing drawing(context, "", "", false);
    const LandscapeTree tree = landscape_tree(m);
    if (tree.reference) drawing.leads = leads_of_landscape(tree);
    diagrams.push_back(drawing.make());
    return diagrams;
  }
  const std::string no_group = context.labels.get("pp.zonder-groep");
  for (std::uint32_t i = 0; i < m.domains.size(); ++i) {
    if (!context.options.domain.empty() && m.domains[i].code.value != context.options.domain) continue;
    const EntityRef domain{EntityKind::domain, i};
    ProductProcessDrawing drawing(context, std::string(m.domains[i].code.value), name_of(m, domain), true);
    drawing.leads = leads_of_domain(m, domain, context.options.state, no_group);
    if (!drawing.leads.empty() || !context.options.domain.empty()) diagrams.push_back(drawing.make());
  }
  if (!context.options.domain.empty()) return diagrams;
  ProductProcessDrawing rest(context, "zonder-domein", context.labels.get("landschap.zonder-domein"), true);
  rest.leads = leads_of_domain(m, {}, context.options.state, no_group);
  if (!rest.leads.empty()) diagrams.push_back(rest.make());
  return diagrams;
}

}  // namespace keuzekaart
