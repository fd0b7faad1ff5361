#include "exporters/workbook_formats.hpp"

#include <fmt/format.h>

#include <array>

#include "exporters/marks.hpp"

namespace keuzekaart {

namespace {

struct MarkLook {
  CellMark mark;
  std::string_view sign;
  lxw_color_t fill;
  lxw_color_t ink;
};

// Pale fills with dark ink: readable in grey print too, and the sign says the same without colour.
constexpr std::array<MarkLook, 9> looks = {{{CellMark::plain, "", 0, 0},
                                            {CellMark::gap, "○ ", 0xFDE7E3, 0x9C1C0B},
                                            {CellMark::proposal, "? ", 0xEFE6F7, 0x5B2A86},
                                            {CellMark::added, "+ ", 0xE3F1E1, 0x1E5B1A},
                                            {CellMark::ended, "− ", 0xE9E9E9, 0x4A4A4A},
                                            {CellMark::changed, "≠ ", 0xDFECF8, 0x0B4A86},
                                            {CellMark::fill_in, "", 0xFFF9DB, 0},
                                            {CellMark::warning, "! ", 0xFDEFD5, 0x7A4A00},
                                            {CellMark::settled, "√ ", 0xEDF3EC, 0x4A5A48}}};

const MarkLook& look_of(CellMark mark) {
  for (const MarkLook& look : looks)
    if (look.mark == mark) return look;
  return looks[0];
}

constexpr lxw_color_t line_colour = 0xC8CDD2;
constexpr lxw_color_t heading_fill = 0x1F3A56;

}  // namespace

std::string_view sign_of(CellMark mark) { return look_of(mark).sign; }

lxw_format* WorkbookFormats::make() {
  lxw_format* format = workbook_add_format(workbook_);
  format_set_font_name(format, "Arial");
  format_set_font_size(format, 10);
  return format;
}

template <class Fill>
lxw_format* WorkbookFormats::kept(const std::string& key, Fill fill) {
  lxw_format*& format = made_[key];
  if (format == nullptr) {
    format = make();
    fill(format);
  }
  return format;
}

lxw_format* WorkbookFormats::title() {
  return kept("title", [](lxw_format* f) {
    format_set_font_size(f, 16);
    format_set_bold(f);
    format_set_font_color(f, heading_fill);
    format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
  });
}

lxw_format* WorkbookFormats::explanation() {
  return kept("explanation", [](lxw_format* f) {
    format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    format_set_font_color(f, 0x333333);
  });
}

lxw_format* WorkbookFormats::link() {
  return kept("link", [](lxw_format* f) {
    format_set_font_color(f, 0x0B4A86);
    format_set_underline(f, LXW_UNDERLINE_SINGLE);
  });
}

lxw_format* WorkbookFormats::heading(bool turned, bool fill_in) {
  return kept(fmt::format("heading{}{}", turned, fill_in), [&](lxw_format* f) {
    format_set_bold(f);
    format_set_font_color(f, 0xFFFFFF);
    format_set_bg_color(f, heading_fill);
    format_set_text_wrap(f);
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, line_colour);
    // A column that a person may fill in has a double line under its heading.
    if (fill_in) format_set_bottom(f, LXW_BORDER_DOUBLE);
    format_set_align(f, turned ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_CENTER);
    if (turned) {
      format_set_rotation(f, 90);
      format_set_align(f, LXW_ALIGN_CENTER);
    }
  });
}

lxw_format* WorkbookFormats::cell(CellKind kind, CellMark mark, bool narrow, bool wrapped) {
  const auto key = fmt::format("cell{}/{}/{}/{}", static_cast<int>(kind), static_cast<int>(mark), narrow, wrapped);
  return kept(key, [&](lxw_format* f) {
    const MarkLook& look = look_of(mark);
    if (wrapped) format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(f, mark == CellMark::fill_in ? LXW_BORDER_DASHED : LXW_BORDER_THIN);
    format_set_border_color(f, line_colour);
    if (look.fill != 0) format_set_bg_color(f, look.fill);
    if (look.ink != 0) format_set_font_color(f, look.ink);
    if (mark == CellMark::gap) format_set_italic(f);
    if (narrow) format_set_align(f, LXW_ALIGN_CENTER);
    const std::string sign = look.sign.empty() || narrow ? "" : fmt::format("\"{}\"", look.sign);
    std::string number_format = sign + "@";
    if (kind == CellKind::number) number_format = sign + "#,##0";
    if (kind == CellKind::date) {
      number_format = sign + (language_ == Language::nl ? "dd-mm-yyyy" : "yyyy-mm-dd");
      format_set_align(f, LXW_ALIGN_LEFT);
    }
    format_set_num_format(f, number_format.c_str());
  });
}

lxw_format* WorkbookFormats::linked_cell() {
  return kept("linked", [](lxw_format* f) {
    format_set_font_color(f, 0x0B4A86);
    format_set_underline(f, LXW_UNDERLINE_SINGLE);
    format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(f, LXW_BORDER_THIN);
    format_set_border_color(f, line_colour);
  });
}

}  // namespace keuzekaart
