#include "exporters/package_check.hpp"

#define ZLIB_CONST
#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string>

namespace keuzekaart {

namespace {

/// A number of `size` bytes, the lowest first; 0 past the end.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  if (at + size > bytes.size()) return 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<std::string> unpacked(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  const bool all = result == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  if (!all) return std::nullopt;
  return out;
}

/// The last thing in the text is the end tag of its first element (or that element, when it is empty).
bool ends_with_its_root(std::string_view xml) {
  std::size_t start = xml.find('<');
  while (start != std::string_view::npos && start + 1 < xml.size() && (xml[start + 1] == '?' || xml[start + 1] == '!'))
    start = xml.find('<', start + 1);
  if (start == std::string_view::npos) return false;
  const std::size_t end = xml.find_first_of(" \r\n\t/>", start + 1);
  if (end == std::string_view::npos) return false;
  const std::size_t last = xml.find_last_not_of(" \r\n\t");
  xml = xml.substr(0, last + 1);
  if (xml.find('<', start + 1) == std::string_view::npos) return xml.ends_with("/>");
  return xml.ends_with("</" + std::string(xml.substr(start + 1, end - start - 1)) + ">");
}

bool is_xml(std::string_view name) {
  return name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml");
}

}  // namespace

bool package_is_whole(std::string_view zip) {
  constexpr std::size_t end_size = 22;
  const std::size_t end = zip.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end + end_size > zip.size()) return false;
  const std::uint32_t count = number_at(zip, end + 10, 2);
  std::size_t at = number_at(zip, end + 16, 4);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (zip.substr(at, 4) != "PK\x01\x02") return false;
    const std::size_t packed_size = number_at(zip, at + 20, 4);
    const std::size_t size = number_at(zip, at + 24, 4);
    const std::size_t name_size = number_at(zip, at + 28, 2);
    const std::string_view name = zip.substr(at + 46, name_size);
    const std::size_t local = number_at(zip, at + 42, 4);
    const std::size_t data = local + 30 + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
    if (data + packed_size > zip.size()) return false;
    if (is_xml(name)) {
      const std::string_view packed = zip.substr(data, packed_size);
      const bool stored = number_at(zip, at + 10, 2) == 0;
      const std::optional<std::string> xml = stored ? std::string(packed) : unpacked(packed, size);
      if (!xml || !ends_with_its_root(*xml)) return false;
    }
    at += 46 + name_size + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    if (at > end) return false;
  }
  return count != 0;
}

}  // namespace keuzekaart
