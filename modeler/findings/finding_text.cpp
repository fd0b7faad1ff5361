#include "modeler/findings/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/records/date_text.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/rules/rule.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t most_names = 11;

/// Calls `plain` with every stretch of text and `name` with every name between braces.
template <class Plain, class Name>
void walk(std::string_view text, const Plain& plain, const Name& name) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return plain(text);
    plain(text.substr(0, open));
    name(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

/// What a case names. Of what was found in some of its states only, the states are kept.
std::vector<Mention> named(const Finding& finding, const FindingCase& one, std::string_view name) {
  std::vector<Mention> mentions;
  for (const Mentions* all : {&one.mentions, &finding.mentions}) {
    const auto found = all->find(name);
    if (found == all->end()) continue;
    for (Mention mention : found->second) {
      const bool stateless = mention.states.empty();
      mention.states = mention.states & one.states;
      if (mention.states.empty() && !stateless) continue;
      if (mention.states == one.states) mention.states = {};
      mentions.push_back(std::move(mention));
    }
    break;
  }
  return mentions;
}

std::string filled(std::string_view text, const Finding& finding, const FindingCase& one, const Labels& labels) {
  std::string out;
  walk(
      text, [&](std::string_view plain) { out += plain; },
      [&](std::string_view name) {
        const std::vector<Mention> mentions = named(finding, one, name);
        out += mentions.empty() ? "…" : listed(mentions, labels);
      });
  return out;
}

std::string with_states(std::string text, States states) {
  return states.empty() ? text : fmt::format("{} ({})", text, state_names(states));
}

/// How much of the text says what the other one said before: up to the last comma in what both begin with.
std::size_t said_before(std::string_view text, std::string_view other) {
  const auto [at, unused] = std::ranges::mismatch(text, other);
  const std::string_view shared = text.substr(0, static_cast<std::size_t>(at - text.begin()));
  const std::size_t comma = shared.rfind(", ");
  return comma == std::string_view::npos ? 0 : comma + 2;
}

/// Each text once, in the order of the cases. `states` says which states to put behind the text of a case.
template <class Part, class StatesOf>
std::vector<std::string> texts_of(const Finding& finding, const Labels& labels, const Part& part,
                                  const StatesOf& states) {
  std::vector<std::string> texts;
  for (const FindingCase& one : finding.cases) {
    std::string text =
        filled(part(finding.record->cases[one.number]).in(labels.language()).value, finding, one, labels);
    if (text.empty()) continue;
    text = with_states(std::move(text), states(one));
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
  }
  return texts;
}

/// The message of every case, each with its states when they are not those of all. The subject that they share stands
/// once.
std::string message(const Finding& finding, const Labels& labels, bool all_states) {
  std::vector<std::string> texts = texts_of(
      finding, labels, [](const RuleCase& c) -> const Bilingual& { return c.message; },
      [&](const FindingCase& one) { return !all_states && one.states == finding.states ? States() : one.states; });
  for (std::size_t i = 1; i < texts.size(); ++i) texts[i].erase(0, said_before(texts[i], texts.front()));
  return fmt::format("{}", fmt::join(texts, "; "));
}

}  // namespace

std::string mention_text(const Mention& mention, const Labels& labels) {
  if (mention.is_label) return labels.get(mention.text);
  return readable_date(labels,
                       labels.language() == Language::en && !mention.english.empty() ? mention.english : mention.text);
}

std::string listed(const std::vector<Mention>& mentions, const Labels& labels) {
  const std::size_t shown = mentions.size() > most_names ? most_names - 1 : mentions.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == mentions.size();
    if (i != 0) out += last ? " " + labels.get("opsomming.en") + " " : ", ";
    out += with_states(mention_text(mentions[i], labels), mentions[i].states);
  }
  if (shown < mentions.size()) out += " " + labels.fill("opsomming.en-nog", {std::to_string(mentions.size() - shown)});
  return out;
}

std::string finding_message(const Finding& finding, const Labels& labels) { return message(finding, labels, false); }

std::string finding_text(const Labels& labels, const Finding& finding) {
  const auto differs = [&](const FindingCase& one) { return one.states != finding.states; };
  if (std::ranges::any_of(finding.cases, differs)) return message(finding, labels, true);
  return with_states(message(finding, labels, false), finding.states);
}

std::string finding_advice(const Finding& finding, const Labels& labels) {
  const std::vector<std::string> texts = texts_of(
      finding, labels, [](const RuleCase& c) -> const Bilingual& { return c.advice; },
      [](const FindingCase&) { return States(); });
  return fmt::format("{}", fmt::join(texts, " "));
}

std::vector<std::string_view> placeholders(std::string_view text) {
  std::vector<std::string_view> found;
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { found.push_back(name); });
  return found;
}

}  // namespace keuzekaart
