#include "cli/catalogue_text.hpp"

#include <fmt/format.h>

#include "cli/text_layout.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

class EntryText {
 public:
  EntryText(const CatalogueEntry& entry, const Catalogue& catalogue, const Labels& labels)
      : entry_(entry), catalogue_(catalogue), labels_(labels) {}

  std::string all() {
    std::string out = fmt::format("{} {} ({})\n", entry_.id.value, in(entry_.name), labels_.get(label_of(entry_.kind)));
    if (!entry_.description.empty())
      out +=
          wrap(in(entry_.description) + (differs(entry_.description_basis) ? note(entry_.description_basis) : ""), 2);
    row("explain.ook-genoemd", in(entry_.also_known_as));
    if (entry_.kind != EntryKind::source) row("basis", known_by(entry_.basis, entry_.source));
    traits();
    if (!rows_.empty()) out += '\n' + definition_list(rows_, 2);
    for (const auto& kind : Vocabulary<StatementKind>::words) out += statements(kind.value);
    return printable_lines(out + functions());
  }

 private:
  std::string in(const Bilingual& text) const { return std::string(text.in(labels_.language()).value); }

  template <class Value>
  std::string word(Value value) const {
    const std::string_view of = word_of(value);
    return of.empty() ? std::string() : labels_.get(fmt::format("{}.{}", Vocabulary<Value>::name, of));
  }

  /// The text is the municipality's; what is not a line end and cannot be shown is made visible.
  static std::string printable_lines(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out += printable(text.substr(at, end - at)) + '\n';
      at = end + 1;
    }
    return out;
  }

  std::string known_by(Basis basis, const Text& source) const {
    const std::string how = fmt::format("explain.basis.{}", word_of(basis));
    if (source.empty()) return labels_.get(fmt::format("basis.{}", word_of(basis)));
    std::string name = id_and_name(catalogue_, source.value, labels_.language());
    for (const CatalogueSource& known : catalogue_.sources)
      if (known.id.value == source.value && !known.author.empty()) name += fmt::format(", {}", known.author.value);
    return labels_.fill(how, {name});
  }

  void row(std::string_view label, const std::string& value) {
    if (!value.empty()) rows_.emplace_back(labels_.get(label), value);
  }
  /// A trait whose basis is not the entry's says so.
  void trait(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    rows_.emplace_back(labels_.get(label), value + (differs(entry_.traits_basis) ? note(entry_.traits_basis) : ""));
  }
  bool differs(Basis basis) const { return basis != entry_.basis; }
  std::string note(Basis basis) const {
    return fmt::format(" ({})", labels_.get(fmt::format("basis.{}", word_of(basis))));
  }

  std::string named(const std::vector<Text>& ids) const {
    std::string out;
    for (const Text& id : ids) out += (out.empty() ? "" : "; ") + id_and_name(catalogue_, id.value, labels_.language());
    return out;
  }
  std::string named(const Text& id) const { return id.empty() ? std::string() : named(std::vector{id}); }

  void gemma(const std::vector<GemmaReference>& references) {
    std::string all;
    for (const GemmaReference& g : references)
      all += fmt::format("{}{} ({}){}", all.empty() ? "" : "; ", g.name.value, word(g.kind),
                         differs(g.basis) ? note(g.basis) : "");
    row("explain.gemma", all);
  }

  void traits();
  std::string statements(StatementKind kind) const;
  std::string functions() const;

  const CatalogueEntry& entry_;
  const Catalogue& catalogue_;
  const Labels& labels_;
  Rows rows_;
};

