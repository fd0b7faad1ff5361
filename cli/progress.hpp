#pragma once
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace keuzekaart {

/// One line on a terminal that says what is being done, once the work has lasted over a second. Writes nothing when
/// standard error is no terminal.
class Progress {
 public:
  Progress(std::FILE* terminal, bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void say(std::string_view what);
  /// Takes the line away, so that other messages can be written.
  void clear();

 private:
  std::FILE* terminal_;  ///< null when nothing is to be written
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  bool shown_ = false;
};

}  // namespace keuzekaart
