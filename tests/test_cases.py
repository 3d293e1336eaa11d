"""Our expansion of `parametrize` gives what pytest itself gives: the same ids, the same arguments, the same order."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from course import run

from grader.cases import check_id, expand

# A plugin for the pytest that is run: each function's cases as pytest made them, and as `expand` makes them.
WITNESS = """
import json, os, pathlib
import pytest
from grader.cases import check_id, expand

def by_expand(function):
    try:
        return [(name, arguments) for name, _, _, arguments in expand(function)]
    except Exception as error:
        return [(f"{type(error).__name__}: {error}", {})]

def pytest_collection_finish(session):
    real, functions = {}, {}
    for item in session.items:
        call = getattr(item, "callspec", None)
        key = f"{item.path.parent.name}/{item.path.stem}.{item.originalname}"
        functions[key] = item.function
        case = (check_id(item.originalname, call.id if call else ""), dict(call.params) if call else {})
        real.setdefault(key, []).append(case)
    found = {}
    for key, cases in real.items():
        ours = by_expand(functions[key])
        same = len(ours) == len(cases) and all(
            a.keys() == b.keys() and all(a[n] is b[n] for n in a) for (_, a), (_, b) in zip(ours, cases))
        found[key] = {"pytest": [name for name, _ in cases], "ours": [name for name, _ in ours], "same arguments": same}
    pathlib.Path(os.environ["WITNESS"]).write_text(json.dumps(found))
"""

KINDS = """
import math
import numpy as np
import pytest

parametrize = pytest.mark.parametrize

@pytest.fixture
def yours(): ...

@pytest.fixture
def rng(): ...

def named(): ...

class Named: ...

def label(value):
    return f"<{value}>" if isinstance(value, int) else None

def test_none(yours, rng): ...

@parametrize("n", [1, 2])
def test_single(yours, n): ...

@parametrize("n", [(1, 2), [3]])
def test_single_holds_sequences(n): ...

@parametrize(" a, b ", [(1, 2), [3, 4]])
def test_names_in_a_string(a, b): ...

@parametrize(["a", "b"], [(1, 2), (3, 4)])
def test_names_in_a_list(a, b): ...

@parametrize(("a", "b", "c"), ((1, "x", None), (2, "y", 0.5)))
def test_names_in_a_tuple(a, b, c, rng, yours): ...

@parametrize("a", [1, 2])
@parametrize("b", ["x", "y", "z"])
@parametrize("c", [0.5, None])
def test_stacked(a, b, c): ...

@parametrize("n", [pytest.param(1, id="one"), 2, pytest.param(3)])
def test_param(n): ...

@parametrize("a,b", [pytest.param(1, [], id="one"), (2, [])])
def test_param_of_two(a, b): ...

@parametrize("n", [1, 2, 3], ids=["x", None, "a b"])
def test_ids(n): ...

@parametrize("a,b", [(1, "x"), ([2], "y")], ids=label)
def test_ids_callable(a, b): ...

@parametrize("n", [4, pytest.param(5, id="five"), pytest.param("six")], ids=label)
def test_ids_callable_and_param(n): ...

@parametrize("n", [None, True, False, 0, -3, 1.5, 1e-8, -0.0, math.inf, math.nan, 2j, "text", "a/b[c]", np.float64(0.5)])
def test_plain(n): ...

@parametrize("n", [np.ones(2), [1], (1, 2), {"k": 1}, np.int64(3), np.bool_(True), object()])
def test_numbered(n): ...

@parametrize("n", [named, Named, np.sin, len, lambda x: x, math])
def test_named(n): ...

@parametrize("n", range(2))
def test_range(n): ...

@parametrize("n", [1, 2], ids=[0, 1])
def test_ids_numbers(n): ...

@parametrize(["n"], [(1,), (2,)])
def test_list_of_one_name(n): ...

