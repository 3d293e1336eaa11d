"""`gradlings update`: the newest version of the course, with every file that a learner has changed as it was.

git refuses to pull over a changed file, and puts its marks into what it merges.  An answer is neither refused nor merged:

fetch --> one commit of both sides --> lay aside the answers that it would touch --> go there --> lay them back --> tell
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from grader import catalog
from grader.phrases import count
from grader.sync import free_name, is_stub

INSTALL = "python -m pip install -e . -c constraints.txt"
NO_GIT = "an update needs git, which is not installed"
NO_CLONE = (
    "this folder is no clone of the course, made with git. Get the new version into a folder of its own, and copy what is yours "
    "into that: .gradlings.json, and the files of exercises/ that you have changed"
)
NO_UPSTREAM = "this branch follows no other one, so nothing can come. Go back to the one that was cloned: git switch main"
BOTH = (
    "you have committed changes of files that are no exercises and have changed there too; git merges them: git pull --no-rebase"
)


class News(NamedTuple):
    """What has come."""

    before: str  # the commit that the learner's work began from
    after: str
    added: tuple[str, ...]  # exercises
    gone: tuple[str, ...]
    beneath: tuple[str, ...]  # files of the learner's that are another or none in the new version
    installs: bool  # what the kit needs has changed


def update(root: Path) -> int:
    """Bring everything up to date but the answers.  Raises CatalogError, with everything as it was."""
    if _asked(root, NO_CLONE, "rev-parse", "--show-prefix").strip():
        raise catalog.CatalogError(NO_CLONE)
    upstream = _asked(root, NO_UPSTREAM, "rev-parse", "--symbolic-full-name", "@{upstream}").strip()
    _git(root, "fetch", "--quiet")
    here, after = _git(root, "rev-parse", "HEAD").strip(), _git(root, "rev-parse", upstream).strip()
    before = _git(root, "merge-base", here, after).strip()
    if before == after:
        print("This is the newest version.")
        return 0
    ids, come = set(catalog.exercise_ids(root)), set(_paths(root, "diff", "--name-only", "--no-renames", before, after))
    loose = {*_paths(root, "diff", "--name-only", "--no-renames", here), *_paths(root, "ls-files", "--others", "exercises")}
    mine = {*loose, *_paths(root, "diff", "--name-only", "--no-renames", before, here)}
    both = sorted(path for path in come & mine if _is_answer(path) and (root / path).is_file())
    target = after if before == here else _both(root, before, here, after, come)
    with _aside(root, [path for path in both if path in loose]):
        _git(root, "merge", "--ff-only", "--quiet", target)
    now, needs = set(catalog.exercise_ids(root)), {"pyproject.toml", "constraints.txt"}
    news = News(before, after, tuple(sorted(now - ids)), tuple(sorted(ids - now)), tuple(both), bool(needs & come))
    print("\n".join(_told(len(now), news)))
    return 0


def _both(root: Path, before: str, here: str, after: str, come: set[str]) -> str:
    """A commit of what has come and what the learner has committed; where both have changed an answer, it is the learner's."""
    mine = _paths(root, "diff", "--name-only", "--no-renames", before, here)
    clash = [path for path in mine if path in come and not _is_answer(path)]
    if clash:
        raise catalog.CatalogError(f"{BOTH}\n{', '.join(clash)}")
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(root, "read-tree", after, **index)
        for path in mine:
            found = _git(root, "ls-tree", here, "--", path).split()
            entry = ["--add", "--cacheinfo", f"{found[0]},{found[2]},{path}"] if found else ["--force-remove", "--", path]
            _git(root, "update-index", *entry, **index)
        tree = _git(root, "write-tree", **index).strip()
    return _git(root, "commit-tree", tree, "-p", here, "-p", after, "-m", "Update the course").strip()


@contextmanager
def _aside(root: Path, paths: Sequence[str]) -> Iterator[None]:
    """These files lie beside themselves, as after `gradlings reset`, and come back whatever happens."""
    kept: dict[Path, Path] = {}
    try:
        for path in paths:
            kept[root / path] = free_name(root / path)
            (root / path).replace(kept[root / path])
            if _paths(root, "ls-files", "--", path):
                _git(root, "restore", "--source=HEAD", "--staged", "--worktree", "--", path)
        yield
    finally:
        for place, beside in kept.items():
            if beside.exists():
                beside.replace(place)


def _told(number: int, news: News) -> list[str]:
    lines = [f"Up to date: {count(number, 'exercise')}."]
    lines += [f"New: {', '.join(news.added)}"] if news.added else []
    lines += [f"No longer there, or under another name: {', '.join(news.gone)}"] if news.gone else []
    if news.beneath:
        lines += ["", "Your files are as you left them. What they began as is another by now:"]
    for path in news.beneath:
        gone = path.removeprefix("exercises/").removesuffix(".py") in news.gone
        why = "no longer an exercise" if gone else f"git diff {news.before[:10]} {news.after[:10]} -- {path}"
        lines.append(f"  {path}: {why}")
    if news.installs:
        lines += ["", f"What the kit needs may be another by now: {INSTALL}"]
    return lines


def _is_answer(path: str) -> bool:
    return path.startswith("exercises/") and is_stub(path)


def _asked(root: Path, otherwise: str, *arguments: str) -> str:
    """What git answers, or our own words where it has no answer."""
    try:
        return _git(root, *arguments)
    except catalog.CatalogError as error:
        raise catalog.CatalogError(NO_GIT if str(error) == NO_GIT else otherwise) from None


def _paths(root: Path, command: str, *arguments: str) -> Sequence[str]:
    return [path for path in _git(root, command, "-z", *arguments).split("\0") if path]


def _git(root: Path, *arguments: str, **environment: str) -> str:
    """Raises CatalogError with what git says."""
    own: Mapping[str, str] = {**os.environ, **environment}
    try:
        done = subprocess.run(["git", *arguments], cwd=root, env=own, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise catalog.CatalogError(NO_GIT) from None
    if done.returncode:
        raise catalog.CatalogError(f"git {arguments[0]} does not succeed, and nothing was changed:\n{done.stderr.strip()}")
    return done.stdout
