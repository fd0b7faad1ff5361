#include "modeler/tables/process_facts.hpp"

#include <algorithm>
#include <set>

#include "modeler/model/reach.hpp"

namespace keuzekaart {

EntityRef process_ref(std::size_t index) { return {EntityKind::process, static_cast<std::uint32_t>(index)}; }

std::string name_of(const Entity& entity) {
  return std::string(entity.name.empty() ? entity.code.value : entity.name.value);
}

Gathered parties_of(const Model& model, EntityRef process, Role role, State state) {
  Gathered gathered;
  for (const RoleAssignment* assignment : roles_in(model, process, role, state)) {
    Trace trace = assignment->trace;
    if (assignment->process != process) trace.rule = Derivation::inherited_from_whole;
    gathered.add(name_of(model.party(assignment->party)), trace);
  }
  return gathered;
}

namespace {

/// Walks wholes before parts; a process with several wholes comes under the first.
class ReadingOrder {
 public:
  ReadingOrder(const Model& model, std::vector<EntityRef> members) : model_(model), members_(std::move(members)) {
    std::ranges::sort(members_, [this](EntityRef a, EntityRef b) { return before(a, b); });
    for (const EntityRef ref : members_) inside_.insert(ref);
  }

  std::vector<EntityRef> walk() {
    for (const EntityRef ref : members_)
      if (!has_whole_inside(ref)) visit(ref);
    for (const EntityRef ref : members_) visit(ref);  // processes that are part of each other have no top
    return std::move(order_);
  }

 private:
  std::string_view domain_of(EntityRef ref) const {
    const EntityRef domain = model_.process(ref).domain;
    return domain.known() ? model_.entity(domain).name.value : std::string_view();
  }

  bool before(EntityRef a, EntityRef b) const {
    const Process& p = model_.process(a);
    const Process& q = model_.process(b);
    const std::string_view m = domain_of(a);
    const std::string_view n = domain_of(b);
    if (m != n) return m.empty() != n.empty() ? n.empty() : reads_before(m, n);
    if (p.kind != q.kind)
      return (p.kind == ProcessKind::unset) != (q.kind == ProcessKind::unset) ? q.kind == ProcessKind::unset
                                                                              : p.kind < q.kind;
    if (p.order != q.order) return p.order < q.order;
    if (p.name.value != q.name.value) return reads_before(p.name.value, q.name.value);
    return a < b;
  }

  bool has_whole_inside(EntityRef ref) const {
    return std::ranges::any_of(model_.links.to(LinkKind::part, ref), [this, ref](std::uint32_t number) {
      const EntityRef whole = model_.links.at(number).from;
      return whole != ref && inside_.contains(whole);
    });
  }

  void visit(EntityRef top) {
    std::vector<EntityRef> waiting = {top};
    while (!waiting.empty()) {
      const EntityRef ref = waiting.back();
      waiting.pop_back();
      if (!inside_.contains(ref) || !visited_.insert(ref).second) continue;
      order_.push_back(ref);
      std::vector<EntityRef> parts;
      for (const Link& link : model_.links.from(LinkKind::part, ref)) parts.push_back(link.to);
      std::ranges::sort(parts, [this](EntityRef a, EntityRef b) { return before(b, a); });
      waiting.insert(waiting.end(), parts.begin(), parts.end());
    }
  }

  const Model& model_;
  std::vector<EntityRef> members_;
  std::set<EntityRef> inside_, visited_;
  std::vector<EntityRef> order_;
};

template <class Wanted>
std::vector<EntityRef> select(const Model& model, Wanted wanted) {
  std::vector<EntityRef> members;
  for (std::size_t i = 0; i < model.processes.size(); ++i)
    if (wanted(model.processes[i])) members.push_back(process_ref(i));
  return ReadingOrder(model, std::move(members)).walk();
}

void add_end(Gathered& gathered, const Model& model, const Labels& labels, const Link& link, EntityRef end) {
  if (link.status == MappingStatus::rejected) return;
  const std::string name = name_of(model.entity(end));
  gathered.add(link.status == MappingStatus::proposed ? labels.fill("tabel.voorgesteld", {name}) : name, link.trace);
}

}  // namespace

std::vector<EntityRef> own_processes(const Model& model) {
  return select(model, [](const Process& p) { return p.own; });
}

std::vector<EntityRef> landscape_processes(const Model& model) {
  return select(model, [](const Process& p) { return !p.own && p.landscape; });
}

std::vector<EntityRef> other_processes(const Model& model) {
  return select(model, [](const Process& p) { return !p.own && !p.landscape; });
}

Gathered linked_from(const Model& model, const Labels& labels, LinkKind kind, EntityRef from) {
  Gathered gathered;
  for (const Link& link : model.links.from(kind, from)) add_end(gathered, model, labels, link, link.to);
  return gathered;
}

Gathered linked_to(const Model& model, const Labels& labels, LinkKind kind, EntityRef to) {
  Gathered gathered;
  for (const std::uint32_t number : model.links.to(kind, to)) {
    const Link& link = model.links.at(number);
    add_end(gathered, model, labels, link, link.from);
  }
  return gathered;
}

}  // namespace keuzekaart
