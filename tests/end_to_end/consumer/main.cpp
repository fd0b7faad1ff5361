// A program of someone else that uses the installed libraries: where does a word stand in a file?
#include <cstdio>
#include <string>

#include "importers/read_file.hpp"
#include "modeler/source/sources.hpp"

int main(int, char** arguments) {
  keuzekaart::Diagnostics diagnostics;
  auto text = keuzekaart::read_file(arguments[1], diagnostics);
  if (!text) return 1;
  const auto offset = static_cast<std::uint32_t>(text->find(arguments[2]));
  keuzekaart::Sources sources;
  const keuzekaart::FileId file = sources.add(arguments[1], std::move(*text));
  std::puts(keuzekaart::to_string(sources.locate({file, offset})).c_str());
}
