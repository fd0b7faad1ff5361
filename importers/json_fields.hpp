#pragma once
#include <vector>

#include "importers/guarded_json.hpp"

namespace keuzekaart {

/// Members of a JSON object, taken by the kind of value that belongs there. What is not there is empty and nothing is
/// said; a value of another kind is passed over and said (K153).

/// The text of a member, on one line; a number, true and false as they are written. Not of a list or an object.
Text text_field(JsonValue field, TextPool& pool, Diagnostics& diagnostics);

/// The member when it is a list or null, which has no children.
JsonValue list_field(JsonValue field, Diagnostics& diagnostics);

/// The texts of a list that are not empty, each on one line; of an object its address (`url`), as some answers hold a
/// thing itself where others have its address.
std::vector<Text> text_list(JsonValue field, TextPool& pool, Diagnostics& diagnostics);

}  // namespace keuzekaart
