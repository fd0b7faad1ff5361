#include <csignal>

#include "cli/program.hpp"

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file over its limit is an error to report, not a reason to die
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(keuzekaart::run_program(arguments, stdout, stderr));
}
