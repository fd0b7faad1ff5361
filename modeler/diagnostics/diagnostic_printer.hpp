#pragma once
#include <cstddef>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// Which messages are printed.
struct PrintLimits {
  std::size_t of_one_code = 20;  ///< in text; the rest is summed up in one line
  bool errors_only = false;
  static constexpr PrintLimits none() { return {Diagnostics::kept_of_one_code, false}; }
};

/// The messages as a person reads them, in the labels' language, sorted by path, line and code, whatever the order of
/// reading:
///
///     kaart.xml:12:34: fout: 'proces' verwijst naar 'toegang-jeugdd', dat niet bestaat [K203 unresolved-reference]
///         <schakel proces="toegang-jeugdd"/>
///                          ^
///         Bedoelde u 'toegang-jeugd'?
///         Verbeter de verwijzing of voeg toe waarnaar zij verwijst.
///
/// What to do next is said once per code. A long line is shown around its column. Nothing that was read can steer the
/// terminal.
std::string print_diagnostics(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels,
                              PrintLimits limits = {});

/// The same messages, however many of one code, as JSON: an array of objects with code, name, severity, path, line,
/// column, text, related (the second place), next, nearest. Severity is error, warning or note in every language. Line
/// and column are left out when the message is about a whole file, next and nearest when there is none. Where messages
/// of a code were not kept, an object with code, name, severity and text says how many.
std::string diagnostics_as_json(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels,
                                PrintLimits limits = {});

/// A line of source with a caret under one of its characters, both indented and ended with a line end; blanks at the
/// start of the line are dropped and a long line is cut on both sides of the place. Empty for an unknown place.
std::string excerpt_at(Place place, const Sources& sources);

}  // namespace keuzekaart
