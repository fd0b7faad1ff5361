#!/usr/bin/env bash
# Usage: pictures.sh ROOT PROGRAM [--accept]
# Every picture in docs/images is what the program now makes of the sample. --accept takes over the new ones: look at them.
set -euo pipefail
root=$1
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cd "$root"
"$2" export samples/waterrijk/kaart.xml --format svg --out "$made" --quiet >/dev/null
bad=0
for picture in docs/images/*.svg; do
  new=$made/$(basename "$picture")
  if [ "${3-}" = --accept ]; then cp "$new" "$picture"; continue; fi
  cmp -s "$picture" "$new" || { echo "$picture is not what the program makes"; bad=1; }
done
exit $bad
