#pragma once
#include <string>
#include <string_view>

namespace keuzekaart {

/// A file or folder of the checkout: `checkout("/samples/waterrijk")`.
std::string checkout(std::string_view path = {});

/// A file or folder of the real catalogues beside the checkout, which need not be there: `shared_data("/upl")`.
std::string shared_data(std::string_view path = {});

}  // namespace keuzekaart
