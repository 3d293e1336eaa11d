"""Notebooks for learners who prefer them: an exercise each, with a cell that makes all checks on what was written."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from grader import catalog
from grader.export import answers, cells
from grader.learn.listing import LEVELS
from grader.learn.questions import blank
from grader.learn.standing import Standing, course
from grader.phrases import count
from grader.report.files import write

CHECK = """# Run this cell as often as you like: it makes all checks on what the cells above define.
from grader.learn.cell import check

check("{exercise}")"""
HEAD = "# {title}\n\n{statement}\n\n{level}, {points}. Write your answer into the cell below; helpers may stand in others."
EXAMPLE = "# An example of the statement, to play with."
END = "A nudge: `!gradlings hint {exercise}` in a cell. The ideas, and answers to say aloud: `exercises/{topic}/README.md`."


def write_all(root: Path, folder: Path, names: Sequence[str], backend: answers.Backend) -> tuple[list[Path], list[Path]]:
    """Write a notebook for each exercise; those written, and those that were there and may hold somebody's work.

    Raises CatalogError, with nothing written, where the folder is outside of the course: the check cells would not find it.
    """
    if not folder.resolve().is_relative_to(root):
        raise catalog.CatalogError(f"{folder} lies outside of {root}: the check cells of a notebook would not find the course")
    everything = course(root)
    paths = {folder / f"{name}.ipynb": everything.of(name) for name in names}
    kept = [path for path in paths if path.exists()]
    made = {path: notebook(root, one, backend) for path, one in paths.items() if path not in kept}
    return [write(path, [content]) for path, content in made.items()], kept


def notebook(root: Path, one: Standing, backend: answers.Backend) -> bytes:
    """The same bytes for the same exercise."""
    exercise = catalog.load(root, one.id)
    library, code = _stub(root, one, backend)
    head = HEAD.format(
        title=one.title,
        statement=exercise.statement,
        level=LEVELS[one.difficulty].capitalize(),
        points=count(one.points, "point"),
    )
    found = [cells.text(one.id, "statement", head), cells.free(one.id, "answer", code)]
    if library == "numpy":  # the examples are written for arrays
        shown = [example.source.strip() for example in exercise.examples if not example.raises]
        found += [cells.example(one.id, f"example{number}", f"{EXAMPLE}\n{text}") for number, text in enumerate(shown, 1)]
    found += [cells.free(one.id, "check", CHECK.format(exercise=one.id))]
    found += [cells.text(one.id, "end", END.format(exercise=one.id, topic=one.topic))]
    return cells.notebook(one.id, found)


def _stub(root: Path, one: Standing, backend: answers.Backend) -> tuple[answers.Backend, str]:
    """The library, and what a learner starts from, less the statement."""
    if catalog.solution_file(root, one.id).is_file():
        library = answers.backend_for(root, one.id, backend)
        return library, answers.stub(root, one.id, library)
    text = blank(root, one)
    if text is None or backend != "numpy":
        why = "in PyTorch" if text is not None else f"of exercises/{one.id}.py, which is begun"
        raise catalog.CatalogError(f"this copy has no solutions, and so no notebook can be made {why}")
    first = ast.parse(text).body[0]
    return "numpy", "\n".join(text.split("\n")[first.end_lineno if isinstance(first, ast.Expr) else 0 :]).strip("\n")
