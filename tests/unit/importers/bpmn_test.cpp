#include "importers/bpmn.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/reading.hpp"

namespace keuzekaart {
namespace {

constexpr std::string_view uri = "http://www.omg.org/spec/BPMN/20100524/MODEL";

struct Bpmn : ::testing::Test {
  testing::Reading reading;
  ProcessFlows flows;

  /// Reads a file with this inside, after the first line.
  void read(std::string_view inside) {
    flows = read_bpmn_bytes("p.bpmn", fmt::format("<definitions xmlns=\"{}\">\n{}</definitions>", uri, inside),
                            reading.sources, reading.diagnostics);
  }
  /// The same with one process around it, "p".
  void read_process(std::string_view inside) { read(fmt::format("<process id=\"p\">{}</process>", inside)); }
  std::string said() const { return reading.said(); }
  /// The first line of each message.
  std::string lines() const {
    std::string all;
    const std::string text = said();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line = text.substr(at, end - at);
      if (line.starts_with("p.bpmn:")) all += line.substr(7) + "\n";
      at = end + 1;
    }
    return all;
  }
  std::string_view id(std::uint32_t step) const { return flows.steps[step].id.value; }
  /// "a>b a>c"
  std::string orders() const {
    std::string all;
    for (const FlowOrder& o : flows.orders) all += fmt::format("{}{}>{}", all.empty() ? "" : " ", id(o.from), id(o.to));
    return all;
  }
  /// "a: Balie, b: Team/Balie" by step.
  std::string lanes() const {
    std::string all;
    for (const FlowStep& s : flows.steps) {
      all += fmt::format("{}{}:", all.empty() ? "" : ", ", s.id.value);
      for (std::uint32_t lane : s.lanes) {
        std::string path;
        for (; lane != no_flow_part; lane = flows.lanes[lane].around)
          path = fmt::format("/{}{}", flows.lanes[lane].name.value, path);
        all += " " + path.substr(1);
      }
    }
    return all;
  }
  std::string end(const FlowEnd& e) const {
    if (e.kind == FlowEnd::Kind::step) return std::string(id(e.number));
    if (e.kind == FlowEnd::Kind::process) return fmt::format("[{}]", flows.processes[e.number].id.value);
    return fmt::format("({})", flows.participants[e.number].name.value);
  }
  /// "aanvraag: (Inwoner) > a"
  std::string messages() const {
    std::string all;
    for (const FlowMessage& m : flows.messages) {
      all += fmt::format("{}{}:", all.empty() ? "" : ", ", m.name.value);
      for (const FlowEnd& e : m.from) all += " " + end(e);
      all += " >";
      for (const FlowEnd& e : m.to) all += " " + end(e);
    }
    return all;
  }
  std::string stores() const {
    std::string all;
    for (const FlowStore& s : flows.stores) {
      all += fmt::format("{}{}:", all.empty() ? "" : ", ", s.name.value);
      for (const FlowStore::Use& use : s.uses) all += fmt::format(" {}", id(use.step));
    }
    return all;
  }
};

std::string flow(std::string_view from, std::string_view to) {
  return fmt::format("<sequenceFlow id=\"{}-{}\" sourceRef=\"{}\" targetRef=\"{}\"/>", from, to, from, to);
}

TEST_F(Bpmn, IsRecognisedByItsNamespaceUnderAnyPrefix) {
  const auto recognises = [](std::string_view head) { return recognises_bpmn({"x", false, head}); };
  EXPECT_TRUE(recognises(fmt::format("<definitions xmlns='{}'/>", uri)));
  EXPECT_TRUE(
      recognises(fmt::format("<?xml version='1.0'?><!-- x --><semantic:definitions a='1' xmlns:semantic='{}'>", uri)));
  EXPECT_FALSE(recognises("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>"));
  EXPECT_FALSE(recognises(fmt::format("<process xmlns='{}'/>", uri)));
  EXPECT_FALSE(recognises_bpmn({"x", true, {}}));
}

TEST_F(Bpmn, ReadsEveryFieldUnderAnyPrefix) {
  flows = read_bpmn_bytes("p.bpmn",
                          fmt::format(R"(<x:definitions xmlns:x="{}" exporter="Teken" exporterVersion="2">
<x:collaboration id="k" name="Keten"><x:documentation>Samen.</x:documentation>
 <x:participant id="d" name="Gemeente" processRef="ns:p"><x:documentation>Wij.</x:documentation></x:participant></x:collaboration>
<x:process id="p" name="Regelen"><x:documentation>Een</x:documentation><x:documentation>twee</x:documentation>
 <x:laneSet><x:lane id="l" name="Balie"><x:documentation>Beneden.</x:documentation><x:flowNodeRef> a </x:flowNodeRef></x:lane></x:laneSet>
 <x:task id="a" name="Kijken&#10;en   luisteren"><x:documentation><![CDATA[Met <zorg>]]>.</x:documentation></x:task>
</x:process></x:definitions>)",
                                      uri),
                          reading.sources, reading.diagnostics);
  EXPECT_EQ("", said());
  EXPECT_EQ("Teken 2", flows.exporter.value);
  ASSERT_EQ(1U, flows.processes.size());
  EXPECT_EQ("Regelen", flows.processes[0].name.value);
  EXPECT_EQ("Een\ntwee", flows.processes[0].description.value);
  ASSERT_EQ(1U, flows.steps.size());
  EXPECT_EQ("Kijken en luisteren", flows.steps[0].name.value);
  EXPECT_EQ("Met <zorg>.", flows.steps[0].description.value);
  EXPECT_EQ("p.bpmn:6:14", to_string(reading.sources.locate(flows.steps[0].id.place)));
  EXPECT_EQ("a: Balie", lanes());
  EXPECT_EQ("Beneden.", flows.lanes[0].description.value);
  EXPECT_EQ("Gemeente", flows.participants[0].name.value);
  EXPECT_EQ("Wij.", flows.participants[0].description.value);
  EXPECT_EQ(0U, flows.participants[0].process);
  EXPECT_EQ("Keten", flows.collaborations[0].name.value);
  EXPECT_EQ("Samen.", flows.collaborations[0].description.value);
}

