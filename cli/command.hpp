#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

namespace keuzekaart {

/// What a command does once its arguments are understood. May throw `IoError`; anything else that it throws is a bug.
using Work = std::function<ExitCode(Console&)>;

/// A command: one row of `commands()`, one file `<name>_command.cpp`. Its texts stand in the labels under
/// `opdracht.<name>` (one line), `.gebruik` (its arguments), `.uitleg` (what it does) and `.voorbeeld`.
struct Command {
  std::string_view name;
  std::span<const OptionSpec> options;  ///< with those that every command has
  /// Understands the arguments and touches no file; throws UsageError.
  Work (*setup)(const Arguments& arguments);
};

/// Every command, in the order in which help lists them.
std::span<const Command> commands();
/// The command with this name; throws UsageError with the nearest names.
const Command& find_command(std::string_view name);

Work setup_analyse(const Arguments& arguments);
Work setup_check(const Arguments& arguments);
Work setup_choices(const Arguments& arguments);
Work setup_explain(const Arguments& arguments);
Work setup_export(const Arguments& arguments);
Work setup_formats(const Arguments& arguments);
Work setup_help(const Arguments& arguments);
Work setup_inspect(const Arguments& arguments);
Work setup_show(const Arguments& arguments);
Work setup_import(const Arguments& arguments);
Work setup_suggest(const Arguments& arguments);
Work setup_what_if(const Arguments& arguments);
Work setup_trace(const Arguments& arguments);

}  // namespace keuzekaart
