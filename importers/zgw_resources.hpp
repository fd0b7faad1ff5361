#pragma once
#include <cstdint>
#include <string_view>

#include "importers/guarded_json.hpp"

namespace keuzekaart {

/// What an entry of a catalogue of case types (ZGW Catalogi) is.
enum class ZgwKind : std::uint8_t {
  other,
  catalogue,    ///< catalogus
  case_type,    ///< zaaktype
  status_type,  ///< statustype
  role_type,    ///< roltype
  result_type,  ///< resultaattype
  relation,     ///< zaaktypenrelatie: only in a dump of the database
};

/// The name of a field in the ZGW API, and in a dump of Open Zaak's database.
struct ZgwField {
  std::string_view api, dump;
};

/// One entry, in whichever of the two forms: an answer of the API (or of an export, which has the same form) or an
/// entry of a dump (`{"model": "catalogi.zaaktype", "pk": 1, "fields": {..}}`).
class ZgwResource {
 public:
  ZgwResource() = default;
  explicit ZgwResource(JsonValue entry);

  ZgwKind kind() const { return kind_; }
  bool dumped() const { return dumped_; }
  JsonValue entry() const { return entry_; }
  JsonValue operator[](ZgwField field) const { return fields_[dumped_ ? field.dump : field.api]; }

  /// What other entries call it: the last part of its address, its uuid; in a dump also its number.
  Text address() const;
  Text number() const;

 private:
  JsonValue entry_, fields_;
  bool dumped_ = false;
  ZgwKind kind_ = ZgwKind::other;
};

}  // namespace keuzekaart