TEST_F(Bpmn, EveryKindOfStepIsAStep) {
  std::string tasks;
  int n = 0;
  for (const char* kind : {"task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask",
                           "sendTask", "receiveTask", "subProcess", "adHocSubProcess", "transaction", "callActivity"})
    tasks += fmt::format("<{} id=\"s{}\" name=\"x\"/>", kind, ++n);
  read("<process id='p' name='P'>" + tasks + "</process>");
  EXPECT_EQ("", said());
  ASSERT_EQ(12U, flows.steps.size());
  EXPECT_EQ(FlowStep::Kind::task, flows.steps[7].kind);
  EXPECT_EQ(FlowStep::Kind::sub_process, flows.steps[8].kind);
  EXPECT_EQ(FlowStep::Kind::sub_process, flows.steps[9].kind);
  EXPECT_EQ(FlowStep::Kind::sub_process, flows.steps[10].kind);
  EXPECT_EQ(FlowStep::Kind::call, flows.steps[11].kind);
}

TEST_F(Bpmn, OrderGoesPastGatewaysAndEventsAndLoopsEnd) {
  read(
      "<process id='p' name='P'><startEvent id='s'/><task id='a' name='A'/><exclusiveGateway id='g'/>"
      "<task id='b' name='B'/><intermediateCatchEvent id='e'/><task id='c' name='C'/><endEvent id='z'/>"
      "<parallelGateway id='h'/>" +
      flow("s", "a") + flow("a", "g") + flow("g", "b") + flow("b", "e") + flow("e", "g") + flow("g", "h") +
      flow("h", "c") + flow("h", "h") + flow("c", "z") + "</process>");
  EXPECT_EQ("", said());
  EXPECT_EQ("a>b a>c b>c", orders());
  ASSERT_EQ(3U, flows.orders[1].places.size()) << "a-g, g-h, h-c";
}

