#include "modeler/rules/vocabulary.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace keuzekaart {

namespace {

constexpr std::uint32_t of(std::initializer_list<Subject> subjects) {
  std::uint32_t bits = 0;
  for (const Subject subject : subjects) bits |= 1U << static_cast<unsigned>(subject);
  return bits;
}
constexpr std::uint32_t any = 0xFFFFFFFF;

constexpr PredicateRow predicates[] = {
    {Predicate::choice_holds, of({Subject::product_group, Subject::product, Subject::process, Subject::choice})},
    {Predicate::is, any},
    {Predicate::lacks, any},
    {Predicate::has_role, of({Subject::process, Subject::chain})},
    {Predicate::changes, of({Subject::process})},
    {Predicate::performs, of({Subject::process, Subject::application})},
    {Predicate::crosses, of({Subject::handover})},
    {Predicate::valid_agreement, of({Subject::handover, Subject::holder})},
    {Predicate::front_to_back, of({Subject::handover})},
    {Predicate::deviates, of({Subject::choice})},
    {Predicate::priority, of({Subject::choice})},
    {Predicate::plan_lacks, of({Subject::process, Subject::choice})},
    {Predicate::ends_before, of({Subject::agreement})},
    {Predicate::there_is, any},
    {Predicate::unless, any},
};

constexpr RelationRow relations[] = {
    {Relation::process, Subject::map, Subject::process},
    {Relation::process, Subject::product_group, Subject::process},
    {Relation::process, Subject::product, Subject::process},
    {Relation::process, Subject::chain, Subject::process},
    {Relation::process, Subject::choice, Subject::process},
    {Relation::first_process, Subject::product, Subject::process},
    {Relation::handover, Subject::process, Subject::handover},
    {Relation::handover, Subject::agreement, Subject::handover},
    {Relation::outgoing_handover, Subject::process, Subject::handover},
    {Relation::product, Subject::process, Subject::product},
    {Relation::product, Subject::product_group, Subject::product},
    {Relation::agreement, Subject::holder, Subject::agreement},
    {Relation::application, Subject::map, Subject::application},
    {Relation::application, Subject::choice, Subject::application},
    {Relation::choice_here, Subject::choice, Subject::choice},
    {Relation::choice_meanwhile, Subject::choice, Subject::choice},
};

constexpr std::string_view side_words[] = {"gemeente", "buiten"};
constexpr std::string_view validity_words[] = {"geldig",   "niet-vastgesteld", "nog-niet",
                                               "verlopen", "onbekend",         "andere-partijen"};

constexpr CharacteristicRow characteristics[] = {
    {Subject::process, "soort", list_words<ProcessKind>},
    {Subject::process, "persoonsgegevens", list_words<YesNo>},
    {Subject::process, "domein"},
    {Subject::process, "productgroep"},
    {Subject::process, "variantreden"},
    {Subject::product, "digitaal", list_words<YesNo>},
    {Subject::product, "statusinzicht", list_words<YesNo>},
    {Subject::product, "persoonsgegevens", list_words<YesNo>},
    {Subject::product, "samengesteld", list_words<YesNo>},
    {Subject::product, "doelgroep", list_words<ClientGroup>},
    {Subject::product, "samenwerking", list_words<CooperationDecision>},
    {Subject::product, "samenwerkingskeuze", list_words<CooperationDecision>},
    {Subject::chain, "soort", list_words<ChainType>},
    {Subject::chain, "doel"},
    {Subject::chain, "ketenmanager"},
    {Subject::handover, "soort", list_words<HandoverKind>},
    {Subject::handover, "vorm", list_words<HandoverForm>},
    {Subject::handover, "persoonsgegevens", list_words<YesNo>},
    {Subject::handover, "standaard"},
    {Subject::handover, "afspraak"},
    {Subject::handover, "afspraakgeldigheid", validity_words},
    {Subject::agreement, "soort", list_words<AgreementType>},
    {Subject::agreement, "status", list_words<AgreementStatus>},
    {Subject::agreement, "gepubliceerd", list_words<YesNo>},
    {Subject::agreement, "taken-volledig-bij", side_words},
    {Subject::agreement, "glo"},
    {Subject::choice, "dimensie", list_words<Dimension>},
    {Subject::choice, "aspect"},
    {Subject::choice, "waarde"},
    {Subject::choice, "motivatie"},
    {Subject::choice, "herijken"},
    {Subject::choice, "status", list_words<ChoiceStatus>},
    {Subject::project, "leider"},
    {Subject::project, "opdrachtgever"},
    {Subject::project, "start"},
    {Subject::project, "einde"},
    {Subject::intervention_point, "datum"},
    {Subject::working_method, "tegenhanger"},
    {Subject::holder, "kant", side_words},
    {Subject::holder, "gemeenterol", list_words<MunicipalRole>},
    {Subject::holder, "partnertype", list_words<PartnerType>},
    {Subject::holder, "regievorm", list_words<RegieForm>},
};

using Names = std::span<const std::string_view>;
constexpr std::string_view group_names[] = {"productgroep", "domein"};
constexpr std::string_view product_names[] = {"product"};
constexpr std::string_view process_names[] = {"proces"};
constexpr std::string_view chain_names[] = {"keten"};
constexpr std::string_view handover_names[] = {"overdracht", "van", "naar", "afspraak"};
constexpr std::string_view agreement_names[] = {"afspraak", "tot"};
constexpr std::string_view choice_names[] = {"bereik", "keuze", "dimensie", "aspect"};
constexpr std::string_view project_names[] = {"project"};
constexpr std::string_view cycle_names[] = {"projecten"};
constexpr std::string_view point_names[] = {"ingrijppunt"};
constexpr std::string_view method_names[] = {"werkwijze", "tegenhanger", "gevaar"};
constexpr std::string_view unresolved_names[] = {"naam"};
constexpr std::string_view proposal_names[] = {"van", "naar"};
constexpr std::string_view contradiction_names[] = {"onderdeel", "veld", "geldend", "anders", "bron", "andere-bron"};
constexpr std::string_view used_twice_names[] = {"bronelement", "onderdelen"};
constexpr std::string_view disappeared_names[] = {"bronelement", "sleutel"};

}  // namespace

