#pragma once
#include <memory>
#include <string>

namespace keuzekaart {

/// An XSD as libxml2 understands it: the judge beside the program's own checks.
class Schema {
 public:
  /// Throws std::runtime_error when the schema itself is not valid.
  explicit Schema(const std::string& path);
  ~Schema();
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  /// Empty when the document is valid; else the first reason why not.
  std::string judge(const std::string& xml) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace keuzekaart
