// Reading a GRAFICO model against its floor: listing the same folders and opening and reading the same bytes, in the
// same run, turn by turn. Usage: read_gemma FOLDER [ROUNDS]
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "importers/grafico.hpp"

namespace {

using namespace keuzekaart;

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

/// Milliseconds on the clock and of processor time, in all threads.
struct Cost {
  double clock = 0;
  double processor = 0;
};

double processor_time() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto milliseconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
  };
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

Cost measured(const auto& work) {
  const double processor = processor_time();
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> clock = std::chrono::steady_clock::now() - start;
  return {clock.count(), processor_time() - processor};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print_row(std::string_view what, const std::vector<Cost>& costs, const std::vector<Cost>& floor) {
  const auto column = [](const std::vector<Cost>& all, double Cost::*part) {
    std::vector<double> values;
    for (const Cost& cost : all) values.push_back(cost.*part);
    return values;
  };
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
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} files, {:.1f} MB; {} processors; {} rounds\n", read.files, static_cast<double>(read.bytes) / 1e6,
             std::thread::hardware_concurrency(), rounds);
  fmt::print("read: {} elements, {} relations, {} views, {} errors\n\n", elements, relations, views, errors);
  fmt::print("{:<36}{:>9}{:>9}{:>11}{:>9}{:>9}\n", "milliseconds", "lowest", "median", "processor", "lowest", "median");
  print_row("floor: list, open, read, close", floor, floor);
  print_row("keuzekaart: whole model, all guards", ours, floor);
  fmt::print("\npeak memory {:.1f} MiB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  return errors == 0 ? 0 : 1;
}
