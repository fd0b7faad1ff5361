#pragma once
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modeler/diagnostics/code.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart {

/// One message about input. The words come from the labels; here only what fills them in.
struct Diagnostic {
  Code code{};
  Place place;                         ///< the file alone is known when a whole file is meant (see `whole_file`)
  std::vector<std::string> arguments;  ///< {0}, {1}, ... of the text
  bool whole_file = false;             ///< no line and column are shown
  std::string path;                    ///< for a file that could not be read and so has no FileId
  std::string nearest;                 ///< the nearest known name, or empty
  std::string variant;  ///< which wording of the message: label `K103.cut-off` for "cut-off"; usually empty
  Place related;        ///< a second place that belongs to it (the first of two equal ids), if known
  std::vector<std::string> example = {};  ///< lines to copy: the file that is needed, as far as it can be guessed

  Severity severity() const;
  /// The label that holds the message: "K203", or "K103.cut-off" when there is a variant.
  std::string label_key() const;
};

/// Collects messages; reading goes on after each. Never throws on input. A file that is wrong in every line must not
/// cost a kilobyte for each: beyond `kept_of_one_code` messages of one code are counted and no longer kept.
class Diagnostics {
 public:
  static constexpr std::size_t kept_of_one_code = 20'000;

  /// The message, to complete. Valid until the next.
  Diagnostic& report(Code code, Place place, std::vector<std::string> arguments = {});
  Diagnostic& report_file(Code code, FileId file, std::vector<std::string> arguments = {});
  Diagnostic& report_path(Code code, std::string path, std::vector<std::string> arguments = {});

  /// Takes over the other's messages and counts.
  void absorb(Diagnostics&& other);
  /// As `absorb`, after `change` has seen each message.
  template <class Change>
  void absorb(Diagnostics&& other, Change change) {
    for (Diagnostic& d : other.all_) change(d);
    absorb(std::move(other));
  }

  /// The nearest of the names that `known` gives, for `Diagnostic::nearest`; see `nearest_name`. Comparing costs time:
  /// beyond `most_compared` names in all nothing is looked up, nor `known` asked. Nobody reads that many messages.
  template <class Known>
  std::string nearest(std::string_view word, Known known) {
    return compared_ < most_compared ? nearest_of(word, known()) : std::string();
  }
  static constexpr std::size_t most_compared = 1'000'000;

  /// How many were reported, kept or not.
  std::size_t count(Severity severity) const;
  std::size_t count(Code code) const;
  bool has_errors() const { return count(Severity::error) != 0; }

  /// The messages that are kept, in the order of reporting.
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  Diagnostic& keep(Diagnostic said);
  std::string nearest_of(std::string_view word, std::span<const std::string_view> known);

  std::vector<Diagnostic> all_;
  std::map<Code, std::size_t> counts_;
  Diagnostic not_kept_;
  std::size_t compared_ = 0;
};

}  // namespace keuzekaart
