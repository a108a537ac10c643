"""What a review of both sides says about each case, and about all of them together."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from cases import AFTER, BEFORE, SIDES, Case

LOUD = ("minor", "moderate", "significant")


@dataclass(frozen=True)
class Finding:
    """A finding of the report, with its first and last line in a file of a case's workspace."""

    rule: str
    impact: str
    message: str
    first: int
    last: int

    def touches(self, ranges) -> bool:
        return any(self.first <= last and first <= self.last for first, last in ranges)

    def __str__(self) -> str:
        return f"{self.rule} {self.impact}"


def findings_by_path(report: dict) -> dict[str, list[Finding]]:
    """The findings of a report in JSON, by the path that it gives them."""
    found = defaultdict(list)
    for item in report["findings"]:
        span = item["range"]
        # A range that ends before a line's first character does not touch that line.
        before_line = span["endColumn"] == 1 and span["endLine"] > span["startLine"]
        last = span["endLine"] - 1 if before_line else span["endLine"]
        found[item["path"]].append(Finding(item["rule"], item["impact"], item["message"], span["startLine"], last))
    return found


@dataclass(frozen=True)
class Verdict:
    """What was reported on the lines of a case, by rules of its kind and by others."""

    case: Case
    right: dict[str, list[Finding]]
    other: dict[str, list[Finding]]

    @property
    def found(self) -> bool:
        return bool(self.right[BEFORE])

    @property
    def silent(self) -> bool:
        return not self.right[AFTER]

    @property
    def loud(self) -> bool:
        """Whether it was found by something that users are shown unless they ask for less."""
        return any(finding.impact in LOUD for finding in self.right[BEFORE])


def judge(case: Case, rules: list[str], found: dict[str, list[Finding]]) -> Verdict:
    """The verdict on a case, from the rules about its kind and the findings by path."""
    right, other = {}, {}
    for side in SIDES:
        on_lines = [one for one in found.get(f"{case.folder(side)}/{case.path}", []) if one.touches(case.lines(side))]
        right[side] = [one for one in on_lines if one.rule in rules]
        other[side] = [one for one in on_lines if one.rule not in rules]
    return Verdict(case, right, other)


@dataclass(frozen=True)
class Totals:
    """Counts over all cases; those that could not be checked count as not found, and not as silent either."""

    cases: int
    found: int
    loud: int
    silent: int
    findings: dict[str, Counter]
    lines: dict[str, int]

    def loud_findings_per_1000_lines(self, side: str) -> float:
        return 1000 * sum(self.findings[side].values()) / max(1, self.lines[side])


def totals(cases: int, verdicts: list[Verdict], found: dict[str, list[Finding]], lengths: dict[str, int]) -> Totals:
    """Sums verdicts up. A file that several cases share counts once; `lengths` has each file's number of lines, by the findings' paths."""
    findings, lines = {}, {}
    for side in SIDES:
        files = {(one.case.repo, one.case.commit, one.case.path): f"{one.case.folder(side)}/{one.case.path}" for one in verdicts}
        lines[side] = sum(lengths[path] for path in files.values())
        findings[side] = Counter(one.rule for path in files.values() for one in found.get(path, []) if one.impact in LOUD)
    return Totals(
        cases,
        sum(one.found for one in verdicts),
        sum(one.loud for one in verdicts),
        sum(one.silent for one in verdicts),
        findings,
        lines,
    )
