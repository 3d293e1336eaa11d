"""What is in a zip: listed and read where it lies, one file at a time, however its author meant to do harm.

Nothing is ever written to disk, so that a name such as ``../../x`` can do nothing; it is refused all the same, because it says
that somebody meant it to.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, cast

from grader.handed import Entry, Unreadable
from grader.reading import LINK, MB, SPECIAL, TOOLS, capped, of_a_tool, open_plain, problem_of, suffix_of

LARGEST, LARGEST_INNER = 200 * MB, 32 * MB
MEMBERS = 20_000
DIRECTORY = 4 * MB  # of the list that a zip begins its reading with: more of it would be more than MEMBERS
RATIO, HARMLESS = 100, 10 * MB  # text shrinks to a tenth; what shrinks to a hundredth was made for it
LONGEST_NAME = 1000
INSIDE = "!/"  # between the name of an archive inside an archive and a name inside that
READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (
    zipfile.BadZipFile,
    ValueError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    OSError,
    KeyError,
)

NO_ZIP = "It is no zip, or a broken one."
HOSTILE = "Its name inside the archive leads out of it."
ENCRYPTED = "It is encrypted, and there is no password to open it with."
NESTED = "It is an archive inside an archive inside an archive: unpack it first."
UNPACKED = f"It unpacks to more than {RATIO} times its size, as archives do that are made to fill a disk."
METHOD = "It is packed in a way that is not read here: only stored and deflated files are."
TWICE = "A later file of the same name in the same archive takes its place."
CROWDED = f"It holds more than {MEMBERS:,} files."
TOO_LARGE = f"It is larger than {LARGEST // MB} MB, the most that an archive may have."
TOO_LARGE_INNER = (
    f"It is larger than {LARGEST_INNER // MB} MB, the most that an archive inside an archive may have: unpack it first."
)


class _Slowly:
    """A file that is read in small pieces only: a zip that asks for more at once has a list of members without end."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file, self.size = file, size
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if (self.size - self.tell() if size < 0 else size) > DIRECTORY:
            raise Unreadable(CROWDED)
        return self.file.read(size)


def members(path: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
    """What the archive at `path` holds, with the archives inside it opened.  An archive that is refused is one entry."""
    yield from _members(path, "", parts)


def _members(path: Path, outer: str, parts: tuple[str, ...]) -> Iterator[Entry]:
    try:
        found = _opened(path, outer).infolist()
    except Unreadable as error:
        yield Entry(parts, path, outer, str(error))
        return
    last = {info.filename: info for info in found}
    tools = set()
    for info in found:
        names = tuple(name for name in re.split(r"[/\\]", info.filename) if name not in ("", "."))
        member = f"{outer}{INSIDE}{info.filename}" if outer else info.filename
        tool = next((end for end, name in enumerate(names[:-1], 1) if of_a_tool(name, folder=True)), 0)
        if tool:  # said once for the whole folder
            if names[:tool] not in tools:
                yield Entry((*parts, *names[:tool]), path, member, TOOLS)
            tools.add(names[:tool])
        elif info.filename[-1:] not in ("/", "\\"):  # else it is a folder
            problem = _problem(info, names) or (TWICE if last[info.filename] is not info else "")
            if not problem and suffix_of(names[-1]) == ".zip":
                inner = _members(path, member, (*parts, *names))
                yield from [Entry((*parts, *names), path, member, NESTED)] if outer else inner
            else:
                yield Entry((*parts, *(names or ("?",))), path, member, problem)


def _problem(info: zipfile.ZipInfo, names: tuple[str, ...]) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if not names or ".." in names or info.filename[0] in "/\\" or re.match(r"[A-Za-z]:", info.filename):
        return HOSTILE
    if len(info.filename) > LONGEST_NAME:
        return f"Its name has more than {LONGEST_NAME:,} characters."
    if kind == stat.S_IFLNK:
        return LINK
    if kind not in (0, stat.S_IFREG):
        return SPECIAL
    if problem := problem_of(names[-1]):
        return problem
    return ENCRYPTED if info.flag_bits & 1 else METHOD if info.compress_type not in READ else ""


def member_contents(path: Path, member: str) -> bytes:
    """What is in one file of an archive, up to the limit of its kind.  Raises Unreadable."""
    whole = INSIDE not in member or member in _opened(path, "").NameToInfo
    outer, _, name = ("", "", member) if whole else member.partition(INSIDE)
    try:
        with _opened(path, outer).open(name) as file:
            return capped(cast(BinaryIO, file), name)
    except BROKEN:
        raise Unreadable("It is broken inside its archive.") from None


def _opened(path: Path, member: str) -> zipfile.ZipFile:
    """The archive at `path`, or the one inside it.  The last one stays open, because its files are read in a row."""
    try:
        now = path.lstat()
    except OSError as error:
        raise Unreadable(f"It cannot be read ({error.strerror}).") from None
    # Processes that are forked from this one would share its place in the file.
    stamp = (now.st_ino, now.st_mtime_ns, now.st_size, os.getpid())
    return _inner(path, member, stamp) if member else _outer(path, stamp)


@lru_cache(maxsize=1)
def _outer(path: Path, stamp: Any) -> zipfile.ZipFile:
    file = open_plain(path)
    try:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST:
            raise Unreadable(TOO_LARGE)
        archive = _checked(file, size)
    except BaseException:
        file.close()
        raise
    weakref.finalize(archive, file.close)
    return archive


@lru_cache(maxsize=1)
def _inner(path: Path, member: str, stamp: Any) -> zipfile.ZipFile:
    outer = _outer(path, stamp)
    try:
        if outer.getinfo(member).file_size > LARGEST_INNER:
            raise Unreadable(TOO_LARGE_INNER)
        with outer.open(member) as file:
            content = b"".join(iter(lambda: file.read(MB), b""))
    except BROKEN:
        raise Unreadable(NO_ZIP) from None
    return _checked(io.BytesIO(content), len(content))


def _checked(file: BinaryIO, size: int) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(cast(BinaryIO, _Slowly(file, size)))
    except BROKEN:
        raise Unreadable(NO_ZIP) from None
    found = archive.infolist()
    if len(found) > MEMBERS:
        raise Unreadable(CROWDED)
    if sum(info.file_size for info in found) > max(HARMLESS, RATIO * size):
        raise Unreadable(UNPACKED)
    return archive
