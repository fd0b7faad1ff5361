#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/diagrams/diagram.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// By which one attribute the landscape is coloured.
enum class ColorBy : std::uint8_t {
  kind,
  product_coverage,
  function_coverage,
  application_coverage,
  executor,
  owner,
  findings,
  change
};
struct ColorByWord {
  ColorBy value;
  std::string_view word;  ///< of the option; the labels hold "kleur.<word>"
};
inline constexpr ColorByWord color_by_words[] = {{ColorBy::kind, "soort"},
                                                 {ColorBy::product_coverage, "dekking-product"},
                                                 {ColorBy::function_coverage, "dekking-functie"},
                                                 {ColorBy::application_coverage, "dekking-applicatie"},
                                                 {ColorBy::executor, "uitvoerder"},
                                                 {ColorBy::owner, "eigenaar"},
                                                 {ColorBy::findings, "bevindingen"},
                                                 {ColorBy::change, "verandering"}};

/// Which state is drawn: now, wanted, or both with what is new, ends, changes
/// and stays.
enum class DrawnState : std::uint8_t { ist, soll, change };
struct DrawnStateWord {
  DrawnState value;
  std::string_view word;  ///< of the option; the labels hold "getekend.<word>"
};
inline constexpr DrawnStateWord drawn_state_words[] = {
    {DrawnState::ist, "ist"}, {DrawnState::soll, "soll"}, {DrawnState::change, "verschil"}};

/// Whether a diagram of `drawn` shows what holds in `state`, IST or SOLL.
constexpr bool draws(DrawnState drawn, State state) {
  return drawn == DrawnState::change || (drawn == DrawnState::ist) == (state == State::ist);
}

struct PaperWord {
  Paper value;
  std::string_view word;
};
inline constexpr PaperWord paper_words[] = {{Paper::a4, "a4"}, {Paper::a3, "a3"}, {Paper::a1, "a1"}, {Paper::a0, "a0"}};

struct DiagramOptions {
  Paper paper = Paper::a3;
  ColorBy color_by = ColorBy::kind;    ///< landschap
  bool own_processes = false;          ///< landschap: the municipality's own processes as small boxes
  std::string chain;                   ///< keten: code of a chain or process; empty: every chain
  std::string domain;                  ///< product-proces: code of a domain; empty: every domain
  DrawnState state = DrawnState::ist;  ///< keten, landschap
  std::string date;                    ///< yyyy-mm-dd, used when the map has none; empty: no date is shown
};

struct DiagramContext {
  const Model& model;
  const Sources& sources;
  const Labels& labels;
  std::span<const Finding> findings;
  DiagramOptions options;
};

struct DiagramRow {
  std::string_view key;  ///< "landschap"; its name stands in the labels under
                         ///< "tekening.landschap"
  std::vector<Diagram> (*make)(const DiagramContext& context);
};

/// Every kind of diagram, in the order of the documents.
std::span<const DiagramRow> diagram_registry();
/// The row with this key, or null.
const DiagramRow* find_diagram(std::string_view key);

/// The diagrams of a row on the paper asked for. What fits on one smaller sheet is laid out for that and enlarged, so
/// that a large sheet reads from a distance instead of standing half empty.
std::vector<Diagram> make_on_paper(const DiagramRow& row, const DiagramContext& context);

/// Codes of all that `keten` can draw: chains, and processes with parts or an
/// order of their own. Sorted.
std::vector<std::string> chain_ids(const Model& model);
/// Codes of the domains that `product-proces` can draw. Sorted.
std::vector<std::string> domain_ids(const Model& model);

/// The landscape of processes as nested boxes.
std::vector<Diagram> make_landscape(const DiagramContext& context);
/// Chains as swim lanes: one diagram per chain.
std::vector<Diagram> make_chains(const DiagramContext& context);
/// Products, processes, functions, applications and standards in columns: one
/// diagram per domain.
std::vector<Diagram> make_product_process(const DiagramContext& context);

}  // namespace keuzekaart
