"""What a cloned repository held at a time, read without trusting anything in it.

A repository's own configuration can name programs for git to run, and so can its hooks and attributes.  None of it is read
here: git works in an empty repository of our own, which borrows nothing but the objects, and checks nothing out.  Which
commit is meant is read from the references, as plain files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from grader.handed import IntakeError, Unreadable
from grader.reading import LIMITS, MB, open_plain, unreadable

DEADLINE = 60.0  # seconds for one command of git
MOST_SAID = 32 * MB
MOST_COMMITS = 100_000
REFERENCE = re.compile(r"refs(?:/[^/\0-\x20\x7f~^:?*\[\\]+)+")  # git check-ref-format, as far as a path is concerned
COMMIT = re.compile(r"[0-9a-f]{40}")
NO_CLONE = "It is no cloned repository: it has no folder .git."
BORROWS = "Its objects lie elsewhere: clone it again, without --shared and --reference."
NO_COMMIT = "It has no commit."
REFTABLE = "Its branches are kept in a reftable, which is not read here: clone it again, with --ref-format=files."
TORN = "git cannot read it: clone it again, and all of it."


class Commit(NamedTuple):
    """A commit of the branch that is checked out, and when it says that it was made, in seconds."""

    name: str
    when: int


class History(NamedTuple):
    """The commits that a branch went through, newest first: all of them, unless the clone is a shallow one."""

    commits: list[Commit]
    whole: bool


class Item(NamedTuple):
    """What stands at a path of a commit."""

    mode: str  # "100644", "120000" for a link
    name: str  # of the object


class Git:
    """A context: git's commands on the objects of one repository after the other."""

    def __enter__(self) -> Self:
        found = shutil.which("git")
        if found is None:
            raise IntakeError("git is needed to read cloned repositories, and is not installed")
        self._git = found
        self._own = tempfile.mkdtemp(prefix="gradlings-")
        self._run(Path(os.devnull), "init", "--quiet", "--bare", "--template=", self._own)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self._own)

    def history(self, clone: Path) -> History:
        """What its branch went through, by the first parent of each commit.  Raises Unreadable."""
        objects, cut_off = _objects(clone), _cut_off(clone / ".git")
        arguments = ["rev-list", "--first-parent", "--timestamp", f"--max-count={MOST_COMMITS}", _head(clone / ".git")]
        lines = self._run(objects, *arguments, cut_off=cut_off).decode("ascii", "replace").splitlines()
        commits = [Commit(name, int(when)) for when, name in (line.split() for line in lines)]
        return History(commits, whole=not cut_off and len(commits) < MOST_COMMITS)

    def items(self, clone: Path, commit: str, paths: Iterable[str]) -> dict[str, Item]:
        """What a commit has at these paths; of one that ends with a slash, what lies right in that folder."""
        said = self._run(_objects(clone), "ls-tree", "-z", commit, "--", *paths)
        found = {}
        for line in said.split(b"\0")[:-1]:
            about, _, path = line.partition(b"\t")
            mode, kind, name = about.decode("ascii").split()
            if kind != "tree":
                found[path.decode("utf-8", "surrogateescape")] = Item(mode, name)
        return found

    def content(self, clone: Path, item: Item) -> bytes:
        """A file as it was committed.  Raises Unreadable."""
        if item.mode not in ("100644", "100755"):
            raise Unreadable("It is a symbolic link or a submodule, and no file.")
        objects, (limit, problem) = _objects(clone), LIMITS[".py"]
        if int(self._run(objects, "cat-file", "-s", item.name)) > limit:
            raise Unreadable(problem)
        return self._run(objects, "cat-file", "blob", item.name)

    def _run(self, objects: Path, *arguments: str, cut_off: Sequence[str] = ()) -> bytes:
        """What a command of git says.  Raises Unreadable where it fails, or says or takes too much."""
        settings = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": self._own,
            "LC_ALL": "C",
            "GIT_DIR": self._own,
            "GIT_OBJECT_DIRECTORY": str(objects.absolute()),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_LITERAL_PATHSPECS": "1",
            "GIT_TERMINAL_PROMPT": "0",
        }
        if arguments[0] == "init":
            del settings["GIT_OBJECT_DIRECTORY"]
        if cut_off:
            kept = Path(self._own) / "shallow"
            kept.write_text("".join(f"{name}\n" for name in cut_off))
            settings["GIT_SHALLOW_FILE"] = str(kept)
        # What was precomputed of commits may say anything of their dates.
        command = [self._git, "-c", "core.commitGraph=false", "-c", "core.multiPackIndex=false", *arguments]
        return _said(command, self._own, settings)


def _said(command: Sequence[str], folder: str, settings: dict[str, str]) -> bytes:
    process = subprocess.Popen(
        command, cwd=folder, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    watch = threading.Timer(DEADLINE, process.kill)
    watch.start()
    try:
        assert process.stdout is not None
        said = process.stdout.read(MOST_SAID + 1)
        if len(said) > MOST_SAID:
            process.kill()
        process.stdout.close()
        status = process.wait()
    finally:
        watch.cancel()
    if status != 0:
        raise Unreadable(TORN)
    return said


@contextmanager
def _refused() -> Iterator[None]:
    """What the system refuses of a repository is said of that one, and stops no other."""
    try:
        yield
    except OSError as error:
        raise Unreadable(unreadable(error)) from None


@_refused()
def _objects(clone: Path) -> Path:
    """The folder of its objects, where that holds all of them: none is a link to another repository's, or a pipe."""
    repository = clone / ".git"
    objects = repository / "objects"
    for folder in (clone, repository, objects):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise Unreadable(BORROWS)
    if not objects.is_dir():
        raise Unreadable(NO_CLONE)
    if (objects / "info" / "alternates").exists() or not all(map(_plain, [objects, *_folders(objects)])):
        raise Unreadable(BORROWS)
    return objects


def _folders(folder: Path) -> list[Path]:
    with os.scandir(folder) as found:
        return [Path(item.path) for item in found if item.is_dir(follow_symlinks=False)]


def _plain(folder: Path) -> bool:
    """Whether there is nothing right in it but folders and ordinary files."""
    with os.scandir(folder) as found:
        return all(item.is_dir(follow_symlinks=False) or item.is_file(follow_symlinks=False) for item in found)


@_refused()
def _cut_off(repository: Path) -> list[str]:
    """Where the history of a shallow clone ends."""
    path = repository / "shallow"
    return [name for name in _text(path).split() if COMMIT.fullmatch(name)] if path.exists() else []


@_refused()
def _head(repository: Path) -> str:
    """The commit that is checked out."""
    if (repository / "reftable").exists():
        raise Unreadable(REFTABLE)
    head = _text(repository / "HEAD").strip()
    if head.startswith("ref: "):
        head = _reference(repository, head.removeprefix("ref: "))
    if not COMMIT.fullmatch(head):
        raise Unreadable(NO_COMMIT)
    return head


def _reference(repository: Path, name: str) -> str:
    if not REFERENCE.fullmatch(name) or ".." in name:
        raise Unreadable("Its HEAD names no branch.")
    place = repository / name
    if any(folder.is_symlink() for folder in [place, *place.parents] if folder.is_relative_to(repository)):
        raise Unreadable("One of its references is a symbolic link.")
    if place.is_file():
        return _text(place).strip()
    packed = repository / "packed-refs"
    lines = _text(packed).splitlines() if packed.exists() else []
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), "")


def _text(path: Path) -> str:
    with open_plain(path) as file:
        return file.read(MOST_SAID).decode("utf-8", "surrogateescape")
