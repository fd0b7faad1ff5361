#include "exporters/staged_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

using Kind = OutputFileSystem::Kind;

constexpr std::string_view manifest_heading = "keuzekaart-manifest 1\n";

/// FNV-1a, 64 bits: enough to see that a file was changed by hand; it guards against nobody.
std::string checksum_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

void check_name(std::string_view name) {
  std::string_view rest = name;
  for (;;) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    const bool bad_character = std::ranges::any_of(part, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (part.empty() || part.front() == '.' || bad_character)
      throw std::invalid_argument("not a name for an output file: " + std::string(name));
    if (slash == std::string_view::npos) return;
    rest.remove_prefix(slash + 1);
  }
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

OutputError::OutputError(Code code, std::string path, int system_error)
    : std::runtime_error(fmt::format(
          "{}: {}", path, system_error == 0 ? row_of(code).name : std::string_view(std::strerror(system_error)))),
      code_(code),
      path_(std::move(path)),
      system_error_(system_error) {}

StagedOutput::StagedOutput(OutputFileSystem& files, std::string folder, StagedOutputOptions options)
    : files_(files), folder_(folder.empty() ? "." : std::move(folder)), options_(options) {
  while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
  staging_ = at(staging_name);
  try {
    make_folders(folder_, made_folders_);
    Kind kind{};
    check(files_.look(staging_, kind), staging_);
    if (kind == Kind::missing) check(files_.make_folder(staging_), folder_);
    const int locked = files_.lock(staging_, lock_);
    if (locked == EWOULDBLOCK) {
      keep_staging_ = true;
      throw OutputError(Code::K504, folder_);
    }
    check(locked, staging_);
    recover();
  } catch (const OutputError&) {
    clean();
    throw;
  }
}

StagedOutput::~StagedOutput() { clean(); }

std::string StagedOutput::at(std::string_view name) const { return folder_ + "/" + std::string(name); }

std::string StagedOutput::staged(char kind, std::size_t number) const {
  return fmt::format("{}/{}{}", staging_, kind, number);
}

void StagedOutput::check(int error, const std::string& path) const {
  if (error != 0) throw OutputError(Code::K501, path, error);
}

void StagedOutput::make_folders(const std::string& path, std::vector<std::string>& made) {
  Kind kind{};
  check(files_.look(path, kind), path);
  if (kind == Kind::file) throw OutputError(Code::K501, path, ENOTDIR);
  if (kind != Kind::missing) return;
  if (const std::string parent = parent_of(path); parent != path) make_folders(parent, made);
  check(files_.make_folder(path), path);
  made.push_back(path);
}

void StagedOutput::write_new(const std::string& path, std::string_view bytes) {
  int descriptor = -1;
  check(files_.create(path, descriptor), path);
  int error = files_.write(descriptor, bytes);
  if (error == 0) error = files_.sync(descriptor);
  const int closed = files_.close(descriptor);
  check(error != 0 ? error : closed, path);
}

StagedOutput::Entry StagedOutput::entry_of(std::string_view bytes) { return {bytes.size(), checksum_of(bytes)}; }

void StagedOutput::add(std::string_view name, std::string_view bytes) {
  check_name(name);
  if (added_.contains(name)) throw std::invalid_argument("output file added twice: " + std::string(name));
  const std::size_t number = numbers_.size();
  const std::string path = staged('n', number);
  try {
    write_new(path, bytes);
  } catch (const OutputError& error) {
    throw OutputError(error.code(), at(name), error.system_error());
  }
  added_.emplace(name, entry_of(bytes));
  numbers_.emplace(name, number);
}

std::vector<std::string> StagedOutput::names() const {
  std::vector<std::string> names;
  for (const auto& [name, entry] : added_) names.push_back(name);
  return names;
}

StagedOutput::Manifest StagedOutput::read_manifest() {
  Manifest manifest;
  std::string text;
  const std::string path = at(manifest_name);
  Kind kind{};
  check(files_.look(path, kind), path);
  if (kind == Kind::missing) return manifest;
  check(files_.read(path, text), path);
  if (!text.starts_with(manifest_heading)) return manifest;  // not ours: then nothing here is
  std::string_view rest = std::string_view(text).substr(manifest_heading.size());
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) continue;
    Entry entry;
    std::from_chars(line.data(), line.data() + first, entry.size);
    entry.checksum = line.substr(first + 1, second - first - 1);
    manifest.emplace(line.substr(second + 1), std::move(entry));
  }
  return manifest;
}

void StagedOutput::refuse_foreign(const std::string& name, const Manifest& manifest) {
  const std::string path = at(name);
  const auto ours = manifest.find(name);
  if (ours == manifest.end()) throw OutputError(Code::K502, path);
  std::string bytes;
  check(files_.read(path, bytes), path);
  if (entry_of(bytes) != ours->second) throw OutputError(Code::K503, path);
}

