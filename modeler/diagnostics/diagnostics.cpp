#include "modeler/diagnostics/diagnostics.hpp"

#include <algorithm>
#include <iterator>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

Severity Diagnostic::severity() const { return row_of(code).severity; }

std::string Diagnostic::label_key() const {
  std::string key(row_of(code).key);
  if (!variant.empty()) key.append(".").append(variant);
  return key;
}

Diagnostic& Diagnostics::report(Code code, Place place, std::vector<std::string> arguments) {
  return all_.emplace_back(Diagnostic{code, place, std::move(arguments), false, {}, {}, {}, {}, {}});
}

Diagnostic& Diagnostics::report_file(Code code, FileId file, std::vector<std::string> arguments) {
  return all_.emplace_back(Diagnostic{code, Place{file, 0}, std::move(arguments), true, {}, {}, {}, {}, {}});
}

Diagnostic& Diagnostics::report_path(Code code, std::string path, std::vector<std::string> arguments) {
  return all_.emplace_back(Diagnostic{code, Place{}, std::move(arguments), true, std::move(path), {}, {}, {}, {}});
}

void Diagnostics::absorb(Diagnostics&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  other.all_.clear();
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity() == severity; }));
}

}  // namespace keuzekaart
