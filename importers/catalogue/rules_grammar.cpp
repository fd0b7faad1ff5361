#include "importers/catalogue/rules_grammar.hpp"

#include "importers/grammar/rule_words.hpp"
#include "modeler/rules/rule.hpp"

namespace keuzekaart::catalogue {

namespace {

using namespace grammar;

constexpr AttributeRule list(std::string_view name, bool needed = false) { return {name, Form::keys, needed}; }
/// The name under which a text tells what the condition found.
constexpr AttributeRule tell = {"noem", Form::id};

constexpr AttributeRule choice_holds_attributes[] = {word<Dimension>("dimensie", required), list("waarde", required),
                                                     tell};
constexpr ElementRule choice_holds = {.name = "keuze-geldt", .attributes = choice_holds_attributes};
constexpr AttributeRule is_attributes[] = {key("naam", required), list("waarde")};
constexpr ElementRule is = {.name = "kenmerk", .attributes = is_attributes};
constexpr AttributeRule lacks_attributes[] = {key("naam", required), tell};
constexpr ElementRule lacks = {.name = "ontbreekt", .attributes = lacks_attributes};
constexpr AttributeRule changes_attributes[] = {word<Role>("rol", required), tell};
constexpr ElementRule changes = {.name = "wisselt", .attributes = changes_attributes};
constexpr AttributeRule performs_attributes[] = {list("functies", required)};
constexpr ElementRule performs = {.name = "vervult", .attributes = performs_attributes};
constexpr ElementRule crosses = {.name = "kruist"}, valid_agreement = {.name = "geldige-afspraak"},
                      front_to_back = {.name = "voor-naar-achter"};
constexpr AttributeRule deviates_attributes[] = {tell};
constexpr ElementRule deviates = {.name = "wijkt-af", .attributes = deviates_attributes};
constexpr AttributeRule priority_attributes[] = {list("functies", required), list("waarde", required)};
constexpr ElementRule priority = {.name = "prioriteit", .attributes = priority_attributes};
constexpr AttributeRule plan_lacks_attributes[] = {list("functies"), of(Form::areas, "aspecten"), tell};
constexpr ElementRule plan_lacks = {.name = "plan-mist", .attributes = plan_lacks_attributes};
constexpr AttributeRule ends_before_attributes[] = {word<Moment>("moment", required), tell};
constexpr ElementRule ends_before = {.name = "eindigt-voor", .attributes = ends_before_attributes};

// Three of the conditions hold conditions.
extern const ElementRule has_role, there_is, unless;
constexpr ChildRule conditions[] = {
    {&choice_holds, 0, true},  {&is, 0, true},       {&lacks, 0, true},    {&has_role, 0, true},
    {&changes, 0, true},       {&performs, 0, true}, {&crosses, 0, true},  {&valid_agreement, 0, true},
    {&front_to_back, 0, true}, {&deviates, 0, true}, {&priority, 0, true}, {&plan_lacks, 0, true},
    {&ends_before, 0, true},   {&there_is, 0, true}, {&unless, 0, true},
};
constexpr AttributeRule has_role_attributes[] = {word<Role>("rol", required), word<Side>("kant"),
                                                 of(Form::count, "minstens"), of(Form::count, "hoogstens"), tell};
constexpr ElementRule has_role = {.name = "rol", .attributes = has_role_attributes, .children = conditions};
constexpr AttributeRule there_is_attributes[] = {word<Relation>("wat", required), tell};
constexpr ElementRule there_is = {.name = "er-is", .attributes = there_is_attributes, .children = conditions};
constexpr ElementRule unless = {.name = "niet", .children = conditions};
constexpr ElementRule when = {.name = "als", .children = conditions};

constexpr ElementRule nl = text_element("nl"), en = text_element("en");
constexpr ChildRule languages[] = {{&nl, 0, false, required}, {&en, 1}};
constexpr ElementRule bilingual(std::string_view name) { return {.name = name, .children = languages}; }

constexpr ElementRule message = bilingual("melding"), advice = bilingual("doen");
constexpr ChildRule case_children[] = {{&when, 0}, {&message, 1, false, required}, {&advice, 2}};
constexpr ElementRule rule_case = {.name = "geval", .children = case_children};

constexpr ElementRule rule_name = bilingual("naam"), meaning = bilingual("betekenis"), why = bilingual("waarom"),
                      example = bilingual("voorbeeld");
constexpr AttributeRule rule_attributes[] = {{"code", Form::id, required},
                                             word<YesNo>("aan"),
                                             word<FindingSeverity>("ernst"),
                                             word<Basis>("basis"),
                                             refer("bron", Thing::catalogue_source),
                                             word<Subject>("per"),
                                             list("voor-elk"),
                                             word<PerState>("toestanden"),
                                             states};
constexpr ChildRule rule_children[] = {{&rule_name, 0}, {&meaning, 1}, {&why, 2},
                                       {&example, 3},   {&when, 4},    {&rule_case, 5, true}};
constexpr ElementRule rule = {.name = "regel", .attributes = rule_attributes, .children = rule_children};
constexpr ChildRule of_rules[] = {{&rule, 0, true}};
constexpr ElementRule section = {.name = "regels", .children = of_rules};

}  // namespace

const ElementRule& rules_section() { return section; }

}  // namespace keuzekaart::catalogue
