#pragma once
#include "modeler/gaps/gap.hpp"
#include "modeler/tables/gathered.hpp"
#include "modeler/tables/table_registry.hpp"

/// How a difference reads, in the language asked for.
namespace keuzekaart {

/// What differs: "Toegang jeugdhulp", "Perspectiefplan: Toegang jeugdhulp › Besluiten jeugdhulp", "Regie voeren".
std::string gap_subject(const TableContext& context, const Gap& gap);
/// The kind: "andere uitvoerder". With a project of the map the kind that it gives.
std::string gap_kind_text(const Labels& labels, const Gap& gap, EntityRef project = {});
/// How it is now and how it has to be: the parties, the applications, "bestaat nog niet", "geldig op 2028-01-01".
std::string gap_before(const TableContext& context, const Gap& gap);
std::string gap_after(const TableContext& context, const Gap& gap);
/// Whether it comes, goes or changes.
CellMark mark_of(GapKind kind);
/// The whole in one sentence: "Toegang jeugdhulp: andere uitvoerder (Team Jeugd › Jeugdregio Delta)".
std::string gap_sentence(const TableContext& context, const Gap& gap, EntityRef project = {});
/// "straks (SOLL)" or "plateau 2".
std::string moment_text(const Labels& labels, State moment);

}  // namespace keuzekaart
