// Process diagrams on the map: who does what, handovers, chains, called processes, and what the map says otherwise.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/bpmn.hpp"
#include "importers/open_exchange.hpp"
#include "modeler/model/agreement_cover.hpp"
#include "modeler/model/crossing.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using testing::codes_and_names;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::links_of;
using Lines = std::vector<std::string>;

struct Flows : ::testing::Test {
  JoinScene scene;

  void diagram(const std::string& id, const std::string& inside) {
    scene.source(id, read_bpmn_bytes(id + ".bpmn",
                                     "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n" + inside +
                                         "</definitions>",
                                     scene.sources, scene.diagnostics));
  }
  std::string said() const { return testing::messages(scene.diagnostics, scene.sources); }

  static std::string name(const Model& m, EntityRef ref) { return std::string(m.entity(ref).code.value); }
  /// "p.a: Balie [ist soll] A36"
  static Lines executors(const Model& m) {
    Lines lines;
    for (const RoleAssignment& r : m.roles)
      if (r.role == Role::executor)
        lines.push_back(fmt::format("{}: {} [{}] A{:02}", name(m, r.process), name(m, r.party), to_string(r.states),
                                    static_cast<int>(r.trace.rule)));
    return lines;
  }
  /// "code: from > to, naam"
  static Lines handovers(const Model& m) {
    Lines lines;
    for (const Handover& h : m.handovers)
      lines.push_back(fmt::format("{}: {} > {}, {}", h.code.value, name(m, h.from), name(m, h.to), h.name.value));
    return lines;
  }
  /// "naam (soort) in geheel"
  static Lines parties(const Model& m) {
    Lines lines;
    for (const Party& p : m.parties)
      lines.push_back(fmt::format("{} ({}){}", p.code.value, p.kind == PartyKind::role ? "rol" : word_of(p.kind),
                                  p.parent.known() ? " in " + name(m, p.parent) : ""));
    return lines;
  }
};

constexpr const char* two_pools = R"(<collaboration id='k'>
<participant id='i' name='Inwoner'/><participant id='g' name='Gemeente Plas' processRef='p'/>
<participant id='o' name='Waterschap Delta' processRef='q'/>
<messageFlow id='m1' name='aanvraag' sourceRef='i' targetRef='a'/>
<messageFlow id='m2' name='adviesvraag' sourceRef='a' targetRef='x'/>
<messageFlow id='m3' name='advies' sourceRef='x' targetRef='b'/>
<messageFlow id='m4' name='besluit' sourceRef='b' targetRef='i'/></collaboration>
<process id='p' name='Vergunnen'><laneSet><lane id='l1' name='Balie'><flowNodeRef>a</flowNodeRef></lane>
<lane id='l2' name='Adviseur'><flowNodeRef>b</flowNodeRef></lane></laneSet>
<task id='a' name='Ontvangen'/><task id='b' name='Besluiten'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/></process>
<process id='q' name='Adviseren'><laneSet><lane id='l3' name='Adviseur'><flowNodeRef>x</flowNodeRef></lane></laneSet>
<task id='x' name='Wegen'/></process>)";

TEST_F(Flows, PoolsAreOrganisationsAndLanesRolesInThem) {
  diagram("d", two_pools);
  const Model m = scene.join();
  EXPECT_EQ("", said());
  EXPECT_THAT(parties(m),
              ElementsAre("Adviseur (rol) in Gemeente Plas", "Adviseur (Waterschap Delta) (rol) in Waterschap Delta",
                          "Balie (rol) in Gemeente Plas", "Gemeente Plas (gemeente)", "Inwoner (inwoner)",
                          "Waterschap Delta (waterschap)"));
  EXPECT_THAT(executors(m), ElementsAre("i: Inwoner [ist soll] A36", "p: Gemeente Plas [ist] A36",
                                        "p.a: Balie [ist] A36", "p.b: Adviseur [ist] A36",
                                        "q: Waterschap Delta [ist] A36", "q.x: Adviseur (Waterschap Delta) [ist] A36"));
}

