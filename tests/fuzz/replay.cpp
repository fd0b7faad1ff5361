// Usage: fuzz_replay CORPUS
// Runs every target over its corpus, and over damaged copies of it that are the same in every run: cut off, with bytes
// changed, and with parts doubled. Ends at the first broken promise.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/fuzz/fuzz_targets.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A plain generator with a fixed start: damage, not chance.
struct Numbers {
  std::uint64_t state;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % bound;
  }
};

std::string damaged(std::string bytes, Numbers& numbers) {
  constexpr char harmful[] = {'"', '\n', '\r', ',', ';', '<', '>', '&', '\0', '\xFF', '\xC3', ']', '/', '=', ' ', 'x'};
  for (std::size_t times = 1 + numbers.below(4); times > 0 && !bytes.empty(); --times) {
    const std::size_t at = numbers.below(bytes.size());
    switch (numbers.below(4)) {
      case 0:
        bytes[at] = harmful[numbers.below(sizeof harmful)];
        break;
      case 1:
        bytes.insert(at, 1, harmful[numbers.below(sizeof harmful)]);
        break;
      case 2:
        bytes.erase(at, 1 + numbers.below(8));
        break;
      default:
        bytes.insert(numbers.below(bytes.size()), bytes.substr(at, numbers.below(40)));
        break;
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::size_t runs = 0;
  for (const keuzekaart::fuzz::Target& target : keuzekaart::fuzz::targets()) {
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(argv[1]) / target.name)) files.insert(entry.path());
    if (files.empty()) {
      std::fprintf(stderr, "no corpus for %s\n", std::string(target.name).c_str());
      return 1;
    }
    for (const fs::path& file : files) {
      const std::string bytes = bytes_of(file);
      target.run(bytes);
      Numbers numbers{bytes.size()};
      for (std::size_t cut = 1; cut <= 16; ++cut)
        target.run(std::string_view(bytes).substr(0, bytes.size() * cut / 17));
      for (int copy = 0; copy < 100; ++copy) target.run(damaged(bytes, numbers));
      runs += 117;
    }
  }
  std::printf("%zu runs, every promise kept\n", runs);
}
