#!/usr/bin/env bash
# Finds perf-review for the action: the distribution in the folder DISTRIBUTION, else that of the release ACTION_REF of ACTION_REPOSITORY, else
# one that the next step builds from this clone. Answers by the outputs `launcher` and `build`.
set -euo pipefail

answer() {
  printf '%s\n' "launcher=$1" "build=$2" >>"$GITHUB_OUTPUT"
  exit 0
}

if [ -n "${DISTRIBUTION:-}" ]; then
  if [ ! -x "$DISTRIBUTION/bin/perf-review" ]; then
    echo "::error title=perf-review::there is no perf-review in the folder $DISTRIBUTION of the input distribution"
    exit 2
  fi
  answer "$DISTRIBUTION/bin/perf-review" false
fi

case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
  Linux-X64) target=linux-x64 ;;
  Linux-ARM64) target=linux-arm64 ;;
  macOS-ARM64) target=darwin-arm64 ;;
  macOS-X64) target=darwin-x64 ;;
  *)
    echo "::error title=perf-review::there is no release for ${RUNNER_OS:-this system} on ${RUNNER_ARCH:-this processor}; the input distribution names a folder of your own"
    exit 2
    ;;
esac
folder=${RUNNER_TEMP:-/tmp}/perf-review-action
mkdir -p "$folder"
if [[ "${ACTION_REF:-}" == v* ]] &&
  gh release download "$ACTION_REF" --repo "$ACTION_REPOSITORY" --pattern "perf-review-$target.tar.gz" --dir "$folder" --clobber; then
  tar -C "$folder" -xzf "$folder/perf-review-$target.tar.gz"
  answer "$folder/perf-review/bin/perf-review" false
fi
# Builds when it is called for the first time.
answer "$(cd "$(dirname "$0")/../.." && pwd)/perf-review" true
