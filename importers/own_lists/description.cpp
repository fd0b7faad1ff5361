#include "importers/own_lists/description.hpp"

#include <algorithm>
#include <array>

#include "importers/grammar/rule_words.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::own_lists {

namespace {

using namespace grammar;

template <class Value>
constexpr Field word_field(std::string_view name, bool needed = false) {
  return {name, Holds::word, needed, list_words<Value>};
}
constexpr Field needed(std::string_view name) { return {name, Holds::text, true}; }
constexpr Field many(std::string_view name) { return {name, Holds::many}; }

constexpr Field party_fields[] = {{"id"},
                                  needed("naam"),
                                  word_field<PartyKind>("soort"),
                                  {"deel-van"},
                                  word_field<OwnerKind>("eigenaarsoort"),
                                  word_field<Office>("kantoor")};
constexpr Field application_fields[] = {{"id"},
                                        needed("naam"),
                                        {"omschrijving"},
                                        {"leverancier"},
                                        many("referentiecomponent"),
                                        word_field<Lifecycle>("levenscyclus"),
                                        {"toestand", Holds::states},
                                        many("processen"),
                                        word_field<SupportQuality>("kwaliteit")};
constexpr Field process_fields[] = {{"id"},
                                    needed("naam"),
                                    {"omschrijving"},
                                    word_field<ProcessKind>("soort"),
                                    word_field<ProcessLevel>("niveau"),
                                    {"domein"},
                                    {"productgroep"},
                                    many("deel-van"),
                                    {"gemma"},
                                    {"iv3"},
                                    {"aanleiding"},
                                    {"resultaat"},
                                    {"doorlooptijd"},
                                    word_field<YesNo>("persoonsgegevens"),
                                    {"toestand", Holds::states},
                                    many("producten"),
                                    many("applicaties"),
                                    many("ketenpartners"),
                                    many("grondslagen"),
                                    many("verantwoordelijk"),
                                    many("uitvoerder"),
                                    many("regisseur"),
                                    many("klantcontact"),
                                    many("beslisser"),
                                    many("adviseur"),
                                    many("informatieleverancier")};
constexpr Field product_fields[] = {{"id"},
                                    needed("naam"),
                                    {"omschrijving"},
                                    {"domein"},
                                    {"productgroep"},
                                    {"upl"},
                                    word_field<ClientGroup>("doelgroep"),
                                    {"kanalen", Holds::words, false, list_words<Channel>},
                                    word_field<YesNo>("digitaal"),
                                    word_field<YesNo>("statusinzicht"),
                                    word_field<YesNo>("persoonsgegevens"),
                                    word_field<YesNo>("samengesteld"),
                                    {"volume", Holds::number},
                                    many("processen"),
                                    many("grondslagen")};
constexpr Field tie_fields[] = {
    {"product", Holds::many, true}, {"proces", Holds::many, true}, word_field<MappingStatus>("status")};
constexpr Field role_fields[] = {{"proces", Holds::many, true},          {"partij", Holds::many, true},
                                 word_field<Role>("rol", true),          {"toestand", Holds::states},
                                 word_field<PartnerType>("partnertype"), word_field<MunicipalRole>("gemeenterol"),
                                 word_field<RegieForm>("regievorm")};

constexpr Kind all_kinds[] = {{"partijen", party_fields},     {"applicaties", application_fields},
                              {"processen", process_fields},  {"producten", product_fields},
                              {"product-proces", tie_fields}, {"rollen", role_fields}};

constexpr std::string_view encoding_words[] = {"utf-8", "utf-16", "windows-1252", "iso-8859-1"};

// waarde: what a word of the list means
constexpr AttributeRule meaning_attributes[] = {name("lees", required), text("als")};
constexpr ElementRule meaning = {.name = "waarde", .attributes = meaning_attributes};
constexpr ChildRule meanings[] = {{&meaning, 0, true}};

constexpr AttributeRule one_attributes[] = {name("kolom"), text("standaard")};
constexpr AttributeRule many_attributes[] = {name("kolom"), text("standaard"), name("scheiding")};

constexpr AttributeRule list_attributes[] = {key("bestand", required),
                                             name("blad"),
                                             {"kopregel", Form::count},
                                             {"tekenset", Form::word, false, Thing::none, encoding_words}};

/// The elements of a kind: one for each field.
template <const auto& fields>
constexpr auto field_rules = [] {
  std::array<ElementRule, std::size(fields)> rules{};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    rules[i].name = fields[i].name;
    rules[i].attributes = fields[i].splits() ? std::span<const AttributeRule>(many_attributes) : one_attributes;
    rules[i].children = meanings;
  }
  return rules;
}();
template <const auto& fields>
constexpr auto field_children = [] {
  std::array<ChildRule, std::size(fields)> children{};
  for (std::size_t i = 0; i < children.size(); ++i)
    children[i] = {.element = &field_rules<fields>[i], .required = fields[i].required};
  return children;
}();
template <const auto& fields, std::size_t number>
constexpr ElementRule list_rule = {
    .name = all_kinds[number].name, .attributes = list_attributes, .children = field_children<fields>};

constexpr ChildRule lists_children[] = {
    {&list_rule<party_fields, 0>, 0, true},   {&list_rule<application_fields, 1>, 0, true},
    {&list_rule<process_fields, 2>, 0, true}, {&list_rule<product_fields, 3>, 0, true},
    {&list_rule<tie_fields, 4>, 0, true},     {&list_rule<role_fields, 5>, 0, true}};
constexpr AttributeRule lists_attributes[] = {name("naam")};
constexpr ElementRule lists = {.name = "lijsten", .attributes = lists_attributes, .children = lists_children};

}  // namespace

std::span<const Kind> kinds() { return all_kinds; }

const Kind* find_kind(std::string_view name) {
  const auto found = std::ranges::find(all_kinds, name, &Kind::name);
  return found == std::end(all_kinds) ? nullptr : found;
}

std::span<const std::string_view> encodings() { return encoding_words; }

const grammar::Grammar& lists_grammar() {
  static constexpr Grammar grammar{lists, "urn:keuzekaart:lijsten:1", "lijsten", Code::K320};
  return grammar;
}

}  // namespace keuzekaart::own_lists
