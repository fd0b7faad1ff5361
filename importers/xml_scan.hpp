#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

/// Limits against hostile XML. A file that passes one is refused with a message, never read half.
struct XmlLimits {
  std::size_t bytes = std::size_t{256} * 1024 * 1024;
  std::size_t elements = 1'400'000;  ///< GEMMA has 204,000; a map of every municipality of the country 1,300,000
  std::size_t attributes = 4'000'000;
  unsigned depth = 256;
};

/// Why XML is refused, and where. The wording is the label `<code>.<variant>` (`K103.cut-off`).
struct XmlFault {
  Code code{};
  std::string_view variant;
  std::size_t offset = 0;
  std::vector<std::string> arguments;
};

/// Walks UTF-8 `text` once and gives the first thing that is not allowed: everything that XML 1.0 calls not well-formed
/// (K103), bytes that are not UTF-8 (K104), a DOCTYPE (K105), too deep nesting (K106), an attribute twice (K107),
/// characters that XML forbids, also as a reference (K108), too many bytes, elements or attributes (K109). Nothing when
/// the text may be parsed. Works in one pass without recursion; time and memory are linear in the text (n log n in
/// attributes of one element).
std::optional<XmlFault> scan_xml(std::string_view text, const XmlLimits& limits = {});

}  // namespace keuzekaart
