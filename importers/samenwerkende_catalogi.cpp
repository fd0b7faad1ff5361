#include "importers/samenwerkende_catalogi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "importers/guarded_xml.hpp"
#include "importers/tidy_text.hpp"
#include "importers/xml_head.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view product_namespace = "http://standaarden.overheid.nl/product/terms/";
constexpr std::string_view answer_namespaces[] = {"http://www.loc.gov/zing/srw/",
                                                  "http://docs.oasis-open.org/ns/search-ws/sruResponse"};

bool is_product_root(std::string_view name) { return name == "scproducten" || name == "scproduct"; }
constexpr std::string_view answer_root = "searchRetrieveResponse";

/// The lists from which the name of an organisation is taken.
struct Scheme {
  std::string_view name;
  PartyKind kind;
};
constexpr Scheme schemes[] = {{"overheid:Gemeente", PartyKind::municipality},
                              {"overheid:Provincie", PartyKind::province},
                              {"overheid:Waterschap", PartyKind::water_board},
                              {"overheid:Ministerie", PartyKind::state},
                              {"overheid:Rijksorganisatie", PartyKind::state}};

/// The first child with this local name.
pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children())
    if (local_name(node.name()) == name) return node;
  return {};
}

/// The first element with this local name anywhere below.
pugi::xml_node below(pugi::xml_node parent, std::string_view name) {
  return parent.find_node([&](pugi::xml_node node) { return local_name(node.name()) == name; });
}

/// One reading of one feed or answer.
class ScReading {
 public:
  ScReading(const XmlFile& xml, Sources& sources, Diagnostics& diagnostics)
      : xml_(xml), pool_(sources.pool()), diagnostics_(diagnostics) {
    list_.own = true;
  }

  ProductList read() {
    pugi::xml_node root = xml_.root();
    const std::string_view name = local_name(root.name());
    const std::string_view space = namespace_of(root);
    const bool answer =
        name == answer_root && std::ranges::find(answer_namespaces, space) != std::end(answer_namespaces);
    if (!answer && !(is_product_root(name) && space == product_namespace)) {
      diagnostics_.report(Code::K156, xml_.place_of(root), {root.name()});
      return std::move(list_);
    }
    struct Products : pugi::xml_tree_walker {
      std::vector<pugi::xml_node> found;
      bool for_each(pugi::xml_node& node) override {
        if (local_name(node.name()) == "scproduct") found.push_back(node);
        return true;
      }
    } products;
    if (name == "scproduct") products.found.push_back(root);
    root.traverse(products);
    for (const pugi::xml_node product : products.found) read_product(product);
    if (answer) check_answer(root, products.found.size());
    if (products.found.empty() && !diagnostics_.has_errors()) {
      Diagnostic& said = diagnostics_.report(Code::K154, xml_.place_of(root), {"samenwerkende-catalogi"});
      said.variant = answer ? "answer" : "no-products";
    }
    return std::move(list_);
  }

 private:
  Text value(pugi::xml_node parent, std::string_view name) {
    const pugi::xml_node element = child(parent, name);
    return element ? on_one_line(xml_.content(element, pool_), pool_) : Text{};
  }

  /// What the search service says of its answer.
  void check_answer(pugi::xml_node root, std::size_t read) {
    if (const pugi::xml_node said = below(child(root, "diagnostics"), "diagnostic")) {
      const Text message = value(said, "message");
      const Text details = value(said, "details");
      const Text& shown = message.empty() ? details : message;
      diagnostics_.report(Code::K158, shown.place.known() ? shown.place : xml_.place_of(said),
                          {std::string(shown.value)});
    }
    const Text total = value(root, "numberOfRecords");
    std::size_t all = 0;
    std::from_chars(total.value.data(), total.value.data() + total.value.size(), all);
    if (all > read) diagnostics_.report(Code::K157, total.place, {fmt::format("{}", read), std::string(total.value)});
  }

