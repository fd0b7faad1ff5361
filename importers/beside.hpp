#pragma once
#include <string>
#include <string_view>

namespace keuzekaart {

/// A path that the file at `file` names, as seen from where the program runs; with `..` worked out only where that
/// leads to the same.
std::string beside(const std::string& file, std::string_view path);

}  // namespace keuzekaart
