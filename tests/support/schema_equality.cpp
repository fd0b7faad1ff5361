#include "tests/support/schema_equality.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

namespace keuzekaart::testing {

namespace {

/// Blanks between the tags of an element without content: the XSD refuses them, the program lets a person be.
bool only_the_schema_minds(const std::string& reason) {
  return reason.find("because the content type is empty") != std::string::npos;
}

void rename_ids(pugi::xml_node node) {
  if (pugi::xml_attribute id = node.attribute("id")) id.set_value((std::string(id.value()) + "-2").c_str());
  for (const pugi::xml_node child : node.children()) rename_ids(child);
}

}  // namespace

SchemaEquality::SchemaEquality(const Subject& subject) : subject_(subject) {
  EXPECT_TRUE(original_.load_file(subject.complete.c_str()));
}

/// Every kind of element once, by its name and its parent's name.
std::vector<pugi::xml_node> SchemaEquality::elements(pugi::xml_document& document) const {
  std::vector<pugi::xml_node> found;
  std::set<std::string> seen;
  std::vector<pugi::xml_node> open = {document.document_element()};
  while (!open.empty()) {
    const pugi::xml_node node = open.back();
    open.pop_back();
    const bool more = subject_.has_everything(node);
    if (seen.insert(std::string(node.parent().name()) + "/" + node.name() + (more ? "+" : "")).second)
      found.push_back(node);
    for (const pugi::xml_node child : node.children())
      if (child.type() == pugi::node_element) open.push_back(child);
  }
  return found;
}

/// Changes the `index`-th element of a fresh copy, and judges the result by both.
void SchemaEquality::judge(std::size_t index, const std::string& what,
                           const std::function<void(pugi::xml_node)>& change) {
  pugi::xml_document copy;
  copy.reset(original_);
  const pugi::xml_node node = elements(copy).at(index);
  const std::string name = std::string(node.parent().name()) + "/" + node.name();
  subject_.leave_only_what_matters_to(node);
  change(node);
  std::ostringstream text;
  copy.save(text, "", pugi::format_raw);
  const std::string xml = text.str();
  const std::string by_schema = subject_.schema.judge(xml), by_program = subject_.verdict(xml);
  ++(by_schema.empty() ? good_ : bad_);
  if (by_schema.empty() != by_program.empty() && !only_the_schema_minds(by_schema) && ++differences_ <= 20)
    ADD_FAILURE() << name << ", " << what << ": program says '" << by_program << "', schema says '" << by_schema << "'";
}

grammar::Form SchemaEquality::form_of(pugi::xml_node node, std::string_view attribute) const {
  grammar::Form form{};
  grammar::for_each_element(subject_.grammar.root, nullptr,
                            [&](const grammar::ElementRule& rule, const grammar::ElementRule* parent) {
                              if (rule.name != node.name() || (parent && parent->name != node.parent().name())) return;
                              for (const auto& a : rule.attributes)
                                if (a.name == attribute) form = a.form;
                            });
  return form;
}

void SchemaEquality::both_accept_the_complete_file() {
  judge(0, "unchanged", [](pugi::xml_node) {});
  EXPECT_EQ(1U, good_);
}

void SchemaEquality::the_complete_file_holds_every_element_and_attribute() {
  std::set<std::string> known, used;
  grammar::for_each_element(
      subject_.grammar.root, nullptr, [&](const grammar::ElementRule& rule, const grammar::ElementRule* parent) {
        const std::string name = std::string(parent ? parent->name : "") + "/" + std::string(rule.name);
        known.insert(name);
        for (const auto& a : rule.attributes) known.insert(name + "@" + std::string(a.name));
      });
  for (const pugi::xpath_node found : original_.select_nodes("//*")) {
    const std::string name = std::string(found.node().parent().name()) + "/" + found.node().name();
    used.insert(name);
    for (const pugi::xml_attribute a : found.node().attributes())
      if (std::string_view(a.name()) != "xmlns") used.insert(name + "@" + a.name());
  }
  std::vector<std::string> different;
  std::ranges::set_symmetric_difference(known, used, std::back_inserter(different));
  EXPECT_EQ(std::vector<std::string>(), different);
}

void SchemaEquality::attributes_left_out_misspelt_or_added() {
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    judge(i, "unknown attribute", [](pugi::xml_node n) { n.append_attribute("onbekend") = "x"; });
    judge(i, "xml:lang", [](pugi::xml_node n) { n.append_attribute("xml:lang") = "nl"; });
    for (const pugi::xml_attribute a : nodes[i].attributes()) {
      const std::string name = a.name();
      if (name == "xmlns") continue;
      judge(i, "without " + name, [&](pugi::xml_node n) { n.remove_attribute(name.c_str()); });
      judge(i, "misspelt " + name, [&](pugi::xml_node n) { n.attribute(name.c_str()).set_name((name + "x").c_str()); });
    }
  }
}

