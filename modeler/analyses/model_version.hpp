#pragma once
#include <span>

#include "modeler/analyses/compared_version.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// A model as one of two versions. Chains that were derived are no part of it: they follow from the order of processes.
class ModelVersion : public ComparedVersion {
 public:
  /// `own_only`: only what is the municipality's own, and not what only a reference model holds.
  ModelVersion(const Model& model, const Labels& labels, std::span<const EntityKind> kinds, bool own_only)
      : model_(model), labels_(labels), kinds_(kinds), own_only_(own_only) {}

  std::size_t count(std::size_t kind) const override { return model_.count(kinds_[kind]); }
  std::string_view code(std::size_t kind, std::size_t thing) const override { return entity(kind, thing).code.value; }
  bool counts(std::size_t kind, std::size_t thing) const override;
  std::string name(std::size_t kind, std::size_t thing) const override;
  std::string shown_name(std::size_t kind, std::size_t thing) const override;
  std::vector<Place> places(std::size_t kind, std::size_t thing) const override;
  ComparedFields fields(std::size_t kind, std::size_t thing) const override;
  std::vector<std::string_view> keys(std::size_t kind, std::size_t thing) const override;

 private:
  EntityRef ref(std::size_t kind, std::size_t thing) const { return {kinds_[kind], static_cast<std::uint32_t>(thing)}; }
  const Entity& entity(std::size_t kind, std::size_t thing) const { return model_.entity(ref(kind, thing)); }

  const Model& model_;
  const Labels& labels_;
  std::span<const EntityKind> kinds_;
  bool own_only_;
};

/// The label keys of kinds, as `Comparison` wants them.
std::vector<std::string_view> labels_of(std::span<const EntityKind> kinds);

}  // namespace keuzekaart
