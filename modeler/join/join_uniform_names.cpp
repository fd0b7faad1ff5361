#include <algorithm>
#include <unordered_map>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

/// A product of the list of uniform names, and how it was found.
struct Found {
  EntityRef product;
  Derivation rule = Derivation::same_upl_uri;
  Place place;  ///< of the URI or name by which it was found
};

class UniformNames {
 public:
  explicit UniformNames(JoinBuilder& builder) : b_(builder) {
    for (std::uint32_t i = 0; i < b_.model.products.size(); ++i) {
      const Product& product = b_.model.products[i];
      const auto listed = b_.product_by_upl.find(product.upl_uri.value);
      if (listed == b_.product_by_upl.end() || listed->second.index != i) continue;
      const auto [known, is_new] = by_name_.try_emplace(bare_name(product.upl_name.value), listed->second);
      if (!is_new) known->second = {};  // of two equal names neither counts
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < b_.model.products.size(); ++i)
      for (const UniformName& name : std::vector(b_.model.products[i].uniform_names))
        if (const Found found = find(name); found.product.known()) tie({EntityKind::product, i}, found);
  }

 private:
  /// By URI; else by name, because not every municipality writes the URI as the list does.
  Found find(const UniformName& name) {
    if (const auto by_uri = b_.product_by_upl.find(name.uri.value); by_uri != b_.product_by_upl.end())
      return {by_uri->second, Derivation::same_upl_uri, name.uri.place};
    if (!b_.has_product_list) return {};
    const Text& said = name.uri.empty() ? name.name : name.uri;
    const auto by_name = name.name.empty() ? by_name_.end() : by_name_.find(bare_name(name.name.value));
    if (by_name == by_name_.end() || !by_name->second.known()) {
      b_.diagnostics.report(Code::K643, said.place, {std::string(said.value)});
      return {};
    }
    const Product& product = b_.model.product(by_name->second);
    if (!name.uri.empty())
      b_.diagnostics
          .report(Code::K643, said.place,
                  {std::string(said.value), std::string(product.upl_uri.value), std::string(product.upl_name.value)})
          .variant = "by-name";
    return {by_name->second, Derivation::same_name, name.name.place};
  }

  void tie(EntityRef ref, const Found& found) {
    if (found.product == ref) return;
    Product& own = b_.model.products[ref.index];
    const Product& uniform = b_.model.product(found.product);
    b_.link(LinkKind::product_uniform, ref, found.product, found.rule, {found.place, uniform.upl_uri.place});
    if (own.upl_name.empty()) own.upl_name = uniform.upl_name;
    if (own.client_group == ClientGroup::unset) own.client_group = uniform.client_group;
    own.by_municipality = own.by_municipality || uniform.by_municipality;
    for (bool UniformKinds::*const kind :
         {&UniformKinds::application, &UniformKinds::subsidy, &UniformKinds::notification, &UniformKinds::obligation})
      own.kinds.*kind = own.kinds.*kind || uniform.kinds.*kind;
    for (const LegalGround& ground : std::vector(uniform.grounds)) {
      const bool had = std::ranges::any_of(own.grounds, [&](const LegalGround& g) {
        return g.uri.value == ground.uri.value && g.label.value == ground.label.value;
      });
      if (had) continue;
      own.grounds.push_back(ground);
      b_.link(LinkKind::product_law, ref, b_.law(ground, uniform.origins.back().source), found.rule,
              {found.place, ground.uri.empty() ? ground.label.place : ground.uri.place});
    }
  }

  JoinBuilder& b_;
  std::unordered_map<std::string, EntityRef> by_name_;  ///< look-up only
};

}  // namespace

void join_uniform_names(JoinBuilder& b) { UniformNames(b).run(); }

}  // namespace keuzekaart
