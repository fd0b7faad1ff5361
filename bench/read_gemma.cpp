// Reading a GRAFICO model against its floor: listing the same folders and opening and reading the same bytes, in the
// same run, turn by turn. Usage: read_gemma FOLDER [ROUNDS]
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bench/measure.hpp"
#include "importers/grafico.hpp"

namespace {

using namespace keuzekaart;
using bench::column;
using bench::Cost;
using bench::measured;
using bench::median;

struct Read {
  std::size_t files = 0;
  std::size_t bytes = 0;
};

/// The floor: every file below a folder is opened, read into one buffer and closed. Nothing is looked at.
void read_all(int folder, std::string& buffer, Read& read) {
  DIR* listing = ::fdopendir(folder);
  if (listing == nullptr) return;
  while (const dirent* entry = ::readdir(listing)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    if (entry->d_type == DT_DIR) {
      read_all(::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC), buffer, read);
      continue;
    }
    if (!name.ends_with(".xml")) continue;
    const int file = ::openat(folder, entry->d_name, O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    ++read.files;
    for (ssize_t got = 1; got > 0;) {
      got = ::read(file, buffer.data(), buffer.size());
      if (got > 0) read.bytes += static_cast<std::size_t>(got);
    }
    ::close(file);
  }
  ::closedir(listing);
}

void print_row(std::string_view what, const std::vector<Cost>& costs, const std::vector<Cost>& floor) {
  const std::vector<double> clock = column(costs, &Cost::clock);
  const double typical = median(clock), lowest = *std::min_element(clock.begin(), clock.end());
  const double floor_typical = median(column(floor, &Cost::clock));
  std::vector<double> floor_clock = column(floor, &Cost::clock);
  const double floor_lowest = *std::min_element(floor_clock.begin(), floor_clock.end());
  fmt::print("{:<36}{:>9.1f}{:>9.1f}{:>11.1f}{:>8.2f}x{:>8.2f}x\n", what, lowest, typical,
             median(column(costs, &Cost::processor)), lowest / floor_lowest, typical / floor_typical);
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words, words + count);
  int rounds = 15;
  if (arguments.size() > 2) std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), rounds);
  if (arguments.size() < 2 || rounds < 1) {
    fmt::print(stderr, "usage: read_gemma FOLDER [ROUNDS]\n");
    return 2;
  }
  const std::string& folder = arguments[1];
  std::string buffer(std::size_t{1024} * 1024, '\0');
  std::vector<Cost> floor, ours;
  Read read;
  std::size_t elements = 0, relations = 0, views = 0, errors = 0;
  for (int round = -1; round < rounds; ++round) {  // the first warms up and is not counted
    const Cost floor_cost = measured([&] {
      read = {};
      read_all(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), buffer, read);
    });
    const Cost our_cost = measured([&] {
      Sources sources;
      Diagnostics diagnostics;
      const archimate::ArchimateModel model = read_grafico(folder, sources, diagnostics);
      elements = model.element_count();
      relations = model.relation_count();
      views = model.views.size();
      errors = diagnostics.count(Severity::error);
    });
    if (round < 0) continue;
    floor.push_back(floor_cost);
    ours.push_back(our_cost);
  }
  fmt::print("{} files, {:.1f} MB; {} processors; {} rounds\n", read.files, static_cast<double>(read.bytes) / 1e6,
             std::thread::hardware_concurrency(), rounds);
  fmt::print("read: {} elements, {} relations, {} views, {} errors\n\n", elements, relations, views, errors);
  fmt::print("{:<36}{:>9}{:>9}{:>11}{:>9}{:>9}\n", "milliseconds", "lowest", "median", "processor", "lowest", "median");
  print_row("floor: list, open, read, close", floor, floor);
  print_row("keuzekaart: whole model, all guards", ours, floor);
  fmt::print("\npeak memory {:.1f} MiB\n", bench::peak_memory());
  return errors == 0 ? 0 : 1;
}
