#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keuzekaart::testing {

/// A file for an archive, also for archives that lie.
struct ZipPart {
  std::string name;
  std::string content;
  bool packed = false;                           ///< deflate; else as it is
  bool encrypted = false;                        ///< only says so
  std::optional<std::uint16_t> method = {};      ///< says another way of packing
  std::optional<std::uint32_t> said_bytes = {};  ///< says another size unpacked
  std::optional<std::uint32_t> said_check = {};  ///< says another check number
};

/// The bytes of a ZIP archive with these files, in this order.
std::string zip_of(const std::vector<ZipPart>& parts);

}  // namespace keuzekaart::testing
