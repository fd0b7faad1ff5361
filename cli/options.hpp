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

inline constexpr OptionSpec explain_options[] = {{"map", true}, {"rules"}, option_lang, option_help};

inline constexpr std::string_view message_forms[] = {"text", "json"};

/// What every command that reads sources knows; each of them adds its own.
#define KEUZEKAART_SOURCE_OPTIONS \
  {"source", true, true}, {"from", true}, {"diagnostics", true}, {"all"}, {"quiet"}, option_lang, option_help

inline constexpr OptionSpec choices_options[] = {
    {"state", true}, {"domain", true}, {"format", true}, KEUZEKAART_SOURCE_OPTIONS};

inline constexpr OptionSpec analyse_options[] = {
    {"state", true}, {"domain", true}, {"against", true}, {"format", true}, KEUZEKAART_SOURCE_OPTIONS};

inline constexpr OptionSpec what_if_options[] = {
    {"domain", true}, {"archetype", true}, {"against", true}, {"format", true}, KEUZEKAART_SOURCE_OPTIONS};

inline constexpr OptionSpec inspect_options[] = {{"format", true}, KEUZEKAART_SOURCE_OPTIONS};

inline constexpr OptionSpec suggest_options[] = {
    {"kind", true, true}, {"confidence", true}, {"every-product"},        {"decisions", true}, {"apply"},
    {"overwrite"},        {"format", true},     KEUZEKAART_SOURCE_OPTIONS};

inline constexpr OptionSpec import_options[] = {{"map", true},    {"preview"},           {"overwrite"},
                                                {"format", true}, {"diagnostics", true}, {"all"},
                                                {"quiet"},        option_lang,           option_help};

inline constexpr OptionSpec source_options[] = {KEUZEKAART_SOURCE_OPTIONS};

}  // namespace keuzekaart
