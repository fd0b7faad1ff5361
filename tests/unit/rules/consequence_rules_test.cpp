#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule.hpp"
#include "tests/support/rule_scene.hpp"

// Every consequence rule: when it holds, when it nearly does and must not, and when it is accepted.
namespace keuzekaart {
namespace {

using testing::accepting;
using testing::choice;
using testing::RuleScene;
using Lines = std::vector<std::string>;

struct RuleExample {
  std::string rule;
  std::string name;
  std::string holds;
  Lines found;         ///< keys and states, when it holds
  std::string nearly;  ///< nothing may be found; empty: said by another row
};
std::ostream& operator<<(std::ostream& out, const RuleExample& e) { return out << e.rule << " " << e.name; }

std::string choices(const std::string& all) { return "<keuzes>" + all + "</keuzes>"; }
std::string processes(const std::string& all) { return "<processen>" + all + "</processen>"; }
std::string process(const std::string& id, const std::string& more, const std::string& inside) {
  return "<proces id='" + id + "' naam='Proces " + id + "' " + more + ">" + inside + "</proces>";
}
std::string role(const std::string& party, const std::string& role, const std::string& more = {}) {
  return "<rol partij='" + party + "' rol='" + role + "' " + more + "/>";
}
std::string executor(const std::string& party, const std::string& more = {}) { return role(party, "uitvoerder", more); }
std::string owner(const std::string& party) { return role(party, "verantwoordelijk"); }
std::string handover(const std::string& id, const std::string& from, const std::string& to, const std::string& more) {
  return "<overdrachten><overdracht id='" + id + "' van='" + from + "' naar='" + to + "' " + more + "/></overdrachten>";
}
std::string agreement(const std::string& parties, const std::string& more, const std::string& inside = {}) {
  return "<afspraken><afspraak id='a' naam='Afspraak' soort='dvo' partijen='" + parties + "' " + more + ">" + inside +
         "</afspraak></afspraken>";
}
std::string product(const std::string& id, const std::string& more, const std::string& inside) {
  return "<producten><product id='" + id + "' naam='Product " + id + "' " + more + ">" + inside +
         "</product></producten>";
}
std::string chain(const std::string& type, const std::string& more = {}) {
  return "<ketens><keten id='k' naam='Keten' soort='" + type + "' " + more +
         "><schakel proces='p'/><schakel proces='q'/></keten></ketens>";
}
std::string project(const std::string& more, const std::string& gaps) {
  return "<projecten><project id='pr' titel='Project' leider='L' " + more + ">" + gaps + "</project></projecten>";
}
const std::string whole_glo =
    "<glo><gegevens>x</gegevens><classificatie>x</classificatie><beveiliging>x</beveiliging>"
    "<doel-en-grondslag>x</doel-en-grondslag><doorlevering>x</doorlevering><kwaliteit>x</kwaliteit>"
    "<levering>x</levering><momenten>x</momenten><kosten>x</kosten><contactpersonen>x</contactpersonen>"
    "<koppelvlakeigenaar>x</koppelvlakeigenaar></glo>";
const std::string glo_without_onward = [] {
  std::string glo = whole_glo;
  const std::string part = "<doorlevering>x</doorlevering>";
  return glo.erase(glo.find(part), part.size());
}();

/// Two processes, the second with another executor, and a handover between them.
std::string crossing(const std::string& more, const std::string& to = "regio") {
  return processes(process("p", "", executor("team")) + process("q", "", executor(to))) + handover("o", "p", "q", more);
}
std::string access(const std::string& executors, const std::string& group = "productgroep='jeugd'") {
  return processes(process("t", "functies='F01' " + group, executors));
}
std::string soll(const std::string& dimension, const std::string& value, const std::string& scope = "sociaal") {
  return choices(choice(scope, dimension, "soll", value));
}
std::string ist(const std::string& dimension, const std::string& value) {
  return choices(choice("sociaal", dimension, "ist", value));
}

const RuleExample examples[] = {
    {"KK01",
     "primary process stays inside",
     soll("samenwerkingsmodel", "C2") + processes(process("p", "soort='primair' domein='sociaal'", executor("team"))),
     {"p soll"},
     soll("samenwerkingsmodel", "C2") + processes(process("p", "soort='primair' domein='sociaal'", executor("regio")))},
    {"KK01",
     "supporting process",
     soll("samenwerkingsmodel", "C2") + processes(process("p", "soort='primair' productgroep='wmo'", executor("gem"))),
     {"p soll"},
     soll("samenwerkingsmodel", "C2") +
         processes(process("p", "soort='ondersteunend' domein='sociaal'", executor("team")))},
    {"KK01",
     "group with a choice of its own",
     choices(choice("concern", "samenwerkingsmodel", "ist", "C2")) +
         processes(process("p", "soort='primair' domein='sociaal'", executor("team"))),
     {"p ist"},
     choices(choice("sociaal", "samenwerkingsmodel", "soll", "C2") +
             choice("wmo", "samenwerkingsmodel", "soll", "C1")) +
         processes(process("p", "soort='primair' productgroep='wmo'", executor("team")))},
    {"KK02",
     "one directing process is missing",
     processes(process("p", "", executor("regio", "toestand='soll'") + owner("gem")) +
               "<proces id='d1' naam='Organisatiekeuze'/><proces id='d2' naam='Opdrachtverstrekking'/><proces id='d3' "
               "naam='Opdrachtbewaking'/>"),
     {"Afstemming soll"},
     processes(process("p", "", executor("regio") + owner("gem")) +
               "<proces id='d1' naam='Organisatiekeuze'/><proces id='d2' naam='Opdrachtverstrekking'/><proces id='d3' "
               "naam='Opdrachtbewaking'/><proces id='d4' naam='Afstemming'/>")},
    {"KK02",
     "the outside party is responsible itself",
     processes(process("p", "", executor("regio", "toestand='ist'") + owner("team"))),
     {"Afstemming ist", "Opdrachtbewaking ist", "Opdrachtverstrekking ist", "Organisatiekeuze ist"},
     processes(process("p", "", executor("regio") + owner("regio")))},
    {"KK03",
     "no agreement at all",
     crossing("toestand='ist'"),
     {"o ist"},
     crossing("toestand='ist' afspraak='a'") + agreement("gem regio", "status='geldig'")},
    {"KK03",
     "adopted counts as valid",
     crossing("afspraak='a'") + agreement("gem regio", "status='concept'"),
     {"o ist", "o soll"},
     crossing("afspraak='a'") + agreement("gem regio", "status='vastgesteld' van='2026-01-01' tot='2029-01-01'")},
    {"KK03",
     "ends between the states",
     crossing("afspraak='a'") + agreement("gem regio", "status='geldig' tot='2027-12-31'"),
     {"o soll"},
     crossing("afspraak='a'") + agreement("gem regio", "status='geldig' tot='2028-01-01'")},
    {"KK03",
     "between other parties",
     crossing("afspraak='a'") + agreement("gem bieder", "status='geldig'"),
     {"o ist", "o soll"},
     crossing("afspraak='a'") + agreement("kcc regio", "status='geldig'")},
    {"KK03",
     "inside one organisation",
     crossing("toestand='soll'", "bieder"),
     {"o soll"},
     crossing("toestand='soll'", "kcc")},
    {"KK04",
     "one part is empty",
     crossing("toestand='ist' persoonsgegevens='ja' afspraak='a'") +
         agreement("gem regio", "status='geldig'", glo_without_onward),
     {"a ist"},
     crossing("persoonsgegevens='ja' afspraak='a'") + agreement("gem regio", "status='geldig'", whole_glo)},
    {"KK04",
     "no personal data",
     crossing("persoonsgegevens='ja' afspraak='a'") + agreement("gem regio", "status='geldig'"),
     {"a ist", "a soll"},
     crossing("persoonsgegevens='nee' afspraak='a'") + agreement("gem regio", "status='geldig'")},
    {"KK04",
     "does not cross",
     crossing("toestand='soll' persoonsgegevens='ja' afspraak='a'") + agreement("gem regio", "status='geldig'"),
     {"a soll"},
     crossing("persoonsgegevens='ja' afspraak='a'", "kcc") + agreement("gem regio", "status='geldig'")},
    {"KK05",
     "two owners in an orchestration",
     processes(process("p", "", owner("gem")) + process("q", "", owner("regio"))) + chain("orkestratie"),
     {"k ist soll"},
     processes(process("p", "", owner("gem")) + process("q", "", owner("gem"))) + chain("orkestratie")},
    {"KK05",
     "no owner in an orchestration",
     processes(process("p", "", "") + process("q", "", "")) + chain("orkestratie"),
     {"k ist soll"},
     processes(process("p", "", owner("gem")) + process("q", "", "")) + chain("orkestratie")},
    {"KK05",
     "link without owner in a relay",
     processes(process("p", "", owner("gem")) + process("q", "", "")) + chain("estafette"),
     {"k ist soll"},
     processes(process("p", "", owner("gem")) + process("q", "", owner("regio"))) + chain("estafette")},
    {"KK05",
     "indirect without a goal",
     processes(process("p", "", "") + process("q", "", "")) + chain("indirect"),
     {"k ist soll"},
     processes(process("p", "", "") + process("q", "", "")) + chain("indirect", "doel='Veilig'")},
    {"KK06",
     "no client contact in one state",
     processes(process("p", "", role("kcc", "klantcontact", "toestand='ist'")) + process("q", "", "")) +
         chain("estafette"),
     {"k soll"},
     processes(process("p", "", role("kcc", "klantcontact")) + process("q", "", role("kcc", "klantcontact"))) +
         chain("estafette")},
    {"KK06",
     "two client contacts in one state",
     processes(process("p", "", role("kcc", "klantcontact")) +
               process("q", "", role("regio", "klantcontact", "toestand='soll'"))) +
         chain("estafette"),
     {"k soll"},
     processes(process("p", "", role("kcc", "klantcontact", "toestand='ist'")) +
               process("q", "", role("regio", "klantcontact", "toestand='soll'"))) +
         chain("estafette")},
    {"KK07",
     "first process hands over on paper",
     crossing("vorm='papier'") + product("x", "digitaal='ja'", "<proces ref='p'/><proces ref='q'/>"),
     {"x ist soll"},
     crossing("vorm='portaal'") + product("x", "digitaal='ja'", "<proces ref='p'/><proces ref='q'/>")},
    {"KK07",
     "a later process hands over on paper",
     crossing("vorm='e-mail' toestand='ist'") + product("x", "digitaal='ja'", "<proces ref='p'/>"),
     {"x ist"},
     processes(process("p", "", "") + process("q", "", "") + process("r", "", "")) +
         "<overdrachten><overdracht id='o' van='p' naar='q' vorm='bericht'/><overdracht id='o2' van='q' naar='r' "
         "vorm='papier'/></overdrachten>" +
         product("x", "digitaal='ja'", "<proces ref='p'/><proces ref='q'/>")},
    {"KK07",
     "no insight in status",
     product("x", "digitaal='ja' statusinzicht='nee'", ""),
     {"x ist soll"},
     product("x", "digitaal='ja' statusinzicht='ja'", "")},
    {"KK07",
     "not digital",
     product("x", "digitaal='ja' statusinzicht='nee'", ""),
     {"x ist soll"},
     product("x", "digitaal='nee' statusinzicht='nee'", "")},
    {"KK08",
     "without a date",
     choices(choice("sociaal", "archetype", "ist", "SD1", "id='c'")) +
         processes(process("p", "domein='sociaal' functies='F15'", "")),
     {"c ist"},
     choices(choice("sociaal", "archetype", "ist", "SD1", "id='c' herijken='2027-06-01'")) +
         processes(process("p", "domein='sociaal' functies='F15'", ""))},
    {"KK08",
     "policy information outside its scope",
     choices(choice("sociaal", "archetype", "ist", "SD1", "id='c' herijken='2027-06-01'")) +
         processes(process("p", "domein='publiek' functies='F15'", "")),
     {"c ist"},
     choices(choice("sociaal", "archetype", "ist", "SD1", "id='c' herijken='2027-06-01'")) +
         processes(process("p", "productgroep='wmo' functies='F15'", ""))},
    {"KK09",
     "each function by itself",
     choices(choice("sociaal", "archetype", "soll", "SD2", "id='c'")) +
         processes(process("p", "domein='sociaal' functies='F09'", "")),
     {"c:F06 soll", "c:F10 soll"},
     choices(choice("sociaal", "archetype", "soll", "SD2", "id='c'")) +
         processes(process("p", "domein='sociaal' functies='F06 F09 F10'", ""))},
    {"KK09",
     "an application is enough",
     choices(choice("sociaal", "archetype", "soll", "SD2", "id='c'")) +
         processes(process("p", "domein='publiek' functies='F06 F09 F10'", "")),
     {"c:F06 soll", "c:F09 soll", "c:F10 soll"},
     choices(choice("sociaal", "archetype", "soll", "SD2", "id='c'")) +
         "<applicaties><applicatie id='app' naam='App'/></applicaties>" +
         processes(process("p", "domein='publiek' functies='F06 F09 F10'", "<applicatie ref='app'/>"))},
    {"KK10",
     "group without access",
     soll("archetype", "SD5") + access(""),
     {"wmo soll"},
     soll("archetype", "SD5") + processes(process("t", "functies='F01' productgroep='jeugd'", "") +
                                          process("u", "functies='F01 F04' productgroep='wmo'", ""))},
    {"KK10",
     "clustered at home",
     soll("archetype", "SD3"),
     {"jeugd soll", "wmo soll"},
     choices(choice("sociaal", "archetype", "soll", "SD4")) + access("")},
    {"KK11",
     "directing first",
     choices(choice("sociaal", "archetype", "ist", "SD4", "id='c'", "<prioriteit functies='F09' waarde='1'/>")),
     {"c ist"},
     choices(choice("sociaal", "archetype", "ist", "SD4", "id='c'",
                    "<prioriteit functies='F09' waarde='2'/><prioriteit functies='F16' waarde='1'/>"))},
    {"KK12",
     "no project for the complex question",
     choices(choice("sociaal", "archetype", "ist", "SD4", "id='c'")) +
         project("", "<verschil soort='functie-nieuw' element='F09'/>"),
     {"c ist"},
     choices(choice("sociaal", "archetype", "ist", "SD4", "id='c'")) +
         project("", "<verschil soort='functie-nieuw' element='F17'/>")},
    {"KK12",
     "a process that performs it",
     choices(choice("sociaal", "archetype", "soll", "SD4", "id='c'")),
     {"c soll"},
     choices(choice("sociaal", "archetype", "soll", "SD4", "id='c'")) + processes(process("p", "functies='F17'", "")) +
         project("", "<verschil soort='proces-nieuw' element='p'/>")},
    {"KK13",
     "access stays",
     soll("archetype", "SD5") + access(executor("team")),
     {"t soll"},
     soll("archetype", "SD5") + access(executor("team", "toestand='ist'") + executor("regio", "toestand='soll'"))},
    {"KK13",
     "only in the wanted state",
     soll("archetype", "SD5") + access(executor("gem")),
     {"t soll"},
     ist("archetype", "SD5") + access(executor("team"))},
    {"KK13",
     "access of no cluster",
     soll("archetype", "SD5") + access(executor("kcc")),
     {"t soll"},
     soll("archetype", "SD5") + access(executor("team"), "domein='sociaal'")},
    {"KK14",
     "without agreement",
     soll("archetype", "SD5") + access(executor("regio")),
     {"t soll"},
     soll("archetype", "SD5") + access(executor("regio")) + agreement("gem regio", "status='geldig'")},
    {"KK14",
     "agreement with another",
     soll("archetype", "SD5") + access(executor("regio")) + agreement("gem bieder", "status='geldig'"),
     {"t soll"},
     soll("archetype", "SD5") + access(executor("team")) + agreement("gem bieder", "status='geldig'")},
    {"KK14",
     "expired by then",
     soll("archetype", "SD5") + access(executor("regio")) + agreement("gem regio", "status='geldig' tot='2027-12-31'"),
     {"t soll"},
     ist("archetype", "SD5") + access(executor("regio")) + agreement("gem regio", "status='geldig' tot='2027-12-31'")},
    {"KK15",
     "at the same time",
     choices(choice("sociaal", "route", "soll", "RT1", "id='r' van='2027-01-01' tot='2027-12-31'") +
             choice("sociaal", "archetype", "soll", "SD2")),
     {"r soll"},
     choices(choice("sociaal", "route", "soll", "RT1", "id='r' van='2027-01-01' tot='2027-12-31'") +
             choice("sociaal", "archetype", "soll", "SD2", "van='2028-01-01'"))},
    {"KK15",
     "in the same domain",
     choices(choice("concern", "route", "soll", "RT1", "id='r'") + choice("sociaal", "archetype", "soll", "SD2")),
     {"r soll"},
     choices(choice("publiek", "route", "soll", "RT1", "id='r'") + choice("sociaal", "archetype", "soll", "SD2"))},
    {"KK16",
     "only the concern chose",
     choices(choice("wmo", "route", "soll", "RT0", "id='r'") + choice("concern", "samenwerkingsmodel", "soll", "C3")),
     {"r soll"},
     choices(choice("wmo", "route", "soll", "RT0", "id='r'") + choice("wmo", "samenwerkingsmodel", "soll", "C3"))},
    {"KK17", "half a pair", "<transitieplan werkwijzen='W1 W3 W4'/>", {"W1"}, "<transitieplan werkwijzen='W1 W2'/>"},
    {"KK18",
     "wanted",
     choices(choice("sociaal", "samenwerkingsmodel", "soll", "C5", "id='c'")),
     {"c soll"},
     ist("samenwerkingsmodel", "C5")},
    {"KK19",
     "no choice with a reason",
     soll("samenwerkingsmodel", "C3") + product("x", "domein='sociaal'", "<samenwerking keuze='wel'/>"),
     {"x soll"},
     soll("samenwerkingsmodel", "C3") +
         product("x", "domein='sociaal'",
                 "<samenwerking keuze='niet'><motivatie>Eigen taak.</motivatie></samenwerking>")},
    {"KK19",
     "product of another domain",
     soll("samenwerkingsmodel", "C3", "concern") + product("x", "domein='publiek'", ""),
     {"x soll"},
     soll("samenwerkingsmodel", "C3") + product("x", "domein='publiek'", "")},
    {"KK20",
     "variant without a reason",
     soll("samenwerkingsmodel", "C4") + processes(process("p", "domein='sociaal'", "<variant gemeente='regio'/>")),
     {"p soll"},
     soll("samenwerkingsmodel", "C4") +
         processes(process("p", "domein='sociaal'",
                           "<variant gemeente='regio'><motivatie>Besluit van de raad.</motivatie></variant>"))},
    {"KK21",
     "deviates",
     choices(choice("sociaal", "archetype", "soll", "SD5") +
             choice("sociaal", "archetype", "soll", "SD2", "id='c' aspect='A5'")),
     {"c soll"},
     choices(choice("sociaal", "archetype", "soll", "SD5") +
             choice("sociaal", "archetype", "soll", "SD2", "id='c' aspect='A5'", "<motivatie>Daarom.</motivatie>"))},
    {"KK21",
     "the same as the whole",
     choices(choice("concern", "organisatiemodel", "ist", "O3") +
             choice("sociaal", "organisatiemodel", "ist", "O8", "id='c' aspect='A2'")),
     {"c ist"},
     choices(choice("sociaal", "archetype", "soll", "SD5") +
             choice("sociaal", "archetype", "soll", "SD5", "id='c' aspect='A5'"))},
    {"KK22",
     "one area is missing",
     processes(process("p", "", executor("team", "toestand='ist'") + executor("regio", "toestand='soll'"))) +
         project("", "<verschil soort='uitvoerder' element='p' aspecten='A1 A3 A7'/>"),
     {"p"},
     processes(process("p", "", executor("team", "toestand='ist'") + executor("regio", "toestand='soll'"))) +
         project("",
                 "<verschil soort='uitvoerder' element='p' aspecten='A3 A7'/><verschil soort='applicatie' element='p' "
                 "aspecten='A5'/>")},
    {"KK22",
     "nothing changes",
     processes(process("p", "", executor("team", "toestand='ist'") + executor("kcc", "toestand='soll'"))),
     {"p"},
     processes(process("p", "", executor("team")) + process("q", "", executor("team", "toestand='ist'")))},
    {"KK23",
     "no handover from front to back",
     ist("organisatiemodel", "O3K") + processes(process("p", "domein='sociaal'", executor("kcc"))),
     {"p ist"},
     ist("organisatiemodel", "O3K") +
         processes(process("p", "domein='sociaal'", executor("kcc")) +
                   process("q", "domein='sociaal'", executor("team"))) +
         handover("o", "p", "q", "")},
    {"KK23",
     "not in front and back",
     ist("organisatiemodel", "O3K") + processes(process("p", "soort='primair' domein='sociaal'", executor("team"))),
     {"p ist"},
     ist("organisatiemodel", "O3") + processes(process("p", "soort='primair' domein='sociaal'", executor("team")))},
    {"KK23",
     "supporting process",
     ist("organisatiemodel", "O3K") + processes(process("p", "domein='sociaal'", "")),
     {"p ist"},
     ist("organisatiemodel", "O3K") +
         processes(process("p", "soort='ondersteunend' domein='sociaal'", executor("team")))},
    {"KK24",
     "before the wanted state",
     agreement("gem regio", "status='geldig' tot='2027-12-31'"),
     {"a"},
     agreement("gem regio", "status='geldig' tot='2028-01-01'")},
    {"KK24",
     "before the end of a project",
     agreement("gem regio", "status='geldig' tot='2028-02-01'") +
         project("einde='2028-06-30'", "<verschil soort='afspraak-verlengen' element='a'/>"),
     {"a"},
     agreement("gem regio", "status='geldig' tot='2028-02-01'") +
         project("einde='2028-06-30'", "<verschil soort='uitvoerder' element='p'/>") + processes(process("p", "", ""))},
    {"KK24",
     "has ended already",
     agreement("gem regio", "tot='2027-06-30'"),
     {"a"},
     agreement("gem regio", "status='verlopen' tot='2025-12-31'")},
    {"KK25",
     "all powers",
     processes(process("p", "", executor("regio", "toestand='ist' gemeenterol='faciliteren'"))) +
         agreement("gem regio", "status='geldig' processen='p' taken-volledig-bij='gem'"),
     {"p ist"},
     processes(process("p", "", executor("regio", "gemeenterol='regisseren'"))) +
         agreement("gem regio", "status='geldig' processen='p' taken-volledig-bij='gem'")},
    {"KK25",
     "powers at the partner",
     processes(process("p", "", executor("regio", "toestand='soll' gemeenterol='faciliteren'"))) +
         agreement("gem regio", "status='geldig' processen='p' taken-volledig-bij='gem'"),
     {"p soll"},
     processes(process("p", "", executor("regio", "gemeenterol='faciliteren'"))) +
         agreement("gem regio", "status='geldig' processen='p' taken-volledig-bij='regio'")},
};

class ConsequenceRule : public ::testing::TestWithParam<RuleExample> {};

TEST_P(ConsequenceRule, Holds) {
  const RuleScene scene(GetParam().holds);
  EXPECT_EQ(GetParam().found, scene.found(GetParam().rule));
  EXPECT_EQ(Lines(), scene.codes());
}

TEST_P(ConsequenceRule, NearlyHolds) {
  const RuleScene scene(GetParam().nearly);
  EXPECT_EQ(Lines(), scene.found(GetParam().rule));
  EXPECT_EQ(Lines(), scene.codes());
}

/// What is accepted stays, marked, and every other finding stays as it is.
TEST_P(ConsequenceRule, IsAccepted) {
  const RuleScene before(GetParam().holds);
  const auto first = std::ranges::find(before.findings, GetParam().rule, &Finding::rule);
  ASSERT_NE(before.findings.end(), first);
  const RuleScene after(accepting(GetParam().holds, GetParam().rule, first->key));
  ASSERT_EQ(before.findings.size(), after.findings.size());
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < after.findings.size(); ++i) {
    const Finding &one = before.findings[i], &other = after.findings[i];
    const bool meant = one.rule == first->rule && one.key == first->key;
    if (meant) ++accepted;
    EXPECT_EQ(meant, !other.counts()) << other.rule << " " << other.key;
    EXPECT_EQ(meant ? "Zo is het bedoeld." : "", other.reason.value);
    EXPECT_EQ(before.text(one, Language::nl), after.text(other, Language::nl));
  }
  EXPECT_LT(0U, accepted);
  EXPECT_EQ(Lines(), after.codes());
}

/// Every finding says in both languages what it found, with nothing left open.
TEST_P(ConsequenceRule, SaysWhatItFound) {
  const RuleScene scene(GetParam().holds);
  for (const Finding& finding : scene.findings)
    for (const Language language : {Language::nl, Language::en}) {
      const std::string text = scene.text(finding, language);
      EXPECT_FALSE(text.empty());
      for (const char* open : {"{", "}", "…", "‘’", "«", "()"})
        EXPECT_EQ(std::string::npos, text.find(open)) << finding.rule << ": " << text;
      EXPECT_FALSE(finding.trace.places.empty()) << finding.rule;
    }
}

/// KK13_AccessStays.
std::string name_of_example(const ::testing::TestParamInfo<RuleExample>& one) {
  std::string out = one.param.rule + "_";
  bool start = true;
  for (const char c : one.param.name) {
    if (c >= 'a' && c <= 'z') out += start ? static_cast<char>(c - 'a' + 'A') : c;
    start = c == ' ';
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, ConsequenceRule, ::testing::ValuesIn(examples), name_of_example);

TEST(ConsequenceRules, EveryRuleHasItsExamples) {
  const RuleScene scene("");
  for (const Rule& rule : scene.model.catalogue->rules)
    if (rule.code.value.starts_with("KK")) {
      EXPECT_NE(std::end(examples), std::ranges::find(examples, rule.code.value, &RuleExample::rule))
          << rule.code.value;
    }
}

}  // namespace
}  // namespace keuzekaart