TEST_F(Flows, MessagesAndArrowsBetweenLanesAreHandovers) {
  diagram("d", two_pools);
  const Model m = scene.join();
  EXPECT_THAT(handovers(m), ElementsAre("m1: i > p.a, aanvraag", "m2: p.a > q.x, adviesvraag", "m3: q.x > p.b, advies",
                                        "m4: p.b > i, besluit", "p.a--b: p.a > p.b, "));
  EXPECT_EQ(Derivation::read, m.handovers[0].origins[0].joined_by);
  EXPECT_EQ(Derivation::handover_by_flow, m.handovers[4].origins[0].joined_by);
  EXPECT_EQ("d.bpmn:11:81", to_string(scene.sources.locate(m.handovers[4].origins[0].place)));
}

TEST_F(Flows, ACollaborationIsAChainOfItsSteps) {
  diagram("d", two_pools);
  const Model m = scene.join();
  ASSERT_EQ(1U, m.chains.size());
  EXPECT_EQ("Vergunnen, Adviseren", m.chains[0].name.value);
  EXPECT_EQ(Derivation::chain_by_collaboration, m.chains[0].origins[0].joined_by);
  Lines steps;
  for (const EntityRef p : m.chains[0].processes) steps.push_back(name(m, p));
  EXPECT_THAT(steps, ElementsAre("i", "p.a", "q.x", "p.b"));
}

TEST_F(Flows, OneParticipantIsNoChain) {
  diagram("d",
          "<collaboration id='k'><participant id='g' name='Gemeente' processRef='p'/></collaboration>"
          "<process id='p' name='P'><task id='a' name='A'/></process>");
  EXPECT_THAT(scene.join().chains, IsEmpty());
}

TEST_F(Flows, StepsArePartsInTheOrderOfTheArrows) {
  diagram("d",
          "<process id='p' name='P'><task id='c' name='C'/><exclusiveGateway id='g'/><subProcess id='d' name='D'>"
          "<task id='e' name='E'/></subProcess><sequenceFlow sourceRef='d' targetRef='g'/>"
          "<sequenceFlow sourceRef='g' targetRef='c'/></process>");
  const Model m = scene.join();
  EXPECT_EQ("", said());
  EXPECT_THAT(links_of(m, LinkKind::part), ElementsAre("p -> p.c", "p -> p.d", "p.d -> p.e"));
  EXPECT_THAT(links_of(m, LinkKind::order), ElementsAre("p.d -> p.c"));
  const Link& order = m.links.from(LinkKind::order, m.find("p.d")).front();
  EXPECT_EQ(Derivation::order_by_flow, order.trace.rule);
  EXPECT_EQ(2U, order.trace.places.size());
  EXPECT_EQ(2, m.process(m.find("p.c")).order);
  EXPECT_EQ(1, m.process(m.find("p.d")).order);
  EXPECT_EQ(ProcessLevel::process, m.process(m.find("p")).level);
  EXPECT_EQ(ProcessLevel::step, m.process(m.find("p.c")).level);
  EXPECT_EQ(ProcessLevel::sub_process, m.process(m.find("p.d")).level);
}

