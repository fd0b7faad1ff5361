#pragma once
#include <string_view>

namespace keuzekaart {

/// Whether a workbook's package is whole: every XML part unpacks and ends with the end tag of its root. libxlsxwriter
/// does not look at the errors of its temporary files, so a full disk gives parts that are cut off and no error.
bool package_is_whole(std::string_view zip);

}  // namespace keuzekaart
