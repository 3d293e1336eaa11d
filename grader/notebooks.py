"""The answer in a notebook, as one Python file.

An answer is what stands in the cells that nbgrader marks, by `grade_id`, as those of the exercise; else in cells marked as
solutions that define it; else in the cells that define it.  An answer cell is taken whole.  Of the other code cells, imports,
definitions and constants are kept, in their order, for the answer may need them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from grader.celltext import helpers, python
from grader.handed import Unreadable
from grader.reading import LIMITS

NO_NOTEBOOK = "It is no notebook: its text is not the JSON that notebooks are stored as."
NO_CELLS = "It is no notebook of format 3 or 4: no list of cells is where they have it."
INTRICATE = "It has more parts than a notebook that is graded may have: clear its outputs."
LONG_ANSWER = "The code in its cells is larger than 256 KiB, and no Python file that is graded may be."
PARTS = 1_000_000  # of JSON: each may take a hundred bytes of memory, whatever it takes in the file

SUFFIXES = re.compile(r"(?:[-_](?:answer|solution|sol|code|impl|implementation|function|cell|task|exercise|student|\d+))+\Z")
DEFINED = re.compile(r"^(?:(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]*)?=(?!=))", re.MULTILINE)
FUTURE = re.compile(r"^from[ \t]+__future__[ \t]+import[ \t]+[\w, \t]+$", re.MULTILINE)


class Cell(NamedTuple):
    """A code cell."""

    number: int  # counted from 1, among all cells
    text: str
    marks: frozenset[str]  # what its grade_id may name: itself, and itself without such endings as "-answer"
    solution: bool
    defines: frozenset[str]


def cells(content: bytes) -> list[Cell]:
    """The code cells of a notebook, less those that nbgrader locks: they are the instructor's.  Raises Unreadable."""
    found = [_cell(number, cell) for number, cell in enumerate(listed(content), 1)]
    return [cell for cell in found if cell is not None]


def listed(content: bytes) -> list[Any]:
    """All cells, whatever they are: format 4 has one list, format 3 one for each worksheet.  Raises Unreadable."""
    if sum(content.count(mark) for mark in (b",", b"[", b"{")) > PARTS:
        raise Unreadable(INTRICATE)
    try:
        notebook = json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise Unreadable(NO_NOTEBOOK) from None
    given = notebook if isinstance(notebook, dict) else {}
    if isinstance(given.get("cells"), list):
        return list(given["cells"])
    sheets = given.get("worksheets")
    if not isinstance(sheets, list) or not sheets:
        raise Unreadable(NO_CELLS)
    lists = [sheet["cells"] for sheet in sheets if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)]
    return [cell for each in lists for cell in each]


def _cell(number: int, cell: Any) -> Cell | None:
    if not isinstance(cell, dict) or cell.get("cell_type") != "code":
        return None
    marks = marks_of(cell)
    solution = marks.get("solution") is True
    if not solution and (marks.get("locked") is True or marks.get("grade") is True):
        return None
    text = python(text_of(cell))
    return Cell(number, text, _named(marks.get("grade_id")), solution, defined(text))


def text_of(cell: Mapping[str, Any]) -> str:
    """The text of a cell of either format."""
    source = cell.get("source", cell.get("input", ""))
    return "".join(line for line in (source if isinstance(source, list) else [source]) if isinstance(line, str))


def marks_of(cell: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in a cell for nbgrader."""
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}


def executed(texts: Iterable[str], exercise: str) -> list[Cell]:
    """Cells as a kernel has run them: of those that define the exercise, the last one, as an answer is run again and again."""
    found = [Cell(n, text, frozenset(), False, defined(text)) for n, text in enumerate(map(python, texts)) if text.strip()]
    answers = [cell.number for cell in found if exercise.split("/")[1] in cell.defines]
    return [cell for cell in found if cell.number not in answers[:-1]]


def _named(grade_id: Any) -> frozenset[str]:
    text = grade_id[:200] if isinstance(grade_id, str) else ""
    ends = [found.start() for found in re.finditer("[-_]", text) if SUFFIXES.match(text, found.start())]
    return frozenset({text, *(text[:end] for end in ends)}) - {""}


def defined(text: str) -> frozenset[str]:
    """The names that a file or a cell defines at its top, as far as a search of its text can tell."""
    lines = text.removeprefix("\ufeff").replace("\r", "\n")
    return frozenset(name or other for name, other in DEFINED.findall(lines))


def exercises_in(found: Sequence[Cell], exercises: Iterable[str]) -> list[str]:
    """The exercises that a notebook answers, by grade_id or by what it defines."""
    marks = frozenset[str]().union(*(cell.marks for cell in found))
    names = frozenset[str]().union(*(cell.defines for cell in found))
    return [exercise for exercise in exercises if exercise.split("/")[1] in names or not marks.isdisjoint(_marks(exercise))]


def answer(found: Sequence[Cell], exercise: str) -> bytes:
    """The file that is graded.  Raises Unreadable where it is too large."""
    name, marks = exercise.split("/")[1], _marks(exercise)
    chosen = (
        [cell for cell in found if not cell.marks.isdisjoint(marks)]
        or [cell for cell in found if cell.solution and name in cell.defines]
        or [cell for cell in found if name in cell.defines]
    )
    whole = {cell.number for cell in chosen}
    parts = [
        f"# cell {cell.number} of the notebook\n{cell.text if cell.number in whole else helpers(cell.text)}\n"
        for cell in found
        if cell.number in whole or name not in cell.defines
    ]
    text = "\n".join(parts)
    # A cell may begin with one of these; a file may only begin with them.
    future = dict.fromkeys(FUTURE.findall(text))
    content = "\n".join([*future, FUTURE.sub("", text) if future else text]).encode("utf-8", "replace")
    if len(content) > LIMITS[".py"][0]:
        raise Unreadable(LONG_ANSWER)
    return content


def _marks(exercise: str) -> set[str]:
    topic, name = exercise.split("/")
    return {name, *(f"{topic}{mark}{name}" for mark in "/_-")}