TEST_F(Bpmn, BorderEventsAndLinksByNameLeadOn) {
  read(
      "<process id='p' name='P'><task id='a' name='A'/><boundaryEvent id='t' attachedToRef='a'><timerEventDefinition/>"
      "</boundaryEvent><task id='b' name='B'/><intermediateThrowEvent id='x'><linkEventDefinition name='Verder'/>"
      "</intermediateThrowEvent><intermediateCatchEvent id='y'><linkEventDefinition name='Verder'/>"
      "</intermediateCatchEvent><task id='c' name='C'/>" +
      flow("t", "b") + flow("a", "x") + flow("y", "c") + "</process>");
  EXPECT_EQ("", said());
  EXPECT_EQ("a>b a>c", orders());
}

TEST_F(Bpmn, SubProcessesHoldTheirOwnStepsAndOrder) {
  read(
      "<process id='p' name='P'><subProcess id='d' name='D'><task id='a' name='A'/><transaction id='t' name='T'>"
      "<task id='b' name='B'/></transaction>" +
      flow("a", "t") + "</subProcess><task id='c' name='C'/>" + flow("d", "c") + "</process>");
  EXPECT_EQ("", said());
  EXPECT_EQ("d>c a>t", orders());
  ASSERT_EQ(5U, flows.steps.size());
  EXPECT_EQ(no_flow_part, flows.steps[0].whole);
  EXPECT_EQ(0U, flows.steps[1].whole);
  EXPECT_EQ(2U, flows.steps[3].whole);
}

TEST_F(Bpmn, TheInnermostLaneWithANameCounts) {
  read(
      "<process id='p' name='P'><laneSet><lane id='l1' name='Gemeente'><flowNodeRef>a</flowNodeRef>"
      "<flowNodeRef>b</flowNodeRef><childLaneSet><lane id='l2' name='Team'><flowNodeRef>a</flowNodeRef></lane>"
      "<lane id='l3'><flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>"
      "<task id='a' name='A'/><task id='b' name='B'/></process>");
  EXPECT_EQ("a: Gemeente/Team, b: Gemeente", lanes());
  EXPECT_EQ(
      "2:206: opmerking: banen zonder naam: 1; hun stappen zijn van de baan of de deelnemer eromheen. Dit is de eerste "
      "[K348 lane-without-name]\n",
      lines());
}

TEST_F(Bpmn, MessagesEndAtStepsProcessesAndParticipants) {
  read(
      "<message id='m' name='besluit'/><collaboration id='k'><participant id='i' name='Inwoner'/>"
      "<participant id='g' name='Gemeente' processRef='p'/>"
      "<messageFlow id='1' name='aanvraag' sourceRef='i' targetRef='s'/>"
      "<messageFlow id='2' messageRef='t:m' sourceRef='z' targetRef='i'/>"
      "<messageFlow id='3' name='vraag' sourceRef='i' targetRef='g'/>"
      "<messageFlow id='4' name='signaal' sourceRef='i' targetRef='los'/></collaboration>"
      "<process id='p' name='P'><startEvent id='s'/><task id='a' name='A'/><exclusiveGateway id='x'/>"
      "<task id='b' name='B'/><task id='c' name='C'/><endEvent id='z'/><startEvent id='los'/>" +
      flow("s", "a") + flow("a", "x") + flow("x", "b") + flow("x", "c") + flow("b", "z") + flow("c", "z") +
      "</process>");
  EXPECT_EQ("", said());
  EXPECT_EQ("aanvraag: (Inwoner) > a, besluit: b c > (Inwoner), vraag: (Inwoner) > [p], signaal: (Inwoner) > [p]",
            messages());
}

