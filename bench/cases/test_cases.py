"""Tests of the cases tool, with a repository of their own; perf-review itself is not run."""

import pathlib
import subprocess
import tempfile
import unittest

import cases
import verdicts
import workspaces


def case(**changed) -> cases.Case:
    fields = {"id": "py-x-001", "repo": "owner/name", "commit": "HEAD", "path": "a/b.py", "lang": "python", "kind": "py-x"}
    return cases.case_of({**fields, "pre_lines": [[2, 3]], "post_lines": [[2, 2]], **changed})


class Workspaces(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.mirrors = pathlib.Path(folder.name, "mirrors")
        self.root = pathlib.Path(folder.name, "root")
        self.repository = self.mirrors / "owner" / "name"
        self.commit({"a/b.py": "old\n", "a/c.py": "sibling\n", "a/d/e.py": "deeper\n", "a/f.rs": "", "g.py": "top\n"})
        self.commit({"a/b.py": "new\n"})

    def commit(self, texts: dict[str, str]):
        for path, text in texts.items():
            (self.repository / path).parent.mkdir(parents=True, exist_ok=True)
            (self.repository / path).write_text(text)
        identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
        for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "--no-gpg-sign", "-m", "a step"]):
            subprocess.run(["git", *command], cwd=self.repository, check=True)

    def laid_out(self, side: str) -> dict[str, str]:
        workspace = self.root / case().folder(side)
        return {str(file.relative_to(workspace)): file.read_text() for file in workspace.rglob("*.*") if file.is_file()}

    def test_the_file_and_its_siblings(self):
        workspaces.lay_out(case(), self.mirrors, self.root, whole=False)
        self.assertEqual(self.laid_out(cases.BEFORE), {"a/b.py": "old\n", "a/c.py": "sibling\n", "perf-review.toml": ""})
        self.assertEqual(self.laid_out(cases.AFTER)["a/b.py"], "new\n")

    def test_the_siblings_of_a_file_at_the_top(self):
        workspaces.lay_out(case(path="g.py"), self.mirrors, self.root, whole=False)
        self.assertEqual(self.laid_out(cases.AFTER), {"g.py": "top\n", "perf-review.toml": ""})

    def test_all_sources_of_the_language(self):
        workspaces.lay_out(case(), self.mirrors, self.root, whole=True)
        self.assertEqual(set(self.laid_out(cases.BEFORE)), {"a/b.py", "a/c.py", "a/d/e.py", "g.py", "perf-review.toml"})

    def test_bare_mirrors(self):
        subprocess.run(["git", "clone", "-q", "--bare", self.repository, self.mirrors / "other+name" / "repo"], check=True)
        workspaces.lay_out(case(repo="other/name"), self.mirrors, self.root, whole=False)
        self.assertEqual(self.laid_out(cases.BEFORE)["a/b.py"], "old\n")

    def test_what_the_mirrors_lack_is_named(self):
        for change, reason in (
            ({"repo": "nobody/nothing"}, "no mirror of nobody/nothing"),
            ({"commit": "0" * 40}, f"owner/name has no {'0' * 40}^"),
            ({"path": "a/z.py"}, "owner/name has no a/z.py at HEAD^"),
        ):
            with self.assertRaises(workspaces.Unavailable) as raised:
                workspaces.lay_out(case(**change), self.mirrors, self.root, whole=False)
            self.assertEqual(str(raised.exception), reason)
        self.assertFalse(self.root.exists())


class Verdicts(unittest.TestCase):
    def found(self, side: str, rule: str, span: tuple[int, int, int, int], impact: str = "minor") -> dict:
        names = ("startLine", "startColumn", "endLine", "endColumn")
        path = f"{case().folder(side)}/a/b.py"
        return {"rule": rule, "impact": impact, "message": "why", "path": path, "range": dict(zip(names, span, strict=True))}

    def judged(self, *findings: dict) -> verdicts.Verdict:
        return verdicts.judge(case(), ["right"], verdicts.findings_by_path({"findings": list(findings)}))

    def test_a_finding_of_the_right_kind_on_the_lines(self):
        verdict = self.judged(self.found("before", "right", (3, 5, 9, 2)), self.found("after", "right", (3, 1, 3, 4)))
        self.assertTrue(verdict.found and verdict.loud and verdict.silent)

    def test_findings_beside_the_lines(self):
        for span in ((1, 1, 2, 1), (4, 1, 4, 9)):
            self.assertFalse(self.judged(self.found("before", "right", span)).found)

    def test_a_finding_of_another_kind(self):
        verdict = self.judged(self.found("before", "wrong", (2, 1, 2, 9)))
        self.assertFalse(verdict.found)
        self.assertEqual(verdicts.Finding("wrong", "minor", "why", 2, 2), verdict.other["before"][0])

    def test_a_quiet_finding_counts_on_both_sides(self):
        verdict = self.judged(*(self.found(side, "right", (2, 1, 2, 9), "negligible") for side in cases.SIDES))
        self.assertTrue(verdict.found)
        self.assertFalse(verdict.loud or verdict.silent)

    def test_a_file_of_several_cases_counts_once(self):
        pair = [case(), case(id="py-x-002")]
        found = verdicts.findings_by_path({"findings": [self.found("before", "right", (2, 1, 2, 9))]})
        lengths = {f"{one.folder(side)}/a/b.py": 500 for one in pair for side in cases.SIDES}
        lengths[f"{pair[1].folder('before')}/a/b.py"] = 500
        sums = verdicts.totals(3, [verdicts.judge(one, ["right"], found) for one in pair[::-1]], found, lengths)
        self.assertEqual((sums.cases, sums.found, sums.silent, sums.lines["before"]), (3, 1, 2, 500))
        self.assertEqual(sums.loud_findings_per_1000_lines("before"), 2.0)


class Kinds(unittest.TestCase):
    def test_each_kind_has_its_language(self):
        kinds = cases.rules_by_kind()
        self.assertTrue(kinds)
        self.assertTrue(all(kind.startswith(("py-", "rs-")) for kind in kinds))


if __name__ == "__main__":
    unittest.main()
