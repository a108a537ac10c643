"""A client of the language server that checks what it hears, and that may stop listening for a while."""

import json
import os
import pathlib
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from clock import TICK, awake

# What the protocol lets a server answer to a hostile client. InternalError is not among them: it is a fault of the server's own.
EXCUSES = {
    -32700: "ParseError", -32600: "InvalidRequest", -32601: "MethodNotFound", -32602: "InvalidParams",
    -32800: "RequestCancelled", -32801: "ContentModified", -32802: "ServerCancelled", -32803: "RequestFailed",
}
# The words by which an exception that escaped shows in a log, wherever it is told of.
ESCAPED = ("Exception", "StackOverflow", "OutOfMemory", "Error:", "\tat ", "Caused by", "failed")
# What the server says of messages that are none names the parser's complaint, and those were sent on purpose.
COMPLAINT = "a message was not understood"
# LSP's MessageType.Error.
ERROR = 1


class Client:
    """The server process, with the requests that wait for answers and what was last published of each document."""

    def __init__(self, command: list[str], folder: pathlib.Path, log: pathlib.Path, settings: Callable[[dict[str, Any]], dict[str, Any]]):
        self.log = log
        # The user's own cache is not to be filled with a workspace that is gone in half an hour.
        environment = {**os.environ, "XDG_CACHE_HOME": str(log.parent / "cache")}
        with log.open("wb") as standard_error:
            self.process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=standard_error
            )
        self.settings = settings
        self.faults: list[str] = []
        self.counts: Counter[str] = Counter()
        self.ended = threading.Event()
        self._writing = threading.Lock()
        self._changed = threading.Condition()
        self._requests = 0
        self._waiting: dict[int, str] = {}
        self._answers: dict[int, dict[str, Any]] = {}
        self._kept: set[int] = set()
        self._sent_versions: dict[str, int] = {}
        self._shown: dict[str, tuple[int, float, list[Any]]] = {}
        self._deaf_until = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    # What is said.

    def send(self, message: dict[str, Any]) -> float:
        # Lone surrogates travel as \\ud800, which JSON allows and UTF-8 does not.
        return self.send_raw(framed(json.dumps({"jsonrpc": "2.0", **message}).encode()))

    def send_raw(self, content: bytes) -> float:
        with self._writing:
            try:
                self.process.stdin.write(content)
                self.process.stdin.flush()
            except OSError:
                if not self.ended.wait(10):
                    self.fault("the server closed its input")
        self.counts["sent"] += 1
        return time.perf_counter()

    def notify(self, method: str, params: Any) -> float:
        return self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any = None, keep: bool = False) -> int:
        """Sends a request; nobody waits for its answer here, but it has to come."""
        with self._changed:
            self._requests += 1
            number = self._requests
            self._waiting[number] = method
            if keep:
                self._kept.add(number)
        self.send({"id": number, "method": method, **({} if params is None else {"params": params})})
        return number

    def request(self, method: str, params: Any = None, timeout: float = 300) -> dict[str, Any] | None:
        number = self.ask(method, params, keep=True)
        with self._changed:
            if not self._await(lambda: number in self._answers, timeout):
                self.fault(f"no answer to {method} within {timeout:.0f} s")
            return self._answers.pop(number, None)

    def publishing(self, uri: str, version: int) -> None:
        """Notes that a version of a document is about to be sent."""
        with self._changed:
            self._sent_versions[uri] = version

    def deaf_for(self, seconds: float) -> None:
        """Stops reading what the server says, so that its pipe fills up."""
        self._deaf_until = time.monotonic() + seconds

    # What is waited for.

    def shown(self, uri: str, version: int, timeout: float = 300) -> tuple[float, list[Any]] | None:
        """When the diagnostics of a version came, and which; nothing, and a fault, when they did not."""
        with self._changed:
            if not self._await(lambda: self._shown.get(uri, (0,))[0] >= version, timeout):
                self.fault(f"no diagnostics of version {version} of {uri} within {timeout:.0f} s")
                return None
            return self._shown[uri][1:]

    def all_answered(self, timeout: float = 300) -> None:
        with self._changed:
            if not self._await(lambda: not self._waiting, timeout):
                self.fault(f"no answer within {timeout:.0f} s: {sorted(self._waiting.values())}")
                self._waiting.clear()

    def _await(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Whether something happens in time; not if the server ends first. Called with the lock held, which it lets go meanwhile."""
        end = awake() + seconds
        while not happened() and not self.ended.is_set() and awake() < end:
            self._changed.wait(TICK)
        return happened()

    def fault(self, what: str) -> None:
        if len(self.faults) < 200:
            self.faults.append(f"{time.strftime('%H:%M:%S')} {what}")

    # What is heard.

    def _listen(self) -> None:
        stream = self.process.stdout
        try:
            while True:
                while (rest := self._deaf_until - time.monotonic()) > 0:
                    time.sleep(min(rest, 0.2))
                length = 0
                while (line := stream.readline()) != b"\r\n":
                    if not line:
                        return
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                self._hear(json.loads(stream.read(length)))
        except (ValueError, OSError) as failure:
            self.fault(f"what came is no message: {failure}")
        finally:
            self.ended.set()
            with self._changed:
                self._changed.notify_all()

    def _hear(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        self.counts[method or "answers"] += 1
        with self._changed:
            if method is None:
                self._answered(message)
            elif method == "textDocument/publishDiagnostics":
                self._published(message["params"])
            elif method == "window/logMessage":
                self._logged(message["params"])
            self._changed.notify_all()
        if method is not None and "id" in message:
            # In a thread of its own: a full pipe to the server must not keep this one from emptying the other.
            threading.Thread(target=self._oblige, args=(message,), daemon=True).start()

    def _oblige(self, message: dict[str, Any]) -> None:
        configuration = message["method"] == "workspace/configuration"
        self.send({"id": message["id"], **(self.settings(message["params"]) if configuration else {"result": None})})

    def _answered(self, message: dict[str, Any]) -> None:
        number = message.get("id")
        method = self._waiting.pop(number, "?")
        error = message.get("error")
        if error is not None:
            self.counts[f"answered {EXCUSES.get(error['code'], error['code'])}"] += 1
            if error["code"] not in EXCUSES:
                self.fault(f"{method} ended with {error['code']}: {error['message'][:400]}")
        if number in self._kept:
            self._kept.discard(number)
            self._answers[number] = message

    def _published(self, params: dict[str, Any]) -> None:
        uri, version = params["uri"], params.get("version")
        if version is None:
            return
        last = self._shown.get(uri, (0,))[0]
        if version < last:
            self.fault(f"diagnostics of version {version} of {uri} after those of version {last}")
        if version > self._sent_versions.get(uri, 0):
            self.fault(f"diagnostics of version {version} of {uri}, which was never sent")
        # The data name the analysis, and each has a number of its own.
        self._shown[uri] = (version, time.perf_counter(), [{**each, "data": None} for each in params["diagnostics"]])

    def _logged(self, params: dict[str, Any]) -> None:
        text = params["message"]
        if params["type"] == ERROR or (any(word in text for word in ESCAPED) and not text.startswith(COMPLAINT)):
            self.fault(f"logged: {text[:1500]}")

    # How it fares.

    def resident_megabytes(self) -> float | None:
        """What the process holds in memory; nothing once it ended."""
        try:
            status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
            return int(status.split("VmRSS:")[1].split()[0]) / 1024
        except (OSError, IndexError):
            return None

    def processor_seconds(self) -> float:
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def leave(self, in_flight: Callable[[], None] = lambda: None) -> None:
        """Ends the server with requests in flight; anything but status 0 soon after is a fault."""
        in_flight()
        self.request("shutdown", timeout=60)
        self.notify("exit", None)
        try:
            status = self.process.wait(timeout=30)
            if status != 0:
                self.fault(f"the server ended with status {status}")
        except subprocess.TimeoutExpired:
            self.fault("the server does not end")
            self.process.kill()
        for line in self.log.read_text(errors="replace").splitlines():
            if any(word in line for word in ESCAPED) and COMPLAINT not in line:
                self.fault(f"on standard error: {line[:400]}")


def framed(content: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(content), content)
