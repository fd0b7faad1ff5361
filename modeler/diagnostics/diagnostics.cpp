#include "modeler/diagnostics/diagnostics.hpp"

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

Severity Diagnostic::severity() const { return row_of(code).severity; }

std::string Diagnostic::label_key() const {
  std::string key(row_of(code).key);
  if (!variant.empty()) key.append(".").append(variant);
  return key;
}

Diagnostic& Diagnostics::report(Code code, Place place, std::vector<std::string> arguments) {
  return keep({code, place, std::move(arguments), false, {}, {}, {}, {}, {}});
}

Diagnostic& Diagnostics::report_file(Code code, FileId file, std::vector<std::string> arguments) {
  return keep({code, Place{file, 0}, std::move(arguments), true, {}, {}, {}, {}, {}});
}

Diagnostic& Diagnostics::report_path(Code code, std::string path, std::vector<std::string> arguments) {
  return keep({code, Place{}, std::move(arguments), true, std::move(path), {}, {}, {}, {}});
}

Diagnostic& Diagnostics::keep(Diagnostic said) {
  if (++counts_[said.code] <= kept_of_one_code) return all_.emplace_back(std::move(said));
  not_kept_ = std::move(said);
  return not_kept_;
}

std::string Diagnostics::nearest_of(std::string_view word, std::span<const std::string_view> known) {
  compared_ += known.size();
  return nearest_name(word, known);
}

void Diagnostics::absorb(Diagnostics&& other) {
  std::map<Code, std::size_t> left = std::move(other.counts_);
  for (Diagnostic& said : other.all_) {
    --left[said.code];
    keep(std::move(said));
  }
  for (const auto& [code, number] : left) counts_[code] += number;
  other = Diagnostics();
}

std::size_t Diagnostics::count(Severity severity) const {
  std::size_t number = 0;
  for (const auto& [code, of_code] : counts_)
    if (row_of(code).severity == severity) number += of_code;
  return number;
}

std::size_t Diagnostics::count(Code code) const {
  const auto found = counts_.find(code);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace keuzekaart
