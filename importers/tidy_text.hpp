#pragma once
#include "modeler/source/place.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// The text without blanks around it; the place moves along.
Text trimmed(const Text& text);

/// The text with every run of blanks and line ends made one blank: systems wrap long values.
Text on_one_line(const Text& text, TextPool& pool);

/// A period of ISO 8601 in Dutch words, as people write it in a process catalogue: P8W is "8 weken", P1Y6M "1 jaar en 6
/// maanden". Another text is given back as it is.
Text period_in_words(const Text& period, TextPool& pool);

}  // namespace keuzekaart
