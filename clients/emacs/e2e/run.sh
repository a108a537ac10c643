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
for package in emacs-nox elpa-eglot elpa-rust-mode git; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  install=(apt-get install -y -qq --no-install-recommends "${missing[@]}")
  # A new machine has no lists of packages, or old ones.
  DEBIAN_FRONTEND=noninteractive "${install[@]}" >/dev/null 2>&1 ||
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${install[@]}" >/dev/null; } ||
    { echo "run.sh: cannot install ${missing[*]}, which needs Debian's or Ubuntu's packages and root" >&2; exit 1; }
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cp -r "$repository/examples" "$home/workspace"
# Emacs takes the top of a repository for the project.
git init -q "$home/workspace"
# The first block of Lisp in the page is what a user copies.
awk '/^```elisp$/ { inside = 1; next } /^```$/ && inside { exit } inside' "$repository/docs/editors/emacs.md" >"$home/init.el"
[ -s "$home/init.el" ] || { echo "run.sh: docs/editors/emacs.md has no configuration" >&2; exit 1; }

status=0
env HOME="$home" XDG_CACHE_HOME="$home/cache" PATH="$bin:$PATH" PERF_REVIEW_WORKSPACE="$home/workspace" \
  timeout --kill-after=10 300 emacs --batch --funcall package-activate-all --load "$home/init.el" --load "$here/test.el" \
  --funcall perf-review-test-run </dev/null >"$home/output" 2>"$home/messages" || status=$?
cat "$home/output"
if [ "$status" -ne 0 ]; then
  echo "-- the last messages of Emacs, which ended with status $status"
  tail -60 "$home/messages"
  grep -q ' failed$' "$home/output" || echo "0 passed, 1 failed"
fi
[ "$status" -eq 0 ] && grep -q '^[1-9][0-9]* passed, 0 failed$' "$home/output"
