#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace keuzekaart {

struct WorkerLimits {
  std::chrono::milliseconds deadline{10'000};  ///< for one job
  std::size_t memory = std::size_t{2} << 30;   ///< address space of a worker in bytes, where it can be limited
  std::size_t workers = 2;
};

/// Does jobs 0 to `jobs - 1` in child processes and gives their results in that order. A job that throws, crashes, or
/// takes longer than its deadline has no result; its worker is replaced and the other jobs go on. `work` runs in the
/// child: it sees everything the caller has, and what it changes is lost. Call it while no other thread runs.
std::vector<std::optional<std::string>> run_in_workers(std::size_t jobs,
                                                       const std::function<std::string(std::size_t)>& work,
                                                       const WorkerLimits& limits = {});

}  // namespace keuzekaart
