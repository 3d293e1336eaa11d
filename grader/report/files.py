"""Files: written whole or not at all, under names that every system can hold."""

from __future__ import annotations

import codecs
import filecmp
import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LENGTH = 40  # characters of a cleaned name; four bytes each at worst, of the 255 that a file's name may have
DIGITS = 12
# Taken as they are: what no system changes or forbids.  No capitals: some systems hold Ann.md and ann.md for one file.
PLAIN = re.compile(r"[a-z0-9_][a-z0-9_.@+-]*[a-z0-9_]|[a-z0-9_]")
CLEANED = re.compile(rf".*-[0-9a-f]{{{DIGITS}}}")
# Names of devices on Windows, with any ending.
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}


def safe_name(student: str) -> str:
    """A name for a student's file, without an ending: the same for the same student, and for no other.

    A name that had to be changed carries a digest of what it was; so does one that looks as if it did.
    """
    plain = PLAIN.fullmatch(student) and len(student) <= LENGTH and not CLEANED.fullmatch(student)
    if plain and student.split(".", maxsplit=1)[0] not in RESERVED:
        return student
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    letters = "".join(c if c.isalnum() else "_" for c in unicodedata.normalize("NFC", student))
    slug = re.sub("__+", "_", letters)[:LENGTH].strip("_")
    return f"{slug or 'student'}-{digest}"


@contextmanager
def whole(path: Path, buffer: int = -1) -> Iterator[BinaryIO]:
    """A file to be written under another name, which is renamed when it is done: nobody ever sees half of it.  One that
    says the same already stays as it is, which is quicker by far than to replace it.

    `buffer` is a number of bytes, for what is written in many pieces.
    """
    beside = f"{path.parent}/.{path.name}.{os.getpid()}.part"
    try:
        with _opened(beside, buffer) as file:
            yield file
        if _same(beside, path):
            os.unlink(beside)  # noqa: PTH108  # the same
        else:
            os.replace(beside, path)  # noqa: PTH105  # a class has thousands of files: paths as objects would cost more than writing
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _same(one: str, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:  # there is none
        return False


def _opened(path: str, buffer: int) -> BinaryIO:
    """A new file: what lies under this name was left behind, or is a link that somebody has put there."""
    try:
        return open(path, "xb", buffer)  # noqa: PTH123  # the same
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        Path(path).unlink()
    return Path(path).open("xb", buffer)


def write(path: Path, chunks: Iterable[str | bytes], encoding: str = "utf-8") -> Path:
    """Write a whole file."""
    with whole(path) as file:
        file.write(codecs.BOM_UTF8 if encoding == "utf-8-sig" else b"")
        file.writelines(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "replace") for chunk in chunks)
    return path