void StagedOutput::publish() {
  Manifest manifest = read_manifest();
  std::vector<Move> moves(numbers_.size());
  for (const auto& [name, number] : numbers_) {
    Kind kind{};
    const int looked = files_.look(at(name), kind);
    check(looked == ENOTDIR ? 0 : looked, at(name));
    if (kind == Kind::folder) throw OutputError(Code::K501, at(name), EISDIR);
    const bool exists = looked == 0 && kind != Kind::missing;
    if (exists && !options_.overwrite) refuse_foreign(name, manifest);
    moves[number] = {name, exists, true};
  }
  for (auto old = manifest.begin(); old != manifest.end();) {
    Kind kind{};
    if (files_.look(at(old->first), kind) != 0 || kind != Kind::file) {
      old = manifest.erase(old);
      continue;
    }
    if (options_.replace_all && !added_.contains(old->first)) {
      std::string bytes;
      check(files_.read(at(old->first), bytes), at(old->first));
      // One that a person changed is theirs now: it stays, and is no longer in our manifest.
      if (entry_of(bytes) == old->second) moves.push_back({old->first, true, false});
      old = manifest.erase(old);
      continue;
    }
    ++old;
  }
  for (const auto& [name, entry] : added_) manifest.insert_or_assign(name, entry);

  std::string listing(manifest_heading);
  for (const auto& [name, entry] : manifest) listing += fmt::format("{} {} {}\n", entry.size, entry.checksum, name);
  write_new(staged('n', moves.size()), listing);
  Kind kind{};
  check(files_.look(at(manifest_name), kind), at(manifest_name));
  moves.push_back({std::string(manifest_name), kind != Kind::missing, true});

  std::vector<std::string> folders;
  std::string journal;
  for (const Move& move : moves)
    journal += fmt::format("{}{} {}\n", move.had_old ? 'o' : '-', move.has_new ? 'n' : '-', move.name);
  write_new(staging_ + "/dagboek", journal);
  try {
    check(files_.sync_folder(staging_), staging_);
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const Move& move = moves[i];
      if (move.had_old) check(files_.rename(at(move.name), staged('o', i)), at(move.name));
      if (!move.has_new) continue;
      make_folders(parent_of(at(move.name)), folders);
      check(files_.rename(staged('n', i), at(move.name)), at(move.name));
    }
    check(files_.sync_folder(folder_), folder_);
    // From here on the new output counts.
    check(files_.remove_file(staging_ + "/dagboek"), staging_);
  } catch (const OutputError&) {
    keep_staging_ = true;
    roll_back(moves, folders);
    keep_staging_ = false;
    throw;
  }
  made_folders_.clear();
  clean();
}

void StagedOutput::roll_back(const std::vector<Move>& moves, const std::vector<std::string>& folders) {
  for (std::size_t i = moves.size(); i-- > 0;) {
    Kind old_kind{};
    Kind new_kind{};
    check(files_.look(staged('o', i), old_kind), staged('o', i));
    check(files_.look(staged('n', i), new_kind), staged('n', i));
    const std::string target = at(moves[i].name);
    const bool was_placed = moves[i].has_new && new_kind == Kind::missing;
    if (old_kind != Kind::missing)
      check(files_.rename(staged('o', i), target), target);
    else if (was_placed && !moves[i].had_old)
      if (const int error = files_.remove_file(target); error != ENOENT && error != ENOTDIR) check(error, target);
  }
  for (std::size_t i = folders.size(); i-- > 0;) files_.remove_folder(folders[i]);
}

void StagedOutput::recover() {
  const std::string path = staging_ + "/dagboek";
  Kind kind{};
  check(files_.look(path, kind), path);
  if (kind != Kind::missing) {
    std::string journal;
    check(files_.read(path, journal), path);
    std::vector<Move> moves;
    std::vector<std::string> folders;
    for (std::string_view rest = journal; !rest.empty();) {
      const std::string_view line = next_line(rest);
      if (line.size() < 4) break;  // cut off while being written: then no file was moved yet
      moves.push_back({std::string(line.substr(3)), line[0] == 'o', line[1] == 'n'});
      if (moves.back().name.find('/') != std::string::npos) folders.push_back(parent_of(at(moves.back().name)));
    }
    keep_staging_ = true;
    roll_back(moves, folders);
    check(files_.remove_file(path), path);
    keep_staging_ = false;
  }
  std::vector<std::string> left;
  check(files_.list(staging_, left), staging_);
  for (const std::string& name : left) check(files_.remove_file(staging_ + "/" + name), staging_ + "/" + name);
}

void StagedOutput::clean() noexcept {
  if (!keep_staging_) {
    std::vector<std::string> left;
    if (files_.list(staging_, left) == 0)
      // Sorted, so the journal goes first: without it what is left means nothing. Should it stay, so does the rest.
      for (const std::string& name : left)
        if (files_.remove_file(staging_ + "/" + name) != 0) break;
    files_.remove_folder(staging_);
    for (std::size_t i = made_folders_.size(); i-- > 0;) files_.remove_folder(made_folders_[i]);
    made_folders_.clear();
  }
  files_.unlock(lock_);
  lock_ = -1;
}

void write_file_staged(OutputFileSystem& files, const std::string& path, std::string_view bytes, bool overwrite) {
  Kind kind{};
  const auto check = [&path](int error) {
    if (error != 0) throw OutputError(Code::K501, path, error);
  };
  check(files.look(path, kind));
  if (kind == Kind::folder) check(EISDIR);
  if (kind != Kind::missing && !overwrite) throw OutputError(Code::K502, path);
  const std::string folder = parent_of(path);
  const std::size_t name_at = path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/') + 1;
  const std::string temporary = folder + "/." + path.substr(name_at) + std::string(StagedOutput::staging_name);
  files.remove_file(temporary);
  int descriptor = -1;
  check(files.create(temporary, descriptor));
  int error = files.write(descriptor, bytes);
  if (error == 0) error = files.sync(descriptor);
  const int closed = files.close(descriptor);
  if (error == 0) error = closed;
  if (error == 0) error = files.rename(temporary, path);
  if (error != 0) files.remove_file(temporary);
  check(error);
  files.sync_folder(folder);
}

}  // namespace keuzekaart
