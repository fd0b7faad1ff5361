#pragma once
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "importers/text_encoding.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::fuzz {

inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

/// What one run reads into.
struct Run {
  Sources sources;
  Diagnostics diagnostics;

  void check(Place place) const {
    if (!place.known()) return;
    promise(static_cast<std::size_t>(place.file) < sources.count(), "a place in a file that was read");
    promise(place.offset <= sources.text(place.file).size(), "a place inside its file");
  }
  void check(const Text& text) const {
    check(text.place);
    promise(first_invalid_utf8(text.value) == std::string_view::npos, "values are UTF-8");
  }
  void check_messages() const {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      check(diagnostic.place);
      check(diagnostic.related);
    }
  }
};

}  // namespace keuzekaart::fuzz
