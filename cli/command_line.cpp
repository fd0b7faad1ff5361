#include "cli/command_line.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

void check_word(std::string_view option, const std::string& word, std::span<const std::string_view> words) {
  if (std::ranges::find(words, word) != words.end()) return;
  throw UsageError("gebruik.waarde-onbekend", {std::string(option), word, joined(words)},
                   nearest_names(word, words, 3));
}

Strings nearest_options(std::string_view name, std::span<const OptionSpec> known) {
  std::vector<std::string_view> names;
  for (const OptionSpec& spec : known) names.push_back(spec.name);
  Strings near = nearest_names(name, names, 3);
  for (std::string& option : near) option.insert(0, "--");
  return near;
}

}  // namespace

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::string(otherwise) : found->second.front();
}

Strings Arguments::values(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? Strings() : found->second;
}

std::string Arguments::one_of(std::string_view option, std::span<const std::string_view> words) const {
  if (!has(option)) return {};
  std::string word = value(option);
  check_word(option, word, words);
  return word;
}

Strings Arguments::list_of(std::string_view option, std::span<const std::string_view> words) const {
  Strings out;
  for (const std::string& value : values(option)) {
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t comma = std::min(value.find(',', at), value.size());
      std::string word = value.substr(at, comma - at);
      check_word(option, word, words);
      if (std::ranges::find(out, word) == out.end()) out.push_back(std::move(word));
      at = comma + 1;
    }
  }
  return out;
}

int Arguments::number(std::string_view option, int least, int most, int otherwise) const {
  if (!has(option)) return otherwise;
  const std::string text = value(option);
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || out < least || out > most)
    throw UsageError("gebruik.getal", {std::string(option), text, std::to_string(least), std::to_string(most)});
  return out;
}

Arguments parse_arguments(std::span<const std::string> arguments, std::span<const OptionSpec> known) {
  po::options_description described;
  for (const OptionSpec& spec : known) {
    const std::string name(spec.name);
    if (spec.takes_value)
      described.add_options()(name.c_str(), po::value<Strings>());
    else
      described.add_options()(name.c_str(), "");
  }
  namespace style = po::command_line_style;
  constexpr int how = style::allow_long | style::long_allow_adjacent | style::long_allow_next;
  const auto end_of_options = std::ranges::find(arguments, "--");
  Strings options(arguments.begin(), end_of_options);
  std::ranges::replace(options, std::string("-h"), std::string("--help"));
  Arguments out;
  try {
    const po::parsed_options parsed = po::command_line_parser(options).options(described).style(how).run();
    for (const po::option& option : parsed.options) {
      if (option.string_key.empty()) {
        out.positional.insert(out.positional.end(), option.value.begin(), option.value.end());
        continue;
      }
      const auto spec = std::ranges::find(known, std::string_view(option.string_key), &OptionSpec::name);
      Strings& values = out.options_[option.string_key];
      if (!values.empty() && spec->takes_value && !spec->repeats)
        throw UsageError("gebruik.optie-dubbel", {option.string_key});
      values.insert(values.end(), option.value.begin(), option.value.end());
      if (values.empty()) values.emplace_back();
    }
  } catch (const po::unknown_option& e) {
    std::string name = e.get_option_name();
    name.erase(0, name.find_first_not_of('-'));
    throw UsageError("gebruik.optie-onbekend", {"--" + name}, nearest_options(name, known));
  } catch (const po::invalid_command_line_syntax& e) {
    std::string name = e.get_option_name();
    name.erase(0, name.find_first_not_of('-'));
    const auto spec = std::ranges::find(known, std::string_view(name), &OptionSpec::name);
    const bool no_value_allowed = spec != known.end() && !spec->takes_value;
    throw UsageError(no_value_allowed ? "gebruik.optie-zonder-waarde" : "gebruik.optie-met-waarde", {name});
  }
  for (const std::string& word : out.positional)
    if (word.size() > 1 && word.starts_with('-'))
      throw UsageError("gebruik.optie-onbekend", {word}, nearest_options(word.substr(1), known));
  if (end_of_options != arguments.end())
    out.positional.insert(out.positional.end(), end_of_options + 1, arguments.end());
  return out;
}

}  // namespace keuzekaart
