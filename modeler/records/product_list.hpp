#pragma once
#include <cstdint>
#include <vector>

#include "modeler/records/vocabulary.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A law or regulation on which a product or process rests (grondslag).
struct LegalGround {
  Text uri;    ///< of the article, if known
  Text label;  ///< "Artikel 2.43 Wet basisregistratie personen"
  Text link;   ///< to wetten.overheid.nl, with the BWB number
};

/// A uniform product name (uniforme productnaam) that a product of a municipality belongs to.
struct UniformName {
  Text uri;
  Text name;
};

/// One product or service of a catalogue (UPL, Samenwerkende Catalogi, Open Product, the municipality's own list).
struct CatalogueProduct {
  Text key;  ///< stable key in the catalogue: the UPL URI, or product id with authority
  Text name;
  Text upl_uri;                      ///< the (first) uniform product name it belongs to; equals `key` in the UPL itself
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

  // What only the catalogue of a municipality says.
  Text code;  ///< what people call it by: the product id
  Text description;
  Text address;                            ///< of the page about it
  std::vector<UniformName> uniform_names;  ///< one product may have several, or none
  Text provider;                           ///< the organisation that provides it
  PartyKind provider_kind = PartyKind::unset;
  YesNo digital = YesNo::unset;  ///< can be asked for online
  std::vector<Text> themes;
  std::vector<Text> processes;  ///< case types and processes that deliver it: identification, address or urn
};

/// What the UPL offers where it has no name yet. It names no product.
inline constexpr std::string_view no_uniform_name = "UPL-naam nog niet beschikbaar";
inline bool is_placeholder(const UniformName& uniform) {
  return uniform.name.value == no_uniform_name || uniform.uri.value.ends_with("/UPL-naam_nog_niet_beschikbaar");
}

/// A product catalogue as read from one source, in the file's order, one entry per key.
struct ProductList {
  bool own = false;  ///< products of a municipality; false: a list of names that all of them share
  std::vector<CatalogueProduct> products;
};

}  // namespace keuzekaart
