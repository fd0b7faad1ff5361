#pragma once
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "importers/xml_outline.hpp"
#include "importers/xml_scan.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// An XML file that passed every guard: UTF-8 (converted from UTF-16, ISO-8859-1 or windows-1252 first), well-formed,
/// no DOCTYPE, only the five named entities, no forbidden characters, no attribute twice, one root, bounded size and
/// depth. Knows where everything stands: pugixml parses a private copy in place, so a pointer into that copy is an
/// offset in the untouched text that `Sources` keeps.
class XmlFile {
 public:
  pugi::xml_node root() const { return document_.document_element(); }
  FileId file() const { return file_; }

  /// Parses `text`, which is the whole of `file`, is kept by `Sources` and has passed `check_xml` or `scan_xml`. What
  /// was parsed before is forgotten and its memory used again.
  void load(FileId file, std::string_view text);

  /// The element's name, after "<".
  Place place_of(pugi::xml_node element) const;
  /// The first character of the attribute's value.
  Place place_of(pugi::xml_attribute attribute) const;
  /// The value of an attribute, with its place; an empty text without a place when the attribute is not there.
  Text text(pugi::xml_node element, const char* attribute, TextPool& pool) const;
  /// All text of an element: every text and CDATA child joined, blanks at both ends dropped. The place is the first
  /// character, or the element when it is empty.
  Text content(pugi::xml_node element, TextPool& pool) const;

 private:
  FileId file_ = FileId::none;
  std::string_view text_;
  std::string buffer_;
  pugi::xml_document document_;
};

/// Turns the bytes of an XML file into UTF-8 (by byte order mark, else by declaration, else as UTF-8) and says the
/// first thing that forbids parsing it, if any. Afterwards `bytes` is always valid UTF-8 that can be kept and shown,
/// and the fault's offset is one in it.
std::optional<XmlFault> check_xml(std::string& bytes, const XmlLimits& limits = {});
/// The same, and fills `outline`, which then points into `bytes`.
std::optional<XmlFault> check_xml(std::string& bytes, XmlOutline& outline, const XmlLimits& limits = {});

/// Turns the bytes of an XML file into UTF-8, adds them to `sources` and outlines them. Nothing, with the reason (K103
/// to K109), when a guard refuses them.
std::optional<FileId> outline_xml(std::string path, std::string bytes, XmlOutline& outline, Sources& sources,
                                  Diagnostics& diagnostics, const XmlLimits& limits = {});

/// Reports a fault in a file.
void report_fault(const XmlFault& fault, FileId file, Diagnostics& diagnostics);

/// Parses UTF-8 `text`, which is the whole of `file`. Null when a guard or the parser refuses it; the diagnostic says
/// where and why (K103 to K109).
std::unique_ptr<XmlFile> parse_guarded(FileId file, std::string_view text, Diagnostics& diagnostics,
                                       const XmlLimits& limits = {});

/// Reads a file, converts it to UTF-8 by BOM or declaration, adds it to `sources` and parses it. Null when it cannot be
/// read (K101), is in an encoding that is not known (K104) or is refused.
std::unique_ptr<XmlFile> read_xml(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                  const XmlLimits& limits = {});

/// The same from the bytes of a file; `path` is only shown.
std::unique_ptr<XmlFile> xml_of_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics,
                                      const XmlLimits& limits = {});

/// The part of a qualified name after the colon. Namespaces are told apart by URI (`namespace_of`), never by prefix.
std::string_view local_name(std::string_view qualified_name);
/// The URI of the namespace that the element is in, by the xmlns declarations around it.
std::string_view namespace_of(pugi::xml_node element);

}  // namespace keuzekaart
