#pragma once
#include <algorithm>
#include <vector>

namespace keuzekaart {

/// Puts a list in order and keeps each thing once.
template <class Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace keuzekaart
