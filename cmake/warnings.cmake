# Every target of this project compiles with the same warnings; our presets turn them into errors.
add_library(keuzekaart_warnings INTERFACE)
target_compile_options(keuzekaart_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-qual -Wformat=2 -Wimplicit-fallthrough)
# GCC 12 sees overlapping copies in std::string where there are none, with optimisation on (GCC bug 105651).
target_compile_options(keuzekaart_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)
