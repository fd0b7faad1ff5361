#pragma once
#include <string>
#include <string_view>

#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// A day as it stands in a sentence: "31 december 2026". What is no date (yyyy-mm-dd) stays as it is.
std::string readable_date(const Labels& labels, std::string_view iso);

}  // namespace keuzekaart
