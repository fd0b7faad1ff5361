#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/facts/facts.hpp"
#include "modeler/model/trace.hpp"

namespace keuzekaart {

/// What one field of a thing says: several values when it has several.
struct ComparedValues {
  std::vector<std::string> values;
  std::vector<Place> places;

  std::string joined() const;
};

/// The fields of a thing by what they are called, as shown.
using ComparedFields = std::map<std::string, ComparedValues>;

/// Facts of one thing gathered by field; the values of a field are sorted, unless their order means something.
ComparedFields gathered_fields(const std::vector<Fact>& facts, bool ordered = false);

/// One of two versions, as far as comparing needs it: things of a few kinds, of each kind sorted by code without
/// repeats. Kinds and things are numbered from 0.
class ComparedVersion {
 public:
  ComparedVersion() = default;
  ComparedVersion(const ComparedVersion&) = delete;
  ComparedVersion& operator=(const ComparedVersion&) = delete;
  virtual ~ComparedVersion() = default;

  virtual std::size_t count(std::size_t kind) const = 0;
  virtual std::string_view code(std::size_t kind, std::size_t thing) const = 0;
  /// Whether the thing takes part; one that does not is as if it were not there.
  virtual bool counts(std::size_t kind, std::size_t thing) const = 0;
  virtual std::string name(std::size_t kind, std::size_t thing) const = 0;
  /// The name with what it takes to know which thing this is.
  virtual std::string shown_name(std::size_t kind, std::size_t thing) const = 0;
  virtual std::vector<Place> places(std::size_t kind, std::size_t thing) const = 0;
  virtual ComparedFields fields(std::size_t kind, std::size_t thing) const = 0;
  /// What a map may name the thing by.
  virtual std::vector<std::string_view> keys(std::size_t kind, std::size_t thing) const = 0;
};

}  // namespace keuzekaart
