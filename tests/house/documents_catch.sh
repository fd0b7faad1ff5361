#!/usr/bin/env bash
# Usage: documents_catch.sh ROOT
# documents.sh names every fault of a bad document, and finds none in a good one.
set -euo pipefail
check=$1/tests/house/documents.sh
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir "$tree/bin" "$tree/build" "$tree/code"
touch "$tree/code/one_part.cpp"

cat >"$tree/README.md" <<'END'
[here](README.md#top), [there](https://example.org/), ![picture](docs/none.svg)

Named: `code/one_part.cpp`, `code/*.cpp`, `code/NAME_part.cpp`, `true --and/or`, `elsewhere/none`, `build/none`, `code/gone.cpp`, `code/gone/`, `code/NAME.hpp`.

```console
$ echo 'a [b] *'
a [b] *
$ seq 4
1
...
4
$ true
```

```sh
test -d .
```

<!-- not run: it would not end -->
```sh
false
```
END
status=0
output=$("$check" "$tree" "$tree/bin/keuzekaart") || status=$?
expected='README.md: the link to docs/none.svg leads nowhere
README.md: code/gone.cpp is not there
README.md: code/gone/ is not there
README.md: code/NAME.hpp is not there'
[ $status -eq 1 ] && [ "$output" = "$expected" ] || { echo "on a good document: $status, $output"; exit 1; }

cat >"$tree/README.md" <<'END'
```console
$ echo a
b
$ false
$ exit 3
```

```sh
echo no; false
```

<!-- nut run: a slip -->
```sh
true
```

```
true
```
END
status=0
output=$("$check" "$tree" "$tree/bin/keuzekaart") || status=$?
expected="README.md:1: echo a
prints:
a
the document says:
b
README.md:1: false
ended with 1:

README.md:1: exit 3
ended with 3:

README.md:8: the block fails:
no
README.md:13: unknown marker 'nut run: a slip'
README.md:17: a block that does not say what it is"
[ $status -eq 1 ] && [ "$output" = "$expected" ] || { echo "on a bad document: $status, $output"; exit 1; }
