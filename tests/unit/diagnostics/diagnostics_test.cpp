#include "modeler/diagnostics/diagnostics.hpp"

#include <gmock/gmock.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {
namespace {

/// Three more of one code than are kept, and one of another.
Diagnostics flood() {
  Diagnostics found;
  for (std::size_t i = 0; i < Diagnostics::kept_of_one_code + 3; ++i)
    found.report_path(Code::K101, "map", {"reden"}).nearest = "x";
  found.report_path(Code::K102, "ander");
  return found;
}

TEST(Diagnostics, CountsWhatItNoLongerKeeps) {
  const Diagnostics found = flood();
  EXPECT_EQ(Diagnostics::kept_of_one_code + 1, found.all().size());
  EXPECT_EQ(Diagnostics::kept_of_one_code + 3, found.count(Code::K101));
  EXPECT_EQ(1U, found.count(Code::K102));
}

TEST(Diagnostics, TakesOverWhatAnotherCounted) {
  Diagnostics all = flood();
  all.absorb(flood());
  EXPECT_EQ(Diagnostics::kept_of_one_code + 2, all.all().size());
  EXPECT_EQ(2 * Diagnostics::kept_of_one_code + 6, all.count(Code::K101));
  EXPECT_EQ(2U, all.count(Code::K102));
}

TEST(Diagnostics, ChangesWhatItTakesOver) {
  Diagnostics all, found;
  found.report_path(Code::K101, "map");
  all.absorb(std::move(found), [](Diagnostic& d) { d.nearest = "kaart"; });
  EXPECT_THAT(all.all(), testing::ElementsAre(testing::Field(&Diagnostic::nearest, "kaart")));
}

std::string last_line(const std::string& text) { return text.substr(text.rfind('\n', text.size() - 2) + 1); }

TEST(Diagnostics, SayHowManyWereNotKept) {
  Labels labels(Language::nl);
  labels.set("melding.nog", "nog {0} keer [{1} {2}]; --all toont ze alle");
  labels.set("melding.nog-niet-bewaard", "nog {0} keer [{1} {2}]; niet bewaard");
  EXPECT_EQ("nog 3 keer [K101 cannot-read]; niet bewaard\n",
            last_line(print_diagnostics(flood(), Sources(), labels, PrintLimits::none())));
  EXPECT_EQ("nog 19983 keer [K101 cannot-read]; --all toont ze alle\n",
            last_line(print_diagnostics(flood(), Sources(), labels)));
}

}  // namespace
}  // namespace keuzekaart
