#pragma once
#include <span>
#include <string_view>

namespace keuzekaart::fuzz {

/// One importer under fuzzing. `run` reads `bytes` as hostile input and aborts when a promise is broken: a place
/// outside its file, text that is no UTF-8. A crash or a sanitizer's report is a finding by itself.
struct Target {
  std::string_view name;  ///< also its folder below `corpus`
  void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

/// Of those, the forms of an ArchiMate model.
std::span<const Target> archimate_targets();
/// Of those, the catalogues and code lists of a municipality and its suppliers.
std::span<const Target> source_targets();
/// The municipality's own lists.
std::span<const Target> list_targets();

}  // namespace keuzekaart::fuzz
