#pragma once
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

/// The closed lists of the field, each with the word that the map file, the workbook and the XSD use for it. The labels
/// hold what is shown under `<list>.<word>`, for example `partijsoort.samenwerkingsverband`.
namespace keuzekaart {

template <class Value>
struct Word {
  Value value;
  std::string_view word;
};

template <class Value>
struct Vocabulary;  // specialised below: `name` (the list's name in XSD and labels) and `words`

// One list: KEUZEKAART_LIST(Type, "name-in-xsd", {Type::a, "a"}, ...)
#define KEUZEKAART_LIST(Type, list_name, ...)            \
  template <>                                            \
  struct Vocabulary<Type> {                              \
    static constexpr std::string_view name = list_name;  \
    static constexpr Word<Type> words[] = {__VA_ARGS__}; \
  };

/// Soort partij.
enum class PartyKind : std::uint8_t {
  municipality,
  department,
  other_municipality,
  cooperation,
  state,
  province,
  water_board,
  care_provider,
  health_insurer,
  housing_corporation,
  supplier,
  civil_society,
  resident,
  company,
  role,  ///< a role that a source model assigns without saying who fills it; not in the map file's list
  unset  ///< not said by the source
};
KEUZEKAART_LIST(PartyKind, "partijsoort", {PartyKind::municipality, "gemeente"},
                {PartyKind::department, "organisatieonderdeel"}, {PartyKind::other_municipality, "andere-gemeente"},
                {PartyKind::cooperation, "samenwerkingsverband"}, {PartyKind::state, "rijk"},
                {PartyKind::province, "provincie"}, {PartyKind::water_board, "waterschap"},
                {PartyKind::care_provider, "zorgaanbieder"}, {PartyKind::health_insurer, "zorgverzekeraar"},
                {PartyKind::housing_corporation, "woningcorporatie"}, {PartyKind::supplier, "leverancier"},
                {PartyKind::civil_society, "maatschappelijke-organisatie"}, {PartyKind::resident, "inwoner"},
                {PartyKind::company, "ondernemer"})

/// Soort eigenaar van een organisatieonderdeel.
enum class OwnerKind : std::uint8_t { unset, line, programme, area, assignment, chain };
KEUZEKAART_LIST(OwnerKind, "eigenaarsoort", {OwnerKind::line, "lijn"}, {OwnerKind::programme, "programma"},
                {OwnerKind::area, "gebied"}, {OwnerKind::assignment, "opgave"}, {OwnerKind::chain, "keten"})

/// Of a part of the municipality: whether it meets the client or does the work behind that.
enum class Office : std::uint8_t { unset, front, back };
KEUZEKAART_LIST(Office, "kantoor", {Office::front, "frontoffice"}, {Office::back, "backoffice"})

/// Whether the municipality wants to make a product with others (wel) or not (niet).
enum class CooperationDecision : std::uint8_t { unset, together, alone };
KEUZEKAART_LIST(CooperationDecision, "samenwerken", {CooperationDecision::together, "wel"},
                {CooperationDecision::alone, "niet"})

enum class ProcessKind : std::uint8_t { unset, steering, primary, supporting };
KEUZEKAART_LIST(ProcessKind, "processoort", {ProcessKind::steering, "sturend"}, {ProcessKind::primary, "primair"},
                {ProcessKind::supporting, "ondersteunend"})

/// Procesniveau: cluster > bedrijfsproces > deelproces > processtap > handeling.
enum class ProcessLevel : std::uint8_t { unset, cluster, process, sub_process, step, action };
KEUZEKAART_LIST(ProcessLevel, "procesniveau", {ProcessLevel::cluster, "cluster"},
                {ProcessLevel::process, "bedrijfsproces"}, {ProcessLevel::sub_process, "deelproces"},
                {ProcessLevel::step, "processtap"}, {ProcessLevel::action, "handeling"})

/// Rol van een partij in een proces.
enum class Role : std::uint8_t {
  responsible,
  executor,
  director,
  client_contact,
  decider,
  adviser,
  information_supplier
};
KEUZEKAART_LIST(Role, "rol", {Role::responsible, "verantwoordelijk"}, {Role::executor, "uitvoerder"},
                {Role::director, "regisseur"}, {Role::client_contact, "klantcontact"}, {Role::decider, "beslisser"},
                {Role::adviser, "adviseur"}, {Role::information_supplier, "informatieleverancier"})

enum class PartnerType : std::uint8_t { unset, chain_partner, processor, supplier };
KEUZEKAART_LIST(PartnerType, "partnertype", {PartnerType::chain_partner, "ketenpartner"},
                {PartnerType::processor, "verwerker"}, {PartnerType::supplier, "leverancier"})

/// Rol van de gemeente (S1) en zelf uitvoeren.
enum class MunicipalRole : std::uint8_t {
  unset,
  give_direction,
  regulate,
  direct,
  stimulate,
  facilitate,
  let_go,
  execute
};
KEUZEKAART_LIST(MunicipalRole, "gemeenterol", {MunicipalRole::give_direction, "richting-geven"},
                {MunicipalRole::regulate, "reguleren"}, {MunicipalRole::direct, "regisseren"},
                {MunicipalRole::stimulate, "stimuleren"}, {MunicipalRole::facilitate, "faciliteren"},
                {MunicipalRole::let_go, "loslaten"}, {MunicipalRole::execute, "zelf-uitvoeren"})

enum class RegieForm : std::uint8_t { unset, outsourcing, co_production, co_creation };
KEUZEKAART_LIST(RegieForm, "regievorm", {RegieForm::outsourcing, "uitbesteding"},
                {RegieForm::co_production, "coproductie"}, {RegieForm::co_creation, "cocreatie"})

enum class ChainType : std::uint8_t { unset, orchestration, relay, indirect };
KEUZEKAART_LIST(ChainType, "ketensoort", {ChainType::orchestration, "orkestratie"}, {ChainType::relay, "estafette"},
                {ChainType::indirect, "indirect"})

enum class HandoverKind : std::uint8_t { unset, service, sub_service, internal_delivery };
KEUZEKAART_LIST(HandoverKind, "overdrachtsoort", {HandoverKind::service, "dienst"},
                {HandoverKind::sub_service, "deeldienst"}, {HandoverKind::internal_delivery, "interne-leverantie"})

enum class HandoverForm : std::uint8_t { unset, message, portal, email, paper, talk };
KEUZEKAART_LIST(HandoverForm, "overdrachtvorm", {HandoverForm::message, "bericht"}, {HandoverForm::portal, "portaal"},
                {HandoverForm::email, "e-mail"}, {HandoverForm::paper, "papier"}, {HandoverForm::talk, "gesprek"})

enum class AgreementType : std::uint8_t {
  dvo,
  sla,
  covenant,
  glo,
  mandate,
  subsidy,
  purchase_contract,
  joint_regulation,
  processing_agreement
};
KEUZEKAART_LIST(AgreementType, "afspraaksoort", {AgreementType::dvo, "dvo"}, {AgreementType::sla, "sla"},
                {AgreementType::covenant, "convenant"}, {AgreementType::glo, "glo"},
                {AgreementType::mandate, "mandaat"}, {AgreementType::subsidy, "subsidie"},
                {AgreementType::purchase_contract, "inkoopcontract"},
                {AgreementType::joint_regulation, "gemeenschappelijke-regeling"},
                {AgreementType::processing_agreement, "verwerkersovereenkomst"})

enum class AgreementStatus : std::uint8_t { unset, draft, discussed, adopted, valid, expired, terminated };
KEUZEKAART_LIST(AgreementStatus, "afspraakstatus", {AgreementStatus::draft, "concept"},
                {AgreementStatus::discussed, "besproken"}, {AgreementStatus::adopted, "vastgesteld"},
                {AgreementStatus::valid, "geldig"}, {AgreementStatus::expired, "verlopen"},
                {AgreementStatus::terminated, "beeindigd"})

enum class YesNo : std::uint8_t { unset, yes, no };
KEUZEKAART_LIST(YesNo, "ja-nee", {YesNo::yes, "ja"}, {YesNo::no, "nee"})

enum class ClientGroup : std::uint8_t { unset, residents, companies, both };
KEUZEKAART_LIST(ClientGroup, "doelgroep", {ClientGroup::residents, "inwoner"}, {ClientGroup::companies, "ondernemer"},
                {ClientGroup::both, "beide"})

enum class Channel : std::uint8_t { counter, phone, post, email, web, chat, home_visit };
KEUZEKAART_LIST(Channel, "kanaal", {Channel::counter, "balie"}, {Channel::phone, "telefoon"}, {Channel::post, "post"},
                {Channel::email, "e-mail"}, {Channel::web, "web"}, {Channel::chat, "chat"},
                {Channel::home_visit, "huisbezoek"})

/// Status of a mapping that a person must confirm.
enum class MappingStatus : std::uint8_t { confirmed, proposed, rejected };
KEUZEKAART_LIST(MappingStatus, "koppelstatus", {MappingStatus::confirmed, "bevestigd"},
                {MappingStatus::proposed, "voorgesteld"}, {MappingStatus::rejected, "afgewezen"})

enum class SupportQuality : std::uint8_t { unset, good, partly, not_at_all };
KEUZEKAART_LIST(SupportQuality, "kwaliteit", {SupportQuality::good, "goed"}, {SupportQuality::partly, "deels"},
                {SupportQuality::not_at_all, "niet"})

enum class Lifecycle : std::uint8_t { unset, planned, in_production, to_phase_out, phased_out };
KEUZEKAART_LIST(Lifecycle, "levenscyclus", {Lifecycle::planned, "gepland"}, {Lifecycle::in_production, "in-productie"},
                {Lifecycle::to_phase_out, "uit-te-faseren"}, {Lifecycle::phased_out, "uitgefaseerd"})

enum class Dimension : std::uint8_t { archetype, cooperation_model, organisation_model, route, working_method };
KEUZEKAART_LIST(Dimension, "dimensie", {Dimension::archetype, "archetype"},
                {Dimension::cooperation_model, "samenwerkingsmodel"},
                {Dimension::organisation_model, "organisatiemodel"}, {Dimension::route, "route"},
                {Dimension::working_method, "werkwijze"})

enum class ChoiceStatus : std::uint8_t { unset, proposal, discussed, adopted };
KEUZEKAART_LIST(ChoiceStatus, "keuzestatus", {ChoiceStatus::proposal, "voorstel"},
                {ChoiceStatus::discussed, "besproken"}, {ChoiceStatus::adopted, "vastgesteld"})

enum class Disposition : std::uint8_t { open, accepted, resolved };
KEUZEKAART_LIST(Disposition, "besluit", {Disposition::open, "open"}, {Disposition::accepted, "geaccepteerd"},
                {Disposition::resolved, "opgelost"})

/// The eleven parts of a gegevensleveringsovereenkomst (GLO), in the order of the source.
enum class GloPart : std::uint8_t {
  data,
  classification,
  security,
  purpose_and_ground,
  onward_supply,
  quality,
  delivery,
  moments,
  costs,
  contacts,
  interface_owner
};
KEUZEKAART_LIST(GloPart, "glo-onderdeel", {GloPart::data, "gegevens"}, {GloPart::classification, "classificatie"},
                {GloPart::security, "beveiliging"}, {GloPart::purpose_and_ground, "doel-en-grondslag"},
                {GloPart::onward_supply, "doorlevering"}, {GloPart::quality, "kwaliteit"},
                {GloPart::delivery, "levering"}, {GloPart::moments, "momenten"}, {GloPart::costs, "kosten"},
                {GloPart::contacts, "contactpersonen"}, {GloPart::interface_owner, "koppelvlakeigenaar"})

/// How an entry of the catalogue, a part of it or a rule is known: stated in its source, inferred from it, or the
/// municipality's own.
enum class Basis : std::uint8_t { source, derived, own };
KEUZEKAART_LIST(Basis, "basis", {Basis::source, "bron"}, {Basis::derived, "afgeleid"}, {Basis::own, "eigen"})

/// What an archetype says of a function, in the order in which functions are taken up. The last two leave it out.
enum class FunctionPriority : std::uint8_t {
  leading,        ///< L leading principle
  first,          ///< 1
  second,         ///< 2
  third,          ///< 3
  required,       ///< V needed, no order named
  temporary,      ///< T served by a temporary solution
  eventually,     ///< A needed in the end, no order named
  not_now,        ///< N consciously no priority
  not_mentioned,  ///< -
};
KEUZEKAART_LIST(FunctionPriority, "prioriteit", {FunctionPriority::leading, "L"}, {FunctionPriority::first, "1"},
                {FunctionPriority::second, "2"}, {FunctionPriority::third, "3"}, {FunctionPriority::required, "V"},
                {FunctionPriority::temporary, "T"}, {FunctionPriority::eventually, "A"},
                {FunctionPriority::not_now, "N"}, {FunctionPriority::not_mentioned, "-"})

/// Over what an archetype works as one: a column (one law or service), a cluster, the domain, or columns first and a
/// team after.
enum class ArchetypeScope : std::uint8_t { unset, column, cluster, domain, column_then_team };
KEUZEKAART_LIST(ArchetypeScope, "archetypebereik", {ArchetypeScope::column, "kolom"},
                {ArchetypeScope::cluster, "cluster"}, {ArchetypeScope::domain, "domein"},
                {ArchetypeScope::column_then_team, "kolom-dan-team"})

/// Who holds a role under a choice: toegang under an archetype, a role in the processes under a cooperation model.
enum class Holder : std::uint8_t {
  unset,
  municipality,
  third_party,
  per_task,
  per_chain,
  each_municipality,
  joint_organisation,
  varying,
  often_unnamed,
  to_be_chosen
};
KEUZEKAART_LIST(Holder, "rolhouder", {Holder::municipality, "gemeente"}, {Holder::third_party, "andere-partij"},
                {Holder::per_task, "per-taak"}, {Holder::per_chain, "per-keten"},
                {Holder::each_municipality, "elke-gemeente"},
                {Holder::joint_organisation, "gezamenlijke-werkorganisatie"}, {Holder::varying, "wisselend"},
                {Holder::often_unnamed, "vaak-onbenoemd"}, {Holder::to_be_chosen, "te-kiezen"})

enum class RouteDriver : std::uint8_t { unset, technology, organisation, development, scale };
KEUZEKAART_LIST(RouteDriver, "aandrijving", {RouteDriver::technology, "technologie"},
                {RouteDriver::organisation, "organisatie"}, {RouteDriver::development, "ontwikkeling"},
                {RouteDriver::scale, "schaal"})

enum class BackOfficeChange : std::uint8_t { unset, no, yes, after_integration };
KEUZEKAART_LIST(BackOfficeChange, "backofficewijziging", {BackOfficeChange::no, "nee"}, {BackOfficeChange::yes, "ja"},
                {BackOfficeChange::after_integration, "na-integratie"})

/// What the source says of a route's intervention points (ingrijppunten).
enum class InterventionPoints : std::uint8_t { unset, drawn, countless, not_worked_out };
KEUZEKAART_LIST(InterventionPoints, "ingrijppunten", {InterventionPoints::drawn, "getekend"},
                {InterventionPoints::countless, "talloze"}, {InterventionPoints::not_worked_out, "niet-uitgewerkt"})

/// How much say the municipality has under a form of regie.
enum class Say : std::uint8_t { unset, high, shared, low };
KEUZEKAART_LIST(Say, "zeggenschap", {Say::high, "hoog"}, {Say::shared, "gedeeld"}, {Say::low, "laag"})

/// How many owners a chain of a type has over its links.
enum class OwnersExpected : std::uint8_t { unset, one, one_per_link, none };
KEUZEKAART_LIST(OwnersExpected, "eigenaren", {OwnersExpected::one, "een"},
                {OwnersExpected::one_per_link, "een-per-schakel"}, {OwnersExpected::none, "geen"})

enum class GemmaKind : std::uint8_t { function, process, application_service };
KEUZEKAART_LIST(GemmaKind, "gemmasoort", {GemmaKind::function, "functie"}, {GemmaKind::process, "proces"},
                {GemmaKind::application_service, "applicatieservice"})

/// What a statement of a catalogue entry is; also the element that holds it.
enum class StatementKind : std::uint8_t {
  what,
  why,
  goal,
  leading_principle,
  principle,
  pitfall,
  consequence,
  need,
  check,
  remark
};
KEUZEKAART_LIST(StatementKind, "uitspraak", {StatementKind::what, "wat"}, {StatementKind::why, "waarom"},
                {StatementKind::goal, "doel"}, {StatementKind::leading_principle, "leidend-principe"},
                {StatementKind::principle, "principe"}, {StatementKind::pitfall, "valkuil"},
                {StatementKind::consequence, "gevolg"}, {StatementKind::need, "nodig"}, {StatementKind::check, "toets"},
                {StatementKind::remark, "opmerking"})

#undef KEUZEKAART_LIST

/// The word of a value; empty for a value that is not in its list (such as `unset`).
template <class Value>
constexpr std::string_view word_of(Value value) {
  for (const auto& row : Vocabulary<Value>::words)
    if (row.value == value) return row.word;
  return {};
}

template <class Value>
constexpr auto make_list_words() {
  std::array<std::string_view, std::size(Vocabulary<Value>::words)> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = Vocabulary<Value>::words[i].word;
  return words;
}
/// The words of a list, in its order.
template <class Value>
inline constexpr auto list_words = make_list_words<Value>();

/// The seven aspect areas of an archetype (domain.md, A1 to A7), by the code that every file and label uses.
inline constexpr std::string_view aspect_areas[] = {"A1", "A2", "A3", "A4", "A5", "A6", "A7"};

/// The value of a word, or nothing when the list does not hold it.
template <class Value>
constexpr std::optional<Value> value_of(std::string_view word) {
  for (const auto& row : Vocabulary<Value>::words)
    if (row.word == word) return row.value;
  return std::nullopt;
}

}  // namespace keuzekaart
