// A process of the municipality to the process of the reference model that it is one of.
#include <algorithm>

#include "modeler/model/reach.hpp"
#include "modeler/proposals/abbreviated_name.hpp"
#include "modeler/proposals/propose_parts.hpp"

namespace keuzekaart {

namespace {

constexpr double alike_enough = 0.6;  ///< of the words of both names

class Processes {
 public:
  Processes(const Model& model, const ReferenceProcesses& reference)
      : m_(model), reference_(reference), index_(stems_of(model, reference)) {
    for (const EntityRef ref : reference.all()) names_.push_back(model.process(ref).name.value);
  }

  void run(std::vector<Proposal>& into) {
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
      const Process& p = m_.processes[i];
      const EntityRef ref{EntityKind::process, i};
      if (p.own && !p.is_step() && !tied(ref)) propose_one(ref, p, into);
    }
  }

 private:
  static std::vector<std::vector<std::string>> stems_of(const Model& model, const ReferenceProcesses& reference) {
    std::vector<std::vector<std::string>> all;
    for (const EntityRef ref : reference.all()) all.push_back(telling_stems(model.process(ref).name.value));
    return all;
  }

  /// It, or what it is part of, is tied, refused or waiting for a person.
  bool tied(EntityRef process) const {
    const auto is_tied = [&](EntityRef p) { return !m_.links.from(LinkKind::reference, p).empty(); };
    return is_tied(process) || std::ranges::any_of(wholes_of(m_, process), is_tied);
  }

  void add(EntityRef from, EntityRef to, Confidence confidence, Sign sign, Derivation rule,
           std::vector<Proposal>& into) const {
    into.push_back(make_proposal(m_, LinkKind::reference, from, to, confidence, {std::move(sign)}));
    into.back().trace.rule = rule;
  }

  void propose_one(EntityRef ref, const Process& p, std::vector<Proposal>& into) const {
    const std::vector<NameProposal> fits = fit_reference_name(p.name.value, names_);
    if (const std::optional<NameProposal> fit = only_fit(fits)) {
      const bool abbreviated = fit->fit == NameFit::abbreviated;
      return add(ref, reference_.all()[fit->index], abbreviated ? Confidence::fair : Confidence::strong,
                 {abbreviated ? "naam-afgekort" : "zelfde-naam", {}, p.name.place},
                 abbreviated ? Derivation::proposed_by_abbreviation : Derivation::proposed_by_name, into);
    }
    const std::vector<std::string> words = telling_words(p.name.value);
    const bool handled = std::ranges::any_of(words, is_handling_word);
    const std::optional<TellingWord> word = telling_word(p.name.value);
    if (word && word->target == Target::unclear) return;
    if (word && p.kind != ProcessKind::supporting)
      if (const EntityRef target = reference_.of(word->target); target.known())
        return add(ref, target, handled && !word->general ? Confidence::fair : Confidence::weak,
                   {"woord", {said(word->word)}, p.name.place}, Derivation::proposed_by_signals, into);
    const std::vector<NameIndex::Match> matches = index_.find(telling_stems(p.name.value));
    const auto score = [](const NameIndex::Match& match) { return (match.asked + match.held) / 2; };
    const NameIndex::Match* best =
        only_best(matches, [&](const NameIndex::Match& a, const NameIndex::Match& b) { return score(a) > score(b); });
    if (best != nullptr && score(*best) >= alike_enough)
      add(ref, reference_.all()[best->index], Confidence::weak, {"naam-lijkt", {}, p.name.place},
          Derivation::proposed_by_likeness, into);
  }

  const Model& m_;
  const ReferenceProcesses& reference_;
  NameIndex index_;
  std::vector<std::string_view> names_;
};

}  // namespace

void propose_for_processes(const Model& model, const ReferenceProcesses& reference, std::vector<Proposal>& into) {
  Processes(model, reference).run(into);
}

}  // namespace keuzekaart
