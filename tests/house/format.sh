#!/usr/bin/env bash
# Usage: format.sh ROOT
# Every source file is laid out as .clang-format says. Mend with: clang-format -i FILE
set -euo pipefail
cd "$1"
command -v clang-format >/dev/null || { echo "clang-format is not there"; exit 77; }
folders=()
for folder in modeler importers exporters cli bench tests; do [ ! -d $folder ] || folders+=($folder); done
find "${folders[@]}" -type f \( -name '*.cpp' -o -name '*.hpp' \) | LC_ALL=C sort |
  xargs clang-format --dry-run -Werror
