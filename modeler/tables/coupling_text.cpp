#include "modeler/tables/coupling_text.hpp"

namespace keuzekaart {

std::string way_of(const Coupling& coupling, const Labels& labels) {
  std::string way;
  if (!coupling.intermediary_name.empty())
    way = labels.fill("tabel.applicaties.koppeling-via", {std::string(coupling.intermediary_name.value)});
  for (const Text& more : {coupling.standard_name, coupling.protocol})
    if (!more.empty()) way.append(way.empty() ? "" : ", ").append(more.value);
  return way.empty() ? way : " (" + way + ")";
}

}  // namespace keuzekaart