void EntryText::traits() {
  switch (entry_.kind) {
    case EntryKind::source: {
      const auto& e = static_cast<const CatalogueSource&>(entry_);
      row("explain.auteur", std::string(e.author.value));
      row("explain.jaar", std::string(e.year.value));
      break;
    }
    case EntryKind::step:
      row("explain.resultaat", in(static_cast<const Step&>(entry_).product));
      break;
    case EntryKind::function: {
      const auto& e = static_cast<const CatalogueFunction&>(entry_);
      gemma(e.gemma);
      std::string chapters;
      for (const Text& chapter : e.requirements)
        chapters += (chapters.empty() ? "" : "; ") + std::string(chapter.value);
      row("explain.eis", chapters);
      break;
    }
    case EntryKind::directing_function:
      gemma(static_cast<const DirectingFunction&>(entry_).gemma);
      break;
    case EntryKind::archetype: {
      const auto& e = static_cast<const Archetype&>(entry_);
      row("explain.reeks", in(e.series));
      trait("archetypebereik", word(e.scope));
      trait("explain.toegang", word(e.access_holder));
      row("explain.vanuit", named(e.predecessors));
      row("explain.naar", named(e.successors));
      break;
    }
    case EntryKind::cooperation_model:
      for (const RoleEffect& effect : static_cast<const CooperationModel&>(entry_).effects)
        trait(fmt::format("rol.{}", word_of(effect.role)), word(effect.holder));
      break;
    case EntryKind::organisation_model: {
      const auto& e = static_cast<const OrganisationModel&>(entry_);
      row("explain.variant-van", named(e.variant_of));
      for (const OrganisationModel& other : catalogue_.organisation_models)
        if (other.variant_of.value == e.id.value) row("explain.variant", named(other.id));
      row("explain.periode", in(e.period));
      trait("explain.proceseigenaar", in(e.process_owner));
      trait("explain.keteneffect", in(e.chain_effect));
      break;
    }
    case EntryKind::route: {
      const auto& e = static_cast<const Route&>(entry_);
      trait("aandrijving", word(e.driver));
      trait("backofficewijziging", word(e.back_office));
      trait("ingrijppunten", word(e.intervention_points));
      row("explain.werkwijzen", named(e.working_methods));
      break;
    }
    case EntryKind::working_method:
      row("explain.tegenhanger", named(static_cast<const WorkingMethod&>(entry_).counterpart));
      break;
    case EntryKind::municipal_role: {
      const auto& e = static_cast<const MunicipalRoleEntry&>(entry_);
      if (e.rung > 0) row("explain.trede", fmt::format("{}", e.rung));
      gemma(e.gemma);
      break;
    }
    case EntryKind::regie_form: {
      const auto& e = static_cast<const RegieFormEntry&>(entry_);
      trait("explain.zeggenschap-wat", word(e.what));
      trait("explain.zeggenschap-hoe", word(e.how));
      break;
    }
    case EntryKind::chain_type: {
      const auto& e = static_cast<const ChainTypeEntry&>(entry_);
      trait("eigenaren", word(e.owners));
      break;
    }
    case EntryKind::service_formula: {
      const auto& e = static_cast<const ServiceFormula&>(entry_);
      row("explain.klantrol", in(e.client_role));
      row("explain.voor", in(e.meant_for));
      std::string values;
      for (const Bilingual& value : e.values) values += (values.empty() ? "" : ", ") + in(value);
      row("explain.waarden", values);
      break;
    }
    case EntryKind::aspect_area:
      break;
  }
}

std::string EntryText::statements(StatementKind kind) const {
  Rows lines;
  for (const Statement* said : entry_.saying(kind)) {
    std::string line = in(said->text);
    std::string about;
    const auto add = [&](std::string_view text) { about.append(about.empty() ? "" : ", ").append(text); };
    if (!said->area.empty()) add(said->area.value);
    for (const Text& function : said->functions) add(function.value);
    if (differs(said->basis)) add(labels_.get(fmt::format("basis.{}", word_of(said->basis))));
    if (said->source.value != entry_.source.value) add(said->source.value);
    if (!about.empty()) line += fmt::format(" [{}]", about);
    lines.emplace_back("-", line);
  }
  if (lines.empty()) return {};
  return fmt::format("\n{}\n{}", labels_.get(fmt::format("uitspraak.{}", word_of(kind))), definition_list(lines, 2));
}

/// The functions of an archetype, priority after priority.
std::string EntryText::functions() const {
  if (entry_.kind != EntryKind::archetype) return {};
  const auto& archetype = static_cast<const Archetype&>(entry_);
  Rows groups;
  for (const auto& priority : Vocabulary<FunctionPriority>::words) {
    if (priority.value == FunctionPriority::not_mentioned) continue;
    std::string all;
    for (const CatalogueFunction& function : catalogue_.functions)
      for (const ArchetypePriority& p : archetype.priorities)
        if (p.function.value == function.id.value && p.priority == priority.value)
          all += fmt::format("{}{} {}{}", all.empty() ? "" : "; ", function.id.value, in(function.name),
                             differs(p.basis) ? note(p.basis) : "");
    if (!all.empty()) groups.emplace_back(fmt::format("{}  {}", priority.word, word(priority.value)), all);
  }
  if (groups.empty()) return {};
  return fmt::format("\n{}\n{}", labels_.get("explain.functies"), definition_list(groups, 2));
}

}  // namespace

std::string catalogue_text(const CatalogueEntry& entry, const Catalogue& catalogue, const Labels& labels) {
  return EntryText(entry, catalogue, labels).all();
}

std::string id_and_name(const Catalogue& catalogue, std::string_view id, Language language) {
  const CatalogueEntry* found = catalogue.find(id);
  return found == nullptr ? std::string(id) : fmt::format("{} {}", id, found->name.in(language).value);
}

}  // namespace keuzekaart
