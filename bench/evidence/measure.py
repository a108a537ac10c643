#!/usr/bin/env python3
"""Measures what each rule's advice wins and writes it into the rule's doc.

A folder bench/evidence/<rule id>/ holds pairs of programs, `before.py` and `after.py` or `before.rs` and `after.rs`, for one variant
of the pitfall each: `before-NAME.py` and `after-NAME.py` are another variant, named in the doc. A pair must print the same on
standard output. Both run in turns, so that a machine that slows down slows both.

Time is the median over the runs. A program that prints a line `seconds=S` on standard error has measured the part that matters
itself; else the time is that of the whole process less that of an empty one. A program that prints other lines `NAME=S` there has
measured something else, which is reported under that name. Allocation is the peak and the number of blocks that tracemalloc sees
(Python), or the `allocations=N` that a Rust program prints on standard error from a counting allocator of its own.

    bench/evidence/measure.py [--runs N] [--check] [RULE…]
"""

import argparse
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EVIDENCE = Path(__file__).resolve().parent
DOCS = EVIDENCE.parents[1] / "detectors/src/main/resources/rules"
LANGUAGES = {".py": "python", ".rs": "rust"}
START, END = "<!-- measured -->", "<!-- /measured -->"
TIMEOUT_SECONDS = 300

# Runs the program given on the command line and tells what it allocated, on standard error after all that it prints itself.
TRACED = """
import runpy, sys, tracemalloc
path = sys.argv[1]
sys.argv = [path]
tracemalloc.start()
try:
    runpy.run_path(path, run_name="__main__")
finally:
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"peak={peak}", file=sys.stderr)
"""


