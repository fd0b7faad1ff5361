#include "tests/support/schema.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <stdexcept>

namespace keuzekaart {

namespace {

/// Keeps the first message only.
void keep_first(void* kept, xmlErrorPtr error) {
  auto& message = *static_cast<std::string*>(kept);
  if (message.empty()) message = error->message ? error->message : "?";
}

template <class Type, void (*release)(Type*)>
struct Release {
  void operator()(Type* pointer) const { release(pointer); }
};
template <class Type, void (*release)(Type*)>
using Owned = std::unique_ptr<Type, Release<Type, release>>;

}  // namespace

struct Schema::Parts {
  Owned<xmlSchema, xmlSchemaFree> schema;
};

Schema::Schema(const std::string& path) : parts_(std::make_unique<Parts>()) {
  std::string message;
  const Owned<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt> context(xmlSchemaNewParserCtxt(path.c_str()));
  xmlSchemaSetParserStructuredErrors(context.get(), keep_first, &message);
  parts_->schema.reset(xmlSchemaParse(context.get()));
  if (!parts_->schema) throw std::runtime_error(path + ": " + message);
}

Schema::~Schema() = default;

std::string Schema::judge(const std::string& xml) const {
  const Owned<xmlDoc, xmlFreeDoc> document(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "", nullptr,
                                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!document) return "not well-formed";
  std::string message;
  const Owned<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt> context(xmlSchemaNewValidCtxt(parts_->schema.get()));
  xmlSchemaSetValidStructuredErrors(context.get(), keep_first, &message);
  const int result = xmlSchemaValidateDoc(context.get(), document.get());
  if (result == 0) return {};
  return message.empty() ? "refused" : message;
}

}  // namespace keuzekaart