  void read_product(pugi::xml_node element) {
    const pugi::xml_node meta = child(element, "meta");
    const pugi::xml_node core = child(meta, "owmskern");
    const pugi::xml_node mantle = child(meta, "owmsmantel");
    const pugi::xml_node more = child(meta, "scmeta");
    CatalogueProduct product;
    product.name = value(core, "title");
    if (product.name.empty()) {
      diagnostics_.report(Code::K155, xml_.place_of(element), {"product", "title"});
      return;
    }
    product.description = value(mantle, "abstract");
    read_provider(product, child(core, "authority"));
    product.address = value(core, "identifier");
    read_key(product, value(more, "productID"));
    for (const pugi::xml_node field : mantle.children()) {
      const std::string_view name = local_name(field.name());
      if (name == "audience") read_audience(product, field);
      if (name == "subject") add_text(product.themes, field);
    }
    for (const pugi::xml_node field : more.children())
      if (local_name(field.name()) == "uniformeProductnaam") read_uniform_name(product, field);
    add_enriched_address(product, element);
    if (!product.uniform_names.empty()) product.upl_uri = product.uniform_names.front().uri;
    const Text online = value(more, "onlineAanvragen");
    if (!online.empty()) product.digital = online.value == "nee" ? YesNo::no : YesNo::yes;
    const auto [known, is_new] = keys_.try_emplace(product.key.value, product.key.place);
    if (is_new)
      list_.products.push_back(std::move(product));
    else
      diagnostics_.report(Code::K201, product.key.place, {std::string(product.key.value)}).related = known->second;
  }

  void add_text(std::vector<Text>& into, pugi::xml_node field) {
    if (const Text text = on_one_line(xml_.content(field, pool_), pool_); !text.empty()) into.push_back(text);
  }

  void read_provider(CatalogueProduct& product, pugi::xml_node authority) {
    if (authority) product.provider = on_one_line(xml_.content(authority, pool_), pool_);
    for (const Scheme& scheme : schemes)
      if (scheme.name == authority.attribute("scheme").value()) product.provider_kind = scheme.kind;
    product.by_municipality = product.provider_kind == PartyKind::municipality;
    if (product.provider.empty())
      diagnostics_.report(Code::K640, product.name.place, {std::string(product.name.value)}).variant = "authority";
  }

  void read_key(CatalogueProduct& product, const Text& id) {
    product.code = !id.empty() ? id : !product.address.empty() ? product.address : product.name;
    if (id.empty())
      diagnostics_.report(Code::K640, product.name.place,
                          {std::string(product.name.value), std::string(product.code.value)});
    product.key = product.code;
    if (!product.provider.empty())
      product.key.value = pool_.keep(fmt::format("{}@{}", product.code.value, product.provider.value));
  }

  void read_audience(CatalogueProduct& product, pugi::xml_node field) {
    const Text audience = on_one_line(xml_.content(field, pool_), pool_);
    if (audience.value == "particulier") product.for_residents = true;
    if (audience.value == "ondernemer") product.for_companies = true;
  }

  void read_uniform_name(CatalogueProduct& product, pugi::xml_node field) {
    const UniformName made{trimmed(xml_.text(field, "resourceIdentifier", pool_)),
                           on_one_line(xml_.content(field, pool_), pool_)};
    if ((!made.uri.empty() || !made.name.empty()) && !is_placeholder(made)) product.uniform_names.push_back(made);
  }

  /// The search service adds the URI of a uniform product name that the municipality gave by name only.
  void add_enriched_address(CatalogueProduct& product, pugi::xml_node element) {
    const pugi::xml_node enriched = child(element.parent().parent(), "enrichedData");
    const Text uri = value(enriched, "uniformeProductnaamUri");
    if (uri.empty()) return;
    if (is_placeholder({uri, {}})) return;
    if (product.uniform_names.empty()) product.uniform_names.push_back({uri, {}});
    if (product.uniform_names.size() == 1 && product.uniform_names.front().uri.empty())
      product.uniform_names.front().uri = uri;
  }

  const XmlFile& xml_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  ProductList list_;
  std::map<std::string_view, Place> keys_;
};

}  // namespace

bool recognises_samenwerkende_catalogi(const Candidate& candidate) {
  if (candidate.folder) return false;
  const std::string_view name = local_name(first_element(candidate.head));
  if (candidate.head.find(product_namespace) != std::string::npos) return is_product_root(name) || name == answer_root;
  // An answer that found nothing does not say what was looked for.
  return name == answer_root && candidate.head.find("numberOfRecords") != std::string::npos &&
         candidate.head.find("recordData") == std::string::npos;
}

SourceContent read_samenwerkende_catalogi(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<XmlFile> xml = read_xml(path, sources, diagnostics);
  return xml ? ScReading(*xml, sources, diagnostics).read() : ProductList{.own = true, .products = {}};
}

ProductList read_samenwerkende_catalogi_text(std::string path, std::string text, Sources& sources,
                                             Diagnostics& diagnostics) {
  const FileId file = sources.add(std::move(path), std::move(text));
  const std::unique_ptr<XmlFile> xml = parse_guarded(file, sources.text(file), diagnostics);
  return xml ? ScReading(*xml, sources, diagnostics).read() : ProductList{.own = true, .products = {}};
}

}  // namespace keuzekaart
