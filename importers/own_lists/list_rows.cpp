#include "importers/own_lists/list_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importers/beside.hpp"
#include "importers/grammar/forms.hpp"
#include "importers/grammar/rule_words.hpp"
#include "importers/guarded_json.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart::own_lists {

namespace {

using grammar::RecordReader;

constexpr std::size_t headings_named = 20;  ///< in a message
constexpr std::string_view usual_separators = ";";
constexpr std::size_t most_values = 1000;   ///< in one cell, and of one field of one thing
constexpr std::size_t most_rows = 100'000;  ///< in one list
constexpr std::size_t shown_bytes = 200;    ///< of a value, in a message

/// Other ways to write yes and no, without case: signs of a filled in column, what spreadsheets make of a ticked box.
constexpr std::pair<std::string_view, std::string_view> yes_and_no[] = {
    {"j", "ja"}, {"x", "ja"},  {"v", "ja"},   {"yes", "ja"}, {"y", "ja"},       {"waar", "ja"},  {"true", "ja"},
    {"1", "ja"}, {"n", "nee"}, {"no", "nee"}, {"0", "nee"},  {"onwaar", "nee"}, {"false", "nee"}};

/// What a word of a list means, by the description.
struct Meaning {
  std::string_view read;
  Text meant;
};

/// A field with where its values come from.
struct BoundField {
  std::size_t number = 0;  ///< in the fields of its kind
  Text heading, fallback;
  std::optional<std::size_t> column;
  std::string separators;
  std::vector<Meaning> meanings;
};

std::string joined(std::span<const std::string_view> words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string shown_headings(const ListTable& table) {
  std::string out;
  std::size_t shown = 0;
  for (const Text& heading : table.header) {
    if (heading.empty()) continue;
    if (++shown > headings_named) return out + ", ...";
    out += fmt::format("{}{}", out.empty() ? "" : ", ", heading.value);
  }
  return out;
}

std::optional<std::string_view> listed_word(std::string_view value, std::span<const std::string_view> words) {
  const std::string bare = bare_name(value);
  if (bare.empty()) return std::nullopt;
  for (const std::string_view word : words)
    if (bare_name(word) == bare) return word;
  if (words.data() == list_words<YesNo>.data())
    for (const auto& [other, word] : yes_and_no)
      if (other == bare) return word;
  return std::nullopt;
}

/// The words of states in a cell, in whatever way they are put together: "IST en SOLL", "ist/soll".
std::optional<States> listed_states(std::string_view value) {
  States states;
  std::string word;
  const std::string small = lower_case(value) + ' ';
  for (const char c : small) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
      continue;
    }
    if (!word.empty() && word != "en") {
      const std::optional<State> state = grammar::state_of(word);
      if (!state) return std::nullopt;
      states = states.with(*state);
    }
    word.clear();
  }
  return states.empty() ? std::nullopt : std::optional(states);
}

bool whole_number(std::string_view text) {
  return text.size() <= 9 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A number without the points or blanks between its thousands, as in 1.200.
std::string without_groups(std::string_view text) {
  std::string digits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t left = text.size() - at;
    const bool group = (text[at] == '.' || text[at] == ' ') && at > 0 && left % 4 == 0;
    if (!group) digits += text[at];
  }
  return digits;
}

/// Reads the rows of one list.
class RowReading {
 public:
  RowReading(const RecordReader& list, const Kind& kind, Sources& sources, Diagnostics& diagnostics)
      : list_(list), kind_(kind), sources_(sources), diagnostics_(diagnostics) {}

  std::vector<ListRow> read(const std::string& path_of_lists, TableFiles& files) {
    TableRequest request = request_of(list_, path_of_lists);
    if (request.file.empty()) return {};
    files.redirect(request);
    const bool complete = take_fields();
    for (const BoundField& field : fields_)
      if (!field.heading.empty()) request.headings.push_back(field.heading.value);
    table_ = files.table(request);
    if (table_ == nullptr || !find_columns(request) || !complete) return {};
    for (std::size_t i = 0; i < table_->row_count(); ++i) {
      if (i == most_rows || values_read_ > most_cells) {
        diagnostics_.report(Code::K330, table_->rows[i], {fmt::format("{}", i)}).variant = "rows";
        break;
      }
      take_row(i);
    }
    return std::move(rows_);
  }

