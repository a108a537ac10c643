"""Lays the files of a case out as workspaces, one a side, from git mirrors on this machine."""

import os
import pathlib
import subprocess

from cases import SIDES, SUFFIXES, Case


class Unavailable(Exception):
    """A repository, commit or file that the mirrors do not have."""


def mirror_of(mirrors: pathlib.Path, repo: str) -> pathlib.Path:
    """The git folder of a repository `owner/name`."""
    owner, name = repo.split("/")
    for folder in (mirrors / f"{owner}+{name}" / "repo", mirrors / owner / f"{name}.git", mirrors / owner / name):
        if folder.is_dir():
            return folder
    raise Unavailable(f"no mirror of {repo}")


def lay_out(case: Case, mirrors: pathlib.Path, root: pathlib.Path, whole: bool) -> None:
    """Writes both sides' workspaces below a folder: the file and its siblings, or all sources of its language.

    Raises Unavailable, having written nothing, when one of the two files is not there.
    """
    git = mirror_of(mirrors, case.repo)
    listings = {side: listing(git, case, case.revision(side), whole) for side in SIDES}
    for side, blobs in listings.items():
        workspace = root / case.folder(side)
        for path, text in zip(blobs, contents(git, list(blobs.values())), strict=True):
            file = workspace / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        # What makes it a workspace folder of its own: heat is told by the path from there.
        (workspace / "perf-review.toml").touch()


def listing(git: pathlib.Path, case: Case, revision: str, whole: bool) -> dict[str, str]:
    """The wanted paths at a revision, each with its blob."""
    folder = case.path.rpartition("/")[0]
    options = ["-r"] if whole else []
    within = ["--", folder + "/"] if folder and not whole else []
    try:
        entries = run(git, ["ls-tree", "-z", *options, revision, *within]).decode(errors="replace").split("\0")
    except subprocess.CalledProcessError as failure:
        raise Unavailable(f"{case.repo} has no {revision}") from failure
    blobs = {}
    for entry in filter(None, entries):
        description, _, path = entry.partition("\t")
        mode, _, blob = description.split(" ")
        if mode.startswith("100") and (path.endswith(SUFFIXES[case.language]) or path.endswith("/Cargo.toml")):
            blobs[path] = blob
    if case.path not in blobs:
        raise Unavailable(f"{case.repo} has no {case.path} at {revision}")
    return blobs


def contents(git: pathlib.Path, blobs: list[str]) -> list[bytes]:
    """The texts of blobs, in their order."""
    answer = run(git, ["cat-file", "--batch"], "\n".join(blobs).encode() + b"\n")
    texts, at = [], 0
    for _ in blobs:
        end = answer.index(b"\n", at)
        header = answer[at:end].split()
        if header[-1] == b"missing":
            raise Unavailable(f"{git} has no object {header[0].decode()}")
        size = int(header[2])
        texts.append(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return texts


def run(git: pathlib.Path, command: list[str], given: bytes = b"") -> bytes:
    # A mirror without all blobs must not go to the network for them.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1"}
    return subprocess.run(
        ["git", f"--git-dir={git if not (git / '.git').exists() else git / '.git'}", *command],
        input=given,
        capture_output=True,
        check=True,
        env=environment,
    ).stdout
