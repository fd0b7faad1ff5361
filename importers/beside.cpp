#include "importers/beside.hpp"

#include <filesystem>
#include <system_error>

namespace keuzekaart {

std::string beside(const std::string& file, std::string_view path) {
  namespace fs = std::filesystem;
  const fs::path joined = fs::path(file).parent_path() / fs::path(path);
  const fs::path plain = joined.lexically_normal();
  std::error_code error;
  const bool same =
      fs::weakly_canonical(fs::absolute(joined), error) == fs::weakly_canonical(fs::absolute(plain), error);
  return same && !error ? plain.string() : joined.string();
}

}  // namespace keuzekaart
