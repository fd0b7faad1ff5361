#include "cli/progress.hpp"

#include <unistd.h>

#include "modeler/source/characters.hpp"

namespace keuzekaart {

Progress::Progress(std::FILE* terminal, bool quiet)
    : terminal_(!quiet && ::isatty(::fileno(terminal)) == 1 ? terminal : nullptr) {}

void Progress::say(std::string_view what) {
  using namespace std::chrono_literals;
  if (terminal_ == nullptr || std::chrono::steady_clock::now() - start_ < 1s) return;
  const std::string line = "\r\x1b[K" + printable(what);
  std::fwrite(line.data(), 1, line.size(), terminal_);
  std::fflush(terminal_);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", terminal_);
  std::fflush(terminal_);
  shown_ = false;
}

}  // namespace keuzekaart
