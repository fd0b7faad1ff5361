#pragma once
#include <cerrno>
#include <string>
#include <vector>

#include "exporters/output_file_system.hpp"

namespace keuzekaart::testing {

/// Lets the step with number `fail_at` fail, and with `dead` every step after it too: then the process has died.
class FailingFileSystem : public OutputFileSystem {
 public:
  FailingFileSystem(int fail_at, bool dead) : fail_at_(fail_at), dead_(dead) {}
  int steps() const { return steps_; }
  bool refused_removal() const { return refused_removal_; }

  int look(const std::string& p, Kind& kind) override { return fails() ? EIO : OutputFileSystem::look(p, kind); }
  int make_folder(const std::string& p) override { return fails() ? ENOSPC : OutputFileSystem::make_folder(p); }
  int create(const std::string& p, int& d) override { return fails() ? ENOSPC : OutputFileSystem::create(p, d); }
  int write(int d, std::string_view bytes) override {
    if (!fails()) return OutputFileSystem::write(d, bytes);
    OutputFileSystem::write(d, bytes.substr(0, bytes.size() / 2));
    return ENOSPC;
  }
  int sync(int d) override { return fails() ? EIO : OutputFileSystem::sync(d); }
  int close(int d) override {
    const bool failing = fails();
    const int closed = OutputFileSystem::close(d);
    return failing ? EIO : closed;
  }
  int sync_folder(const std::string& p) override { return fails() ? EIO : OutputFileSystem::sync_folder(p); }
  int sync_all(const std::string& p) override { return fails() ? EIO : OutputFileSystem::sync_all(p); }
  int exchange(const std::string& a, const std::string& b) override {
    return fails() ? EACCES : OutputFileSystem::exchange(a, b);
  }
  int rename(const std::string& a, const std::string& b) override {
    return fails() ? EACCES : OutputFileSystem::rename(a, b);
  }
  int remove_file(const std::string& p) override { return refuses() ? EACCES : OutputFileSystem::remove_file(p); }
  int remove_folder(const std::string& p) override { return refuses() ? EACCES : OutputFileSystem::remove_folder(p); }
  int list(const std::string& p, std::vector<std::string>& n) override {
    return refuses() ? EIO : OutputFileSystem::list(p, n);
  }
  int read(const std::string& p, std::string& b) override { return fails() ? EIO : OutputFileSystem::read(p, b); }
  int lock(const std::string& p, int& d) override { return fails() ? EIO : OutputFileSystem::lock(p, d); }

 private:
  bool fails() {
    const int step = steps_++;
    return step == fail_at_ || (dead_ && step > fail_at_);
  }
  bool refuses() {
    const bool failing = fails();
    refused_removal_ = refused_removal_ || failing;
    return failing;
  }

  int fail_at_;
  bool dead_;
  bool refused_removal_ = false;
  int steps_ = 0;
};

}  // namespace keuzekaart::testing
