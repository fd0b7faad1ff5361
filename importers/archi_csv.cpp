#include "importers/archi_csv.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "importers/archi_csv_files.hpp"
#include "importers/archimate_names.hpp"
#include "importers/csv_reader.hpp"
#include "modeler/archimate/link.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

using archimate::AccessMode;
using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptType;
using archimate::Run;

namespace {

constexpr std::string_view model_type = "ArchimateModel";

/// A cell without what Archi puts around it for Excel: `="01"` and a blank before a sign that begins a formula.
Text plain(Text cell) {
  if (cell.value.size() >= 3 && cell.value.starts_with("=\"") && cell.value.ends_with('"')) {
    cell.value = cell.value.substr(2, cell.value.size() - 3);
    cell.place.offset += 2;
  } else if (cell.value.size() > 1 && cell.value[0] == ' ' &&
             std::string_view("=+-@").find(cell.value[1]) != std::string_view::npos) {
    cell.value.remove_prefix(1);
    ++cell.place.offset;
  }
  return cell;
}

/// A table whose columns are found by heading.
class Rows {
 public:
  Rows(std::optional<CsvTable> table, const Diagnostics& found, Diagnostics& diagnostics) : table_(std::move(table)) {
    // The row of the model itself has no cell for a specialisation.
    const Place model = model_row();
    for (const Diagnostic& d : found.all())
      if (d.code != Code::K305 || d.place != model) diagnostics.report(d.code, d.place) = d;
  }

  std::size_t count() const { return table_ ? table_->row_count() : 0; }
  Text cell(std::size_t row, std::string_view heading) const {
    const auto column = table_->column(heading);
    return column ? plain(table_->row(row)[*column]) : Text{};
  }
  Place place(std::size_t row) const { return table_->row_place(row); }

 private:
  Place model_row() const {
    for (std::size_t i = 0; i < count(); ++i)
      if (cell(i, "Type").value == model_type) return place(i);
    return {};
  }

  std::optional<CsvTable> table_;
};

class ModelReader {
 public:
  ModelReader(std::array<Rows, 3> parts, TextPool& pool, Diagnostics& diagnostics)
      : elements_(std::move(parts[0])),
        relations_(std::move(parts[1])),
        properties_(std::move(parts[2])),
        pool_(pool),
        diagnostics_(diagnostics) {}

  ArchimateModel read() {
    model_.folders.emplace_back();
    for (std::size_t i = 0; i < properties_.count(); ++i)
      owned_[properties_.cell(i, "ID").value].push_back(static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < elements_.count(); ++i) read_element(i);
    for (std::size_t i = 0; i < relations_.count(); ++i) read_relation(i);
    report_ownerless();
    older_.report(diagnostics_);
    archimate::link(model_, diagnostics_);
    return std::move(model_);
  }

 private:
  void read_element(std::size_t row) {
    if (elements_.cell(row, "Type").value == model_type) return read_model(row);
    Concept made = start(elements_, row);
    set_type(made, element_type(made.type_name.value));
    finish(elements_, row, made);
  }

  void read_model(std::size_t row) {
    model_.id = elements_.cell(row, "ID");
    model_.name = elements_.cell(row, "Name");
    model_.purpose = elements_.cell(row, "Documentation");
    model_.model_properties = properties(model_.id.value, nullptr);
    archimate::Folder& root = model_.folders.front();
    root.id = model_.id;
    root.name = model_.name;
    root.documentation = model_.purpose;
    root.properties = model_.model_properties;
  }

  void read_relation(std::size_t row) {
    Concept made = start(relations_, row);
    set_type(made, relation_type(made.type_name.value));
    made.source_id = relations_.cell(row, "Source");
    made.target_id = relations_.cell(row, "Target");
    finish(relations_, row, made);
  }

  Concept start(const Rows& rows, std::size_t row) {
    Concept made;
    made.id = rows.cell(row, "ID");
    made.type_name = rows.cell(row, "Type");
    made.name = rows.cell(row, "Name");
    made.documentation = rows.cell(row, "Documentation");
    if (made.id.empty()) diagnostics_.report(Code::K202, rows.place(row), {std::string(made.type_name.value)});
    return made;
  }

