#include "importers/foreign_formats.hpp"

namespace keuzekaart {

namespace {

/// The first row that fits is the answer: the more particular ones stand first.
constexpr ForeignFormat rows[] = {
    {"Keuzekaart", "<kaart ", false, "map"},
    {"BPMN 2.0", "http://www.omg.org/spec/BPMN/20100524/MODEL", false, "foreign"},
    {"HTML", "<!DOCTYPE html", false, "foreign"},
    {"PDF", "%PDF-", true, "foreign"},
    {"ZIP", "PK\x03\x04", true, "zip"},
    {"JSON", "{", true, "foreign"},
    {"JSON", "[", true, "foreign"},
};

}  // namespace

const ForeignFormat* foreign_format(const Candidate& candidate) {
  if (candidate.folder) return nullptr;
  for (const ForeignFormat& row : rows)
    if (row.at_start ? candidate.head.starts_with(row.sign) : candidate.head.find(row.sign) != std::string_view::npos)
      return &row;
  return nullptr;
}

}  // namespace keuzekaart
