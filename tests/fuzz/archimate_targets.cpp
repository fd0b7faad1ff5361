// The forms in which an ArchiMate model is handed on, and the archives that some of them come in.
#include <algorithm>
#include <array>
#include <string>

#include "importers/archi_csv.hpp"
#include "importers/archimate_file.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/open_exchange.hpp"
#include "tests/fuzz/fuzz_run.hpp"
#include "tests/fuzz/fuzz_targets.hpp"

namespace keuzekaart::fuzz {

namespace {

using archimate::ArchimateModel;
using archimate::Concept;

void check_run(archimate::Run run, std::size_t size) {
  promise(run.first <= size && run.count <= size - run.first, "a run inside its list");
}

/// What holds of every model, whatever it was read from.
void check(const Run& run, const ArchimateModel& model) {
  run.check_messages();
  promise(std::ranges::is_sorted(model.concepts, {}, [](const Concept& c) { return c.id.value; }), "sorted by id");
  for (const Concept& c : model.concepts) {
    for (const Text& text : {c.id, c.name, c.documentation, c.type_name, c.source_id, c.target_id}) run.check(text);
    check_run(c.properties, model.properties.size());
    check_run(c.profiles, model.profile_references.size());
    check_run(c.other_texts, model.other_texts.size());
    promise(c.folder == 0 || c.folder < model.folders.size(), "a folder that is there");
    for (const archimate::ConceptId end : {c.source, c.target})
      promise(end == archimate::ConceptId::none || archimate::index_of(end) < model.concepts.size(),
              "an end that is there");
  }
  for (const archimate::Property& p : model.properties) {
    run.check(p.key);
    run.check(p.value);
  }
  for (const archimate::View& v : model.views) check_run(v.shown, model.shown_ids.size());
}

void run_archimate(std::string_view bytes) {
  recognises_archimate({"in.archimate", false, bytes.substr(0, 65536)});
  Run run;
  check(run, read_archimate_bytes("in.archimate", std::string(bytes), run.sources, run.diagnostics));
}

void run_open_exchange(std::string_view bytes) {
  recognises_open_exchange({"in.xml", false, bytes.substr(0, 65536)});
  Run run;
  check(run, read_open_exchange_bytes("in.xml", std::string(bytes), run.sources, run.diagnostics));
}

/// The three tables stand behind each other, with a form feed between them.
void run_archi_csv(std::string_view bytes) {
  recognises_archi_csv({"in.csv", false, bytes.substr(0, 65536)});
  std::array<std::string, 3> parts;
  for (std::string& part : parts) {
    const std::size_t end = std::min(bytes.find('\f'), bytes.size());
    part = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  Run run;
  check(run, read_archi_csv_bytes(std::move(parts), run.sources, run.diagnostics));
}

void run_zip(std::string_view bytes) {
  Run run;
  ZipLimits small;
  small.entries = 100;
  small.entry_bytes = small.total_bytes = std::size_t{1024} * 1024;
  const auto archive = ZipArchive::open_bytes("in.zip", std::string(bytes), run.diagnostics, small);
  if (archive == nullptr) {
    promise(run.diagnostics.has_errors(), "an archive that is refused is said to be");
    return;
  }
  std::size_t unpacked = 0;
  for (const ZipEntry& entry : archive->entries()) {
    promise(!entry.name.starts_with("../") && !entry.name.starts_with("/"), "names stay inside");
    const std::size_t said = run.diagnostics.all().size();
    const std::optional<std::string> content = archive->read(entry, run.diagnostics);
    promise(content || run.diagnostics.all().size() > said, "a file that is refused is said to be");
    if (content) unpacked += content->size();
  }
  promise(unpacked <= small.total_bytes, "no more than the limit is unpacked");
}

constexpr Target all[] = {
    {"archimate", run_archimate}, {"open-exchange", run_open_exchange}, {"archi-csv", run_archi_csv}, {"zip", run_zip}};

}  // namespace

std::span<const Target> archimate_targets() { return all; }

}  // namespace keuzekaart::fuzz
