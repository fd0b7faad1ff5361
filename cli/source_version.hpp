#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/workspace.hpp"

namespace keuzekaart {

/// A source of which there is a newer version.
struct PresentSource {
  std::string id;                  ///< in the map; empty without a map
  std::string path;                ///< a file or folder, without a slash at the end
  const Format* format = nullptr;  ///< null: recognised by its content
  bool names_format = false;       ///< the map says the format
  std::string map, map_date;  ///< the map file, if any, and its date, which decides between versions of a case type
};

/// One version of a source.
struct SourceVersion {
  std::string path;                            ///< of the file or folder that is read; of own lists the description
  const Format* format = nullptr;              ///< null when it was not recognised, and the messages say why
  std::map<std::string, std::string> instead;  ///< newer lists, by the path of those of the present description
  SourceContent content;
  std::vector<std::string> files;  ///< that were read, each once
};

/// Which newer version is meant: of own lists `fresh` may be a description, a list, or a folder with either. Nothing
/// after saying that it cannot be seen which list it is (K224), or that source and newer version are one or stand in
/// each other (K222).
std::optional<SourceVersion> find_newer_version(const PresentSource& present, const Format* present_format,
                                                const std::string& fresh, Diagnostics& diagnostics);

/// Reads a version; what is wrong with it is in the messages.
void read_version(SourceVersion& version, Sources& sources, Diagnostics& diagnostics, Progress& progress,
                  const Labels& labels);

bool is_folder(const std::string& path);
/// Whether two paths lead to the same, or one is or lies in a folder; links are followed. False when either is not
/// there.
bool same_place(const std::string& one, const std::string& other);
bool lies_in(const std::string& path, const std::string& folder);

}  // namespace keuzekaart
