// An application of the municipality to the reference component that it fills in.
#include <algorithm>

#include "modeler/proposals/propose_parts.hpp"

namespace keuzekaart {

namespace {

constexpr double alike_enough = 0.6;  ///< of a component's telling words, that the application's name must hold

/// The words that tell one component from another: all but "component".
std::vector<std::string> component_stems(std::string_view name) {
  constexpr std::string_view said_by_all = "component";
  std::vector<std::string> stems;
  for (std::string word : telling_words(name)) {
    if (word.ends_with(said_by_all)) word.resize(word.size() - said_by_all.size());
    if (!word.empty()) stems.push_back(stem_of(word));
  }
  return stems;
}

/// "vth" of "Vergunning- Toezicht- Handhavingcomponent"; empty when it is too short to tell.
std::string initials(const std::vector<std::string>& stems) {
  std::string letters;
  for (const std::string& stem : stems) letters += stem.front();
  return letters.size() < 3 ? std::string() : letters;
}

class Applications {
 public:
  explicit Applications(const Model& model)
      : m_(model), components_(components_of(model)), index_(stems_of(model, components_)) {}

  void run(std::vector<Proposal>& into) const {
    for (std::uint32_t i = 0; i < m_.applications.size(); ++i) {
      const EntityRef ref{EntityKind::application, i};
      if (m_.applications[i].own && m_.links.from(LinkKind::application_reference, ref).empty())
        propose_one(ref, m_.applications[i], into);
    }
  }

 private:
  static std::vector<EntityRef> components_of(const Model& model) {
    std::vector<EntityRef> found;
    for (std::uint32_t i = 0; i < model.applications.size(); ++i)
      if (!model.applications[i].own && model.applications[i].type.value == "Referentiecomponent")
        found.push_back({EntityKind::application, i});
    return found;
  }

  static std::vector<std::vector<std::string>> stems_of(const Model& model, const std::vector<EntityRef>& components) {
    std::vector<std::vector<std::string>> all;
    for (const EntityRef ref : components) all.push_back(component_stems(model.entity(ref).name.value));
    return all;
  }

  void propose_one(EntityRef ref, const Application& application, std::vector<Proposal>& into) const {
    const std::vector<std::string> stems = telling_stems(application.name.value);
    EntityRef by_letters;
    for (std::size_t i = 0; i < components_.size(); ++i) {
      const std::string letters = initials(index_.stems(i));
      if (letters.empty() || std::ranges::find(stems, letters) == stems.end()) continue;
      if (by_letters.known()) return;  // of two with the same letters neither is meant for sure
      by_letters = components_[i];
    }
    if (by_letters.known())
      return add(ref, by_letters, Confidence::fair, {"beginletters", {}, application.name.place}, into);
    const std::vector<NameIndex::Match> matches = index_.find(stems);
    const NameIndex::Match* best = only_best(matches, [](const NameIndex::Match& a, const NameIndex::Match& b) {
      return a.held != b.held ? a.held > b.held : a.asked > b.asked;
    });
    if (best == nullptr || best->held < alike_enough) return;
    const bool whole = best->held > 0.999;
    add(ref, components_[best->index], whole ? Confidence::fair : Confidence::weak,
        {whole ? "naam-van-component" : "naam-lijkt", {}, application.name.place}, into);
  }

  void add(EntityRef from, EntityRef to, Confidence confidence, Sign sign, std::vector<Proposal>& into) const {
    into.push_back(make_proposal(m_, LinkKind::application_reference, from, to, confidence, {std::move(sign)}));
    into.back().trace.rule = Derivation::proposed_by_likeness;
  }

  const Model& m_;
  std::vector<EntityRef> components_;
  NameIndex index_;
};

}  // namespace

void propose_for_applications(const Model& model, std::vector<Proposal>& into) { Applications(model).run(into); }

}  // namespace keuzekaart
