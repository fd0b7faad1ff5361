#include "modeler/findings/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::string filled(std::string_view text, const Finding& finding, const Labels& labels) {
  std::string out;
  walk(
      text, [&](std::string_view plain) { out += plain; },
      [&](std::string_view name) {
        const auto found = finding.mentions.find(name);
        out += found == finding.mentions.end() ? "…" : listed(found->second, labels);
      });
  return out;
}

/// Each text once, in the order of the cases.
template <class Part>
std::string joined(const Finding& finding, const Labels& labels, std::string_view between, const Part& part) {
  std::vector<std::string> texts;
  for (const std::size_t i : finding.cases) {
    std::string text = filled(part(finding.record->cases[i]).in(labels.language()).value, finding, labels);
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
  }
  std::string out;
  for (const std::string& text : texts) out.append(out.empty() ? "" : between).append(text);
  return out;
}

}  // namespace

std::string mention_text(const Mention& mention, const Labels& labels) {
  if (mention.is_label) return labels.get(mention.text);
  return labels.language() == Language::en && !mention.english.empty() ? mention.english : mention.text;
}

std::string listed(const std::vector<Mention>& mentions, const Labels& labels) {
  const std::size_t shown = mentions.size() > most_names ? most_names - 1 : mentions.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == mentions.size();
    if (i != 0) out += last ? " " + labels.get("opsomming.en") + " " : ", ";
    out += mention_text(mentions[i], labels);
  }
  if (shown < mentions.size()) out += " " + labels.fill("opsomming.en-nog", {std::to_string(mentions.size() - shown)});
  return out;
}

std::string finding_message(const Finding& finding, const Labels& labels) {
  return joined(finding, labels, "; ", [](const RuleCase& c) -> const Bilingual& { return c.message; });
}

std::string finding_text(const Labels& labels, const Finding& finding) {
  const std::string text = finding_message(finding, labels);
  return finding.states.empty() ? text : fmt::format("{} ({})", text, state_names(finding.states));
}

std::string finding_advice(const Finding& finding, const Labels& labels) {
  return joined(finding, labels, " ", [](const RuleCase& c) -> const Bilingual& { return c.advice; });
}

std::vector<std::string_view> placeholders(std::string_view text) {
  std::vector<std::string_view> found;
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { found.push_back(name); });
  return found;
}

}  // namespace keuzekaart
