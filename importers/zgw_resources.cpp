#include "importers/zgw_resources.hpp"

#include "importers/json_entries.hpp"

namespace keuzekaart {

namespace {

struct DumpModel {
  std::string_view name;
  ZgwKind kind;
};

constexpr DumpModel models[] = {
    {"catalogi.catalogus", ZgwKind::catalogue},       {"catalogi.zaaktype", ZgwKind::case_type},
    {"catalogi.statustype", ZgwKind::status_type},    {"catalogi.roltype", ZgwKind::role_type},
    {"catalogi.resultaattype", ZgwKind::result_type}, {"catalogi.zaaktypenrelatie", ZgwKind::relation},
};

/// Entries of the API do not say what they are; their fields do.
ZgwKind kind_by_fields(JsonValue entry) {
  const auto has = [entry](std::string_view name) { return static_cast<bool>(entry[name]); };
  if (has("omschrijving") && (has("statustypen") || has("productenOfDiensten") ||
                              (has("identificatie") && (has("beginGeldigheid") || has("versiedatum")))))
    return ZgwKind::case_type;
  if (has("domein") && has("rsin") && !has("zaaktype")) return ZgwKind::catalogue;
  if (!has("zaaktype") || has("informatieobjecttype")) return ZgwKind::other;
  if (has("resultaattypeomschrijving") || has("selectielijstklasse") || has("archiefnominatie"))
    return ZgwKind::result_type;
  if (has("omschrijving") && (has("volgnummer") || has("isEindstatus"))) return ZgwKind::status_type;
  return has("omschrijving") && has("omschrijvingGeneriek") ? ZgwKind::role_type : ZgwKind::other;
}

}  // namespace

ZgwResource::ZgwResource(JsonValue entry) : entry_(entry), fields_(entry) {
  if (const JsonValue model = entry["model"]; model.is(JsonKind::string) && entry["fields"].is(JsonKind::object)) {
    dumped_ = true;
    fields_ = entry["fields"];
    for (const DumpModel& known : models)
      if (known.name == model.text().value) kind_ = known.kind;
    return;
  }
  kind_ = kind_by_fields(entry);
}

Text ZgwResource::address() const {
  const Text url = last_part(fields_["url"].text());
  return url.empty() ? fields_["uuid"].text() : url;
}

Text ZgwResource::number() const { return entry_["pk"].text(); }

}  // namespace keuzekaart
