#include <algorithm>
#include <set>
#include <string>

#include "importers/catalogue/read_rules.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/findings/finding_text.hpp"

namespace keuzekaart::catalogue {

namespace {

using Names = std::vector<std::string_view>;

std::string joined(const Names& names) {
  std::string out;
  for (const std::string_view name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

class RuleCheck {
 public:
  RuleCheck(const Catalogue& catalogue, Diagnostics& diagnostics) : catalogue_(catalogue), diagnostics_(diagnostics) {}

  bool is_right(const Rule& rule) {
    right_ = true;
    has_each_ = !rule.each.empty();
    std::set<std::string_view> common;
    for (const std::string_view name : standard_mentions(rule.subject)) common.insert(name);
    if (has_each_) common.insert("waarde");
    conditions(rule.conditions, rule.subject, common);
    for (const RuleCase& one : rule.cases) {
      std::set<std::string_view> told = common;
      conditions(one.conditions, rule.subject, told);
      for (const Bilingual* text : {&one.message, &one.advice}) texts(*text, told);
    }
    return right_;
  }

 private:
  Diagnostic& wrong(Code code, Place place, std::vector<std::string> arguments) {
    right_ = false;
    return diagnostics_.report(code, place, std::move(arguments));
  }

  void texts(const Bilingual& text, const std::set<std::string_view>& told) {
    for (const Text* one : {&text.nl, &text.en})
      for (const std::string_view name : placeholders(one->value)) {
        if (told.contains(name) || told_with_ist(name, told)) continue;
        const Names known(told.begin(), told.end());
        wrong(Code::K756, one->place, {std::string(name), joined(known)}).nearest =
            diagnostics_.nearest(name, [&] { return known; });
      }
  }

  /// `wisselt` also tells who it was: {partijen-ist} beside {partijen}.
  bool told_with_ist(std::string_view name, const std::set<std::string_view>&) const {
    return name.ends_with("-ist") && changing_.contains(name.substr(0, name.size() - 4));
  }

  void conditions(const std::vector<Condition>& all, Subject subject, std::set<std::string_view>& told) {
    for (const Condition& c : all) condition(c, subject, told);
  }

  void condition(const Condition& c, Subject subject, std::set<std::string_view>& told) {
    if (!can_be_said(c.predicate, subject)) {
      wrong(Code::K752, c.place, {std::string(word_of(c.predicate)), subject_word(subject)});
      return;
    }
    if (!c.tell.empty()) told.insert(c.tell.value);
    if (c.predicate == Predicate::changes && !c.tell.empty()) changing_.insert(c.tell.value);
    switch (c.predicate) {
      case Predicate::choice_holds:
        return values_of_dimension(c);
      case Predicate::is:
      case Predicate::lacks:
        return characteristic(c, subject);
      case Predicate::performs:
        return functions(c);
      case Predicate::priority:
        functions(c);
        return priorities(c);
      case Predicate::plan_lacks:
        if (c.functions.empty() == c.areas.empty() || (subject == Subject::choice) == c.functions.empty())
          wrong(Code::K752, c.place,
                {c.functions.empty() ? "plan-mist aspecten" : "plan-mist functies", subject_word(subject)});
        return functions(c);
      case Predicate::has_role:
        return conditions(c.inner, Subject::holder, told);
      case Predicate::there_is:
        return relation(c, subject, told);
      case Predicate::unless: {
        std::set<std::string_view> untold;  // what does not hold tells nothing
        return conditions(c.inner, subject, untold);
      }
      default:
        return;
    }
  }

  void relation(const Condition& c, Subject subject, std::set<std::string_view>& told) {
    if (const RelationRow* row = find_relation(c.relation, subject)) return conditions(c.inner, row->to, told);
    Names known;
    for (const RelationRow& row : relation_rows())
      if (row.from == subject) known.push_back(word_of(row.relation));
    wrong(Code::K755, c.place, {std::string(word_of(c.relation)), subject_word(subject), joined(known)});
  }

  void characteristic(const Condition& c, Subject subject) {
    const CharacteristicRow* row = find_characteristic(subject, c.name.value);
    if (row == nullptr) {
      Names known;
      for (const CharacteristicRow& other : characteristic_rows())
        if (other.subject == subject) known.push_back(other.name);
      wrong(Code::K753, c.name.place, {std::string(c.name.value), subject_word(subject), joined(known)}).nearest =
          diagnostics_.nearest(c.name.value, [&] { return known; });
      return;
    }
    if (row->words.empty()) return;
    const Names known(row->words.begin(), row->words.end());
    for (const Text& value : c.values) in_list(value, known);
  }

  void in_list(const Text& value, const Names& known) {
    if (std::ranges::find(known, value.value) != known.end()) return;
    wrong(Code::K754, value.place, {std::string(value.value), joined(known)}).nearest =
        diagnostics_.nearest(value.value, [&] { return known; });
  }

  void values_of_dimension(const Condition& c) {
    Names known;
    for (const CatalogueEntry* entry : catalogue_.values(c.dimension)) known.push_back(entry->id.value);
    for (const Text& value : c.values) in_list(value, known);
  }

  void priorities(const Condition& c) {
    Names known;
    for (const auto& row : Vocabulary<FunctionPriority>::words) known.push_back(row.word);
    for (const Text& value : c.values) in_list(value, known);
  }

  /// A function is one of the catalogue, by its code, or any name of the reference model. What looks like a code must
  /// exist.
  void functions(const Condition& c) {
    Names known;
    for (const CatalogueFunction& function : catalogue_.functions) known.push_back(function.id.value);
    for (const Text& function : c.functions) {
      const std::string_view value = function.value;
      if (value == "*") {
        if (!has_each_) wrong(Code::K754, function.place, {"*", "voor-elk"});
      } else if (value.size() == 3 && value[0] == 'F' && value[1] >= '0' && value[1] <= '9') {
        in_list(function, known);
      }
    }
  }

  static std::string subject_word(Subject subject) {
    if (subject == Subject::holder) return "rol";
    if (subject == Subject::application) return "applicatie";
    return std::string(word_of(subject));
  }

  const Catalogue& catalogue_;
  Diagnostics& diagnostics_;
  std::set<std::string_view> changing_;
  bool right_ = true;
  bool has_each_ = false;
};

}  // namespace

void check_rules(Catalogue& catalogue, Diagnostics& diagnostics) {
  std::erase_if(catalogue.rules, [&](const Rule& rule) { return !RuleCheck(catalogue, diagnostics).is_right(rule); });
  std::ranges::sort(catalogue.rules, {}, [](const Rule& rule) { return rule.code.value; });
}

}  // namespace keuzekaart::catalogue
