#pragma once
#include <string>

namespace keuzekaart {

/// Whether a map file stands here: its first element is `kaart`. Looks at the start of the content, never at the name.
/// False for what cannot be read; the caller's next attempt says why.
bool is_map_file(const std::string& path);

}  // namespace keuzekaart
