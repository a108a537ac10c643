#!/usr/bin/env bash
# Unpacks a suite's Neovim with every library it needs into the cache and prints the folder: nothing is installed, no root is needed.
#
#   fetch-neovim.sh SUITE        for example: forky (0.12) or trixie (0.10)
#
# Debian's packages come from the mirror that this machine's own apt uses. The empty status file makes apt fetch all
# dependencies, the C library too, so that Neovim runs on them whatever the machine's release is.
set -euo pipefail

suite=$1
root="${XDG_CACHE_HOME:-$HOME/.cache}/perf-review-e2e/neovim-$suite"
if [ -x "$root/usr/bin/nvim" ] && [ -f "$root/.complete" ]; then
  echo "$root"
  exit 0
fi

mirror=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^URIs: *//p' | head -1)
[ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list 2>/dev/null | head -1)
[ -n "$mirror" ] || { echo "fetch-neovim: apt has no source of Debian packages on this machine" >&2; exit 1; }
keyring=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^Signed-By: *//p' | head -1)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/root"
: > "$work/status"
echo "deb ${keyring:+[signed-by=$keyring] }$mirror $suite main" > "$work/sources.list"
apt=(apt-get -qq
  -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::Lists=$work/lists" -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache"
  -o APT::Install-Recommends=false -o APT::Sandbox::User=root)

for attempt in 1 2 3; do
  if "${apt[@]}" update >&2 && "${apt[@]}" install -y --download-only neovim >&2; then break; fi
  [ "$attempt" -lt 3 ] || { echo "fetch-neovim: cannot download Neovim of $suite" >&2; exit 1; }
  sleep $((attempt * 5))
done
for package in "$work"/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$work/root"
done
touch "$work/root/.complete"
mkdir -p "$(dirname "$root")"
rm -rf "$root"
mv "$work/root" "$root"
echo "$root"
