#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <stdexcept>

#include "exporters/diagram_writers.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

struct Closer {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Surface = std::unique_ptr<cairo_surface_t, Closer>;
using Context = std::unique_ptr<cairo_t, Closer>;
using Handle = std::unique_ptr<RsvgHandle, Closer>;

cairo_status_t append(void* out, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

void paint(cairo_t* context, const std::string& svg, double width, double height, double dots_per_inch) {
  GError* error = nullptr;
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  const auto fail = [&] {
    const std::string words = error == nullptr ? "librsvg failed" : error->message;
    g_clear_error(&error);
    throw std::runtime_error(words);
  };
  if (!handle) fail();
  rsvg_handle_set_dpi(handle.get(), dots_per_inch);
  const RsvgRectangle view{0, 0, width, height};
  if (rsvg_handle_render_document(handle.get(), context, &view, &error) == 0) fail();
}

}  // namespace

std::string write_pdf(const DrawnDiagram& diagram) {
  const PaperSize size = size_of(diagram.paper);
  std::string out;
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &out, size.width(), size.height()));
  check(cairo_surface_status(surface.get()));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, diagram.title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, diagram.description.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Keuzekaart");
  const std::string created = diagram.date.empty() ? "" : diagram.date + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
  const Context context(cairo_create(surface.get()));
  for (const std::string& svg : diagram.svg) {
    if (!svg.empty()) paint(context.get(), svg, size.width(), size.height(), 72);
    cairo_show_page(context.get());
  }
  check(cairo_status(context.get()));
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return out;
}

std::string write_png(const DrawnDiagram& diagram, std::size_t page, int dots_per_inch) {
  const PaperSize size = size_of(diagram.paper);
  const double width = std::round(size.width_mm / 25.4 * dots_per_inch);
  const double height = std::round(size.height_mm / 25.4 * dots_per_inch);
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  check(cairo_surface_status(surface.get()));
  const Context context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  if (!diagram.svg.at(page).empty()) paint(context.get(), diagram.svg[page], width, height, dots_per_inch);
  check(cairo_status(context.get()));
  cairo_surface_flush(surface.get());
  std::string out;
  check(cairo_surface_write_to_png_stream(surface.get(), append, &out));
  return out;
}

Fonts installed_fonts() {
  constexpr const char* sample = "Uitvoerende processen 0123";
  constexpr double size = 100;
  const Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr));
  const Context context(cairo_create(surface.get()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  cairo_select_font_face(context.get(), "Arial", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(context.get(), size);
  cairo_text_extents_t extents{};
  cairo_text_extents(context.get(), sample, &extents);
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS || extents.width <= 0) return Fonts::none;
  const double expected = text_width(sample, size);
  return std::abs(extents.x_advance - expected) < expected * 0.02 ? Fonts::as_measured : Fonts::other;
}

void check_fonts(Diagnostics& diagnostics) {
  const Fonts fonts = installed_fonts();
  if (fonts == Fonts::none) diagnostics.report_path(Code::K512, "");
  if (fonts == Fonts::other) diagnostics.report_path(Code::K513, "");
}

}  // namespace keuzekaart
