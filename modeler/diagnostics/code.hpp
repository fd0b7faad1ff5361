#pragma once
#include <cstdint>

namespace keuzekaart {

enum class Severity : std::uint8_t { error, warning, note };

/// A message about input that the program can give: `Code::K203`. The codes stand in diagnostic_codes.hpp, which only
/// those need who report one.
enum class Code : std::uint16_t;

}  // namespace keuzekaart
