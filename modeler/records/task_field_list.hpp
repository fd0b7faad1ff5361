#pragma once
#include <vector>

#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A task field (taakveld) of Iv3, the division of a municipality's tasks by which it accounts for its money. The code
/// is text: 0.1 and 0.10 are two fields. A main field has a code that ends in a point ("6.") and no parent.
struct TaskField {
  Text code;
  Text name;
  Text parent;  ///< code of the main field
};

/// The task fields of one year as Statistics Netherlands (CBS) publishes them, main fields and their fields, in the
/// file's order.
struct TaskFieldList {
  Text layer;  ///< overheidslaag: "Gemeente"
  Text year;   ///< boekjaar
  std::vector<TaskField> fields;
};

}  // namespace keuzekaart
