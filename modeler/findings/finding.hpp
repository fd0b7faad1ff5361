#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "modeler/model/entities.hpp"
#include "modeler/model/trace.hpp"
#include "modeler/records/states.hpp"

namespace keuzekaart {

struct Rule;

/// Ernst van een bevinding.
enum class FindingSeverity : std::uint8_t {
  error,       ///< fout: the map contradicts itself
  warning,     ///< waarschuwing: something needed is missing
  discussion,  ///< discussiepunt: a deviation that asks for a reason
  info         ///< info
};

template <>
struct Vocabulary<FindingSeverity> {
  static constexpr std::string_view name = "ernst";
  static constexpr Word<FindingSeverity> words[] = {{FindingSeverity::error, "fout"},
                                                    {FindingSeverity::warning, "waarschuwing"},
                                                    {FindingSeverity::discussion, "discussiepunt"},
                                                    {FindingSeverity::info, "info"}};
};

/// Something that a finding's text names.
struct Mention {
  std::string text;     ///< a name; with `is_label` the key of a label
  std::string english;  ///< where it differs
  bool is_label = false;
  States states{};  ///< of a finding in several states: those in which this was found; empty without states

  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// What the texts of a rule name, by the name that they use.
using Mentions = std::map<std::string, std::vector<Mention>, std::less<>>;

/// One of the cases of a rule that hold, with what it alone names.
struct FindingCase {
  std::size_t number = 0;  ///< in `Rule::cases`
  States states;           ///< in which it holds; empty when the rule does not look at states
  Mentions mentions;
};

/// What a rule found. The words stand with the rule, in both languages (`finding_message`).
struct Finding {
  std::string rule;              ///< KK13
  const Rule* record = nullptr;  ///< lives with the catalogue
  /// What it is about, in the map's codes: "toegang-jeugd", "k-sociaal-soll:F09". One rule finds it once for a key and
  /// state, and the map file settles it by this key.
  std::string key;
  FindingSeverity severity = FindingSeverity::info;
  std::vector<FindingCase> cases;   ///< those that hold, in the rule's order
  std::vector<EntityRef> elements;  ///< what it is about first, then everything that it names, sorted
  States states;                    ///< empty when the rule does not look at states
  Mentions mentions;                ///< what all its cases may name
  Trace trace;
  Disposition disposition = Disposition::open;
  Text reason;  ///< of the disposition

  bool counts() const { return disposition == Disposition::open; }
};

}  // namespace keuzekaart