TEST_F(Flows, DataStoresAreApplicationsByName) {
  scene.map("<applicaties><applicatie id='zaken' naam='Zaken' leverancier='Dossio'/></applicaties>");
  diagram(
      "d",
      "<process id='p' name='P'><dataStoreReference id='r' name='zaken'/><dataStoreReference id='s' name='Archief'/>"
      "<dataStoreReference id='t' name='Zaken'/><task id='a' name='A'><dataOutputAssociation><targetRef>r"
      "</targetRef></dataOutputAssociation><dataOutputAssociation><targetRef>t</targetRef>"
      "</dataOutputAssociation></task></process>");
  const Model m = scene.join();
  EXPECT_EQ("", said());
  EXPECT_THAT(codes_and_names(m, EntityKind::application), ElementsAre("Archief=Archief", "zaken=Zaken"));
  EXPECT_EQ("Dossio", m.applications[1].vendor.value);
  EXPECT_EQ(Derivation::same_name, m.applications[1].origins[1].joined_by);
  EXPECT_THAT(links_of(m, LinkKind::process_application), ElementsAre("p -> Archief", "p.a -> zaken"));
  const Link& use = m.links.from(LinkKind::process_application, m.find("p.a")).front();
  EXPECT_EQ(Derivation::application_by_store, use.trace.rule);
}

TEST_F(Flows, ADataStoreDoesNotTieAnApplicationOfAnotherSourceToTheMap) {
  scene.map("<applicaties><applicatie id='zaken' naam='Dossio Zaken'/></applicaties>");
  scene.source("swc", read_open_exchange_bytes("swc.xml", R"(<model identifier="m"
 xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><name>S</name>
<elements><element identifier="e" xsi:type="ApplicationComponent"><name>Dossio Zaken</name><properties>
<property propertyDefinitionRef="d"><value>Pakket</value></property></properties></element></elements><propertyDefinitions>
<propertyDefinition identifier="d" type="string"><name>SWC type</name></propertyDefinition></propertyDefinitions></model>)",
                                               scene.sources, scene.diagnostics));
  diagram("d", "<process id='p' name='P'><dataStoreReference id='r' name='Dossio Zaken'/></process>");
  const Model m = scene.join();
  std::size_t named = 0;
  for (const Application& a : m.applications) named += a.name.value == "Dossio Zaken" ? 1U : 0U;
  EXPECT_EQ(2U, named) << "as it is without the diagram";
  const EntityRef store = m.links.from(LinkKind::process_application, m.find("p")).front().to;
  EXPECT_NE("zaken", m.entity(store).code.value);
}

TEST_F(Flows, ACalledProcessIsPartOfItsStepAlsoWhenAnotherFileHasIt) {
  diagram("d",
          "<process id='p' name='P'><callActivity id='a' name='Betalen' calledElement='q'/>"
          "<callActivity id='b' name='Weg' calledElement='nergens'/>"
          "<callActivity id='c' name='Opnieuw' calledElement='p'/></process>");
  diagram("e", "<process id='q' name='Betalen'><task id='x' name='X'/></process>");
  const Model m = scene.join();
  EXPECT_THAT(links_of(m, LinkKind::part), ElementsAre("p -> p.a", "p -> p.b", "p -> p.c", "p.a -> q", "q -> q.x"));
  EXPECT_THAT(links_of(m, LinkKind::process_related), ElementsAre("p.c -> p")) << "a process is no part of itself";
  EXPECT_TRUE(
      said().starts_with("d.bpmn:2:128: waarschuwing: stap 'Weg' roept proces 'nergens' aan, dat in geen van de "
                         "bronnen staat [K346 called-process-unknown]\n"))
      << said();
}

