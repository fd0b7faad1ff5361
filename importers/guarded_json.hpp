#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// Limits against hostile JSON. A file that passes one is refused with a message, never read half.
struct JsonLimits {
  std::size_t bytes = std::size_t{128} * 1024 * 1024;
  std::size_t values = std::size_t{2} * 1024 * 1024;
  std::size_t depth = 64;
};

enum class JsonKind : std::uint8_t { missing, null, boolean, number, string, list, object };

class JsonFile;

/// A value of a JSON file, or nothing: every question to what is not there is answered by nothing, so that a field
/// three levels down needs no tests on the way. Lives as long as its file; the characters live as long as `Sources`.
class JsonValue {
 public:
  class Iterator;
  struct Range;

  JsonValue() = default;

  JsonKind kind() const;
  bool is(JsonKind kind) const { return this->kind() == kind; }
  explicit operator bool() const { return file_ != nullptr; }

  /// The member with this name; nothing when this is no object or has no such member. Of two, the first.
  JsonValue operator[](std::string_view name) const;
  /// The values of a list or the members of an object, in the file's order.
  Range children() const;
  std::size_t size() const;

  /// A string's characters (place: the first, after the quote); a number as it is written, so that 0.10 is not 0.1;
  /// `true` or `false`. Empty, with the value's place, for all else.
  Text text() const;
  /// The name of a member, with its place; empty for an item of a list.
  Text name() const;
  Place place() const;
  bool is_true() const;

 private:
  friend class JsonFile;
  JsonValue(const JsonFile* file, std::uint32_t number) : file_(file), number_(number) {}

  const JsonFile* file_ = nullptr;
  std::uint32_t number_ = 0;
};

/// A JSON file that passed every guard, as a flat list of values in the order of the text; every value knows where it
/// stands.
class JsonFile {
 public:
  JsonValue root() const { return values_.empty() ? JsonValue() : JsonValue(this, 0); }
  FileId file() const { return file_; }

 private:
  friend class JsonValue;
  friend class JsonValue::Iterator;
  friend class JsonTreeMaker;

  struct Value {
    JsonKind kind = JsonKind::missing;
    std::uint32_t place = 0;
    std::uint32_t name_place = 0;
    std::uint32_t end = 0;  ///< number of the first value that is not inside this one
    std::string_view name;
    std::string_view text;
  };

  FileId file_ = FileId::none;
  std::vector<Value> values_;
};

/// Walks over the values directly inside a list or object.
class JsonValue::Iterator {
 public:
  using value_type = JsonValue;
  using difference_type = std::ptrdiff_t;
  using reference = JsonValue;
  using pointer = void;
  using iterator_category = std::input_iterator_tag;

  Iterator() = default;
  Iterator(const JsonFile* file, std::uint32_t number) : file_(file), number_(number) {}
  JsonValue operator*() const { return {file_, number_}; }
  Iterator& operator++();
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  const JsonFile* file_ = nullptr;
  std::uint32_t number_ = 0;
};

struct JsonValue::Range {
  Iterator first, last;
  Iterator begin() const { return first; }
  Iterator end() const { return last; }
};

/// Parses UTF-8 `text`, which is the whole of `file`. Null when it is refused: not well-formed or cut off (K150), not
/// UTF-8 (K104), nested too deeply (K106), too large (K109). Said and read on: an object with one name twice (K151; the
/// first counts), control characters written as \u0000 and the like (K152; they are dropped).
std::unique_ptr<JsonFile> parse_json(FileId file, Sources& sources, Diagnostics& diagnostics,
                                     const JsonLimits& limits = {});

/// Reads a file, converts it to UTF-8 by its byte order mark (UTF-16; else it must be UTF-8, as JSON prescribes) and
/// parses it. Null when it cannot be read (K101) or is refused.
std::unique_ptr<JsonFile> read_json(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                    const JsonLimits& limits = {});

/// The same from the bytes of a file; `path` is only shown.
std::unique_ptr<JsonFile> read_json_bytes(std::string path, std::string bytes, Sources& sources,
                                          Diagnostics& diagnostics, const JsonLimits& limits = {});

/// What stands in the first bytes of a file, as far as they go: for recognisers, no messages. The names and strings
/// live in `pool`. An empty tree when `head` does not begin as JSON does, with an object or a list.
JsonFile json_head(std::string_view head, TextPool& pool);

}  // namespace keuzekaart
