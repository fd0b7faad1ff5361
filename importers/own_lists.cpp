#include "importers/own_lists.hpp"

#include <fmt/format.h>

#include <utility>

#include "importers/grammar/checker.hpp"
#include "importers/own_lists/list_rows.hpp"
#include "importers/read_file.hpp"
#include "importers/xml_head.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

using own_lists::ListRow;

MapParty party(const ListRow& row) {
  return {.place = row.place(),
          .id = row.key(),
          .name = row.text("naam"),
          .part_of = row.text("deel-van"),
          .kind = row.word("soort", PartyKind::unset),
          .owner_kind = row.word("eigenaarsoort", OwnerKind::unset),
          .office = row.word("kantoor", Office::unset)};
}

ListedApplication application(const ListRow& row) {
  ListedApplication out;
  out.application = {.place = row.place(),
                     .id = row.key(),
                     .name = row.text("naam"),
                     .vendor = row.text("leverancier"),
                     .reference_component = {},
                     .reference_status = {MappingStatus::confirmed, {}},
                     .lifecycle = row.word("levenscyclus", Lifecycle::unset),
                     .states = row.states(States::every()),
                     .description = row.text("omschrijving")};
  out.reference_components = row.all("referentiecomponent");
  out.processes = row.all("processen");
  out.quality = row.word("kwaliteit", SupportQuality::unset);
  return out;
}

std::vector<LegalGround> grounds(const ListRow& row) {
  std::vector<LegalGround> out;
  for (const Text& ground : row.all("grondslagen")) out.push_back({.uri = {}, .label = ground, .link = {}});
  return out;
}

/// A list tells how it is now, unless it says otherwise.
constexpr States now = States::only(State::ist);

MapRole role(const ListRow& row, const Text& party, Chosen<Role> role) {
  return {.place = party.place,
          .party = party,
          .role = role,
          .states = row.states(now),
          .partner_type = row.word("partnertype", PartnerType::unset),
          .municipal_role = row.word("gemeenterol", MunicipalRole::unset),
          .regie_form = row.word("regievorm", RegieForm::unset)};
}

ListedProcess process(const ListRow& row) {
  ListedProcess out;
  MapProcess& p = out.process;
  p.place = row.place();
  p.id = row.key();
  p.name = row.text("naam");
  p.description = row.text("omschrijving");
  p.kind = row.word("soort", ProcessKind::unset);
  p.level = row.word("niveau", ProcessLevel::unset);
  p.domain = row.text("domein");
  p.group = row.text("productgroep");
  p.part_of = row.all("deel-van");
  p.gemma = row.text("gemma");
  p.trigger = row.text("aanleiding");
  p.result = row.text("resultaat");
  p.lead_time = row.text("doorlooptijd");
  p.personal_data = row.word("persoonsgegevens", YesNo::unset);
  p.states = row.states(now);
  p.grounds = grounds(row);
  for (const Word<Role>& word : Vocabulary<Role>::words)
    for (const Text& party : row.all(word.word)) p.roles.push_back(role(row, party, {word.value, party.place}));
  for (const Text& used : row.all("applicaties"))
    p.applications.push_back({.place = used.place,
                              .application = used,
                              .states = row.states(States::ist_and_soll()),
                              .quality = {SupportQuality::unset, {}}});
  out.iv3 = row.text("iv3");
  out.products = row.all("producten");
  out.partners = row.all("ketenpartners");
  return out;
}

MapProduct product(const ListRow& row) {
  MapProduct out;
  out.place = row.place();
  out.id = row.key();
  out.name = row.text("naam");
  out.description = row.text("omschrijving");
  out.domain = row.text("domein");
  out.group = row.text("productgroep");
  out.upl = row.text("upl");
  out.volume = row.text("volume");
  out.client_group = row.word("doelgroep", ClientGroup::unset);
  for (const Text& channel : row.all("kanalen"))
    if (const auto value = value_of<Channel>(channel.value)) out.channels.push_back({*value, channel.place});
  out.digital = row.word("digitaal", YesNo::unset);
  out.insight_in_status = row.word("statusinzicht", YesNo::unset);
  out.personal_data = row.word("persoonsgegevens", YesNo::unset);
  out.compound = row.word("samengesteld", YesNo::unset);
  for (const Text& used : row.all("processen"))
    out.processes.push_back({used.place, used, {MappingStatus::confirmed, {}}});
  out.grounds = grounds(row);
  return out;
}

