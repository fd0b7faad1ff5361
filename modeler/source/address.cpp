#include "modeler/source/address.hpp"

namespace keuzekaart {

std::string_view last_part(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) address.remove_suffix(1);
  return address.substr(address.find_last_of("/:") + 1);
}

}  // namespace keuzekaart
