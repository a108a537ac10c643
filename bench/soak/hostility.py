"""What a hostile client does, one thing a function; `anything` picks."""

import pathlib
import random
import time
from collections.abc import Callable
from typing import Any

from client import Client, framed
from contents import CODE, HOSTILE
from documents import Document

NOT_MESSAGES = [
    b"Content-Length: -5\r\n\r\n", b"Content-Length: abc\r\n\r\n", b"no header at all\r\n\r\n", b"\r\n\r\n", b"\xff\xfe\0\0\r\n\r\n",
    framed(b"{ this is not JSON"), framed(b""), framed(b"17"), framed(b"[]"), framed(b"{}"), framed(b'{"jsonrpc":"2.0","method":"no/such"}'),
    framed(b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":17}}'),
    framed(b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}'),
    framed(b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":' + b"[" * 100_000),
    framed(b'{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":"\xff\xc3"}}'),
]

SETTINGS: list[Any] = [
    {}, {"enable": False}, {"maxSeverity": "hint"}, {"minimumImpact": "significant"}, {"paths": {"exclude": ["**"]}}, {"exclude": ["**/[", "engine/**"]},
    {"rules": {"list-pop-front": "off", "no-such-rule": 3}}, {"trace": "verbose"}, {"trace": {"server": 9}}, None, 17, [], "text", {"enable": "perhaps"},
]

CONFIGURATION = [
    'select = ["list-pop-front"]\n', 'ignore = ["no-such-rule"]\n', "min-impact = 3\n", "[[hot-path]]\nname = 'a'\npaths = ['engine/**']\nheat = 'step'\n",
    "profiles = ['sglang', 'nothing']\n", "a = [1,", "\0", "[[[[", "exclude = ['**/*.rs']\n", "max-severity = 'warning'\n", "x = 1979-05-27T07:32:00Z\n",
]


class Hostility:
    """One client's bad habits, all from one seed."""

    def __init__(self, client: Client, folder: pathlib.Path, documents: list[Document], chance: random.Random):
        self.client = client
        self.folder = folder
        self.documents = documents
        self.chance = chance
        self.settings: Any = {}
        self.extra_folder = False
        self.notebook_version = 0
        self.habits: list[tuple[Callable[[], None], int]] = [
            (self.type_fast, 10), (self.ask_and_cancel, 10), (self.reopen, 3), (self.swap_content, 2), (self.change_settings, 2),
            (self.stop_listening, 1), (self.send_what_is_no_message, 2), (self.change_files, 3), (self.scan, 1), (self.change_folders, 1),
            (self.use_notebook, 2), (self.open_elsewhere, 1),
        ]

    def anything(self) -> None:
        [(habit, _)] = self.chance.choices(self.habits, [weight for _, weight in self.habits])
        habit()
        self.client.counts[habit.__name__] += 1

    def calm_down(self) -> None:
        """Back to ordinary settings and files."""
        self.settings = {}
        (self.folder / "perf-review.toml").unlink(missing_ok=True)
        self.changed_on_disk("perf-review.toml", 3)
        self.client.notify("workspace/didChangeConfiguration", {"settings": {"perfReview": {}}})

    def type_fast(self) -> None:
        document = self.chance.choice(self.documents)
        if document.is_open:
            for _ in range(self.chance.choice([1, 5, 30]) if len(document.text) < 500_000 else 2):
                document.type_at_random(self.chance)
                time.sleep(self.chance.choice([0, 0, 0.001, 0.02]))

    def ask_and_cancel(self) -> None:
        for _ in range(self.chance.choice([1, 4, 20])):
            number = self.ask_something()
            if self.chance.random() < 0.5:
                self.client.notify("$/cancelRequest", {"id": self.chance.choice([number, number, -1, "x"])})

    def ask_something(self) -> int:
        document = self.chance.choice(self.documents)
        identifier = {"textDocument": {"uri": document.uri}}
        span = {"start": document.any_place(self.chance), "end": document.any_place(self.chance)}
        return self.client.ask(*self.chance.choice([
            ("textDocument/hover", {**identifier, "position": span["start"]}),
            ("textDocument/codeAction", {**identifier, "range": span, "context": {"diagnostics": []}}),
            ("textDocument/codeAction", {**identifier, "range": span, "context": {"diagnostics": [], "only": ["source.fixAll.perfReview"]}}),
            ("textDocument/codeLens", identifier),
            ("codeLens/resolve", {"range": span, "data": [1, {"x": None}]}),
            ("codeAction/resolve", {"title": "x", "data": {"uri": document.uri, "version": 1}}),
            ("textDocument/diagnostic", identifier),
            ("workspace/executeCommand", {"command": "perfReview.explain", "arguments": ["list-pop-front", "python"]}),
            ("workspace/executeCommand", {"command": "perfReview.explain", "arguments": [{"a": []}]}),
            ("workspace/executeCommand", {"command": "no.such.command"}),
            ("no/such/request", [1, 2, 3]),
            ("textDocument/hover", None),
        ]))

    def reopen(self) -> None:
        document = self.chance.choice(self.documents)
        if document.is_open:
            document.close()
        document.open(document.text)

    def swap_content(self) -> None:
        document = self.chance.choice(self.documents[:2])
        if document.is_open:
            document.replace(self.chance.choice(HOSTILE)(self.chance, document.language))
            time.sleep(self.chance.choice([0, 0.1, 1]))
            document.replace(CODE[document.language] * 20)

    def change_settings(self) -> None:
        self.settings = self.chance.choice(SETTINGS)
        self.client.notify("workspace/didChangeConfiguration", {"settings": self.chance.choice([{"perfReview": self.settings}, {}, None, []])})

    def answer(self, params: dict[str, Any]) -> dict[str, Any]:
        """What the server is told when it asks for settings."""
        time.sleep(self.chance.choice([0, 0, 0.01, 1]))
        settings = self.settings
        if settings == [] or settings == "text":
            return self.chance.choice([{"result": settings}, {"error": {"code": -32603, "message": "no settings today"}}])
        return {"result": [settings] * len(params["items"])}

    def stop_listening(self) -> None:
        self.client.deaf_for(self.chance.choice([0.5, 2, 5]))
        self.type_fast()
        self.ask_and_cancel()

    def send_what_is_no_message(self) -> None:
        self.client.send_raw(self.chance.choice(NOT_MESSAGES))
        # What stands behind a broken header may be read as one more.
        self.client.send_raw(framed(b'{"jsonrpc":"2.0","method":"$/ignored"}\n\n'))

    def changed_on_disk(self, name: str, kind: int) -> None:
        self.client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": (self.folder / name).as_uri(), "type": kind}]})

    def change_files(self) -> None:
        choice = self.chance.randrange(5)
        if choice == 0:
            (self.folder / "perf-review.toml").write_text(self.chance.choice(CONFIGURATION))
            self.changed_on_disk("perf-review.toml", 2)
        elif choice == 1:
            name = f"engine/new{self.chance.randrange(5)}.py"
            (self.folder / name).write_bytes(self.chance.choice([CODE["python"].encode(), self.chance.randbytes(500), "é".encode()[:1], b""]))
            self.changed_on_disk(name, 1)
        elif choice == 2:
            name = f"engine/new{self.chance.randrange(5)}.py"
            (self.folder / name).unlink(missing_ok=True)
            self.changed_on_disk(name, 3)
        elif choice == 3:
            here, there = ("sub", "moved") if (self.folder / "sub").exists() else ("moved", "sub")
            (self.folder / here).mkdir(exist_ok=True)
            (self.folder / here / "a.py").write_text(CODE["python"])
            (self.folder / here).rename(self.folder / there)
            renamed = {"oldUri": (self.folder / here).as_uri(), "newUri": (self.folder / there).as_uri()}
            self.client.notify("workspace/didRenameFiles", {"files": [renamed]})
        else:
            self.changed_on_disk("never/was/here.py", self.chance.choice([1, 2, 3, 99]))

    def scan(self) -> None:
        number = self.client.ask("workspace/executeCommand", {"command": "perfReview.scanWorkspace", "arguments": [], "workDoneToken": "t"})
        if self.chance.random() < 0.5:
            time.sleep(self.chance.choice([0, 0.05]))
            self.client.notify("$/cancelRequest", {"id": number})

    def change_folders(self) -> None:
        other = {"uri": (self.folder / "engine").as_uri(), "name": "engine"}
        self.extra_folder = not self.extra_folder
        event = {"added": [other], "removed": []} if self.extra_folder else {"added": [], "removed": [other]}
        self.client.notify("workspace/didChangeWorkspaceFolders", {"event": event})

    def use_notebook(self) -> None:
        uri, cell = (self.folder / "a.ipynb").as_uri(), f"vscode-notebook-cell:{self.folder}/a.ipynb#c1"
        self.notebook_version += 1
        notebook = {"uri": uri, "notebookType": "jupyter-notebook", "version": self.notebook_version, "cells": [{"kind": 2, "document": cell}]}
        text = {"uri": cell, "languageId": "python", "version": self.notebook_version, "text": "%time x.pop(0)\n" + CODE["python"]}
        self.client.publishing(cell, self.notebook_version)
        self.client.notify("notebookDocument/didOpen", {"notebookDocument": notebook, "cellTextDocuments": [text]})
        self.client.notify("notebookDocument/didChange", {"notebookDocument": {"uri": uri, "version": self.notebook_version}, "change": {}})
        closed = {"notebookDocument": {"uri": uri}, "cellTextDocuments": [{"uri": cell}]}
        self.client.notify("notebookDocument/didClose", closed)

    def open_elsewhere(self) -> None:
        uri = self.chance.choice(["untitled:Untitled-1", "file:///c%3A/code/a.py", "git:/a.py?x", "no-scheme", "", "file:///%zz.py", "file:///\ud800.py"])
        other = Document(self.client, uri, self.chance.choice(["python", "rust", "toml", ""]), "")
        other.version = 10_000 * self.client.counts["open_elsewhere"]
        other.open(self.chance.choice(HOSTILE)(self.chance, "python"))
        other.close()
