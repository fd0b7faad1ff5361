#include "importers/open_product.hpp"

#include <map>

#include "importers/json_entries.hpp"
#include "importers/json_fields.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// The models of a dump of the database that are looked at.
constexpr std::string_view product_type_model = "producttypen.producttype";
constexpr std::string_view translation_model = "producttypen.producttypetranslation";
constexpr std::string_view uniform_name_model = "producttypen.uniformeproductnaam";
constexpr std::string_view organisation_model = "locaties.organisatie";
constexpr std::string_view theme_model = "producttypen.thema";
constexpr std::string_view case_type_model = "producttypen.zaaktype";
constexpr std::string_view process_model = "producttypen.proces";

std::string_view model_of(JsonValue entry) {
  return entry["fields"].is(JsonKind::object) ? entry["model"].text().value : std::string_view();
}

bool is_product_type(JsonValue entry) {
  if (!model_of(entry).empty()) return model_of(entry) == product_type_model;
  return entry["uniforme_product_naam"] && (entry["code"] || entry["uuid"] || entry["naam"]) && !entry["producttype"];
}

/// Whether an entry of a dump belongs to Open Product's own tables.
bool is_of_product_types(JsonValue entry) {
  return model_of(entry).starts_with("producttypen.") || is_product_type(entry);
}

/// One reading of one file.
class OpenProductReading {
 public:
  OpenProductReading(const JsonFile& json, Sources& sources, Diagnostics& diagnostics)
      : json_(json), pool_(sources.pool()), diagnostics_(diagnostics) {
    list_.own = true;
  }

  ProductList read() {
    const JsonEntries entries = entries_of(json_);
    bool any = false;
    entries.for_each([&](JsonValue entry) {
      any = is_product_type(entry) || any;
      if (!model_of(entry).empty()) take_dumped(entry);
    });
    if (!any) {
      diagnostics_.report(Code::K154, json_.root().place(), {"open-product"});
      return std::move(list_);
    }
    entries.for_each([this](JsonValue entry) {
      if (is_product_type(entry))
        read_product_type(entry);
      else if (const std::string_view model = model_of(entry);
               !model.starts_with("producttypen.") && model != organisation_model)
        passed_over_.add(entry);
    });
    passed_over_.report(diagnostics_);
    report_page(json_, diagnostics_);
    return std::move(list_);
  }

 private:
  /// What a dump keeps in tables of its own, by the number or name with which product types refer to it.
  struct Tables {
    std::map<std::string_view, JsonValue> names;          ///< translation, by product type
    std::map<std::string_view, JsonValue> uniform_names;  ///< by name
    std::map<std::string_view, JsonValue> organisations, themes;
    std::multimap<std::string_view, JsonValue> deliverers;  ///< case types and processes, by product type
  };

  Text value(JsonValue from, std::string_view name) { return text_field(from[name], pool_, diagnostics_); }

  JsonValue list(JsonValue from, std::string_view name) { return list_field(from[name], diagnostics_); }

  void take_dumped(JsonValue entry) {
    const std::string_view model = model_of(entry);
    const JsonValue fields = entry["fields"];
    const std::string_view number = entry["pk"].text().value;
    if (model == uniform_name_model) tables_.uniform_names.emplace(fields["naam"].text().value, fields);
    if (model == organisation_model) tables_.organisations.emplace(number, fields);
    if (model == theme_model) tables_.themes.emplace(number, fields);
    if (model == case_type_model || model == process_model)
      tables_.deliverers.emplace(fields["producttype"].text().value, fields);
    if (model != translation_model) return;
    const auto [known, is_new] = tables_.names.try_emplace(fields["master"].text().value, fields);
    if (!is_new && fields["language_code"].text().value == "nl") known->second = fields;
  }

