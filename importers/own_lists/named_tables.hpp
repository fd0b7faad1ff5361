#pragma once
#include <string>
#include <vector>

namespace keuzekaart::own_lists {

/// A file with lists that a description names.
struct NamedTable {
  std::string file;                   ///< as the description has it
  std::string path;                   ///< as seen from where the program runs
  std::vector<std::string> headings;  ///< that are wanted of it
  bool beside = true;                 ///< it stands beside the description or in a folder there
};

/// The files that a description names, each once, in its order. Nothing when it cannot be read.
std::vector<NamedTable> named_tables(const std::string& description);

/// The number in `tables` of the file of which `path` is another version: by its name, else by the headings: at least
/// half of those wanted, and more than of any other. -1 when that cannot be seen.
int table_like(const std::string& description, const std::vector<NamedTable>& tables, const std::string& path);

}  // namespace keuzekaart::own_lists
