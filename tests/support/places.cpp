#include "tests/support/places.hpp"

namespace keuzekaart {

std::string checkout(std::string_view path) { return KEUZEKAART_CHECKOUT + std::string(path); }

std::string shared_data(std::string_view path) { return checkout("/../shared/data") + std::string(path); }

}  // namespace keuzekaart
