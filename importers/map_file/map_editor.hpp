#pragma once
#include <span>
#include <string_view>

#include "modeler/records/map_edit.hpp"

namespace keuzekaart {

/// Changes the text of a map file, which passed every guard, and nothing but what the edits say: comments, layout, line
/// ends and order stay. What comes is laid out as its neighbours are: on lines of its own with their indentation, or
/// on the same line where they are. At most one edit of an element may set attributes.
EditedMap edit_map(std::string_view text, std::span<const MapEdit> edits);

}  // namespace keuzekaart
