#include "tests/support/workbook_text.hpp"

#include <fmt/format.h>

#include <sstream>

namespace keuzekaart::testing {

namespace {

constexpr const char* main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, relations, type, target);
}

std::string relationships(const std::string& content) {
  return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + content +
         "</Relationships>";
}

}  // namespace

std::vector<ZipPart> WorkbookText::parts() const {
  std::vector<ZipPart> parts;
  const auto add = [&](const std::string& name, const std::string& content) {
    ZipPart part;
    part.name = name;
    part.content = content;
    part.packed = true;
    parts.push_back(std::move(part));
  };
  add("[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)");
  add("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
  std::string listed;
  std::string related;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    listed += fmt::format(R"(<sheet name="{}" sheetId="{}" state="{}" r:id="rId{}"/>)", sheets[i].name, i + 1,
                          sheets[i].state, i + 1);
    related += relationship(fmt::format("rId{}", i + 1), "worksheet", fmt::format("worksheets/sheet{}.xml", i + 1));
    add(fmt::format("xl/worksheets/sheet{}.xml", i + 1),
        fmt::format(R"(<worksheet xmlns="{}">{}</worksheet>)", main_namespace, sheets[i].content));
  }
  if (!strings.empty()) {
    related += relationship("rIdS", "sharedStrings", "/xl/sharedStrings.xml");
    add("xl/sharedStrings.xml", fmt::format(R"(<sst xmlns="{}">{}</sst>)", main_namespace, strings));
  }
  if (!styles.empty()) {
    related += relationship("rIdT", "styles", "styles.xml");
    add("xl/styles.xml", fmt::format(R"(<styleSheet xmlns="{}">{}</styleSheet>)", main_namespace, styles));
  }
  add("xl/_rels/workbook.xml.rels", relationships(related));
  add("xl/workbook.xml",
      fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><workbookPr {}/><sheets>{}</sheets></workbook>)", main_namespace,
                  relations, properties, listed));
  return parts;
}

std::string rows_of(const std::string& lines) {
  std::string out = "<sheetData>";
  std::istringstream in(lines);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    out += fmt::format("<row r=\"{}\">", ++number);
    std::istringstream cells(line);
    char column = 'A';
    for (std::string cell; std::getline(cells, cell, '|'); ++column)
      if (!cell.empty())
        out += fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", column, number, cell);
    out += "</row>";
  }
  return out + "</sheetData>";
}

}  // namespace keuzekaart::testing
