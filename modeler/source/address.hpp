#pragma once
#include <string_view>

namespace keuzekaart {

/// The last part of an address or urn, by which its own system knows the thing: of
/// `https://zaken.example.nl/catalogi/api/v1/zaaktypen/1b5d7f3e/` it is `1b5d7f3e`. The whole text when it has no
/// parts. Points into `address`.
std::string_view last_part(std::string_view address);

}  // namespace keuzekaart
