#pragma once
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.hpp"

namespace keuzekaart::testing {

/// A small ArchiMate model, to be written in every form. Types are ArchiMate's names without an ending.
struct FormsModel {
  using Properties = std::vector<std::pair<std::string, std::string>>;
  struct Element {
    std::string id, type, name, documentation;
    Properties properties;
    std::string folder;          ///< name of the folder it lies in; empty: the layer itself
    std::string specialisation;  ///< name of its profile
  };
  struct Relation {
    std::string id, type, from, to, name;
    Properties properties;
    std::string access;  ///< "Read", "Access", "ReadWrite", or empty for Write
    bool directed = false;
  };
  std::string name = "Proef";
  std::vector<Element> elements;
  std::vector<Relation> relations;
};

/// Puts the model in a folder, in one form, and gives the path to read it from.
struct ModelForm {
  std::string name;  ///< "grafico", "open-exchange-2.1", ...
  std::string format;
  std::string (*write)(const FormsModel& model, const TemporaryFolder& folder);
  bool folders;  ///< whether the form keeps the names of folders
};
const std::vector<ModelForm>& model_forms();

std::string as_archimate(const FormsModel& model);
std::string as_open_exchange(const FormsModel& model);

}  // namespace keuzekaart::testing
