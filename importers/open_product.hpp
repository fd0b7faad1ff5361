#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// Product types of Open Product: an answer of its API (one, a list or a page of a list) or a dump of its database.

/// Whether an entry is a product type.
bool recognises_open_product(const Candidate& candidate);

/// Reads product types into a `ProductList` of the municipality's own products, in the file's order, with the case
/// types and processes that deliver them. The key is the code, else the uuid. Said and read on: a value of another kind
/// than the field's (K153), a page of a longer list (K157). A product type without a code and uuid is left out (K155),
/// of two with one key the first counts (K201). Without any product type K154.
SourceContent read_open_product(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
ProductList read_open_product_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
