#include "importers/catalogue/description.hpp"

#include "importers/catalogue/rules_grammar.hpp"
#include "importers/grammar/rule_words.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::catalogue {

namespace {

using namespace grammar;

// A text in both languages. The English may be left out.
constexpr ElementRule nl = text_element("nl"), en = text_element("en");
constexpr ChildRule languages[] = {{&nl, 0, false, required}, {&en, 1}};
constexpr ElementRule bilingual(std::string_view name) { return {.name = name, .children = languages}; }

constexpr ElementRule entry_name = bilingual("naam"), also_known_as = bilingual("ook-genoemd"),
                      source_description = bilingual("omschrijving");
constexpr AttributeRule description_attributes[] = {word<Basis>("basis")};
constexpr ElementRule description = {
    .name = "omschrijving", .attributes = description_attributes, .children = languages};

// What an entry says: wat, waarom, doel, valkuil, ...
constexpr AttributeRule statement_attributes[] = {of(Form::area, "aspect"), refer("functies", Thing::function),
                                                  refers("bron", Thing::catalogue_source), word<Basis>("basis")};
constexpr auto statements = [] {
  std::array<ElementRule, std::size(Vocabulary<StatementKind>::words)> rules{};
  for (std::size_t i = 0; i < rules.size(); ++i)
    rules[i] = {
        .name = Vocabulary<StatementKind>::words[i].word, .attributes = statement_attributes, .children = languages};
  return rules;
}();

// Every entry has these attributes and children, and then its own.
constexpr AttributeRule entry_attributes[] = {id, refers("bron", Thing::catalogue_source),
                                              word<Basis>("basis", required), word<Basis>("kenmerken")};
constexpr std::uint8_t statement_step = 8, last_step = 9;

template <std::size_t N>
constexpr auto attributes(const AttributeRule (&own)[N]) {
  std::array<AttributeRule, std::size(entry_attributes) + N> all{};
  for (std::size_t i = 0; i < std::size(entry_attributes); ++i) all[i] = entry_attributes[i];
  for (std::size_t i = 0; i < N; ++i) all[std::size(entry_attributes) + i] = own[i];
  return all;
}

constexpr std::array<ChildRule, 0> nothing{};

/// Name and description, then the entry's own texts, then its statements, then what is left.
template <std::size_t N, std::size_t M>
constexpr auto children(const std::array<ChildRule, N>& own, const std::array<ChildRule, M>& last) {
  std::array<ChildRule, 3 + N + statements.size() + M> all{};
  all[0] = {&entry_name, 0, false, required};
  all[1] = {&also_known_as, 1};
  all[2] = {&description, 2};
  std::size_t at = 3;
  for (const ChildRule& child : own) all[at++] = child;
  for (const ElementRule& rule : statements) all[at++] = {&rule, statement_step, true};
  for (const ChildRule& child : last) all[at++] = child;
  return all;
}
constexpr auto common_children = children(nothing, nothing);

// bronnen
constexpr AttributeRule source_attributes[] = {id, text("auteur"), text("jaar")};
constexpr ChildRule source_children[] = {{&entry_name, 0, false, required}, {&source_description, 1}};
constexpr ElementRule source = {
    .name = "bron", .attributes = source_attributes, .children = source_children, .names = Thing::catalogue_source};

// aspectgebieden, stappen
constexpr ElementRule area = {
    .name = "aspectgebied", .attributes = entry_attributes, .children = common_children, .names = Thing::aspect_area};
constexpr ElementRule product = bilingual("resultaat");
constexpr auto step_children = children(std::array{ChildRule{&product, 3}}, nothing);
constexpr ElementRule step = {
    .name = "stap", .attributes = entry_attributes, .children = step_children, .names = Thing::step};

// functies
constexpr AttributeRule gemma_attributes[] = {word<GemmaKind>("soort", required), name("naam", required),
                                              key("object-id"), word<Basis>("basis")};
constexpr ElementRule gemma = {.name = "gemma", .attributes = gemma_attributes};
constexpr AttributeRule requirement_attributes[] = {name("naam", required)};
constexpr ElementRule requirement = {.name = "eis", .attributes = requirement_attributes};
constexpr AttributeRule own_function_attributes[] = {word<YesNo>("toegang")};
constexpr auto function_attributes = attributes(own_function_attributes);
constexpr auto function_children =
    children(nothing, std::array{ChildRule{&gemma, last_step, true}, ChildRule{&requirement, last_step, true}});
constexpr ElementRule function = {
    .name = "functie", .attributes = function_attributes, .children = function_children, .names = Thing::function};
constexpr auto children_with_gemma = children(nothing, std::array{ChildRule{&gemma, last_step, true}});
constexpr ElementRule directing = {.name = "sturende-functie",
                                   .attributes = entry_attributes,
                                   .children = children_with_gemma,
                                   .names = Thing::directing_function};

// archetypen
constexpr AttributeRule priority_attributes[] = {refers("functie", Thing::function, required),
                                                 word<FunctionPriority>("waarde", required), word<Basis>("basis")};
constexpr ElementRule priority = {.name = "prioriteit", .attributes = priority_attributes};
constexpr AttributeRule own_archetype_attributes[] = {keys("domeinen"), word<ArchetypeScope>("bereik"),
                                                      word<Holder>("toegang"), refer("vanuit", Thing::archetype)};
constexpr auto archetype_attributes = attributes(own_archetype_attributes);
constexpr ElementRule series = bilingual("reeks");
constexpr auto archetype_children =
    children(std::array{ChildRule{&series, 3}}, std::array{ChildRule{&priority, last_step, true}});
constexpr ElementRule archetype = {
    .name = "archetype", .attributes = archetype_attributes, .children = archetype_children, .names = Thing::archetype};

// samenwerkingsmodellen
constexpr AttributeRule effect_attributes[] = {word<Role>("rol", required), word<Holder>("door", required)};
constexpr ElementRule effect = {.name = "rolvervulling", .attributes = effect_attributes};
constexpr auto cooperation_children = children(nothing, std::array{ChildRule{&effect, last_step, true}});
constexpr ElementRule cooperation = {.name = "samenwerkingsmodel",
                                     .attributes = entry_attributes,
                                     .children = cooperation_children,
                                     .names = Thing::cooperation_model};

// organisatiemodellen
constexpr AttributeRule own_organisation_attributes[] = {refers("variant-van", Thing::organisation_model),
                                                         word<YesNo>("frontoffice")};
constexpr auto organisation_attributes = attributes(own_organisation_attributes);
constexpr ElementRule period = bilingual("periode"), process_owner = bilingual("proceseigenaar"),
                      chain_effect = bilingual("keteneffect");
constexpr auto organisation_children =
    children(std::array{ChildRule{&period, 3}, ChildRule{&process_owner, 4}, ChildRule{&chain_effect, 5}}, nothing);
constexpr ElementRule organisation = {.name = "organisatiemodel",
                                      .attributes = organisation_attributes,
                                      .children = organisation_children,
                                      .names = Thing::organisation_model};

// routes, werkwijzen
constexpr AttributeRule own_route_attributes[] = {
    word<RouteDriver>("aandrijving"), word<BackOfficeChange>("backoffice"), word<InterventionPoints>("ingrijppunten"),
    refer("werkwijzen", Thing::working_method)};
constexpr auto route_attributes = attributes(own_route_attributes);
constexpr ElementRule route = {
    .name = "route", .attributes = route_attributes, .children = common_children, .names = Thing::route};
constexpr AttributeRule own_method_attributes[] = {refers("tegenhanger", Thing::working_method)};
constexpr auto method_attributes = attributes(own_method_attributes);
constexpr ElementRule method = {
    .name = "werkwijze", .attributes = method_attributes, .children = common_children, .names = Thing::working_method};

// gemeenterollen, regievormen, ketensoorten
constexpr AttributeRule own_role_attributes[] = {word<MunicipalRole>("rol", required), of(Form::count, "trede")};
constexpr auto role_attributes = attributes(own_role_attributes);
constexpr ElementRule role = {.name = "gemeenterol",
                              .attributes = role_attributes,
                              .children = children_with_gemma,
                              .names = Thing::municipal_role};
constexpr AttributeRule own_regie_attributes[] = {word<RegieForm>("vorm", required), word<Say>("wat"),
                                                  word<Say>("hoe")};
constexpr auto regie_attributes = attributes(own_regie_attributes);
constexpr ElementRule regie = {
    .name = "regievorm", .attributes = regie_attributes, .children = common_children, .names = Thing::regie_form};
constexpr AttributeRule own_chain_attributes[] = {word<ChainType>("soort", required), word<OwnersExpected>("eigenaren"),
                                                  word<YesNo>("doel")};
constexpr auto chain_attributes = attributes(own_chain_attributes);
constexpr ElementRule chain = {
    .name = "ketensoort", .attributes = chain_attributes, .children = common_children, .names = Thing::chain_type};

// serviceformules
constexpr ElementRule client_role = bilingual("klantrol"), meant_for = bilingual("voor"), value = bilingual("waarde");
constexpr auto formula_children =
    children(std::array{ChildRule{&client_role, 3}, ChildRule{&meant_for, 4}, ChildRule{&value, 5, true}}, nothing);
constexpr ElementRule formula = {.name = "serviceformule",
                                 .attributes = entry_attributes,
                                 .children = formula_children,
                                 .names = Thing::service_formula};

// catalogus: its sections in any order, each at most once
constexpr ChildRule of_sources[] = {{&source, 0, true}}, of_areas[] = {{&area, 0, true}},
                    of_steps[] = {{&step, 0, true}}, of_functions[] = {{&function, 0, true}},
                    of_directing[] = {{&directing, 0, true}}, of_archetypes[] = {{&archetype, 0, true}},
                    of_cooperation[] = {{&cooperation, 0, true}}, of_organisation[] = {{&organisation, 0, true}},
                    of_routes[] = {{&route, 0, true}}, of_methods[] = {{&method, 0, true}},
                    of_roles[] = {{&role, 0, true}}, of_regie[] = {{&regie, 0, true}},
                    of_chains[] = {{&chain, 0, true}}, of_formulas[] = {{&formula, 0, true}};
constexpr ElementRule sections[] = {
    {.name = "bronnen", .children = of_sources},
    {.name = "aspectgebieden", .children = of_areas},
    {.name = "stappen", .children = of_steps},
    {.name = "functies", .children = of_functions},
    {.name = "sturende-functies", .children = of_directing},
    {.name = "archetypen", .children = of_archetypes},
    {.name = "samenwerkingsmodellen", .children = of_cooperation},
    {.name = "organisatiemodellen", .children = of_organisation},
    {.name = "routes", .children = of_routes},
    {.name = "werkwijzen", .children = of_methods},
    {.name = "gemeenterollen", .children = of_roles},
    {.name = "regievormen", .children = of_regie},
    {.name = "ketensoorten", .children = of_chains},
    {.name = "serviceformules", .children = of_formulas},
};
constexpr AttributeRule catalogue_attributes[] = {name("naam", required)};

}  // namespace

const Grammar& catalogue_grammar() {
  static const auto children = [] {
    std::array<ChildRule, std::size(sections) + 1> all{};
    for (std::size_t i = 0; i < std::size(sections); ++i) all[i].element = &sections[i];
    all.back().element = &rules_section();
    return all;
  }();
  static const ElementRule root = {.name = "catalogus", .attributes = catalogue_attributes, .children = children};
  static const Grammar grammar{root, "urn:keuzekaart:catalogus:1", "catalogus", Code::K700};
  return grammar;
}

}  // namespace keuzekaart::catalogue
