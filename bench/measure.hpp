#pragma once
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <vector>

/// What the benchmarks measure with.
namespace bench {

/// Milliseconds on the clock and of processor time, in all threads.
struct Cost {
  double clock = 0;
  double processor = 0;
};

inline double processor_time() {
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

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

inline std::vector<double> column(const std::vector<Cost>& all, double Cost::*part) {
  std::vector<double> values;
  for (const Cost& cost : all) values.push_back(cost.*part);
  return values;
}

/// The most memory that the process has had, in MiB.
inline double peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace bench
