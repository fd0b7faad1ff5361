#include "modeler/facts/product_chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "modeler/facts/facts.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/records/states_text.hpp"

namespace keuzekaart {

namespace {

class ProductChain {
 public:
  ProductChain(const Model& model, const Labels& labels) : m_(model), labels_(labels) {}

  std::vector<ChainNode> of(EntityRef product) {
    std::vector<ChainNode> nodes;
    for (const Link* link : links(LinkKind::product_uniform, product))
      nodes.push_back(node("uniform", link->to, link, laws(link->to)));
    for (ChainNode& law : laws(product)) {
      const bool told = std::ranges::any_of(nodes, [&](const ChainNode& uniform) {
        return std::ranges::any_of(uniform.next, [&](const ChainNode& n) { return n.value == law.value; });
      });
      if (!told) nodes.push_back(std::move(law));
    }
    std::vector<const Link*> processes = links(LinkKind::product_process, product);
    std::ranges::stable_sort(processes, {}, [&](const Link* link) { return place_in_chain(link->to); });
    for (const Link* link : processes) nodes.push_back(process(*link));
    if (processes.empty()) nodes.push_back(gap("proces", "geen-proces"));
    return nodes;
  }

 private:
  /// Links that nobody refused.
  std::vector<const Link*> links(LinkKind kind, EntityRef from) const {
    std::vector<const Link*> found;
    for (const Link& link : m_.links.from(kind, from))
      if (link.status != MappingStatus::rejected) found.push_back(&link);
    return found;
  }

  /// How far a process stands in the municipality's first chain that holds it; those that no chain holds come last.
  std::size_t place_in_chain(EntityRef process) const {
    for (const Chain& chain : m_.chains)
      if (const auto at = std::ranges::find(chain.processes, process); chain.own && at != chain.processes.end())
        return static_cast<std::size_t>(at - chain.processes.begin());
    return static_cast<std::size_t>(-1);
  }

  std::string word(std::string_view key) const { return labels_.get(fmt::format("keten-van-product.{}", key)); }

  /// A thing, at the place where it stands; how it was tied stands in the trace.
  ChainNode node(std::string_view what, EntityRef thing, const Link* link, std::vector<ChainNode> next = {}) const {
    const Entity& entity = m_.entity(thing);
    ChainNode made{word(what), name_of(thing), Trace::read_at(place_of(entity)), false, std::move(next)};
    if (link != nullptr) {
      made.trace.rule = link->trace.rule;
      for (const Place place : link->trace.places)
        if (place != made.trace.places.front()) made.trace.places.push_back(place);
      if (link->status == MappingStatus::proposed) made.value += ", " + shown_word(labels_, link->status);
      if (link->quality != SupportQuality::unset) made.value += ", " + shown_word(labels_, link->quality);
      if (link->kind == LinkKind::process_application && link->states != States::every())
        made.value += ", " + state_names(link->states);
    }
    return made;
  }

  /// The id of a thing of the reference model says nothing to people: its name alone.
  std::string name_of(EntityRef thing) const {
    const std::string_view name = m_.entity(thing).name.value;
    const bool reference = (thing.kind == EntityKind::process && !m_.process(thing).own) ||
                           (thing.kind == EntityKind::application && !m_.applications[thing.index].own) ||
                           thing.kind == EntityKind::function || thing.kind == EntityKind::standard ||
                           thing.kind == EntityKind::law;
    return reference && !name.empty() ? std::string(name) : shown_name(m_, thing);
  }

  ChainNode gap(std::string_view what, std::string_view text) const {
    return {word(what), word(text), {Derivation::counted, {}}, true, {}};
  }

  static Place place_of(const Entity& entity) {
    return entity.origins.empty() ? entity.name.place : entity.origins.front().place;
  }

  std::vector<ChainNode> laws(EntityRef product) const {
    std::vector<ChainNode> nodes;
    for (const Link* link : links(LinkKind::product_law, product)) {
      nodes.push_back(node("wet", link->to, nullptr));
      nodes.back().trace = link->trace;  // the law stands where this product names it, not where another did first
    }
    return nodes;
  }