TEST_F(Bpmn, DataStoresAreUsedByTheStepsThatTheyAreTiedTo) {
  read(
      "<dataStore id='z' name='Zaken'/><dataStore id='los' name='Los'/><process id='p' name='P'>"
      "<dataStoreReference id='r' dataStoreRef='z'/><dataStoreReference id='q' name='Archief' dataStoreRef='z'/>"
      "<dataObjectReference id='o' name='Formulier'/>"
      "<task id='a' "
      "name='A'><dataInputAssociation><sourceRef>r</sourceRef><targetRef>o</targetRef></dataInputAssociation>"
      "<dataOutputAssociation><targetRef>q</targetRef></dataOutputAssociation></task></process>");
  EXPECT_EQ("Los:, Zaken: a, Archief: a", stores());
  EXPECT_EQ(
      "2:196: opmerking: niet gelezen, want de kaart heeft er geen plaats voor: dataObjectReference (1) "
      "[K345 parts-not-read]\n",
      lines());
}

TEST_F(Bpmn, CallsNameAProcessOrASharedTask) {
  read(
      "<globalUserTask id='g' name='Tekenen'/><process id='p' name='P'>"
      "<callActivity id='a' calledElement='ns:q'/><callActivity id='b' calledElement='g'/>"
      "<callActivity id='c' name='C' calledElement='${soort}'/></process><process id='q' name='Betalen'/>");
  EXPECT_EQ("", said());
  EXPECT_EQ("q", flows.steps[0].called.value);
  EXPECT_EQ("Betalen", flows.steps[0].name.value);
  EXPECT_EQ("", flows.steps[1].called.value);
  EXPECT_EQ("Tekenen", flows.steps[1].name.value);
  EXPECT_EQ("${soort}", flows.steps[2].called.value);
}

TEST_F(Bpmn, PartnersSayWhoAParticipantIs) {
  read(
      "<partnerEntity name='Omgevingsdienst'><participantRef>x:d</participantRef></partnerEntity>"
      "<partnerRole name='Adviseur'><participantRef>d</participantRef></partnerRole>"
      "<collaboration id='k'><participant id='d' name='Adviesdienst'/></collaboration>");
  EXPECT_EQ("", said());
  ASSERT_EQ(1U, flows.participants[0].filled_by.size());
  EXPECT_EQ("Omgevingsdienst", flows.participants[0].filled_by[0].value);
  ASSERT_EQ(1U, flows.participants[0].fills.size());
  EXPECT_EQ("Adviseur", flows.participants[0].fills[0].value);
}

TEST_F(Bpmn, NamesAreTakenFromTheFrameOrAreTheId) {
  read(
      "<collaboration id='k'><participant id='d' name='Vergunningen' processRef='p'/><participant id='e' "
      "processRef='q'/>"
      "<participant id='f'/></collaboration><process id='p'/><process id='q'><task id='a'/></process>");
  EXPECT_EQ("Vergunningen", flows.processes[0].name.value);
  EXPECT_EQ("q", flows.processes[1].name.value);
  EXPECT_EQ("", flows.participants[1].name.value);
  EXPECT_EQ("f", flows.participants[2].name.value);
  EXPECT_EQ("a", flows.steps[0].name.value);
  EXPECT_EQ(
      "2:132: opmerking: onderdelen zonder naam: 3; op de kaart staat hun id. Dit is de eerste "
      "[K351 part-without-name]\n",
      lines());
}

TEST_F(Bpmn, PartsWithoutAnIdCount) {
  read("<process name='P'><task name='A'/><task id='b' name='B'/></process>");
  EXPECT_EQ(2U, flows.steps.size());
  EXPECT_EQ("2:2: opmerking: onderdelen van het proces zonder id: 2; dit is de eerste [K340 part-without-id]\n",
            lines());
}

TEST_F(Bpmn, OfTwoPartsWithOneIdTheFirstCounts) {
  read(
      "<process id='p' name='P'><task id='a' name='A'/>\n<task id='a' name='B'/>"
      "<extensionElements><x:f xmlns:x='y' id='a'/></extensionElements></process>");
  ASSERT_EQ(1U, flows.steps.size());
  EXPECT_EQ("A", flows.steps[0].name.value);
  EXPECT_EQ(
      "3:11: fout: de id 'a' komt vaker voor; wat hier staat, is overgeslagen [K201 duplicate-id]\n"
      "3:44: opmerking: niet gelezen, want de kaart heeft er geen plaats voor: x:f (1) [K345 parts-not-read]\n",
      lines());
}

