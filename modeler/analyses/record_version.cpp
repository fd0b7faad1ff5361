#include "modeler/analyses/record_version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "modeler/facts/fact_collector.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

/// A thing as a source says it.
struct Record {
  std::string name;
  std::vector<std::string_view> keys;
  std::vector<Place> places;
  std::vector<Fact> facts;
};

class RecordVersion : public ComparedVersion {
 public:
  RecordVersion(const Labels& labels, std::size_t kinds) : labels_(labels), building_(kinds), things_(kinds) {}

  /// Adds what `tell` says of a thing; what is said of one thing in several places is put together.
  template <class Tell>
  void add(std::size_t kind, std::string code, std::string name, std::vector<std::string_view> keys, Place place,
           const Tell& tell) {
    Record& record = building_[kind][std::move(code)];
    if (record.name.empty()) record.name = std::move(name);
    record.keys.insert(record.keys.end(), keys.begin(), keys.end());
    record.places.push_back(place);
    FactCollector facts(no_model_, labels_, record.facts);
    tell(facts);
  }
  template <class Tell>
  void add(std::size_t kind, const Text& id, const Text& name, const Tell& tell) {
    add(kind, std::string(id.value), std::string((name.empty() ? id : name).value), {id.value}, id.place,
        [&](FactCollector& facts) {
          facts.text("naam", name);
          tell(facts);
        });
  }
  void finish() {
    for (std::size_t kind = 0; kind < building_.size(); ++kind)
      for (auto& [code, record] : building_[kind]) things_[kind].emplace_back(code, &record);
  }

  std::size_t count(std::size_t kind) const override { return things_[kind].size(); }
  std::string_view code(std::size_t kind, std::size_t thing) const override { return things_[kind][thing].first; }
  bool counts(std::size_t, std::size_t) const override { return true; }
  std::string name(std::size_t kind, std::size_t thing) const override { return at(kind, thing).name; }
  std::string shown_name(std::size_t kind, std::size_t thing) const override { return at(kind, thing).name; }
  std::vector<Place> places(std::size_t kind, std::size_t thing) const override { return at(kind, thing).places; }
  ComparedFields fields(std::size_t kind, std::size_t thing) const override {
    return gathered_fields(at(kind, thing).facts);
  }
  std::vector<std::string_view> keys(std::size_t kind, std::size_t thing) const override {
    return at(kind, thing).keys;
  }

 private:
  const Record& at(std::size_t kind, std::size_t thing) const { return *things_[kind][thing].second; }

  const Labels& labels_;
  const Model no_model_{};
  std::vector<std::map<std::string, Record, std::less<>>> building_;
  std::vector<std::vector<std::pair<std::string_view, const Record*>>> things_;
};

// Own lists

enum ListKind : std::size_t { parties, applications, processes, products, ties, roles };
constexpr std::string_view list_kinds[] = {"soort.partij",  "soort.applicatie", "soort.proces",
                                           "soort.product", "soort.koppeling",  "soort.rolinvulling"};

/// Adds the lists of one description to a version.
class ListRecords {
 public:
  ListRecords(RecordVersion& version, const Labels& labels) : version_(version), labels_(labels) {}

  void add(const OwnLists& lists) {
    for (const MapParty& p : lists.parties) party(p);
    for (const ListedApplication& a : lists.applications) application(a);
    for (const ListedProcess& p : lists.processes) process(p);
    for (const MapProduct& p : lists.products) product(p);
    for (const ListedTie& t : lists.ties) tie(t);
    for (const ListedRole& r : lists.roles) role(r.process, r.role);
  }

 private:
  template <class Value>
  static void word(FactCollector& facts, std::string_view key, const Chosen<Value>& chosen) {
    if (chosen.place.known()) facts.word(key, chosen.value, Trace::read_at(chosen.place));
  }
  static void states(FactCollector& facts, const Chosen<States>& chosen) {
    if (chosen.place.known()) facts.states("toestand", chosen.value, Trace::read_at(chosen.place));
  }
  static void grounds(FactCollector& facts, const std::vector<LegalGround>& grounds) {
    for (const LegalGround& ground : grounds) facts.text("grondslag", ground.label.empty() ? ground.uri : ground.label);
  }
  /// Facts under the label of a link.
  void links(FactCollector& facts, std::string_view key, const std::vector<Text>& values) const {
    for (const Text& value : values) facts.named(labels_.get(std::string("verband.").append(key)), value);
  }

