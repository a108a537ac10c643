#!/usr/bin/env python3
"""Torments the built language server for a while, and tells whether it stayed as it was.

    python3 bench/soak [--minutes 30] [--seed N] [--server COMMAND] [--keep FOLDER]

A hostile client edits three documents at random, opens and closes them, changes settings, files and folders, cancels what it asked for, stops
reading for seconds, sends lines of ten megabytes, nesting 50,000 deep, 100,000 lines, halves of characters, and bytes that are no message. Between
its fits it types calmly and measures. It ends with status 1 when an exception escaped into the log, diagnostics of an old version came after
newer ones, edits led to other diagnostics than the same text sent whole, anything was left unanswered, memory or the time of a keystroke
grew, or the server did not end with status 0 though requests were under way.
"""

import argparse
import pathlib
import random
import shlex
import sys
import tempfile
import threading
import time

from client import Client
from clock import awake
from contents import CODE, lay_out, many_lines
from documents import Document
from hostility import Hostility
from measurements import Measurements

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SERVER = ROOT / "server/target/dist/perf-review/bin/perf-review"
FITS = 25
KEYSTROKES = 30
CALM = CODE["python"] * 40


def start(command: list[str], folder: pathlib.Path, log: pathlib.Path, chance: random.Random) -> Hostility:
    """A server that was greeted, and a client with three documents, none of them open."""
    habits: list[Hostility] = []
    client = Client(command, folder, log, lambda params: habits[0].answer(params))
    languages = {"engine/scheduler.py": "python", "engine/router.rs": "rust", "engine/store.py": "python"}
    documents = [Document(client, (folder / path).as_uri(), language, CODE[language] * 20) for path, language in languages.items()]
    documents[2].text = many_lines(chance, "python")
    habits.append(Hostility(client, folder, documents, chance))
    client.request("initialize", {
        "processId": None,
        "rootUri": folder.as_uri(),
        "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
        "capabilities": {
            "workspace": {"configuration": True, "workspaceFolders": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "window": {"workDoneProgress": True},
            "textDocument": {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True, "dataSupport": True}},
            "notebookDocument": {"synchronization": {}},
        },
    })
    client.notify("initialized", {})
    return habits[0]


def settle(habits: Hostility) -> None:
    """Waits until the server has caught up: all is answered, and the newest version of each document shown."""
    habits.client.all_answered()
    for document in habits.documents:
        if document.is_open:
            habits.client.shown(document.uri, document.version)


def compare_with_whole_text(habits: Hostility) -> None:
    """What edits led to must be what the same text gives when it is sent whole. Other files may still change what is found, for a while."""
    for document in habits.documents:
        for patience in (0.5, 2, 8, None):
            edited = habits.client.shown(document.uri, document.version)
            document.replace(document.text)
            whole = habits.client.shown(document.uri, document.version)
            if edited is None or whole is None or edited[1] == whole[1]:
                break
            if patience is None:
                habits.client.fault(f"{document.uri} has {len(edited[1])} diagnostics after its edits, and {len(whole[1])} as a whole")
            else:
                time.sleep(patience)


def type_calmly(habits: Hostility, chance: random.Random, measured: Measurements) -> None:
    """Ordinary keystrokes in an ordinary file."""
    document, client = habits.documents[0], habits.client
    document.replace(CALM)
    client.shown(document.uri, document.version)
    time.sleep(1)
    before = client.processor_seconds()
    for _ in range(KEYSTROKES // 2):
        offset = chance.randrange(len(document.text))
        for deleted, inserted in ((0, chance.choice("aex_1 .")), (1, "")):
            sent = document.type(offset, deleted, inserted)
            shown = client.shown(document.uri, document.version)
            if shown is None:
                return
            measured.latencies.append((shown[0] - sent) * 1000)
            time.sleep(0.01)
    measured.processor.append((client.processor_seconds() - before) * 1000 / KEYSTROKES)


def watch_memory(client: Client, measured: Measurements) -> None:
    """Looks every other second, for one look a round would meet the collector at any moment of its turn."""
    while (resident := client.resident_megabytes()) is not None:
        measured.resident.append(resident)
        time.sleep(2)


def leave_in_the_middle(command: list[str], folder: pathlib.Path, log: pathlib.Path, chance: random.Random) -> list[str]:
    """A short session that ends while much is under way; answers its faults."""
    habits = start(command, folder, log, chance)
    for document in habits.documents:
        document.open(document.text)
    habits.type_fast()
    habits.client.leave(in_flight=lambda: [habits.ask_something() for _ in range(40)])
    return habits.client.faults


def soak(options: argparse.Namespace, folder: pathlib.Path) -> int:
    lay_out(folder / "workspace")
    command = [*options.server, "server", "--stdio"]
    chance, calm = random.Random(options.seed), random.Random(options.seed + 1)
    habits = start(command, folder / "workspace", folder / "server.log", chance)
    client, measured, farewells = habits.client, Measurements(), []
    for document in habits.documents:
        document.open(document.text)
    threading.Thread(target=watch_memory, args=(client, measured), daemon=True).start()
    started, rounds = awake(), 0
    print(f"seed {options.seed}, {options.minutes:g} minutes, in {folder}", flush=True)
    while awake() < started + options.minutes * 60 and not client.ended.is_set():
        for _ in range(FITS):
            habits.anything()
        habits.calm_down()
        settle(habits)
        for document in habits.documents:
            if not document.is_open:
                document.open(document.text)
        compare_with_whole_text(habits)
        type_calmly(habits, calm, measured)
        # The edits of minutes would make the documents one error; from time to time they are code again.
        if rounds % 5 == 4:
            habits.documents[1].replace(CODE["rust"] * 20)
            habits.documents[2].replace(many_lines(chance, "python"))
            farewells += leave_in_the_middle(command, folder / "workspace", folder / "farewell.log", chance)
        rounds += 1
        if measured.latencies and measured.resident:
            print(f"{awake() - started:6.0f} s, round {rounds}: {measured.resident[-1]:.0f} MB, "
                  f"{sorted(measured.latencies[-KEYSTROKES:])[KEYSTROKES // 2 - 1]:.1f} ms a keystroke, {len(client.faults)} faults", flush=True)
    if client.ended.is_set():
        client.fault("the server ended by itself")
    client.leave(in_flight=lambda: [habits.ask_something() for _ in range(40)])
    faults = client.faults + farewells + measured.faults()
    print(f"\n{rounds} rounds in {(awake() - started) / 60:.1f} minutes")
    print(", ".join(f"{what} {count}" for what, count in sorted(client.counts.items())))
    print(measured.report())
    print(f"{len(faults)} faults" + "".join(f"\n- {fault}" for fault in faults))
    return 1 if faults else 0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=30)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--server", metavar="COMMAND", type=shlex.split, default=[str(SERVER)])
    arguments.add_argument("--keep", metavar="FOLDER", type=pathlib.Path, help="where the workspace and the log stay")
    options = arguments.parse_args()
    if options.keep is not None:
        options.keep.mkdir(parents=True)
        sys.exit(soak(options, options.keep.resolve()))
    with tempfile.TemporaryDirectory(prefix="perf-review-soak-") as folder:
        sys.exit(soak(options, pathlib.Path(folder)))


if __name__ == "__main__":
    main()
