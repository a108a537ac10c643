"""The cases: real performance fixes of other projects, each with the lines before and the lines after."""

import json
import pathlib
import tomllib
from dataclasses import dataclass

BEFORE, AFTER = "before", "after"
SIDES = (BEFORE, AFTER)
SUFFIXES = {"python": ".py", "rust": ".rs"}


@dataclass(frozen=True)
class Case:
    """One fix: lines of a file at a commit's parent, and what they became at the commit. Line ranges count from one and include both ends."""

    id: str
    repo: str
    commit: str
    path: str
    language: str
    kind: str
    why: str
    pre_lines: tuple[tuple[int, int], ...]
    post_lines: tuple[tuple[int, int], ...]

    def revision(self, side: str) -> str:
        return self.commit + "^" if side == BEFORE else self.commit

    def lines(self, side: str) -> tuple[tuple[int, int], ...]:
        return self.pre_lines if side == BEFORE else self.post_lines

    def folder(self, side: str) -> str:
        """Where this side's workspace lies below the working folder."""
        return f"{side}/{self.id}"


def read_cases(file: pathlib.Path) -> list[Case]:
    """The cases of a file that has one JSON object a line."""
    return [case_of(json.loads(line)) for line in file.read_text().splitlines() if line.strip()]


def case_of(fields: dict) -> Case:
    def ranges(name):
        return tuple((first, last) for first, last in fields[name])

    return Case(
        fields["id"],
        fields["repo"],
        fields["commit"],
        fields["path"],
        fields["lang"],
        fields["kind"],
        fields.get("why", ""),
        ranges("pre_lines"),
        ranges("post_lines"),
    )


def rules_by_kind() -> dict[str, list[str]]:
    """The rules that are about each kind of case, from kinds.toml."""
    table = tomllib.loads((pathlib.Path(__file__).parent / "kinds.toml").read_text())
    return {kind: rules for language in table.values() for kind, rules in language.items()}
