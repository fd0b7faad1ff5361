#pragma once
#include <string_view>

namespace keuzekaart {

/// The first element of an XML file, as far as a recogniser needs it. Points into the head it was read from.
struct RootElement {
  std::string_view name;   ///< as written, with its prefix; empty when the head is no XML
  std::string_view local;  ///< without the prefix
  std::string_view uri;    ///< of the namespace it declares itself; empty when it declares none
};

/// Looks past a byte order mark, declaration, comments, instructions and a DOCTYPE (which the reader refuses, with its
/// place). Nothing is checked: a head that is cut off or ill-formed gives what can be seen.
RootElement root_element(std::string_view head);

}  // namespace keuzekaart
