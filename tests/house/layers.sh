#!/usr/bin/env bash
# Usage: layers.sh ROOT
# Holds every #include to the layers of docs/architecture.md. Prints one line per include that crosses a border.
set -euo pipefail
cd "$1"

standard='<[a-z_0-9]+>|<fmt/[a-z_]+\.h>'
system='<((sys|linux)/[a-z_]+|dirent|fcntl|poll|signal|termios|unistd)\.h>'
declare -A allowed=(
  [modeler]="\"modeler/.*\"|$standard"
  [importers]="\"(modeler|importers)/.*\"|$standard|$system|<pugixml\.hpp>|<nlohmann/json\.hpp>|<zip\.h>"
  [exporters]="\"(modeler/(tables|diagrams|diagnostics|source)|exporters)/.*\"|$standard|$system|<pugixml\.hpp>|<graphviz/[a-z]+\.h>|<(librsvg|cairo)/[a-z-]+\.h>|<cairo(-[a-z]+)?\.h>|<xlsxwriter\.h>|<zlib\.h>"
  [cli]="\"(modeler|importers|exporters|cli)/.*\"|$standard|$system|<boost/program_options(/[a-z_/]+)?\.hpp>"
)
bad=0
for layer in modeler importers exporters cli; do
  [ -d "$layer" ] || continue
  while IFS=: read -r file line text; do
    include=$(sed -E 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*//; s/[[:space:]]*(\/\/.*)?$//' <<<"$text")
    if ! [[ $include =~ ^(${allowed[$layer]})$ ]]; then
      echo "$file:$line: $layer may not include $include"
      bad=1
    fi
  done < <(grep -rnE --include='*.cpp' --include='*.hpp' --include='*.inc' '^[[:space:]]*#[[:space:]]*include' "$layer" | LC_ALL=C sort)
done
exit $bad
