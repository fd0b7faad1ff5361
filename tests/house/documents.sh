#!/usr/bin/env bash
# Usage: documents.sh ROOT PROGRAM
# Every document is true: its links point to something, the files it names in `code` are there, and the commands it shows
# do what it says. A name counts when it begins with a folder of the checkout other than build; NAME, ID and COMMAND in it
# stand for any word.
#
# A ```console block holds commands after "$ " and, below each, exactly what it prints (stdout and stderr); a line
# "..." stands for any lines. An ```sh block runs as a script and must succeed. Commands run in an empty folder that
# holds copies of samples/, schemas/ and catalogues/, with the built keuzekaart on the PATH. A comment before a block says
# otherwise:
#   <!-- not run: REASON -->   it installs, builds or fetches
#   <!-- needs GEMMA -->       it runs when ../shared/data is there, with GEMMA in GEMMA-Archi-repository/
set -euo pipefail
root=$1
PATH=$(dirname "$2"):$PATH
gemma=$root/../shared/data/gemma
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { printf '%s\n' "$@"; failed=1; }

mkdir "$work/place"
for folder in samples schemas catalogues; do
  [ ! -d "$root/$folder" ] || cp -r "$root/$folder" "$work/place/"
done
cd "$work/place"

check_links() { # document
  local target
  while IFS= read -r target; do
    [ -e "$(dirname "$1")/${target%%#*}" ] || fail "${1#"$root"/}: the link to $target leads nowhere"
  done < <(sed -E '/^```/,/^```$/d' "$1" | grep -oE '\]\([^)#][^)]*\)' | sed -E 's/^\]\(//; s/\)$//' | grep -vE '^[a-z]+:' || true)
}

check_names() { # document
  local name
  while IFS= read -r name; do
    [[ -d $root/${name%%/*} && $name != build/* ]] || continue
    (cd "$root" && compgen -G "$(sed -E 's/(NAME|ID|COMMAND)/*/g; s:/$::' <<<"$name")" >/dev/null) ||
      fail "${1#"$root"/}: $name is not there"
  done < <(sed -E '/^```/,/^```$/d' "$1" | grep -oE '`[a-z]+/[^` ]+`' | tr -d '`' || true)
}

run_command() { # place, command, file with the output expected
  local status=0 output pattern
  output=$(timeout 120 bash -c "$2" 2>&1 </dev/null) || status=$?
  if [ ! -s "$3" ]; then
    [ $status -eq 0 ] || fail "$1: $2" "ended with $status:" "$output"
    return
  fi
  [ $status -le 1 ] || fail "$1: $2" "ended with $status"
  pattern=$(sed -E 's/[][*?\\]/\\&/g; s/^\.\.\.$/*/' "$3")
  # shellcheck disable=SC2053  # the pattern is meant as one
  [[ $output == $pattern ]] || fail "$1: $2" "prints:" "$output" "the document says:" "$(cat "$3")"
}

run_console() { # place, block
  local command='' line expected=$work/expected
  : >"$expected"
  while IFS= read -r line; do
    if [[ $line == '$ '* ]]; then
      [ -z "$command" ] || run_command "$1" "$command" "$expected"
      command=${line#'$ '}
      : >"$expected"
    else
      printf '%s\n' "$line" >>"$expected"
    fi
  done <"$2"
  run_command "$1" "$command" "$expected"
}

run_blocks() { # document
  local name=${1#"$root"/} number=0 line kind='' marker='' start=0 output block=$work/block
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    if [ -n "$kind" ] && [ "$line" = '```' ]; then
      case $marker in
        'not run: '?*) ;;
        'needs GEMMA')
          if [ -d "$gemma" ]; then
            [ -d GEMMA-Archi-repository ] || cp -r --no-preserve=mode "$gemma" GEMMA-Archi-repository
            marker=''
          fi ;;
        ?*) fail "$name:$start: unknown marker '$marker'" ;;
      esac
      if [ -z "$marker" ] && [ "$kind" = console ]; then run_console "$name:$start" "$block"; fi
      if [ -z "$marker" ] && [ "$kind" = sh ]; then
        output=$(timeout 120 bash -euo pipefail "$block" 2>&1 </dev/null) || fail "$name:$start: the block fails:" "$output"
      fi
      kind='' marker=''
    elif [ -n "$kind" ]; then
      printf '%s\n' "$line" >>"$block"
    elif [[ $line == '```'* ]]; then
      kind=${line#'```'} start=$number
      : >"$block"
      [ -n "$kind" ] || { fail "$name:$number: a block that does not say what it is"; kind=text; }
    elif [[ $line =~ ^'<!-- '(.*)' -->'$ ]]; then
      marker=${BASH_REMATCH[1]}
    elif [ -n "$line" ]; then
      marker=''
    fi
  done <"$1"
  [ -z "$kind" ] || fail "$name:$start: the block does not end"
}

while IFS= read -r document; do
  check_links "$document"
  check_names "$document"
  run_blocks "$document"
done < <(find "$root"/*.md "$root/docs" "$root/samples" -name '*.md' 2>/dev/null | LC_ALL=C sort)
exit $failed
