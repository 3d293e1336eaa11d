"""`check`, which the last cell of a learner's notebook calls: all checks, as `gradlings watch` makes them on a file.

What is checked is a file made of the cells that were run; it runs in a process of its own, as every file does.
"""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from grader import catalog, notebooks, words
from grader.handed import Unreadable
from grader.incell import NotPassed, run_cells
from grader.launch import WorkerError
from grader.learn import logbook
from grader.learn.live import Graded, Live


def check(exercise: str) -> None:
    """Make all checks of an exercise on what the notebook's cells, as they were run, define; what is passed is remembered.

    Raises
    ------
    NotPassed
        If a check did not pass, or cannot be made; the text is the first failure in full, and the score.
    """
    try:
        root = catalog.find_root(Path.cwd())
        source = notebooks.answer(notebooks.executed(run_cells(), exercise), exercise)
        graded = _live(root).grade(exercise, source)
    except (catalog.CatalogError, Unreadable, WorkerError) as error:
        raise NotPassed(f"{exercise} cannot be checked here: {error}") from None
    _remember(root, graded)
    if not graded.passed:
        raise NotPassed("\n".join([*graded.told, graded.summary]))
    print(f"{graded.summary}. The solution, to compare with: !gradlings solution {exercise}")


def _remember(root: Path, graded: Graded) -> None:
    """An exercise that was passed in a notebook is passed until somebody changes its file."""
    now = logbook.digest(catalog.read_learner_file(catalog.learner_file(root, graded.exercise)))
    try:
        if graded.written:
            logbook.graded(root, graded.exercise, now if graded.passed else "")
    except OSError as error:
        print(f"What you have passed cannot be remembered: {error}")


@cache
def _live(root: Path) -> Live:
    """Started with the first check of a kernel, and ended with it."""
    live = Live(root, words.next_cell)
    atexit.register(live.close)
    return live
