#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "modeler/model/model.hpp"

namespace keuzekaart {

/// How far one hop of the chain reaches: of `total` things, `covered` reach the next, and `missing` do not.
struct CoverageHop {
  std::string key;  ///< label key: "dekking.proces-functie" (shown), "dekking.proces-functie.uitleg" (what is counted)
  std::size_t covered = 0;
  std::size_t total = 0;
  std::vector<EntityRef> missing;  ///< sorted
  Trace trace{Derivation::counted, {}};
};

/// The gap report: product to process, process to function (landscape), function to application service, to component,
/// to standard, and own process to reference process, owner, executor and application. Hops without things are left
/// out.
std::vector<CoverageHop> coverage(const Model& model);

}  // namespace keuzekaart
