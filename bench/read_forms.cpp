// Reading one ArchiMate model in each of its forms, against a bare parse of the same file by pugixml in the same run,
// turn by turn. Usage: read_forms ROUNDS PATH...
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "importers/format_registry.hpp"

namespace {

using namespace keuzekaart;
using bench::column;
using bench::Cost;
using bench::measured;
using bench::median;

/// Every file that a path means.
std::vector<std::string> files_of(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
    if (entry.path().extension() == ".xml") files.push_back(entry.path().string());
  return files;
}

/// Measures one source and prints its row; false when it could not be read without errors.
bool measure(const std::string& path, int rounds) {
  Diagnostics none;
  const Format* format = recognise(path, none);
  if (format == nullptr) {
    fmt::print(stderr, "{}: not recognised\n", path);
    return false;
  }
  const std::vector<std::string> files = files_of(path);
  std::uintmax_t bytes = 0;
  for (const std::string& file : files) bytes += std::filesystem::file_size(file);
  std::vector<Cost> bare, ours;
  std::size_t elements = 0, relations = 0, errors = 0;
  for (int round = -1; round < rounds; ++round) {  // the first warms up and is not counted
    const Cost bare_cost = measured([&] {
      for (const std::string& file : files) pugi::xml_document().load_file(file.c_str());
    });
    const Cost our_cost = measured([&] {
      Sources sources;
      Diagnostics diagnostics;
      const SourceContent content = format->read(path, sources, diagnostics);
      const auto& model = std::get<archimate::ArchimateModel>(content);
      elements = model.element_count();
      relations = model.relation_count();
      errors = diagnostics.count(Severity::error);
    });
    if (round < 0) continue;
    bare.push_back(bare_cost);
    ours.push_back(our_cost);
  }
  const double floor = median(column(bare, &Cost::clock));
  const double clock = median(column(ours, &Cost::clock));
  fmt::print("{:<16}{:>9.1f}{:>9}{:>11}{:>12.1f}{:>12.1f}{:>12.1f}{:>8.2f}x\n", format->id,
             static_cast<double>(bytes) / 1e6, elements, relations, floor, clock,
             median(column(ours, &Cost::processor)), clock / floor);
  return errors == 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words, words + count);
  int rounds = 0;
  if (arguments.size() > 1) std::from_chars(arguments[1].data(), arguments[1].data() + arguments[1].size(), rounds);
  if (arguments.size() < 3 || rounds < 1) {
    fmt::print(stderr, "usage: read_forms ROUNDS PATH...\n");
    return 2;
  }
  fmt::print("{} rounds; milliseconds, medians\n{:<16}{:>9}{:>9}{:>11}{:>12}{:>12}{:>12}{:>9}\n", rounds, "form", "MB",
             "elements", "relations", "pugixml", "keuzekaart", "processor", "ratio");
  bool good = true;
  for (std::size_t i = 2; i < arguments.size(); ++i) good = measure(arguments[i], rounds) && good;
  fmt::print("\npeak memory {:.1f} MiB\n", bench::peak_memory());
  return good ? 0 : 1;
}