TEST_F(Bpmn, ReferencesToNothingAreSaidWhereTheyStand) {
  read(
      "<collaboration id='k'><participant id='d' name='D' processRef='weg'/>\n"
      "<messageFlow id='m' sourceRef='d' targetRef='niets'/></collaboration>\n"
      "<process id='p' name='P'><laneSet><lane id='l' name='L'>\n<flowNodeRef>nergens</flowNodeRef>"
      "<flowNodeRef>a</flowNodeRef></lane></laneSet>\n<task id='a' name='A'><dataOutputAssociation><targetRef>kwijt"
      "</targetRef></dataOutputAssociation></task>\n<sequenceFlow id='f' sourceRef='a' targetRef='zoek'/>\n"
      "<sequenceFlow id='h' targetRef='a'/>\n<boundaryEvent id='b' attachedToRef='los'/></process>");
  EXPECT_EQ(
      "2:64: fout: 'weg' bestaat niet [K203 unresolved-reference]\n"
      "3:46: fout: 'niets' bestaat niet [K203 unresolved-reference]\n"
      "5:14: fout: 'nergens' bestaat niet [K203 unresolved-reference]\n"
      "6:57: fout: 'kwijt' bestaat niet [K203 unresolved-reference]\n"
      "7:47: fout: 'zoek' bestaat niet [K203 unresolved-reference]\n"
      "8:19: fout: relatie 'h' heeft geen begin [K203 unresolved-reference]\n"
      "9:38: fout: 'los' bestaat niet [K203 unresolved-reference]\n",
      lines());
}

TEST_F(Bpmn, ReferencesToAnotherKindAreSaid) {
  read(
      "<process id='p' name='P'><laneSet><lane id='l' name='L'><flowNodeRef>f</flowNodeRef><flowNodeRef>a</flowNodeRef>"
      "</lane></laneSet><task id='a' name='A'/><sequenceFlow id='f' sourceRef='a' targetRef='l'/></process>");
  EXPECT_EQ(
      "2:70: waarschuwing: 'f' is hier geen passende verwijzing: het is een sequenceFlow [K354 "
      "reference-to-another-kind]\n"
      "2:199: waarschuwing: 'l' is hier geen passende verwijzing: het is een lane [K354 reference-to-another-kind]\n",
      lines());
}

TEST_F(Bpmn, FlowsThatLeaveTheirProcessAndMessagesInsideOneAreSaid) {
  read(
      "<collaboration id='k'><messageFlow id='m' sourceRef='a' targetRef='b'/></collaboration>"
      "<process id='p' name='P'><task id='a' name='A'/><subProcess id='d' name='D'><task id='b' name='B'/></subProcess>"
      "\n<sequenceFlow id='f' sourceRef='a' targetRef='b'/>\n<sequenceFlow id='g' sourceRef='b' targetRef='c'/>"
      "</process><process id='q' name='Q'><task id='c' name='C'/></process>");
  EXPECT_EQ("a>b b>c", orders());
  EXPECT_EQ(
      "2:54: waarschuwing: de berichtpijl van 'a' naar 'b' blijft binnen één proces; hij is gelezen als overdracht "
      "[K343 message-inside-process]\n"
      "3:33: waarschuwing: de pijl van 'a' naar 'b' gaat over de rand van een deelproces; hij is gelezen als volgorde "
      "[K342 flow-out-of-process]\n"
      "4:33: waarschuwing: de pijl van 'b' naar 'c' gaat van het ene proces naar het andere; hij is gelezen als "
      "volgorde [K342 flow-out-of-process]\n",
      lines());
}

