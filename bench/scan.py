#!/usr/bin/env python3
"""Scanning a whole tree: perf-review beside ast-grep, each with the same 22 rules, as whole processes.

    bench/scan.py TREE [RUNS]

Needs npm and the distribution (`./perf-review doctor` builds it). ast-grep comes from npm into the user's cache. The two alternate, so that a
noisy machine disturbs both alike; printed are the medians of the wall-clock and processor times, and the ratio of the medians.
"""
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PERF_REVIEW = ROOT / "server/target/dist/perf-review/bin/perf-review"
AST_GREP = "0.51.1"
RULES = sorted(path.stem for path in (ROOT / "bench/ast-grep/rules").glob("*.yml"))


def ast_grep() -> pathlib.Path:
    """The program itself: the script of that name in npm's package starts Node first."""
    caches = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    folder = caches / "perf-review" / f"ast-grep-{AST_GREP}"
    if not list(folder.glob("node_modules/@ast-grep/cli-*/ast-grep*")):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, f"@ast-grep/cli@{AST_GREP}"], check=True)
    return next(folder.glob("node_modules/@ast-grep/cli-*/ast-grep*"))


def run(command: list[str]) -> tuple[float, float, str]:
    """Wall-clock seconds, processor seconds, and what the command printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1, 2):
        sys.exit(f"{command[0]} failed: {process.stderr}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, process.stdout


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tree, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7
    known = {rule["id"] for rule in json.loads(subprocess.run([PERF_REVIEW, "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout)}
    missing = [rule for rule in RULES if rule not in known]
    if missing:
        print(f"perf-review has no {', '.join(missing)}: the comparison is not like for like", file=sys.stderr)
    selected = ",".join(rule for rule in RULES if rule in known)
    commands = {
        "perf-review": [str(PERF_REVIEW), "check", "--format", "json", "--min-impact", "negligible", *(["--select", selected] if selected else []), tree],
        "ast-grep": [str(ast_grep()), "scan", "--config", str(ROOT / "bench/ast-grep/sgconfig.yml"), "--json=compact", tree],
    }
    walls: dict[str, list[float]] = {name: [] for name in commands}
    processors: dict[str, list[float]] = {name: [] for name in commands}
    findings: dict[str, int] = {}
    for _ in range(runs):
        for name, command in commands.items():
            wall, processor, output = run(command)
            walls[name].append(wall)
            processors[name].append(processor)
            report = json.loads(output)
            findings[name] = len(report["findings"] if name == "perf-review" else report)
    print(f"{tree}: {runs} runs each, {os.cpu_count()} cores, {platform.machine()}")
    for name in commands:
        print(f"  {name:12} {statistics.median(walls[name]):6.2f} s (least {min(walls[name]):.2f}), processor {statistics.median(processors[name]):6.2f} s, {findings[name]} findings")
    ours, theirs = (statistics.median(walls[name]) for name in commands)
    print(f"  ratio of the medians: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
