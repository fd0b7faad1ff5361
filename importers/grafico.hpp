#pragma once
#include <string>

#include "importers/format_registry.hpp"
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// GRAFICO: the form in which coArchi 1 keeps an ArchiMate model in a version control system, one XML file for each
/// element, relation, view and folder. The source is the folder `model`, a copy of it under another name, or the folder
/// that holds `model`.
bool recognises_grafico(const Candidate& candidate);

/// The folder that holds the model: the given one, or `model` in it.
std::string grafico_model_folder(const std::string& path);

/// Reads a whole GRAFICO folder and links it. A file that cannot be read or parsed is reported and the rest is read:
/// no folder at all (K101), no XML in it (K102), links that leave the folder (K112), types that ArchiMate does not have
/// (K204, kept as `unknown`), no id (K202), an end of a relation that names another type than what it points to has
/// (K205), and what `link` says. The result does not depend on the order in which the system lists the folder, nor on
/// the number of reading threads.
archimate::ArchimateModel read_grafico(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
