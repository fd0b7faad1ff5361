#include "exporters/draw_workers.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>

namespace keuzekaart {

namespace {

using Clock = std::chrono::steady_clock;

bool write_all(int file, const void* data, std::size_t size) {
  const char* at = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t done = ::send(file, at, size, MSG_NOSIGNAL);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    at += done;
    size -= static_cast<std::size_t>(done);
  }
  return true;
}

bool read_all(int file, void* data, std::size_t size) {
  char* at = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t done = ::read(file, at, size);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    at += done;
    size -= static_cast<std::size_t>(done);
  }
  return true;
}

void limit_memory([[maybe_unused]] std::size_t bytes) {
#if !defined(__SANITIZE_ADDRESS__)  // the sanitizer reserves terabytes of address space
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
}

/// Only in the child: takes job numbers until the socket closes. A length of
/// all ones says the job threw.
[[noreturn]] void serve(int socket, const std::function<std::string(std::size_t)>& work, std::size_t memory) {
  limit_memory(memory);
  std::uint64_t job = 0;
  while (read_all(socket, &job, sizeof job)) {
    std::string result;
    std::uint64_t size = 0;
    try {
      result = work(job);
      size = result.size();
    } catch (...) {
      size = UINT64_MAX;
      result.clear();
    }
    if (!write_all(socket, &size, sizeof size) || !write_all(socket, result.data(), result.size())) break;
  }
  ::_exit(0);
}

class Worker {
 public:
  Worker(const std::function<std::string(std::size_t)>& work, std::size_t memory) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
      throw std::system_error(errno, std::generic_category(), "socketpair");
    child_ = ::fork();
    if (child_ < 0) {
      const int error = errno;
      ::close(ends[0]);
      ::close(ends[1]);
      throw std::system_error(error, std::generic_category(), "fork");
    }
    if (child_ == 0) {
      ::close(ends[0]);
      serve(ends[1], work, memory);
    }
    ::close(ends[1]);
    socket_ = ends[0];
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    ::close(socket_);
    ::kill(child_,
           SIGKILL);  // it keeps nothing; a later worker holds a copy of its
                      // socket, so it would not see it close
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
  }

  bool give(std::size_t job, Clock::time_point until) {
    job_ = job;
    until_ = until;
    received_.clear();
    const std::uint64_t number = job;
    return write_all(socket_, &number, sizeof number);
  }

  enum class Progress { more, done, failed, dead };

  /// Reads what there is.
  Progress receive() {
    char buffer[65536];
    const ssize_t got = ::read(socket_, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return Progress::more;
    if (got <= 0) return Progress::dead;
    received_.append(buffer, static_cast<std::size_t>(got));
    if (received_.size() < sizeof(std::uint64_t)) return Progress::more;
    std::uint64_t size = 0;
    std::copy_n(received_.data(), sizeof size, reinterpret_cast<char*>(&size));
    if (size == UINT64_MAX) return job_.reset(), Progress::failed;
    if (received_.size() - sizeof size < size) return Progress::more;
    return job_.reset(), Progress::done;
  }

  std::string result() const { return received_.substr(sizeof(std::uint64_t)); }
  std::optional<std::size_t> job() const { return job_; }
  Clock::time_point until() const { return until_; }
  int socket() const { return socket_; }

 private:
  pid_t child_ = -1;
  int socket_ = -1;
  std::optional<std::size_t> job_;
  Clock::time_point until_;
  std::string received_;
};

}  // namespace

std::vector<std::optional<std::string>> run_in_workers(std::size_t jobs,
                                                       const std::function<std::string(std::size_t)>& work,
                                                       const WorkerLimits& limits) {
  std::vector<std::optional<std::string>> results(jobs);
  std::vector<std::unique_ptr<Worker>> pool(std::min(std::max<std::size_t>(limits.workers, 1), jobs));
  std::size_t next = 0, open = jobs;
  while (open > 0) {
    for (auto& worker : pool) {
      if (next == jobs || (worker && worker->job())) continue;
      if (!worker) worker = std::make_unique<Worker>(work, limits.memory);
      if (!worker->give(next++, Clock::now() + limits.deadline)) {
        worker.reset();
        --open;
      }
    }
    std::vector<pollfd> waits;
    std::vector<std::size_t> who;
    Clock::time_point until = Clock::time_point::max();
    for (std::size_t i = 0; i < pool.size(); ++i) {
      if (!pool[i] || !pool[i]->job()) continue;
      waits.push_back({pool[i]->socket(), POLLIN, 0});
      who.push_back(i);
      until = std::min(until, pool[i]->until());
    }
    if (waits.empty()) continue;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count() + 1;
    if (::poll(waits.data(), waits.size(), static_cast<int>(std::clamp<long long>(left, 0, 60'000))) < 0 &&
        errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "poll");
    for (std::size_t i = 0; i < waits.size(); ++i) {
      auto& worker = pool[who[i]];
      const std::size_t job = *worker->job();
      if (Clock::now() >= worker->until()) {  // late is late, even with an answer on its way
        worker.reset();
        --open;
      } else if (waits[i].revents != 0) {
        const Worker::Progress progress = worker->receive();
        if (progress == Worker::Progress::done) results[job] = worker->result();
        if (progress == Worker::Progress::dead) worker.reset();
        if (progress != Worker::Progress::more) --open;
      }
    }
  }
  return results;
}

}  // namespace keuzekaart
