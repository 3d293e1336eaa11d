"""The roster of a class: a CSV whose columns are found by their names, whatever their order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from grader.handed import IntakeError, Owner, Unreadable, plain
from grader.reading import MB, open_plain

LARGEST = 10 * MB
# What a column holds, by the names that gradebooks give it.  The first that there is, is the student's key.
COLUMNS = {
    "student": ("student", "student key", "student id", "username", "user name", "user"),
    "id": ("id", "id number", "student number", "user id", "sid"),
    "sis id": ("sis id", "sis user id"),
    "login": ("sis login id", "login", "login id"),
    "email": ("email", "email address", "e mail"),
    "github": ("github", "github username", "github user", "github id", "github login"),
    "name": ("name", "full name", "student name"),
}
NAMES = ("student", "name")


class Roster(NamedTuple):
    """Who is in the class, and what else they are called."""

    students: tuple[str, ...]
    sure: dict[str, str]  # what stands in a column -> the key, or "" where it is said of two students
    likely: dict[str, str]  # the same for what is derived from it: names run together, addresses without what follows @

    def key(self, owner: Owner) -> str:
        """The key of whoever this is, or an empty text."""
        for text in (*owner.ids, owner.name):
            if found := self.sure.get(_folded(text)):
                return found
        names = (owner.name, *owner.ids) if owner.platform == "Gradescope" else (owner.name,)
        return next((key for text in names if (key := self.likely.get(_squeezed(text)))), "")


def read(path: Path) -> Roster:
    """The roster in a file.  Raises IntakeError."""
    try:
        with open_plain(path) as file:
            content = file.read(LARGEST + 1)
    except Unreadable as error:
        raise IntakeError(f"the roster {path} cannot be read: {str(error)[:1].lower()}{str(error)[1:].rstrip('.')}") from None
    if len(content) > LARGEST:
        raise IntakeError(f"the roster {path} is larger than {LARGEST // MB} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:  # as spreadsheets in Western Europe save it
        text = content.decode("latin-1")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise IntakeError(f"the roster {path} is no CSV file ({error})") from None
    return _roster(path, rows)


def _roster(path: Path, rows: list[list[str]]) -> Roster:
    columns = _columns(rows[0] if rows else [])
    if not columns:
        raise IntakeError(f"the roster {path} has no column that says who a student is, such as {', '.join(COLUMNS)}")
    key = next(kind for kind in COLUMNS if kind in columns)
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    students: dict[str, None] = {}
    for row in rows[1:]:
        given = {kind: plain(row[number]) for kind, number in columns.items() if number < len(row)}
        # Canvas puts this row below the header of its gradebook.
        student = given.get(key, "")
        if not student or student == "Points Possible":
            continue
        students[student] = None
        _note(sure, student, map(_folded, given.values()))
        _note(likely, student, {alias for kind, text in given.items() for alias in _aliases(kind, text)})
    return Roster(tuple(students), sure, likely)


def _columns(header: list[str]) -> dict[str, int]:
    """Kind of column -> its place."""
    names = [re.sub(r"[\s_-]+", " ", name.strip().lower()) for name in header]
    known = {name: kind for kind, accepted in COLUMNS.items() for name in accepted}
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if name in known:
            found.setdefault(known[name], number)
    return found


def _note(known: dict[str, str], student: str, texts: Iterable[str]) -> None:
    for text in texts:
        if text:
            known[text] = student if known.get(text, student) == student else ""


def _aliases(kind: str, text: str) -> list[str]:
    if kind == "email":
        return [_squeezed(text.partition("@")[0])]
    if kind not in NAMES:
        return []
    # Canvas runs the name together, last name first: "Lovelace, Ada" and "Ada Lovelace" are lovelaceada there.
    words = text.replace(",", " ").split()
    return [_squeezed("".join(words[turn:] + words[:turn])) for turn in range(len(words))]


def _folded(text: str) -> str:
    return plain(text).casefold()


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", _folded(text))
