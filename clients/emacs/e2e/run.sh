#!/usr/bin/env bash
# Tests the configuration of docs/editors/emacs.md in a real Emacs with Eglot against the built server, on a copy of the sample workspace.
# Installs Debian's Emacs, Eglot and Rust mode where they are missing.
#
# Closes with "N passed, N failed" and fails when a test failed or none ran.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../../.." && pwd)
bin="$repository/server/target/dist/perf-review/bin"
[ -x "$bin/perf-review" ] || { echo "run.sh: no server at server/target/dist: build it with mvn verify or ./perf-review doctor" >&2; exit 1; }

missing=()
for package in emacs-nox elpa-eglot elpa-rust-mode; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    { echo "run.sh: cannot install ${missing[*]}" >&2; exit 1; }
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cp -r "$repository/examples" "$home/workspace"
# Emacs takes the top of a repository for the project.
git init -q "$home/workspace"
mkdir "$home/.emacs.d"
# The first block of Lisp in the page is what a user copies.
awk '/^```elisp$/ { inside = 1; next } /^```$/ && inside { exit } inside' "$repository/docs/editors/emacs.md" >"$home/.emacs.d/init.el"
[ -s "$home/.emacs.d/init.el" ] || { echo "run.sh: docs/editors/emacs.md has no configuration" >&2; exit 1; }

status=0
env HOME="$home" XDG_CACHE_HOME="$home/cache" TERM=vt100 PATH="$bin:$PATH" PERF_REVIEW_WORKSPACE="$home/workspace" \
  PERF_REVIEW_RESULT="$home/result" \
  timeout --kill-after=10 400 python3 "$here/terminal.py" "$home/screen" \
  emacs -nw --no-splash --load "$here/test.el" --funcall perf-review-test-run </dev/null || status=$?
emacs --version | head -1
cat "$home/result" 2>/dev/null || { tail -c 3000 "$home/screen" | tr -d '\033'; echo; echo "0 passed, 1 failed"; }
[ "$status" -eq 0 ] && grep -q '^[1-9][0-9]* passed, 0 failed$' "$home/result"
