#include "cli/program.hpp"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

#include "cli/catalogues.hpp"

namespace keuzekaart {
namespace {

/// What is told of work that throws, and how the program ends.
std::string told(const std::function<ExitCode()>& work, Language language = Language::nl) {
  std::FILE* err = std::tmpfile();
  Console console(err, err, load_labels(language));
  const std::string_view command = "check";
  std::string out = std::to_string(static_cast<int>(reported(work, console, command))) + ": ";
  std::rewind(err);
  for (int c = std::fgetc(err); c != EOF; c = std::fgetc(err)) out.push_back(static_cast<char>(c));
  std::fclose(err);
  return out;
}

TEST(Program, TellsOfItsOwnMistake) {
  EXPECT_EQ(
      "4: keuzekaart: fout in het programma: kapot. Meld dit met de opdracht die u gaf; aan uw bestanden is niets "
      "veranderd.\n",
      told([]() -> ExitCode { throw std::logic_error("kapot"); }));
}

TEST(Program, TellsOfTooLittleMemory) {
  EXPECT_EQ(
      "3: keuzekaart: there is not enough memory for what is asked; close other programs or ask for less at a time. "
      "Your files have not been changed.\n",
      told([]() -> ExitCode { throw std::bad_alloc(); }, Language::en));
}

}  // namespace
}  // namespace keuzekaart