bool can_be_said(Predicate predicate, Subject subject) {
  const auto row = std::ranges::find(predicates, predicate, &PredicateRow::predicate);
  return ((row->subjects >> static_cast<unsigned>(subject)) & 1U) != 0;
}

std::span<const RelationRow> relation_rows() { return relations; }

const RelationRow* find_relation(Relation relation, Subject from) {
  const auto row =
      std::ranges::find_if(relations, [&](const RelationRow& r) { return r.relation == relation && r.from == from; });
  return row == std::end(relations) ? nullptr : &*row;
}

std::span<const CharacteristicRow> characteristic_rows() { return characteristics; }

const CharacteristicRow* find_characteristic(Subject subject, std::string_view name) {
  const auto row = std::ranges::find_if(
      characteristics, [&](const CharacteristicRow& r) { return r.subject == subject && r.name == name; });
  return row == std::end(characteristics) ? nullptr : &*row;
}

Names standard_mentions(Subject subject) {
  switch (subject) {
    case Subject::product_group:
      return group_names;
    case Subject::product:
      return product_names;
    case Subject::process:
      return process_names;
    case Subject::chain:
      return chain_names;
    case Subject::handover:
      return handover_names;
    case Subject::agreement:
      return agreement_names;
    case Subject::choice:
      return choice_names;
    case Subject::project:
      return project_names;
    case Subject::project_cycle:
      return cycle_names;
    case Subject::intervention_point:
      return point_names;
    case Subject::working_method:
      return method_names;
    case Subject::unresolved:
      return unresolved_names;
    case Subject::proposal:
      return proposal_names;
    case Subject::contradiction:
      return contradiction_names;
    case Subject::used_twice:
      return used_twice_names;
    case Subject::disappeared:
      return disappeared_names;
    case Subject::map:
    case Subject::holder:
    case Subject::application:
      break;
  }
  return {};
}

}  // namespace keuzekaart
