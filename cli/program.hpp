#pragma once
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace keuzekaart {

/// The whole program but its process: arguments (without the program's name) in, results and messages out.
ExitCode run_program(std::span<const std::string> arguments, std::FILE* out, std::FILE* err);

}  // namespace keuzekaart
