"""The nouns of an intake: what a class handed in, what of it is graded, and what is not and why."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

LONGEST = 300


class IntakeError(Exception):
    """The whole intake makes no sense as it was asked for; the text is one sentence that says what to do."""


class Unreadable(Exception):
    """One file cannot be graded; the text is the sentence that says why."""


class Submission(NamedTuple):
    """One student's file for one exercise.  Its text is read when it is graded, and not before."""

    student: str  # the key in the gradebook
    exercise: str  # "topic/name"
    path: str  # of the file, or of the archive that it lies in; of a large class, paths as such would take most of the memory
    member: str  # its name inside the archive, "inner.zip!/name.py" in an archive inside the archive, or ""
    digest: str  # sha256 of the bytes that are graded


class Skipped(NamedTuple):
    """A file that is not graded."""

    where: str  # its place below the folder, printable; an archive counts as a folder
    reason: str  # one sentence


class Remark(NamedTuple):
    """Something that a person should know of what is graded."""

    where: str  # a place, or a student; printable
    text: str  # one sentence


class Student(NamedTuple):
    """A line of a roster.  `key` is what records call the student; gradebooks know people by the rest."""

    key: str
    name: str = ""
    email: str = ""
    number: str = ""  # the ID number of Moodle, the SIS User ID of Canvas
    login: str = ""  # the username of Moodle, the SIS Login ID of Canvas
    canvas: str = ""  # the ID of Canvas
    section: str = ""


class Plan(NamedTuple):
    """What will be graded."""

    submissions: tuple[Submission, ...]  # ordered by student, then exercise
    skipped: tuple[Skipped, ...]  # ordered by place
    remarks: tuple[Remark, ...] = ()
    enrolled: tuple[Student, ...] = ()  # the roster, in its order; empty where there is none


class Entry(NamedTuple):
    """A file as it lies there: on disk, in an archive, in an archive inside an archive."""

    parts: tuple[str, ...]  # its place below the folder, an archive counting as a folder
    path: Path
    member: str = ""  # as in Submission
    problem: str = ""  # why it cannot be graded, known before it is opened


class Owner(NamedTuple):
    """Whose a file is, as far as its place says."""

    name: str
    number: str = ""  # what the platform calls them in this download, to tell two of one name apart
    ids: tuple[str, ...] = ()  # what else a roster may know them by
    order: int = 0  # when it was handed in, by the platform's own numbering: the largest is the newest
    rest: str = ""  # the name of the student's own file, where all stands in one file name
    platform: str = ""


def shown(text: str) -> str:
    r"""A name that somebody else chose, on one line and without commands to a terminal.

    >>> print(shown("a\nb\x1b[31m"))
    a\nb\x1b[31m
    """
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return safe if len(safe) <= LONGEST else f"{safe[: LONGEST - 1]}…"


def place(parts: tuple[str, ...]) -> str:
    """The place of a file as it is printed."""
    return shown("/".join(parts))


def plain(text: str) -> str:
    """A name that is fit for a key: printable, and the same however its accents are stored."""
    return shown(unicodedata.normalize("NFC", text).strip())
