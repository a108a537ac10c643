#!/usr/bin/env python3
"""Indexing a whole tree, from nothing and from the cache, as whole processes: `perf-review check` of its smallest file, which reads all files of the
project around it and follows calls between them. Beside it ast-grep over the same tree with 22 rules of the same kinds.

    bench/index.py TREE [RUNS]

TREE must be marked as a project (a .git, pyproject.toml or Cargo.toml in it). Needs npm and the distribution (`./perf-review doctor` builds it). The
commands alternate, so that a noisy machine disturbs them alike; printed are the medians of the wall-clock and processor times and the largest memory.
"""
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import scan


def measure(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Wall-clock seconds, processor seconds and the most resident megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed: {errors.decode()}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tree, runs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    files = [path for path in tree.rglob("*") if path.suffix in (".py", ".pyi", ".rs") and path.is_file()]
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    smallest = min(files, key=lambda path: (path.stat().st_size, str(path)))
    caches = pathlib.Path(tempfile.mkdtemp(prefix="perf-review-index-"))
    environment = {**os.environ, "XDG_CACHE_HOME": str(caches)}
    check = [str(scan.PERF_REVIEW), "check", "--format", "json", str(smallest)]
    commands = {
        "from nothing": check,
        "from the cache": check,
        "ast-grep": [str(scan.ast_grep()), "scan", "--config", str(scan.ROOT / "bench/ast-grep/sgconfig.yml"), "--json=compact", str(tree)],
    }
    measured: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    try:
        for _ in range(runs):
            for name, command in commands.items():
                if name == "from nothing":
                    shutil.rmtree(caches / "perf-review", ignore_errors=True)
                measured[name].append(measure(command, environment))
        kept = sum(path.stat().st_size for path in caches.rglob("*.facts"))
    finally:
        shutil.rmtree(caches, ignore_errors=True)
    print(f"{tree}: {len(files)} files, {lines} lines; {runs} runs each, {os.cpu_count()} cores, {platform.machine()}; {kept / 1e6:.1f} MB are kept")
    for name, runs_of in measured.items():
        wall, processor, memory = (statistics.median(values) for values in zip(*runs_of))
        print(f"  {name:15} {wall:6.2f} s (least {min(run[0] for run in runs_of):.2f}), processor {processor:6.2f} s, at most {memory:.0f} MB")


if __name__ == "__main__":
    main()
