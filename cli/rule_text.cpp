#include "cli/rule_text.hpp"

#include <fmt/format.h>

#include "cli/catalogue_text.hpp"
#include "cli/text_layout.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

std::string in(const Bilingual& text, const Labels& labels) { return printable(text.in(labels.language()).value); }

/// The text with an ellipsis for everything that a finding fills in.
std::string with_gaps(const Bilingual& text, const Labels& labels) {
  std::string out = in(text, labels);
  for (const std::string_view name : placeholders(text.in(labels.language()).value)) {
    const std::string braced = fmt::format("{{{}}}", name);
    if (const std::size_t at = out.find(braced); at != std::string::npos) out.replace(at, braced.size(), "…");
  }
  return out;
}

std::string part(std::string_view heading, const Bilingual& text, const Labels& labels) {
  if (text.empty()) return {};
  return fmt::format("\n{}\n{}", labels.get(heading), wrap(in(text, labels), 2));
}

/// "discussiepunt; afgeleid uit S4 Archetypen in het sociaal domein".
std::string known_by(const Rule& rule, const Catalogue& catalogue, const Labels& labels) {
  std::string sources;
  for (const Text& source : rule.sources)
    sources.append(sources.empty() ? "" : "; ").append(id_and_name(catalogue, source.value, labels.language()));
  const std::string_view word = word_of(rule.basis);
  return sources.empty() ? labels.get(fmt::format("basis.{}", word))
                         : labels.fill(fmt::format("explain.basis.{}", word), {sources});
}

std::string severity(const Rule& rule, const Labels& labels) {
  std::string out = labels.get(fmt::format("ernst.{}", word_of(rule.severity)));
  if (!rule.on) out += fmt::format(", {}", labels.get("explain.regel.uit"));
  return out;
}

std::string cases(const Rule& rule, const Labels& labels, const Bilingual RuleCase::*text) {
  std::string out, last;
  for (const RuleCase& one : rule.cases) {
    const std::string said = with_gaps(one.*text, labels);
    if (!said.empty() && said != last) out += wrap(rule.cases.size() == 1 ? said : "- " + said, 2);
    last = said;
  }
  return out;
}

/// The conditions as the catalogue writes them, one a line.
void add_conditions(const std::vector<Condition>& conditions, std::size_t depth, std::string& out) {
  const auto list = [](std::string_view name, const std::vector<Text>& values) {
    std::string text;
    for (const Text& value : values) text.append(text.empty() ? "" : " ").append(value.value);
    return text.empty() ? text : fmt::format(" {}=\"{}\"", name, text);
  };
  const auto one = [](std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, value);
  };
  for (const Condition& c : conditions) {
    std::string line = fmt::format("<{}", word_of(c.predicate));
    if (c.predicate == Predicate::choice_holds) line += one("dimensie", word_of(c.dimension));
    line += one("naam", c.name.value);
    if (c.predicate == Predicate::has_role || c.predicate == Predicate::changes) line += one("rol", word_of(c.role));
    if (c.predicate == Predicate::has_role) {
      line += one("kant", word_of(c.side));
      if (c.at_least > 1) line += one("minstens", std::to_string(c.at_least));
      if (c.at_most != static_cast<std::size_t>(-1)) line += one("hoogstens", std::to_string(c.at_most));
    }
    if (c.predicate == Predicate::there_is) line += one("wat", word_of(c.relation));
    if (c.predicate == Predicate::ends_before) line += one("moment", word_of(c.moment));
    line += list("functies", c.functions) + list("aspecten", c.areas) + list("waarde", c.values);
    line += one("noem", c.tell.value);
    out += fmt::format("{}{}{}>\n", std::string(2 * depth, ' '), line, c.inner.empty() ? "/" : "");
    if (c.inner.empty()) continue;
    add_conditions(c.inner, depth + 1, out);
    out += fmt::format("{}</{}>\n", std::string(2 * depth, ' '), word_of(c.predicate));
  }
}

std::string conditions_block(const Rule& rule) {
  std::string out = fmt::format("<regel code=\"{}\" per=\"{}\"", rule.code.value, word_of(rule.subject));
  std::string each;
  for (const Text& value : rule.each) each.append(each.empty() ? "" : " ").append(value.value);
  if (!each.empty()) out += fmt::format(" voor-elk=\"{}\"", each);
  if (rule.per_state != PerState::apart) out += fmt::format(" toestanden=\"{}\"", word_of(rule.per_state));
  if (rule.states != States::ist_and_soll()) out += fmt::format(" toestand=\"{}\"", to_string(rule.states));
  out += ">\n";
  if (!rule.conditions.empty()) {
    out += "  <als>\n";
    add_conditions(rule.conditions, 2, out);
    out += "  </als>\n";
  }
  for (const RuleCase& one : rule.cases) {
    if (one.conditions.empty()) continue;
    out += "  <geval>\n    <als>\n";
    add_conditions(one.conditions, 3, out);
    out += "    </als>\n  </geval>\n";
  }
  return out + "</regel>\n";
}

