"""CSV for gradebooks: a plain table, Canvas and Moodle.

Canvas: instructure/canvas-lms, lib/gradebook_importer.rb, and the pages on importing grades at community.canvaslms.com.  The
first cell of the header holds "Student", the second "ID", the last column about students "Section"; "Points Possible" marks
the second row.  People are sought by ID, then SIS User ID, then SIS Login ID, then name.  A column is an assignment's where
its title ends in the assignment's ID, "Homework 1 (4711)", or equals its title; any other makes a new assignment.

Moodle: docs.moodle.org, "Grade import", and moodle/moodle, grade/import/csv/classes/load_data.php.  One column says who it is
("Map from"), others hold grades.  One person whom Moodle does not know ends the whole import, and a row that names nobody
counts for the person above it, so neither is written.  "-" means no grade; an empty cell does not, in a column that is new.

What a spreadsheet would run is defused as OWASP's page "CSV Injection" asks: a cell of text gets an apostrophe before
= + - @, a tab or a line break, and before those signs after anything that may be taken for a separator.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from grader.handed import Student
from grader.report.tally import Tally, number
from grader.words import clean

NO_GRADE = "-"  # in Moodle
Titles = Mapping[str, str]
Identity = Literal["email", "number", "login"]
IDENTITIES: dict[Identity, tuple[str, str]] = {
    "email": ("Email address", "an e-mail address"),
    "number": ("ID number", "an ID number"),
    "login": ("Username", "a username"),
}


def plain(tally: Tally, roster: Sequence[Student] = (), missing_is_zero: bool = False) -> str:
    """A line for each student: points of each exercise, and their sum.  What was not handed in is empty, not 0."""
    missing = "0" if missing_is_zero else ""
    students = [*roster, *(Student(key) for key in strays(tally, roster))]
    head = ["student", *(exercise.id for exercise in tally.in_order()), "total"]
    rows = ([who.key, *_grades(tally, who, missing), _sum(tally, who, missing_is_zero)] for who in students)
    return _csv(chain([head], rows), texts=1)


def canvas(
    tally: Tally, roster: Sequence[Student] = (), titles: Titles | None = None, one: str = "", missing_is_zero: bool = False
) -> str:
    """What Canvas imports.

    `titles` gives exercises the titles of their assignments; with `one`, there is a single assignment of that title, which
    gets the sum.  With a roster, only those on it are written: see `strays`.
    """
    names, most = _columns(tally, titles, one)
    heads = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *names], ["    Points Possible", "", "", "", "", *most]]
    rows = ([*_known_to_canvas(who), *_marks(tally, who, one, missing_is_zero, "")] for who in _people(tally, roster))
    return _csv(chain(heads, rows), texts=5)


def _known_to_canvas(who: Student) -> list[str]:
    login = who.login or ("" if who.canvas or who.number else who.key)
    return [who.name or who.key, who.canvas, who.number, login, who.section]


def moodle(
    tally: Tally,
    roster: Sequence[Student] = (),
    titles: Titles | None = None,
    one: str = "",
    by: Identity = "email",
    missing_is_zero: bool = False,
) -> str:
    """What Moodle imports; without a roster, what records call a student is what Moodle is told."""
    names, _ = _columns(tally, titles, one)
    people = _people(tally, roster)
    header, noun = IDENTITIES[by]
    identities = [getattr(who, by) if roster else who.key for who in people]
    for who, identity in zip(people, identities, strict=True):
        if not identity.strip():
            raise ValueError(f"the roster gives {who.key!r} no {noun.partition(' ')[2]}, and Moodle would grade somebody else")
    rows = (
        [identity, *_marks(tally, who, one, missing_is_zero, NO_GRADE)] for who, identity in zip(people, identities, strict=True)
    )
    return _csv(chain([[header, *names]], rows), texts=1)


def known_to_moodle(roster: Sequence[Student]) -> tuple[Identity, list[Student]]:
    """What the roster knows most students by, of what Moodle knows people by, and those that it knows by it.

    Of a roster that knows nothing of the kind, the keys stand for addresses, as they do without a roster.
    """
    by = max(IDENTITIES, key=lambda each: sum(bool(getattr(who, each)) for who in roster))
    known = [who for who in roster if getattr(who, by)]
    return by, known or [who._replace(email=who.key) for who in roster]


def strays(tally: Tally, roster: Iterable[Student]) -> list[str]:
    """Who handed something in and is not on the roster."""
    listed = {student.key for student in roster}
    return [student for student in tally.students() if student not in listed]


def _people(tally: Tally, roster: Sequence[Student]) -> Sequence[Student]:
    return roster or [Student(key) for key in tally.students()]


def _columns(tally: Tally, titles: Titles | None, one: str) -> tuple[list[str], list[str]]:
    """Headers of the columns of grades, no two alike, and what each is worth."""
    if one:
        return [one], [number(tally.max_points)]
    names = [(titles or {}).get(exercise.id, exercise.id) for exercise in tally.in_order()]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"two columns are called {twice!r}, and a gradebook would take one for the other")
    return names, [number(exercise.max_points) for exercise in tally.in_order()]


def _marks(tally: Tally, student: Student, one: str, missing_is_zero: bool, missing: str) -> list[str]:
    if one:
        return [_sum(tally, student, missing_is_zero) or missing]
    return _grades(tally, student, "0" if missing_is_zero else missing)


def _grades(tally: Tally, student: Student, missing: str) -> list[str]:
    points = tally.points.get(student.key, {})
    return [number(points[exercise.id]) if exercise.id in points else missing for exercise in tally.in_order()]


def _sum(tally: Tally, student: Student, missing_is_zero: bool) -> str:
    """Empty for somebody who handed nothing in."""
    return number(tally.total(student.key)) if missing_is_zero or tally.points.get(student.key) else ""


def _csv(rows: Iterable[Sequence[str]], texts: int) -> str:
    """RFC 4180.  The first row, and the first `texts` cells of each, are text; the others are our own numbers."""
    file = io.StringIO()
    writer = csv.writer(file)
    for row in _defused(rows, texts):
        writer.writerow(row)
    return file.getvalue()


def _defused(rows: Iterable[Sequence[str]], texts: int) -> Iterator[list[str]]:
    for index, row in enumerate(rows):
        yield [text(cell) if index == 0 or place < texts else cell for place, cell in enumerate(row)]


def text(cell: str) -> str:
    """A cell that a spreadsheet shows and never runs.  Line breaks become visible: some readers go line by line."""
    risky = unicodedata.normalize("NFKC", cell.lstrip())[:1] in tuple("=+-@") or cell[:1] in ("\t", "\r", "\n")
    inner = re.sub(r"([,;|\t]\s*)([=+@＝＋＠-])", r"\1'\2", clean(cell))
    return f"'{inner}" if risky else inner
