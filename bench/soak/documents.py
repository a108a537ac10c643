"""A document as the editor has it: its text, its version, and the places that the protocol counts in UTF-16 units."""

import random
from typing import Any

from client import Client
from contents import INSERTIONS


class Document:
    """Open or closed. Its versions go on where they were when it is opened again, so that old diagnostics can be told from new ones."""

    def __init__(self, client: Client, uri: str, language: str, text: str):
        self.client = client
        self.uri = uri
        self.language = language
        self.text = text
        self.version = 0
        self.is_open = False

    def open(self, text: str) -> None:
        self._next(text)
        self.is_open = True
        item = {"uri": self.uri, "languageId": self.language, "version": self.version, "text": text}
        self.client.notify("textDocument/didOpen", {"textDocument": item})

    def close(self) -> None:
        self.is_open = False
        self.client.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})

    def replace(self, text: str) -> float:
        return self._change(text, [{"text": text}])

    def type(self, offset: int, deleted: int, inserted: str) -> float:
        """Replaces characters at an offset."""
        change = {"range": {"start": self.place(offset), "end": self.place(offset + deleted)}, "text": inserted}
        return self._change(self.text[:offset] + inserted + self.text[offset + deleted:], [change])

    def type_at_random(self, chance: random.Random) -> None:
        """One edit that an editor could send: it never starts or ends within a character or between the two of a line's end."""
        offset = self._between(chance.randrange(len(self.text) + 1))
        end = self._between(min(len(self.text), offset + chance.choice([0, 0, 0, 1, 2, 7, 40])))
        copied = self._between(chance.randrange(len(self.text) + 1))
        inserted = chance.choice([*INSERTIONS, "", "", self.text[copied:self._between(min(len(self.text), copied + 60))]])
        self.type(offset, max(0, end - offset), inserted)

    def place(self, offset: int) -> dict[str, int]:
        lines = self.text.count("\n", 0, offset) + self.text.count("\r", 0, offset) - self.text.count("\r\n", 0, offset)
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        return {"line": lines, "character": len(self.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2}

    def any_place(self, chance: random.Random) -> dict[str, int]:
        """Mostly in the text."""
        if chance.random() < 0.1:
            return {"line": chance.choice([0, 10**6, 2**31 - 1]), "character": chance.choice([0, 2**31 - 1])}
        return self.place(self._between(chance.randrange(len(self.text) + 1)))

    def _between(self, offset: int) -> int:
        text = self.text
        if 0 < offset < len(text):
            if text[offset] == "\n" and text[offset - 1] == "\r":
                return offset + 1
            if "\udc00" <= text[offset] <= "\udfff" and "\ud800" <= text[offset - 1] <= "\udbff":
                return offset + 1
        return offset

    def _change(self, text: str, changes: list[dict[str, Any]]) -> float:
        self._next(text)
        identifier = {"uri": self.uri, "version": self.version}
        return self.client.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": changes})

    def _next(self, text: str) -> None:
        self.text = text
        self.version += 1
        self.client.publishing(self.uri, self.version)
