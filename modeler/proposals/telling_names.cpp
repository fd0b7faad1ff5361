#include "modeler/proposals/telling_names.hpp"

#include <algorithm>

#include "modeler/proposals/name_words.hpp"

namespace keuzekaart {

namespace {

constexpr TargetRow targets[] = {
    {Target::permit, "85fdb525-85a2-40d0-b90c-f4cfd4306ef7", "Behandelen aanvraag vergunning of ontheffing"},
    {Target::notification, "1d4d0829-9ed4-49a3-a661-e91c2fc25072", "Behandelen aangifte of melding"},
    {Target::report, "729e05ea-f9f7-4583-a645-ec4e573b74ce", "Behandelen melding"},
    {Target::on_demand, "49fe8555-b001-4c86-9a81-20491e16af75", "Behandelen aanvraag product"},
    {Target::support, "1b8adc39-0288-4f7a-a0b9-c53ad4e348f5", "Behandelen verzoek ondersteuningsproduct"},
    {Target::care, "c8734052-f6e6-4f9d-8656-467ece06fd6a", "Uitvoeren maatschappelijke ondersteuning en zorg"},
    {Target::subsidy, "826487e9-d1ee-44c0-8714-a427f88bb7f4", "Verstrekken subsidie"},
    {Target::levy, "fff3028a-3de4-4968-9298-460a863d7a58", "Heffen en innen"},
    {Target::waste, "bc0facda-94bb-4e94-a584-a5521bb77960", "Inzamelen afval"},
    {Target::recycling, "ddc6adfe-7af9-48d5-b958-9d592b19f5c8", "Beheren recyclagepark"},
    {Target::objection, "1e66364c-80c6-4d9f-9737-bab779a23119", "Behandelen bezwaar"},
    {Target::complaint, "904ab005-ae79-48be-8200-14ccb6676a53", "Behandelen klacht"},
    {Target::exploration, "7045a9da-792d-47f9-bf67-e2478f60fab2", "Verkennen initiatief"},
    {Target::information, "0c622bf4-c525-4c1e-8c34-d8539c7ce0cd", "Voorlichten"},
    {Target::answer, "7bb7baa2-4bcf-47d0-955d-d7da15632680", "Beantwoorden vraag"},
    {Target::election, "a15e6276-59b7-40e7-ad25-3b36d37643b1", "Organiseren verkiezingen"},
    {Target::sanction, "1c43d52b-16b4-4b1b-b153-18ec085d59cc", "Opleggen sanctie"},
    {Target::policy, "e240247c-c05a-4f50-8dd1-534658504e38", "Ontwikkelen regelingen, verordeningen en beleid"},
    {Target::spatial_plan, "0206e60b-85b9-400a-8699-805fd5ee1013", "Vaststellen omgevingsplan"},
    {Target::vision, "4246b4c5-7fe5-403a-971c-cc322b6e6968", "Vaststellen (omgevings)visie"},
    {Target::programme, "e97be636-079d-4fd5-9e4c-cfd32a6461b9", "Vaststellen (omgevings)programma"},
    {Target::upkeep, "1a739ba4-08d4-4b65-84d8-4ea89499b4ca", "Onderhouden"},
    {Target::real_estate, "75b9e7a4-39f0-49ef-b62e-3673c5fcb2f6", "Exploiteren vastgoed"},
    {Target::facilities, "de88d348-dcce-4b8a-a3f6-cac6351a8311", "Uitbaten gemeentelijke voorzieningen"},
    {Target::goods, "d1bc23dd-e2f6-4a74-87e6-ee532daffae6", "Verkopen handelsgoederen"},
};

/// A word as it is looked for: `-vergunning` at the end of a word of the name, in singular or plural; without the
/// hyphen a whole word; several words must all be there. The first row that fits counts, so what says more stands
/// first: in Dutch the last part of a compound says what it is.
struct WordRow {
  std::string_view word;
  Target target;
  bool general = false;
  std::string_view shown{};  ///< when it is not the word itself
};

constexpr WordRow words[] = {
    // what looks like a telling word and is not
    {"aanmelding", Target::none},
    {"aanmeldingen", Target::none},
    {"afmelding", Target::none},
    {"opheffing", Target::none},
    // what is asked about an idea, not yet for a permit
    {"conceptverzoek", Target::exploration},
    {"vooroverleg", Target::exploration},
    {"verken idee", Target::exploration},
    // reactions
    {"-bezwaar", Target::objection},
    {"bezwaarschrift", Target::objection},
    {"-klacht", Target::complaint},
    {"melding openbare ruimte", Target::report},
    {"-meldpunt", Target::report},
    {"-schademelding", Target::report},
    // requests
    {"-kopie", Target::on_demand},
    {"-subsidie", Target::subsidy},
    {"-subsidiestelsel", Target::subsidy},
    {"-vergunning", Target::permit},
    {"-ontheffing", Target::permit},
    {"-vrijstelling", Target::permit},
    {"-toestemming", Target::permit},
    {"verlof begraven", Target::permit},
    // taxes
    {"-belasting", Target::levy},
    {"-heffing", Target::levy},
    {"leges", Target::levy},
    {"-kwijtschelding", Target::levy},
    {"belastingteruggave", Target::levy},
    {"belastingbetalingsregeling", Target::levy},
    {"wozbeschikking", Target::levy, false, "woz-beschikking"},
    {"grafrechten", Target::levy},
    {"reinigingsrecht", Target::levy},
    {"havengeld", Target::levy},
    {"marktgelden", Target::levy},
    // waste
    {"-afvalinzamelstation", Target::recycling},
    {"milieustraat", Target::recycling},
    {"-afvalinzameling", Target::waste},
    {"afvalcontainer", Target::waste},
    {"grofvuil", Target::waste},
    // events that a register is to know
    {"-aangifte", Target::notification},
    {"brpinschrijving", Target::notification, false, "brp-inschrijving"},
    {"brpuitschrijving", Target::notification, false, "brp-uitschrijving"},
    {"-meldingsplicht", Target::notification},
    {"erkenning", Target::notification},
    {"naamskeuzeverklaring", Target::notification},
    {"antidiscriminatievoorziening", Target::report},
    {"-melding", Target::notification},
    // what is ready on the shelf
    {"-paspoort", Target::on_demand},
    {"-identiteitskaart", Target::on_demand},
    {"-rijbewijs", Target::on_demand},
    {"-rijbewijzen", Target::on_demand},
    {"-reisdocument", Target::on_demand},
    {"-uittreksel", Target::on_demand},
    {"inzagerecht", Target::on_demand},
    {"brpinzagerecht", Target::on_demand, false, "brp-inzagerecht"},
    {"-parkeerkaart", Target::on_demand},
    {"afvalpas", Target::on_demand},
    {"stadspas", Target::on_demand},
    {"akte", Target::on_demand},
    {"akten", Target::on_demand},
    {"geboorteakte", Target::on_demand},
    {"huwelijksakte", Target::on_demand},
    {"overlijdensakte", Target::on_demand},
    {"attestatie", Target::on_demand},
    {"legalisatie", Target::on_demand},
    {"bewijs nederlanderschap", Target::on_demand},
    // what the municipality sells
    {"compostvat", Target::goods},
    {"reclamesticker", Target::goods},
    {"zwembadpas", Target::goods},
    // elections
    {"-verkiezing", Target::election},
    {"stembiljet", Target::election},
    {"stempas", Target::election},
    {"kiezerspas", Target::election},
    {"-referendum", Target::election},
    // land and buildings
    {"kopen", Target::real_estate},
    {"huren", Target::real_estate},
    {"koop", Target::real_estate},
    {"-gronduitgifte", Target::real_estate},
    {"-terreinuitgifte", Target::real_estate},
    {"erfpacht", Target::real_estate},
    {"-accommodatieverhuur", Target::facilities},
    {"uitlening", Target::facilities},
    {"bibliotheek", Target::facilities},
    // holding to the rules
    {"-boete", Target::sanction},
    {"-dwangsom", Target::sanction},
    {"-verbod", Target::sanction},
    {"woningsluiting", Target::sanction},
    {"ioaw maatregel", Target::sanction},
    {"ioaz maatregel", Target::sanction},
    // what is laid down
    {"omgevingsplan", Target::spatial_plan},
    {"omgevingsvisie", Target::vision},
    {"omgevingsprogramma", Target::programme},
    {"-verordening", Target::policy},
    {"-beleid", Target::policy},
    // keeping up public space
    {"gladheidbestrijding", Target::upkeep},
    {"onkruidbestrijding", Target::upkeep},
    {"onderhoud infrastructuur", Target::upkeep},
    {"rioolonderhoud", Target::upkeep},
    {"wegonderhoud", Target::upkeep},
    {"groenonderhoud", Target::upkeep},
    // telling and answering
    {"overheidsinformatie", Target::answer},
    {"-inzage", Target::answer, true},
    {"-bekendmaking", Target::information},
    {"-informatie", Target::information},
    {"gemeentegids", Target::information},
    {"afvalkalender", Target::information},
    {"mededelingen", Target::information},
    {"raadsstukken", Target::information},
    // help for somebody
    {"geestelijke gezondheidszorg", Target::care},
    {"verslavingszorg", Target::care},
    {"vrouwenopvang", Target::care},
    {"crisisopvang", Target::care},
    {"schuldhulpverlening", Target::care},
    {"jeugdhulp", Target::care},
    {"-uitkering", Target::support},
    {"-toeslag", Target::support},
    {"-tegemoetkoming", Target::support},
    {"leerlingenvervoer", Target::support},
    {"blindengeleidehond", Target::support},
    {"-vergoeding", Target::support, true},
    {"-lening", Target::support, true},
    {"-premie", Target::support, true},
    {"financiële hulp", Target::support},
    // what has no process of its own in the reference model: better no proposal than a wrong one
    {"-besluit", Target::unclear},
    {"-beslissing", Target::unclear},
    {"-beschikking", Target::unclear},
    {"-voorschrift", Target::unclear},
    {"-advies", Target::unclear},
    {"-compensatie", Target::unclear},
    {"-verzekering", Target::unclear},
    {"-plan", Target::unclear},
    {"handhavingsverzoek", Target::unclear},
    {"laadpaalverzoek", Target::unclear},
    {"naturalisatieverzoek", Target::unclear},
    {"naturalisatieoptie", Target::unclear},
    {"hofleverancieraanvraag", Target::unclear},
    {"predicaataanvraag", Target::unclear},
    {"inburgeringscertificaat", Target::unclear},
    {"ongediertebestrijding", Target::unclear},
    {"aanwijzing", Target::unclear},
    {"ambtenaar", Target::unclear},
    {"verkeersbrigadier", Target::unclear},
    {"verkeersregelaar", Target::unclear},
    {"trouwlocatie", Target::unclear},
    {"herbegraven", Target::unclear},
    {"asverstrooiing", Target::unclear},
    {"hoogspanningslijn", Target::unclear},
    {"leerplicht", Target::unclear},
};

struct LawRow {
  std::string_view in_label;  ///< how legal grounds write it
  TellingLaw law;
};

constexpr LawRow laws[] = {
    {"Wet maatschappelijke ondersteuning", {"Wet maatschappelijke ondersteuning", Target::support}},
    {"Jeugdwet", {"Jeugdwet", Target::support}},
    {"Participatiewet", {"Participatiewet", Target::support}},
    {"Wet inkomensvoorziening oudere", {"Wet inkomensvoorziening oudere werklozen", Target::support}},
    {"bijstandverlening zelfstandigen", {"Besluit bijstandverlening zelfstandigen", Target::support}},
    {"Wet gemeentelijke schuldhulpverlening", {"Wet gemeentelijke schuldhulpverlening", Target::support}},
    {"Kieswet", {"Kieswet", Target::election}},
    {"Wet basisregistratie personen", {"Wet basisregistratie personen", Target::notification}},
    {"Burgerlijk Wetboek Boek 1", {"Burgerlijk Wetboek Boek 1", Target::notification}},
};

using Words = std::vector<std::string>;

bool ends_in(std::string_view word, std::string_view part) {
  if (word.ends_with(part)) return true;
  for (const std::string_view plural : {"s", "n", "en"})
    if (word.ends_with(plural) && word.substr(0, word.size() - plural.size()).ends_with(part)) return true;
  return false;
}

bool fits(std::string_view wanted, const Words& name) {
  if (wanted.starts_with('-'))
    return std::ranges::any_of(name, [&](const std::string& word) { return ends_in(word, wanted.substr(1)); });
  while (!wanted.empty()) {
    const std::string_view one = wanted.substr(0, wanted.find(' '));
    if (std::ranges::find(name, one) == name.end()) return false;
    wanted.remove_prefix(std::min(wanted.size(), one.size() + 1));
  }
  return true;
}

}  // namespace

std::span<const TargetRow> target_rows() { return targets; }

std::optional<TellingWord> telling_word(std::string_view name) {
  const Words parts = telling_words(name);
  for (const WordRow& row : words)
    if (fits(row.word, parts)) {
      if (row.target == Target::none) return std::nullopt;
      const std::string_view word = row.word.starts_with('-') ? row.word.substr(1) : row.word;
      return TellingWord{row.shown.empty() ? word : row.shown, row.target, row.general};
    }
  return std::nullopt;
}

std::optional<TellingLaw> telling_law(std::string_view label) {
  for (const LawRow& row : laws)
    if (const std::size_t at = label.find(row.in_label); at != std::string_view::npos) {
      const std::size_t end = at + row.in_label.size();  // "Boek 1" is not "Boek 10"
      if (end == label.size() || label[end] < '0' || label[end] > '9') return row.law;
    }
  return std::nullopt;
}

}  // namespace keuzekaart
