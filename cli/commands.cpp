#include <algorithm>
#include <iterator>

#include "cli/command.hpp"
#include "cli/export_request.hpp"
#include "cli/options.hpp"
#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

namespace {

constexpr Command all_commands[] = {
    {"inspect", inspect_options, setup_inspect}, {"check", source_options, setup_check},
    {"export", export_options, setup_export},    {"show", source_options, setup_show},
    {"trace", source_options, setup_trace},      {"choices", choices_options, setup_choices},
    {"analyse", analyse_options, setup_analyse}, {"what-if", what_if_options, setup_what_if},
    {"suggest", suggest_options, setup_suggest}, {"import", import_options, setup_import},
    {"formats", common_options, setup_formats},  {"explain", explain_options, setup_explain},
    {"help", common_options, setup_help},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

const Command& find_command(std::string_view name) {
  const auto found = std::ranges::find(all_commands, name, &Command::name);
  if (found != std::end(all_commands)) return *found;
  std::vector<std::string_view> names;
  for (const Command& command : all_commands) names.push_back(command.name);
  throw UsageError("gebruik.opdracht-onbekend", {std::string(name)}, nearest_names(name, names, 3));
}

}  // namespace keuzekaart
