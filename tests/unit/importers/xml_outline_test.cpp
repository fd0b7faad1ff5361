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

TEST(XmlOutline, KnowsWhereEveryElementEnds) {
  XmlOutline outline;
  ASSERT_FALSE(scan_xml("<a><b><c/></b><d/></a>", outline));
  std::string ends;
  for (const XmlElement& e : outline.elements) ends += std::to_string(e.end);
  EXPECT_EQ("4334", ends);
}

TEST(XmlOutline, TextsAreThoseOfTheOtherParser) {
  for (const std::string text :
       {"<a>een &amp; twee</a>", "<a>een<b>los</b>twee<!-- x -->drie</a>", "<a><![CDATA[<een>]]></a>",
        "<a>\r\n een\r twee\r\n&#xD;&#xA; </a>", "<a>x<![CDATA[\r\n&amp;]]>y</a>", "<a> <b/> </a>", "<a/>",
        "<a>&#8364;\xC3\xA9</a>", "<a><b>in</b></a>"}) {
    XmlOutline outline;
    ASSERT_FALSE(scan_xml(text, outline));
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str()));
    std::string expected;
    for (const pugi::xml_node child : document.document_element().children())
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) expected += child.value();
    TextPool pool;
    EXPECT_EQ(expected, content_of(outline, 0, pool)) << text;
  }
}

TEST(XmlOutline, ContentThatStandsThereAsItIsIsNotCopied) {
  const std::string text = "<a>één</a>";
  XmlOutline outline;
  ASSERT_FALSE(scan_xml(text, outline));
  TextPool pool;
  EXPECT_EQ(text.data() + 3, content_of(outline, 0, pool).data());
  EXPECT_EQ(0U, pool.bytes());
}

TEST(XmlOutline, NamespacesHoldUntilTheElementThatDeclaresThemEnds) {
  XmlOutline outline;
  ASSERT_FALSE(scan_xml("<a xmlns='u'><p:b xmlns:p='v'><c xmlns=''/><p:d/></p:b><p:e/><f/></a>", outline));
  const XmlNamespaces namespaces(outline);
  std::string all;
  for (std::uint32_t i = 0; i < outline.elements.size(); ++i)
    all.append(outline.elements[i].name).append("=").append(namespaces.of(i)).append(" ");
  EXPECT_EQ("a=u p:b=v c= p:d=v p:e= f=u ", all);
}

TEST(XmlOutline, TheNamespaceOfTheRootIsOneWhateverItsPrefix) {
  XmlOutline outline;
  ASSERT_FALSE(scan_xml("<a xmlns='u' xmlns:p='u'><p:b/><q:c xmlns:q='u'/><d xmlns='v'/></a>", outline));
  const XmlNamespaces namespaces(outline);
  std::string own;
  for (std::uint32_t i = 0; i < outline.elements.size(); ++i) own += namespaces.is_own(i) ? 'j' : 'n';
  EXPECT_EQ("jjjn", own);
}

}  // namespace
}  // namespace keuzekaart
