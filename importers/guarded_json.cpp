#include "importers/guarded_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "importers/read_file.hpp"
#include "importers/text_encoding.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

JsonKind JsonValue::kind() const { return file_ == nullptr ? JsonKind::missing : file_->values_[number_].kind; }

JsonValue JsonValue::operator[](std::string_view name) const {
  if (!is(JsonKind::object)) return {};
  for (const JsonValue member : children())
    if (file_->values_[member.number_].name == name) return member;
  return {};
}

JsonValue::Range JsonValue::children() const {
  if (file_ == nullptr) return {};
  return {{file_, number_ + 1}, {file_, file_->values_[number_].end}};
}

std::size_t JsonValue::size() const {
  const Range all = children();
  return static_cast<std::size_t>(std::distance(all.begin(), all.end()));
}

Text JsonValue::text() const {
  if (file_ == nullptr) return {};
  return {file_->values_[number_].text, place()};
}

Text JsonValue::name() const {
  if (file_ == nullptr) return {};
  const JsonFile::Value& value = file_->values_[number_];
  return {value.name, {file_->file_, value.name_place}};
}

Place JsonValue::place() const {
  if (file_ == nullptr) return {};
  return {file_->file_, file_->values_[number_].place};
}

bool JsonValue::is_true() const { return is(JsonKind::boolean) && text().value == "true"; }

JsonValue::Iterator& JsonValue::Iterator::operator++() {
  number_ = file_->values_[number_].end;
  return *this;
}

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t most_said = 100;  ///< of one kind in one file

/// Why JSON is refused, and where.
struct JsonFault {
  Code code{};
  std::string_view variant;
  std::size_t offset = 0;
  std::vector<std::string> arguments;
};

/// Gives the parser the characters and remembers how far it is: the parser itself does not say where a value stands.
class CountingIterator {
 public:
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using reference = const char&;
  using pointer = const char*;
  using iterator_category = std::input_iterator_tag;

  CountingIterator(const char* at, std::size_t* taken) : at_(at), taken_(taken) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*taken_;
    return *this;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == '.';
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20U && blanks.find(c) == std::string_view::npos; }

std::string shown_control(char c) {
  return fmt::format("U+{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
}

}  // namespace

/// Takes the parser's events and makes the flat list.
class JsonTreeMaker {
 public:
  JsonTreeMaker(FileId id, std::string_view text, TextPool& pool, const JsonLimits& limits, JsonFile& file)
      : text_(text), pool_(pool), limits_(limits), file_(file) {
    file_.file_ = id;
  }

  std::optional<JsonFault> fault;

  /// Parses all of the text. Afterwards everything that is still open ends where the text does.
  void run() {
    nlohmann::json::sax_parse(CountingIterator(text_.data(), &taken_),
                              CountingIterator(text_.data() + text_.size(), &taken_), this);
    while (!open_.empty()) close();
  }

  /// What is said of a file that is read.
  void report_oddities(Diagnostics& diagnostics) const {
    for (const auto& [first, later] : doubled_) {
      const JsonFile::Value& value = file_.values_[later];
      diagnostics.report(Code::K151, {file_.file_, value.name_place}, {std::string(value.name)}).related = {
          file_.file_, file_.values_[first].name_place};
    }
    for (const std::size_t at : controls_)
      diagnostics.report(Code::K152, {file_.file_, static_cast<std::uint32_t>(at)});
  }

