#include <algorithm>
#include <set>

#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

/// What follows the last slash of a URI: short, and as stable as the URI.
Text term_of(const Text& uri) {
  const std::size_t slash = uri.value.rfind('/');
  if (slash == std::string_view::npos || slash + 1 == uri.value.size()) return uri;
  return {uri.value.substr(slash + 1), uri.place};
}

ClientGroup client_group(const CatalogueProduct& p) {
  if (p.for_residents && p.for_companies) return ClientGroup::both;
  if (p.for_residents) return ClientGroup::residents;
  return p.for_companies ? ClientGroup::companies : ClientGroup::unset;
}

void merge(JoinBuilder& b, EntityRef known, const CatalogueProduct& p, std::uint32_t source) {
  b.found_again(known, p.key, p.name, source, Derivation::same_upl_uri);
  Product& row = b.model.products[known.index];
  b.contradict_client_group(known, row.client_group, row.origins.front().place, client_group(p), p.key.place, source);
  b.contradict_grounds(known, row.grounds, p.grounds, source);
  for (const LegalGround& ground : p.grounds) {
    const bool had = std::any_of(row.grounds.begin(), row.grounds.end(), [&](const LegalGround& g) {
      return g.uri.value == ground.uri.value && g.label.value == ground.label.value;
    });
    if (!had) row.grounds.push_back(ground);
  }
}

/// A second catalogue has the product too: what it says more counts, what it says otherwise is told about.
void add_to_own_product(JoinBuilder& b, EntityRef ref, const CatalogueProduct& p, std::uint32_t source) {
  Product& row = b.model.products[ref.index];
  b.contradict_client_group(ref, row.client_group, row.origins.front().place, client_group(p), p.key.place, source);
  b.contradict_word(ref, "digitaal", row.digital, p.digital, p.key.place, source);
  if (row.client_group == ClientGroup::unset) row.client_group = client_group(p);
  if (row.digital == YesNo::unset) row.digital = p.digital;
  b.take_or_contradict(ref, "upl-uri", row.upl_uri, p.upl_uri, source);
  if (row.uniform_names.empty()) row.uniform_names = p.uniform_names;
  b.contradict_grounds(ref, row.grounds, p.grounds, source);
  if (row.grounds.empty()) row.grounds = p.grounds;
  if (row.description.empty()) row.description = p.description;
}

/// A product of a municipality's own catalogue. What it is called is its id, unless another product has that.
void join_own_product(JoinBuilder& b, const CatalogueProduct& p, std::uint32_t source) {
  EntityRef ref;
  if (const auto found = b.product_by_key.find(p.key.value); found != b.product_by_key.end()) {
    ref = found->second;
    b.found_again(ref, p.key, p.name, source, Derivation::same_product_key);
    add_to_own_product(b, ref, p, source);
  } else {
    Product row;
    row.own = true;
    const Text& code = p.code.empty() ? p.key : p.code;
    row.code = b.product_by_key.contains(code.value) ? p.key : code;
    row.name = p.name;
    row.description = p.description;
    row.client_group = client_group(p);
    row.digital = p.digital;
    row.by_municipality = p.by_municipality;
    row.grounds = p.grounds;
    row.uniform_names = p.uniform_names;
    row.themes = p.themes;
    row.upl_uri = p.upl_uri;
    if (!p.uniform_names.empty()) row.upl_name = p.uniform_names.front().name;
    row.origins.push_back({source, p.key.place, Derivation::read});
    ref = b.add(EntityKind::product, b.model.products, std::move(row));
    b.product_by_key.emplace(p.key.value, ref);
    b.product_by_key.emplace(code.value, ref);
    if (!p.address.empty()) b.product_by_key.emplace(p.address.value, ref);
  }
  if (!p.provider.empty()) {
    b.link(LinkKind::product_provider, ref, b.party_named(p.provider, p.provider_kind, source), Derivation::read,
           {p.provider.place});
  }
  for (const Text& process : p.processes) b.product_statements.push_back({ref, process});
}

void join_own_products(JoinBuilder& b, const ProductList& list, std::uint32_t source) {
  std::set<std::string_view> names;
  std::size_t named = 0;
  for (const CatalogueProduct& p : list.products) {
    if (!p.uniform_names.empty()) ++named;
    for (const UniformName& name : p.uniform_names) names.insert(name.uri.empty() ? name.name.value : name.uri.value);
    join_own_product(b, p, source);
  }
  b.tally(source, "telling.producten", list.products.size());
  b.tally(source, "telling.producten-met-upl", named);
  b.tally(source, "telling.uniforme-namen", names.size());
}

}  // namespace

void take_from_list(Product& product, const Product& listed) {
  product.upl_name = listed.upl_name;
  product.grounds = listed.grounds;
  product.by_municipality = listed.by_municipality;
  product.kinds = listed.kinds;
  product.client_group = listed.client_group;
}

void join_products(JoinBuilder& b, const ProductList& list, std::uint32_t source) {
  if (list.own) return join_own_products(b, list, source);
  b.has_product_list = true;
  std::size_t products = 0;
  std::size_t municipal = 0;
  std::size_t with_ground = 0;
  std::size_t placeholders = 0;
  for (const CatalogueProduct& p : list.products) {
    ++products;
    if (p.by_municipality) ++municipal;
    if (p.by_municipality && !p.grounds.empty()) ++with_ground;
    if (p.placeholder) {  // the list counts it, but it is no product
      ++placeholders;
      continue;
    }
    if (const auto found = b.product_by_upl.find(p.upl_uri.value); found != b.product_by_upl.end()) {
      merge(b, found->second, p, source);
      continue;
    }
    Product row;
    row.code = term_of(p.key);
    row.name = p.name;
    row.upl_uri = p.upl_uri;
    row.upl_name = p.name;
    row.client_group = client_group(p);
    row.grounds = p.grounds;
    row.by_municipality = p.by_municipality;
    row.kinds = {p.application, p.subsidy, p.notification, p.obligation};
    row.origins.push_back({source, p.key.place, Derivation::read});
    const EntityRef ref = b.add(EntityKind::product, b.model.products, std::move(row));
    b.product_by_upl.emplace(p.upl_uri.value, ref);
  }
  b.tally(source, "telling.producten", products);
  b.tally(source, "telling.producten-gemeente", municipal);
  b.tally(source, "telling.producten-met-grondslag", with_ground);
  if (placeholders != 0) b.tally(source, "telling.plaatshouders", placeholders);
}

}  // namespace keuzekaart
