"""`check`, which a notebook's locked cell calls: the visible checks of an exercise, with the verdicts that pytest gives.

What is checked is a file made of the cells that were run, exactly as one is made of a notebook that is handed in; it runs in
a process of its own, as every file does.  So what a student is told here is what will be found when the notebook is graded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from grader import catalog, notebooks, words
from grader.backends import backend_of
from grader.exercise import Exercise, Result, Setup, Verdict
from grader.grade import Sitting, checks_of
from grader.handed import Unreadable
from grader.launch import Launchers
from grader.phrases import are, count
from grader.worker import Process


class NotPassed(Exception):
    """The visible checks are not passed; the text says why, and Jupyter shows nothing else of it."""

    def _render_traceback_(self) -> list[str]:
        """IPython asks for it, and prints it in place of a traceback."""
        return str(self).splitlines()


def check(exercise: str) -> None:
    """Make the visible checks of an exercise on what the notebook's cells, as they were run, define.

    Raises
    ------
    NotPassed
        If a check did not pass, or cannot be made; the text is the one of `pytest`.
    """
    try:
        found = _exercise(exercise)
        source = notebooks.answer(notebooks.executed(run_cells(), exercise), exercise)
    except (catalog.CatalogError, Unreadable) as error:
        raise NotPassed(f"{exercise} cannot be checked here: {error}") from None
    results = _results(found, source)
    failed = [result for result in results if result.verdict is not Verdict.PASSED]
    if failed:
        raise NotPassed("\n".join(line for result in failed for line in _told(found, result)))
    print(_passed(found, len(results)))


def _exercise(name: str) -> Exercise:
    """What is known of it beside the notebook or, where nothing is, in the course that this package lies in."""
    try:
        root = catalog.find_root(Path.cwd())
        if name in catalog.exercise_ids(root):
            return catalog.load(root, name)
    except catalog.CatalogError:
        pass
    return catalog.load(catalog.find_root(Path(__file__).parent), name)


def run_cells() -> Sequence[str]:
    """The texts of all cells that this kernel has run, which IPython keeps."""
    texts = vars(sys.modules["__main__"]).get("In")
    if not isinstance(texts, list):
        raise catalog.CatalogError("`check` belongs into a notebook; a Python file is checked with pytest")
    return texts


def _results(exercise: Exercise, source: bytes) -> list[Result]:
    setup = Setup(backend_of(source))
    checks = [one for one in checks_of(exercise, setup) if one.kind == "visible"]
    if os.name != "posix":  # no process can be handed a channel there
        from grader.inprocess import InProcess  # noqa: PLC0415  # loads a debugger

        here = Sitting(exercise, InProcess(source, "notebook", exercise.name, setup, exercise.about.forbid))
        return [here.run(one) for one in checks]
    launchers = Launchers()
    process = Process.of(exercise, source, launchers.of(setup.backend), setup)
    try:
        sitting = Sitting(exercise, process)
        return [sitting.run(one) for one in checks]
    finally:
        process.close()
        launchers.close()


def _told(exercise: Exercise, result: Result) -> list[str]:
    return [words.headline(exercise, result), words.explain(exercise, result), words.next_cell(exercise, result)]


def _passed(exercise: Exercise, passed: int) -> str:
    more = exercise.hidden_elsewhere or len(checks_of(exercise)) - passed
    rest = f" {count(more, 'hidden check')} {are(more)} with your instructor." if more else ""
    return f"{exercise.id}: {count(passed, 'visible check')} passed.{rest}"
