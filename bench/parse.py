#!/usr/bin/env python3
"""Parsing with the libraries that the build compiled beside the ready-made ones, on one file.

    bench/parse.py FILE [RUNS]

Needs the distribution (`./perf-review doctor` builds it). Alternates whole runs of both, so that a noisy machine disturbs both alike,
and prints the median of each run's medians.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DISTRIBUTION = ROOT / "server/target/dist/perf-review"
WHAT = ("parse alone", "parse and snapshot", "one character typed")


def java() -> str:
    """A JDK 25: the run-time image of the distribution has no compiler for the benchmark's source."""
    homes = [os.environ.get("JAVA_HOME", "")] + sorted(map(str, pathlib.Path("/usr/lib/jvm").glob("*25*")))
    for home in homes:
        program = pathlib.Path(home, "bin/java")
        if program.is_file() and '"25' in subprocess.run([program, "-version"], capture_output=True, text=True).stderr:
            return str(program)
    return shutil.which("java") or sys.exit("no java found: set JAVA_HOME to a JDK 25")


def run(program: str, natives: str, file: str) -> list[int]:
    output = subprocess.run(
        [
            program,
            "--enable-native-access=ALL-UNNAMED",
            f"-Dperfreview.home={DISTRIBUTION}",
            f"-Dperfreview.natives={natives}",
            "-cp",
            f"{DISTRIBUTION}/lib/*",
            str(ROOT / "bench/ParseBenchmark.java"),
            file,
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    expected = natives.upper().replace("-", "_")
    if output[-1] != expected:
        sys.exit(f"asked for the {natives} libraries, but these were loaded: {output[-1]}")
    return [int(microseconds) for microseconds in output[-4:-1]]


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program, file, runs = java(), sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    times: dict[str, list[list[int]]] = {"compiled": [], "ready-made": []}
    for _ in range(runs):
        for natives, measured in times.items():
            measured.append(run(program, natives, file))
    print(f"{'':22}{'compiled':>12}{'ready-made':>12}{'ratio':>8}")
    for column, what in enumerate(WHAT):
        compiled, ready_made = (statistics.median(row[column] for row in measured) for measured in times.values())
        print(f"{what:22}{compiled / 1000:>9.1f} ms{ready_made / 1000:>9.1f} ms{ready_made / compiled:>8.2f}")


if __name__ == "__main__":
    main()
