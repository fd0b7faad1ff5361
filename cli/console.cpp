#include "cli/console.hpp"

namespace keuzekaart {

void Console::err(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), err_);
  std::fflush(err_);
}

bool Console::flush() {
  const bool whole = std::fwrite(results_.data(), 1, results_.size(), out_) == results_.size();
  results_.clear();
  return std::fflush(out_) == 0 && whole && std::ferror(out_) == 0;
}

}  // namespace keuzekaart
