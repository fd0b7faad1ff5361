#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modeler/source/place.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// A place as a person reads it. Line and column count from 1; the column counts characters (code points), not bytes.
struct Location {
  std::string_view path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Every file that was read, with its text, and the characters of every value taken from it. Everything in the model
/// points in here, so `Sources` outlives the model. Paths are as the user gave them, never made absolute.
class Sources {
 public:
  /// Adds a file and returns its number. `text` is UTF-8; files over 4 GiB are refused by the readers beforehand.
  FileId add(std::string path, std::string text);

  std::string_view path(FileId file) const;
  std::string_view text(FileId file) const;
  std::size_t count() const { return files_.size(); }

  /// Path, line and column of a place. A place past the end is the end of the file.
  Location locate(Place place) const;
  /// The whole line that holds the place, without its line end.
  std::string_view line(Place place) const;

  TextPool& pool() { return pool_; }

 private:
  struct File {
    std::string path;
    std::string text;
    mutable std::vector<std::uint32_t> line_starts;  ///< made when a place in the file is first asked for
  };
  /// Where the line that holds `offset` starts, and how many lines come before it.
  static std::pair<std::size_t, std::size_t> line_at(const File& file, std::size_t offset);
  std::deque<File> files_;
  TextPool pool_;
};

/// `path:line:column`, or an empty string for an unknown place.
std::string to_string(const Location& location);

}  // namespace keuzekaart