  void set_type(Concept& made, const NamedType& named) {
    made.type = named.type;
    made.junction = named.junction;
    older_.add(named, made.type_name);
    if (made.type == ConceptType::unknown) report_unknown_type(made, "Type", made.type_name.place, diagnostics_);
  }

  void finish(const Rows& rows, std::size_t row, Concept& made) {
    if (!made.id.empty()) made.properties = properties(made.id.value, &made);
    if (const Text name = rows.cell(row, "Specialization"); !name.empty()) profiles_.add(name, made, model_, pool_);
    model_.concepts.push_back(made);
  }

  Run properties(std::string_view id, Concept* owner) {
    Run run{static_cast<std::uint32_t>(model_.properties.size()), 0};
    const auto found = owned_.find(id);
    if (found == owned_.end()) return run;
    for (const std::uint32_t row : found->second) {
      const Text key = properties_.cell(row, "Key");
      const Text value = properties_.cell(row, "Value");
      if (owner != nullptr && take_attribute(*owner, key.value, value)) continue;
      model_.properties.push_back({key, value});
      ++run.count;
    }
    return run;
  }

  /// What the other forms keep as an attribute and this one as a property.
  static bool take_attribute(Concept& owner, std::string_view key, const Text& value) {
    if (owner.type == ConceptType::access && key == "Access_Type") {
      if (value.value == "Read") owner.access = AccessMode::read;
      if (value.value == "Access") owner.access = AccessMode::unspecified;
      if (value.value == "ReadWrite") owner.access = AccessMode::read_write;
      return true;
    }
    if (owner.type == ConceptType::influence && key == "Influence_Strength") {
      owner.strength = value;
      return true;
    }
    if (owner.type == ConceptType::association && key == "Directed") {
      owner.directed = value.value == "true";
      return true;
    }
    if (owner.type == ConceptType::junction && key == "Junction_Type") {
      if (value.value == "Or" || value.value == "or") owner.junction = archimate::JunctionKind::or_junction;
      return true;
    }
    return false;
  }

  void report_ownerless() {
    std::vector<std::string_view> ids{model_.id.value};
    for (const Concept& c : model_.concepts) ids.push_back(c.id.value);
    std::sort(ids.begin(), ids.end());
    for (std::size_t i = 0; i < properties_.count(); ++i) {
      const Text owner = properties_.cell(i, "ID");
      if (std::binary_search(ids.begin(), ids.end(), owner.value) && !owner.empty()) continue;
      diagnostics_
          .report(Code::K203, owner.place, {std::string(owner.value), std::string(properties_.cell(i, "Key").value)})
          .variant = "owner";
    }
  }

  Rows elements_, relations_, properties_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  ArchimateModel model_;
  OlderNames older_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> owned_;  ///< by id: rows of the properties
  NamedProfiles profiles_;
};

}  // namespace

bool recognises_archi_csv(const Candidate& candidate) {
  return candidate.folder ? holds_archi_csv(candidate.path) : archi_csv_part(candidate.head).has_value();
}

ArchimateModel read_archi_csv(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<ArchiCsvPaths> paths = archi_csv_paths(path, diagnostics);
  if (!paths) return {};
  const auto part = [&](const std::string& name) {
    Diagnostics found;
    std::optional<CsvTable> table;
    if (!name.empty()) table = read_csv(name, sources, found);
    return Rows(std::move(table), found, diagnostics);
  };
  return ModelReader({part((*paths)[0]), part((*paths)[1]), part((*paths)[2])}, sources.pool(), diagnostics).read();
}

ArchimateModel read_archi_csv_bytes(std::array<std::string, 3> bytes, Sources& sources, Diagnostics& diagnostics) {
  const auto part = [&](std::string name, std::string& content) {
    Diagnostics found;
    std::optional<CsvTable> table = read_csv_bytes(std::move(name), std::move(content), sources, found);
    return Rows(std::move(table), found, diagnostics);
  };
  return ModelReader(
             {part("elements.csv", bytes[0]), part("relations.csv", bytes[1]), part("properties.csv", bytes[2])},
             sources.pool(), diagnostics)
      .read();
}

}  // namespace keuzekaart
