#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <new>

#include "cli/catalogues.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "importers/io_error.hpp"
#include "modeler/diagnostics/system_reason.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// The language asked for anywhere on the command line, so that even a message about the command line speaks it.
Language language_of(std::span<const std::string> arguments) {
  Language language = Language::nl;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool apart = arguments[i] == "--lang" && i + 1 < arguments.size();
    if (arguments[i] == "--lang=en" || (apart && arguments[i + 1] == "en")) language = Language::en;
  }
  return language;
}

/// Moves options in front of the command behind it: `keuzekaart --lang en check` is `keuzekaart check --lang en`.
std::vector<std::string> command_first(std::span<const std::string> arguments) {
  const auto known = [](std::string_view option) { return option.starts_with("--lang") || option == "--help"; };
  std::size_t command = 0;
  while (command < arguments.size() && known(arguments[command])) command += arguments[command] == "--lang" ? 2U : 1U;
  std::vector<std::string> out(arguments.begin(), arguments.end());
  if (command < out.size() && !out[command].starts_with('-'))
    std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(command),
                out.begin() + static_cast<std::ptrdiff_t>(command + 1));
  return out;
}

std::string usage_message(const UsageError& error, const Labels& labels, std::string_view command) {
  std::string out = fmt::format("keuzekaart: {}\n", printable(labels.fill(error.key, error.arguments)));
  if (!error.nearest.empty()) {
    std::string names;
    for (const std::string& name : error.nearest) names.append(names.empty() ? "" : ", ").append(name);
    out += fmt::format("{}\n", printable(labels.fill("gebruik.bedoelde-u", {names})));
  }
  return out + labels.fill("gebruik.zie-help", {command.empty() ? "help" : fmt::format("help {}", command)}) + '\n';
}

/// Finds the command and does its work. `command` is its name as soon as that is known.
ExitCode run_command(const std::vector<std::string>& arguments, Console& console, std::string_view& command) {
  const Labels& labels = console.labels();
  if (arguments.empty()) {
    console.err(help_text(labels));
    return ExitCode::usage;
  }
  if (arguments.front() == "--version") {
    console.out(version_text());
    return ExitCode::good;
  }
  if (arguments.front().starts_with('-')) {  // options without a command: only these make sense
    const Arguments options = parse_arguments(arguments, global_options);
    options.one_of("lang", languages);
    if (options.has("version")) {
      console.out(version_text());
      return ExitCode::good;
    }
    if (!options.has("help")) throw UsageError("gebruik.opdracht-ontbreekt", {});
    console.out(help_text(labels));
    return ExitCode::good;
  }
  const Command& found = find_command(arguments.front());
  command = found.name;
  const Arguments options = parse_arguments(std::span(arguments).subspan(1), found.options);
  options.one_of("lang", languages);
  if (options.has("help")) {
    console.out(help_text(found, labels));
    return ExitCode::good;
  }
  return found.setup(options)(console);
}

}  // namespace

ExitCode reported(const std::function<ExitCode()>& work, Console& console, const std::string_view& command) {
  const Labels& labels = console.labels();
  try {
    return work();
  } catch (const UsageError& error) {
    console.err(usage_message(error, labels, command));
    return ExitCode::usage;
  } catch (const IoError& error) {
    console.err(fmt::format("keuzekaart: {}\n", labels.fill("fout.lezen-schrijven", {printable(error.what())})));
    return ExitCode::io;
  } catch (const std::bad_alloc&) {
    console.err(fmt::format("keuzekaart: {}\n", labels.get("fout.geheugen")));
    return ExitCode::io;
  } catch (const std::exception& error) {
    console.err(fmt::format("keuzekaart: {}\n", labels.fill("fout.programma", {printable(error.what())})));
    return ExitCode::bug;
  }
}

ExitCode run_program(std::span<const std::string> arguments, std::FILE* out, std::FILE* err) {
  Console console(out, err, load_labels(language_of(arguments)));
  std::string_view command;
  const auto work = [&] {
    const ExitCode code = run_command(command_first(arguments), console, command);
    errno = 0;
    if (console.flush()) return code;
    const Labels& labels = console.labels();
    console.err(fmt::format("keuzekaart: {}\n", labels.fill("fout.uitvoer", {system_reason(errno, labels)})));
    return ExitCode::io;
  };
  return reported(work, console, command);
}

}  // namespace keuzekaart
