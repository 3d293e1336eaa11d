"""A notebook that was handed in is made anew: whatever stands in it, nbgrader can read what comes of it."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from grader.export import cells, rebuilt
from grader.export.marks import marks, outputs, unread

EXERCISE = "activations/relu"
HOSTILE: list[Any] = [
    None,
    True,
    -1,
    1e400,
    "",
    "x",
    "\ud800",
    "<script>alert(1)</script>",
    "a" * 200_000,
    [],
    {},
    [["x"]],
    ["x", 3],
]
KEYS = [
    "cell_type",
    "source",
    "input",
    "metadata",
    "outputs",
    "nbgrader",
    "grade_id",
    "solution",
    "locked",
    "grade",
    "points",
    "id",
]


def known() -> list[rebuilt.Known]:
    """The cells of a notebook as the gradebook has them."""
    return [
        rebuilt.Known(cells.grade_id(EXERCISE, "statement"), "markdown", "# Relu", "a" * 32, False, False, True),
        rebuilt.Known(cells.grade_id(EXERCISE, "answer"), "code", "def relu(x): ...", "b" * 32, False, True, False),
        rebuilt.Known(cells.grade_id(EXERCISE, "examples"), "code", "check()", "c" * 32, True, False, True, 1.0),
        rebuilt.Known(cells.grade_id(EXERCISE, "hidden"), "code", "# more", "d" * 32, True, False, True, 4.0),
    ]


def anything(draw: random.Random, depth: int = 3) -> Any:
    """JSON, as somebody makes it who wants to break something; half of it looks like a cell."""
    if depth == 0 or draw.random() < 0.2:
        return draw.choice([*HOSTILE, *[one.name for one in known()], "code", "markdown", "raw"])
    if draw.random() < 0.2:
        return [anything(draw, depth - 1) for _ in range(draw.randrange(3))]
    return {key: anything(draw, depth - 1) for key in draw.sample(KEYS, draw.randrange(len(KEYS)))}


def cell(kind: str, text: Any, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": kind, "source": text, "metadata": metadata}


def made(*given: Any) -> list[dict[str, Any]]:
    return rebuilt.rebuilt(json.dumps({"cells": given}).encode(), known())


@pytest.mark.parametrize("seed", range(40))
def test_nothing_that_is_handed_in_breaks_it(seed: int) -> None:
    nbformat = pytest.importorskip("nbformat")
    formats = pytest.importorskip("nbgrader.nbgraderformat")
    draw = random.Random(seed)
    notebook = rebuilt.notebook(made(*[anything(draw) for _ in range(draw.randrange(30))]))
    rebuilt.put(notebook, EXERCISE, unread("It cannot be read.", {"examples": 1.0, "hidden": 4.0}))
    read = nbformat.reads(rebuilt.written(notebook).decode("utf-8"), as_version=4)
    nbformat.validate(read)
    formats.MetadataValidator().validate_nb(read)
    names = [one.metadata.nbgrader.grade_id for one in read.cells if "nbgrader" in one.metadata]
    assert sorted(names) == sorted(one.name for one in known())
    sources = {one.metadata.nbgrader.grade_id: one.source for one in read.cells if "nbgrader" in one.metadata}
    assert all(sources[one.name] == one.source for one in known() if one.locked)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cells": 3}', b"\xff\xfe"])
def test_what_is_no_notebook_becomes_an_empty_one(content: bytes) -> None:
    texts = [one["source"] for one in rebuilt.rebuilt(content, known())]
    assert texts == ["# Relu", rebuilt.MISSING, "check()", "# more"]


def test_of_two_cells_of_one_name_the_last_counts() -> None:
    """As with nbgrader."""
    name = {"grade_id": cells.grade_id(EXERCISE, "answer"), "solution": True}
    found = made(cell("code", "first", nbgrader=name), cell("code", "second", nbgrader=name))
    assert [one["source"] for one in found if one["metadata"].get("nbgrader", {}).get("solution")] == ["second"]


def test_markdown_of_a_student_is_shown_as_it_was_typed() -> None:
    found = made(cell("markdown", "<b>me</b> ```` [x](javascript:y)"), cell("raw", "<script>", raw_mimetype="text/html"))
    assert [one["source"] for one in found[:2]] == ["`````\n<b>me</b> ```` [x](javascript:y)\n`````", "```\n<script>\n```"]
    assert [(one["cell_type"], one["metadata"]) for one in found[:2]] == [("markdown", {})] * 2


def test_a_page_stays_small() -> None:
    found = made(*[cell("code", "x" * 200_000) for _ in range(300)])
    assert len(found) == rebuilt.OTHERS + len(known())
    assert len(found[0]["source"]) == rebuilt.LONGEST + len(rebuilt.CUT)
    assert found[0]["source"].endswith(rebuilt.CUT)


VERDICTS = {"examples": "visible", "ordinary": "battery", "edges": "hidden"}


def told(**verdicts: str) -> dict[str, Any]:
    """A record of three checks."""
    checks = [
        {"id": name, "title": name, "kind": kind, "verdict": verdicts.get(name, "passed"), "text": "no", "mistake": None}
        for name, kind in VERDICTS.items()
    ]
    rest = {"digest": "0", "points": 0, "max_points": 5, "seed": 0, "setup": {}, "versions": {}, "confinement": []}
    return {"exercise": EXERCISE, "checks": checks, **rest}


@pytest.mark.parametrize(
    ("verdicts", "points"),
    [
        ({}, (1.67, 3.33)),
        ({"examples": "wrong"}, (0.0, 3.33)),
        ({"edges": "wrong"}, (1.67, 1.67)),
        ({"edges": "todo", "ordinary": "died"}, (1.67, 0.0)),
        ({"edges": "broken"}, (1.67, None)),
        ({"edges": "broken", "ordinary": "wrong"}, (1.67, None)),
    ],
)
def test_points(verdicts: dict[str, str], points: tuple[float, float | None]) -> None:
    found = marks(told(**verdicts), {"examples": 1.67, "hidden": 3.33}).scores
    assert (found["examples"].points, found["hidden"].points) == points


def test_an_output_holds_a_number_or_none() -> None:
    """Plain nbgrader takes a text that is no number for all points: ours is one, or no result at all."""
    found = marks(told(edges="broken"), {"examples": 1.0, "hidden": 4.0}).scores
    (number,), (nothing,) = outputs(found["examples"]), outputs(found["hidden"])
    assert (number["output_type"], number["data"]["text/plain"]) == ("execute_result", "1.0")
    assert nothing["output_type"] == "display_data"


def test_comments() -> None:
    worth = {"examples": 1.0, "hidden": 4.0}
    assert marks(told(), worth).comment == "3 of 3 checks passed."
    assert marks(told(examples="todo", ordinary="todo", edges="todo"), worth).comment == "Not written yet."
    assert marks(told(edges="broken"), worth).comment == (
        "2 of 3 checks passed.\n\nThe kit failed here, not your code. Your instructor sees why."
    )
    assert unread("It is `<no>` notebook.", worth).comment == "It is `<no>` notebook."
