#pragma once
#include <exception>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// An option that a command knows. What it does stands in the labels under `optie.<name>`, the word for its value under
/// `optie.<name>.waarde`; an option without the second takes no value.
struct OptionSpec {
  std::string_view name;
  bool takes_value = false;
  bool repeats =
      false;  ///< may stand there more than once; otherwise the last one would hide the first, so it is refused
};

/// The command line cannot be understood. The words stand in the labels under `key`.
struct UsageError : std::exception {
  UsageError(std::string label, std::vector<std::string> fill, std::vector<std::string> near = {})
      : key(std::move(label)), arguments(std::move(fill)), nearest(std::move(near)) {}
  std::string key;
  std::vector<std::string> arguments;
  std::vector<std::string> nearest;  ///< known names near the wrong one, nearest first
};

/// What was given to a command, taken apart.
class Arguments {
 public:
  bool has(std::string_view option) const { return options_.contains(option); }
  /// The value of an option, or `otherwise` when it was not given.
  std::string value(std::string_view option, std::string_view otherwise = {}) const;
  /// Every value of an option that may be repeated.
  std::vector<std::string> values(std::string_view option) const;
  /// The value of an option that knows a fixed set of words; throws UsageError with the nearest word.
  std::string one_of(std::string_view option, std::span<const std::string_view> words) const;
  /// The words of an option, given apart by commas or by repeating the option; checked like `one_of`.
  std::vector<std::string> list_of(std::string_view option, std::span<const std::string_view> words) const;
  /// A whole number between two bounds; throws UsageError.
  int number(std::string_view option, int least, int most, int otherwise) const;

  /// What is no option, in order.
  std::vector<std::string> positional;

 private:
  friend Arguments parse_arguments(std::span<const std::string>, std::span<const OptionSpec>);
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
};

/// Takes arguments apart by the options that are known. An option is never guessed from its first letters. Throws
/// UsageError.
Arguments parse_arguments(std::span<const std::string> arguments, std::span<const OptionSpec> known);

}  // namespace keuzekaart
