#!/usr/bin/env python3
"""Measures what a person at an editor waits for.

Starts the built language server (after `./perf-review` or `mvn package`), opens one file and types single characters at varied places
in it: letters in the middle of names, line breaks, quotes and brackets that break the syntax and are taken back. Prints how long it
took from the start of the process to the answer of `initialize`, to the first diagnostics, and from a keystroke to its diagnostics. On Linux
it also prints the processor time that the server spent on a keystroke, its compilers included, which says more on a busy machine.

With --indexed it waits until the folder is indexed before it types, and prints how long that took and how much memory the server has.

    bench/keystroke.py FILE [--folder FOLDER] [--indexed] [--edits 200] [--starts 5] [--server COMMAND]
"""

import argparse
import json
import os
import pathlib
import queue
import random
import shlex
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVER = ROOT / "server" / "target" / "dist" / "perf-review" / "bin" / "perf-review"
COMMAND = [str(SERVER), "server", "--stdio"]


class Server:
    """The server process and the protocol's framing."""

    def __init__(self, command, folder):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.received = queue.Queue()
        self.requests = 0
        self.writing = threading.Lock()
        self.version = 1
        self.whole_texts = False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while True:
                line = stream.readline()
                if not line:
                    self.received.put((time.perf_counter(), None))
                    return
                if line == b"\r\n":
                    break
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            message = json.loads(stream.read(length))
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": None})
            self.received.put((time.perf_counter(), message))

    def send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        with self.writing:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
            self.process.stdin.flush()
        return time.perf_counter()

    def notify(self, method, params):
        return self.send({"method": method, "params": params})

    def request(self, method, params=None):
        self.requests += 1
        self.send({"id": self.requests, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == self.requests and "method" not in message)

    def wait(self, wanted, timeout=60):
        """The time and the content of the first message that is wanted; those before it are dropped."""
        while True:
            when, message = self.received.get(timeout=timeout)
            if message is None:
                sys.exit("the server ended early")
            if wanted(message):
                return when, message

    def diagnostics_of(self, version):
        return self.wait(
            lambda message: message.get("method") == "textDocument/publishDiagnostics"
            and message["params"].get("version") == version
        )

    def initialize(self, folder):
        when, answer = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
                "capabilities": {
                    "window": {"workDoneProgress": True},
                    "textDocument": {
                        "publishDiagnostics": {
                            "relatedInformation": True,
                            "versionSupport": True,
                            "codeDescriptionSupport": True,
                            "dataSupport": True,
                        }
                    }
                },
            },
        )
        sync = answer["result"]["capabilities"]["textDocumentSync"]
        self.whole_texts = (sync if isinstance(sync, int) else sync["change"]) == 1
        return when, answer

    def indexed(self):
        """When the index of the folder was in force; answers after another second, in which documents are reviewed again."""
        when, _ = self.wait(
            lambda message: message.get("method") == "$/progress" and message["params"]["value"]["kind"] == "end", 600
        )
        time.sleep(1)
        return when

    def memory(self):
        """The most resident memory so far, in megabytes; nothing where the system does not tell."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return None
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def processor_seconds(self):
        """The processor time that the process spent so far; nothing where the system does not tell."""
        try:
            fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.request("shutdown")
        self.notify("exit", None)
        return self.process.wait(timeout=10)


def open_file(command, folder, file, text):
    """Starts a server and opens the file; answers it with both times since its start, in milliseconds."""
    server = Server(command, folder)
    greeted, _ = server.initialize(folder)
    server.notify("initialized", {})
    language = "rust" if file.suffix == ".rs" else "python"
    server.notify(
        "textDocument/didOpen",
        {"textDocument": {"uri": file.as_uri(), "languageId": language, "version": 1, "text": text}},
    )
    shown, published = server.diagnostics_of(1)
    count = len(published["params"]["diagnostics"])
    return server, (greeted - server.started) * 1000, (shown - server.started) * 1000, count


def keystrokes(server, file, text, edits, seed=1):
    """Types one character at a time and takes each second one back; answers the waits in milliseconds."""
    lines = text.split("\n")
    random.seed(seed)
    waits = []
    version = server.version
    while len(waits) < edits:
        line = random.randrange(len(lines))
        column = random.randrange(len(lines[line]) + 1)
        if not lines[line][:column].isascii():
            continue
        character = random.choice("aex_1 ().:\"'#\n")
        here = {"line": line, "character": column}
        end = {"line": line + 1, "character": 0} if character == "\n" else {"line": line, "character": column + 1}
        for change in ({"range": {"start": here, "end": here}, "text": character}, {"range": {"start": here, "end": end}, "text": ""}):
            version += 1
            if server.whole_texts:
                typed = lines[line][:column] + character + lines[line][column:]
                change = {"text": "\n".join(lines[:line] + [typed] + lines[line + 1 :]) if change["text"] else text}
            sent = server.notify(
                "textDocument/didChange",
                {"textDocument": {"uri": file.as_uri(), "version": version}, "contentChanges": [change]},
            )
            shown, _ = server.diagnostics_of(version)
            waits.append((shown - sent) * 1000)
            time.sleep(0.01)
    server.version = version
    return waits


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--folder", type=pathlib.Path, help="the workspace folder (default: the file's)")
    arguments.add_argument("--indexed", action="store_true", help="type only when the folder is indexed")
    arguments.add_argument("--edits", type=int, default=200)
    arguments.add_argument("--starts", type=int, default=5, help="how many servers are started for the times of the start")
    arguments.add_argument("--server", metavar="COMMAND", type=shlex.split, default=COMMAND)
    options = arguments.parse_args()
    file = options.file.resolve()
    folder = (options.folder or file.parent).resolve()
    text = file.read_text(encoding="utf-8")

    greetings, firsts = [], []
    for start in range(options.starts):
        server, greeting, first, count = open_file(options.server, folder, file, text)
        greetings.append(greeting)
        firsts.append(first)
        if start < options.starts - 1:
            server.stop()
    indexed = (server.indexed() - server.started) * 1000 if options.indexed else None
    waits = keystrokes(server, file, text, options.edits)
    before = server.processor_seconds()
    late = sorted(keystrokes(server, file, text, options.edits))
    after = server.processor_seconds()
    memory = server.memory()
    status = server.stop()

    ordered = sorted(waits)
    rows = [
        ("process start to `initialize` answered, median", statistics.median(greetings)),
        ("process start to first diagnostics, median", statistics.median(firsts)),
        ("keystroke to diagnostics, median", statistics.median(waits)),
        ("keystroke to diagnostics, 95th percentile", ordered[int(len(ordered) * 0.95)]),
        ("once more: median", statistics.median(late)),
        ("once more: 95th percentile", late[int(len(late) * 0.95)]),
    ]
    if indexed is not None:
        rows.insert(2, ("process start to the folder indexed, last start", indexed))
    if before is not None:
        rows.append(("once more: processor time of the server for each", (after - before) * 1000 / len(late)))
    print(f"{file.name}: {len(text.splitlines())} lines, {len(text)} characters, {count} findings; "
          f"{options.starts} starts, {len(waits)} keystrokes; exit status {status}\n")
    print("| what | ms |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value:.1f} |")
    if memory is not None:
        print(f"\nmost resident memory: {memory:.0f} MB")


if __name__ == "__main__":
    main()