 private:
  /// Whether a row of this kind can be read at all.
  bool take_fields() {
    list_.each_child([&](const RecordReader& element) {
      const auto found = std::ranges::find(kind_.fields, element.name(), &Field::name);
      if (found == kind_.fields.end()) return;
      const auto number = static_cast<std::size_t>(found - kind_.fields.begin());
      if (std::ranges::find(fields_, number, &BoundField::number) != fields_.end()) return;
      BoundField field{number, element.text("kolom"), element.text("standaard"), {}, {}, {}};
      const Text separators = element.text("scheiding");
      field.separators = std::string(separators.empty() ? usual_separators : separators.value) + "\n";
      element.each("waarde", [&](const RecordReader& meaning) {
        Text meant = meaning.text("als");
        if (!meant.empty() && !check_word("als", *found, meant)) return;
        field.meanings.push_back({meaning.text("lees").value, meant});
      });
      if (!field.fallback.empty() && !check_word("standaard", *found, field.fallback)) field.fallback = {};
      if (field.heading.empty() && field.fallback.empty()) {
        if (!element.text("standaard").empty()) return;  // said: it does not fit
        diagnostics_.report(Code::K332, element.place(), {std::string(found->name)});
        return;
      }
      fields_.push_back(std::move(field));
    });
    return std::ranges::all_of(kind_.fields, [&](const Field& field) {
      return !field.required || std::ranges::any_of(fields_, [&](const BoundField& bound) {
        return &kind_.fields[bound.number] == &field;
      });
    });
  }

  /// Whether a value that the description gives fits the field; it is made the word of the list.
  bool check_word(std::string attribute, const Field& field, Text& value) {
    if (field.holds == Holds::number && !whole_number(value.value)) {
      diagnostics_.report(Code::K406, value.place, {std::move(attribute), std::string(value.value)});
      return false;
    }
    if (field.holds == Holds::states ? listed_states(value.value).has_value() : field.words.empty()) return true;
    if (const auto word = listed_word(value.value, field.words)) {
      value.value = *word;
      return true;
    }
    diagnostics_.report(Code::K404, value.place, {std::move(attribute), std::string(value.value), possible(field)})
        .nearest = diagnostics_.nearest(value.value, [&] { return field.words; });
    return false;
  }

  static std::string possible(const Field& field) {
    return field.holds == Holds::states ? "ist, plateau1, ..., plateau14, soll" : joined(field.words);
  }

  /// Finds the columns by their headings; false when a required one is missing.
  bool find_columns(const TableRequest& request) {
    bool complete = true;
    std::vector<std::string_view> headings;
    for (const Text& heading : table_->header)
      headings.push_back(heading.value.substr(0, heading.value.size() > longest_heading ? 0 : std::string_view::npos));
    for (BoundField& field : fields_) {
      if (field.heading.empty()) continue;
      auto found = std::ranges::find(headings, field.heading.value);
      if (found == headings.end())
        found =
            std::ranges::find_if(headings, [&](std::string_view h) { return same_heading(h, field.heading.value); });
      if (found != headings.end()) {
        field.column = static_cast<std::size_t>(found - headings.begin());
        continue;
      }
      Diagnostic& said = diagnostics_.report(
          Code::K324, field.heading.place,
          {std::string(field.heading.value), std::string(request.file.value), shown_headings(*table_)});
      said.nearest = diagnostics_.nearest(field.heading.value, [&] { return headings; });
      said.related = table_->header.front().place;
      complete = complete && !kind_.fields[field.number].required;
    }
    return complete;
  }

