#include "importers/guarded_xml.hpp"

#include <algorithm>
#include <new>
#include <stdexcept>

#include "importers/read_file.hpp"
#include "importers/text_encoding.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

Place XmlFile::place_of(pugi::xml_node element) const {
  return {file_, static_cast<std::uint32_t>(element.name() - buffer_.data())};
}

Place XmlFile::place_of(pugi::xml_attribute attribute) const {
  return {file_, static_cast<std::uint32_t>(attribute.value() - buffer_.data())};
}

Text XmlFile::text(pugi::xml_node element, const char* attribute, TextPool& pool) const {
  const pugi::xml_attribute found = element.attribute(attribute);
  if (!found) return {};
  return {pool.keep(found.value()), place_of(found)};
}

Text XmlFile::content(pugi::xml_node element, TextPool& pool) const {
  constexpr std::string_view blanks = " \t\r\n";
  std::string joined;
  Place place = place_of(element);
  bool blank = true;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    const std::string_view value = child.value();
    if (blank && value.find_first_not_of(blanks) != std::string_view::npos) {
      // The untouched text: pugixml has made one character of each line end.
      const std::size_t start =
          text_.find_first_not_of(blanks, static_cast<std::size_t>(value.data() - buffer_.data()));
      place.offset = static_cast<std::uint32_t>(start);
      blank = false;
    }
    joined += value;
  }
  if (blank) return {{}, place};
  const std::size_t first = joined.find_first_not_of(blanks);
  const std::size_t last = joined.find_last_not_of(blanks);
  return {pool.keep(std::string_view(joined).substr(first, last - first + 1)), place};
}

void XmlFile::load(FileId file, std::string_view text) {
  file_ = file;
  text_ = text;
  buffer_.assign(text);
  const pugi::xml_parse_result result =
      document_.load_buffer_inplace(buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) throw std::logic_error("XML that passed the scan was refused by the parser");
}

namespace {

XmlFault encoding_fault(std::string_view variant, std::size_t offset, std::string_view argument) {
  return {Code::K104, variant, offset, {std::string(argument)}};
}

std::string_view shown_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::windows_1252:
      return "windows-1252";
    default:
      return "UTF-16";
  }
}

/// The name in encoding="..." of an XML declaration, as a part of `bytes`; empty when there is none.
std::string_view declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{512}));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[at], at + 1);
  if (close == std::string_view::npos) return {};
  return declaration.substr(at + 1, close - at - 1);
}

/// Converts to UTF-8 when that is needed. UTF-8 itself is not looked at here: the scan does.
std::optional<XmlFault> convert(std::string& bytes) {
  using namespace std::string_view_literals;
  const auto become = [&](Encoding encoding) -> std::optional<XmlFault> {
    DecodedText decoded = decode(std::move(bytes), encoding);
    bytes = std::move(decoded.text);
    if (decoded.fault) return encoding_fault("invalid-bytes", *decoded.fault, shown_name(encoding));
    return std::nullopt;
  };
  if (const auto mark = encoding_of_mark(bytes)) return become(*mark);
  const std::string_view start(bytes.data(), std::min<std::size_t>(bytes.size(), 4));
  if (start == "\xFF\xFE\0\0"sv || start == "\0\0\xFE\xFF"sv) {
    bytes = decode_undeclared(std::move(bytes)).text;
    return encoding_fault("not-read", 0, "UTF-32");
  }
  if (start.starts_with("<\0"sv) || start.starts_with("\0<"sv)) {
    const Encoding order = start[0] == '<' ? Encoding::utf16_le : Encoding::utf16_be;
    bytes = decode(std::move(bytes), order).text;
    return encoding_fault("no-mark", 0, "UTF-16");
  }
  const std::string_view name = declared_encoding(bytes);
  if (name.empty()) return std::nullopt;
  const std::optional<Encoding> encoding = encoding_named(name);
  if (encoding == Encoding::utf8) return std::nullopt;
  if (encoding == Encoding::windows_1252) return become(*encoding);
  const XmlFault fault =
      encoding_fault(encoding ? "contradicts" : "not-read", static_cast<std::size_t>(name.data() - bytes.data()), name);
  bytes = decode_undeclared(std::move(bytes)).text;
  return fault;
}

}  // namespace