void SchemaEquality::values(const std::vector<std::string>& telling, const std::vector<std::string>& borders) {
  std::set<grammar::Form> seen;
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (const pugi::xml_attribute a : nodes[i].attributes()) {
      if (std::string_view(a.name()) == "xmlns") continue;
      const auto try_value = [&](const std::string& value) {
        judge(i, std::string(a.name()) + "='" + value + "'",
              [&](pugi::xml_node n) { n.attribute(a.name()).set_value(value.c_str()); });
      };
      for (const std::string& value : telling) try_value(value);
      if (seen.insert(form_of(nodes[i], a.name())).second)
        for (const std::string& value : borders) try_value(value);
    }
  forms_seen_ = seen.size();
}

void SchemaEquality::elements_left_out_repeated_renamed_or_moved() {
  const std::size_t count = elements(original_).size();
  for (std::size_t i = 1; i < count; ++i) {
    judge(i, "as it is", [](pugi::xml_node) {});
    ASSERT_EQ(0U, bad_) << "the file to change is wrong itself";
  }
  for (std::size_t i = 1; i < count; ++i) {
    judge(i, "left out", [](pugi::xml_node n) { n.parent().remove_child(n); });
    judge(i, "repeated with the same id", [](pugi::xml_node n) { n.parent().insert_copy_after(n, n); });
    judge(i, "repeated", [](pugi::xml_node n) { rename_ids(n.parent().insert_copy_after(n, n)); });
    judge(i, "renamed", [](pugi::xml_node n) { n.set_name((std::string(n.name()) + "x").c_str()); });
    judge(i, "in no namespace", [](pugi::xml_node n) { n.append_attribute("xmlns") = ""; });
    judge(i, "moved to the front", [](pugi::xml_node n) { n.parent().prepend_move(n); });
    judge(i, "moved to the end", [](pugi::xml_node n) { n.parent().append_move(n); });
    judge(i, "emptied", [](pugi::xml_node n) { n.remove_children(); });
  }
}

void SchemaEquality::text_and_comments_where_elements_belong() {
  const std::size_t count = elements(original_).size();
  for (std::size_t i = 0; i < count; ++i) {
    judge(i, "text", [](pugi::xml_node n) { n.append_child(pugi::node_pcdata).set_value("tekst"); });
    judge(i, "blanks", [](pugi::xml_node n) { n.append_child(pugi::node_pcdata).set_value(" \n"); });
    judge(i, "comment", [](pugi::xml_node n) { n.append_child(pugi::node_comment).set_value("tekst"); });
    judge(i, "CDATA", [](pugi::xml_node n) { n.append_child(pugi::node_cdata).set_value("tekst"); });
  }
}

void SchemaEquality::every_element_in_every_other(std::string_view kept) {
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  std::set<std::string> texts;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    // Elements that hold text are all of one type: one stands for all.
    if (nodes[i].first_child().type() == pugi::node_pcdata && !texts.insert("text").second) continue;
    std::set<std::string> guests;
    for (const pugi::xml_node guest : nodes) {
      if (!guests.insert(guest.name()).second) continue;
      judge(i, std::string("with a ") + guest.name(), [&](pugi::xml_node n) {
        pugi::xml_node added = n.append_copy(guest);
        while (added.first_child() && guest.name() != kept) added.remove_child(added.first_child());
        rename_ids(added);
      });
    }
  }
}

}  // namespace keuzekaart::testing