TEST_F(Flows, TheMapDecidesWhoDoesAProcess) {
  scene.map(R"(<partijen><partij id='g' naam='Gemeente Plas' soort='gemeente'/>
<partij id='balie' naam='Balie' soort='organisatieonderdeel' deel-van='g'/>
<partij id='ws' naam='Waterschap Delta' soort='waterschap'/></partijen>
<processen><proces id='p' naam='Vergunnen'><rol partij='ws' rol='uitvoerder' toestand='soll'/></proces></processen>
<overdrachten><overdracht id='o1' van='p.a' naar='q.x' toestand='ist soll' inhoud='dossier'/></overdrachten>)");
  diagram("d", two_pools);
  const Model m = scene.join();
  EXPECT_THAT(parties(m),
              ElementsAre("Adviseur (rol) in g", "Adviseur (Waterschap Delta) (rol) in ws", "Inwoner (inwoner)",
                          "balie (organisatieonderdeel) in g", "g (gemeente)", "ws (waterschap)"));
  EXPECT_THAT(executors(m), ElementsAre("i: Inwoner [ist soll] A36", "p: g [ist] A36", "p: ws [soll] A00",
                                        "p.a: balie [ist soll] A36", "p.b: Adviseur [ist soll] A36", "q: ws [ist] A36",
                                        "q.x: Adviseur (Waterschap Delta) [ist] A36"));
  EXPECT_THAT(handovers(m), ElementsAre("m1: i > p.a, aanvraag", "m3: q.x > p.b, advies", "m4: p.b > i, besluit",
                                        "o1: p.a > q.x, dossier", "p.a--b: p.a > p.b, "));
  EXPECT_EQ(2U, m.handovers[3].origins.size());
  EXPECT_EQ("", said());
}

TEST_F(Flows, AHandoverHasTheAgreementOfTheMapAndClientsNeedNone) {
  scene.map(R"(<partijen><partij id='g' naam='Gemeente Plas' soort='gemeente'/>
<partij id='ws' naam='Waterschap Delta' soort='waterschap'/></partijen><processen/>
<afspraken><afspraak id='w' naam='Advies' soort='dvo' partijen='g ws' processen='q' status='geldig'/>
<afspraak id='x' naam='Anders' soort='dvo' partijen='g' processen='p' status='geldig'/></afspraken>)");
  diagram("d", two_pools);
  const Model m = scene.join();
  Lines agreements;
  const AgreementCover cover(m);
  for (std::uint32_t i = 0; i < m.handovers.size(); ++i) {
    const Handover& h = m.handovers[i];
    const auto need = cover.of({EntityKind::handover, i}, State::ist);
    agreements.push_back(fmt::format("{}: {}{}", h.code.value, h.agreement.known() ? name(m, h.agreement) : "-",
                                     need && !need->is_met() ? " nodig" : ""));
  }
  EXPECT_THAT(agreements, ElementsAre("m1: -", "m2: w", "m3: w", "m4: -", "p.a--b: -"));
  EXPECT_EQ(Derivation::same_identifier, m.handovers[1].origins.back().joined_by);
}

TEST_F(Flows, AContradictionWithTheMapIsSaid) {
  scene.map(
      "<partijen><partij id='ggd' naam='GGD' soort='samenwerkingsverband'/></partijen><processen>"
      "<proces id='p' naam='P'><rol partij='ggd' rol='uitvoerder' toestand='ist soll'/></proces></processen>");
  diagram("d",
          "<collaboration id='k'><participant id='g' name='Gemeente' processRef='p'/></collaboration>"
          "<process id='p' name='P'/>");
  const Model m = scene.join();
  EXPECT_THAT(executors(m), ElementsAre("p: ggd [ist soll] A00"));
  EXPECT_TRUE(
      said().starts_with("d.bpmn:2:49: waarschuwing: volgens de ene bron doet 'GGD' proces 'p', volgens de andere "
                         "'Gemeente'; de eerste geldt [K206 contradiction]\n"))
      << said();
}

TEST_F(Flows, AFrameNamedAsItsProcessIsNoParty) {
  diagram("d",
          "<collaboration id='k'><participant id='g' name='Kappen bomen' processRef='p'/></collaboration>"
          "<process id='p' name='Kappen Bomen'><task id='a' name='A'/></process>");
  const Model m = scene.join();
  EXPECT_THAT(m.parties, IsEmpty());
  EXPECT_TRUE(
      said().starts_with("d.bpmn:2:49: opmerking: deelnemer 'Kappen bomen' heet zoals zijn proces; er is geen "
                         "partij van gemaakt [K347 participant-named-as-process]\n"))
      << said();
}

