#pragma once
#include <string>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// One link of the way from a product to the standards behind it, with what follows from it.
struct ChainNode {
  std::string what;   ///< as shown: "proces", "stap 2", "GEMMA-proces"
  std::string value;  ///< as shown; for a gap what is missing
  Trace trace{Derivation::read, {}};
  bool gap = false;
  std::vector<ChainNode> next;
};

/// The way from one product: uniform product, law, and each process with its steps, the process of the reference model
/// that it is one of, the functions of those, the applications and their standards. Refused ties are left out and
/// proposals say so. Of the reference components of a function only those that the municipality has an application for
/// are followed; the others are counted. Where the way ends before a standard a gap says so.
std::vector<ChainNode> product_chain(const Model& model, const Labels& labels, EntityRef product);

}  // namespace keuzekaart
