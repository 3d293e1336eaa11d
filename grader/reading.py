"""Every file below a folder, and what is in a file, without ever following a link or waiting for a pipe."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grader.handed import Entry, Unreadable

KIB, MB = 1024, 1_000_000
GRADED = (".py", ".ipynb")
# By the suffix of a name: what is read at most, and how that is said.
LIMITS = {
    ".py": (256 * KIB, "It is larger than 256 KiB, and no Python file that is graded may be."),
    ".ipynb": (64 * MB, "It is larger than 64 MB, and no notebook that is graded may be."),
    ".yml": (20 * MB, "It is larger than 20 MB."),
}
OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
DEEPEST = 30

LINK = "It is a symbolic link, and links are never followed."
SPECIAL = "It is no ordinary file but a pipe, a socket or a device."
TOOLS = "It belongs to a tool or to the system, not to an answer."
OTHER = "It is neither a Python file nor a notebook nor a zip."
PACKED = "It is an archive of a kind that is not opened here: pack it as a zip, or unpack it."
DEEP = f"It lies more than {DEEPEST} folders deep."

TOOL_FOLDERS = frozenset(
    ".git .hg .svn .idea .vscode .venv venv .tox .nox .cache .pytest_cache .mypy_cache .ruff_cache __MACOSX __pycache__"
    " .ipynb_checkpoints .virtual_documents node_modules .Trashes .Spotlight-V100 $RECYCLE.BIN".split()
)
TOOL_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".git", ".localized"})
ARCHIVES = (".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".rar", ".7z")


def of_a_tool(name: str, folder: bool = False) -> bool:
    """Whether a file or a folder of this name is nobody's answer: caches, editors, version control, macOS's shadows."""
    return name in TOOL_FOLDERS if folder else name.lower() in TOOL_FILES or name.startswith("._") or name.endswith(".pyc")


def problem_of(name: str) -> str:
    """Why a file of this name is not graded, as far as the name says."""
    suffix = suffix_of(name)
    if of_a_tool(name):
        return TOOLS
    return "" if suffix in GRADED or suffix == ".zip" else PACKED if suffix in ARCHIVES else OTHER


def suffix_of(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122  # a name, not a path: it may hold whatever a student likes


def on_disk(folder: Path) -> Iterator[Entry]:
    """Every file below `folder` in a stable order, archives unopened; what is not followed or read, with the reason."""
    waiting: list[tuple[Path, tuple[str, ...]]] = [(folder, ())]
    while waiting:
        here, parts = waiting.pop()
        try:
            with os.scandir(here) as found:
                items = sorted(found, key=lambda item: item.name)
        except OSError as error:
            yield Entry(parts or (here.name,), here, problem=unreadable(error))
            continue
        inner = []
        for item in items:
            place = (*parts, item.name)
            folder_here = item.is_dir(follow_symlinks=False)
            problem = _problem(item, folder_here, len(place))
            if folder_here and not problem:
                inner.append((Path(item.path), place))
            else:
                yield Entry(place, Path(item.path), problem=problem)
        waiting += reversed(inner)


def _problem(item: os.DirEntry[str], folder: bool, depth: int) -> str:
    if item.is_symlink():
        return LINK
    if folder:
        return TOOLS if of_a_tool(item.name, folder=True) else DEEP if depth > DEEPEST else ""
    return problem_of(item.name) if item.is_file(follow_symlinks=False) else SPECIAL


def open_plain(path: Path) -> BinaryIO:
    """An ordinary file, open.  Raises Unreadable; never waits, whatever `path` has become in the meantime."""
    try:
        descriptor = os.open(path, OPEN)
    except OSError as error:
        raise Unreadable(LINK if error.errno == errno.ELOOP else unreadable(error)) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable(SPECIAL)
    return os.fdopen(descriptor, "rb")


def unreadable(error: OSError) -> str:
    # A socket, or a device that nothing answers for, does not even open.
    return SPECIAL if error.errno == errno.ENXIO else f"It cannot be read ({error.strerror})."


def contents(path: Path) -> bytes:
    """What is in a file on disk, up to the limit of its kind.  Raises Unreadable."""
    with open_plain(path) as file:
        try:
            return capped(file, path.name)
        except OSError as error:
            raise Unreadable(unreadable(error)) from None


def capped(file: BinaryIO, name: str) -> bytes:
    """All of an open file, in pieces, up to the limit for its name.  Raises Unreadable."""
    limit, problem = LIMITS[suffix_of(name)]
    found = bytearray()
    while piece := file.read(64 * KIB):
        found += piece
        if len(found) > limit:
            raise Unreadable(problem)
    return bytes(found)
