#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagrams/diagram.hpp"

/// How wide text is in Arial (and Liberation Sans, Helvetica), by our own table, so that layouts do not depend on
/// the fonts of a machine. Kerning is left out: real text is at most as wide as this, apart from hairs.
namespace keuzekaart {

/// Height of a line of text of this size, in whole points: 1.2 times its size or a little more.
constexpr double line_height(double size) {
  const int whole = static_cast<int>(size * 1.2);
  return size * 1.2 - whole > 0.001 ? whole + 1 : whole;
}

/// Text as it may be drawn: valid UTF-8, no control characters, line ends and runs of blanks become one blank.
std::string drawable(std::string_view text);

double text_width(std::string_view text, double size, bool bold = false);

/// Breaks text into lines that each fit `width`. Breaks at blanks (never at a no-break space), after '-' and '/', and
/// inside a word only when the word alone is wider than a line: then with a hyphen, at a likely syllable.
std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold = false);

/// Width of the widest word.
double widest_word(std::string_view text, double size, bool bold = false);

std::vector<TextLine> wrapped_lines(std::string_view text, double width, double size, bool bold = false,
                                    Ink ink = Ink::normal);

/// Sum of the line heights.
double height_of(const std::vector<TextLine>& lines);

/// Every line fits the box, across and down.
bool text_fits(const Box& box);

/// A name as an XML id and graph node: lower case ASCII letters, digits and '-'; everything else becomes '-'.
std::string id_of(std::string_view prefix, std::string_view code);

}  // namespace keuzekaart
