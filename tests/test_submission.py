"""From an author's two files come what a learner starts from and what a learner may hand in.

For files that are written in an unusual way see test_submission_forms.py.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, load

from grader import catalog
from grader.catalog import CatalogError
from grader.compare import same_outcome
from grader.exercise import Exercise
from grader.program import played
from grader.submission import standalone, stub
from grader.yours import imitate

CONV = "convolution/conv2d"
SOLUTION = '''"""Doubles.

$$y = 2x$$
"""

from __future__ import annotations

import os

import numpy as np
import pytest

from grader.authoring import About
from solutions.toys.other import other

ABOUT = About(
    title="SECRET",
)
_FACTOR = 2  # SECRET


class _Secret:
    """SECRET"""


@np.vectorize
def _secret(x):
    """SECRET"""
    return _FACTOR * x


def double(x: Float[Array, "N"], limit: int = 10) -> Float[Array, "N"]:
    """Double it.

    >>> double(2)
    4
    """
    if x > limit:
        raise ValueError("SECRET")

    def inner(y):
        return _secret(y)

    return inner(x)


def _after():
    return "SECRET"
'''
STUB = '''"""Doubles.

$$y = 2x$$
"""

from __future__ import annotations

import os

import numpy as np


def double(x: Float[Array, "N"], limit: int = 10) -> Float[Array, "N"]:
    """Double it.

    >>> double(2)
    4
    """
    raise NotImplementedError("write double here")
'''


def written(folder: Path, name: str, source: str) -> Path:
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    return path


def names_in(source: str) -> dict[str, Any]:
    """What a file defines, run as a learner's is: none of our modules can be imported."""
    names: dict[str, Any] = {"__name__": "learner"}
    exec(compile(source, "learner.py", "exec", dont_inherit=True), names)
    return names


@pytest.fixture(autouse=True)
def _nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("grader.authoring", "grader.exercise", "solutions", "solutions.toys"):
        monkeypatch.setitem(sys.modules, module, None)


def test_a_stub_is_the_solution_without_its_secrets(tmp_path: Path) -> None:
    assert stub(written(tmp_path, "double", SOLUTION)) == STUB


def public(tree: ast.Module, name: str) -> ast.FunctionDef | ast.ClassDef:
    return next(n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name == name)


def test_stub_of_every_exercise_asks_for_what_the_solution_gives(exercise: Exercise) -> None:
    path = catalog.solution_file(ROOT, exercise.id)
    source = stub(path)
    whole, bare = ast.parse(path.read_text(encoding="utf-8")), ast.parse(source)
    before, after = public(whole, exercise.name), public(bare, exercise.name)
    assert ast.get_docstring(bare) == ast.get_docstring(whole)
    assert ast.get_docstring(after) == ast.get_docstring(before)
    assert "ABOUT" not in source
    assert not {"grader", "solutions", "pytest"} & {n.module for n in ast.walk(bare) if isinstance(n, ast.ImportFrom)}
    if isinstance(before, ast.FunctionDef) and isinstance(after, ast.FunctionDef):
        assert ast.dump(after.args) == ast.dump(before.args)
        assert [type(statement) for statement in after.body] == [ast.Expr, ast.Raise]
        with pytest.raises(NotImplementedError, match=f"write {exercise.name} here"):
            names_in(source)[exercise.name](*[None] * len(exercise.parameters))


def test_stub_of_a_class_keeps_every_method_to_write(tmp_path: Path) -> None:
    source = (
        'class Stack:\n    """Last in, first out."""\n\n    def __init__(self):\n        self.items = []\n\n'
        '    def push(self, item):\n        """Put it on top."""\n        self.items.append(item)\n'
    )
    made = stub(written(tmp_path, "Stack", source))
    assert made.replace('raise NotImplementedError("write Stack here")', "...") == (
        'class Stack:\n    """Last in, first out."""\n\n    def __init__(self):\n        ...\n\n'
        '    def push(self, item):\n        """Put it on top."""\n        ...\n'
    )
    with pytest.raises(NotImplementedError, match="write Stack here"):
        names_in(made)["Stack"]()


def test_a_standalone_solution_runs_without_the_package(exercise: Exercise) -> None:
    assert exercise.sample is not None
    assert exercise.reference is not None
    handed_in = names_in(standalone(ROOT, exercise.id))[exercise.name]
    handed_in = played(handed_in, exercise.name) if exercise.plays else handed_in
    sample = tuple(exercise.sample(np.random.default_rng(0), "small"))
    alone = imitate(handed_in, sample, {})
    assert alone.kind == "returned"
    assert same_outcome(alone, imitate(exercise.reference, sample, {}))


def test_it_leaves_the_modules_of_its_process_as_they_were() -> None:
    before = dict(sys.modules)
    names_in(standalone(ROOT, CONV, "by_im2col"))
    assert {name: module for name, module in sys.modules.items() if before.get(name) is not module} == {}
    assert sys.modules.keys() == before.keys()


def functions_of(exercise: str) -> list[Any]:
    made = load(exercise)
    return [*made.mistakes, *made.rights]


@pytest.mark.parametrize("known", functions_of(CONV), ids=lambda known: known.name)
def test_a_known_function_behaves_alike_in_a_file_of_its_own(known: Any) -> None:
    made = load(CONV)
    handed_in = names_in(standalone(ROOT, CONV, known.name))["conv2d"]
    assert made.sample is not None
    for size in ("small", "ones"):
        sample = tuple(made.sample(np.random.default_rng(0), size))
        for arguments in (sample, (*sample[:3], 0), (*sample[:3], 1, -1)):
            assert same_outcome(imitate(handed_in, arguments, {}), imitate(known.function, arguments, {}))


@pytest.mark.parametrize("make", [stub, lambda path: stub(path.with_name("missing.py"))], ids=["no function", "no file"])
@pytest.mark.parametrize("source", ["", "def other():\n    ...\n", "double = abs\n", "async def double():\n    ...\n"])
def test_a_file_without_the_function_is_named(tmp_path: Path, make: Any, source: str) -> None:
    with pytest.raises(CatalogError, match=r"(double|missing)\.py (defines no function or class named double|cannot be read)"):
        make(written(tmp_path, "double", source))


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "double.py"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CatalogError, match=r"double\.py cannot be read"):
        stub(path)
