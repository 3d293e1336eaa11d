"""What grading the same answers takes otherwise: a pytest process for each, this kit's or one that knows nothing of it, and
nbgrader with its kernel for each notebook."""

from __future__ import annotations

import base64
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import indent
from typing import Any

import numpy as np
from conftest import Direct, load
from course import Course, copy_course

from grader import wire
from grader.exercise import Outcome
from grader.grade import grade
from grader.yours import evaluate

BIN = Path(sys.executable).parent
ASSIGNMENT = "speed"
PARTS = 10  # tests of an exercise, or graded cells of a notebook
LEAN = ("--disable-plugin-autoload", "-p", "no:cacheprovider", "-q")
COMPARE = """
import base64, pickle
import numpy as np

def agrees(got, want):
    if isinstance(want, (list, tuple)):
        return all(map(agrees, got, want))
    return want is None or np.allclose(np.asarray(got), want, rtol=1e-6, atol=1e-9, equal_nan=True)
"""
TENSORS = """
import torch

def given(value):
    if isinstance(value, (list, tuple)):
        return type(value)(map(given, value))
    return torch.from_numpy(value.copy()) if isinstance(value, np.ndarray) else value
"""
CALLS = """
for args, kwargs, raises, want in pickle.loads(base64.b64decode("{calls}")):
    if raises:
        try:
            {name}(*given(args), **given(kwargs))
        except ValueError:
            continue
        raise AssertionError("no error")
    assert agrees({name}(*given(args), **given(kwargs)), want)
"""


def run(command: Sequence[str], folder: Path, **environment: str) -> None:
    """Whatever the verdicts; its output is nobody's concern."""
    known = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "OPENBLAS_NUM_THREADS": "1", **environment}
    subprocess.run(command, cwd=folder, env=known, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def pytest_course(folder: Path) -> Course:
    (folder / "course").mkdir()
    return copy_course(folder / "course")


def pytest_each(home: Course, answers: Sequence[tuple[str, bytes]]) -> None:
    """A learner's command for each answer; a course loads no plugins but those that it needs."""
    for exercise, source in answers:
        topic, name = exercise.split("/")
        (home.root / "exercises" / topic / f"{name}.py").write_bytes(source)
        run([sys.executable, "-m", "pytest", "-q", f"exercises/{topic}/test_{topic}.py::test_{name}"], home.root)


def plain_course(folder: Path, exercises: Sequence[str], torch: bool) -> Path:
    """Test modules without this kit, as an instructor might write them: the same calls, held against the same values."""
    home = folder / "plain"
    home.mkdir()
    for exercise in exercises:
        name = exercise.split("/")[1]
        tests = [f"\n\ndef test_{number}():{indent(part, '    ')}" for number, part in enumerate(_parts(exercise))]
        text = f"{COMPARE}{_given(torch)}from {name} import {name}\n{''.join(tests)}"
        (home / f"test_{name}.py").write_text(text, encoding="utf-8")
    return home


def plain_each(home: Path, answers: Sequence[tuple[str, bytes]]) -> None:
    """A lean pytest process for each answer."""
    for exercise, source in answers:
        name = exercise.split("/")[1]
        (home / f"{name}.py").write_bytes(source)
        run([sys.executable, "-m", "pytest", *LEAN, f"test_{name}.py"], home)


class Recording(Direct):
    """The reference, and what it is asked."""

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self.asked: list[tuple[tuple[Any, ...], dict[str, Any], bool, Any]] = []

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], *how: Any) -> Outcome:
        outcome = evaluate(self.function, args, kwargs)
        plain = wire.decode(wire.encode((args, dict(kwargs))))
        if "Opaque" not in repr(plain):
            self.asked.append((*plain, outcome.kind != "returned", outcome.value))
        return super().call(args, kwargs, *how)


def nbgrader_course(folder: Path, students: Sequence[Sequence[tuple[str, bytes]]], torch: bool) -> Path:
    """A course with a notebook for each exercise, as an instructor without this kit might write it: the same calls, held
    against the same values, in graded cells with hidden tests; and what each of the students handed in."""
    import nbformat  # noqa: PLC0415  # only where nbgrader is installed

    home = folder / "nbgrader"
    home.mkdir()
    (home / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'speed'\n", encoding="utf-8")
    (home / "source" / ASSIGNMENT).mkdir(parents=True)
    for exercise in sorted({exercise for own in students for exercise, _ in own}):
        nbformat.write(_notebook(exercise, torch), home / "source" / ASSIGNMENT / f"{exercise.split('/')[1]}.ipynb")
    run(["nbgrader", "generate_assignment", ASSIGNMENT], home)
    for number, own in enumerate(students):
        folder = home / "submitted" / f"student{number}" / ASSIGNMENT
        folder.mkdir(parents=True)
        for exercise, source in own:
            name = f"{exercise.split('/')[1]}.ipynb"
            notebook = nbformat.read(home / "release" / ASSIGNMENT / name, 4)
            notebook.cells[0].source = source.decode("utf-8", "replace")
            nbformat.write(notebook, folder / name)
    return home


def _notebook(exercise: str, torch: bool) -> Any:
    from nbformat.v4 import new_code_cell, new_notebook  # noqa: PLC0415

    name = exercise.split("/")[1]
    solved = f"def {name}(*args, **kwargs):\n    ### BEGIN SOLUTION\n    pass\n    ### END SOLUTION"
    cells = [new_code_cell(solved, metadata=_about(name, solution=True))]
    for number, part in enumerate(_parts(exercise)):
        setup = "" if number else COMPARE + _given(torch)
        text = f"### BEGIN HIDDEN TESTS\n{setup}{part}\n### END HIDDEN TESTS"
        cells.append(new_code_cell(text, metadata=_about(f"check{number}", grade=True, points=1)))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _parts(exercise: str) -> Iterator[str]:
    """The calls of all checks, a tenth of them at a time, as code that makes them and holds what comes against what should."""
    recording = Recording(load(exercise).reference)
    grade(load(exercise), recording)
    for some in np.array_split(np.arange(len(recording.asked)), PARTS):
        calls = base64.b64encode(pickle.dumps([recording.asked[place] for place in some])).decode()
        yield CALLS.format(calls=calls, name=exercise.split("/")[1])


def _given(torch: bool) -> str:
    return TENSORS if torch else "given = lambda value: value\n"


def _about(name: str, **more: Any) -> dict[str, Any]:
    graded = more.get("grade", False)
    about = {"schema_version": 3, "grade_id": name, "grade": graded, "solution": False, "locked": graded, "task": False}
    return {"nbgrader": about | more}


def nbgrader_all(home: Path) -> None:
    run(["nbgrader", "autograde", ASSIGNMENT], home)


def graded_notebooks(home: Path) -> int:
    return len(list((home / "autograded").glob("*/*/*.ipynb"))) if (home / "autograded").exists() else 0


def is_installed() -> bool:
    return shutil.which("nbgrader", path=str(BIN)) is not None
