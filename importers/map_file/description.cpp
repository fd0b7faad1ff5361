#include "importers/map_file/description.hpp"

#include "importers/grammar/rule_words.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::map_file {

namespace {

using namespace grammar;

constexpr ElementRule description = text_element("omschrijving"), rationale = text_element("motivatie");
constexpr ChildRule rationale_only[] = {{&rationale}};

// grondslag, in proces and product
constexpr AttributeRule ground_attributes[] = {name("naam", required), text("uri"), text("link")};
constexpr ElementRule ground = {.name = "grondslag", .attributes = ground_attributes};

// bronnen
constexpr AttributeRule source_attributes[] = {id, key("formaat"), key("pad", required), key("vorige")};
constexpr ElementRule source = {.name = "bron", .attributes = source_attributes, .names = Thing::source};
constexpr ChildRule sources_children[] = {{&source, 0, true}};
constexpr ElementRule sources = {.name = "bronnen", .children = sources_children};

// catalogi
constexpr AttributeRule catalogue_attributes[] = {key("pad", required)};
constexpr ElementRule catalogue = {.name = "catalogus", .attributes = catalogue_attributes};
constexpr ChildRule catalogues_children[] = {{&catalogue, 0, true}};
constexpr ElementRule catalogues = {.name = "catalogi", .children = catalogues_children};

// partijen
constexpr AttributeRule party_attributes[] = {id,
                                              name("naam", required),
                                              word<PartyKind>("soort", required),
                                              refers("deel-van", Thing::party),
                                              word<OwnerKind>("eigenaarsoort"),
                                              word<Office>("kantoor")};
constexpr ElementRule party = {.name = "partij", .attributes = party_attributes, .names = Thing::party};
constexpr ChildRule parties_children[] = {{&party, 0, true}};
constexpr ElementRule parties = {.name = "partijen", .children = parties_children};

// domeinen
constexpr AttributeRule group_attributes[] = {id, name("naam", required), text("serviceformule")};
constexpr ElementRule group = {.name = "productgroep", .attributes = group_attributes, .names = Thing::group};
constexpr AttributeRule domain_attributes[] = {id, name("naam", required), refers("deel-van", Thing::domain)};
constexpr ChildRule domain_children[] = {{&group, 0, true}};
constexpr ElementRule domain = {
    .name = "domein", .attributes = domain_attributes, .children = domain_children, .names = Thing::domain};
constexpr ChildRule domains_children[] = {{&domain, 0, true}};
constexpr ElementRule domains = {.name = "domeinen", .children = domains_children};

// applicaties
constexpr AttributeRule application_attributes[] = {id,
                                                    name("naam", required),
                                                    text("leverancier"),
                                                    key("referentiecomponent"),
                                                    word<MappingStatus>("referentie-status"),
                                                    word<Lifecycle>("levenscyclus"),
                                                    states};
constexpr ChildRule description_only[] = {{&description}};
constexpr ElementRule application = {.name = "applicatie",
                                     .attributes = application_attributes,
                                     .children = description_only,
                                     .names = Thing::application};
constexpr ChildRule applications_children[] = {{&application, 0, true}};
constexpr ElementRule applications = {.name = "applicaties", .children = applications_children};

// processen
constexpr AttributeRule role_attributes[] = {
    refers("partij", Thing::party, required), word<Role>("rol", required),        states,
    word<PartnerType>("partnertype"),         word<MunicipalRole>("gemeenterol"), word<RegieForm>("regievorm")};
constexpr ElementRule role = {.name = "rol", .attributes = role_attributes};
constexpr AttributeRule application_use_attributes[] = {refers("ref", Thing::application, required), states,
                                                        word<SupportQuality>("kwaliteit")};
constexpr ElementRule application_use = {.name = "applicatie", .attributes = application_use_attributes};
constexpr AttributeRule function_use_attributes[] = {key("ref", required), word<MappingStatus>("status")};
constexpr ElementRule function_use = {.name = "functie", .attributes = function_use_attributes};
constexpr AttributeRule variant_attributes[] = {refers("gemeente", Thing::party, required)};
constexpr ElementRule variant = {.name = "variant", .attributes = variant_attributes, .children = rationale_only};
constexpr AttributeRule process_attributes[] = {id,
                                                name("naam", required),
                                                key("code"),
                                                word<ProcessKind>("soort"),
                                                word<ProcessLevel>("niveau"),
                                                refers("domein", Thing::domain),
                                                refers("productgroep", Thing::group),
                                                keys("deel-van"),
                                                key("gemma"),
                                                word<MappingStatus>("gemma-status"),
                                                of(Form::functions, "functies"),
                                                text("aanleiding"),
                                                text("resultaat"),
                                                text("doorlooptijd"),
                                                word<YesNo>("persoonsgegevens"),
                                                states};
constexpr ChildRule process_children[] = {{&description},           {&role, 1, true},    {&application_use, 1, true},
                                          {&function_use, 1, true}, {&variant, 1, true}, {&ground, 1, true}};
constexpr ElementRule process = {
    .name = "proces", .attributes = process_attributes, .children = process_children, .names = Thing::process};
constexpr ChildRule processes_children[] = {{&process, 0, true}};
constexpr ElementRule processes = {.name = "processen", .children = processes_children};

// producten
constexpr AttributeRule product_process_attributes[] = {key("ref", required), word<MappingStatus>("status")};
constexpr ElementRule product_process = {.name = "proces", .attributes = product_process_attributes};
constexpr AttributeRule product_attributes[] = {id,
                                                name("naam", required),
                                                refers("domein", Thing::domain),
                                                refers("productgroep", Thing::group),
                                                key("upl"),
                                                word<ClientGroup>("doelgroep"),
                                                {"kanalen", Form::words, false, Thing::none, list_words<Channel>},
                                                word<YesNo>("digitaal"),
                                                word<YesNo>("statusinzicht"),
                                                word<YesNo>("persoonsgegevens"),
                                                word<YesNo>("samengesteld"),
                                                of(Form::count, "volume")};
constexpr AttributeRule cooperation_attributes[] = {word<CooperationDecision>("keuze", required)};
constexpr ElementRule cooperation = {
    .name = "samenwerking", .attributes = cooperation_attributes, .children = rationale_only};
constexpr ChildRule product_children[] = {
    {&description}, {&cooperation, 1}, {&product_process, 2, true}, {&ground, 2, true}};
constexpr ElementRule product = {
    .name = "product", .attributes = product_attributes, .children = product_children, .names = Thing::product};
constexpr ChildRule products_children[] = {{&product, 0, true}};
constexpr ElementRule products = {.name = "producten", .children = products_children};

// ketens
constexpr AttributeRule chain_link_attributes[] = {key("proces", required)};
constexpr ElementRule chain_link = {.name = "schakel", .attributes = chain_link_attributes};
constexpr AttributeRule chain_attributes[] = {id, name("naam", required), word<ChainType>("soort"), text("doel"),
                                              refers("ketenmanager", Thing::party)};
constexpr ChildRule chain_children[] = {{&chain_link, 0, true, required}};
constexpr ElementRule chain = {
    .name = "keten", .attributes = chain_attributes, .children = chain_children, .names = Thing::chain};
constexpr ChildRule chains_children[] = {{&chain, 0, true}};
constexpr ElementRule chains = {.name = "ketens", .children = chains_children};

// overdrachten
constexpr AttributeRule handover_attributes[] = {id,
                                                 key("van", required),
                                                 key("naar", required),
                                                 states,
                                                 word<HandoverKind>("soort"),
                                                 word<HandoverForm>("vorm"),
                                                 text("inhoud"),
                                                 text("standaard"),
                                                 text("doorlooptijd"),
                                                 text("acceptatie"),
                                                 refers("informeert-klant", Thing::party),
                                                 word<YesNo>("persoonsgegevens"),
                                                 refers("afspraak", Thing::agreement)};
constexpr ElementRule handover = {.name = "overdracht", .attributes = handover_attributes, .names = Thing::handover};
constexpr ChildRule handovers_children[] = {{&handover, 0, true}};
constexpr ElementRule handovers = {.name = "overdrachten", .children = handovers_children};

// afspraken
constexpr auto glo_parts = [] {
  std::array<ElementRule, std::size(Vocabulary<GloPart>::words)> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = text_element(Vocabulary<GloPart>::words[i].word);
  return parts;
}();
constexpr auto glo_children = [] {
  std::array<ChildRule, glo_parts.size()> children{};
  for (std::size_t i = 0; i < children.size(); ++i) children[i].element = &glo_parts[i];
  return children;
}();
constexpr ElementRule glo = {.name = "glo", .children = glo_children};
constexpr ElementRule tasks = text_element("taken"), boundary = text_element("ketengrens"),
                      contributions = text_element("bijdragen"), escalation = text_element("escalatie"),
                      reporting = text_element("rapportage");
constexpr AttributeRule agreement_attributes[] = {id,
                                                  name("naam"),
                                                  word<AgreementType>("soort", required),
                                                  refer("partijen", Thing::party, required),
                                                  keys("processen"),
                                                  word<AgreementStatus>("status"),
                                                  date("van"),
                                                  date("tot"),
                                                  word<YesNo>("gepubliceerd"),
                                                  text("document"),
                                                  text("kosten"),
                                                  refers("taken-volledig-bij", Thing::party)};
constexpr ChildRule agreement_children[] = {{&tasks},      {&boundary},  {&contributions},
                                            {&escalation}, {&reporting}, {&glo}};
constexpr Period from_to[] = {{"van", "tot"}};
constexpr ElementRule agreement = {.name = "afspraak",
                                   .attributes = agreement_attributes,
                                   .children = agreement_children,
                                   .names = Thing::agreement,
                                   .periods = from_to};
constexpr ChildRule agreements_children[] = {{&agreement, 0, true}};
constexpr ElementRule agreements = {.name = "afspraken", .children = agreements_children};

// keuzes
constexpr AttributeRule choice_attributes[] = {{"id", Form::id},
                                               refers("bereik", Thing::scope, required),
                                               word<Dimension>("dimensie", required),
                                               of(Form::area, "aspect"),
                                               of(Form::state, "toestand", required),
                                               key("waarde", required),
                                               word<ChoiceStatus>("status"),
                                               text("besloten-door"),
                                               date("besloten-op"),
                                               date("herijken"),
                                               date("van"),
                                               date("tot")};
constexpr AttributeRule priority_attributes[] = {of(Form::functions, "functies", required),
                                                 word<FunctionPriority>("waarde", required)};
constexpr ElementRule priority = {.name = "prioriteit", .attributes = priority_attributes};
constexpr ChildRule choice_children[] = {{&rationale}, {&priority, 1, true}};
constexpr Period choice_periods[] = {{"van", "tot"}, {"besloten-op", "herijken"}};
constexpr ElementRule choice = {.name = "keuze",
                                .attributes = choice_attributes,
                                .children = choice_children,
                                .names = Thing::choice,
                                .periods = choice_periods};
constexpr ChildRule choices_children[] = {{&choice, 0, true}};
constexpr ElementRule choices = {.name = "keuzes", .children = choices_children};

// bevindingen
constexpr AttributeRule disposition_attributes[] = {key("regel", required), key("element", required), states,
                                                    word<Disposition>("besluit", required)};
constexpr ElementRule reason = text_element("reden");
constexpr ChildRule disposition_children[] = {{&reason}};
constexpr ElementRule disposition = {
    .name = "bevinding", .attributes = disposition_attributes, .children = disposition_children, .needs_reason = true};
constexpr ChildRule dispositions_children[] = {{&disposition, 0, true}};
constexpr ElementRule dispositions = {.name = "bevindingen", .children = dispositions_children};

// projecten
constexpr AttributeRule gap_attributes[] = {name("soort", required), key("element", required),
                                            of(Form::areas, "aspecten"), text("inspanning"), text("risico")};
constexpr ElementRule gap = {.name = "verschil", .attributes = gap_attributes};
constexpr ElementRule occasion = text_element("aanleiding"), problem = text_element("probleem"),
                      goal = text_element("doel"), result = text_element("resultaat"),
                      scope_in = text_element("scope-in"), scope_out = text_element("scope-uit"),
                      risks = text_element("risicos");
constexpr AttributeRule project_attributes[] = {id,
                                                name("titel", required),
                                                text("leider"),
                                                text("opdrachtgever"),
                                                date("start"),
                                                date("einde"),
                                                text("kosten"),
                                                refer("na", Thing::project)};
constexpr ChildRule project_children[] = {{&occasion, 0}, {&problem, 1},   {&goal, 2},  {&result, 3},
                                          {&scope_in, 4}, {&scope_out, 5}, {&risks, 6}, {&gap, 7, true}};
constexpr Period start_end[] = {{"start", "einde"}};
constexpr ElementRule project = {.name = "project",
                                 .attributes = project_attributes,
                                 .children = project_children,
                                 .names = Thing::project,
                                 .periods = start_end};
constexpr ChildRule projects_children[] = {{&project, 0, true}};
constexpr ElementRule projects = {.name = "projecten", .children = projects_children};

// transitieplan
constexpr AttributeRule milestone_attributes[] = {id, name("naam", required), date("datum", required),
                                                  refer("projecten", Thing::project)};
constexpr ElementRule milestone = {
    .name = "mijlpaal", .attributes = milestone_attributes, .children = description_only, .names = Thing::milestone};
// An intervention point without a date is a finding (KS11), not an error.
constexpr AttributeRule intervention_attributes[] = {id, name("naam", required), date("datum"),
                                                     refer("projecten", Thing::project)};
constexpr ElementRule intervention = {.name = "ingrijppunt",
                                      .attributes = intervention_attributes,
                                      .children = description_only,
                                      .names = Thing::milestone};
constexpr ElementRule governance = text_element("besturing"), change_approach = text_element("veranderaanpak");
constexpr AttributeRule plan_attributes[] = {keys("werkwijzen")};
constexpr ChildRule plan_children[] = {
    {&governance, 0}, {&change_approach, 1}, {&milestone, 2, true}, {&intervention, 2, true}};
constexpr ElementRule plan = {.name = "transitieplan", .attributes = plan_attributes, .children = plan_children};

// kaart: its sections in any order, each at most once
constexpr AttributeRule map_attributes[] = {name("naam", required), text("versie"), date("datum"), date("soll-datum"),
                                            text("auteur")};
constexpr ChildRule map_children[] = {{&sources},   {&catalogues},   {&parties},  {&domains},   {&applications},
                                      {&processes}, {&products},     {&chains},   {&handovers}, {&agreements},
                                      {&choices},   {&dispositions}, {&projects}, {&plan}};
constexpr ElementRule map = {.name = "kaart", .attributes = map_attributes, .children = map_children};

}  // namespace

const Grammar& map_grammar() {
  static constexpr Grammar grammar{map, "urn:keuzekaart:kaart:1", "kaart", Code::K407};
  return grammar;
}

}  // namespace keuzekaart::map_file
