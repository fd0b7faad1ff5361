#pragma once
#include <map>
#include <string_view>
#include <vector>

#include "importers/json_entries.hpp"
#include "importers/zgw_resources.hpp"
#include "modeler/records/process_catalogue.hpp"

namespace keuzekaart {

/// Makes one catalogue of the entries of one or more files, which may stand in any order.
class ZgwReading {
 public:
  ZgwReading(Sources& sources, Diagnostics& diagnostics) : pool_(sources.pool()), diagnostics_(diagnostics) {}

  /// Takes the entries of a file, which must live until `finish`. False when it has none of a catalogue of case types.
  bool take(const JsonFile& json);
  ProcessCatalogue finish();

 private:
  struct CaseType {
    ZgwResource resource;
    CatalogueProcess process;
    std::size_t steps = 0, roles = 0, results = 0;  ///< parts that were found
  };

  Text value(const ZgwResource& from, ZgwField field) const;
  JsonValue list(const ZgwResource& from, ZgwField field) const;
  std::vector<Text> texts(const ZgwResource& from, ZgwField field) const;
  Text date(const ZgwResource& from, ZgwField field) const;

  void add_case_type(const ZgwResource& resource);
  void fill(CaseType& into) const;
  void add_part(const ZgwResource& resource);
  void add_embedded_parts(CaseType& whole);
  void add_to(CaseType& whole, ZgwKind kind, const ZgwResource& part);
  void add_step(CaseType& into, const ZgwResource& resource);
  void add_role(CaseType& into, const ZgwResource& resource);
  void add_result(CaseType& into, const ZgwResource& resource);
  void tie(CaseType& whole);
  void tie_relation(const ZgwResource& resource);
  void report_missing(const CaseType& whole) const;
  void report_left_over() const;
  /// The case type that an address or number means, or null.
  CaseType* case_type(const Text& reference);

  TextPool& pool_;
  Diagnostics& diagnostics_;
  ProcessCatalogue catalogue_;
  std::vector<CaseType> case_types_;
  std::vector<ZgwResource> parts_, relations_;
  std::map<std::string_view, std::size_t> by_reference_;
  std::map<ZgwKind, std::vector<Place>> left_over_;
  PassedOver passed_over_;
};

}  // namespace keuzekaart
