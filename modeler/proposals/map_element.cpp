#include "modeler/proposals/map_element.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

constexpr TieWords words[] = {
    {LinkKind::product_process, EntityKind::product, EntityKind::process, "producten", "product", "proces", "ref",
     "status"},
    {LinkKind::reference, EntityKind::process, EntityKind::process, "processen", "proces", "", "gemma", "gemma-status"},
    {LinkKind::process_function, EntityKind::process, EntityKind::function, "processen", "proces", "functie", "ref",
     "status"},
    {LinkKind::application_reference, EntityKind::application, EntityKind::application, "applicaties", "applicatie", "",
     "referentiecomponent", "referentie-status"},
};

}  // namespace

std::span<const TieWords> tie_words() { return words; }

const TieWords* tie_words(LinkKind kind) {
  const auto found = std::ranges::find(words, kind, &TieWords::kind);
  return found == std::end(words) ? nullptr : &*found;
}

Place place_on_map(const Model& model, EntityRef thing) {
  if (!model.map) return {};
  for (const Origin& origin : model.entity(thing).origins)
    if (origin.place.file == model.map->place.file) return origin.place;
  return {};
}

std::string map_id(std::string_view code) {
  std::string id;
  for (const char c : code) {
    const bool kept =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    if (kept)
      id += c;
    else if (!id.empty() && !id.ends_with('-') && !id.ends_with('_'))
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "x" : id;
}

NewElement map_element(const Model& model, EntityRef thing, const std::string& id) {
  const Entity& entity = model.entity(thing);
  const std::string code(entity.code.value);
  const std::string name = entity.name.empty() ? code : std::string(entity.name.value);
  const auto kind = std::ranges::find(words, thing.kind, &TieWords::from_kind);
  NewElement made{std::string(kind->thing), {{"id", id}, {"naam", name}}};
  if (thing.kind == EntityKind::product && !model.product(thing).upl_uri.empty())
    made.attributes.emplace_back("upl", model.product(thing).upl_uri.value);
  if (thing.kind == EntityKind::process && id != code) made.attributes.emplace_back("code", code);
  return made;
}

std::vector<std::pair<std::string, std::string>> tie_attributes(const TieWords& tie, std::string_view to,
                                                                MappingStatus status) {
  return {{std::string(tie.reference), std::string(to)}, {std::string(tie.status), std::string(word_of(status))}};
}

}  // namespace keuzekaart
