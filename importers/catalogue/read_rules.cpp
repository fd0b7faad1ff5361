#include "importers/catalogue/read_rules.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::catalogue {

namespace {

using grammar::RecordReader;

Bilingual bilingual(const RecordReader& r, std::string_view child) {
  Bilingual found;
  r.each(child, [&](const RecordReader& text) {
    if (found.empty()) found = {text.child_text("nl"), text.child_text("en")};
  });
  return found;
}

class RuleReader {
 public:
  RuleReader(Catalogue& catalogue, Diagnostics& diagnostics) : catalogue_(catalogue), diagnostics_(diagnostics) {}

  void read(const RecordReader& r) {
    Rule made;
    made.place = r.place();
    made.code = r.text("code");
    if (made.code.empty() || stands_twice(made.code)) return;
    bool has_case = false;
    r.each("geval", [&](const RecordReader&) { has_case = true; });
    if (!has_case) return change(r, made.code);
    whole_ = true;
    fill(r, made);
    if (whole_) put(std::move(made));
  }

 private:
  Rule* known(std::string_view code) {
    const auto found =
        std::ranges::find_if(catalogue_.rules, [&](const Rule& rule) { return rule.code.value == code; });
    return found == catalogue_.rules.end() ? nullptr : &*found;
  }

  /// Of two in one file the first counts.
  bool stands_twice(const Text& code) {
    const auto [first, fresh] = in_this_file_.emplace(code.value, code.place);
    if (!fresh) diagnostics_.report(Code::K201, code.place, {std::string(code.value)}).related = first->second;
    return !fresh;
  }

  void say(std::string_view variant, const Text& code, std::string word = {}) {
    diagnostics_.report(Code::K758, code.place, {std::string(code.value), std::move(word)}).variant = variant;
  }

  /// Switches a rule on or off, or changes its severity.
  void change(const RecordReader& r, const Text& code) {
    Rule* rule = known(code.value);
    if (rule == nullptr) {
      const auto codes = [&] {
        std::vector<std::string_view> known_codes;
        for (const Rule& other : catalogue_.rules) known_codes.push_back(other.code.value);
        return known_codes;
      };
      diagnostics_.report(Code::K759, code.place, {std::string(code.value)}).nearest =
          diagnostics_.nearest(code.value, codes);
      return;
    }
    if (const Chosen<YesNo> on = r.word("aan", YesNo::unset); on.value != YesNo::unset) {
      rule->on = on.value == YesNo::yes;
      say(rule->on ? "aan" : "uit", code);
    }
    const Text severity = r.text("ernst");
    if (const auto value = value_of<FindingSeverity>(severity.value)) {
      rule->severity = *value;
      rule->severity_said = severity;
      say("ernst", code, std::string(severity.value));
    }
  }

  void put(Rule made) {
    Rule* earlier = known(made.code.value);
    if (earlier == nullptr) {
      catalogue_.rules.push_back(std::move(made));
    } else {
      say("vervangen", made.code);
      *earlier = std::move(made);
    }
  }

  void need(bool there, const Rule& rule, std::string what) {
    if (there) return;
    whole_ = false;
    diagnostics_.report(Code::K757, rule.code.place, {std::string(rule.code.value), std::move(what)});
  }

  void fill(const RecordReader& r, Rule& made) {
    made.on = r.word("aan", YesNo::yes).value == YesNo::yes;
    made.severity_said = r.text("ernst");
    const auto severity = value_of<FindingSeverity>(made.severity_said.value);
    made.severity = severity.value_or(FindingSeverity::warning);
    made.basis = r.word("basis", Basis::own).value;
    made.sources = r.list("bron");
    const auto subject = value_of<Subject>(r.text("per").value);
    made.subject = subject.value_or(Subject::process);
    made.each = r.list("voor-elk");
    made.per_state = r.word("toestanden", PerState::apart).value;
    made.states = r.states("toestand", States::ist_and_soll()).value;
    made.name = bilingual(r, "naam");
    made.meaning = bilingual(r, "betekenis");
    made.why = bilingual(r, "waarom");
    made.example = bilingual(r, "voorbeeld");
    need(severity.has_value(), made, "ernst");
    need(subject.has_value(), made, "per");
    need(!made.name.empty(), made, "naam");
    r.each("als", [&](const RecordReader& when) { made.conditions = conditions(when); });
    r.each("geval", [&](const RecordReader& c) {
      RuleCase one;
      one.place = c.place();
      c.each("als", [&](const RecordReader& when) { one.conditions = conditions(when); });
      one.message = bilingual(c, "melding");
      one.advice = bilingual(c, "doen");
      made.cases.push_back(std::move(one));
    });
  }

  std::vector<Condition> conditions(const RecordReader& holder) {
    std::vector<Condition> found;
    holder.each_child([&](const RecordReader& r) { found.push_back(condition(r)); });
    return found;
  }

  /// A word of a closed list that must be there.
  template <class Value>
  Value must(const RecordReader& r, const char* attribute, Value otherwise) {
    const Chosen<Value> found = r.word(attribute, otherwise);
    whole_ = whole_ && found.place.known();
    return found.value;
  }

  std::size_t number(const RecordReader& r, const char* attribute, std::size_t otherwise) {
    const Text digits = r.text(attribute);
    if (digits.empty()) return otherwise;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.value.data(), digits.value.data() + digits.value.size(), value);
    whole_ = whole_ && error == std::errc() && end == digits.value.data() + digits.value.size();
    return value;
  }

  Condition condition(const RecordReader& r) {
    Condition made;
    made.place = r.place();
    const std::optional<Predicate> predicate = value_of<Predicate>(r.name());
    whole_ = whole_ && predicate.has_value();
    if (!predicate) return made;
    made.predicate = *predicate;
    made.name = r.text("naam");
    made.values = r.list("waarde");
    made.functions = r.list("functies");
    made.areas = r.list("aspecten");
    made.tell = r.text("noem");
    if (*predicate == Predicate::choice_holds) made.dimension = must(r, "dimensie", Dimension::archetype);
    if (*predicate == Predicate::has_role || *predicate == Predicate::changes)
      made.role = must(r, "rol", Role::executor);
    if (*predicate == Predicate::there_is) made.relation = must(r, "wat", Relation::process);
    if (*predicate == Predicate::ends_before) made.moment = must(r, "moment", Moment::soll_day);
    if (*predicate == Predicate::has_role) {
      const Text side = r.text("kant");
      if (!side.empty()) made.side = must(r, "kant", Side::anyone);
      made.at_most = number(r, "hoogstens", made.at_most);
      made.at_least = number(r, "minstens", made.at_most == 0 ? 0 : 1);
    }
    made.inner = conditions(r);
    return made;
  }

  Catalogue& catalogue_;
  Diagnostics& diagnostics_;
  std::map<std::string_view, Place> in_this_file_;
  bool whole_ = true;  ///< everything in the rule that is being read is known
};

}  // namespace

void read_rules(const RecordReader& root, Catalogue& catalogue, Diagnostics& diagnostics) {
  RuleReader reader(catalogue, diagnostics);
  root.each("regels", [&](const RecordReader& section) {
    section.each("regel", [&](const RecordReader& r) { reader.read(r); });
  });
}

}  // namespace keuzekaart::catalogue
