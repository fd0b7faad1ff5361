#!/usr/bin/env bash
# Usage: checks_catch.sh ROOT
# The checks beside this file find what they are for: each is given a small bad tree and must name every fault in it.
set -euo pipefail
here=$1/tests/house
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

put() { mkdir -p "$tree/$(dirname "$1")"; printf '%b' "$2" >"$tree/$1"; }
expect() { # name of the check, its whole output expected
  local output
  if output=$("$here/$1" "$tree" 2>&1); then echo "$1 found nothing wrong in a bad tree"; failed=1; fi
  if [ "$output" != "$2" ]; then
    echo "$1 said:"; echo "$output"; echo "expected:"; echo "$2"; failed=1
  fi
  rm -rf "${tree:?}"/*
}

put modeler/a.hpp '#include <string>\n#include <fmt/core.h>\n#include <pugixml.hpp>\n#include "importers/x.hpp"\n#include <unistd.h>\n'
put importers/b.cpp '#include "modeler/a.hpp"\n#include <pugixml.hpp>\n#include <sys/stat.h>\n#include <xlsxwriter.h>\n#include "exporters/x.hpp"\n  #  include <boost/program_options.hpp>\n'
put exporters/c.cpp '#include "modeler/tables/table.hpp"\n#include <graphviz/gvc.h>\n#include <librsvg/rsvg.h>\n#include <xlsxwriter.h>\n#include "modeler/model/model.hpp"  // why not\n#include "importers/b.hpp"\n'
put cli/d.cpp '#include <boost/program_options.hpp>\n#include "exporters/c.hpp"\n#include <boost/optional.hpp>\n'
expect layers.sh 'modeler/a.hpp:3: modeler may not include <pugixml.hpp>
modeler/a.hpp:4: modeler may not include "importers/x.hpp"
modeler/a.hpp:5: modeler may not include <unistd.h>
importers/b.cpp:4: importers may not include <xlsxwriter.h>
importers/b.cpp:5: importers may not include "exporters/x.hpp"
importers/b.cpp:6: importers may not include <boost/program_options.hpp>
exporters/c.cpp:5: exporters may not include "modeler/model/model.hpp"
exporters/c.cpp:6: exporters may not include "importers/b.hpp"
cli/d.cpp:3: cli may not include <boost/optional.hpp>'

put modeler/a.cpp '// setlocale is never called\nauto now = std::chrono::system_clock::now();\nauto t = time(nullptr);\nint lead_time(int);\n'
put modeler/string_utils.hpp '#pragma once\n'
put modeler/bare.hpp '\n'
put cli/long.cpp "$(printf '\\n%.0s' {1..501})"
expect sources.sh 'cli/long.cpp: 501 lines, more than 500: it holds more than one idea
modeler/bare.hpp: no #pragma once
modeler/string_utils.hpp: a name that says nothing of what is inside
modeler/a.cpp:2: system_clock makes the output depend on the machine or the moment
modeler/a.cpp:3: time( makes the output depend on the machine or the moment'
exit $failed
