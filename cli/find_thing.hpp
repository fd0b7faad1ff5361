#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/model/model.hpp"

namespace keuzekaart {

/// What `query` may mean, best kind of answer first and only that: things with this code; else with this name (case,
/// blanks and punctuation aside); else whose name holds it. `proces:aanvraag` looks among processes only. Sorted by
/// kind and code.
std::vector<EntityRef> find_things(const Model& model, std::string_view query);

/// The one thing of these kinds that the user means by code or by name with an option. Throws UsageError with the
/// nearest names when there is none, with the codes when there are several.
EntityRef find_one(const Model& model, std::string_view option, const std::string& wanted,
                   std::span<const EntityKind> kinds);

/// The domain or product group that the user means with --domain, as `find_one`.
EntityRef find_scope(const Model& model, const std::string& wanted);

/// Codes and names near a query that nothing answers to, nearest first.
std::vector<std::string> names_near(const Model& model, std::string_view query);

/// The word of a kind of thing in the map file's language, as `find_things` takes it: "proces".
std::string_view word_of_kind(EntityKind kind);

}  // namespace keuzekaart
