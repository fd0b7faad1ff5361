#pragma once
#include <cstdio>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"

namespace keuzekaart {

/// The whole program but its process: arguments (without the program's name) in, results and messages out.
ExitCode run_program(std::span<const std::string> arguments, std::FILE* out, std::FILE* err);

/// Does the work and tells on the console what stopped it: a wrong command (exit code 2), what cannot be read or
/// written for want of rights, room or memory (3), a mistake of the program itself (4). `command` is the command as far
/// as it is known by then.
ExitCode reported(const std::function<ExitCode()>& work, Console& console, const std::string_view& command);

}  // namespace keuzekaart
