#include "exporters/ink.hpp"

#include <array>

namespace keuzekaart {

namespace {

struct TonePair {
  std::string_view name, fill, stroke;
};

constexpr std::array<TonePair, 18> tones{{{"", "#ffffff", "#5b6770"},
                                          {"categorie-1", "#d9e6f2", "#2b5c8a"},
                                          {"categorie-2", "#fbe6c8", "#8f5a06"},
                                          {"categorie-3", "#dcecd4", "#37692a"},
                                          {"categorie-4", "#e8dcef", "#69407f"},
                                          {"categorie-5", "#f6d8d0", "#96372b"},
                                          {"categorie-6", "#cfe7e5", "#1c6561"},
                                          {"categorie-7", "#eeeac6", "#655c12"},
                                          {"overig", "#e6e8ea", "#4a545c"},
                                          {"gemengd", "#f0f1f2", "#1f2933"},
                                          {"ontbreekt", "#ffffff", "#6b7680"},
                                          {"goed", "#d8ebdd", "#1f6b40"},
                                          {"deels", "#fbeec6", "#7d5c00"},
                                          {"slecht", "#f7d6ce", "#9b2d20"},
                                          {"nieuw", "#d8ebdd", "#1f6b40"},
                                          {"vervalt", "#ffffff", "#9b2d20"},
                                          {"wijzigt", "#fbeec6", "#7d5c00"},
                                          {"gelijk", "#f3f4f5", "#5b6770"}}};

constexpr std::array<std::string_view, 22> look_names{
    "wortel", "cluster",   "groep",   "baan",          "baan-extern", "baankop", "kolom",        "vlak",
    "proces", "product",   "functie", "applicatie",    "standaard",   "stap",    "stap-vervalt", "stap-ook",
    "eigen",  "ontbreekt", "merk",    "merk-neutraal", "tekst",       ""};

const TonePair& pair_of(Tone tone) { return tones[static_cast<std::size_t>(tone)]; }

BoxInk base_ink(Look look) {
  switch (look) {
    case Look::area_root:
      return {"#f4f5f6", "#7b8791", 0.75};
    case Look::area_cluster:
      return {"#ffffff", "#98a3ac", 0.75};
    case Look::area_group:
      return {"#f8f9fa", "#b7c0c7", 0.75};
    case Look::lane:
      return {"#ffffff", "#c3cad0", 0.75};
    case Look::lane_external:
      return {"#f0f1f3", "#c3cad0", 0.75};
    case Look::lane_head:
      return {"#e9ecef", "#c3cad0", 0.75};
    case Look::column:
      return {"#f4f5f6", "", 0};
    case Look::panel:
      return {"", "", 0};
    case Look::process:
      return {"#ffffff", "#5b6770", 0.75};
    case Look::product:
      return {"#eef3f8", "#2b5c8a", 0.75};
    case Look::function:
      return {"#f1f6ed", "#37692a", 0.75};
    case Look::application:
      return {"#e4f1f0", "#1c6561", 0.75};
    case Look::standard:
      return {"#f3eef7", "#69407f", 0.75};
    case Look::step:
      return {"#ffffff", "#2f3b44", 1, false, true};
    case Look::step_ended:
      return {"#ffffff", "#9b2d20", 1, true, true};
    case Look::step_also:
      return {"#ffffff", "#6b7680", 0.75, true, true};
    case Look::own_process:
      return {"#ffffff", "#98a3ac", 0.5};
    case Look::gap:
      return {"#ffffff", "#9b2d20", 0.75, true};
    case Look::badge:
      return {"#4a545c", "#4a545c", 0.5, false, false, "#ffffff"};
    case Look::badge_plain:
      return {"#ffffff", "#4a545c", 0.75};
    case Look::text:
      return {"", "", 0};
  }
  return {};
}

}  // namespace

BoxInk ink_of(const Box& box) {
  BoxInk ink = base_ink(box.look);
  if (box.tone == Tone::none) return ink;
  const TonePair& pair = pair_of(box.tone);
  const bool hollow = box.tone == Tone::missing || box.tone == Tone::ended;
  ink.stroke = pair.stroke;
  if (box.look == Look::badge) {
    ink.fill = hollow ? "#ffffff" : pair.stroke;
    ink.text = hollow ? pair.stroke : "#ffffff";
    ink.dashed = false;
    return ink;
  }
  ink.fill = pair.fill;
  ink.dashed = ink.dashed || hollow;
  if (box.tone == Tone::added || box.tone == Tone::bad || box.tone == Tone::mixed) ink.stroke_width = 1.5;
  return ink;
}

LineInk ink_of(LineLook look) {
  switch (look) {
    case LineLook::order:
      return {"#3d4952", 0.9};
    case LineLook::back:
      return {"#6b7680", 0.9, "dashed"};
    case LineLook::handover:
      return {"#1f2933", 1.3};
    case LineLook::handover_problem:
      return {"#9b2d20", 1.6, "dashed"};
    case LineLook::added:
      return {"#1f6b40", 1.6};
    case LineLook::ended:
      return {"#9b2d20", 0.9, "dotted"};
    case LineLook::link:
      return {"#7b8791", 0.75};
    case LineLook::proposed:
      return {"#7b8791", 0.75, "dashed"};
    case LineLook::also:
      return {"#98a3ac", 0.75, "dotted"};
    case LineLook::shift:
      return {"#7d5c00", 1.1, "dashed"};
    case LineLook::rule:
      return {"#c3cad0", 0.75};
  }
  return {};
}

std::string_view colour_of(Ink ink) {
  return ink == Ink::soft ? "#52606d" : ink == Ink::accent ? "#9b2d20" : "#1f2933";
}

std::string_view class_of(Look look) { return look_names[static_cast<std::size_t>(look)]; }
std::string_view class_of(Tone tone) { return pair_of(tone).name; }
std::string_view class_of(LineLook look) {
  constexpr std::array<std::string_view, 11> names{
      "volgorde", "terug",        "overdracht", "overdracht-zonder-afspraak",
      "nieuw",    "vervalt",      "koppeling",  "voorstel",
      "ook",      "verschuiving", "lijn"};
  return names[static_cast<std::size_t>(look)];
}

}  // namespace keuzekaart
