// How long it takes to read a source, recognised and with all guards. Usage: read_formats ROUNDS SOURCE...
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "importers/format_registry.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace {

using namespace keuzekaart;

/// What one reading of a source took and held.
struct Reading {
  double milliseconds = 0;
  std::size_t bytes = 0;
  std::size_t errors = 0;
};

Reading read_once(const Format& format, const std::string& path) {
  Sources sources;
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const SourceContent content = format.read(path, sources, diagnostics);
  const std::chrono::duration<double, std::milli> clock = std::chrono::steady_clock::now() - start;
  Reading made{clock.count(), 0, diagnostics.count(Severity::error)};
  for (std::size_t i = 0; i < sources.count(); ++i) made.bytes += sources.text(static_cast<FileId>(i)).size();
  return made;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words, words + count);
  std::size_t rounds = 0;
  if (arguments.size() > 1) std::from_chars(arguments[1].data(), arguments[1].data() + arguments[1].size(), rounds);
  if (arguments.size() < 3 || rounds == 0) {
    fmt::print(stderr, "usage: read_formats ROUNDS SOURCE...\n");
    return 2;
  }
  fmt::print("{:<24}{:>10}{:>10}{:>10}{:>9}{:>8}  {}\n", "format", "kB", "lowest ms", "median ms", "MB/s", "errors",
             "source");
  for (auto path = arguments.begin() + 2; path != arguments.end(); ++path) {
    Diagnostics diagnostics;
    const Format* const format = recognise(*path, diagnostics);
    if (format == nullptr) {
      fmt::print("{:<24}{:>55}  {}\n", "not recognised", "", *path);
      continue;
    }
    std::vector<double> clock;
    Reading last = read_once(*format, *path);  // warms up
    for (std::size_t round = 0; round < rounds; ++round) {
      last = read_once(*format, *path);
      clock.push_back(last.milliseconds);
    }
    std::sort(clock.begin(), clock.end());
    const double median = clock[clock.size() / 2];
    fmt::print("{:<24}{:>10.1f}{:>10.2f}{:>10.2f}{:>9.0f}{:>8}  {}\n", format->id,
               static_cast<double>(last.bytes) / 1e3, clock.front(), median,
               static_cast<double>(last.bytes) / 1e3 / median, last.errors, *path);
  }
  return 0;
}
