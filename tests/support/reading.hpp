#pragma once
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::testing {

/// What a reader reads into and says, for tests.
struct Reading {
  Sources sources;
  Diagnostics diagnostics;

  /// Every message as a person reads it, in Dutch.
  std::string said() const;
};

}  // namespace keuzekaart::testing