namespace {

std::optional<XmlFault> check(std::string& bytes, const XmlLimits& limits, const auto& scan) {
  if (bytes.size() <= limits.bytes)
    if (std::optional<XmlFault> fault = convert(bytes)) return fault;
  std::optional<XmlFault> fault = scan(std::string_view(bytes));
  if (fault && first_invalid_utf8(bytes) != std::string::npos) bytes = decode(std::move(bytes), Encoding::utf8).text;
  return fault;
}

}  // namespace

std::optional<XmlFault> check_xml(std::string& bytes, const XmlLimits& limits) {
  return check(bytes, limits, [&](std::string_view text) { return scan_xml(text, limits); });
}

std::optional<XmlFault> check_xml(std::string& bytes, XmlOutline& outline, const XmlLimits& limits) {
  return check(bytes, limits, [&](std::string_view text) { return scan_xml(text, outline, limits); });
}

void report_fault(const XmlFault& fault, FileId file, Diagnostics& diagnostics) {
  Diagnostic& reported =
      fault.code == Code::K109
          ? diagnostics.report_file(fault.code, file, fault.arguments)
          : diagnostics.report(fault.code, Place{file, static_cast<std::uint32_t>(fault.offset)}, fault.arguments);
  reported.variant = fault.variant;
}

std::optional<FileId> outline_xml(std::string path, std::string bytes, XmlOutline& outline, Sources& sources,
                                  Diagnostics& diagnostics, const XmlLimits& limits) {
  const std::optional<XmlFault> fault = check_xml(bytes, outline, limits);
  const char* const outlined = bytes.data();
  const FileId file = sources.add(std::move(path), std::move(bytes));
  if (fault) {
    report_fault(*fault, file, diagnostics);
    return std::nullopt;
  }
  // A text of a few bytes is moved by copying it.
  if (sources.text(file).data() != outlined) scan_xml(sources.text(file), outline, limits);
  return file;
}

std::unique_ptr<XmlFile> parse_guarded(FileId file, std::string_view text, Diagnostics& diagnostics,
                                       const XmlLimits& limits) {
  if (const std::optional<XmlFault> fault = scan_xml(text, limits)) {
    report_fault(*fault, file, diagnostics);
    return nullptr;
  }
  auto xml = std::make_unique<XmlFile>();
  xml->load(file, text);
  return xml;
}

std::unique_ptr<XmlFile> read_xml(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                  const XmlLimits& limits) {
  std::optional<std::string> bytes = read_file(path, diagnostics, limits.bytes);
  return bytes ? xml_of_bytes(path, std::move(*bytes), sources, diagnostics, limits) : nullptr;
}

std::unique_ptr<XmlFile> xml_of_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics,
                                      const XmlLimits& limits) {
  const std::optional<XmlFault> fault = check_xml(bytes, limits);
  const FileId file = sources.add(std::move(path), std::move(bytes));
  if (fault) {
    report_fault(*fault, file, diagnostics);
    return nullptr;
  }
  auto xml = std::make_unique<XmlFile>();
  xml->load(file, sources.text(file));
  return xml;
}

std::string_view local_name(std::string_view qualified_name) {
  const std::size_t colon = qualified_name.find(':');
  return colon == std::string_view::npos ? qualified_name : qualified_name.substr(colon + 1);
}

std::string_view namespace_of(pugi::xml_node element) {
  const std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = element; at; at = at.parent())
    if (const pugi::xml_attribute found = at.attribute(declaration.c_str())) return found.value();
  return {};
}

}  // namespace keuzekaart
