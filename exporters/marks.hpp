#pragma once
#include <string_view>

#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// The sign in front of a marked value, with a blank behind it ("≠ "); empty for a plain or fill-in cell. The reading
/// guide explains the signs.
std::string_view sign_of(CellMark mark);

}  // namespace keuzekaart
