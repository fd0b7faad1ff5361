#include "cli/text_layout.hpp"

#include <algorithm>

#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t widest_term = 40;  ///< of a list; a wider term has its explanation on the next line

/// Fills words into lines. The first line begins at `at` columns, the next at `indent`.
class Filler {
 public:
  Filler(std::string& out, std::size_t indent) : out_(out), indent_(indent), used_(indent) {}

  void word(std::string_view text) {
    const std::size_t columns = columns_of(text);
    if (begun_ && used_ + 1 + columns > page_columns) end_line();
    if (begun_) {
      out_ += ' ';
      ++used_;
    } else if (fresh_) {
      out_.append(indent_, ' ');
    }
    out_.append(text);
    used_ += columns;
    begun_ = true;
  }
  void line(std::string_view text) {
    if (begun_) end_line();
    if (fresh_ && !text.empty()) out_.append(indent_, ' ');
    out_.append(text);
    end_line();
  }
  void end_line() {
    out_ += '\n';
    used_ = indent_;
    begun_ = false;
    fresh_ = true;
  }
  /// The first line was begun by someone else, up to the indent.
  void continue_line() { fresh_ = false; }
  bool begun() const { return begun_; }

 private:
  std::string& out_;
  std::size_t indent_, used_;
  bool begun_ = false, fresh_ = true;
};

void fill(Filler& filler, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.find_first_not_of(' ') == std::string_view::npos) {
      filler.line({});
    } else if (line.starts_with("  ")) {
      filler.line(line);
    } else {
      for (std::size_t from = 0; from < line.size();) {
        const std::size_t blank = std::min(line.find(' ', from), line.size());
        if (blank > from) filler.word(line.substr(from, blank - from));
        from = blank + 1;
      }
    }
  }
  if (filler.begun()) filler.end_line();
}

}  // namespace

std::string wrap(std::string_view text, std::size_t indent) {
  std::string out;
  Filler filler(out, indent);
  fill(filler, text);
  return out;
}

std::string definition_list(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t indent) {
  std::size_t widest = 0;
  for (const auto& [term, explanation] : rows)
    if (columns_of(term) <= widest_term) widest = std::max(widest, columns_of(term));
  const std::size_t text_at = indent + widest + 2;
  std::string out;
  for (const auto& [term, explanation] : rows) {
    out.append(indent, ' ');
    if (columns_of(term) > widest_term)
      out.append(term).append("\n").append(text_at, ' ');
    else
      out.append(padded(term, widest + 2));
    Filler filler(out, text_at);
    filler.continue_line();
    fill(filler, explanation);
    if (explanation.empty()) {
      out.erase(out.find_last_not_of(' ') + 1);
      out += '\n';
    }
  }
  return out;
}

std::string padded(std::string_view text, std::size_t columns, bool before) {
  const std::size_t used = columns_of(text);
  std::string blanks(used < columns ? columns - used : 0, ' ');
  return before ? blanks.append(text) : std::string(text) + blanks;
}

}  // namespace keuzekaart
