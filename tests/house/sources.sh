#!/usr/bin/env bash
# Usage: sources.sh ROOT
# What no source file may hold or be. Prints one line per finding.
set -euo pipefail
cd "$1"
bad=0
find_bad() { echo "$1"; bad=1; }

folders=()
for folder in modeler importers exporters cli bench tests; do [ ! -d $folder ] || folders+=($folder); done
program=()
for folder in modeler importers exporters cli; do [ ! -d $folder ] || program+=($folder); done

while IFS= read -r file; do
  lines=$(wc -l <"$file")
  [ "$lines" -le 500 ] || find_bad "$file: $lines lines, more than 500: it holds more than one idea"
  name=$(basename "$file")
  case ${name,,} in *util* | *common* | *helper* | *misc*) find_bad "$file: a name that says nothing of what is inside" ;; esac
  case $name in *.hpp) grep -q '^#pragma once$' "$file" || find_bad "$file: no #pragma once" ;; esac
done < <(find "${folders[@]}" -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.inc' -o -name '*.sh' -o -name '*.cmake' \) | LC_ALL=C sort)

# Same input, same bytes: no locale, no clock, no chance.
forbidden='setlocale|std::locale|system_clock|\b(time|localtime(_r)?|gmtime(_r)?|ctime|gettimeofday|clock_gettime)\(|last_write_time|st_mtime|random_device|\b(rand|random)\(|__DATE__|__TIME__'
while IFS=: read -r file line text; do
  word=$(sed -E 's://.*::' <<<"$text" | grep -oE "$forbidden" | head -n 1 || true)
  [ -z "$word" ] || find_bad "$file:$line: $word makes the output depend on the machine or the moment"
done < <(grep -rnE --include='*.cpp' --include='*.hpp' "$forbidden" "${program[@]}" | LC_ALL=C sort)
exit $bad
