#include "modeler/source/text_pool.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace keuzekaart {

namespace {
constexpr std::size_t block_size = std::size_t{64} * 1024;
}

std::string_view TextPool::keep(std::string_view characters) {
  if (characters.empty()) return {};
  if (characters.size() > left_) {
    const std::size_t size = std::max(block_size, characters.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
  }
  char* start = next_;
  std::memcpy(start, characters.data(), characters.size());
  next_ += characters.size();
  left_ -= characters.size();
  total_ += characters.size();
  return {start, characters.size()};
}

void TextPool::absorb(TextPool&& other) {
  std::move(other.blocks_.begin(), other.blocks_.end(), std::back_inserter(blocks_));
  total_ += other.total_;
  other.blocks_.clear();
  other.next_ = nullptr;
  other.left_ = other.total_ = 0;
}

}  // namespace keuzekaart
