#pragma once
#include <cstdint>
#include <vector>

#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A law or regulation on which a product or process rests (grondslag).
struct LegalGround {
  Text uri;    ///< of the article, if known
  Text label;  ///< "Artikel 2.43 Wet basisregistratie personen"
  Text link;   ///< to wetten.overheid.nl, with the BWB number
};

/// One product or service of a catalogue (UPL, Samenwerkende Catalogi, Open Product, the municipality's own list).
struct CatalogueProduct {
  Text key;  ///< stable key in the catalogue: the UPL URI, or product id with authority
  Text name;
  Text upl_uri;                      ///< the uniform product name it belongs to; equals `key` in the UPL itself
  bool for_residents = false;        ///< doelgroep inwoner (UPL: Burger)
  bool for_companies = false;        ///< doelgroep ondernemer (UPL: Bedrijf)
  bool by_state = false;             ///< UPL: Rijk
  bool by_province = false;          ///< UPL: Provincie
  bool by_water_board = false;       ///< UPL: Waterschap
  bool by_municipality = false;      ///< UPL: Gemeente
  bool services_directive = false;   ///< UPL: Dienstenwet
  bool autonomous = false;           ///< UPL: Autonomie
  bool co_governed = false;          ///< UPL: Medebewind
  bool application = false;          ///< UPL: Aanvraag
  bool subsidy = false;              ///< UPL: Subsidie
  bool notification = false;         ///< UPL: Melding
  bool obligation = false;           ///< UPL: Verplichting
  Text sdg;                          ///< UPL: SDG information area code (E1, G1, N1, ...)
  std::vector<LegalGround> grounds;  ///< one product may rest on several; never a product per ground
  bool placeholder = false;          ///< the row "UPL-naam nog niet beschikbaar"
};

/// A product catalogue as read from one source, in the file's order, one entry per key.
struct ProductList {
  std::vector<CatalogueProduct> products;
};

}  // namespace keuzekaart
