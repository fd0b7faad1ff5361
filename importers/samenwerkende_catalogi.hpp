#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// Samenwerkende Catalogi 4.0 (Logius): the product descriptions of a municipality, as the feed that it delivers
/// (`scproducten`) or as an answer of the national search service (SRU 1.1, 1.2 and 2.0).

/// Whether the first element is `scproducten`, `scproduct` or `searchRetrieveResponse`, and the namespace of product
/// descriptions is declared.
bool recognises_samenwerkende_catalogi(const Candidate& candidate);

/// Reads a feed or an answer into a `ProductList` of the municipality's own products, in the file's order. The key is
/// the product id with the organisation that provides it; without a product id (K640) the address of the page, else
/// the title. Elements are found by name whatever their prefix, text may be CDATA. A product without a title is left
/// out (K155), of two with one key the first counts (K201). Another root element is K156 and gives an empty list; an
/// answer that holds a part of what was found is K157, one with an error K158.
SourceContent read_samenwerkende_catalogi(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from UTF-8 text; `path` is only shown.
ProductList read_samenwerkende_catalogi_text(std::string path, std::string text, Sources& sources,
                                             Diagnostics& diagnostics);

}  // namespace keuzekaart
