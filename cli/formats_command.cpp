#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/text_layout.hpp"
#include "importers/format_registry.hpp"

namespace keuzekaart {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void add(Rows& rows, const Labels& labels, std::string_view id) {
  rows.emplace_back(id, labels.get(fmt::format("formaat.{}", id)));
}

ExitCode list_formats(Console& console) {
  const Labels& labels = console.labels();
  Rows read, written;
  add(read, labels, "kaart");
  for (const Format& format : formats()) add(read, labels, format.id);
  for (const std::string_view id : {"svg", "pdf", "png", "dot", "xlsx"}) add(written, labels, id);
  console.out(fmt::format("{}\n{}\n{}\n{}", labels.get("formats.gelezen"), definition_list(read, 2),
                          labels.get("formats.geschreven"), definition_list(written, 2)));
  return ExitCode::good;
}

}  // namespace

Work setup_formats(const Arguments& arguments) {
  if (!arguments.positional.empty()) throw UsageError("gebruik.te-veel", {arguments.positional.front()});
  return list_formats;
}

}  // namespace keuzekaart
