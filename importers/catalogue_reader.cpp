#include "importers/catalogue_reader.hpp"

#include <vector>

#include "importers/catalogue/description.hpp"
#include "importers/catalogue/merge.hpp"
#include "importers/catalogue/read_entries.hpp"
#include "importers/catalogue/read_rules.hpp"
#include "importers/grammar/checker.hpp"

namespace keuzekaart {

namespace {

/// The catalogues while they are read. The files stay until every reference is resolved.
class Reading {
 public:
  Reading(Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics), references_(catalogue::catalogue_grammar(), diagnostics) {}

  void add(std::unique_ptr<XmlFile> xml) {
    const grammar::Grammar& grammar = catalogue::catalogue_grammar();
    if (!xml || !grammar::is_of(grammar, *xml, diagnostics_)) return;
    grammar::Checker(grammar, *xml, references_, diagnostics_).check();
    catalogue::Merge merge(*catalogue_, diagnostics_);
    const grammar::RecordReader root(*xml, sources_, xml->root());
    catalogue::read_entries(root, merge, diagnostics_);
    catalogue::read_rules(root, *catalogue_, diagnostics_);
    files_.push_back(std::move(xml));
  }

  std::shared_ptr<const Catalogue> finish() {
    references_.resolve();
    catalogue::tie_together(*catalogue_, diagnostics_);
    catalogue::check_rules(*catalogue_, diagnostics_);
    return std::move(catalogue_);
  }

 private:
  Sources& sources_;
  Diagnostics& diagnostics_;
  grammar::References references_;
  std::vector<std::unique_ptr<XmlFile>> files_;
  std::shared_ptr<Catalogue> catalogue_ = std::make_shared<Catalogue>();
};

}  // namespace

std::shared_ptr<const Catalogue> read_catalogues(std::span<const CatalogueText> built_in,
                                                 std::span<const OwnCatalogue> own, Sources& sources,
                                                 Diagnostics& diagnostics) {
  Reading reading(sources, diagnostics);
  for (const CatalogueText& one : built_in) {
    const FileId file = sources.add(one.path, one.text);
    reading.add(parse_guarded(file, sources.text(file), diagnostics));
  }
  for (const OwnCatalogue& one : own) {
    Diagnostics found;
    std::unique_ptr<XmlFile> xml = read_xml(one.path, sources, found);
    diagnostics.absorb(std::move(found), [&](Diagnostic& d) {
      if (!d.place.known() && !d.related.known()) d.related = one.named_at;
    });
    reading.add(std::move(xml));
  }
  return reading.finish();
}

}  // namespace keuzekaart