TEST_F(Flows, ANamelessEmptyFrameWithoutMessagesIsNoProcess) {
  diagram("d",
          "<collaboration id='k'><participant id='g' name='Kappen' processRef='p'/>"
          "<participant id='h' name='Bibob' processRef='q'/></collaboration>"
          "<process id='p' name='Vergunnen'><task id='a' name='A'/></process><process id='q'/>");
  const Model m = scene.join();
  EXPECT_FALSE(m.find("q").known());
  EXPECT_TRUE(m.find("Bibob").known());
  EXPECT_EQ("", said());
}

TEST_F(Flows, AStepIsThereAsLongAsItsProcess) {
  scene.map("<processen><proces id='r' naam='Toetsen'/></processen>");
  const auto process = [](const char* id, const char* name) {
    return fmt::format(
        "<process id='{0}' name='{1}'><laneSet><lane id='l{0}' name='Balie {0}'>"
        "<flowNodeRef>a{0}</flowNodeRef></lane></laneSet><task id='a{0}' name='A'/></process>",
        id, name);
  };
  diagram("d", process("p", "Vergunnen") + process("r", "Toetsen"));
  const Model m = scene.join();
  EXPECT_EQ("ist", to_string(m.process(m.find("p.ap")).states));
  EXPECT_EQ(m.process(m.find("r")).states, m.process(m.find("r.ar")).states) << "the map says how long";
  EXPECT_THAT(executors(m), ElementsAre("p.ap: Balie p [ist] A36", "r.ar: Balie r [ist soll] A36"));
}

TEST_F(Flows, LanesWithoutAPoolAreRolesOfNobodyKnows) {
  diagram("d",
          "<process id='p' name='Vergunnen'><laneSet><lane id='l' name='Balie'><flowNodeRef>a</flowNodeRef></lane>"
          "<lane id='k' name='Achter'><flowNodeRef>b</flowNodeRef></lane></laneSet><task id='a' name='A'/>"
          "<task id='b' name='B'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/></process>");
  const Model m = scene.join();
  ASSERT_EQ(1U, m.handovers.size());
  EXPECT_EQ(Crossing::unknown, crossing_of(m, m.handovers.front(), State::ist));
  EXPECT_THAT(agreement_needs(m, State::ist), IsEmpty());
}

TEST_F(Flows, AFrameThatGaveItsProcessItsNameIsAParty) {
  scene.map("<partijen><partij id='w' naam='Wijkteam' soort='organisatieonderdeel'/></partijen>");
  const auto frame = [](const char* n, const char* name) {
    return fmt::format(
        "<collaboration id='k{0}'><participant id='g{0}' name='{1}' processRef='p{0}'/></collaboration>"
        "<process id='p{0}' name='{1}'/>",
        n, name);
  };
  diagram("d", frame("1", "Wijkteam"));
  diagram("e", frame("2", "Waterschap Delta"));
  diagram("f", frame("3", "Toetsing") + frame("4", "Afhandeling"));
  EXPECT_THAT(parties(scene.join()), ElementsAre("Afhandeling ()", "Toetsing ()", "Waterschap Delta (waterschap)",
                                                 "w (organisatieonderdeel)"));
  EXPECT_EQ("", said());
}

TEST_F(Flows, TheMunicipalityOfTheMapIsMeantByItsCommonName) {
  scene.map("<partijen><partij id='g' naam='Gemeente Plas' soort='gemeente'/></partijen>");
  diagram("d",
          "<collaboration id='k'><participant id='a' name='Gemeente' processRef='p'/>"
          "<participant id='b' name='Gemeente Oever' processRef='q'/></collaboration>"
          "<process id='p' name='P'/><process id='q' name='Q'/>");
  EXPECT_THAT(parties(scene.join()), ElementsAre("Gemeente Oever (andere-gemeente)", "g (gemeente)"));
}

