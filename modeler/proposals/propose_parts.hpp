#pragma once
#include <optional>
#include <vector>

#include "modeler/proposals/name_words.hpp"
#include "modeler/proposals/proposal.hpp"
#include "modeler/proposals/telling_names.hpp"

/// The parts of `propose`, one file each.
namespace keuzekaart {

/// Processes of the reference model that things can be tied to: those of the landscape without parts in it.
class ReferenceProcesses {
 public:
  explicit ReferenceProcesses(const Model& model);
  /// The process that a sign points to; unknown when the model does not have it.
  EntityRef of(Target target) const;
  const std::vector<EntityRef>& all() const { return leaves_; }

 private:
  std::vector<EntityRef> leaves_;
  std::vector<EntityRef> by_target_;
};

/// The best of the matches, when no other is as good: `better(a, b)` orders them.
template <class Better>
const NameIndex::Match* only_best(const std::vector<NameIndex::Match>& matches, Better better) {
  const NameIndex::Match* best = nullptr;
  bool shared = false;
  for (const NameIndex::Match& match : matches) {
    if (best == nullptr || better(match, *best)) {
      best = &match;
      shared = false;
    } else if (!better(*best, match)) {
      shared = true;
    }
  }
  return shared ? nullptr : best;
}

Mention said(std::string_view text);
/// The signs in one trace with the place of what is proposed.
Proposal make_proposal(const Model& model, LinkKind kind, EntityRef from, EntityRef to, Confidence confidence,
                       std::vector<Sign> signs);

void propose_for_products(const Model& model, const ReferenceProcesses& reference, ProposedFor products,
                          std::vector<Proposal>& into);
void propose_for_processes(const Model& model, const ReferenceProcesses& reference, std::vector<Proposal>& into);
void propose_for_applications(const Model& model, std::vector<Proposal>& into);

}  // namespace keuzekaart