  // The events, as nlohmann-json names them.
  bool null() { return add(JsonKind::null, word_start(), {}); }
  bool boolean(bool value) { return add(JsonKind::boolean, word_start(), value ? "true" : "false"); }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& value) {
    const std::size_t at = quote_start() + 1;
    last_quote_ = taken_;
    return add(JsonKind::string, at, kept(value, at));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }  // not in text
  bool key(std::string& value) {
    last_quote_ = taken_;
    name_place_ = quote_start() + 1;
    name_ = kept(value, name_place_);
    return true;
  }
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_object() {
    find_doubled(open_.back());
    return close();
  }
  bool end_array() { return close(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& why) {
    // The parser tells only in its text whether a string was at fault or out of its place.
    const std::string_view reason = why.what();
    const auto says = [reason](std::string_view words) { return reason.find(words) != std::string_view::npos; };
    fault = fault_at(position, says("invalid string"), says("unexpected string literal"));
    return false;
  }

 private:
  /// Where the token that was just taken begins; `taken` may be one past it.
  std::size_t word_start() const {
    std::size_t at = taken_;
    if (at > 0 && !is_word(text_[at - 1])) --at;
    while (at > 0 && is_word(text_[at - 1])) --at;
    return at;
  }

  /// Where the quote stands that opens the string whose closing quote was just taken.
  std::size_t quote_start() const {
    std::size_t at = taken_ - 1;
    for (;;) {
      at = text_.rfind('"', at - 1);
      std::size_t slashes = 0;
      while (slashes < at && text_[at - slashes - 1] == '\\') ++slashes;
      if (slashes % 2 == 0) return at;
    }
  }

  bool number() {
    const std::size_t first = word_start();
    std::size_t last = first;
    while (last < text_.size() && is_word(text_[last])) ++last;
    return add(JsonKind::number, first, pool_.keep(text_.substr(first, last - first)));
  }

  std::string_view kept(std::string& value, std::size_t at) {
    const auto end = std::remove_if(value.begin(), value.end(), is_control);
    if (end != value.end()) {
      value.erase(end, value.end());
      if (controls_.size() < most_said) controls_.push_back(at);
    }
    return pool_.keep(value);
  }

  bool add(JsonKind kind, std::size_t place, std::string_view text) {
    if (file_.values_.size() == limits_.values) {
      fault = JsonFault{Code::K109, "values", 0, {fmt::format("{}", limits_.values)}};
      return false;
    }
    JsonFile::Value made;
    made.kind = kind;
    made.place = static_cast<std::uint32_t>(place);
    made.name_place = static_cast<std::uint32_t>(name_place_);
    made.end = static_cast<std::uint32_t>(file_.values_.size() + 1);
    made.name = name_;
    made.text = text;
    name_ = {};
    name_place_ = 0;
    file_.values_.push_back(made);
    return true;
  }

  bool open(JsonKind kind) {
    if (open_.size() == limits_.depth) {
      fault = JsonFault{Code::K106, "json", taken_ - 1, {fmt::format("{}", limits_.depth)}};
      return false;
    }
    open_.push_back(static_cast<std::uint32_t>(file_.values_.size()));
    if (add(kind, taken_ - 1, {})) return true;
    open_.pop_back();
    return false;
  }

  bool close() {
    file_.values_[open_.back()].end = static_cast<std::uint32_t>(file_.values_.size());
    open_.pop_back();
    return true;
  }

  void find_doubled(std::uint32_t object) {
    names_.clear();
    for (std::uint32_t at = object + 1; at < file_.values_.size(); at = file_.values_[at].end) names_.push_back(at);
    const auto before = [&](std::uint32_t a, std::uint32_t b) { return file_.values_[a].name < file_.values_[b].name; };
    std::stable_sort(names_.begin(), names_.end(), before);
    for (std::size_t i = 1, first = 0; i < names_.size(); ++i) {
      if (file_.values_[names_[i]].name != file_.values_[names_[first]].name)
        first = i;
      else if (doubled_.size() < most_said)
        doubled_.emplace_back(names_[first], names_[i]);
    }
  }

  /// What is wrong at the character before `position`, the number of characters that the parser looked at.
  JsonFault fault_at(std::size_t position, bool in_string, bool whole_string) {
    const std::size_t start = text_.find_first_not_of(blanks);
    if (start == std::string_view::npos) return {Code::K150, "empty", 0, {}};
    if (open_.empty() && file_.values_.empty() && text_[start] != '{' && text_[start] != '[')
      return {Code::K150, "not-json", start, {}};
    const std::size_t at = position - 1;
    if (at >= text_.size()) return cut_off();
    if (is_control(text_[at]) || (in_string && static_cast<unsigned char>(text_[at]) < 0x20U))
      return {Code::K150, "control-character", at, {shown_control(text_[at])}};
    if (in_string) return {Code::K150, "bad-escape", at, {}};
    std::size_t first = at;
    taken_ = at + 1;
    if (whole_string)
      first = quote_start();
    else if (is_word(text_[at]))
      first = word_start();
    if (open_.empty() && !file_.values_.empty()) return {Code::K150, "after-end", first, {}};
    return {Code::K150, "unexpected", first, {shown_token(first, at + 1)}};
  }

  JsonFault cut_off() const {
    // A string that nobody closes is where it went wrong, else the innermost object or list.
    std::size_t opened = open_.empty() ? 0 : file_.values_[open_.back()].place;
    bool inside = false;
    std::size_t quote = 0;
    for (std::size_t at = last_quote_; at < text_.size(); ++at) {
      if (inside && text_[at] == '\\')
        ++at;
      else if (text_[at] == '"') {
        inside = !inside;
        quote = at;
      }
    }
    if (inside) opened = quote;
    const auto line = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(opened), '\n') + 1;
    return {Code::K150, "cut-off", text_.size(), {std::string(1, text_[opened]), fmt::format("{}", line)}};
  }

  std::string shown_token(std::size_t first, std::size_t last) const {
    constexpr std::size_t most = 30;
    std::string token;
    for (std::size_t at = first; at < last && token.size() < most;) {
      const std::size_t length = std::max<std::size_t>(utf8_length(text_, at), 1);
      token += text_.substr(at, length);
      at += length;
    }
    return token;
  }

  std::size_t taken_ = 0;                                         ///< characters that the parser took
  std::vector<std::pair<std::uint32_t, std::uint32_t>> doubled_;  ///< members of one name: the first, and a later one
  std::vector<std::size_t> controls_;                             ///< places of texts that held control characters
  std::string_view text_;
  TextPool& pool_;
  const JsonLimits& limits_;
  JsonFile& file_;
  std::vector<std::uint32_t> open_;   ///< objects and lists around the present place
  std::vector<std::uint32_t> names_;  ///< used again for every object
  std::string_view name_;
  std::size_t name_place_ = 0;
  std::size_t last_quote_ = 0;  ///< just after the last string that was closed
};

