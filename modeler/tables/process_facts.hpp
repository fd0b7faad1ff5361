#pragma once
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/model/model.hpp"
#include "modeler/tables/gathered.hpp"

namespace keuzekaart {

EntityRef process_ref(std::size_t index);

/// The name of a thing, its code when it has no name.
std::string name_of(const Entity& entity);

/// The parties that have a role in a process in a state, by name; a part without one follows its whole.
Gathered parties_of(const Model& model, EntityRef process, Role role, State state);

/// The processes of the map in reading order: by domain and name, parts right after their whole, each once.
std::vector<EntityRef> own_processes(const Model& model);
/// The landscape of the reference model in reading order.
std::vector<EntityRef> landscape_processes(const Model& model);
/// The other processes of the reference model.
std::vector<EntityRef> other_processes(const Model& model);

/// Things at the other end of a link, confirmed ones plain and proposals with "(voorgesteld)" behind them; rejected
/// ones are left out.
Gathered linked_from(const Model& model, const Labels& labels, LinkKind kind, EntityRef from);
Gathered linked_to(const Model& model, const Labels& labels, LinkKind kind, EntityRef to);

}  // namespace keuzekaart
