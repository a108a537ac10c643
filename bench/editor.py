#!/usr/bin/env python3
"""What a person at an editor waits for, as ratios: perf-review's language server beside a bare Java VM and beside ast-grep's language server.

    bench/editor.py FILE [--folder FOLDER] [--starts 12] [--edits 200] [--rounds 3]

Prints, from one run: how long a one-line Java program takes with the server's own options; how long the server takes to answer `initialize` and to
show the first diagnostics of FILE; the wait from a keystroke to its diagnostics, in perf-review with FOLDER indexed (--folder; else with FILE on its own) and in
ast-grep with 22 rules of the same kinds, on the same keystrokes; and the memory of a server that has only FILE open. Needs npm, a JDK 25 and the
distribution (`./perf-review doctor` builds it). The two servers take turns, so that a noisy machine disturbs them alike.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import keystroke
import scan

BARE = "public class Bare { public static void main(String[] arguments) { System.out.println(1); } }"
OPTIONS = ["-XX:+UseSerialGC", "-XX:+TieredCompilation", "-Xlog:disable"]


def jdk() -> pathlib.Path:
    """The JDK 25 that builds the product: the newest that is installed, or JAVA_HOME."""
    homes = [pathlib.Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    homes += sorted(pathlib.Path("/usr/lib/jvm").glob("*25*"))
    for home in homes:
        if (home / "bin/javac").exists() and '"25' in subprocess.run([home / "bin/java", "-version"], capture_output=True, text=True, check=True).stderr:
            return home
    sys.exit("a JDK 25 is needed: set JAVA_HOME")


def bare_starts(home: pathlib.Path, folder: pathlib.Path, runs: int) -> list[float]:
    """Milliseconds that a one-line program takes."""
    (folder / "Bare.java").write_text(BARE)
    subprocess.run([home / "bin/javac", "-d", folder, folder / "Bare.java"], check=True)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([home / "bin/java", *OPTIONS, "-cp", folder, "Bare"], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return times


def ast_grep_folder(folder: pathlib.Path, file: pathlib.Path) -> pathlib.Path:
    """A workspace of ast-grep with its rules and a copy of the file, for it looks only at files beside its configuration."""
    shutil.copytree(scan.ROOT / "bench/ast-grep", folder, dirs_exist_ok=True)
    return pathlib.Path(shutil.copy(file, folder / file.name))


def quantile(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--folder", type=pathlib.Path)
    arguments.add_argument("--starts", type=int, default=12)
    arguments.add_argument("--edits", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3, help="how often the two servers take turns; the first turn warms them up")
    options = arguments.parse_args()
    file = options.file.resolve()
    text = file.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="perf-review-editor-") as temporary:
        folder = pathlib.Path(temporary)
        bare = statistics.median(bare_starts(jdk(), folder, options.starts))
        greetings, firsts = [], []
        for _ in range(options.starts):
            server, greeting, first, _ = keystroke.open_file(keystroke.COMMAND, file.parent, file, text)
            greetings.append(greeting)
            firsts.append(first)
            server.stop()
        alone, *_ = keystroke.open_file(keystroke.COMMAND, folder, file, text)
        keystroke.keystrokes(alone, file, text, options.edits)
        memory = alone.memory()
        alone.stop()

        peer_file = ast_grep_folder(folder / "ast-grep", file)
        peer, *_ = keystroke.open_file([str(scan.ast_grep()), "lsp", "-c", str(peer_file.parent / "sgconfig.yml")], peer_file.parent, peer_file, text)
        own, *_ = keystroke.open_file(keystroke.COMMAND, (options.folder or file.parent).resolve(), file, text)
        own.indexed()
        waits: dict[str, list[list[float]]] = {"perf-review": [], "ast-grep": []}
        for round_ in range(options.rounds):
            waits["perf-review"].append(keystroke.keystrokes(own, file, text, options.edits, seed=round_))
            waits["ast-grep"].append(keystroke.keystrokes(peer, peer_file, text, options.edits, seed=round_))
        own_memory = own.memory()
        own.stop()
        peer.stop()

    print(f"{file.name}: {len(text.splitlines())} lines, {len(text)} characters; {options.starts} starts, {options.rounds} turns of {options.edits} keystrokes, {os.cpu_count()} cores\n")
    print(f"bare VM {bare:.0f} ms; `initialize` {statistics.median(greetings):.0f} ms ({statistics.median(greetings) / bare:.1f} times); "
          f"first diagnostics {statistics.median(firsts):.0f} ms ({statistics.median(firsts) / bare:.1f} times)")
    for name, turns in waits.items():
        print(f"{name}: keystroke median " + ", ".join(f"{statistics.median(turn):.1f}" for turn in turns)
              + " ms; p95 " + ", ".join(f"{quantile(turn, 0.95):.1f}" for turn in turns) + " ms")
    own_median, peer_median = (statistics.median(turns[-1]) for turns in waits.values())
    print(f"ast-grep takes {peer_median / own_median:.1f} times as long in the median of the last turn")
    print(f"most resident memory: {memory:.0f} MB with the one file open, {own_memory:.0f} MB with the folder indexed")


if __name__ == "__main__":
    main()
