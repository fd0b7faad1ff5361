#!/usr/bin/env bash
# Usage: run.sh PROGRAM CASE...      runs cases and shows what differs
#        run.sh --accept PROGRAM CASE...   takes over what the program now gives as what is expected
# A case is a folder <command>/<name> beside this file:
#   cmd      a few lines of bash, run in a fresh copy of input/; `keuzekaart` is the program, $samples holds the samples,
#            `as_user` runs a command without the rights of root
#   input/   the files it starts with (may be left out)
#   stdout, stderr, exit   what is expected (left out: nothing, nothing, 0)
#   files    the files there are afterwards beside the input, one a line (left out: none)
#   output/  files that must hold exactly these bytes afterwards
# Exit code 77: the case cannot run on this machine.
set -euo pipefail
cases=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
accept=no
if [ "${1-}" = --accept ]; then accept=yes; shift; fi
program=$(realpath "$1"); shift
samples=$cases/../../samples
export LC_ALL=C TZ=UTC
unset SOURCE_DATE_EPOCH

keuzekaart() { "$program" "$@"; }
as_user() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  command -v setpriv >/dev/null || exit 77
  chown -R 65534:65534 .
  setpriv --reuid=65534 --regid=65534 --clear-groups "$(type -P "$1" || echo "$program")" "${@:2}"
}

list() { (cd "$1" && find . -mindepth 1 ! -type d | sed 's|^\./||' | sort); }

# Compares what is expected with what came, or takes it over. An empty file stands for none.
compare() { # expected-file actual-file what
  if [ $accept = yes ]; then
    if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
    return 0
  fi
  local expected=$1
  [ -e "$expected" ] || expected=/dev/null
  cmp -s "$expected" "$2" && return 0
  echo "$3 differs from what is expected:"
  diff -u --label expected --label "$3" "$expected" "$2" || true
  return 1
}

run_case() {
  local here=$1 work code=0 good=0
  work=$(mktemp -d)
  chmod 755 "$work"
  mkdir "$work/at"
  if [ -d "$here/input" ]; then cp -R "$here/input/." "$work/at/"; fi
  (
    cd "$work/at"
    set +e
    source "$here/cmd"
  ) >"$work/stdout" 2>"$work/stderr" </dev/null || code=$?
  if [ $code = 77 ]; then rm -rf "$work"; return 77; fi
  if [ $code = 0 ]; then : >"$work/exit"; else echo $code >"$work/exit"; fi
  if [ -d "$here/input" ]; then list "$here/input" >"$work/before"; else : >"$work/before"; fi
  list "$work/at" | comm -13 "$work/before" - >"$work/files"
  for part in stdout stderr exit files; do
    compare "$here/$part" "$work/$part" $part || good=1
  done
  if [ -d "$here/output" ]; then
    while read -r file; do
      if [ -e "$work/at/$file" ]; then compare "$here/output/$file" "$work/at/$file" "$file" || good=1
      else echo "$file was not made"; good=1; fi
    done < <(list "$here/output")
  fi
  chmod -R u+rwX "$work"
  rm -rf "$work"
  return $good
}

result=0
for name in "$@"; do
  code=0
  run_case "$cases/$name" || code=$?
  if [ $code = 77 ]; then exit 77; fi
  if [ $code != 0 ]; then echo "failed: $name"; result=1; fi
done
exit $result
