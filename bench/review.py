#!/usr/bin/env python3
"""Reviewing a change of a repository with a warm cache, as whole processes, beside `perf-review check` of one small file of the same repository, which reads the
same index: what is left between the two is the review.

    bench/review.py REPOSITORY [RANGE] [RUNS]

REPOSITORY is a clone with its working tree at the end of RANGE (default HEAD~20..HEAD), so that the index of the disk is that of the later version. Needs git
and the distribution (`./perf-review doctor` builds it). The commands alternate; printed are the medians of the wall-clock and processor times.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys

import index
import scan


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    repository = pathlib.Path(sys.argv[1]).resolve()
    commits = sys.argv[2] if len(sys.argv) > 2 else "HEAD~20..HEAD"
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    os.chdir(repository)
    listed = subprocess.run(["git", "ls-files", "*.py", "*.rs"], capture_output=True, text=True, check=True).stdout.split()
    smallest = min((path for path in listed if pathlib.Path(path).is_file()), key=lambda path: (pathlib.Path(path).stat().st_size, path))
    commands = {
        "review": [str(scan.PERF_REVIEW), "review", commits, "--format", "json"],
        "check of one file": [str(scan.PERF_REVIEW), "check", "--format", "json", smallest],
    }
    report = json.loads(subprocess.run(commands["review"], capture_output=True, text=True, check=False).stdout)
    measured: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            measured[name].append(index.measure(command, dict(os.environ)))
    print(f"{commits}: {len(report['change']['paths'])} files changed, {len(report['files'])} of them Python or Rust; {runs} runs each, {os.cpu_count()} cores")
    for name, runs_of in measured.items():
        wall, processor, memory = (statistics.median(column) for column in zip(*runs_of))
        print(f"{name:18} {wall:6.2f} s  {processor:6.2f} s of processor  {memory:6.0f} MB")


if __name__ == "__main__":
    main()
