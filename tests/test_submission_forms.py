"""Authors write Python in many ways: nothing leaks into the stub, and every variant is what it says."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.catalog import CatalogError
from grader.submission import standalone, stub

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
    "byte order mark": f"\ufeff{HEAD}{BODY}",
    "decorated function first": f"{HEAD}    @abs\n    def inner():\n        return 2\n    return inner\n",
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


@pytest.mark.parametrize("name", LEAKS)
def test_nothing_of_the_solution_leaks(tmp_path: Path, name: str) -> None:
    assert "SECRET" not in stub(written(tmp_path, "double", LEAKS[name]))


@pytest.mark.parametrize("name", UNUSUAL)
def test_a_stub_of_unusual_form_can_be_imported(tmp_path: Path, name: str) -> None:
    assert callable(names_in(stub(written(tmp_path, "double", UNUSUAL[name])))["double"])


REFUSED = {
    "body on the line of def": ("def double(x): return 2 * x\n", "write the body of double on lines of its own"),
    "method on one line": ("class double:\n    def f(self): return 2\n", "write the body of f on lines of its own"),
    "default that is no value": ("_TWO = 2\n\n\ndef double(x, factor=_TWO):\n    return 2\n", "the stub has no _TWO"),
    "no Python": ("def double(x:\n", "cannot be parsed: line 1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_form_that_makes_no_stub_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    source, why = REFUSED[name]
    with pytest.raises(CatalogError, match=rf"double\.py.*{why}"):
        stub(written(tmp_path, "double", source))


def course(folder: Path, name: str, solution: str, hidden: str) -> Path:
    """A course with the exercise toys/<name>, and activations/relu."""
    for tree, text in (("solutions", solution), ("grader/hidden", hidden)):
        (folder / tree / "toys").mkdir(parents=True)
        (folder / tree / "toys" / f"{name}.py").write_text(dedent(text), encoding="utf-8")
    (folder / "solutions/activations").mkdir()
    (folder / "solutions/activations/relu.py").write_text("def relu(x):\n    return x * (x > 0)\n", encoding="utf-8")
    return folder


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


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_file_of_unusual_form_works(tmp_path: Path, name: str) -> None:
    root = course(tmp_path, "double", SOLUTION, HIDDEN[name])
    assert names_in(standalone(root, "toys/double", "other"))["double"](3) == 7


def test_helpers_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    solution = "def _twice(x):\n    return 2 * x\n\n\ndef double(x):\n    return _twice(x)\n"
    hidden = (
        "from solutions.toys.double import double\n\n\ndef _twice(x):\n    return 0\n\n\ndef other(x):\n    return double(x)\n"
    )
    root = course(tmp_path, "double", solution, hidden)
    assert names_in(standalone(root, "toys/double", "other"))["double"](3) == 6


def test_the_exercise_itself_is_the_reference_and_may_call_itself(tmp_path: Path) -> None:
    solution = "def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\n"
    hidden = "from solutions.toys.fact import fact\n\n\ndef fact_of_more(n):\n    return fact(n + 1)\n"
    root = course(tmp_path, "fact", solution, hidden)
    assert names_in(standalone(root, "toys/fact"))["fact"](4) == 24
    assert names_in(standalone(root, "toys/fact", "fact_of_more"))["fact"](4) == 120


VALUE = """
class Value:
    def twin(self):
        return Value()

    def kind(self):
        return "Value"
"""
LAZY = """
from grader.authoring import right
from solutions.toys.Value import Value

@right
class Lazy(Value):
    def kind(self):
        return "Lazy"
"""


@pytest.mark.parametrize("name", ["Value", "Lazy"])
def test_a_class_can_be_handed_in_too(tmp_path: Path, name: str) -> None:
    root = course(tmp_path, "Value", VALUE, LAZY)
    made = names_in(standalone(root, "toys/Value", name))["Value"]()
    assert (made.kind(), made.twin().kind()) == (name, "Value")
