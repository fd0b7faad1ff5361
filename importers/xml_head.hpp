#pragma once
#include <string_view>

namespace keuzekaart {

/// The qualified name of the first element in the first bytes of a file, after a byte order mark, declaration and
/// comments; empty when these bytes are no XML. For recognisers.
std::string_view first_element(std::string_view head);

}  // namespace keuzekaart
