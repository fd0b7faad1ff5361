// The municipality's own lists: their description, and tables in workbooks.
#include "importers/own_lists.hpp"
#include "importers/own_lists/suggestion.hpp"
#include "tests/fuzz/fuzz_run.hpp"
#include "tests/fuzz/fuzz_targets.hpp"
#include "tests/support/workbook_text.hpp"

namespace keuzekaart::fuzz {

namespace {

constexpr std::string_view table =
    "Nr;Naam;Status;Proces\n1;Zaken;actief;Melden\n2;\"Post \"\"nieuw\"\"\";;Klagen, Melden\n";
/// Binds the headings that a small workbook of the corpus has.
constexpr std::string_view description = R"(<lijsten xmlns="urn:keuzekaart:lijsten:1">
<applicaties bestand="l"><id kolom="Nr"/><naam kolom="Naam"/><levenscyclus kolom="Status"/><processen kolom="Proces"/>
</applicaties><partijen bestand="l" blad="Blad2"><naam kolom="Naam"/></partijen></lijsten>)";

void check(const Run& run, const OwnLists& lists) {
  run.check_messages();
  for (const MapParty& party : lists.parties) {
    promise(!party.id.empty() && !party.name.empty(), "a party has an id and a name");
    for (const Text& text : {party.id, party.name, party.part_of}) run.check(text);
  }
  for (const ListedApplication& listed : lists.applications) {
    const MapApplication& a = listed.application;
    promise(!a.id.empty() && !a.name.empty(), "an application has an id and a name");
    run.check(a.place);
    for (const Text& text : {a.id, a.name, a.vendor, a.reference_component, a.description}) run.check(text);
    for (const Text& text : listed.processes) run.check(text);
  }
  for (const ListedProcess& listed : lists.processes) {
    const MapProcess& p = listed.process;
    for (const Text& text : {p.id, p.name, p.domain, p.group, p.gemma, p.trigger, listed.iv3}) run.check(text);
    for (const MapRole& role : p.roles) run.check(role.party);
    for (const std::vector<Text>* texts : {&p.part_of, &listed.products, &listed.partners})
      for (const Text& text : *texts) run.check(text);
  }
  for (const MapProduct& p : lists.products)
    for (const Text& text : {p.id, p.name, p.upl, p.volume}) run.check(text);
  for (const ListedTie& tie : lists.ties)
    for (const Text& text : {tie.product, tie.process}) run.check(text);
  for (const ListedRole& role : lists.roles)
    for (const Text& text : {role.process, role.role.party}) run.check(text);
}

void run_description(std::string_view bytes) {
  recognises_own_lists({"in.xml", false, bytes.substr(0, 65536)});
  Run run;
  const auto open = [](const std::string&, Diagnostics&) { return std::string(table); };
  check(run,
        read_own_lists_text("in.xml", decode_undeclared(std::string(bytes)).text, open, run.sources, run.diagnostics));
}

/// A table, text or workbook, below a fixed description.
void run_list(std::string_view bytes) {
  own_lists::likely_headings(bytes.substr(0, 65536));
  Run run;
  const auto open = [&](const std::string&, Diagnostics&) { return std::string(bytes); };
  check(run, read_own_lists_text("in.xml", std::string(description), open, run.sources, run.diagnostics));
}

/// The sheet of a workbook: inside an archive its check number would stop every change.
void run_sheet(std::string_view bytes) {
  static const testing::WorkbookText workbook = [] {
    testing::WorkbookText made{{{"Blad1", {}}}};
    made.strings = "<si><t>Naam</t></si><si><t>Zaken</t></si>";
    made.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"21\"/></cellXfs>";
    return made;
  }();
  std::vector<testing::ZipPart> parts = workbook.parts();
  for (testing::ZipPart& part : parts)
    if (part.name.find("sheet1") != std::string::npos) part.content = bytes;
  run_list(testing::zip_of(parts));
}

constexpr Target all[] = {{"eigen-lijsten", run_description}, {"lijst", run_list}, {"werkblad", run_sheet}};

}  // namespace

std::span<const Target> list_targets() { return all; }

}  // namespace keuzekaart::fuzz
