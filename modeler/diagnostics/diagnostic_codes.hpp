#pragma once
#include <string_view>

#include "modeler/diagnostics/code.hpp"

namespace keuzekaart {

/// Every message about input that the program can give. The number is what a person looks up (`keuzekaart explain
/// K203`), the name says it in two words. The texts stand in catalogues/labels-*.xml under `K203` (the message),
/// `K203.next` (what to do) and `K203.explain` (what it means, with an example); a message that can have several
/// reasons has a text for each, `K103.cut-off` (see `Diagnostic::variant`).
enum class Code : std::uint16_t {
#define KEUZEKAART_CODE(number, name, severity) K##number = number,
#include "modeler/diagnostics/diagnostic_codes.inc"
#undef KEUZEKAART_CODE
};

struct CodeRow {
  Code code;
  std::string_view key;   ///< "K203"
  std::string_view name;  ///< "unresolved-reference"
  Severity severity;
};

inline constexpr CodeRow code_rows[] = {
#define KEUZEKAART_CODE(number, name, severity) {Code::K##number, "K" #number, name, Severity::severity},
#include "modeler/diagnostics/diagnostic_codes.inc"
#undef KEUZEKAART_CODE
};

constexpr const CodeRow& row_of(Code code) {
  for (const CodeRow& row : code_rows)
    if (row.code == code) return row;
  return code_rows[0];
}

}  // namespace keuzekaart
