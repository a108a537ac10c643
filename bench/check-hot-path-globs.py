#!/usr/bin/env python3
"""Checks that what the built-in hot-path profiles name is really there.

Every alternative of every glob must match a file in one of the trees that its profile is meant for, and with --symbols every
symbol pattern must name a function or class that one of the entry's files defines. A tree is a checkout, or the list of a
commit's files (git ls-tree -r --name-only COMMIT), so that old layouts need no checkout:

    bench/check-hot-path-globs.py sglang=../sglang dynamo=../dynamo --file-list dynamo=dynamo-2025-10.txt

Prints what matches nothing; exit status 1 when there is any, 2 for wrong use.
"""

import argparse
import pathlib
import re
import sys
import tomllib

PROFILES = pathlib.Path(__file__).parent.parent / "detectors/src/main/resources/hotpaths"
DEFINITION = {
    ".py": re.compile(r"^\s*(?:async\s+)?(?:def|class)\s+(\w+)", re.M),
    ".rs": re.compile(r"\b(?:fn|struct|enum|trait|union)\s+(\w+)"),
}


def alternatives(glob):
    """The globs that a glob's braces stand for."""
    close = glob.find("}")
    if close < 0:
        return [glob]
    opening = glob.rindex("{", 0, close)
    choices = glob[opening + 1 : close].split(",")
    return [one for choice in choices for one in alternatives(glob[:opening] + choice + glob[close + 1 :])]


def regex_of(glob):
    """The same language as dev.perfreview.heat.Glob, for a glob without braces."""
    names = []
    for place, name in enumerate(parts := glob.split("/")):
        last = place == len(parts) - 1
        if name == "**":
            names.append(".+" if last else "(?:[^/]+/)*")
        else:
            text = "".join({"*": "[^/]*", "?": "[^/]"}.get(unit, re.escape(unit)) for unit in name)
            names.append(text + ("" if last else "/"))
    return re.compile("(?:.*/)?" + "".join(names))


class Tree:
    """The files of a checkout or of a list, and what they define."""

    def __init__(self, files, root=None):
        self.files = files
        self.root = root

    def matching(self, glob):
        pattern = regex_of(glob)
        return [file for file in self.files if pattern.fullmatch(file)]

    def names_in(self, file):
        pattern = DEFINITION.get(pathlib.PurePath(file).suffix)
        if self.root is None or pattern is None:
            return set()
        return set(pattern.findall((self.root / file).read_text(errors="replace")))


def tree_of(folder):
    root = pathlib.Path(folder)
    if not root.is_dir():
        sys.exit(f"{folder}: not a folder")
    return Tree([str(file.relative_to(root)) for suffix in DEFINITION for file in root.rglob("*" + suffix)], root)


def pairs(arguments, make):
    found = {}
    for argument in arguments:
        profile, equals, place = argument.partition("=")
        if not equals or not (PROFILES / f"{profile}.toml").is_file():
            sys.exit(f"{argument}: expected PROFILE=PLACE, with one of the profiles in {PROFILES}")
        found.setdefault(profile, []).append(make(place))
    return found


def unmatched_symbols(entry, trees):
    names = set()
    for tree in trees:
        files = {file for glob in entry.get("paths", []) for one in alternatives(glob) for file in tree.matching(one)}
        names.update(*(tree.names_in(file) for file in files))
    for pattern in entry.get("symbols", []) + entry.get("cold-symbols", []):
        parts = [re.compile(part.replace("*", ".*")) for part in pattern.split(".")]
        if not all(any(part.fullmatch(name) for name in names) for part in parts):
            yield pattern


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", nargs="*", metavar="PROFILE=FOLDER")
    parser.add_argument("--file-list", action="append", default=[], metavar="PROFILE=FILE", help="paths, one a line")
    parser.add_argument("--symbols", action="store_true", help="check symbol patterns too")
    arguments = parser.parse_intermixed_args()
    trees = pairs(arguments.trees, tree_of)
    for profile, lists in pairs(
        arguments.file_list, lambda file: Tree(pathlib.Path(file).read_text().splitlines())
    ).items():
        trees.setdefault(profile, []).extend(lists)
    if not trees:
        parser.error("no tree given")
    failed = False
    for profile, places in sorted(trees.items()):
        entries = tomllib.loads((PROFILES / f"{profile}.toml").read_text())["hot-path"]
        checked = 0
        for entry in entries:
            for glob in entry.get("paths", []):
                for one in alternatives(glob):
                    checked += 1
                    if not any(tree.matching(one) for tree in places):
                        failed = True
                        print(f"{profile}: {entry['id']}: no file matches `{one}`")
            if arguments.symbols:
                for pattern in unmatched_symbols(entry, places):
                    failed = True
                    print(f"{profile}: {entry['id']}: nothing is named `{pattern}`")
        files = sum(len(tree.files) for tree in places)
        print(f"{profile}: {checked} globs checked against {files} files in {len(places)} trees", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
