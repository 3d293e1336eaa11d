"""Authors write Python in many ways: nothing leaks into the stub, and every variant is what it says."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.catalog import CatalogError
from grader.submission import stub, variant

HEAD = 'def double(x):\n    """Double it."""\n'
BODY = "    return 2 * x\n"
LEAKS = {
    "comment before the body": f"{HEAD}    # SECRET\n{BODY}",
    "comment after the body": f"{HEAD}{BODY}    # SECRET\n",
    "comment above a private helper": f"# SECRET\ndef _twice(x):\n{BODY}\n\n{HEAD}    return _twice(x)\n",
    "annotated private constant": f"_FACTOR: int = 'SECRET'\n\n\n{HEAD}{BODY}",
    "private constants in a row": f"_A, _B = 'SECRET', 2\n\n\n{HEAD}{BODY}",
    "annotated ABOUT": f"ABOUT: About = 'SECRET'\n\n\n{HEAD}{BODY}",
    "import for annotations": f"import typing\n\nif typing.TYPE_CHECKING:\n    import grader as SECRET\n\n\n{HEAD}{BODY}",
    "two modules in one import": f"import os, grader as SECRET\n\n\n{HEAD}{BODY}",
    "class in a class": "class double:\n    class Inner:\n        def f(self):\n            return 'SECRET'\n",
    "definition of the name twice": f"{HEAD}{BODY}\n\n{HEAD}    return 'SECRET'\n",
}
UNUSUAL = {
    "body on the line of def": "def double(x): return 2 * x\n",
    "method on one line": "class double:\n    def __call__(self, x): return 2 * x\n",
    "byte order mark": f"\ufeff{HEAD}{BODY}",
    "decorated function first": f"{HEAD}    @abs\n    def inner():\n        return 2\n    return inner\n",
    "default that is private": "_TWO = 2\n\n\ndef double(x, factor=_TWO):\n    return factor * x\n",
    "docstring with a form feed": f'"""Page\x0cbreak"""\nABOUT = 1\n\n\n{HEAD}{BODY}',
}


def written(folder: Path, name: str, source: str) -> Path:
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    return path


def names_in(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "learner"}
    exec(compile(source, "learner.py", "exec", dont_inherit=True), names)
    return names


@pytest.mark.xfail(reason="what stands around the body, or in an unusual form, is not cut", raises=AssertionError)
@pytest.mark.parametrize("name", LEAKS)
def test_nothing_of_the_solution_leaks(tmp_path: Path, name: str) -> None:
    assert "SECRET" not in stub(written(tmp_path, "double", LEAKS[name]))


@pytest.mark.xfail(reason="lines are cut without looking at what else stands on them")
@pytest.mark.parametrize("name", UNUSUAL)
def test_a_stub_of_unusual_form_can_be_imported(tmp_path: Path, name: str) -> None:
    assert callable(names_in(stub(written(tmp_path, "double", UNUSUAL[name])))["double"])


SOLUTION = """
def double(x):
    return 2 * x
"""
# Each hidden file defines `other`, and other(3) is 7.
HIDDEN = {
    "nested decorator": """
        import numpy as np
        def other(x):
            @np.vectorize
            def at_least_seven(value):
                return max(value, 7)
            return at_least_seven([x, x])[0]
    """,
    "decorated helper": """
        class Box:
            @staticmethod
            def seven(x):
                return x + 4
        def other(x):
            return Box().seven(x)
    """,
    "parameter named as the exercise": """
        def call(double, x):
            return double(x)
        def other(x):
            return call(lambda value: value + 4, x)
    """,
    "keyword named as the exercise": """
        def call(x, double=0):
            return x + double
        def other(x):
            return call(x, double=4)
    """,
    "mark that tests share": """
        import pytest
        cases = pytest.mark.parametrize("n", [1])
        def other(x):
            return 7
    """,
    "import from the future": """
        from __future__ import annotations
        def other(x: Unknown) -> Unknown:
            return 7
    """,
    "reference under another name": """
        from solutions.toys.double import double as correct
        def other(x):
            return correct(x) + 1
    """,
    "reference of another exercise": """
        from solutions.activations.relu import relu
        import numpy as np
        def other(x):
            return relu(np.array([x + 4.0]))[0]
    """,
}


@pytest.mark.xfail(reason="renaming and cutting do not follow Python's scopes and imports")
@pytest.mark.parametrize("name", HIDDEN)
def test_a_variant_of_unusual_form_behaves_as_its_function(tmp_path: Path, name: str) -> None:
    paths = written(tmp_path, "double", SOLUTION), written(tmp_path, "hidden_double", dedent(HIDDEN[name]))
    assert names_in(variant(*paths, "other"))["double"](3) == 7


@pytest.mark.xfail(reason="the hidden file's helper takes the place of the solution's", raises=AssertionError)
def test_helpers_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    solution = written(tmp_path, "double", "def _twice(x):\n    return 2 * x\n\n\ndef double(x):\n    return _twice(x)\n")
    hidden = written(tmp_path, "hidden_double", "def _twice(x):\n    return 0\n\n\ndef other(x):\n    return double(x)\n")
    assert names_in(variant(solution, hidden, "other"))["double"](3) == 6


VALUE = """
class Value:
    def twin(self):
        return Value()

    def kind(self):
        return "Value"
"""
LAZY = """
@right
class Lazy(Value):
    def kind(self):
        return "Lazy"
"""


@pytest.mark.xfail(reason="a class keeps its name, while those who use it do not", raises=NameError)
@pytest.mark.parametrize("name", ["Value", "Lazy"])
def test_a_class_has_variants_too(tmp_path: Path, name: str) -> None:
    paths = written(tmp_path, "Value", VALUE), written(tmp_path, "hidden_value", LAZY)
    made = names_in(variant(*paths, name))["Value"]()
    assert (made.kind(), made.twin().kind()) == (name, "Value")


@pytest.mark.xfail(reason="Python's own SyntaxError comes out", raises=SyntaxError)
def test_a_file_that_cannot_be_parsed_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"double\.py"):
        stub(written(tmp_path, "double", "def double(x:\n"))
