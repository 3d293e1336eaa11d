"""Files: written whole or not at all, under names that every system can hold."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

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


def write(path: Path, chunks: Iterable[str | bytes], encoding: str = "utf-8") -> Path:
    """Write a file under another name and rename it: whoever looks sees the old one or the new one, and never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            first = encoding == "utf-8-sig"  # the mark belongs at the beginning alone
            for chunk in chunks:
                file.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8-sig" if first else "utf-8", "replace"))
                first = False
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
