#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A drawing that is already placed: what is shown, where, and with which meaning. It holds no colours and knows no
/// output format; an exporter turns looks and tones into ink. All measures are points (1/72 inch), the origin is the
/// top left corner of the page, y grows downwards. Texts are already in the language asked for.
namespace keuzekaart {

struct Point {
  double x = 0, y = 0;
};

struct Rect {
  double x = 0, y = 0, width = 0, height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double middle_x() const { return x + width / 2; }
  double middle_y() const { return y + height / 2; }
  /// Shares more than a line with the other.
  bool overlaps(const Rect& other) const {
    return x + 0.01 < other.right() && other.x + 0.01 < right() && y + 0.01 < other.bottom() &&
           other.y + 0.01 < bottom();
  }
  bool contains(const Rect& other) const {
    return other.x >= x - 0.01 && other.y >= y - 0.01 && other.right() <= right() + 0.01 &&
           other.bottom() <= bottom() + 0.01;
  }
};

/// What a box is. The areas come first: they may hold other boxes and lie beneath all lines.
enum class Look : std::uint8_t {
  area_root,      ///< a root of the landscape, or a domain
  area_cluster,   ///< a cluster inside it
  area_group,     ///< a cluster inside a cluster
  lane,           ///< a party's lane
  lane_external,  ///< the lane of a party outside the municipality
  lane_head,      ///< the place of the party's name, at the left of its lane
  column,         ///< a column of things of one kind
  panel,          ///< the legend
  process,
  product,
  function,
  application,
  standard,
  step,         ///< a step of a chain
  step_ended,   ///< where a step is now and will not be
  step_also,    ///< a party that takes part in a step that stands in another lane
  own_process,  ///< a process of the municipality under one of the reference landscape
  gap,          ///< a marked empty place: something that should be there is not
  badge,        ///< a letter or number that says what the tone says
  badge_plain,  ///< a letter or number without a tone
  text          ///< text without a box
};
constexpr bool is_area(Look look) { return look <= Look::panel; }

/// The category of a box: what its colour says. A badge or the words always say it too.
enum class Tone : std::uint8_t {
  none,
  category1,
  category2,
  category3,
  category4,
  category5,
  category6,
  category7,
  rest,     ///< everything past the last category
  mixed,    ///< more than one
  missing,  ///< nothing, or not there
  good,
  partly,
  bad,
  added,
  ended,
  changed,
  same
};

enum class Ink : std::uint8_t { normal, soft, accent };

struct TextLine {
  std::string text;
  double size = 9;
  bool bold = false;
  Ink ink = Ink::normal;
};

enum class Across : std::uint8_t { left, middle, right };
enum class Down : std::uint8_t { top, middle };

struct Box {
  std::string id;  ///< unique in its page; letters, digits and '-'
  Look look = Look::text;
  Tone tone = Tone::none;
  Rect rect;
  std::vector<TextLine> lines;  ///< already wrapped; each takes `line_height` of its size
  Across across = Across::left;
  Down down = Down::middle;
  double padding = 4;   ///< between the box and its text, at every side
  std::string tooltip;  ///< the whole name and what else is known
  std::string target;   ///< id of the thing on the web page, or empty
  int area = -1;        ///< number of the area in `Page::boxes` that holds it, or -1 for the page itself
};

enum class LineLook : std::uint8_t {
  order,             ///< one step follows another
  back,              ///< a return to an earlier step
  handover,          ///< between parties, with a valid agreement or one that needs none
  handover_problem,  ///< between parties, without a valid agreement
  added,             ///< only in SOLL
  ended,             ///< only in IST
  link,              ///< two things belong together
  proposed,          ///< proposed, not confirmed
  also,              ///< joins the parties that take part in one step
  shift,             ///< from the present executor to the wanted one
  rule               ///< part of the page's frame
};

struct Line {
  std::string id;
  LineLook look = LineLook::link;
  std::vector<Point> path;  ///< at least two points
  bool curved = false;      ///< an S between the two points; else corners, slightly rounded
  bool arrow = false;       ///< at the last point
  std::string from, to;     ///< ids of boxes, may be empty
  std::string tooltip;
};

struct Page {
  std::vector<Box> boxes;  ///< areas before what they hold; a badge after its box
  std::vector<Line> lines;
};

enum class Paper : std::uint8_t { a4, a3, a1, a0 };

struct PaperSize {
  std::string_view name;
  double width_mm, height_mm;  ///< landscape
  double width() const { return width_mm * 72 / 25.4; }
  double height() const { return height_mm * 72 / 25.4; }
};
PaperSize size_of(Paper paper);

struct Diagram {
  std::string key;                       ///< "landschap"
  std::string name;                      ///< of the file: "keten-jeugd"
  std::string title;                     ///< states its message
  std::string description;               ///< for who cannot see it
  std::string language;                  ///< "nl", "en"
  std::string date;                      ///< yyyy-mm-dd, or empty when it is not known
  Paper paper = Paper::a3;               ///< that it was laid out for
  std::optional<Paper> printed_on = {};  ///< larger paper of the same shape that it is enlarged to
  std::vector<Page> pages;

  Paper sheet() const { return printed_on.value_or(paper); }
};

}  // namespace keuzekaart
