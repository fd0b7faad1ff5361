#pragma once
#include "importers/grammar/record_reader.hpp"
#include "modeler/records/map_document.hpp"

namespace keuzekaart::map_file {

using grammar::RecordReader;

// The sections of the map, each from its element.
void read_context(const RecordReader& map, MapDocument& document);    ///< attributes, bronnen, catalogi
void read_structure(const RecordReader& map, MapDocument& document);  ///< partijen, domeinen, applicaties
void read_processes(const RecordReader& map, MapDocument& document);  ///< processen, producten
void read_chains(const RecordReader& map, MapDocument& document);     ///< ketens, overdrachten, afspraken
void read_choices(const RecordReader& map, MapDocument& document);    ///< keuzes, bevindingen
void read_projects(const RecordReader& map, MapDocument& document);   ///< projecten, transitieplan

}  // namespace keuzekaart::map_file
