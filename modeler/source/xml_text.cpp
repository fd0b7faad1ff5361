#include "modeler/source/xml_text.hpp"

namespace keuzekaart {

std::string attribute_text(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
  return out;
}

std::string attributes_text(std::span<const std::pair<std::string, std::string>> attributes) {
  std::string out;
  for (const auto& [name, value] : attributes) out.append(" ").append(name) += "=\"" + attribute_text(value) + "\"";
  return out;
}

}  // namespace keuzekaart
