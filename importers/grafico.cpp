#include "importers/grafico.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <exception>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "importers/folder_walk.hpp"
#include "importers/grafico_file.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/read_file.hpp"
#include "modeler/archimate/link.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::ArchimateModel;
using archimate::Folder;

namespace {

constexpr std::string_view model_file = "folder.xml";
/// The folders at the top of every GRAFICO model.
constexpr std::string_view layers[] = {"strategy",   "business",   "application",
                                       "technology", "motivation", "implementation_migration",
                                       "other",      "relations",  "diagrams"};
constexpr std::size_t files_at_a_time = 64;
constexpr unsigned most_threads = 4;

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string inside(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

/// Reads whole files into one buffer that grows to the largest.
class FileBytes {
 public:
  /// Nothing, or the system's error.
  int read(int folder, const char* name) {
    const int file = ::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return errno;
    int error = 0;
    size_ = 0;
    for (;;) {
      if (size_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
      const ssize_t got = ::read(file, buffer_.data() + size_, buffer_.size() - size_);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) error = errno;
      if (got <= 0) break;
      size_ += static_cast<std::size_t>(got);
    }
    ::close(file);
    return error;
  }
  std::string_view bytes() const { return std::string_view(buffer_).substr(0, size_); }

 private:
  std::string buffer_ = std::string(std::size_t{256} * 1024, '\0');
  std::size_t size_ = 0;
};

/// A folder that stays open while files in it are read.
class OpenFolder {
 public:
  OpenFolder() = default;
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  ~OpenFolder() { close(); }

  int in(const FolderTree& tree, std::uint32_t folder) {
    if (descriptor_ >= 0 && folder == folder_) return descriptor_;
    close();
    folder_ = folder;
    descriptor_ = ::open(tree.path_of(tree.folders[folder]).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return descriptor_;
  }

 private:
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }
  int descriptor_ = -1;
  std::uint32_t folder_ = 0;
};

/// Reads the files of a tree, several at a time in as many threads as are given it. A file's number is known before it
/// is read, and each run of files has a part of its own, so that the result is that of reading in order.
class TreeReader {
 public:
  TreeReader(const FolderTree& tree, std::size_t first_file)
      : tree_(tree), first_file_(first_file), texts_(tree.files.size()) {
    parts_.resize((tree.files.size() + files_at_a_time - 1) / files_at_a_time);
  }

  void run() {
    const std::size_t threads = std::clamp<std::size_t>(
        std::min<std::size_t>(std::thread::hardware_concurrency(), parts_.size() / 4), 1, most_threads);
    std::vector<TextPool> pools(threads);
    std::vector<std::exception_ptr> failures(threads);
    {
      std::vector<std::jthread> others;
      try {
        for (std::size_t i = 1; i < threads; ++i)
          others.emplace_back([this, &pools, &failures, i] { work(pools[i], failures[i]); });
      } catch (const std::system_error&) {  // no thread to be had: those that there are do it all
      }
      work(pools[0], failures[0]);
    }
    for (const std::exception_ptr& failure : failures)
      if (failure) std::rethrow_exception(failure);
    for (TextPool& pool : pools) pool_.absorb(std::move(pool));
  }

  std::vector<GraficoPart>& parts() { return parts_; }
  std::vector<std::string>& texts() { return texts_; }
  TextPool& pool() { return pool_; }

 private:
  void work(TextPool& pool, std::exception_ptr& failure) {
    try {
      FileBytes bytes;
      OpenFolder folder;
      XmlOutline xml;
      for (std::size_t part = next_++; part < parts_.size(); part = next_++) {
        const std::size_t end = std::min(tree_.files.size(), (part + 1) * files_at_a_time);
        for (std::size_t i = part * files_at_a_time; i < end; ++i) read(i, bytes, folder, xml, pool, parts_[part]);
      }
    } catch (...) {
      failure = std::current_exception();
    }
  }

  void read(std::size_t number, FileBytes& bytes, OpenFolder& folders, XmlOutline& xml, TextPool& pool,
            GraficoPart& part) {
    const WalkedFile& file = tree_.files[number];
    const int folder = folders.in(tree_, file.folder);
    const int error = folder < 0 ? errno : bytes.read(folder, file.name.c_str());
    if (error != 0) {
      report_cannot_read(tree_.path_of(tree_.folders[file.folder], file.name), error, part.diagnostics);
      return;
    }
    std::string& text = texts_[number];
    text = bytes.bytes();
    const auto id = static_cast<FileId>(first_file_ + number);
    if (const std::optional<XmlFault> fault = check_xml(text, xml)) {
      report_fault(*fault, id, part.diagnostics);
      return;
    }
    take_grafico_file({id, text, xml, file.folder}, pool, part);
  }

  const FolderTree& tree_;
  std::size_t first_file_;
  std::vector<std::string> texts_;
  std::vector<GraficoPart> parts_;
  TextPool pool_;
  std::atomic<std::size_t> next_ = 0;
};

/// Every folder of the tree, named by its folder file where it has one.
std::vector<Folder> named_folders(const FolderTree& tree, const GraficoPart& read, TextPool& pool) {
  std::vector<Folder> folders(tree.folders.size());
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const std::string_view path = tree.folders[i].path;
    folders[i].name.value = pool.keep(path.substr(path.rfind('/') + 1));
  }
  for (std::size_t i = read.folder_numbers.size(); i-- > 0;) folders[read.folder_numbers[i]] = read.model.folders[i];
  for (std::size_t i = 0; i < folders.size(); ++i) folders[i].parent = tree.folders[i].parent;
  return folders;
}

}  // namespace

std::string grafico_model_folder(const std::string& path) {
  std::string model = inside(path, "model");
  return !is_file(inside(path, model_file)) && is_folder(model) ? model : path;
}

bool recognises_grafico(const Candidate& candidate) {
  if (!candidate.folder) return false;
  const std::string folder = grafico_model_folder(candidate.path);
  if (!is_file(inside(folder, model_file))) return false;
  return std::any_of(std::begin(layers), std::end(layers),
                     [&](std::string_view layer) { return is_file(inside(inside(folder, layer), model_file)); });
}

ArchimateModel read_grafico(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.all().size();
  const FolderTree tree = walk_folder(grafico_model_folder(path), ".xml", diagnostics);
  if (tree.files.empty()) {
    if (diagnostics.all().size() == errors_before) diagnostics.report_path(Code::K102, path);
    return {};
  }
  TreeReader reader(tree, sources.count());
  reader.run();
  for (std::size_t i = 0; i < tree.files.size(); ++i)
    sources.add(tree.path_of(tree.folders[tree.files[i].folder], tree.files[i].name), std::move(reader.texts()[i]));
  GraficoPart all;
  reserve_for(all, reader.parts());
  for (GraficoPart& part : reader.parts()) append(all, std::move(part));
  sources.pool().absorb(std::move(reader.pool()));
  all.model.folders = named_folders(tree, all, sources.pool());
  diagnostics.absorb(std::move(all.diagnostics));
  archimate::link(all.model, diagnostics);
  return std::move(all.model);
}

}  // namespace keuzekaart
