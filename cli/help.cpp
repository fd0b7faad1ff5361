#include "cli/help.hpp"

#include <fmt/format.h>

#include "cli/options.hpp"
#include "cli/text_layout.hpp"

namespace keuzekaart {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

/// An option that means something else in one command has its texts there under `optie.<command>.<name>`.
Rows option_rows(std::span<const OptionSpec> options, const Labels& labels, std::string_view command = {}) {
  Rows rows;
  for (const OptionSpec& option : options) {
    const std::string key = fmt::format("optie.{}", option.name);
    const std::string own = fmt::format("optie.{}.{}", command, option.name);
    const std::string& word = labels.has(own + ".waarde") ? own : key;
    const std::string value = option.takes_value ? ' ' + labels.get(word + ".waarde") : std::string();
    rows.emplace_back(fmt::format("--{}{}", option.name, value), labels.get(labels.has(own) ? own : key));
  }
  return rows;
}

std::string section(const Labels& labels, std::string_view key, const std::string& body) {
  return fmt::format("\n{}\n{}", labels.get(key), body);
}

}  // namespace

std::string version_text() { return fmt::format("keuzekaart {}\n", KEUZEKAART_VERSION); }

std::string help_text(const Labels& labels) {
  Rows rows;
  for (const Command& command : commands())
    rows.emplace_back(command.name, labels.get(fmt::format("opdracht.{}", command.name)));
  return wrap(labels.get("help.programma")) +
         section(labels, "help.gebruik", wrap(labels.get("help.gebruik-regel"), 2)) +
         section(labels, "help.opdrachten", definition_list(rows, 2)) +
         section(labels, "help.opties", definition_list(option_rows(global_options, labels), 2)) +
         section(labels, "help.afloop", wrap(labels.get("help.afloop-regels"), 0)) + '\n' +
         wrap(labels.get("help.verder"));
}

std::string help_text(const Command& command, const Labels& labels) {
  const std::string key = fmt::format("opdracht.{}", command.name);
  return fmt::format("{}\n", labels.get(key)) +
         section(labels, "help.gebruik",
                 wrap(fmt::format("keuzekaart {} {}", command.name, labels.get(key + ".gebruik")), 2)) +
         '\n' + wrap(labels.get(key + ".uitleg")) +
         section(labels, "help.opties", definition_list(option_rows(command.options, labels, command.name), 2)) +
         section(labels, "help.voorbeeld", wrap(labels.get(key + ".voorbeeld")));
}

}  // namespace keuzekaart
