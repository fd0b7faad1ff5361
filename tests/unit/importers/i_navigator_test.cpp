#include "importers/i_navigator.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

constexpr std::string_view preamble =
    "<preambule><datum>2026-01-02T03:04:05</datum><beheersapplicatie>iNavigator 9</beheersapplicatie>"
    "<specificatieversie>ICR1.5.13</specificatieversie></preambule>\n";

struct INavigator : ::testing::Test {
  testing::TemporaryFolder folder;
  testing::Reading reading;
  ProcessCatalogue catalogue;

  void read_file(const std::string& text) {
    folder.write("i.xml", text);
    catalogue = std::get<ProcessCatalogue>(read_i_navigator(folder.at("i.xml"), reading.sources, reading.diagnostics));
  }
  /// Reads a catalogue with this inside, after the preamble on line 2.
  void read(std::string_view inside) {
    read_file(
        fmt::format("<dsp xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n{}{}</dsp>", preamble, inside));
  }
  std::string said() const {
    std::string all = reading.said();
    const std::string path = folder.at("i.xml");
    for (std::size_t at = all.find(path); at != std::string::npos; at = all.find(path))
      all.replace(at, path.size(), "i.xml");
    return all;
  }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
};

TEST_F(INavigator, ReadsEveryFieldOfAProcess) {
  read(R"(<registers><register id="R1"><velden><naam>Basisregistratie
      Bomen</naam><bronhouder>Bosbeheer</bronhouder></velden></register></registers>
<processen><proces id="B1"><velden>
  <kernomschrijving>Boom kappen</kernomschrijving><naam>Het behandelen van een
      verzoek om een boom te kappen [Kapwet</naam>
  <taakveld>Groen</taakveld><proceseigenaar>Buiten</proceseigenaar>
  <toelichting-proces><![CDATA[Eerst]]> kijken,
      dan zagen.</toelichting-proces><aanleiding>Een verzoek.</aanleiding>
  <ketenpartners>Waterschap; provincie</ketenpartners>
  <grondslag><list><fields><field naam="NAAM">Artikel 1 Kapwet</field><field naam="URL">https://w.nl/1</field></fields>
    <fields><field naam="NAAM"/><field naam="URL"/></fields></list></grondslag>
  <lokale-regelgeving><list/></lokale-regelgeving><lokale-regelgeving-txt>Bomenverordening</lokale-regelgeving-txt>
  <wettelijke-afdoeningstermijn>8</wettelijke-afdoeningstermijn>
  <wettelijke-afdoeningstermijn-eenheid>Week</wettelijke-afdoeningstermijn-eenheid>
  <vertrouwelijkheid>INTERN</vertrouwelijkheid><zaaktype-categorie>Trigger Extern (TE)</zaaktype-categorie>
  <zaaktype-procesarchitectuur>Behandelen aanvr. vergunning/ontheffing
      </zaaktype-procesarchitectuur><zaaktype-iv3-categorie>5.7 Openbaar
      groen</zaaktype-iv3-categorie>
  <actueel-van>2020-01-01T00:00:00</actueel-van><actueel-tot xsi:nil="true"/><actief>Nee</actief></velden>
  <roltypen><roltype id="O1"><velden><naam>Initiator</naam><betrokkenen>Inwoner</betrokkenen></velden></roltype></roltypen>
  <statustypen>
    <statustype id="S2" volgnummer="10"><velden><naam>Gezaagd</naam><activiteit>Zagen</activiteit></velden></statustype>
    <statustype id="S1" volgnummer="2"><velden><naam>Bekeken</naam><activiteit xsi:nil="true"/>
      <standaard-doorlooptijd>5</standaard-doorlooptijd><standaard-doorlooptijd-eenheid>Werkdag</standaard-doorlooptijd-eenheid>
      <zichtbaarheid>Extern</zichtbaarheid></velden></statustype>
  </statustypen>
  <resultaattypen><resultaattype id="U1"><velden><naam>Verleend</naam></velden></resultaattype></resultaattypen>
  <registers><proces-register id="1" ref="R1"><velden><muteert>Ja</muteert></velden></proces-register></registers>
  <procesrelaties><procesrelatie id="2" ref="B9"/></procesrelaties>
</proces></processen>)");
  EXPECT_EQ("", said());
  EXPECT_EQ("ICR1.5.13", catalogue.specification.value);
  EXPECT_EQ("iNavigator 9", catalogue.application.value);
  EXPECT_EQ("2026-01-02T03:04:05", catalogue.date.value);
  ASSERT_EQ(1U, catalogue.processes.size());
  const CatalogueProcess& p = catalogue.processes[0];
  EXPECT_EQ("B1", p.id.value);
  EXPECT_EQ("Boom kappen", p.name.value);
  EXPECT_EQ("Het behandelen van een verzoek om een boom te kappen [Kapwet", p.long_name.value);
  EXPECT_EQ("Eerst kijken, dan zagen.", p.description.value);
  EXPECT_EQ("Een verzoek.", p.trigger.value);
  EXPECT_EQ("Buiten", p.owner.value);
  EXPECT_EQ("Waterschap; provincie", p.partners.value);
  EXPECT_EQ("Behandelen aanvr. vergunning/ontheffing", p.gemma_name.value);
  EXPECT_EQ("5.7 Openbaar groen", p.iv3.value);
  EXPECT_EQ("Groen", p.task_field.value);
  EXPECT_EQ("Trigger Extern (TE)", p.category.value);
  EXPECT_EQ("8 Week", p.lead_time.value);
  EXPECT_EQ("INTERN", p.confidentiality.value);
  EXPECT_EQ("2020-01-01T00:00:00", p.valid_from.value);
  EXPECT_EQ("", p.valid_to.value);
  EXPECT_FALSE(p.active);
  ASSERT_EQ(2U, p.grounds.size());
  EXPECT_EQ("Artikel 1 Kapwet", p.grounds[0].label.value);
  EXPECT_EQ("https://w.nl/1", p.grounds[0].link.value);
  EXPECT_EQ("Bomenverordening", p.grounds[1].label.value);
  ASSERT_EQ(2U, p.steps.size());
  EXPECT_EQ("Bekeken", p.steps[0].name.value);
  EXPECT_EQ("2", p.steps[0].number.value);
  EXPECT_EQ("", p.steps[0].activity.value);
  EXPECT_EQ("5 Werkdag", p.steps[0].lead_time.value);
  EXPECT_EQ("Extern", p.steps[0].visibility.value);
  EXPECT_EQ("S2", p.steps[1].id.value);
  EXPECT_EQ("Zagen", p.steps[1].activity.value);
  ASSERT_EQ(1U, p.roles.size());
  EXPECT_EQ("Initiator", p.roles[0].name.value);
  EXPECT_EQ("Inwoner", p.roles[0].involved.value);
  ASSERT_EQ(1U, p.registers.size());
  EXPECT_EQ("Basisregistratie Bomen", p.registers[0].name.value);
  EXPECT_EQ("Bosbeheer", p.registers[0].holder.value);
  EXPECT_TRUE(p.registers[0].changed);
  ASSERT_EQ(1U, p.results.size());
  EXPECT_EQ("Verleend", p.results[0].name.value);
  ASSERT_EQ(1U, p.related.size());
  EXPECT_EQ("B9", p.related[0].value);
  EXPECT_EQ("i.xml:6:21", to_string(reading.sources.locate(p.name.place)).substr(folder.path().size() + 1));
}

TEST_F(INavigator, WithoutShortNameTheLongNameIsUsed) {
  read(
      "<processen><proces id=\"B1\"><velden><kernomschrijving "
      "xsi:nil=\"true\"/><naam>Lang</naam></velden></proces></processen>");
  EXPECT_EQ("Lang", catalogue.processes.at(0).name.value);
  EXPECT_TRUE(catalogue.processes[0].active);
}

TEST_F(INavigator, ValueThatIsNoTaskFieldIsLeftEmptyAndSaid) {
  read(
      "<processen><proces id=\"B1\"><velden><zaaktype-iv3-categorie>Meerdere "
      "taakvelden</zaaktype-iv3-categorie></velden></proces></processen>");
  EXPECT_EQ("", catalogue.processes.at(0).iv3.value);
  EXPECT_EQ(
      "i.xml:3:60: opmerking: 'Meerdere taakvelden' is geen Iv3-taakveld; het proces krijgt er geen [K622 "
      "no-task-field]",
      first_line());
}

TEST_F(INavigator, OfTwoProcessesWithOneIdTheFirstCounts) {
  read("<processen><proces id=\"B1\"><velden><naam>een</naam></velden></proces>\n<proces id=\"B1\"/></processen>");
  ASSERT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ("een", catalogue.processes[0].name.value);
  ASSERT_EQ(1U, reading.diagnostics.all().size());
  const Diagnostic& d = reading.diagnostics.all()[0];
  EXPECT_EQ(Code::K201, d.code);
  EXPECT_EQ((std::vector<std::string>{"B1"}), d.arguments);
  EXPECT_EQ(4U, reading.sources.locate(d.place).line);
  EXPECT_EQ(3U, reading.sources.locate(d.related).line);
}

TEST_F(INavigator, ProcessWithoutIdIsLeftOutAndTheNextIsRead) {
  read("<processen><proces/><proces id=\"B1\"/></processen>");
  EXPECT_EQ(1U, catalogue.processes.size());
  ASSERT_EQ(1U, reading.diagnostics.all().size());
  EXPECT_EQ(Code::K202, reading.diagnostics.all()[0].code);
  EXPECT_EQ((std::vector<std::string>{"proces"}), reading.diagnostics.all()[0].arguments);
}

TEST_F(INavigator, RegisterThatIsNotInTheFileIsSaidAndKept) {
  read("<processen><proces id=\"B1\"><registers><proces-register ref=\"R7\"/></registers></proces></processen>");
  ASSERT_EQ(1U, catalogue.processes.at(0).registers.size());
  EXPECT_EQ("R7", catalogue.processes[0].registers[0].name.value);
  ASSERT_EQ(1U, reading.diagnostics.all().size());
  EXPECT_EQ(Code::K203, reading.diagnostics.all()[0].code);
  EXPECT_EQ((std::vector<std::string>{"R7"}), reading.diagnostics.all()[0].arguments);
}

TEST_F(INavigator, StepWithoutNumberComesLastAndIsSaid) {
  read(
      "<processen><proces id=\"B1\"><statustypen><statustype id=\"a\" volgnummer=\"x\"/><statustype id=\"b\" "
      "volgnummer=\"3\"/></statustypen></proces></processen>");
  EXPECT_EQ("a", catalogue.processes.at(0).steps.at(1).id.value);
  EXPECT_EQ("i.xml:3:72: waarschuwing: 'x' is geen volgnummer [K623 unreadable-number]", first_line());
}

TEST_F(INavigator, OtherSpecificationIsSaidAndRead) {
  read_file(
      "<dsp><preambule><specificatieversie>ICR1.50.1</specificatieversie></preambule><processen><proces "
      "id=\"B1\"/></processen></dsp>");
  EXPECT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ(
      "i.xml:1:37: waarschuwing: specificatieversie 'ICR1.50.1' is niet beproefd (wel ICR1.5); het bestand is toch "
      "gelezen "
      "[K621 other-specification]",
      first_line());
}

TEST_F(INavigator, MissingSpecificationIsSaidAndRead) {
  read_file("<dsp><processen><proces id=\"B1\"/></processen></dsp>");
  EXPECT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ(
      "i.xml:1:2: waarschuwing: het bestand zegt niet volgens welke specificatieversie het is opgebouwd; het is toch "
      "gelezen [K621 other-specification]",
      first_line());
}

TEST_F(INavigator, OtherRootElementIsRefused) {
  read_file("<kaart/>");
  EXPECT_TRUE(catalogue.processes.empty());
  EXPECT_EQ(
      "i.xml:1:2: fout: dit is geen i-Navigatorexport: het eerste element is <kaart>, niet <dsp> [K624 "
      "other-root-element]",
      first_line());
}

TEST(INavigatorRecogniser, LooksAtTheFirstElement) {
  const auto recognised = [](std::string_view head, bool is_folder = false) {
    return recognises_i_navigator({"naamloos", is_folder, head});
  };
  EXPECT_TRUE(recognised("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <foo> -->\n<dsp xmlns:xsi=\"x\">"));
  EXPECT_TRUE(recognised("<dsp\n xmlns:xsi=\"x\">"));
  EXPECT_FALSE(recognised("<dspx>"));
  EXPECT_FALSE(recognised("<foo><dsp/></foo>"));
  EXPECT_FALSE(recognised("<!-- <dsp> "));
  EXPECT_FALSE(recognised("dsp"));
  EXPECT_FALSE(recognised(""));
  EXPECT_FALSE(recognised("<dsp>", true));
}

struct INavigatorOnRealFiles : ::testing::Test {
  testing::Reading reading;
  ProcessCatalogue catalogue;

  void SetUp() override {
    if (!std::filesystem::exists(shared_data("/i-navigator"))) GTEST_SKIP() << "shared data is not there";
  }
  void read(const std::string& name) {
    catalogue = std::get<ProcessCatalogue>(
        read_i_navigator(shared_data("/i-navigator/") + name, reading.sources, reading.diagnostics));
  }
  std::string counted() const {
    std::size_t steps = 0, roles = 0, registers = 0, related = 0;
    for (const CatalogueProcess& p : catalogue.processes) {
      steps += p.steps.size();
      roles += p.roles.size();
      registers += p.registers.size();
      related += p.related.size();
    }
    return fmt::format("{} processes, {} steps, {} roles, {} registers, {} relations", catalogue.processes.size(),
                       steps, roles, registers, related);
  }
  std::string codes() const {
    std::string out;
    for (const Diagnostic& d : reading.diagnostics.all()) out += std::string(row_of(d.code).key) + " ";
    return out;
  }
};

TEST_F(INavigatorOnRealFiles, SmallFileIsReadWhole) {
  read("budget-3-processen.xml");
  EXPECT_EQ("3 processes, 21 steps, 13 roles, 6 registers, 0 relations", counted());
  EXPECT_EQ("", codes());
}

TEST_F(INavigatorOnRealFiles, LargeFileIsReadWhole) {
  read("vergunningen-20-processen.xml");
  EXPECT_EQ("20 processes, 147 steps, 67 roles, 65 registers, 16 relations", counted());
  EXPECT_EQ("K622 ", codes());
  std::size_t abbreviated = 0, without = 0, named_registers = 0;
  for (const CatalogueProcess& p : catalogue.processes) {
    if (p.gemma_name.value == "Behandelen aanvr. vergunning/ontheffing") ++abbreviated;
    if (p.gemma_name.empty()) ++without;
    for (const CatalogueRegister& r : p.registers)
      if (!r.name.empty() && r.name.value != r.id.value) ++named_registers;
  }
  EXPECT_EQ(13U, abbreviated);
  EXPECT_EQ(4U, without);
  EXPECT_EQ(65U, named_registers);
}

TEST_F(INavigatorOnRealFiles, FileWithoutProcessesLosesNothing) {
  read("minimal.xml");
  EXPECT_EQ("0 processes, 0 steps, 0 roles, 0 registers, 0 relations", counted());
  EXPECT_EQ("ICR1.5.13", catalogue.specification.value);
  EXPECT_EQ("", codes());
}

TEST_F(INavigatorOnRealFiles, OtherVersionIsWarnedOf) {
  read("invalid-version.xml");
  EXPECT_EQ("K621 ", codes());
}

TEST_F(INavigatorOnRealFiles, FileThatIsNotWellFormedIsRefused) {
  read("invalid-malformed.xml");
  EXPECT_EQ("K103 ", codes());
}

}  // namespace
}  // namespace keuzekaart
