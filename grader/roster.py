"""The roster of a class: a CSV whose columns are found by their names, whatever their order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from grader.handed import IntakeError, Owner, Student, Unreadable, plain
from grader.reading import MB, open_plain

LARGEST = 10 * MB
# What a column holds, by the names that gradebooks give it.  The first of KEYS that there is, is the student's key.
COLUMNS = {
    "student": ("student", "student key"),
    "username": ("username", "user name", "user"),
    "number": ("student id", "id number", "student number", "sid", "orgdefinedid"),
    "id": ("id", "user id"),
    "canvas": ("canvas id", "canvas user id"),
    "sis id": ("sis id", "sis user id"),
    "login": ("sis login id", "login", "login id"),
    "email": ("email", "email address", "e mail", "e mail address"),
    "github": ("github", "github username", "github user", "github id", "github login"),
    "name": ("name", "full name", "student name"),
    "first name": ("first name", "firstname", "given name"),
    "last name": ("last name", "lastname", "surname", "family name"),
    "section": ("section",),
}
KEYS = ("student", "username", "number", "sis id", "login", "id", "canvas", "email", "github", "name")
NAMES = ("student", "name")
SHARED_BY_NOBODY = {"email": "e-mail address", "number": "ID number", "login": "login", "canvas": "Canvas ID"}


class Roster(NamedTuple):
    """Who is in the class, and what else they are called."""

    students: tuple[Student, ...]
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
    if columns.keys().isdisjoint(KEYS) and not {"first name", "last name"} <= columns.keys():
        raise IntakeError(f"the roster {path} has no column that says who a student is, such as {', '.join(KEYS)}")
    lines = [{kind: plain(row[place]) for kind, place in columns.items() if place < len(row)} for row in rows[1:]]
    # Canvas puts this row below the header of its gradebook.
    lines = [given for given in lines if given.get("student") != "Points Possible"]
    key = _key(columns, lines)
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    students: dict[str, Student] = {}
    for given in lines:
        student = _student(given, key)
        if not student.key:
            continue
        students.setdefault(student.key, student)
        _note(sure, student.key, [_folded(given.get(kind, "")) for kind in KEYS] + [_folded(student.name)])
        names = {"email": student.email, "name": student.name, "student": given.get("student", "")}
        _note(likely, student.key, {alias for kind, text in names.items() for alias in _aliases(kind, text)})
    _refuse_shared(path, students.values())
    return Roster(tuple(students.values()), sure, likely)


def _key(columns: Iterable[str], lines: list[dict[str, str]]) -> str:
    """The first column that says of every student who it is, or else the first; none where there are first and last names."""
    there = [kind for kind in KEYS if kind in columns]
    people = [given for given in lines if any(given.get(kind) for kind in there)]
    for kind in there:
        if len({given.get(kind) for given in people} - {None, ""}) == len(people):
            return kind
    return there[0] if there else ""


def _student(given: dict[str, str], key: str) -> Student:
    """What gradebooks are told of a student."""

    def first(*kinds: str) -> str:
        return next((given[kind] for kind in kinds if given.get(kind)), "")

    name = first("name") or f"{first('first name')} {first('last name')}".strip()
    if not name and "canvas" in given:  # Canvas's "Student" is a name
        name = first("student")
    return Student(
        key=first(key, *KEYS) or name,
        name=name,
        email=first("email"),
        number=first("number", "sis id", "id"),
        login=first("login", "username"),
        canvas=first("canvas"),
        section=first("section"),
    )


def _refuse_shared(path: Path, students: Iterable[Student]) -> None:
    """Of two students with one address, a gradebook would give one the marks of the other."""
    for kind, noun in SHARED_BY_NOBODY.items():
        whose: dict[str, str] = {}
        for student in students:
            text = getattr(student, kind)
            other = whose.setdefault(text.casefold(), student.key) if text else student.key
            if other != student.key:
                raise IntakeError(f"the roster {path} gives {other} and {student.key} the same {noun}, {text}")


def _columns(header: list[str]) -> dict[str, int]:
    """Kind of column -> its place."""
    names = [re.sub(r"[\s_-]+", " ", name.strip().lower()) for name in header]
    known = {name: kind for kind, accepted in COLUMNS.items() for name in accepted}
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if name in known:
            found.setdefault(known[name], number)
    # Canvas exports its own numbers as "ID", and those of the school as "SIS User ID".
    if "id" in found and any(name.startswith("sis ") for name in names):
        found.setdefault("canvas", found.pop("id"))
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
