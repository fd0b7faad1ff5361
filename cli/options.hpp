#pragma once
#include "cli/command_line.hpp"

/// The options, each named once. A command's list repeats the common ones, so that a list is what help shows.
namespace keuzekaart {

inline constexpr OptionSpec option_lang{"lang", true};
inline constexpr OptionSpec option_help{"help"};

inline constexpr std::string_view languages[] = {"nl", "en"};

/// What stands without a command.
inline constexpr OptionSpec global_options[] = {option_lang, option_help, {"version"}};

/// What every command knows.
inline constexpr OptionSpec common_options[] = {option_lang, option_help};

}  // namespace keuzekaart
