#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace keuzekaart {

/// A text as it stands inside a quoted attribute of XML, on one line: markup characters escaped, line ends and tabs
/// blanks, and characters that XML cannot hold question marks.
std::string attribute_text(std::string_view text);

/// Names and values as attributes, each with a blank before it.
std::string attributes_text(std::span<const std::pair<std::string, std::string>> attributes);

}  // namespace keuzekaart
