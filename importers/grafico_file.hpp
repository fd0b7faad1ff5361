#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "importers/guarded_xml.hpp"
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// What a reference says about the type of what it points to, to be compared when everything is read.
struct DeclaredType {
  Text type;  ///< as spelled, without its prefix
  std::string_view id;
};

/// What a run of GRAFICO files gave. Runs in it count from its own lists; `append` shifts them.
struct GraficoPart {
  archimate::ArchimateModel model;  ///< `folders` holds only what folder files say, see `folder_numbers`
  std::vector<std::uint32_t> folder_numbers;
  std::vector<DeclaredType> declared;
  Diagnostics diagnostics;
};

/// Takes one GRAFICO file that passed every guard into `part`. `folder` is the number of the folder it lies in.
void take_grafico_file(const XmlFile& xml, std::uint32_t folder, TextPool& pool, GraficoPart& part);

/// Joins a later part to an earlier one.
void append(GraficoPart& all, GraficoPart&& later);

}  // namespace keuzekaart
