#pragma once
#include <vector>

#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A process type (procestype) of the Selectielijst: what kind of process it is, as far as keeping its papers goes.
struct ProcessType {
  Text id;  ///< the last part of its address, which case types refer to
  Text number;
  Text year;
  Text name;
  Text description;
  Text object;  ///< procesobject: what the process is about
};

/// A result of a process type, with how long its papers are kept.
struct SelectionResult {
  Text id;
  Text process_type;  ///< id of its process type
  Text number;        ///< volledigNummer: "1.1.1"
  Text name;
  Text nomination;  ///< waardering: "vernietigen" or "blijvend_bewaren"; may be empty
  Text term;        ///< bewaartermijn in words: "10 jaar"
};

/// The Selectielijst gemeenten (VNG): process types, results, or both, in the file's order.
struct SelectionList {
  std::vector<ProcessType> types;
  std::vector<SelectionResult> results;
};

}  // namespace keuzekaart
