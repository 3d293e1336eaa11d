"""One student's files, graded one exercise after the other, with the functions that grade a class.

Right, wrong and could-not-tell stay apart: what the grader itself fails on, or has no time for, has no record and no points.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from grader import intake, reading
from grader.bulk import Rules, Task, grade_batch
from grader.exercise import Exercise, Verdict
from grader.handed import Entry, Unreadable
from grader.phrases import count
from grader.report.record import Outcome, Record, Told, outcome
from grader.report.tally import number

MISSING = "There is no file for it."
LATE = "It was not reached: the time for all exercises was over."
CENTS = 100


class Graded(NamedTuple):
    """What became of one exercise."""

    exercise: Exercise
    outcome: Outcome
    record: Record | None  # None where the grader could not tell
    source: bytes = b""
    note: str = ""  # why nothing of it could be graded

    @property
    def file(self) -> str:
        return f"exercises/{self.exercise.id}.py"

    @property
    def lack(self) -> str:
        """What a note is about, in a word or two."""
        return "no file" if self.note == MISSING else "not read"

    @property
    def broken(self) -> bool:
        return any(check.verdict == Verdict.BROKEN for check in self.outcome.checks)


class Total(NamedTuple):
    """Points of all exercises together, in cents, so that they add up."""

    points: int
    most: int

    def __str__(self) -> str:
        return f"{number(self.points / CENTS)}/{number(self.most / CENTS)}"


def in_place(folder: Path, exercises: Sequence[str]) -> list[Entry]:
    """The files of a course where they belong, and no others."""
    wanted = {("exercises", *f"{name}.py".split("/")) for name in exercises}
    return [entry for entry in reading.on_disk(folder) if entry.parts in wanted]


def grade(rules: Rules, entries: Iterable[Entry], exercises: Sequence[str], seconds: float) -> Iterator[Graded]:
    """Every exercise, in this order; what is not begun within so many seconds is not graded."""
    plan, until = intake.of_one(entries, exercises), time.monotonic() + seconds
    found, reasons = {one.exercise: one for one in plan.submissions}, dict(plan.skipped)
    for name in exercises:
        exercise = rules.exercise(name)
        if time.monotonic() > until:
            yield Graded(exercise, _unknown(exercise, LATE), None)
        elif name in found:
            yield _one(rules, exercise, found[name])
        else:
            note = _missing(name, reasons)
            yield _graded(rules, exercise, b"", "")._replace(note=note)


def _missing(exercise: str, reasons: Mapping[str, str]) -> str:
    """Why there is nothing to grade."""
    file = f"{exercise.split('/')[1]}.py"
    place = next((place for place in reasons if place.rpartition("/")[2] == file), "")
    return f"{place}: {reasons[place]}" if place else MISSING


def _one(rules: Rules, exercise: Exercise, submission: intake.Submission) -> Graded:
    try:
        return _graded(rules, exercise, intake.source(submission), submission.digest)
    except Unreadable as error:
        return _graded(rules, exercise, b"", "")._replace(note=str(error))


def _graded(rules: Rules, exercise: Exercise, source: bytes, digest: str) -> Graded:
    try:
        ((_, record),) = grade_batch(rules, [Task(exercise.id, exercise.id, source, digest)])
    except Exception as error:  # whatever it is, it is ours
        return Graded(exercise, _unknown(exercise, f"{type(error).__name__}: {error}"), None, source)
    return Graded(exercise, outcome(record), record, source)


def _unknown(exercise: Exercise, why: str) -> Outcome:
    check = Told("graded", "Whether it is right could not be found out.", "visible", Verdict.BROKEN, why, "", "")
    return Outcome(exercise.id, 0.0, float(exercise.about.points), (check,))


def total(outcomes: Iterable[Outcome]) -> Total:
    sums = [(_cents(one.points), _cents(one.max_points)) for one in outcomes]
    return Total(sum(points for points, _ in sums), sum(most for _, most in sums))


def shares(outcome: Outcome) -> list[Total]:
    """What each check gets and is worth, in cents that add up to the points of the exercise."""
    passed = [check.verdict == Verdict.PASSED for check in outcome.checks]
    points, most = _cents(outcome.points), _cents(outcome.max_points)
    won, lost = _split(points, sum(passed)), _split(most - points, len(passed) - sum(passed))
    worth = [next(won if right else lost) for right in passed]
    return [Total(cents if right else 0, cents) for cents, right in zip(worth, passed, strict=True)]


def _split(cents: int, parts: int) -> Iterator[int]:
    yield from (cents // parts + (part < cents % parts) for part in range(parts))


def _cents(points: float) -> int:
    return round(points * CENTS)


def lines(graded: Graded) -> Iterator[str]:
    """What a log says of an exercise."""
    told = graded.outcome
    passed = sum(check.verdict == Verdict.PASSED for check in told.checks)
    points = f"{number(told.points)} of {number(told.max_points)} points"
    yield f"{told.exercise}: {passed} of {count(len(told.checks), 'check')} passed, {points}"
    if graded.note:
        yield f"  {graded.note}"
        return
    for check in told.checks:
        if check.verdict not in (Verdict.PASSED, Verdict.TODO):
            yield f"  [{check.id}] {check.verdict}: {check.title}"
            yield from (f"      {line}" for line in check.text.splitlines())
