#include "cli/program.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(keuzekaart::run_program(arguments, stdout, stderr));
}
