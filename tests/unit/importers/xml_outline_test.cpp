#include "importers/xml_outline.hpp"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace keuzekaart {
namespace {

TEST(XmlOutline, ListsElementsAndAttributesInTheOrderOfTheText) {
  XmlOutline outline;
  ASSERT_FALSE(scan_xml("<q:a xmlns:q='u' b='1'><c d='2'/>tekst<e><f/></e></q:a>", outline));
  std::string all;
  for (const XmlElement& e : outline.elements) {
    all += std::string(e.depth, '.') + std::string(e.name);
    for (std::uint32_t i = 0; i < e.attribute_count; ++i)
      all.append(" ").append(outline.attributes[e.first_attribute + i].raw);
    all += '\n';
  }
  EXPECT_EQ("q:a u 1\n.c 2\n.e\n..f\n", all);
  EXPECT_EQ("u", outline.root_namespace());
}

TEST(XmlOutline, ValuesAreThoseOfTheOtherParser) {
  const std::string text =
      "<a plain='één' lines='een\r\ntwee\tdrie\nvier' quotes='\"&quot;&apos;' kept='&#xD;&#xA;&#9;' empty=''"
      " more='&lt;&gt;&amp;amp;&#8364;&#x1F600;'/>";
  XmlOutline outline;
  ASSERT_FALSE(scan_xml(text, outline));
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(text.c_str()));
  TextPool pool;
  for (const XmlAttribute& attribute : outline.attributes)
    EXPECT_EQ(document.document_element().attribute(std::string(attribute.name).c_str()).value(),
              value_of(attribute, pool));
}

TEST(XmlOutline, PlainValuesAreNotCopied) {
  const std::string text = "<a b='één'/>";
  XmlOutline outline;
  ASSERT_FALSE(scan_xml(text, outline));
  TextPool pool;
  EXPECT_EQ(text.data() + text.find("één"), value_of(outline.attributes[0], pool).data());
  EXPECT_EQ(0U, pool.bytes());
}

}  // namespace
}  // namespace keuzekaart
