#include "importers/xml_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "importers/text_encoding.hpp"
#include "importers/xml_outline.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

enum Class : unsigned char { name_start = 1, name_part = 2, blank = 4, plain_text = 8, plain_value = 16 };

constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 0; c < 0x80; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    const bool digit = (c >= '0' && c <= '9') || c == '-' || c == '.';
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    unsigned bits = 0;
    if (letter) bits |= name_start;
    if (letter || digit) bits |= name_part;
    if (space) bits |= blank;
    if ((c >= 0x20 || space) && c != '<' && c != '&') {
      if (c != ']') bits |= plain_text;
      if (c != '"' && c != '\'' && (c == ' ' || !space)) bits |= plain_value;
    }
    table[c] = static_cast<unsigned char>(bits);
  }
  return table;
}();

bool is(char c, unsigned mask) { return (classes[static_cast<unsigned char>(c)] & mask) != 0; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

/// Characters that XML 1.0 allows.
bool allowed(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/// NameStartChar and NameChar of XML 1.0 (fifth edition), past ASCII.
bool starts_name(char32_t c) {
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x1FFF && c != 0x37E) ||
         c == 0x200C || c == 0x200D || (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}
bool continues_name(char32_t c) {
  return starts_name(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

constexpr std::size_t large_text = std::size_t{1024} * 1024;

/// Attributes up to here are compared one by one, more are sorted.
constexpr std::size_t few_attributes = 12;

class Scanner {
 public:
  Scanner(std::string_view text, const XmlLimits& limits, XmlOutline* outline)
      : text_(text), begin_(text.data()), at_(begin_), end_(begin_ + text.size()), limits_(limits), outline_(outline) {}

  std::optional<XmlFault> run() {
    if (text_.size() > limits_.bytes)
      fail(Code::K109, "limit", begin_, {fmt::format("{}", limits_.bytes / 1024 / 1024)});
    else
      document();
    return std::move(fault_);
  }

 private:
  bool fail(Code code, std::string_view variant, const char* where, std::vector<std::string> arguments = {}) {
    fault_ = XmlFault{code, variant, static_cast<std::size_t>(where - begin_), std::move(arguments)};
    return false;
  }
  bool malformed(std::string_view variant, const char* where, std::vector<std::string> arguments = {}) {
    return fail(Code::K103, variant, where, std::move(arguments));
  }
  bool cut_off() {
    if (open_.empty()) return malformed("cut-off-early", end_);
    const auto line = std::count(begin_, open_.back().data(), '\n') + 1;
    return malformed("cut-off", end_, {std::string(open_.back()), fmt::format("{}", line)});
  }

  bool ahead(std::string_view what) const {
    return static_cast<std::size_t>(end_ - at_) >= what.size() && std::string_view(at_, what.size()) == what;
  }
  /// The text ends inside `what`.
  bool ends_inside(std::string_view what) const {
    const auto left = static_cast<std::size_t>(end_ - at_);
    return left < what.size() && std::string_view(at_, left) == what.substr(0, left);
  }
  /// Steps over every character of these classes. In a local variable: this is where the time goes.
  void pass_all(unsigned mask) {
    const char* at = at_;
    while (at != end_ && is(*at, mask)) ++at;
    at_ = at;
  }
  bool skip_blanks() {
    const char* start = at_;
    pass_all(blank);
    return at_ != start;
  }

  /// Steps over one character that is not in a fast class. Says what is wrong with it.
  bool character() {
    const auto byte = static_cast<unsigned char>(*at_);
    if (byte < 0x80U) {
      if (!allowed(byte)) return fail(Code::K108, "", at_, {fmt::format("U+{:04X}", unsigned{byte})});
      ++at_;
      return true;
    }
    const auto offset = static_cast<std::size_t>(at_ - begin_);
    const std::size_t length = utf8_length(text_, offset);
    if (length == 0) return fail(Code::K104, "invalid-bytes", at_, {"UTF-8"});
    if (byte == 0xEFU && text_[offset + 1] == '\xBF' && static_cast<unsigned char>(text_[offset + 2]) >= 0xBEU)
      return fail(Code::K108, "", at_, {text_[offset + 2] == '\xBE' ? "U+FFFE" : "U+FFFF"});
    at_ += length;
    return true;
  }

  char32_t peek_code_point() const {
    const auto offset = static_cast<std::size_t>(at_ - begin_);
    const auto part = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(at_[i])); };
    switch (utf8_length(text_, offset)) {
      case 2:
        return ((part(0) & 0x1FU) << 6U) | (part(1) & 0x3FU);
      case 3:
        return ((part(0) & 0x0FU) << 12U) | ((part(1) & 0x3FU) << 6U) | (part(2) & 0x3FU);
      case 4:
        return ((part(0) & 0x07U) << 18U) | ((part(1) & 0x3FU) << 12U) | ((part(2) & 0x3FU) << 6U) | (part(3) & 0x3FU);
      default:
        return 0;
    }
  }

  /// A name, or an empty view when none stands here (then a fault may have been set for bad bytes).
  std::string_view name() {
    const char* start = at_;
    if (at_ == end_) return {};
    if (is_ascii(*at_)) {
      if (!is(*at_, name_start)) return {};
    } else if (!starts_name(peek_code_point())) {
      if (peek_code_point() == 0) character();
      return {};
    }
    for (;;) {
      pass_all(name_part);
      if (at_ == end_ || is_ascii(*at_) || !continues_name(peek_code_point())) break;
      at_ += utf8_length(text_, static_cast<std::size_t>(at_ - begin_));
    }
    return {start, static_cast<std::size_t>(at_ - start)};
  }

  bool document() {
    if (std::all_of(begin_, end_, [](char c) { return is(c, blank); })) return malformed("empty", begin_);
    if (ahead("<?xml") && (at_ + 5 == end_ || is(at_[5], blank)) && !declaration()) return false;
    while (at_ != end_) {
      if (*at_ == '<' ? !markup() : !characters()) return false;
    }
    if (!open_.empty()) return cut_off();
    return root_seen_ || malformed("cut-off-early", end_);
  }

  bool declaration() {
    at_ += 5;
    for (int number = 0;; ++number) {
      const bool spaced = skip_blanks();
      if (at_ == end_) return cut_off();
      if (number > 0 && ahead("?>")) {
        at_ += 2;
        return true;
      }
      if (ends_inside("?>")) return cut_off();
      const char* start = at_;
      const std::string_view key = name();
      if (fault_) return false;
      const bool expected = number == 0 ? key == "version" : key == "encoding" || key == "standalone";
      if (at_ != end_ && (!spaced || !expected)) return malformed("bad-declaration", start);
      if (!value_of(key)) return false;
      const bool digits = value_.find_first_not_of("0123456789", 2) == std::string_view::npos;
      if (key == "version" && !(value_.size() > 2 && value_.starts_with("1.") && digits))
        return malformed("bad-declaration", value_.data());
      if (key == "standalone" && value_ != "yes" && value_ != "no") return malformed("bad-declaration", value_.data());
    }
  }

  /// Text between tags, up to the next '<' or '&' or the end.
  bool characters() {
    const char* run = at_;
    skip_blanks();
    if (at_ == end_ || *at_ == '<') return true;
    const char* start = at_;
    if (open_.empty()) {
      if (*at_ != '&' && !character()) return false;
      return malformed(root_seen_ ? "text-after-root" : "not-xml", start);
    }
    while (at_ != end_ && *at_ != '<') {
      if (is(*at_, plain_text)) {
        pass_all(plain_text);
      } else if (*at_ == '&') {
        if (!reference()) return false;
      } else if (*at_ == ']') {
        if (ahead("]]>")) return malformed("section-end", at_);
        ++at_;
      } else if (!character())
        return false;
    }
    list_text(run, at_, false);
    return true;
  }

  void list_text(const char* start, const char* end, bool section) {
    if (outline_ == nullptr || open_numbers_.empty() || start == end) return;
    outline_->texts.push_back(
        {std::string_view(start, static_cast<std::size_t>(end - start)), open_numbers_.back(), section});
  }

  /// '&' and what follows.
  bool reference() {
    const char* start = at_++;
    if (at_ == end_) return cut_off();
    if (*at_ == '#') return character_reference(start);
    const std::string_view entity = name();
    if (fault_) return false;
    if (at_ == end_) return cut_off();
    if (entity.empty() || *at_ != ';') return malformed("bare-ampersand", start);
    if (entity != "amp" && entity != "lt" && entity != "gt" && entity != "quot" && entity != "apos")
      return malformed("unknown-entity", start, {std::string(entity)});
    ++at_;
    return true;
  }

  bool character_reference(const char* start) {
    ++at_;
    const bool hexadecimal = at_ != end_ && *at_ == 'x';
    if (hexadecimal) ++at_;
    char32_t number = 0;
    const char* digits = at_;
    for (; at_ != end_ && *at_ != ';'; ++at_) {
      const char c = *at_;
      const bool decimal = c >= '0' && c <= '9';
      const bool letter = hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
      if (!decimal && !letter) return malformed("bad-reference", start);
      const auto digit = static_cast<char32_t>(decimal ? c - '0' : (c | 0x20) - 'a' + 10);
      if (number <= 0x10FFFF) number = number * (hexadecimal ? 16 : 10) + digit;
    }
    if (at_ == end_) return cut_off();
    if (at_ == digits) return malformed("bad-reference", start);
    ++at_;
    if (!allowed(number))
      return fail(Code::K108, "reference", start, {std::string(start, static_cast<std::size_t>(at_ - start))});
    return true;
  }

  bool markup() {
    if (at_ + 1 == end_) return ++at_, cut_off();
    switch (at_[1]) {
      case '/':
        return end_tag();
      case '!':
        return declaration_or_comment();
      case '?':
        return instruction();
      default:
        return start_tag();
    }
  }

  /// Steps to after `ending`, through characters that are only checked.
  bool pass(std::string_view ending) {
    while (at_ != end_) {
      if (*at_ == ending[0] && ahead(ending)) {
        at_ += ending.size();
        return true;
      }
      if (is(*at_, plain_text | plain_value))
        ++at_;
      else if (!character())
        return false;
    }
    return cut_off();
  }

  bool declaration_or_comment() {
    if (ahead("<!--")) {
      at_ += 4;
      if (!pass("--")) return false;
      if (at_ == end_) return cut_off();
      if (*at_ != '>') return malformed("double-hyphen", at_ - 2);
      ++at_;
      return true;
    }
    if (ahead("<![CDATA[")) {
      if (open_.empty()) return malformed(root_seen_ ? "text-after-root" : "not-xml", at_);
      at_ += 9;
      const char* start = at_;
      if (!pass("]]>")) return false;
      list_text(start, at_ - 3, true);
      return true;
    }
    if (ahead("<!DOCTYPE")) return fail(Code::K105, "", at_);
    if (ends_inside("<!--") || ends_inside("<![CDATA[") || ends_inside("<!DOCTYPE")) return cut_off();
    return malformed("name-expected", at_ + 1);
  }

  bool instruction() {
    const char* start = at_;
    at_ += 2;
    const std::string_view target = name();
    if (fault_) return false;
    if (at_ == end_) return cut_off();
    if (target.empty()) return malformed("name-expected", at_);
    if (target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l')
      return malformed("late-declaration", start);
    if (!is(*at_, blank) && !ahead("?>") && !ends_inside("?>")) return malformed("name-expected", at_);
    return pass("?>");
  }

  bool end_tag() {
    const char* start = at_;
    at_ += 2;
    const std::string_view closed = name();
    if (fault_) return false;
    skip_blanks();
    if (at_ == end_) return cut_off();
    if (closed.empty()) return malformed("name-expected", at_);
    if (*at_ != '>') return malformed("tag-not-closed", at_, {"/" + std::string(closed)});
    ++at_;
    if (open_.empty()) return malformed("nothing-to-close", start, {std::string(closed)});
    if (open_.back() != closed) {
      const auto line = std::count(begin_, open_.back().data(), '\n') + 1;
      return malformed("mismatched-end", start,
                       {std::string(closed), std::string(open_.back()), fmt::format("{}", line)});
    }
    open_.pop_back();
    if (outline_ != nullptr) {
      outline_->elements[open_numbers_.back()].end = static_cast<std::uint32_t>(outline_->elements.size());
      open_numbers_.pop_back();
    }
    return true;
  }

  bool start_tag() {
    const char* start = at_++;
    const std::string_view element = name();
    if (fault_) return false;
    if (element.empty()) return malformed("name-expected", at_);
    if (open_.empty() && root_seen_ && at_ != end_) return malformed("second-root", start, {std::string(element)});
    if (open_.size() == limits_.depth) return fail(Code::K106, "", start, {fmt::format("{}", limits_.depth)});
    root_seen_ = true;
    attributes_.clear();
    if (++elements_ > limits_.elements) return too_many(limits_.elements);
    if (outline_ != nullptr) list_element(element);
    for (;;) {
      const bool spaced = skip_blanks();
      if (at_ == end_) return open_.push_back(element), cut_off();
      if (*at_ == '>') {
        ++at_;
        open_.push_back(element);
        if (outline_ != nullptr) open_numbers_.push_back(static_cast<std::uint32_t>(outline_->elements.size() - 1));
        break;
      }
      if (*at_ == '/') {
        if (++at_ == end_) return open_.push_back(element), cut_off();
        if (*at_ != '>') return malformed("tag-not-closed", at_, {std::string(element)});
        ++at_;
        break;
      }
      const char* attribute_start = at_;
      const std::string_view attribute = name();
      if (fault_) return false;
      if (attribute.empty()) return malformed("tag-not-closed", at_, {std::string(element)});
      if (!spaced) return malformed("missing-blank", attribute_start, {std::string(attribute)});
      if (!remember(attribute)) return false;
      if (!value_of(attribute)) return false;
      if (++attribute_total_ > limits_.attributes) return too_many(limits_.attributes);
      if (outline_ != nullptr) list_attribute(attribute);
    }
    return attributes_.size() <= few_attributes || no_repeats();
  }

  bool too_many(std::size_t limit) { return fail(Code::K109, "elements", at_, {fmt::format("{}", limit)}); }

  void list_element(std::string_view name) {
    const auto number = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
    std::uint32_t prefix = 0;
    for (std::uint32_t i = 0; i < name.size() && prefix == 0; ++i)
      if (name[i] == ':') prefix = i + 1;
    outline_->elements.push_back({name, static_cast<std::uint32_t>(open_.size()), number(outline_->attributes), 0,
                                  number(outline_->elements) + 1, number(outline_->texts), prefix});
  }

  void list_attribute(std::string_view name) {
    if (name.starts_with("xmlns") && (name.size() == 5 || name[5] == ':'))
      outline_->declarations.push_back({static_cast<std::uint32_t>(outline_->elements.size() - 1),
                                        static_cast<std::uint32_t>(outline_->attributes.size())});
    outline_->attributes.push_back({name, value_, value_is_plain_});
    ++outline_->elements.back().attribute_count;
  }

  bool repeated(std::string_view attribute) { return fail(Code::K107, "", attribute.data(), {std::string(attribute)}); }

  bool remember(std::string_view attribute) {
    if (attributes_.size() < few_attributes)
      for (const std::string_view earlier : attributes_)
        if (earlier.size() == attribute.size() && earlier.front() == attribute.front() && earlier == attribute)
          return repeated(attribute);
    attributes_.push_back(attribute);
    return true;
  }

  /// For an element with many attributes: the first repeat in the order of the text.
  bool no_repeats() {
    std::sort(attributes_.begin(), attributes_.end(),
              [](std::string_view a, std::string_view b) { return a != b ? a < b : a.data() < b.data(); });
    std::string_view first;
    for (std::size_t i = 1; i < attributes_.size(); ++i)
      if (attributes_[i] == attributes_[i - 1] && (first.empty() || attributes_[i].data() < first.data()))
        first = attributes_[i];
    return first.empty() || repeated(first);
  }

  /// '=' and a quoted value.
  bool value_of(std::string_view attribute) {
    skip_blanks();
    if (at_ == end_) return cut_off();
    if (*at_ != '=') return malformed("no-value", at_, {std::string(attribute)});
    ++at_;
    skip_blanks();
    if (at_ == end_) return cut_off();
    const char quote = *at_;
    if (quote != '"' && quote != '\'') return malformed("not-quoted", at_, {std::string(attribute)});
    const char* start = ++at_;
    value_is_plain_ = true;
    for (;;) {
      pass_all(plain_value);
      if (at_ == end_) return cut_off();
      if (*at_ == quote) break;
      if (*at_ == '"' || *at_ == '\'') {
        ++at_;
        continue;
      }
      if (is_ascii(*at_)) value_is_plain_ = false;
      if (*at_ == '<') return malformed("less-than-in-value", at_, {std::string(attribute)});
      if (*at_ == '&' ? !reference() : !character()) return false;
    }
    value_ = {start, static_cast<std::size_t>(at_ - start)};
    ++at_;
    return true;
  }

  std::string_view text_;
  const char* begin_;
  const char* at_;
  const char* end_;
  const XmlLimits& limits_;
  XmlOutline* outline_;     ///< where the elements go, or null
  std::string_view value_;  ///< of the last attribute, as it stands
  bool value_is_plain_ = true;
  bool root_seen_ = false;
  std::size_t elements_ = 0;
  std::size_t attribute_total_ = 0;
  std::vector<std::string_view> open_;        ///< names of the elements around
  std::vector<std::uint32_t> open_numbers_;   ///< their numbers in the outline
  std::vector<std::string_view> attributes_;  ///< names of the present element's attributes
  std::optional<XmlFault> fault_;
};

}  // namespace

std::optional<XmlFault> scan_xml(std::string_view text, const XmlLimits& limits) {
  return Scanner(text, limits, nullptr).run();
}

std::optional<XmlFault> scan_xml(std::string_view text, XmlOutline& outline, const XmlLimits& limits) {
  outline.elements.clear();
  outline.attributes.clear();
  outline.texts.clear();
  outline.declarations.clear();
  if (text.size() > large_text) {  // as many as model files hold of each, so that the lists need not grow
    outline.elements.reserve(text.size() / 64);
    outline.attributes.reserve(text.size() / 48);
    outline.texts.reserve(text.size() / 128);
  }
  return Scanner(text, limits, &outline).run();
}

}  // namespace keuzekaart
