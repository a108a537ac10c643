#!/usr/bin/env bash
# Tests the client in real Neovims against the built server, on a copy of the sample workspace.
#
#   run.sh [SUITE…]      Debian suites whose Neovim is used; both supported generations by default
#
# Closes with "N passed, N failed" and fails when a test failed or none ran.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
plugin=$(dirname "$here")
repository=$(cd "$plugin/../.." && pwd)
server="$repository/server/target/dist/perf-review/bin/perf-review"
[ -x "$server" ] || { echo "run.sh: no server at server/target/dist: build it with mvn verify or ./perf-review doctor" >&2; exit 1; }

passed=0
failed=0
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie forky)
for suite in "${suites[@]}"; do
  root=$("$here/fetch-neovim.sh" "$suite")
  loader=$(find "$root" -name 'ld-linux-*.so.*' -print -quit)
  libraries=$(dirname "$(find "$root" -name 'libc.so.6' -print -quit)")
  # Its own folder for state and configuration, so that the user's Neovim has no part in it.
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  cp -r "$repository/examples" "$home/workspace"
  log="$home/output"
  status=0
  env -u XDG_RUNTIME_DIR HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_DATA_HOME="$home/data" \
    XDG_CACHE_HOME="$home/cache" VIMRUNTIME="$root/usr/share/nvim/runtime" PERF_REVIEW_PLUGIN="$plugin" PERF_REVIEW_SERVER="$server" \
    PERF_REVIEW_WORKSPACE="$home/workspace" PERF_REVIEW_TESTS="$here" \
    timeout 300 "$loader" --library-path "$libraries:$libraries/.." "$root/usr/bin/nvim" \
    --headless --clean -u "$here/minimal_init.lua" -c "luafile $here/test.lua" >"$log" 2>&1 </dev/null || status=$?
  echo "== Neovim of $suite"
  cat "$log"
  counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' "$log" | tail -1)
  read -r suite_passed suite_failed <<<"${counts:-0 1}"
  if [ "$status" -ne 0 ] && [ "$suite_failed" -eq 0 ]; then
    echo "Neovim ended with status $status"
    suite_failed=1
  fi
  if [ "$suite_failed" -gt 0 ]; then
    echo "-- Neovim's LSP log"
    tail -40 "$home/state/nvim/lsp.log" 2>/dev/null || true
  fi
  passed=$((passed + suite_passed))
  failed=$((failed + suite_failed))
  rm -rf "$home"
done
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
