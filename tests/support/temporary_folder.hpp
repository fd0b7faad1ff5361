#pragma once
#include <map>
#include <string>

namespace keuzekaart::testing {

/// A fresh folder under the system's temporary folder, removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string at(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, const std::string& bytes) const;
  /// Every file and folder below it with its bytes ("<folder>" for a folder), hidden ones too.
  std::map<std::string, std::string> tree() const;

 private:
  std::string path_;
};

}  // namespace keuzekaart::testing
