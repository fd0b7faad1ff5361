#include <set>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"
#include "modeler/join/unmet_names.hpp"
#include "modeler/source/address.hpp"

namespace keuzekaart {

namespace {

/// Ties products to processes where a source says so. What the map says of the same two goes first.
class Statements {
 public:
  explicit Statements(JoinBuilder& builder) : b_(builder) {
    for (const Link& link : b_.model.links.all())
      if (link.kind == LinkKind::product_process) said_.insert({link.from, link.to});
  }

  void run() {
    for (const JoinBuilder::Statement& s : b_.product_statements)
      if (const EntityRef process = process_called(s.other); process.known())
        tie(s.known, process, s.other.place);
      else
        report(s, b_.model.products[s.known.index], {});
    for (const JoinBuilder::Statement& s : b_.process_statements) {
      const std::vector<EntityRef> products = products_called(s.other);
      for (const EntityRef product : products) tie(product, s.known, s.other.place);
      if (products.empty()) report(s, b_.model.processes[s.known.index], "product");
    }
    unmet_.report(b_.diagnostics);
  }

 private:
  EntityRef process_called(const Text& name) const {
    for (const std::string_view key : {name.value, last_part(name.value)})
      for (const KeyIndex* index : {&b_.process_by_code, &b_.process_by_uuid})
        if (const auto found = index->find(key); found != index->end()) return found->second;
    return {};
  }

  /// A uniform product stands for all products of the municipality that belong to it.
  std::vector<EntityRef> products_called(const Text& name) const {
    for (const std::string_view key : {name.value, last_part(name.value)})
      if (const auto found = b_.product_by_key.find(key); found != b_.product_by_key.end()) return {found->second};
    const auto uniform = b_.product_by_upl.find(name.value);
    if (uniform == b_.product_by_upl.end()) return {};
    std::set<EntityRef> own;
    for (const Link& link : b_.model.links.all())
      if (link.kind == LinkKind::product_uniform && link.to == uniform->second) own.insert(link.from);
    if (own.empty() || b_.model.product(uniform->second).own) own.insert(uniform->second);
    return {own.begin(), own.end()};
  }

  void tie(EntityRef product, EntityRef process, Place place) {
    if (said_.insert({product, process}).second)
      b_.link(LinkKind::product_process, product, process, Derivation::same_identifier, {place});
  }

  /// Without any source that could hold the other that is said once.
  void report(const JoinBuilder::Statement& s, const Entity& known, std::string variant) {
    if (variant.empty() ? !b_.has_process_catalogue : b_.product_by_key.empty() && !b_.has_product_list)
      return unmet_.add(variant.empty() ? "zaaktype" : "product", s.other.place);
    b_.diagnostics.report(Code::K660, s.other.place, {std::string(known.code.value), std::string(s.other.value)})
        .variant = std::move(variant);
  }

  JoinBuilder& b_;
  std::set<std::pair<EntityRef, EntityRef>> said_;
  UnmetNames unmet_;
};

}  // namespace

void join_statements(JoinBuilder& b) { Statements(b).run(); }

}  // namespace keuzekaart
