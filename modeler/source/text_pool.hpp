#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// Owns the characters behind every `Text`. Grows only; a kept view stays valid, at the same address, as long as
/// the pool (or the pool that absorbed it) lives. Not thread-safe: one pool per reading thread, absorbed afterwards.
class TextPool {
 public:
  TextPool() = default;
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(TextPool&&) noexcept = default;
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;
  ~TextPool() = default;

  /// A copy of `characters` that lives as long as the pool.
  std::string_view keep(std::string_view characters);

  /// Takes over the other pool's characters; views into it stay valid.
  void absorb(TextPool&& other);

  std::size_t bytes() const { return total_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

}  // namespace keuzekaart
