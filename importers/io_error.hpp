#pragma once
#include <stdexcept>
#include <string>

namespace keuzekaart {

/// The operating system refused to read; `what()` holds its words.
class IoError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace keuzekaart
