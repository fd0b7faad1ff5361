#pragma once
#include <memory>

#include "modeler/analyses/compare_versions.hpp"
#include "modeler/join/join.hpp"

namespace keuzekaart {

/// Whether a source is compared by what was read, and not by what a model makes of it: own lists refer to things that
/// stand in other sources, and lists of codes only name what others refer to.
bool compared_by_record(const SourceContent& content);

/// The label keys of the kinds of things that such a source holds, and one version of it by them. Ties and roles of own
/// lists are things of their own; the fields are those of the lists.
std::vector<std::string_view> record_kinds(const SourceContent& content);
std::unique_ptr<ComparedVersion> record_version(const SourceContent& content, const Labels& labels);

/// How many elements and relations of an ArchiMate model came, went or changed (type, name, documentation, properties,
/// ends), by id, whether a map has a use for them or not.
std::vector<ChangeTally> tally_concepts(const archimate::ArchimateModel& before, const archimate::ArchimateModel& now);

}  // namespace keuzekaart
