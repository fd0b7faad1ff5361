#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// How the program ends.
enum class ExitCode : int {
  good = 0,
  input = 1,  ///< errors of the user's making in what was read
  usage = 2,  ///< a command, option or name that does not exist
  io = 3,     ///< something cannot be read or written
  bug = 4     ///< an error in the program
};

/// Where a command writes: results go to standard output, everything else to standard error.
class Console {
 public:
  Console(std::FILE* out, std::FILE* err, Labels labels) : out_(out), err_(err), labels_(std::move(labels)) {}

  const Labels& labels() const { return labels_; }
  /// Results. Written when the command ends; `flush` says whether they arrived.
  void out(std::string_view text) { results_ += text; }
  /// Messages: written at once.
  void err(std::string_view text);
  /// Writes the results; false when the system refused them (a full disk, a closed file).
  bool flush();

 private:
  std::FILE* out_;
  std::FILE* err_;
  Labels labels_;
  std::string results_;
};

}  // namespace keuzekaart