/// Text for Markdown: what would be read as markup stands between backticks already or is escaped.
std::string markdown(std::string text) {
  std::string out;
  for (const char c : text) {
    if (c == '<' || c == '*' || c == '_' || c == '|') out += '\\';
    out += c;
  }
  return out;
}

template <class Value>
std::string words_table(const Labels& labels, const std::string& key) {
  std::string out;
  for (const auto& row : Vocabulary<Value>::words)
    out += fmt::format("| `{}` | {} |\n", row.word, labels.get(fmt::format("{}.{}", key, row.word)));
  return out;
}

std::string rule_section(const Rule& rule, const Catalogue& catalogue, const Labels& labels) {
  std::string out = fmt::format("### {} {}\n\n", rule.code.value, markdown(in(rule.name, labels)));
  out += fmt::format("*{}; {}*\n\n", severity(rule, labels), markdown(known_by(rule, catalogue, labels)));
  out += fmt::format("{} {}\n\n", markdown(in(rule.meaning, labels)), markdown(in(rule.why, labels)));
  if (!rule.example.empty())
    out += fmt::format("{}: {}\n\n", labels.get("explain.regel.voorbeeld"), markdown(in(rule.example, labels)));
  std::string last;
  for (const RuleCase& one : rule.cases) {
    const std::string said = markdown(with_gaps(one.message, labels));
    out += fmt::format("- {}: {}{}\n", labels.get("explain.regel.melding"), said, said.ends_with('?') ? "" : ".");
    const std::string advice = in(one.advice, labels);
    if (!advice.empty() && advice != last)
      out += fmt::format("  - {}: {}\n", labels.get("explain.regel.doen"), markdown(advice));
    last = advice;
  }
  return out + fmt::format("\n```xml\n{}```\n\n", conditions_block(rule));
}

}  // namespace

std::string rule_text(const Rule& rule, const Catalogue& catalogue, const Labels& labels) {
  std::string out = fmt::format("{} {} ({})\n", rule.code.value, in(rule.name, labels), severity(rule, labels));
  out += wrap(in(rule.meaning, labels), 2);
  out += part("explain.regel.waarom", rule.why, labels) + part("explain.regel.voorbeeld", rule.example, labels);
  out += fmt::format("\n{}\n{}", labels.get("explain.regel.zegt"), cases(rule, labels, &RuleCase::message));
  if (const std::string advice = cases(rule, labels, &RuleCase::advice); !advice.empty())
    out += fmt::format("\n{}\n{}", labels.get("explain.doen"), advice);
  return out + fmt::format("\n{}\n{}", labels.get("explain.regel.basis"), wrap(known_by(rule, catalogue, labels), 2));
}

std::string rules_document(const Catalogue& catalogue, const Labels& labels) {
  std::string out = labels.get("regels.document.begin") + "\n\n";
  for (const auto& [heading, prefix] :
       {std::pair("regels.document.gevolg", "KK"), std::pair("regels.document.bouw", "KS")}) {
    out += fmt::format("## {}\n\n", labels.get(heading));
    for (const Rule& rule : catalogue.rules)
      if (rule.code.value.starts_with(prefix)) out += rule_section(rule, catalogue, labels);
  }
  out += labels.get("regels.document.eigen") + "\n\n";
  const std::string head = labels.get("regels.document.tabelkop");
  out += fmt::format("### {}\n\n{}\n{}\n", labels.get("regels.document.onderwerpen"), head,
                     words_table<Subject>(labels, "onderwerp"));
  out += fmt::format("### {}\n\n{}\n{}\n", labels.get("regels.document.predicaten"), head,
                     words_table<Predicate>(labels, "predicaat"));
  out += fmt::format("### {}\n\n{}\n{}\n", labels.get("regels.document.relaties"), head,
                     words_table<Relation>(labels, "relatie"));
  out +=
      fmt::format("### {}\n\n{}\n", labels.get("regels.document.kenmerken"), labels.get("regels.document.kenmerkkop"));
  const auto subject_word = [](Subject subject) {
    return subject == Subject::holder ? std::string_view("rol") : word_of(subject);
  };
  for (const CharacteristicRow& row : characteristic_rows()) {
    std::string values;
    for (const std::string_view word : row.words) values += fmt::format("{}`{}`", values.empty() ? "" : ", ", word);
    out += fmt::format("| {} | `{}` | {} |\n", subject_word(row.subject), row.name, values);
  }
  return out;
}

}  // namespace keuzekaart
