#include "importers/format_registry.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include "importers/archi_csv.hpp"
#include "importers/archimate_file.hpp"
#include "importers/bpmn.hpp"
#include "importers/folder_walk.hpp"
#include "importers/foreign_formats.hpp"
#include "importers/grafico.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/i_navigator.hpp"
#include "importers/open_exchange.hpp"
#include "importers/open_product.hpp"
#include "importers/own_lists.hpp"
#include "importers/own_lists/suggestion.hpp"
#include "importers/read_file.hpp"
#include "importers/samenwerkende_catalogi.hpp"
#include "importers/selection_list.hpp"
#include "importers/task_fields.hpp"
#include "importers/text_encoding.hpp"
#include "importers/upl.hpp"
#include "importers/xlsx/workbook.hpp"
#include "importers/zgw.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t head_size = std::size_t{64} * 1024;

/// A reader of one form of record as a row of the table wants it.
template <auto read>
SourceContent content(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  return read(path, sources, diagnostics);
}

constexpr std::array all_formats{
    Format{"grafico", recognises_grafico, content<read_grafico>},
    Format{"archimate", recognises_archimate, content<read_archimate>},
    Format{"open-exchange", recognises_open_exchange, content<read_open_exchange>},
    Format{"archi-csv", recognises_archi_csv, content<read_archi_csv>},
    Format{"bpmn", recognises_bpmn, read_bpmn},
    Format{"i-navigator", recognises_i_navigator, read_i_navigator},
    Format{"upl", recognises_upl, read_upl},
    Format{"upl-json", recognises_upl_json, read_upl_json},
    Format{"samenwerkende-catalogi", recognises_samenwerkende_catalogi, read_samenwerkende_catalogi},
    Format{"zgw", recognises_zgw, read_zgw},
    Format{"open-product", recognises_open_product, read_open_product},
    Format{"iv3", recognises_task_fields, read_task_fields},
    Format{"selectielijst", recognises_selection_list, read_selection_list},
    Format{"eigen-lijsten", recognises_own_lists, read_own_lists},
};

/// The first bytes of a file; nothing, with K101, when it cannot be read.
std::optional<std::string> read_head(const std::string& path, Diagnostics& diagnostics) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::string head(head_size, '\0');
  std::size_t filled = 0;
  int error = file < 0 ? errno : 0;
  while (error == 0 && filled < head.size()) {
    const ssize_t got = ::read(file, head.data() + filled, head.size() - filled);
    if (got < 0 && errno != EINTR) error = errno;
    if (got == 0) break;
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  if (file >= 0) ::close(file);
  if (error != 0) {
    report_cannot_read(path, error, diagnostics);
    return std::nullopt;
  }
  head.resize(filled);
  return head;
}

/// Lists what is in an archive; nothing, with the reason, when it is none. What is wrong with single files in it is
/// said when it is read.
bool list_archive(Candidate& candidate, Diagnostics& diagnostics) {
  Diagnostics found;
  const std::unique_ptr<ZipArchive> archive = ZipArchive::open(candidate.path, found);
  if (archive == nullptr) {
    diagnostics.absorb(std::move(found));
    return false;
  }
  for (const ZipEntry& entry : archive->entries()) candidate.entries.push_back(entry.name);
  return true;
}

std::string joined(const std::vector<const Format*>& formats) {
  std::string all;
  for (const Format* format : formats) all.append(all.empty() ? "" : ", ").append(format->id);
  return all;
}

const Format* report_unknown(const Candidate& candidate, Diagnostics& diagnostics) {
  if (xlsx::looks_like_workbook(candidate.entries) && own_lists::report_workbook(candidate.path, diagnostics))
    return nullptr;
  LooksLike seems = looks_like(candidate);
  if (seems.variant == "table" || seems.variant == "text") {
    std::vector<std::string> headings = own_lists::likely_headings(candidate.head);
    if (!headings.empty()) {
      own_lists::report_without_description(candidate.path, {{{}, std::move(headings)}}, diagnostics);
      return nullptr;
    }
  }
  std::vector<const Format*> known;
  for (const Format& format : all_formats) known.push_back(&format);
  Diagnostic& reported = diagnostics.report_path(Code::K110, candidate.path, {joined(known)});
  reported.variant = std::move(seems.variant);
  for (std::string& argument : seems.arguments) reported.arguments.push_back(std::move(argument));
  return nullptr;
}

}  // namespace

std::span<const Format> formats() { return all_formats; }

const Format* find_format(std::string_view id) {
  const auto found = std::find_if(all_formats.begin(), all_formats.end(), [&](const Format& f) { return f.id == id; });
  return found == all_formats.end() ? nullptr : &*found;
}

const Format* recognise(const std::string& path, Diagnostics& diagnostics) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    report_cannot_read(path, errno, diagnostics);
    return nullptr;
  }
  Candidate candidate{path, S_ISDIR(status.st_mode), {}};
  std::string head;
  if (candidate.folder) {
    const std::optional<bool> empty = folder_is_empty(path, diagnostics);
    if (!empty) return nullptr;
    if (*empty) {
      diagnostics.report_path(Code::K102, path);
      return nullptr;
    }
  } else {
    std::optional<std::string> bytes = read_head(path, diagnostics);
    if (!bytes) return nullptr;
    if (bytes->empty()) {
      diagnostics.report_path(Code::K102, path).variant = "file";
      return nullptr;
    }
    const std::optional<Encoding> mark = encoding_of_mark(*bytes);
    head = mark ? decode(std::move(*bytes), *mark).text : std::move(*bytes);
    candidate.head = head;
    if (looks_like_zip(head) && !list_archive(candidate, diagnostics)) return nullptr;
  }
  std::vector<const Format*> fits;
  for (const Format& format : all_formats)
    if (format.recognises(candidate)) fits.push_back(&format);
  if (fits.empty()) return report_unknown(candidate, diagnostics);
  if (fits.size() == 1) return fits.front();
  diagnostics.report_path(Code::K111, path, {joined(fits)});
  return nullptr;
}

}  // namespace keuzekaart