class Program:
    """One side of a pair, ready to run."""

    def __init__(self, source: Path, workplace: Path):
        self.source = source
        if source.suffix == ".rs":
            binary = workplace / source.stem
            subprocess.run(
                ["rustc", "--edition", "2021", "-O", "-o", str(binary), str(source)],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            self.command = [str(binary)]
        else:
            self.command = [sys.executable, str(source)]

    def run(self):
        """The printed text, the seconds of the whole process, and the numbers that the program printed on standard error."""
        return execute(self.command)

    def allocations(self):
        """What the program allocates: the name of the measure and its value; None where nothing tells."""
        if self.source.suffix == ".py":
            _, _, numbers = execute([sys.executable, "-c", TRACED, str(self.source)])
            return "peak memory", numbers["peak"]
        _, _, numbers = execute(self.command)
        return ("allocations", numbers["allocations"]) if "allocations" in numbers else None


def execute(command):
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    numbers = {name: float(value) for name, value in re.findall(r"^(\w+)=([0-9.eE+-]+)$", done.stderr, re.MULTILINE)}
    return done.stdout, seconds, numbers


def pairs_in(folder: Path):
    """The pairs of a rule: variant name (empty for the plain one), before, after."""
    for before in sorted(folder.glob("before*"), key=lambda path: (path.suffix, path.stem)):
        if before.suffix in LANGUAGES:
            after = before.with_name("after" + before.name.removeprefix("before"))
            if not after.exists():
                raise SystemExit(f"{before} has no {after.name}")
            yield before.stem.removeprefix("before").removeprefix("-"), before, after


def start_up(suffix: str, runs: int) -> float:
    """Seconds that a Python process takes to do nothing; a compiled program's start is too short to matter."""
    if suffix != ".py":
        return 0.0
    return statistics.median(execute([sys.executable, "-c", ""])[1] for _ in range(runs))


def measure(before_source: Path, after_source: Path, runs: int):
    """The medians of both sides by measure: {measure: (before, after)}."""
    with tempfile.TemporaryDirectory() as workplace:
        before, after = (Program(source, Path(workplace)) for source in (before_source, after_source))
        idle = start_up(before_source.suffix, runs)
        samples = ({}, {})
        printed = set()
        for _ in range(runs):
            for program, taken in zip((before, after), samples):
                text, seconds, numbers = program.run()
                printed.add(text)
                numbers.pop("allocations", None)
                if not numbers:
                    numbers["seconds"] = max(seconds - idle, 1e-9)
                for name, value in numbers.items():
                    taken.setdefault(name, []).append(value)
        if len(printed) != 1:
            raise SystemExit(f"{before_source} and {after_source} print differently: {printed}")
        results = {
            ("time" if name == "seconds" else name.replace("_", " ")): (
                statistics.median(samples[0][name]),
                statistics.median(samples[1][name]),
            )
            for name in samples[0]
        }
        allocated = before.allocations(), after.allocations()
        if all(allocated):
            results[allocated[0][0]] = (allocated[0][1], allocated[1][1])
        return results


def quantity(measure_name: str, value: float) -> str:
    if measure_name == "allocations":
        return f"{value:,.0f}"
    if measure_name == "peak memory":
        return f"{value / 1024:,.0f} KiB"
    return f"{value * 1000:,.1f} ms"


def ratio(before: float, after: float) -> str:
    if after == 0:
        return "–" if before == 0 else "all gone"
    times = before / after
    return f"{times:,.0f} times" if times >= 10 else f"{times:.1f} times"


def versions(suffix: str) -> str:
    if suffix == ".py":
        return f"CPython {platform.python_version()}"
    return subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.split(" (")[0].strip()


def table(rows, suffix: str, runs: int) -> str:
    named = any(variant for variant, _ in rows)
    lines = [
        f"Medians of {runs} runs of `bench/evidence`, before and after in turns ({versions(suffix)}, {platform.system()} "
        f"{platform.machine()}):",
        "",
        "| " + ("variant | " if named else "") + "measure | before | after | before / after |",
        "|" + ("---|" if named else "") + "---|---|---|---|",
    ]
    for variant, results in rows:
        for name, (before, after) in results.items():
            first = f"{variant.replace('-', ' ') or 'main'} | " if named else ""
            cells = [name, quantity(name, before), quantity(name, after), ratio(before, after)]
            lines.append("| " + first + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_into_doc(doc: Path, measured: str):
    text = doc.read_text()
    if text.count(START) != 1:
        raise SystemExit(f"{doc} must have exactly one line {START}")
    head, rest = text.split(START)
    if END not in rest:
        raise SystemExit(f"{doc} must close {START} with {END}")
    tail = rest.split(END, 1)[1]
    doc.write_text(f"{head}{START}\n{measured}\n{END}{tail}")


def main():
    parser = argparse.ArgumentParser(description="Measures what each rule's advice wins and writes it into the rule's doc.")
    parser.add_argument("rules", nargs="*", metavar="RULE", help="rule ids; all when none is given")
    parser.add_argument("--runs", type=int, default=9, help="runs of each program (default: 9)")
    parser.add_argument("--check", action="store_true", help="run each pair once, compare what they print, write nothing")
    options = parser.parse_args()
    folders = [EVIDENCE / rule for rule in options.rules] or sorted(path for path in EVIDENCE.iterdir() if path.is_dir())
    for folder in folders:
        by_language = {}
        for variant, before, after in pairs_in(folder):
            if before.suffix == ".rs" and shutil.which("rustc") is None:
                print(f"{folder.name}: skipped, no rustc here", file=sys.stderr)
                continue
            results = measure(before, after, 1 if options.check else options.runs)
            by_language.setdefault(before.suffix, []).append((variant, results))
            shown = ", ".join(f"{name} {ratio(*values)}" for name, values in results.items())
            print(f"{folder.name}{' ' + variant if variant else ''}: {shown}")
        if not options.check:
            for suffix, rows in by_language.items():
                write_into_doc(DOCS / LANGUAGES[suffix] / f"{folder.name}.md", table(rows, suffix, options.runs))


if __name__ == "__main__":
    main()
