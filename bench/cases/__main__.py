"""Reviews real performance fixes, before and after, and says which pitfalls are found and which cures are left in peace.

    ./dev cases CASES.jsonl MIRRORS [--details] [--whole] [--case ID]…

CASES.jsonl has one fix a line: id, repo, commit, path, lang, kind, pre_lines (in COMMIT^:PATH), post_lines (in COMMIT:PATH) and why. MIRRORS
holds clones, bare or not: OWNER+NAME/repo, OWNER/NAME.git or OWNER/NAME. A pitfall is found when a rule of its kind (kinds.toml)
reports something that touches its lines; a cure is silent when none does on the lines after. It measures: misses are no failure.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import defaultdict

from cases import AFTER, BEFORE, SIDES, Case, read_cases, rules_by_kind
from verdicts import Finding, Totals, Verdict, findings_by_path, judge, totals
from workspaces import Unavailable, lay_out

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent


def main() -> None:
    arguments = parse_arguments()
    cases = [case for case in read_cases(arguments.cases) if not arguments.case or case.id in arguments.case]
    if not cases:
        sys.exit(f"no case of {arguments.cases} is asked for")
    with tempfile.TemporaryDirectory(prefix="perf-review-cases-") as folder:
        root = pathlib.Path(folder)
        unavailable = lay_out_all(cases, arguments.mirrors, root, arguments.whole)
        checked = [case for case in cases if case.id not in unavailable]
        found = findings_by_path(review(root, checked))
        paths = [f"{case.folder(side)}/{case.path}" for case in checked for side in SIDES]
        texts = {path: (root / path).read_text(errors="replace").splitlines() for path in paths}
    kinds = rules_by_kind()
    verdicts = [judge(case, kinds.get(case.kind, []), found) for case in checked]
    for verdict in verdicts:
        print_verdict(verdict)
        if arguments.details:
            print_details(verdict, texts)
    for case, reason in unavailable.items():
        print(f"{case:34} cannot be checked: {reason}")
    print_totals(totals(len(cases), verdicts, found, {path: len(text) for path, text in texts.items()}))
    print_misses([one.case for one in verdicts if not one.found], kinds)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev cases", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=pathlib.Path, metavar="CASES.jsonl")
    parser.add_argument("mirrors", type=pathlib.Path, metavar="MIRRORS")
    parser.add_argument("--details", action="store_true", help="print the lines of each case and what is said about them")
    parser.add_argument("--whole", action="store_true", help="lay out all sources of a case's language, not its folder's alone (slow)")
    parser.add_argument("--case", action="append", default=[], metavar="ID", help="only this case")
    return parser.parse_args()


def lay_out_all(cases: list[Case], mirrors: pathlib.Path, root: pathlib.Path, whole: bool) -> dict[str, str]:
    """Makes the workspaces, and tells for which cases and why it could not."""
    unavailable = {}
    for case in cases:
        try:
            lay_out(case, mirrors, root, whole)
        except Unavailable as reason:
            unavailable[case.id] = str(reason)
    return unavailable


def review(root: pathlib.Path, cases: list[Case]) -> dict:
    """What one run of perf-review says about the files of all cases, as its JSON report."""
    if not cases:
        return {"findings": []}
    files = [f"{case.folder(side)}/{case.path}" for case in cases for side in SIDES]
    command = [PROJECT / "perf-review", "check", "--format", "json", "--min-impact", "negligible", *files]
    process = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, check=False)
    if process.returncode not in (0, 1):
        sys.exit("perf-review could not review the cases")
    return json.loads(process.stdout)


def print_verdict(verdict: Verdict) -> None:
    before, after = verdict.right[BEFORE], verdict.right[AFTER]
    said = "; ".join([*summary(before), *(f"after: {one}" for one in summary(after)), *(f"other: {one}" for one in summary(verdict.other[BEFORE]))])
    marks = f"{'found ' if verdict.found else 'missed'}  {'silent' if verdict.silent else 'noisy '}"
    print(f"{verdict.case.id:31} {verdict.case.kind:27} {marks}  {said}".rstrip())


def summary(findings: list[Finding]) -> list[str]:
    return sorted({str(finding) for finding in findings})


def print_details(verdict: Verdict, texts: dict[str, list[str]]) -> None:
    case = verdict.case
    print(f"    {case.repo} {case.commit[:12]} {case.path}\n    {case.why}")
    for side in SIDES:
        print(f"    {side}:")
        lines = texts[f"{case.folder(side)}/{case.path}"]
        for first, last in case.lines(side):
            for number in range(first, min(last, len(lines)) + 1):
                print(f"      {number:5} {lines[number - 1]}")
        for finding in verdict.right[side] + verdict.other[side]:
            print(f"      {finding.first:5} {finding.impact}: {finding.rule}: {finding.message}")
    print()


def print_totals(sums: Totals) -> None:
    def share(count):
        return f"{count} of {sums.cases} ({100 * count / sums.cases:.0f} %)"

    print(f"\nfound   {share(sums.found)}, {share(sums.loud)} at minor or above")
    print(f"silent  {share(sums.silent)}")
    for side in SIDES:
        rate = sums.loud_findings_per_1000_lines(side)
        commonest = ", ".join(f"{rule} {count}" for rule, count in sums.findings[side].most_common(8))
        print(f"{side:7} {rate:.1f} findings at minor or above per 1,000 lines of {sums.lines[side]}: {commonest}")


def print_misses(missed: list[Case], kinds: dict[str, list[str]]) -> None:
    by_kind = defaultdict(list)
    for case in missed:
        by_kind[case.kind].append(case)
    if by_kind:
        print("\nmissed, by kind:")
    for kind, cases in sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0])):
        numbers = " ".join(case.id.removeprefix(kind + "-") for case in cases)
        written = [rule for rule in kinds.get(kind, []) if is_written(rule, cases[0].language)]
        print(f"  {kind:28} {len(cases):3}  {numbers}" + ("" if written else "  (no rule about it)"))


def is_written(rule: str, language: str) -> bool:
    return (PROJECT / f"detectors/src/main/resources/rules/{language}/{rule}.md").is_file()


if __name__ == "__main__":
    main()
