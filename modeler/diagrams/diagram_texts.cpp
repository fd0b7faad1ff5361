#include "modeler/diagrams/diagram_texts.hpp"

#include <fmt/format.h>

#include "modeler/diagrams/text_measure.hpp"
#include "modeler/records/date_text.hpp"

namespace keuzekaart {

std::string date_of(const DiagramContext& context) {
  const Model& m = context.model;
  if (m.map && !m.map->date.empty()) return std::string(m.map->date.value);
  return context.options.date;
}

std::string foot_text(const DiagramContext& context) {
  const Model& m = context.model;
  const auto release_of = [&](const ModelSource& source) {
    return source.release.empty() ? std::string() : context.labels.fill("tekening.release", {source.release});
  };
  std::string out = m.title();
  if (!m.map && !m.sources.empty() && !m.sources.front().release.empty()) out += ", " + release_of(m.sources.front());
  if (m.map && !m.map->version.empty())
    out += ", " + context.labels.fill("tekening.versie", {std::string(m.map->version.value)});
  if (const std::string date = date_of(context); !date.empty()) out += "  ·  " + readable_date(context.labels, date);
  std::string sources;
  for (const ModelSource& source : m.sources) {
    std::string name = source.name.empty() ? source.id : source.name;
    if (name == m.title() || sources.find(name) != std::string::npos) continue;
    if (!source.release.empty()) name += " " + release_of(source);
    sources += (sources.empty() ? "" : ", ") + name;
  }
  if (!sources.empty() && (m.map || m.sources.size() > 1))
    out += "  ·  " + context.labels.fill("tekening.bronnen", {sources});
  return out;
}

std::string counted(const Labels& labels, std::string_view key, std::size_t number) {
  return labels.fill(fmt::format("{}.{}", key, number == 1 ? "een" : "meer"), {std::to_string(number)});
}

std::string name_of(const Model& model, EntityRef thing) {
  const Entity& entity = model.entity(thing);
  return drawable(entity.name.empty() ? entity.code.value : entity.name.value);
}

Diagram start_diagram(const DiagramContext& context, std::string_view key, std::string name) {
  Diagram diagram;
  diagram.key = key;
  diagram.name = std::move(name);
  diagram.language = context.labels.language() == Language::nl ? "nl" : "en";
  diagram.date = date_of(context);
  diagram.paper = context.options.paper;
  return diagram;
}

}  // namespace keuzekaart
