#pragma once
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace keuzekaart {

enum class Language { nl, en };

/// Every text that is shown, by key, in one language. A text may hold the placeholders {0}, {1}, ...
/// Read from catalogues/labels-nl.xml or labels-en.xml; a test holds their keys and placeholders equal.
class Labels {
 public:
  explicit Labels(Language language) : language_(language) {}

  Language language() const { return language_; }
  /// Adds or replaces a text.
  void set(std::string key, std::string text);
  bool has(std::string_view key) const;
  /// The text; a missing key gives the key itself between angle quotes, so that it is seen.
  std::string get(std::string_view key) const;
  /// The text with its placeholders filled in. A placeholder without an argument stays as it is.
  std::string fill(std::string_view key, std::span<const std::string> arguments) const;
  std::string fill(std::string_view key, std::initializer_list<std::string> arguments) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace keuzekaart
