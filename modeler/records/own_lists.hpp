#pragma once
#include <vector>

#include "modeler/records/map_document.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A row of a list of applications.
struct ListedApplication {
  MapApplication application;
  std::vector<Text> reference_components;  ///< by Object ID or name
  std::vector<Text> processes;             ///< that it supports, by code or name
  Chosen<SupportQuality> quality{};        ///< how well, for all of them
};

/// A row of a list of processes. The roles, applications and wholes of `process` are named by code or name.
struct ListedProcess {
  MapProcess process;
  Text iv3;  ///< Iv3 task field as read
  std::vector<Text> products;
  std::vector<Text> partners;  ///< chain partners (ketenpartners)
};

/// A row that ties a product to a process. Both are named by code or name.
struct ListedTie {
  Text product, process;
  Chosen<MappingStatus> status{};
};

/// A row that says who does what in a process.
struct ListedRole {
  Text process;
  MapRole role;
};

/// The municipality's own lists (CSV, xlsx) as one description of them binds their columns. What a row may say is what
/// the map file may say of the same thing, so the records are those of the map file; a reference is a code or a name.
/// The `id` of a thing is its code, or its name where the list has no codes. In the file's order, one entry per id.
struct OwnLists {
  Text name;  ///< of the description
  std::vector<MapParty> parties;
  std::vector<ListedApplication> applications;
  std::vector<ListedProcess> processes;
  std::vector<MapProduct> products;
  std::vector<ListedTie> ties;
  std::vector<ListedRole> roles;
};

}  // namespace keuzekaart