  void read_product_type(JsonValue entry) {
    const bool dumped = !model_of(entry).empty();
    const JsonValue fields = dumped ? entry["fields"] : entry;
    CatalogueProduct product;
    const Text uuid = value(fields, "uuid");
    product.code = value(fields, "code");
    product.key = uuid.empty() ? product.code : uuid;
    if (product.key.empty()) {
      diagnostics_.report(Code::K155, entry.place(), {"producttype", "code"});
      return;
    }
    const std::string_view number = entry["pk"].text().value;
    const auto translated = tables_.names.find(number);
    const JsonValue texts = dumped && translated != tables_.names.end() ? translated->second : fields;
    product.name = value(texts, "naam");
    if (product.name.empty()) product.name = product.code.empty() ? product.key : product.code;
    product.description = value(texts, "samenvatting");
    product.by_municipality = true;
    read_audience(product, value(fields, "doelgroep"));
    read_uniform_names(product, fields["uniforme_product_naam"]);
    read_related(product, fields);
    if (dumped) {
      const auto [first, last] = tables_.deliverers.equal_range(number);
      for (auto it = first; it != last; ++it) add_deliverer(product, it->second);
    } else {
      for (const std::string_view field : {"zaaktypen", "processen"})
        for (const JsonValue item : list(fields, field).children())
          if (!add_deliverer(product, item))
            diagnostics_.report(Code::K153, item.place(), {std::string(field)}).variant = "object";
    }
    const auto [known, is_new] = keys_.try_emplace(product.key.value, product.key.place);
    if (is_new)
      list_.products.push_back(std::move(product));
    else
      diagnostics_.report(Code::K201, product.key.place, {std::string(product.key.value)}).related = known->second;
  }

  static void read_audience(CatalogueProduct& product, const Text& audience) {
    product.for_residents = audience.value.find("burgers") != std::string_view::npos;
    product.for_companies = audience.value.find("bedrijven") != std::string_view::npos;
  }

  /// A name or a URI; in a dump a list with the name, whose URI stands in a table of its own.
  void read_uniform_names(CatalogueProduct& product, JsonValue field) {
    const auto add = [&](const Text& text) {
      if (text.empty()) return;
      UniformName made;
      if (text.value.find("://") != std::string_view::npos)
        made.uri = text;
      else
        made.name = text;
      const auto known = tables_.uniform_names.find(text.value);
      if (known != tables_.uniform_names.end()) made.uri = on_one_line(known->second["uri"].text(), pool_);
      if (!is_placeholder(made)) product.uniform_names.push_back(made);
    };
    if (field.is(JsonKind::list))
      for (const Text& text : text_list(field, pool_, diagnostics_)) add(text);
    else
      add(text_field(field, pool_, diagnostics_));
    if (!product.uniform_names.empty()) product.upl_uri = product.uniform_names.front().uri;
  }

  /// Themes, and the first organisation as the one that provides it.
  void read_related(CatalogueProduct& product, JsonValue fields) {
    const auto name_of = [&](JsonValue item, const std::map<std::string_view, JsonValue>& table) {
      const auto known = table.find(item.text().value);
      return on_one_line((known == table.end() ? item : known->second)["naam"].text(), pool_);
    };
    for (const JsonValue item : list(fields, "themas").children())
      if (const Text name = name_of(item, tables_.themes); !name.empty()) product.themes.push_back(name);
    for (const JsonValue item : list(fields, "organisaties").children())
      if (const Text name = name_of(item, tables_.organisations); product.provider.empty()) product.provider = name;
  }

  /// A case type or process is named by urn and address; older versions give the uuid.
  bool add_deliverer(CatalogueProduct& product, JsonValue item) {
    for (const std::string_view field : {"urn", "url", "uuid"})
      if (const Text name = on_one_line(item[field].text(), pool_); !name.empty()) {
        product.processes.push_back(name);
        return true;
      }
    return false;
  }

  const JsonFile& json_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  ProductList list_;
  Tables tables_;
  PassedOver passed_over_;
  std::map<std::string_view, Place> keys_;
};

}  // namespace

bool recognises_open_product(const Candidate& candidate) {
  if (candidate.folder) return false;
  TextPool pool;
  const JsonFile head = json_head(candidate.head, pool);
  bool any = false;
  entries_of(head).for_each([&](JsonValue entry) { any = is_of_product_types(entry) || any; });
  return any;
}

SourceContent read_open_product(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json(path, sources, diagnostics);
  return json ? OpenProductReading(*json, sources, diagnostics).read() : ProductList{.own = true, .products = {}};
}

ProductList read_open_product_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  const std::unique_ptr<JsonFile> json = read_json_bytes(std::move(path), std::move(bytes), sources, diagnostics);
  return json ? OpenProductReading(*json, sources, diagnostics).read() : ProductList{.own = true, .products = {}};
}

}  // namespace keuzekaart
