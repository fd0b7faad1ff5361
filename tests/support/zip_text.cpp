#include "tests/support/zip_text.hpp"

#include <zlib.h>

namespace keuzekaart::testing {

namespace {

void number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::string deflated(const std::string& content) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

std::string zip_of(const std::vector<ZipPart>& parts) {
  std::string out, list;
  for (const ZipPart& part : parts) {
    const std::string packed = part.packed ? deflated(part.content) : part.content;
    const auto check =
        crc32(0, reinterpret_cast<const Bytef*>(part.content.data()), static_cast<uInt>(part.content.size()));
    const std::size_t start = out.size();
    std::string fields;
    number(fields, part.encrypted ? 1 : 0, 2);
    number(fields, part.method.value_or(part.packed ? 8 : 0), 2);
    number(fields, 0x5A21'0000, 4);  // time and date
    number(fields, part.said_check.value_or(static_cast<std::uint32_t>(check)), 4);
    number(fields, packed.size(), 4);
    number(fields, part.said_bytes.value_or(static_cast<std::uint32_t>(part.content.size())), 4);
    number(fields, part.name.size(), 2);
    number(fields, 0, 2);
    out += "PK\x03\x04";
    number(out, 20, 2);
    out += fields + part.name + packed;
    list += "PK\x01\x02";
    number(list, 20, 2);
    number(list, 20, 2);
    list += fields;
    number(list, 0, 2);  // comment
    number(list, 0, 2);  // disk
    number(list, 0, 2);
    number(list, 0, 4);
    number(list, start, 4);
    list += part.name;
  }
  const std::size_t list_at = out.size();
  out += list + "PK\x05\x06";
  number(out, 0, 4);
  number(out, parts.size() & 0xFFFFU, 2);
  number(out, parts.size() & 0xFFFFU, 2);
  number(out, list.size(), 4);
  number(out, list_at, 4);
  number(out, 0, 2);
  return out;
}

}  // namespace keuzekaart::testing
