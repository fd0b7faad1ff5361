#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "modeler/model/entities.hpp"
#include "modeler/model/trace.hpp"
#include "modeler/records/states.hpp"

namespace keuzekaart {

/// Ernst van een bevinding.
enum class FindingSeverity : std::uint8_t {
  error,       ///< fout: the map contradicts itself
  warning,     ///< waarschuwing: something needed is missing
  discussion,  ///< discussiepunt: a deviation that asks for a reason
  info         ///< info
};

/// What a rule found. The words stand in the labels under the rule code (`KS01`), filled in with `arguments`.
struct Finding {
  std::string rule;
  FindingSeverity severity = FindingSeverity::info;
  std::vector<EntityRef> elements;
  States states;                       ///< empty when the rule does not look at states
  std::vector<std::string> arguments;  ///< names, already readable
  Trace trace;
  Disposition disposition = Disposition::open;
  Text reason;  ///< of the disposition

  bool counts() const { return disposition == Disposition::open; }
};

}  // namespace keuzekaart
