#!/usr/bin/env bash
# Lints the client and tests it in real Neovims against the built server, each file of tests/ in a Neovim and on a copy of the sample
# workspace of its own.
#
#   run.sh [SUITE…]      Debian suites whose Neovim is used; both supported generations by default
#
# TESTS="findings health" runs only these files. Closes with "N passed, N failed" and fails when a test failed or none ran.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
plugin=$(dirname "$here")
repository=$(cd "$plugin/../.." && pwd)
server="$repository/server/target/dist/perf-review/bin/perf-review"
[ -x "$server" ] || { echo "run.sh: no server at server/target/dist: build it with mvn verify or ./perf-review doctor" >&2; exit 1; }

lint() {
  if ! command -v luacheck >/dev/null; then
    apt-get install -y -qq --no-install-recommends lua-check >/dev/null || { echo "run.sh: cannot install lua-check" >&2; return 1; }
  fi
  (cd "$plugin" && luacheck --quiet --no-color .)
}

# neovim SUITE HOME ARGUMENT…: runs a suite's Neovim with its own folder for state and configuration, so that the user's has no part in it.
neovim() {
  local root home=$2 loader libraries
  root=$("$here/fetch-neovim.sh" "$1")
  shift 2
  loader=$(find "$root" -name 'ld-linux-*.so.*' -print -quit)
  libraries=$(dirname "$(find "$root" -name 'libc.so.6' -print -quit)")
  # The parsers of Neovim's own languages lie where a Neovim that runs from a folder does not look.
  env -u XDG_RUNTIME_DIR HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state" XDG_DATA_HOME="$home/data" \
    XDG_CACHE_HOME="$home/cache" VIMRUNTIME="$root/usr/share/nvim/runtime" PERF_REVIEW_PLUGIN="$plugin" PERF_REVIEW_SERVER="$server" \
    PERF_REVIEW_WORKSPACE="$home/workspace" LUA_PATH="$here/?.lua;;" \
    timeout --kill-after=10 300 "$loader" --library-path "$libraries:$libraries/.." "$root/usr/bin/nvim" --headless \
    --cmd "set runtimepath+=$root/usr/lib/nvim" "$@" </dev/null 2>&1
}

passed=0
failed=0

# run SUITE FILE NAME ARGUMENT…: runs a file of tests in a Neovim that is started with these arguments.
run() {
  local suite=$1 file=$2 name=$3 home status=0 counts file_passed file_failed
  shift 3
  home=$(mktemp -d)
  cp -r "$repository/examples" "$home/workspace"
  # A package in the place where Neovim looks for them by itself; only the test of packages starts Neovim so that it looks.
  mkdir -p "$home/data/nvim/site/pack/local/start"
  ln -s "$plugin" "$home/data/nvim/site/pack/local/start/perf-review"
  echo "== $name"
  neovim "$suite" "$home" "$@" -c "luafile $here/tests/$file.lua" >"$home/output" || status=$?
  grep -v '^$' "$home/output" || true
  counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' "$home/output" | tail -1)
  read -r file_passed file_failed <<<"${counts:-0 1}"
  if [ "$status" -ne 0 ] && [ "$file_failed" -eq 0 ]; then
    echo "Neovim ended with status $status"
    file_failed=1
  fi
  if [ "$file_failed" -gt 0 ]; then
    echo "-- Neovim's LSP log"
    tail -40 "$home/state/nvim/lsp.log" 2>/dev/null || true
  fi
  passed=$((passed + file_passed))
  failed=$((failed + file_failed))
  rm -rf "$home"
}

lint || failed=1
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie forky)
for suite in "${suites[@]}"; do
  version=$(neovim "$suite" /nonexistent --version | head -1)
  for path in "$here"/tests/*.lua; do
    file=$(basename "$path" .lua)
    case " ${TESTS:-$file} " in *" $file "*) ;; *) continue ;; esac
    # vim.lsp.enable() came with 0.11.
    case "$file:$version" in enable:*" v0.10."*) continue ;; esac
    run "$suite" "$file" "$file: $version" --clean -u "$here/minimal_init.lua"
    [ "$file" != install ] || run "$suite" "$file" "$file as a package: $version" --cmd 'set noswapfile shadafile=NONE'
  done
done
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
