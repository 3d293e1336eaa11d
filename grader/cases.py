"""`@pytest.mark.parametrize` for doors that are not pytest: one test function -> its cases, with pytest's own ids."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Iterator
from typing import Any

FIXTURES = ("yours", "rng")


def expand(test: Callable[..., None]) -> list[tuple[str, str, Callable[..., None], dict[str, Any]]]:
    """(id, title, function, arguments) of every case; see `check_id`."""
    title = (inspect.getdoc(test) or test.__name__).strip().splitlines()[0]
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    strange = [mark.name for mark in getattr(test, "pytestmark", []) if mark.name != "parametrize"]
    if strange:
        raise ValueError(f"{test.__name__}: hidden tests may be parametrized, but not marked {', '.join(strange)}")
    cases = []
    for combination in itertools.product(*[list(_values(mark)) for mark in marks]):
        arguments = {name: value for _, values in combination for name, value in values.items()}
        suffix = "-".join(part for part, _ in combination)
        cases.append((check_id(test.__name__, suffix), title, test, arguments))
    _check_names(test, cases[0][3] if cases else {})
    return cases


def check_id(function: str, case: str = "") -> str:
    """``test_stride`` and ``2`` -> ``stride-2``: the same name, whichever door grades."""
    name = function.removeprefix("test_")
    return f"{name}-{case}" if case else name


def _check_names(test: Callable[..., None], arguments: dict[str, Any]) -> None:
    unknown = [name for name in inspect.signature(test).parameters if name not in FIXTURES and name not in arguments]
    if unknown:
        raise ValueError(f"{test.__name__} asks for {', '.join(unknown)}: hidden tests take yours, rng and parametrized names")


def _values(mark: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id part, {name: value}) of one parametrize mark."""
    names, rows = mark.args[0], mark.args[1]
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    ids = mark.kwargs.get("ids")
    for i, row in enumerate(rows):
        given, cells = None, row
        if type(row).__name__ == "ParameterSet":  # pytest.param(...)
            given, cells = row.id, row.values
        elif len(names) == 1:
            cells = (row,)
        listed = ids[i] if isinstance(ids, list | tuple) else None
        values = dict(zip(names, cells, strict=True))
        yield given or listed or "-".join(_id(value, name, i, ids) for name, value in values.items()), values


def _id(value: Any, name: str, index: int, make: Any) -> str:
    """pytest's rule: plain values by their text, named things by their name, everything else name + index."""
    if callable(make):
        made = make(value)
        if made is not None:
            return str(made)
    if isinstance(value, str | bool | int | float | complex) or value is None:
        return str(value)
    named = getattr(value, "__name__", None)
    return named if isinstance(named, str) else f"{name}{index}"
