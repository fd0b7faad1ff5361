#include "importers/guarded_zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <utility>

#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view local_header = "PK\x03\x04";
constexpr std::string_view central_header = "PK\x01\x02";

struct Closer {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// How often the mark of an entry of the list of files stands in the bytes: libzip reads that list whole before it says
/// how long it is, so a list that is too long must be seen beforehand. Packed data may hold the mark by chance, a
/// handful of times in a gigabyte.
std::size_t listed_entries(std::string_view bytes) {
  std::size_t number = 0;
  for (std::size_t at = bytes.find(central_header); at != std::string_view::npos;
       at = bytes.find(central_header, at + central_header.size()))
    ++number;
  return number;
}

/// Whether a name stays inside the archive and is a name at all.
bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return false;
  if (name.size() > 1 && name[1] == ':') return false;
  if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; })) return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string in_mebibytes(std::size_t bytes) { return fmt::format("{}", bytes / 1024 / 1024); }

/// What libzip knows of a file that may be read.
struct Listed {
  ZipEntry entry;
  zip_uint64_t number = 0;
  zip_uint64_t packed = 0;
};

}  // namespace

struct ZipArchive::Impl {
  std::string path;
  std::string bytes;  ///< libzip reads from here
  ZipLimits limits;
  std::unique_ptr<zip_t, Closer> archive;
  std::vector<ZipEntry> entries;
  std::vector<Listed> listed;  ///< in the order of `entries`
  std::size_t unpacked = 0;    ///< bytes that were unpacked so far

  std::string path_of(std::string_view name) const { return fmt::format("{}/{}", path, name); }

  void report(Code code, std::string_view variant, std::string where, std::vector<std::string> arguments,
              Diagnostics& diagnostics) const {
    diagnostics.report_path(code, std::move(where), std::move(arguments)).variant = variant;
  }

