#!/usr/bin/env bash
# Usage: installed.sh SOURCE BUILD
# Installs the build into an empty folder, runs the installed program, and builds and runs a program of someone else
# against the installed libraries.
set -euo pipefail
source=$1 build=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$*"; exit 1; }

cmake --install "$build" --prefix "$work/usr" >"$work/log" 2>&1 || { cat "$work/log"; fail "the installation failed"; }
cd "$work"
program=$work/usr/bin/keuzekaart

version=$(sed -nE 's/^project\(keuzekaart VERSION ([0-9.]+).*/\1/p' "$source/CMakeLists.txt")
[ "$("$program" --version)" = "keuzekaart $version" ] || fail "--version says $("$program" --version), not $version"

# The man page tells of every command and option that the program knows.
if command -v lowdown >/dev/null; then
  page=usr/share/man/man1/keuzekaart.1
  [ -s $page ] || fail "no man page"
  sed 's/\\f[A-Z]//g; s/\\//g' $page >page
  mapfile -t commands < <("$program" help --lang en | awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on { print $1 }')
  [ ${#commands[@]} -gt 3 ] || fail "help lists ${#commands[@]} commands"
  for command in "${commands[@]}"; do
    grep -qE "keuzekaart $command\b" page || fail "the man page does not tell of $command"
    while IFS= read -r option; do
      grep -qE -- "$option\b" page || fail "the man page does not tell of $option of $command"
    done < <("$program" help "$command" --lang en | grep -oE -- '^ +--[a-z-]+' | tr -d ' ')
  done
fi

cmake -G Ninja -S "$source/tests/end_to_end/consumer" -B consumer -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_BUILD_TYPE=Debug >log 2>&1 &&
  cmake --build consumer >log 2>&1 || { cat log; fail "a program against the installed libraries does not build"; }
printf 'een\ntwee drie\n' >words
said=$(consumer/consumer words drie)
[ "$said" = words:2:6 ] || fail "the consumer says: $said"