/// Sorts the rows of one list into the lists.
class RowSorting {
 public:
  RowSorting(OwnLists& lists, Diagnostics& diagnostics) : lists_(lists), diagnostics_(diagnostics) {}

  void add(std::string_view kind, const ListRow& row) {
    if (kind == "partijen") lists_.parties.push_back(party(row));
    if (kind == "applicaties") lists_.applications.push_back(application(row));
    if (kind == "processen") lists_.processes.push_back(process(row));
    if (kind == "producten") lists_.products.push_back(product(row));
    // A row that ties several to several stands for every pair.
    if (kind == "product-proces")
      for (const Text& product : row.all("product"))
        for (const Text& process : row.all("proces"))
          if (room(lists_.ties.size(), row.place()))
            lists_.ties.push_back({product, process, row.word("status", MappingStatus::confirmed)});
    if (kind == "rollen")
      for (const Text& process : row.all("proces"))
        for (const Text& party : row.all("partij"))
          if (room(lists_.roles.size(), row.place()))
            lists_.roles.push_back({process, role(row, party, row.word("rol", Role::responsible))});
  }

 private:
  bool room(std::size_t number, Place place) {
    if (number < own_lists::most_ties) return true;
    if (!std::exchange(said_, true))
      diagnostics_.report(Code::K330, place, {fmt::format("{}", own_lists::most_ties)}).variant = "pairs";
    return false;
  }

  OwnLists& lists_;
  Diagnostics& diagnostics_;
  bool said_ = false;
};

OwnLists read(const XmlFile* xml, own_lists::OpenFile open, Sources& sources, Diagnostics& diagnostics,
              own_lists::Instead instead = {}) {
  const grammar::Grammar& grammar = own_lists::lists_grammar();
  OwnLists lists;
  if (xml == nullptr || !grammar::is_of(grammar, *xml, diagnostics)) return lists;
  grammar::References references(grammar, diagnostics);
  grammar::Checker(grammar, *xml, references, diagnostics).check();
  const grammar::RecordReader root(*xml, sources, xml->root());
  const std::string path(sources.path(xml->file()));
  lists.name = root.text("naam");
  own_lists::TableFiles files(std::move(open), sources, diagnostics, std::move(instead));
  RowSorting rows(lists, diagnostics);
  root.each_child([&](const grammar::RecordReader& list) {
    const own_lists::Kind* kind = own_lists::find_kind(list.name());
    if (kind == nullptr) return;
    for (const ListRow& row : own_lists::read_rows(list, *kind, path, files, sources, diagnostics))
      rows.add(kind->name, row);
  });
  return lists;
}

}  // namespace

bool recognises_own_lists(const Candidate& candidate) {
  return !candidate.folder && local_name(first_element(candidate.head)) == own_lists::lists_grammar().root.name;
}

SourceContent read_own_lists(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return read_own_lists_instead(path, {}, sources, diagnostics);
}

OwnLists read_own_lists_instead(const std::string& path, own_lists::Instead instead, Sources& sources,
                                Diagnostics& diagnostics) {
  const auto open = [](const std::string& file, Diagnostics& found) { return read_file(file, found); };
  return read(read_xml(path, sources, diagnostics).get(), open, sources, diagnostics, std::move(instead));
}

OwnLists read_own_lists_text(std::string path, std::string text, own_lists::OpenFile open, Sources& sources,
                             Diagnostics& diagnostics) {
  const FileId file = sources.add(std::move(path), std::move(text));
  return read(parse_guarded(file, sources.text(file), diagnostics).get(), std::move(open), sources, diagnostics);
}

}  // namespace keuzekaart