  bool open(Diagnostics& diagnostics) {
    if (bytes.size() > limits.archive_bytes) {
      report(Code::K109, "limit", path, {in_mebibytes(limits.archive_bytes)}, diagnostics);
      return false;
    }
    if (listed_entries(bytes) > limits.entries) return too_many(diagnostics);
    if (bytes.empty()) return damaged(diagnostics);  // libzip would call it an archive of nothing
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) throw std::bad_alloc();
    archive.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (archive == nullptr) {
      zip_source_free(source);
      return damaged(diagnostics);
    }
    const zip_int64_t number = zip_get_num_entries(archive.get(), 0);
    if (number > static_cast<zip_int64_t>(limits.entries)) return too_many(diagnostics);
    for (zip_int64_t i = 0; i < number; ++i) list(static_cast<zip_uint64_t>(i), diagnostics);
    drop_repeats(diagnostics);
    return true;
  }

  bool damaged(Diagnostics& diagnostics) const {
    report(Code::K121, "", path, {}, diagnostics);
    return false;
  }
  bool too_many(Diagnostics& diagnostics) const {
    report(Code::K122, "entries", path, {fmt::format("{}", limits.entries)}, diagnostics);
    return false;
  }

  /// Lists a file that may be read; says why when it may not.
  void list(zip_uint64_t number, Diagnostics& diagnostics) {
    zip_stat_t status;
    zip_stat_init(&status);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(archive.get(), number, 0, &status) != 0 || (status.valid & needed) != needed)
      return report(Code::K121, "", path, {}, diagnostics);
    const std::string_view name = status.name;
    if (name.ends_with('/') && stays_inside(name)) return;  // a folder
    if (!stays_inside(name)) return report(Code::K123, "", path_of(name), {}, diagnostics);
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
      return report(Code::K124, "", path_of(name), {}, diagnostics);
    if (zip_compression_method_supported(status.comp_method, 0) == 0)
      return report(Code::K125, "", path_of(name), {fmt::format("{}", status.comp_method)}, diagnostics);
    listed.push_back({{std::string(name), status.size}, number, status.comp_size});
  }

  /// Sorts by name. The first of two files with one name counts, whatever a later reader would take.
  void drop_repeats(Diagnostics& diagnostics) {
    std::sort(listed.begin(), listed.end(), [](const Listed& a, const Listed& b) {
      return a.entry.name != b.entry.name ? a.entry.name < b.entry.name : a.number < b.number;
    });
    std::vector<Listed> kept;
    for (Listed& one : listed)
      if (!kept.empty() && kept.back().entry.name == one.entry.name)
        report(Code::K126, "", path_of(one.entry.name), {}, diagnostics);
      else
        kept.push_back(std::move(one));
    listed = std::move(kept);
    for (const Listed& one : listed) entries.push_back(one.entry);
  }

  std::optional<std::string> read(const ZipEntry& entry, Diagnostics& diagnostics) {
    const auto refuse = [&](Code code, std::string_view variant, std::vector<std::string> arguments = {}) {
      report(code, variant, path_of(entry.name), std::move(arguments), diagnostics);
      return std::nullopt;
    };
    const Listed& found = listed[static_cast<std::size_t>(&entry - entries.data())];
    if (entry.bytes > limits.entry_bytes) return refuse(Code::K122, "entry", {in_mebibytes(limits.entry_bytes)});
    if (entry.bytes > limits.ratio_from_bytes && entry.bytes / limits.ratio > found.packed)
      return refuse(Code::K122, "ratio", {fmt::format("{}", limits.ratio)});
    if (entry.bytes > limits.total_bytes - unpacked)
      return refuse(Code::K122, "total", {in_mebibytes(limits.total_bytes)});
    const std::unique_ptr<zip_file_t, Closer> file(zip_fopen_index(archive.get(), found.number, 0));
    if (file == nullptr) return refuse(Code::K121, "entry");
    // One byte more than the archive says: a file that is larger than its entry is a lie, and seen.
    std::string content(static_cast<std::size_t>(entry.bytes) + 1, '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
      const zip_int64_t got = zip_fread(file.get(), content.data() + filled, content.size() - filled);
      if (got < 0) return refuse(Code::K121, "entry");
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    if (filled != entry.bytes) return refuse(Code::K121, "entry");
    content.resize(filled);
    unpacked += filled;
    return content;
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipArchive::~ZipArchive() = default;

std::unique_ptr<ZipArchive> ZipArchive::open(const std::string& path, Diagnostics& diagnostics,
                                             const ZipLimits& limits) {
  std::optional<std::string> bytes = read_file(path, diagnostics, limits.archive_bytes);
  return bytes ? open_bytes(path, std::move(*bytes), diagnostics, limits) : nullptr;
}

std::unique_ptr<ZipArchive> ZipArchive::open_bytes(std::string path, std::string bytes, Diagnostics& diagnostics,
                                                   const ZipLimits& limits) {
  auto impl = std::make_unique<Impl>();
  impl->path = std::move(path);
  impl->bytes = std::move(bytes);
  impl->limits = limits;
  if (!impl->open(diagnostics)) return nullptr;
  return std::unique_ptr<ZipArchive>(new ZipArchive(std::move(impl)));
}

const std::vector<ZipEntry>& ZipArchive::entries() const { return impl_->entries; }

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto found = std::lower_bound(impl_->entries.begin(), impl_->entries.end(), name,
                                      [](const ZipEntry& e, std::string_view wanted) { return e.name < wanted; });
  return found == impl_->entries.end() || found->name != name ? nullptr : &*found;
}

std::optional<std::string> ZipArchive::read(const ZipEntry& entry, Diagnostics& diagnostics) {
  return impl_->read(entry, diagnostics);
}

std::string ZipArchive::path_of(const ZipEntry& entry) const { return impl_->path_of(entry.name); }

bool looks_like_zip(std::string_view head) { return head.starts_with(local_header); }

}  // namespace keuzekaart
