#!/usr/bin/env bash
# Runs perf-review for the action, with the action's inputs as variables: a SARIF report in the file SARIF, a summary of a review on the page of the
# run, and annotations. Answers by the outputs `status` and `sarif`; a later step fails, so that the report is uploaded before.
set -euo pipefail

command=${COMMAND:-}
if [ -z "$command" ]; then
  if [ -n "${GITHUB_BASE_REF:-}" ]; then command=review; else command=check; fi
fi

wrong() {
  echo "::error title=perf-review::$1"
  printf '%s\n' "status=2" "sarif=" >>"$GITHUB_OUTPUT"
  exit 0
}

sarif=${SARIF:-perf-review.sarif}
mkdir -p "$(dirname "$sarif")"
paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"${PATHS:-}"

if [ "$command" = merge ]; then
  reports=()
  for path in ${paths[@]+"${paths[@]}"}; do
    if [ -d "$path" ]; then reports+=("$path"/*.sarif); else reports+=("$path"); fi
  done
  if [ "${#reports[@]}" -eq 0 ]; then wrong "command: merge needs paths: the reports, or folders of reports"; fi
  status=0
  "$LAUNCHER" merge --output "$sarif" "${reports[@]}" || status=$?
  printf '%s\n' "status=$status" "sarif=$sarif" >>"$GITHUB_OUTPUT"
  exit 0
fi

arguments=(--fail-on "${FAIL_ON:-significant}")
if [ -n "${MIN_IMPACT:-}" ]; then arguments+=(--min-impact "$MIN_IMPACT"); fi
case $command in
  review)
    base=${BASE:-}
    if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
      if ! base=$(git merge-base HEAD "origin/$GITHUB_BASE_REF"); then
        wrong "there is no commit to compare with: actions/checkout needs fetch-depth: 0"
      fi
    fi
    if [ -n "$base" ]; then arguments+=("$base"); fi
    ;;
  check)
    if [ -n "${SHARD:-}" ]; then arguments+=(--shard "$SHARD"); fi
    # An empty array is an unset variable to bash 4.3 and earlier, which macOS has.
    arguments+=(${paths[@]+"${paths[@]}"})
    ;;
  *) wrong "the input command is review, check or merge, not $command" ;;
esac

# Aside until all is written: a new file in the folder would be a part of the change that is reviewed.
aside=$(mktemp -d)
status=0
"$LAUNCHER" "$command" --format sarif --output "$aside/report.sarif" "${arguments[@]}" || status=$?
# The index is warm now, so that the other formats take little more.
if [ "$status" -ne 2 ] && [ "${ANNOTATIONS:-true}" = true ]; then
  "$LAUNCHER" "$command" --format github "${arguments[@]}" || true
fi
if [ "$status" -ne 2 ] && [ "$command" = review ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  "$LAUNCHER" "$command" --format markdown "${arguments[@]}" >>"$GITHUB_STEP_SUMMARY" || true
fi
if [ -e "$aside/report.sarif" ]; then mv "$aside/report.sarif" "$sarif"; fi
rm -r "$aside"
printf '%s\n' "status=$status" "sarif=$sarif" >>"$GITHUB_OUTPUT"
