#pragma once
#include <string>
#include <string_view>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"

namespace keuzekaart {

/// What a finding says, in the labels' language: the message of every case that holds, with the names filled in. A case
/// or a name that holds in some of the finding's states only says in which: "Dossier (IST)".
std::string finding_message(const Finding& finding, const Labels& labels);
/// The same in one line, with the state it holds in where the rule looks at states.
std::string finding_text(const Labels& labels, const Finding& finding);
/// What to do about it.
std::string finding_advice(const Finding& finding, const Labels& labels);

/// What a mention is called.
std::string mention_text(const Mention& mention, const Labels& labels);

/// Several names in one text: "a, b en c". Of more than eleven the rest is counted: "a, b, ... en nog 4".
std::string listed(const std::vector<Mention>& mentions, const Labels& labels);

/// The names between braces in a text of a rule: {proces}.
std::vector<std::string_view> placeholders(std::string_view text);

}  // namespace keuzekaart
