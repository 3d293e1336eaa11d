"""Records, student by student: no more than one student's texts are held at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from grader.report.record import Record


def by_student(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Each student's records, by exercise.  Those of one student come one after another, in any order."""
    seen: set[str] = set()
    for student, own in groupby(records, key=itemgetter("student")):
        if student in seen:
            raise ValueError(f"records of {student!r} come in two places; sort them by student")
        seen.add(student)
        yield student, sorted(own, key=itemgetter("exercise"))
