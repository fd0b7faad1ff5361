#pragma once
#include <string>
#include <string_view>

#include "modeler/diagrams/diagram_registry.hpp"

/// Texts that every diagram has.
namespace keuzekaart {

/// "Gemeente Waterrijk, versie 2026-11 · 2 november 2026 · bronnen: GEMMA, UPL".
std::string foot_text(const DiagramContext& context);
/// The map's date, else that of the options; empty when there is none.
std::string date_of(const DiagramContext& context);
/// `key`.een for 1, else `key`.meer, filled in with the number.
std::string counted(const Labels& labels, std::string_view key, std::size_t number);
/// The name of a thing as it may be drawn, or its code when it has no name.
std::string name_of(const Model& model, EntityRef thing);
/// A diagram of this kind with everything but its pages.
Diagram start_diagram(const DiagramContext& context, std::string_view key, std::string name);

}  // namespace keuzekaart
