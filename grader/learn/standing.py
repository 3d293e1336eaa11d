"""Where a learner stands: every exercise of the curriculum, with what has become of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from grader import catalog
from grader.learn import logbook
from grader.learn.logbook import Entry, Logbook


class State(StrEnum):
    """What has become of an exercise."""

    NEW = "new"  # the file is as it was at the start
    STARTED = "started"
    PASSED = "passed"
    BEFORE = "passed before"  # the file has changed since


class Standing(NamedTuple):
    """An exercise, and how far it is."""

    id: str
    title: str
    difficulty: int
    points: int
    questions: tuple[str, ...]
    hints: tuple[str, ...]
    needs: tuple[str, ...]
    stub: str  # digest of the file as it was at the start
    state: State
    known: Entry

    @property
    def topic(self) -> str:
        return self.id.split("/", maxsplit=1)[0]

    @property
    def done(self) -> bool:
        return self.state in (State.PASSED, State.BEFORE)


class Course(NamedTuple):
    """All exercises in the order of the curriculum, and the one that was graded last."""

    standings: tuple[Standing, ...]
    last: str

    def of(self, exercise: str) -> Standing:
        """Raises CatalogError where the curriculum has no such exercise."""
        found = next((one for one in self.standings if one.id == exercise), None)
        if found is None:
            raise catalog.CatalogError(f"exercises/{catalog.CATALOG} has no {exercise}; run: gradlings sync")
        return found


def course(root: Path) -> Course:
    """Reads the catalog, the logbook and every file of the learner's.  Raises CatalogError where there is no catalog."""
    entries = catalog.read_catalog(root).get("exercises", [])
    if not entries:
        raise catalog.CatalogError(f"there is no exercises/{catalog.CATALOG} in {root}; run: gradlings sync")
    book = logbook.read(root)
    return Course(tuple(_standing(root, entry, book) for entry in entries), book.last)


def _standing(root: Path, entry: dict[str, Any], book: Logbook) -> Standing:
    known = book.of(entry["id"])
    content = catalog.read_learner_file(catalog.learner_file(root, entry["id"]))
    return Standing(
        id=entry["id"],
        title=entry["title"],
        difficulty=entry["difficulty"],
        points=entry["points"],
        questions=tuple(entry["questions"]),
        hints=tuple(entry["hints"]),
        needs=tuple(entry["needs"]),
        stub=entry["stub"],
        state=state_of(content, entry["stub"], known),
        known=known,
    )


def state_of(content: bytes, stub: str, known: Entry) -> State:
    """The state of an exercise whose file holds this; an empty or missing file has not been begun."""
    now = logbook.digest(content)
    if known.passed:
        return State.PASSED if now == known.passed else State.BEFORE
    return State.NEW if now == stub or not content else State.STARTED


def current(course: Course) -> Standing | None:
    """Where the learner is: the exercise that was graded last while it is not passed, else what comes after it."""
    last = next((one for one in course.standings if one.id == course.last), None)
    if last is not None and not last.done:
        return last
    return following(course.standings, course.last)


def following(standings: Sequence[Standing], exercise: str) -> Standing | None:
    """The next exercise behind this one that is not passed, one that was begun before one that was not; None where all are.

    Those of the same topic come first, then what comes behind them, and at last what was left out.
    """
    ids = [one.id for one in standings]
    start = ids.index(exercise) + 1 if exercise in ids else 0
    topic = exercise.split("/", maxsplit=1)[0]
    others = [one for one in [*standings[start:], *standings[:start]] if not one.done and one.id != exercise]
    if not exercise:
        others.sort(key=lambda one: one.state is not State.STARTED)
    return min(others, key=lambda one: one.topic != topic, default=None)