namespace {

/// Reports a fault in a file.
void report(const JsonFault& fault, FileId file, Diagnostics& diagnostics) {
  Diagnostic& said =
      fault.code == Code::K109
          ? diagnostics.report_file(fault.code, file, fault.arguments)
          : diagnostics.report(fault.code, {file, static_cast<std::uint32_t>(fault.offset)}, fault.arguments);
  said.variant = fault.variant;
}

/// Turns the bytes into UTF-8 that can be kept and shown, and says what is wrong with them.
std::optional<JsonFault> convert(std::string& bytes, const JsonLimits& limits) {
  using namespace std::string_view_literals;
  if (bytes.size() > limits.bytes) {
    bytes.clear();
    bytes.shrink_to_fit();
    return JsonFault{Code::K109, "limit", 0, {fmt::format("{}", limits.bytes / 1024 / 1024)}};
  }
  const std::string_view start = std::string_view(bytes).substr(0, 4);
  const bool wide = start == "\xFF\xFE\0\0"sv || start == "\0\0\xFE\xFF"sv;
  const std::optional<Encoding> mark = encoding_of_mark(bytes);
  if (!wide && !mark && start.size() > 1 && (start[0] == '\0' || start[1] == '\0')) {
    const Encoding order = start[0] == '\0' ? Encoding::utf16_be : Encoding::utf16_le;
    bytes = decode(std::move(bytes), order).text;
    return JsonFault{Code::K104, "no-mark", 0, {"UTF-16"}};
  }
  DecodedText decoded = decode(std::move(bytes), mark.value_or(Encoding::utf8));
  bytes = std::move(decoded.text);
  if (wide) return JsonFault{Code::K104, "not-read", 0, {"UTF-32"}};
  if (decoded.fault)
    return JsonFault{
        Code::K104, "invalid-bytes", *decoded.fault, {mark && mark != Encoding::utf8 ? "UTF-16" : "UTF-8"}};
  return std::nullopt;
}

}  // namespace

std::unique_ptr<JsonFile> parse_json(FileId file, Sources& sources, Diagnostics& diagnostics,
                                     const JsonLimits& limits) {
  auto made = std::make_unique<JsonFile>();
  JsonTreeMaker maker(file, sources.text(file), sources.pool(), limits, *made);
  maker.run();
  if (maker.fault) {
    report(*maker.fault, file, diagnostics);
    return nullptr;
  }
  maker.report_oddities(diagnostics);
  return made;
}

std::unique_ptr<JsonFile> read_json(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                    const JsonLimits& limits) {
  std::optional<std::string> bytes = read_file(path, diagnostics);
  return bytes ? read_json_bytes(path, std::move(*bytes), sources, diagnostics, limits) : nullptr;
}

std::unique_ptr<JsonFile> read_json_bytes(std::string path, std::string bytes, Sources& sources,
                                          Diagnostics& diagnostics, const JsonLimits& limits) {
  const std::optional<JsonFault> fault = convert(bytes, limits);
  const FileId file = sources.add(std::move(path), std::move(bytes));
  if (!fault) return parse_json(file, sources, diagnostics, limits);
  report(*fault, file, diagnostics);
  return nullptr;
}

JsonFile json_head(std::string_view head, TextPool& pool) {
  JsonFile made;
  const std::size_t start = head.find_first_not_of(blanks);
  if (start == std::string_view::npos || (head[start] != '{' && head[start] != '[')) return made;
  const JsonLimits limits;
  JsonTreeMaker(FileId::none, head, pool, limits, made).run();
  return made;
}

}  // namespace keuzekaart