  void take_row(std::size_t number) {
    const bool blank = std::ranges::all_of(fields_, [&](const BoundField& field) {
      return !field.column || (table_->cell(number, *field.column).empty() && !table_->fault(number, *field.column));
    });
    if (blank) return;
    ListRow row(kind_, table_->rows[number]);
    for (const BoundField& field : fields_) {
      row.values(field.number) = values(number, field);
      values_read_ += row.values(field.number).size();
    }
    for (const BoundField& field : fields_) {
      const Field& rule = kind_.fields[field.number];
      if (!rule.required || !row.values(field.number).empty()) continue;
      diagnostics_
          .report(Code::K315, field.column ? table_->cell(number, *field.column).place : row.place(),
                  {std::string(rule.name)})
          .variant = "field";
      return;
    }
    keep(std::move(row));
  }

  /// What a row says of a field.
  std::vector<Text> values(std::size_t row, const BoundField& field) {
    std::vector<Text> out;
    if (field.column) {
      const Text& cell = table_->cell(row, *field.column);
      if (const CellFault* fault = table_->fault(row, *field.column)) {
        diagnostics_.report(fault->code, cell.place, fault->arguments).variant = fault->variant;
        return out;
      }
      if (!cell.empty()) {
        if (kind_.fields[field.number].splits())
          split(cell, field, out);
        else
          add(cell, field, out);
        return out;
      }
    }
    if (field.fallback.empty()) return out;
    if (kind_.fields[field.number].splits())
      split(field.fallback, field, out);
    else
      out.push_back(field.fallback);
    return out;
  }

  /// Some programs export several values as a list in JSON: ["een","twee"]. Nothing when the cell is none.
  std::vector<Text> json_items(const Text& cell) {
    std::vector<Text> items;
    if (!cell.value.starts_with('[') || !cell.value.ends_with(']')) return items;
    const JsonFile json = json_head(cell.value, sources_.pool());
    for (const JsonValue item : json.root().children()) {
      if (!item.is(JsonKind::string)) return {};
      items.push_back(trimmed({item.text().value, cell.place}));
    }
    return items;
  }

  void split(const Text& cell, const BoundField& field, std::vector<Text>& out) {
    if (const std::vector<Text> items = json_items(cell); !items.empty() && items.size() <= most_values) {
      for (const Text& item : items)
        if (!item.empty()) add(item, field, out);
      return;
    }
    // Only when the file holds the value as it is, without quotes doubled, is an item's offset in both the same.
    const bool as_written = sources_.text(cell.place.file).substr(cell.place.offset, cell.value.size()) == cell.value;
    std::size_t at = 0;
    while (at <= cell.value.size()) {
      if (out.size() >= most_values) {
        diagnostics_.report(Code::K330, cell.place, {fmt::format("{}", most_values)}).variant = "values";
        return;
      }
      const std::size_t end = std::min(cell.value.find_first_of(field.separators, at), cell.value.size());
      Text item = trimmed(
          {cell.value.substr(at, end - at), {cell.place.file, cell.place.offset + static_cast<std::uint32_t>(at)}});
      if (!as_written) item.place = cell.place;
      if (!item.empty()) add(item, field, out);
      at = end + 1;
    }
  }

  /// Adds one value, translated and checked.
  void add(const Text& read, const BoundField& field, std::vector<Text>& out) {
    const Field& rule = kind_.fields[field.number];
    Text value = read;
    for (const Meaning& meaning : field.meanings) {
      if (!same_heading(read.value, meaning.read)) continue;
      value.value = meaning.meant.value;
      if (!value.empty()) out.push_back(value);
      return;
    }
    if (rule.holds == Holds::number) {
      value.value = sources_.pool().keep(without_groups(read.value));
      if (!whole_number(value.value)) {
        diagnostics_.report(Code::K326, read.place, {shortened(read.value, shown_bytes), std::string(rule.name)})
            .variant = "number";
        return;
      }
    }
    if (!rule.words.empty()) {
      const auto word = listed_word(read.value, rule.words);
      if (!word) return not_understood(read, rule);
      value.value = *word;
    } else if (rule.holds == Holds::states) {
      const auto states = listed_states(read.value);
      if (!states) return not_understood(read, rule);
    } else if (rule.holds != Holds::number) {
      value = on_one_line(read, sources_.pool());
    }
    out.push_back(value);
  }

