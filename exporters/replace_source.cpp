#include "exporters/replace_source.hpp"

#include <algorithm>
#include <cerrno>
#include <set>

#include "exporters/staged_output.hpp"

namespace keuzekaart {

namespace {

using Kind = OutputFileSystem::Kind;

void check(int error, const std::string& path) {
  if (error != 0) throw OutputError(Code::K501, path, error);
}

/// A hidden path beside another.
std::string hidden(const std::string& path, std::string_view ending) {
  const std::size_t name = path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1;
  return path.substr(0, name) + "." + path.substr(name) + std::string(ending);
}

bool exists(OutputFileSystem& files, const std::string& path) {
  Kind kind{};
  check(files.look(path, kind), path);
  return kind != Kind::missing;
}

/// Makes a folder and those that it is in, as far as they are missing.
void make_folders(OutputFileSystem& files, const std::string& path) {
  if (exists(files, path)) return;
  if (const std::string parent = parent_of(path); parent != path) make_folders(files, parent);
  check(files.make_folder(path), path);
}

/// Removes what stands there and everything in it; a link and not what it points to. Gives the first error.
int remove_all(OutputFileSystem& files, const std::string& path) {
  Kind kind{};
  if (const int error = files.look(path, kind)) return error;
  if (kind == Kind::missing) return 0;
  if (kind != Kind::folder) return files.remove_file(path);
  std::vector<std::string> names;
  int first = files.list(path, names);
  for (const std::string& name : names) {
    const int error = remove_all(files, path + "/" + name);
    if (first == 0) first = error;
  }
  const int error = files.remove_folder(path);
  return first == 0 ? error : first;
}

void write(OutputFileSystem& files, const std::string& path, std::string_view bytes, bool sync) {
  int descriptor = -1;
  check(files.create(path, descriptor), path);
  int error = files.write(descriptor, bytes);
  if (error == 0 && sync) error = files.sync(descriptor);
  const int closed = files.close(descriptor);
  check(error != 0 ? error : closed, path);
}

std::string read(OutputFileSystem& files, const std::string& path) {
  std::string bytes;
  check(files.read(path, bytes), path);
  return bytes;
}

/// The folder that two runs may not change at the same time.
class Lock {
 public:
  Lock(OutputFileSystem& files, const std::string& folder) : files_(files) {
    const int error = files_.lock(folder, descriptor_);
    if (error == EWOULDBLOCK) throw OutputError(Code::K504, folder);
    check(error, folder);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock() { files_.unlock(descriptor_); }

 private:
  OutputFileSystem& files_;
  int descriptor_ = -1;
};

/// Writes the files of a folder that is not there yet, and waits until they are on the disk.
void write_folder(OutputFileSystem& files, const std::string& folder, const std::vector<CopiedFile>& copied) {
  check(files.make_folder(folder), folder);
  std::set<std::string> made{folder};
  for (const CopiedFile& file : copied) {
    const std::string path = folder + "/" + file.name;
    if (made.insert(parent_of(path)).second) make_folders(files, parent_of(path));
    write(files, path, read(files, file.from), false);
  }
  check(files.sync_all(folder), folder);
}

/// What stands at `path` is called `kept`, and `whole` stands at `path`. After an error all is as it was, unless going
/// back failed too: then K225 says where the other version is.
void change_places(OutputFileSystem& files, const std::string& path, const std::string& kept,
                   const std::string& whole) {
  const auto go_back = [&](int went, int error, const std::string& at) {
    if (went != 0) throw OutputError(Code::K225, whole, went);
    check(error, at);
  };
  const int exchanged = files.exchange(whole, path);
  if (exchanged == 0) {
    if (const int error = files.rename(whole, kept)) go_back(files.exchange(whole, path), error, kept);
    return;
  }
  if (exchanged != EINVAL && exchanged != ENOSYS && exchanged != EOPNOTSUPP) check(exchanged, path);
  check(files.rename(path, kept), path);
  if (const int error = files.rename(whole, path)) go_back(files.rename(kept, path), error, path);
}

}  // namespace

void replace_files(OutputFileSystem& files, const std::vector<ReplacedFile>& replaced, bool overwrite) {
  struct Step {
    const ReplacedFile* file;
    std::string before, after, staged;
    bool done = false;
  };
  std::vector<Step> steps;
  std::vector<std::string> copies;  // that were not there before
  for (const ReplacedFile& file : replaced) {
    const std::string& in_the_way = file.kept.empty() ? file.path : file.kept;
    const bool there = exists(files, in_the_way);
    if (there && !overwrite) throw OutputError(Code::K502, in_the_way);
    Step step{&file, {}, {}, hidden(file.path, StagedOutput::staging_name)};
    if (!file.kept.empty()) step.before = read(files, file.path);
    if (!file.fresh.empty()) step.after = read(files, file.fresh);
    if (!file.kept.empty() && !there) copies.push_back(file.kept);
    steps.push_back(std::move(step));
  }
  try {
    for (const Step& step : steps) {
      if (step.file->kept.empty()) continue;
      make_folders(files, parent_of(step.file->kept));
      write_file_staged(files, step.file->kept, step.before, overwrite);
    }
    for (const Step& step : steps) {
      if (step.file->fresh.empty()) continue;
      make_folders(files, parent_of(step.file->path));
      files.remove_file(step.staged);
      write(files, step.staged, step.after, true);
    }
    for (Step& step : steps) {
      if (step.file->fresh.empty()) continue;
      check(files.rename(step.staged, step.file->path), step.file->path);
      step.done = true;
      files.sync_folder(parent_of(step.file->path));
    }
  } catch (const OutputError&) {
    for (const Step& step : steps) {
      if (step.done && step.file->kept.empty()) files.remove_file(step.file->path);
      if (step.done && !step.file->kept.empty()) write_file_staged(files, step.file->path, step.before, true);
      if (!step.file->fresh.empty()) files.remove_file(step.staged);
    }
    for (const std::string& copy : copies) {
      files.remove_file(copy);
      files.remove_folder(parent_of(copy));  // when nothing else is in it
    }
    throw;
  }
}

std::string replace_folder(OutputFileSystem& files, const std::string& path, const std::string& kept,
                           const std::vector<CopiedFile>& copied, bool overwrite) {
  const std::string part = hidden(path, StagedOutput::staging_name);
  const std::string whole = hidden(path, ".keuzekaart-wissel");
  const std::string older = hidden(path, ".keuzekaart-oud");
  const Lock lock(files, parent_of(path));
  if (exists(files, whole)) throw OutputError(Code::K225, whole);
  if (exists(files, older)) {  // of a run that was killed
    if (exists(files, kept))
      check(remove_all(files, older), older);
    else
      check(files.rename(older, kept), kept);
  }
  const bool replaces_kept = exists(files, kept);
  if (replaces_kept && !overwrite) throw OutputError(Code::K502, kept);
  check(remove_all(files, part), part);
  bool moved_kept = false;
  try {
    write_folder(files, part, copied);
    check(files.rename(part, whole), part);
    if (replaces_kept) {
      check(files.rename(kept, older), kept);
      moved_kept = true;
    }
    change_places(files, path, kept, whole);
  } catch (const OutputError& error) {
    if (error.code() == Code::K225) throw;  // both versions are there; nothing may go
    if (moved_kept) files.rename(older, kept);
    remove_all(files, part);
    remove_all(files, whole);
    throw;
  }
  files.sync_folder(parent_of(path));
  return remove_all(files, older) == 0 ? std::string() : older;
}

}  // namespace keuzekaart
