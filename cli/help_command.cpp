#include "cli/command.hpp"
#include "cli/help.hpp"

namespace keuzekaart {

Work setup_help(const Arguments& arguments) {
  if (arguments.positional.size() > 1) throw UsageError("gebruik.te-veel", {arguments.positional[1]});
  if (arguments.positional.empty())
    return [](Console& console) {
      console.out(help_text(console.labels()));
      return ExitCode::good;
    };
  const Command& command = find_command(arguments.positional.front());
  return [&command](Console& console) {
    console.out(help_text(command, console.labels()));
    return ExitCode::good;
  };
}

}  // namespace keuzekaart
