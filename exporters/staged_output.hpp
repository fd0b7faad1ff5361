#pragma once
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/output_file_system.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

/// Output could not be written; nothing was changed. The words stand in the labels under the code: K501 (the system
/// refused; {0} is the reason), K502 (a file that we did not make is in the way), K503 (a file that we made was
/// changed since), K504 (another run is writing here). The command line ends with exit code 3.
class OutputError : public std::runtime_error {
 public:
  OutputError(Code code, std::string path, int system_error = 0);

  Code code() const { return code_; }
  const std::string& path() const { return path_; }
  /// The system's error number, 0 when the system did not refuse. `system_reason` gives its words.
  int system_error() const { return system_error_; }

 private:
  Code code_;
  std::string path_;
  int system_error_;
};

struct StagedOutputOptions {
  bool overwrite = false;    ///< also replace files that we did not make, or that were changed since we made them
  bool replace_all = false;  ///< remove what an earlier run made and this run does not
};

/// All files of one run, published together or not at all.
///
/// Files are written to a hidden folder inside the output folder (so in the same file system), checked and synced.
/// `publish` then moves what is replaced aside and the new files in place, the manifest last; any failure moves the old
/// files back. A run that is killed leaves that hidden folder; the next run first restores from its journal and removes
/// it. The manifest `.keuzekaart-manifest` says which files are ours, with their size and checksum.
class StagedOutput {
 public:
  static constexpr std::string_view staging_name = ".keuzekaart-nieuw";
  static constexpr std::string_view manifest_name = ".keuzekaart-manifest";

  /// Makes the output folder when it is missing. Throws OutputError.
  StagedOutput(OutputFileSystem& files, std::string folder, StagedOutputOptions options = {});
  StagedOutput(const StagedOutput&) = delete;
  StagedOutput& operator=(const StagedOutput&) = delete;
  /// Drops what was added and not published.
  ~StagedOutput();

  /// Writes one file of this run. `name` is relative to the output folder, parts separated by `/`, none of them empty
  /// or beginning with a dot; a name may be added once. Throws OutputError; std::invalid_argument for a bad name.
  void add(std::string_view name, std::string_view bytes);

  /// Puts every added file in place. Throws OutputError; then the old output is whole again.
  void publish();

  /// The names added so far, sorted.
  std::vector<std::string> names() const;

 private:
  struct Entry {
    std::size_t size = 0;
    std::string checksum;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  using Manifest = std::map<std::string, Entry, std::less<>>;
  struct Move {
    std::string name;
    bool had_old = false;  ///< the old file goes to `o<number>`
    bool has_new = false;  ///< the new file comes from `n<number>`
  };

  std::string at(std::string_view name) const;
  std::string staged(char kind, std::size_t number) const;
  void check(int error, const std::string& path) const;
  void make_folders(const std::string& path, std::vector<std::string>& made);
  void write_new(const std::string& path, std::string_view bytes);
  static Entry entry_of(std::string_view bytes);
  Manifest read_manifest();
  void refuse_foreign(const std::string& name, const Manifest& manifest);
  void roll_back(const std::vector<Move>& moves, const std::vector<std::string>& folders);
  void recover();
  void clean() noexcept;

  OutputFileSystem& files_;
  std::string folder_;
  std::string staging_;
  StagedOutputOptions options_;
  int lock_ = -1;
  bool keep_staging_ = false;  ///< rolling back failed: the next run must be able to
  std::vector<std::string> made_folders_;
  Manifest added_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
};

/// One file written beside its target and moved over it. An existing file needs `overwrite`, and hands on its rights.
/// Throws OutputError.
void write_file_staged(OutputFileSystem& files, const std::string& path, std::string_view bytes, bool overwrite);

}  // namespace keuzekaart