@parametrize(argnames="n", argvalues=[1, 2])
def test_keywords(n): ...
"""
HIDDEN = sorted((ROOT / "grader/hidden").glob("*/[!_]*.py"))
NAMES = [line.split("(")[0].removeprefix("def ") for line in KINDS.splitlines() if line.startswith("def test_")]


def witness(folder: Path, *arguments: str) -> dict[str, Any]:
    """What pytest collects, next to what we make of it."""
    (folder / "witness.py").write_text(WITNESS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-p", "witness", *arguments]
    finished = run(command, ROOT, {"PYTHONPATH": str(folder), "WITNESS": str(folder / "found.json")})
    assert finished.returncode == 0, finished.stdout + finished.stderr
    found: dict[str, Any] = json.loads((folder / "found.json").read_text())
    return found


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "kinds.py").write_text(KINDS, encoding="utf-8")
    found = witness(folder, "--disable-plugin-autoload", "-c", os.devnull, f"--rootdir={folder}", str(folder / "kinds.py"))
    return {key.split(".")[1]: cases for key, cases in found.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_kind_of_parametrize_is_expanded_as_pytest_does(kinds: dict[str, Any], name: str) -> None:
    assert kinds[name]["ours"] == kinds[name]["pytest"]
    assert kinds[name]["same arguments"]


def test_every_hidden_file_has_the_cases_that_pytest_collects(tmp_path: Path) -> None:
    found = witness(tmp_path, *[str(path.relative_to(ROOT)) for path in HIDDEN])
    assert {key.split(".")[0] for key in found} == {"/".join(path.with_suffix("").parts[-2:]) for path in HIDDEN}
    assert {key: cases["ours"] for key, cases in found.items()} == {key: cases["pytest"] for key, cases in found.items()}
    assert [key for key, cases in found.items() if not cases["same arguments"]] == []


def test_the_title_is_the_first_line_of_the_docstring() -> None:
    def test_shape(yours: Any) -> None:
        """Halves each side.

        And this is for the author.
        """

    def test_bare(yours: Any) -> None: ...

    def test_blank(yours: Any) -> None:
        """ """

    assert [expand(f)[0][1] for f in (test_shape, test_bare, test_blank)] == ["Halves each side.", "test_bare", "test_blank"]
    assert expand(test_bare) == [("bare", "test_bare", test_bare, {})]


def test_an_id_is_the_name_and_the_case() -> None:
    assert check_id("test_stride") == "stride"
    assert check_id("test_stride", "2-x") == "stride-2-x"
    assert check_id("test_test_it") == "test_it"


def takes(yours: Any, rng: Any, n: Any) -> None:
    """Something."""


def takes_tmp_path(yours: Any, tmp_path: Any) -> None:
    """Something."""


@pytest.mark.parametrize("function", [takes, takes_tmp_path])
def test_an_unknown_fixture_is_refused(function: Any) -> None:
    with pytest.raises(ValueError, match=r"asks for (n|tmp_path): hidden tests take yours, rng and parametrized names"):
        expand(function)


def marked(*marks: Any) -> Any:
    def test_it(yours: Any, n: Any = None) -> None:
        """Something."""

    for mark in marks:
        test_it = mark(test_it)
    return test_it


ONE = pytest.mark.parametrize("n", [1])
REFUSED = {
    "skip": [ONE, pytest.mark.skip],
    "xfail": [pytest.mark.xfail(reason="not yet"), ONE],
    "timeout": [ONE, pytest.mark.timeout(3)],
    "usefixtures": [ONE, pytest.mark.usefixtures("tmp_path")],
}


@pytest.mark.parametrize("name", REFUSED)
def test_another_mark_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"test_it: hidden tests may be parametrized, but not marked {name}"):
        expand(marked(*REFUSED[name]))


UNNOTICED = {
    "mark of a case": pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.skip)]),
    "indirect": pytest.mark.parametrize("n", [1], indirect=True),
    "two cases of one id": pytest.mark.parametrize("n", [1, "1"]),
    "bytes": pytest.mark.parametrize("n", [b"ab"]),
    "text that is not ASCII": pytest.mark.parametrize("n", ["\u00e9"]),
    "ids that are not ASCII": pytest.mark.parametrize("n", [1], ids=["\u00e9"]),
    "ids that run out": pytest.mark.parametrize("n", [1], ids=(name for name in "x")),
    "no values": pytest.mark.parametrize("n", []),
    "name that is no argument": pytest.mark.parametrize(("n", "other"), [(1, 2)]),
}


@pytest.mark.parametrize("name", UNNOTICED)
def test_what_pytest_would_treat_otherwise_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="test_it"):
        expand(marked(UNNOTICED[name]))