TEST_F(Bpmn, StepsInSeveralLanesOrNoneAreSaid) {
  read(
      "<process id='p' name='P'><laneSet><lane id='l' name='L'><flowNodeRef>a</flowNodeRef></lane>"
      "<lane id='m' name='M'><flowNodeRef>a</flowNodeRef></lane></laneSet><task id='a' name='A'/><task id='b' "
      "name='B'/>"
      "</process>");
  EXPECT_EQ("a: L M, b:", lanes());
  EXPECT_EQ(
      "2:127: waarschuwing: stap 'a' staat in meer dan één baan: L en M; beide tellen als uitvoerder "
      "[K341 step-in-several-lanes]\n"
      "2:192: opmerking: stappen buiten de banen van hun proces: 1; zij zijn van de deelnemer zelf. Dit is de eerste "
      "[K352 step-in-no-lane]\n",
      lines());
}

TEST_F(Bpmn, WhatIsNotReadIsCountedAndWhatIsUnknownIsSaid) {
  read(
      "<import importType='http://www.w3.org/2001/XMLSchema' location='berichten.xsd' namespace='y'/>"
      "<import importType='http://www.omg.org/spec/BPMN/20100524/MODEL' location='deel.bpmn' namespace='y'/>\n"
      "<process id='p' name='P'>"
      "<textAnnotation id='t'/><textAnnotation id='u'/><gateweg id='g'/><task id='a' name='A'><extensionElements>"
      "<c:form xmlns:c='z'/></extensionElements></task></process>\n"
      "<d:BPMNDiagram xmlns:d='http://www.omg.org/spec/BPMN/20100524/DI'/>");
  EXPECT_EQ(
      "2:170: opmerking: dit bestand voegt een ander in dat niet vanzelf wordt gelezen: 'deel.bpmn' "
      "[K355 named-file-not-read]\n"
      "3:27: opmerking: niet gelezen, want de kaart heeft er geen plaats voor: c:form (1), textAnnotation (2) "
      "[K345 parts-not-read]\n"
      "3:75: waarschuwing: <gateweg> is hier onbekend en overgeslagen; aantal keren: 1, dit is de eerste "
      "[K129 skipped-part]\n",
      lines());
}

TEST_F(Bpmn, AFileWithoutProcessesAndOneInAnotherLanguageAreRefused) {
  read("<message id='m'/>");
  EXPECT_TRUE(said().starts_with("p.bpmn: fout: in dit bestand staat geen proces en geen deelnemer [K353 no-process]"))
      << said();
  testing::Reading choreography;
  read_bpmn_bytes("p.bpmn", "<definitions xmlns='" + std::string(uri) + "'><choreography id='c'/></definitions>",
                  choreography.sources, choreography.diagnostics);
  EXPECT_TRUE(choreography.said().starts_with(
      "p.bpmn: fout: dit diagram is een choreografie: het zegt wie welke berichten uitwisselen, maar van niemand het "
      "proces [K353 no-process]"))
      << choreography.said();
  testing::Reading other;
  read_bpmn_bytes("p.bpmn", "<definitions xmlns='urn:x'/>", other.sources, other.diagnostics);
  EXPECT_TRUE(other.said().starts_with("p.bpmn:1:2: fout: dit is geen BPMN 2.0: de naamruimte is 'urn:x' en hoort '" +
                                       std::string(uri) + "' te zijn [K128 other-namespace]"))
      << other.said();
}

TEST_F(Bpmn, AGatewayWithVeryManyWaysIsNotFollowedToTheEnd) {
  std::string inside = "<exclusiveGateway id='g'/>";
  for (int i = 0; i < 2000; ++i)
    inside += fmt::format("<task id='t{0}' name='T'/>{1}{2}", i, flow(fmt::format("t{}", i), "g"),
                          flow("g", fmt::format("t{}", i)));
  read("<process id='p' name='P'>" + inside + "</process>");
  EXPECT_LT(100'000U, flows.orders.size());
  EXPECT_GT(400'000U, flows.orders.size());
  EXPECT_EQ(
      fmt::format("2:14: waarschuwing: dit bestand heeft zo veel wegen van stap naar stap dat het zoeken is gestopt; "
                  "gevonden: {}. De volgorde is niet volledig [K344 too-many-ways]\n",
                  flows.orders.size()),
      lines());
}

}  // namespace
}  // namespace keuzekaart
