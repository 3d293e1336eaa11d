"""Draws what a learner's function gives, beside what the reference gives: `gradlings show convolution/sobel`.

A solution may define ``show(function)``, which calls the function and draws its results and the reference's with matplotlib:

learner's file --> a process of its own --> plain arrays --> show(yours) --> picture
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader import catalog
from grader.backends import backend_of
from grader.exercise import Check, Exercise, Result, Setup, Verdict
from grader.grade import Sitting
from grader.launch import launcher
from grader.sync import write
from grader.words import explain
from grader.worker import Process

INSTALL = 'python -m pip install -e ".[show]" -c constraints.txt'


def pictures(root: Path) -> tuple[str, ...]:
    """The exercises that have something to show."""
    return tuple(name for name in catalog.exercise_ids(root) if catalog.load(root, name).show is not None)


def show(root: Path, name: str, to: Path, reference: bool = False) -> None:
    """Draw and write the picture; raises CatalogError, which says what is missing or what the function did."""
    exercise = catalog.load(root, name)
    if exercise.show is None:
        several = ", ".join(pictures(root))
        what = f"what can be drawn: {several}" if several else "this copy has no solutions, and so no pictures"
        raise catalog.CatalogError(f"there is no picture of {name}; {what}")
    _matplotlib()
    write(to, drawn(exercise, catalog.reference_of(exercise)) if reference else _learners(root, exercise))


def drawn(exercise: Exercise, function: Callable[..., Any]) -> bytes:
    """The picture as PNG."""
    import matplotlib.pyplot as plt  # noqa: PLC0415  # optional, and heavy

    assert exercise.show is not None
    file = io.BytesIO()
    try:
        exercise.show(function).savefig(file, format="png", dpi=120, bbox_inches="tight")
    finally:
        plt.close("all")
    return file.getvalue()


def _matplotlib() -> None:
    try:
        import matplotlib  # noqa: PLC0415  # optional, and heavy
    except ImportError:
        raise catalog.CatalogError(f"pictures need matplotlib, which is not installed: {INSTALL}") from None
    matplotlib.use("Agg")  # into a file, whatever screen there is


def _learners(root: Path, exercise: Exercise) -> bytes:
    """The picture of the learner's results.  Drawing is a check like others: what goes wrong is sorted out and told alike."""
    path = catalog.learner_file(root, exercise.id)
    source = catalog.read_learner_file(path)
    setup, found = Setup(backend_of(source)), []
    launch = launcher(setup.backend)
    worker = Process.of(exercise, source, launch, setup)
    check = Check("show", "A picture of your results.", "visible", lambda yours, rng: found.append(drawn(exercise, yours)))
    try:
        result = Sitting(exercise, worker).run(check)
    finally:
        worker.close()
        launch.close()
    if not found:
        raise catalog.CatalogError(_why(exercise, result))
    return found[0]


def _why(exercise: Exercise, result: Result) -> str:
    """Why there is no picture: nothing is written yet, we fail, or the function does."""
    file = f"exercises/{exercise.id}.py"
    if result.verdict is Verdict.TODO:
        return f"{file} is not written yet; the reference alone: gradlings show {exercise.id} --reference"
    if result.verdict is Verdict.BROKEN and result.finding:
        last = result.finding.facts["traceback"].strip().splitlines()[-1]
        return f"the picture of {exercise.id} cannot be drawn, which is no fault of yours. Please report this: {last}"
    return f"no picture can be drawn of what {file} gives.\n{explain(exercise, result)}"
