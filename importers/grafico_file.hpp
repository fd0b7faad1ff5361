#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "importers/xml_outline.hpp"
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// What a run of GRAFICO files gave. Runs in it count from its own lists; `append` shifts them.
struct GraficoPart {
  archimate::ArchimateModel model;  ///< `folders` holds only what folder files
                                    ///< say, see `folder_numbers`
  std::vector<std::uint32_t> folder_numbers;
  Diagnostics diagnostics;
};

/// One GRAFICO file that passed every guard.
struct GraficoFile {
  FileId id;
  std::string_view text;  ///< must stay where it is as long as the model lives
  const XmlOutline& xml;  ///< of that text
  std::uint32_t folder;   ///< the number of the folder it lies in
};

/// Takes a file into `part`. Values that the file holds as they are stay there; the others go to the pool.
void take_grafico_file(const GraficoFile& file, TextPool& pool, GraficoPart& part);

/// Makes room for all parts, so that nothing is moved while they are appended.
void reserve_for(GraficoPart& all, const std::vector<GraficoPart>& parts);

/// Joins a later part to an earlier one.
void append(GraficoPart& all, GraficoPart&& later);

}  // namespace keuzekaart
