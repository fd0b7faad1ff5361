#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace keuzekaart {

/// Valid UTF-8: a bad byte becomes U+FFFD. Control characters go, but for the line end; a tab becomes a blank.
std::string valid_utf8(std::string_view text);

/// What a cell of a workbook can hold: valid UTF-8 without control characters (a bad byte becomes U+FFFD, a line end
/// stays), and `_x0041_` written so that Excel shows it as it stands instead of as an "A".
std::string workbook_text(std::string_view text);

/// Characters as Excel counts them: UTF-16 units.
std::size_t utf16_length(std::string_view text);

/// The beginning of a text that is not longer than `most` UTF-16 units; never half a character.
std::string_view utf16_prefix(std::string_view text, std::size_t most);

/// The width of a text in Arial, in digits of the same size: what the width of a column is counted in.
double text_width(std::string_view text);

/// The widest word, and the number of lines when the text is wrapped to a width.
double widest_word(std::string_view text);
std::size_t wrapped_lines(std::string_view text, double width);

}  // namespace keuzekaart