TEST_F(Flows, PartnersAndRolesFillEachOther) {
  diagram("d",
          "<partnerEntity name='Waterschap Delta'><participantRef>a</participantRef></partnerEntity>"
          "<partnerRole name='Adviseur'><participantRef>a</participantRef></partnerRole>"
          "<collaboration id='k'><participant id='a' name='Waterkenner'/></collaboration>");
  const Model m = scene.join();
  EXPECT_THAT(links_of(m, LinkKind::role_filled_by),
              ElementsAre("Adviseur -> Waterkenner", "Waterkenner -> Waterschap Delta"));
}

TEST_F(Flows, TwoDiagramsWithOneIdAndTwoNamesAreTwoProcesses) {
  diagram("d", "<process id='Process_1' name='Kappen'><task id='a' name='A'/></process>");
  diagram("e", "<process id='Process_1' name='Planten'><task id='a' name='B'/></process>");
  const Model m = scene.join();
  EXPECT_THAT(codes_and_names(m, EntityKind::process),
              ElementsAre("Process_1=Kappen", "Process_1.a=A", "e.Process_1=Planten", "e.Process_1.a=B"));
  EXPECT_TRUE(
      said().starts_with("e.bpmn:2:14: waarschuwing: een ander proces heeft ook de id 'Process_1': dat heet 'Kappen', "
                         "dit heet 'Planten'; dit proces heeft nu de code e.Process_1 "
                         "[K349 process-id-of-another]\n"))
      << said();
}

TEST_F(Flows, TheFirstSourceGivesTheSteps) {
  diagram("d", "<process id='p' name='Kappen'><task id='a' name='A'/></process>");
  diagram("e", "<process id='p' name='Kappen'><task id='b' name='B'/></process>");
  const Model m = scene.join();
  EXPECT_THAT(codes_and_names(m, EntityKind::process), ElementsAre("p=Kappen", "p.a=A"));
  EXPECT_EQ(2U, m.processes[0].origins.size());
  EXPECT_TRUE(
      said().starts_with("e.bpmn:2:14: waarschuwing: de stappen van proces 'p' staan al in bron 'd'; die van deze "
                         "bron zijn weggelaten [K350 steps-from-another-source]\n"))
      << said();
}

TEST_F(Flows, ACatalogueProcessIsToldByItsDiagram) {
  scene.catalogue("B1", "Kappen", {}, "Team Groen");
  diagram("d", "<process id='B1' name='Kappen'><task id='a' name='A'/></process>");
  const Model m = scene.join();
  EXPECT_EQ("", said());
  EXPECT_THAT(codes_and_names(m, EntityKind::process), ElementsAre("B1=Kappen", "B1.a=A"));
  EXPECT_EQ(Derivation::same_process_code, m.processes[0].origins[1].joined_by);
}

TEST_F(Flows, TheMapTiesAProductToAProcessAndAStep) {
  scene.map(
      "<domeinen><domein id='x' naam='X'/></domeinen><processen/><producten><product id='w' naam='Vergunning' "
      "domein='x'><proces ref='p' status='bevestigd'/><proces ref='p.a' status='bevestigd'/></product></producten>");
  diagram("d", "<process id='p' name='P'><task id='a' name='A'/></process>");
  const Model m = scene.join();
  EXPECT_EQ("", said());
  EXPECT_THAT(links_of(m, LinkKind::product_process), ElementsAre("w -> p", "w -> p.a"));
}

TEST_F(Flows, WithoutIdsEverythingStillHasACode) {
  diagram("d",
          "<process name='P'><task name='A'/><task name='B'/></process>"
          "<collaboration><participant name='X'/><participant id='y' name='Y'/>"
          "<messageFlow sourceRef='y' targetRef='y'/></collaboration>");
  const Model m = scene.join();
  EXPECT_THAT(codes_and_names(m, EntityKind::process), ElementsAre("d.1=P", "d.1.1=A", "d.1.2=B", "y=Y"));
}

}  // namespace
}  // namespace keuzekaart