  void party(const MapParty& p) {
    version_.add(parties, p.id, p.name, [&](FactCollector& facts) {
      word(facts, "soort", p.kind);
      word(facts, "eigenaarsoort", p.owner_kind);
      word(facts, "kantoor", p.office);
      facts.text("onderdeel-van", p.part_of);
    });
  }

  void application(const ListedApplication& listed) {
    const MapApplication& a = listed.application;
    version_.add(applications, a.id, a.name, [&](FactCollector& facts) {
      facts.text("leverancier", a.vendor);
      links(facts, "applicatie-referentie", listed.reference_components);
      word(facts, "levenscyclus", a.lifecycle);
      states(facts, a.states);
      links(facts, "proces-applicatie.terug", listed.processes);
      word(facts, "kwaliteit", listed.quality);
      facts.text("omschrijving", a.description);
    });
  }

  void process(const ListedProcess& listed) {
    const MapProcess& p = listed.process;
    version_.add(processes, p.id, p.name, [&](FactCollector& facts) {
      word(facts, "soort", p.kind);
      word(facts, "niveau", p.level);
      facts.text("domein", p.domain);
      facts.text("productgroep", p.group);
      facts.texts("onderdeel-van", p.part_of);
      links(facts, "referentie", {p.gemma});
      facts.text("aanleiding", p.trigger);
      facts.text("resultaat", p.result);
      facts.text("doorlooptijd", p.lead_time);
      word(facts, "persoonsgegevens", p.personal_data);
      states(facts, p.states);
      facts.text("iv3", listed.iv3);
      grounds(facts, p.grounds);
      for (const MapRole& r : p.roles) facts.named(shown_word(labels_, r.role.value), r.party);
      for (const MapApplicationUse& used : p.applications) links(facts, "proces-applicatie", {used.application});
      links(facts, "product-proces.terug", listed.products);
      links(facts, "ketenpartner", listed.partners);
      facts.text("omschrijving", p.description);
    });
  }

  void product(const MapProduct& p) {
    const auto tell = [&](FactCollector& facts) {
      facts.text("naam", p.name);
      facts.text("domein", p.domain);
      facts.text("productgroep", p.group);
      facts.text("upl-naam", p.upl);
      word(facts, "doelgroep", p.client_group);
      for (const Chosen<Channel>& channel : p.channels) word(facts, "kanaal", channel);
      word(facts, "digitaal", p.digital);
      word(facts, "statusinzicht", p.insight_in_status);
      word(facts, "persoonsgegevens", p.personal_data);
      word(facts, "samengesteld", p.compound);
      facts.text("aantal-per-jaar", p.volume);
      grounds(facts, p.grounds);
      for (const MapProductProcess& used : p.processes) links(facts, "product-proces", {used.process});
      facts.text("omschrijving", p.description);
    };
    version_.add(products, std::string(p.id.value), std::string(p.name.value), {p.id.value}, p.place, tell);
  }

  void tie(const ListedTie& t) {
    const std::string name = fmt::format("{} → {}", t.product.value, t.process.value);
    version_.add(ties, name, name, {}, t.product.place, [&](FactCollector& facts) { word(facts, "status", t.status); });
  }

  void role(const Text& process, const MapRole& r) {
    const std::string name = fmt::format("{}: {}, {}", process.value, r.party.value, shown_word(labels_, r.role.value));
    version_.add(roles, name, name, {}, r.place, [&](FactCollector& facts) {
      states(facts, r.states);
      word(facts, "partnertype", r.partner_type);
      word(facts, "gemeenterol", r.municipal_role);
      word(facts, "regievorm", r.regie_form);
    });
  }

  RecordVersion& version_;
  const Labels& labels_;
};

// Lists of codes

constexpr std::string_view task_field_kinds[] = {"soort.taakveld"};
constexpr std::string_view selection_kinds[] = {"soort.procestype", "soort.selectieresultaat"};