  void not_understood(const Text& read, const Field& rule) {
    Diagnostic& said = diagnostics_.report(
        Code::K326, read.place, {shortened(read.value, shown_bytes), std::string(rule.name), possible(rule)});
    said.nearest = diagnostics_.nearest(read.value, [&] { return rule.words; });
  }

  /// Adds a row, or what it adds to an earlier row of the same thing.
  void keep(ListRow row) {
    if (kind_.fields.front().name != "id") {
      rows_.push_back(std::move(row));
      return;
    }
    const auto [known, is_new] = by_key_.try_emplace(lower_case(row.key().value), rows_.size());
    if (is_new) {
      rows_.push_back(std::move(row));
      return;
    }
    ListRow& first = rows_[known->second];
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      std::vector<Text>& had = first.values(i);
      for (const Text& value : row.values(i)) {
        if (std::ranges::any_of(had, [&](const Text& h) { return h.value == value.value; })) continue;
        if (had.empty() || kind_.fields[i].splits())
          add_to(had, value);
        else
          diagnostics_
              .report(Code::K316, value.place,
                      {shortened(first.key().value, shown_bytes), std::string(kind_.fields[i].name),
                       shortened(had.front().value, shown_bytes), shortened(value.value, shown_bytes)})
              .related = had.front().place;
      }
    }
  }

  /// One value past the limit is kept, so that it is said once.
  void add_to(std::vector<Text>& had, const Text& value) {
    if (had.size() > most_values) return;
    if (had.size() == most_values)
      diagnostics_.report(Code::K330, value.place, {fmt::format("{}", most_values)}).variant = "values";
    had.push_back(value);
  }

  const RecordReader& list_;
  const Kind& kind_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<BoundField> fields_;
  const ListTable* table_ = nullptr;
  std::vector<ListRow> rows_;
  std::size_t values_read_ = 0;
  std::map<std::string, std::size_t> by_key_;
};

}  // namespace

const std::vector<Text>& ListRow::all(std::string_view field) const {
  static const std::vector<Text> none;
  const auto found = std::ranges::find(kind_->fields, field, &Field::name);
  return found == kind_->fields.end() ? none : values_[static_cast<std::size_t>(found - kind_->fields.begin())];
}

Text ListRow::text(std::string_view field) const {
  const std::vector<Text>& values = all(field);
  return values.empty() ? Text{} : values.front();
}

Text ListRow::key() const {
  const Text id = text("id");
  return id.empty() ? text("naam") : id;
}

Chosen<States> ListRow::states(States absent) const {
  const Text read = text("toestand");
  const std::optional<States> states = listed_states(read.value);
  return states ? Chosen<States>{*states, read.place} : Chosen<States>{absent, {}};
}

TableRequest request_of(const RecordReader& list, const std::string& path_of_lists) {
  TableRequest request;
  request.file = list.text("bestand");
  if (request.file.empty()) return request;
  request.path = beside(path_of_lists, request.file.value);
  request.sheet = list.text("blad");
  const Text row = list.text("kopregel");
  if (whole_number(row.value))
    for (const char c : row.value) request.heading_row = request.heading_row * 10 + static_cast<std::size_t>(c - '0');
  request.encoding = list.text("tekenset").value;
  return request;
}

std::vector<ListRow> read_rows(const RecordReader& list, const Kind& kind, const std::string& path_of_lists,
                               TableFiles& files, Sources& sources, Diagnostics& diagnostics) {
  return RowReading(list, kind, sources, diagnostics).read(path_of_lists, files);
}

}  // namespace keuzekaart::own_lists
