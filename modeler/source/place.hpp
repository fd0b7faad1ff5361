#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace keuzekaart {

/// A file that was read, as a number in `Sources`.
enum class FileId : std::uint32_t { none = 0xFFFFFFFF };

/// Where something stands: a file and a byte offset in its text (after conversion to UTF-8).
/// Line and column are computed only when shown (`Sources::locate`).
struct Place {
  FileId file = FileId::none;
  std::uint32_t offset = 0;

  bool known() const { return file != FileId::none; }
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A value as it was read, with its place. The characters live in the `TextPool` of `Sources`.
struct Text {
  std::string_view value;
  Place place;

  bool empty() const { return value.empty(); }
};

}  // namespace keuzekaart
