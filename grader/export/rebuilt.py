"""A notebook that was handed in, made anew: the cells of the assignment as the gradebook knows them, and what a student wrote.

Of the student's file nothing is taken but texts, and the place of a cell by its `grade_id`.  What it says of points, locks,
kernels and outputs is left behind, and so is everything that a page could run: their Markdown is shown as it was typed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from grader.export.cells import SCHEMA, Cell, named
from grader.export.marks import Marks, outputs
from grader.handed import Unreadable
from grader.notebooks import listed, marks_of, text_of

OTHERS = 200  # cells of a student besides the assignment's that are shown
LONGEST = 100_000  # letters of one cell that are shown
CUT = "\n[This is all that is shown here. What is graded is the whole cell.]"
MISSING = "# This cell is missing in what was handed in."
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class Known(NamedTuple):
    """A cell of the assignment."""

    name: str  # its grade_id
    cell_type: str
    source: str
    checksum: str
    grade: bool
    solution: bool
    locked: bool
    points: float = 0.0

    def cell(self, text: str) -> Cell:
        """The cell, with this text."""
        marks: dict[str, Any] = {"schema_version": SCHEMA, "grade": self.grade, "solution": self.solution, "task": False}
        marks |= {"locked": self.locked, "grade_id": self.name, "checksum": self.checksum, "cell_type": self.cell_type}
        marks |= {"points": self.points} if self.grade else {}
        return _cell(self.cell_type, self.name, text, {"nbgrader": marks})


def rebuilt(content: bytes, known: Sequence[Known]) -> list[Cell]:
    """The cells, in the student's order; those that are missing come last.  Where nothing can be read, all are missing."""
    try:
        given = [cell for cell in listed(content) if isinstance(cell, dict)]
    except Unreadable:
        given = []
    ours = {one.name: one for one in known}
    names = [_name(cell, ours) for cell in given]
    last = {name: number for number, name in enumerate(names)}  # of two cells of one name
    cells, others = [], 0
    for number, (cell, name) in enumerate(zip(given, names, strict=True)):
        if name and last[name] == number:
            cells.append(ours[name].cell(ours[name].source if ours[name].locked else _text(cell)))
        elif not name and others < OTHERS and (text := _text(cell)):
            others += 1
            cells.append(_other(number, cell, text))
    missing = [one for one in known if one.name not in last]
    return [*cells, *(one.cell(one.source if one.locked else MISSING) for one in missing)]


def notebook(cells: Iterable[Cell]) -> dict[str, Any]:
    """The whole notebook."""
    metadata: dict[str, Any] = {"kernelspec": dict(KERNEL), "language_info": {"name": "python"}}
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def exercises(known: Iterable[Known]) -> dict[str, dict[str, float]]:
    """The exercises that have points in a notebook, and what each part of them is worth."""
    worth: dict[str, dict[str, float]] = {}
    for one in known:
        found = named(one.name)
        if one.grade and found:
            worth.setdefault(found.exercise, {})[found.part] = one.points
    return worth


def put(notebook: Any, exercise: str, told: Marks) -> None:
    """Give the cells of an exercise's parts their outputs, and say in the notebook what the verdicts depend on."""
    for cell in notebook["cells"]:
        found = named(str(marks_of(cell).get("grade_id", "")))
        if found and found.exercise == exercise and found.part in told.scores:
            cell["outputs"] = outputs(told.scores[found.part])
    notebook["metadata"].setdefault("gradlings", {})[exercise] = dict(told.record)


def _name(cell: Cell, ours: Mapping[str, Known]) -> str:
    name = marks_of(cell).get("grade_id")
    return name if isinstance(name, str) and name in ours else ""


def _text(cell: Cell) -> str:
    """What a cell says, in letters that can be written to a file."""
    text = text_of(cell).encode("utf-8", "replace").decode()
    return text if len(text) <= LONGEST else text[:LONGEST] + CUT


def _other(number: int, cell: Cell, text: str) -> Cell:
    if cell.get("cell_type") == "code":
        return _cell("code", f"other {number}", text, {})
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return _cell("markdown", f"other {number}", f"{fence}\n{text}\n{fence}", {})


def _cell(kind: str, name: str, text: str, metadata: Mapping[str, Any]) -> Cell:
    made: Cell = {
        "cell_type": kind,
        "id": hashlib.sha256(name.encode()).hexdigest()[:8],
        "metadata": dict(metadata),
        "source": text,
    }
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def written(notebook: Mapping[str, Any]) -> bytes:
    """The notebook as a file."""
    return (json.dumps(notebook, sort_keys=True, ensure_ascii=False) + "\n").encode()