void add_task_fields(RecordVersion& version, const TaskFieldList& list) {
  for (const TaskField& field : list.fields)
    version.add(0, field.code, field.name, [&](FactCollector& facts) { facts.text("hoofdtaakveld", field.parent); });
}

void add_selection(RecordVersion& version, const SelectionList& list) {
  for (const ProcessType& type : list.types)
    version.add(0, type.id, type.name, [&](FactCollector& facts) {
      facts.text("nummer", type.number);
      facts.text("jaar", type.year);
      facts.text("procesobject", type.object);
      facts.text("omschrijving", type.description);
    });
  for (const SelectionResult& result : list.results)
    version.add(1, result.id, result.name, [&](FactCollector& facts) {
      facts.text("procestype", result.process_type);
      facts.text("nummer", result.number);
      facts.text("waardering", result.nomination);
      facts.text("bewaartermijn", result.term);
    });
}

// ArchiMate

/// The words of a text: line ends and blanks are written otherwise in every form of a model.
std::string words_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool same_concept(const archimate::ArchimateModel& a, const archimate::Concept& was, const archimate::ArchimateModel& b,
                  const archimate::Concept& is) {
  const auto facts = [](const archimate::Concept& c) {
    return std::tuple(c.type, words_of(c.name.value), words_of(c.documentation.value),
                      without_id_prefix(c.source_id.value), without_id_prefix(c.target_id.value));
  };
  const auto properties = [](const archimate::ArchimateModel& model, const archimate::Concept& c) {
    std::vector<std::pair<std::string_view, std::string>> out;
    for (const archimate::Property& p : model.properties_of(c)) out.emplace_back(p.key.value, words_of(p.value.value));
    std::ranges::sort(out);
    return out;
  };
  return facts(was) == facts(is) && properties(a, was) == properties(b, is);
}

}  // namespace

bool compared_by_record(const SourceContent& content) {
  return std::holds_alternative<OwnLists>(content) || std::holds_alternative<TaskFieldList>(content) ||
         std::holds_alternative<SelectionList>(content);
}

std::vector<std::string_view> record_kinds(const SourceContent& content) {
  if (std::holds_alternative<TaskFieldList>(content)) return {std::begin(task_field_kinds), std::end(task_field_kinds)};
  if (std::holds_alternative<SelectionList>(content)) return {std::begin(selection_kinds), std::end(selection_kinds)};
  return {std::begin(list_kinds), std::end(list_kinds)};
}

std::unique_ptr<ComparedVersion> record_version(const SourceContent& content, const Labels& labels) {
  auto version = std::make_unique<RecordVersion>(labels, record_kinds(content).size());
  if (const auto* lists = std::get_if<OwnLists>(&content)) ListRecords(*version, labels).add(*lists);
  if (const auto* fields = std::get_if<TaskFieldList>(&content)) add_task_fields(*version, *fields);
  if (const auto* selection = std::get_if<SelectionList>(&content)) add_selection(*version, *selection);
  version->finish();
  return version;
}

std::vector<ChangeTally> tally_concepts(const archimate::ArchimateModel& before, const archimate::ArchimateModel& now) {
  std::vector<ChangeTally> tallies{{"soort.modelelement"}, {"soort.modelrelatie"}};
  const auto of = [&](const archimate::Concept& c) -> ChangeTally& {
    return tallies[archimate::is_relation(c.type) ? 1 : 0];
  };
  std::map<std::string_view, const archimate::Concept*> left;
  for (const archimate::Concept& is : now.concepts) {
    ++of(is).now;
    left.emplace(without_id_prefix(is.id.value), &is);
  }
  for (const archimate::Concept& was : before.concepts) {
    ++of(was).before;
    const auto found = left.find(without_id_prefix(was.id.value));
    if (found == left.end()) {
      ++of(was).gone;
      continue;
    }
    if (!same_concept(before, was, now, *found->second)) ++of(was).changed;
    left.erase(found);
  }
  for (const auto& [id, is] : left) ++of(*is).came;
  return tallies;
}

}  // namespace keuzekaart
