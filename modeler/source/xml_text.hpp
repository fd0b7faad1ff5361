#pragma once
#include <string>
#include <string_view>

namespace keuzekaart {

/// A text as it stands inside a quoted attribute of XML, on one line: markup characters escaped, line ends and tabs
/// blanks, and characters that XML cannot hold question marks.
std::string attribute_text(std::string_view text);

}  // namespace keuzekaart
