"""Cells of an exercise's notebook, and what nbgrader calls them: ``convolution-conv2d-hidden`` is one part of one exercise."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from grader.exercise import Exercise, Setup
from grader.grade import checks_of

ANSWER = "answer"
# The parts that have points, each a locked cell, and the kinds of checks that each of them tells of.
PARTS: Mapping[str, tuple[str, ...]] = {"examples": ("visible",), "hidden": ("battery", "hidden")}
SCHEMA = 3  # of nbgrader's metadata
Cell = dict[str, Any]


class Named(NamedTuple):
    """What a grade_id says."""

    exercise: str
    part: str


def grade_id(exercise: str, part: str) -> str:
    """What nbgrader calls a cell: topics and names are Python's, and hold no hyphen."""
    return f"{exercise.replace('/', '-')}-{part}"


def named(cell: str) -> Named | None:
    """The exercise and part that such a name stands for, or None where it is none of ours."""
    topic, _, rest = cell.partition("-")
    name, _, part = rest.partition("-")
    return Named(f"{topic}/{name}", part) if topic and name and part else None


def points(exercise: Exercise, setup: Setup) -> dict[str, float]:
    """What each part is worth: every check an equal share, in cents, and all of them together the whole exercise."""
    kinds = [check.kind for check in checks_of(exercise, setup)]
    whole, visible = float(exercise.about.points), sum(kind in PARTS["examples"] for kind in kinds)
    if visible in (0, len(kinds)):
        return {"examples" if visible else "hidden": whole}
    share = round(whole * visible / len(kinds), 2)
    return {"examples": share, "hidden": round(whole - share, 2)}


def markdown(exercise: str, part: str, text: str) -> Cell:
    """A text that is restored when it is graded."""
    return _cell("markdown", exercise, part, text, _marks(exercise, part, locked=True))


def answer(exercise: str, text: str) -> Cell:
    """Where a student writes."""
    return _cell("code", exercise, ANSWER, text, _marks(exercise, ANSWER, solution=True))


def graded(exercise: str, part: str, text: str, worth: float) -> Cell:
    """A locked cell that carries the points of one part."""
    return _cell("code", exercise, part, text, {**_marks(exercise, part, grade=True, locked=True), "points": worth})


def text(exercise: str, part: str, words: str) -> Cell:
    """A text of which nbgrader knows nothing."""
    return _cell("markdown", exercise, part, words, None)


def free(exercise: str, part: str, text: str) -> Cell:
    """A cell to play with, of which nbgrader knows nothing."""
    return _cell("code", exercise, part, text, None)


def example(exercise: str, part: str, text: str) -> Cell:
    """A cell to play with that fails until there is an answer: Jupyter runs those below it all the same."""
    return {**free(exercise, part, text), "metadata": {"tags": ["raises-exception"]}}


def notebook(exercise: str, cells: Sequence[Cell]) -> bytes:
    """A notebook of format 4.5, the same bytes for the same cells."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"gradlings": {"exercise": exercise}, "kernelspec": kernel, "language_info": {"name": "python"}}
    content = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _marks(exercise: str, part: str, grade: bool = False, solution: bool = False, locked: bool = False) -> dict[str, Any]:
    name = grade_id(exercise, part)
    return {"schema_version": SCHEMA, "grade": grade, "solution": solution, "locked": locked, "task": False, "grade_id": name}


def _cell(kind: str, exercise: str, part: str, text: str, marks: Mapping[str, Any] | None) -> Cell:
    made: Cell = {
        "cell_type": kind,
        "id": hashlib.sha256(grade_id(exercise, part).encode()).hexdigest()[:8],
        "metadata": {} if marks is None else {"nbgrader": dict(marks)},
        "source": text.splitlines(keepends=True),
    }
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})
