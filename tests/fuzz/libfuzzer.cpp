// The entry that libFuzzer calls. KEUZEKAART_FUZZ_TARGET is the name of one target.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/fuzz_targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const keuzekaart::fuzz::Target& target : keuzekaart::fuzz::targets())
    if (target.name == KEUZEKAART_FUZZ_TARGET) target.run(bytes);
  return 0;
}