  ChainNode process(const Link& link) {
    ChainNode made = node(m_.process(link.to).own ? "proces" : "gemma-proces", link.to, &link);
    if (!m_.process(link.to).own) {
      made.next = functions(link.to);
      return made;
    }
    steps(link.to, made.next);
    const std::vector<const Link*> references = links(LinkKind::reference, link.to);
    for (const Link* reference : references)
      made.next.push_back(node("gemma-proces", reference->to, reference, functions(reference->to)));
    if (references.empty()) made.next.push_back(gap("gemma-proces", "geen-gemma-proces"));
    for (ChainNode& function : own_functions(link.to)) made.next.push_back(std::move(function));
    const std::vector<const Link*> applications = links(LinkKind::process_application, link.to);
    for (const Link* application : applications) made.next.push_back(own_application(*application));
    if (applications.empty()) made.next.push_back(gap("applicatie", "geen-applicatie"));
    return made;
  }

  /// The parts of a process, in order: by number, then by code.
  void steps(EntityRef process, std::vector<ChainNode>& into) const {
    std::vector<const Link*> parts = links(LinkKind::part, process);
    std::ranges::stable_sort(parts, {}, [&](const Link* link) { return m_.process(link->to).order; });
    std::size_t number = 0;
    for (const Link* part : parts) {
      ChainNode step = node("stap", part->to, part);
      step.what = labels_.fill("keten-van-product.stap", {fmt::format("{}", ++number)});
      into.push_back(std::move(step));
    }
  }

  std::vector<ChainNode> own_functions(EntityRef process) {
    std::vector<ChainNode> nodes;
    for (const Link* link : links(LinkKind::process_function, process))
      nodes.push_back(node("functie", link->to, link, components(link->to)));
    return nodes;
  }

  std::vector<ChainNode> functions(EntityRef reference) {
    std::vector<ChainNode> nodes = own_functions(reference);
    if (nodes.empty()) nodes.push_back(gap("functie", "geen-functie"));
    return nodes;
  }

  /// What supports a function: own applications by their component; the other components are counted.
  std::vector<ChainNode> components(EntityRef function) {
    std::vector<ChainNode> nodes;
    const std::vector<EntityRef> services = follow(m_, LinkKind::function_service, {function});
    std::size_t others = 0;
    std::set<EntityRef> told;
    for (const EntityRef component : follow(m_, LinkKind::service_application, services)) {
      const std::vector<EntityRef> own = follow_back(m_, LinkKind::application_reference, {component});
      if (own.empty()) ++others;
      for (const EntityRef application : own)
        if (told.insert(application).second)
          nodes.push_back(once(node("applicatie", application, nullptr), application, [&] {
            return std::vector{node("component", component, nullptr, standards(component))};
          }));
    }
    if (others != 0) {
      ChainNode rest = gap("component", "geen-applicatie");
      rest.value = labels_.fill("keten-van-product.andere-componenten", {fmt::format("{}", others)});
      nodes.push_back(std::move(rest));
    }
    return nodes;
  }

  /// What follows from a thing is told the first time that it comes up.
  template <class Next>
  ChainNode once(ChainNode made, EntityRef thing, Next next) {
    if (followed_.insert(thing).second)
      made.next = next();
    else
      made.value += ", " + word("zie-boven");
    return made;
  }

  ChainNode own_application(const Link& link) {
    return once(node("applicatie", link.to, &link), link.to, [&] {
      std::vector<ChainNode> next;
      const std::vector<const Link*> components = links(LinkKind::application_reference, link.to);
      for (const Link* component : components)
        next.push_back(node("component", component->to, component, standards(component->to)));
      if (components.empty()) next.push_back(gap("component", "geen-component"));
      return next;
    });
  }

  std::vector<ChainNode> standards(EntityRef component) const {
    std::vector<ChainNode> nodes;
    for (const Link* link : links(LinkKind::application_standard, component))
      nodes.push_back(node("standaard", link->to, link));
    if (nodes.empty()) nodes.push_back(gap("standaard", "geen-standaard"));
    return nodes;
  }

  const Model& m_;
  const Labels& labels_;
  std::set<EntityRef> followed_;
};

}  // namespace

std::vector<ChainNode> product_chain(const Model& model, const Labels& labels, EntityRef product) {
  return ProductChain(model, labels).of(product);
}

}  // namespace keuzekaart
