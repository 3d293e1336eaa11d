"""`@pytest.mark.parametrize` for doors that are not pytest: one test function -> its cases, with pytest's own ids."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

FIXTURES = ("yours", "rng")


def expand(test: Callable[..., None]) -> list[tuple[str, str, Callable[..., None], dict[str, Any]]]:
    """(id, title, function, arguments) of every case; see `check_id`.  Raises ValueError where pytest might do otherwise."""
    title = ((test.__doc__ or "").strip() or test.__name__).splitlines()[0].strip()
    marks = list(getattr(test, "pytestmark", []))
    strange = [mark.name for mark in marks if mark.name != "parametrize"]
    if strange:
        raise ValueError(f"{test.__name__}: hidden tests may be parametrized, but not marked {', '.join(strange)}")
    rows = [list(_rows(test.__name__, mark)) for mark in marks]
    cases = []
    for combination in itertools.product(*rows):
        arguments = {name: value for _, values in combination for name, value in values.items()}
        suffix = "-".join(part for part, _ in combination)
        cases.append((check_id(test.__name__, suffix), title, test, arguments))
    _check(test, cases)
    return cases


def check_id(function: str, case: str = "") -> str:
    """``test_stride`` and ``2`` -> ``stride-2``: the same name, whichever door grades."""
    name = function.removeprefix("test_")
    return f"{name}-{case}" if case else name


def _check(test: Callable[..., None], cases: list[tuple[str, str, Callable[..., None], dict[str, Any]]]) -> None:
    if not cases:
        raise ValueError(f"{test.__name__}: parametrize has no values")
    code = test.__code__  # inspect.signature would take longer than the test
    wanted, given = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]), set(cases[0][3])
    if unknown := sorted(wanted - given - set(FIXTURES)):
        raise ValueError(f"{test.__name__} asks for {', '.join(unknown)}: hidden tests take yours, rng and parametrized names")
    if unused := sorted(given - wanted):
        raise ValueError(f"{test.__name__} does not take {', '.join(unused)}, which parametrize gives it")
    ids = [case[0] for case in cases]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"{test.__name__}: two cases have the id {twice[0]}; give them ids")


def _rows(test: str, mark: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """(id part, {name: value}) of one parametrize mark."""
    options = dict(zip(("argnames", "argvalues"), mark.args, strict=False)) | mark.kwargs
    names, ids = options.pop("argnames"), options.pop("ids", None)
    single = isinstance(names, str) and "," not in names
    names = [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else list(names)
    rows = list(options.pop("argvalues"))
    if options:
        raise ValueError(f"{test}: parametrize takes names, values and ids here, not {', '.join(options)}")
    if not (ids is None or callable(ids) or isinstance(ids, list | tuple)):
        raise ValueError(f"{test}: ids must be a list or a function")
    if isinstance(ids, list | tuple):
        ids = [None if given is None else str(given) for given in ids]
    for index, row in enumerate(rows):
        given, cells = None, (row,) if single else row
        if type(row).__name__ == "ParameterSet":  # pytest.param(...)
            given, cells = row.id, row.values
            if row.marks:
                raise ValueError(f"{test}: pytest.param may have an id here, but no marks")
        values = dict(zip(names, cells, strict=True))
        given = given or (ids[index] if isinstance(ids, list) else None)
        yield (
            (_plain(test, given, given) if given else "")
            or "-".join(_id(test, value, name, index, ids) for name, value in values.items()),
            values,
        )


def _id(test: str, value: Any, name: str, index: int, make: Any) -> str:
    """pytest's rule: plain values by their text, named things by their name, everything else name + index."""
    made = make(value) if callable(make) else None
    return _plain(test, str(made) if made is not None else _text(value, f"{name}{index}"), value)


def _plain(test: str, text: str | None, value: Any) -> str:
    if text is None or not (text.isascii() and text.isprintable() and text):
        raise ValueError(f"{test}: give ids=[...] in plain ASCII for values such as {value!r}")
    return text


def _text(value: Any, otherwise: str) -> str | None:
    """None for what pytest has rules of its own for: bytes, enumerations, regular expressions."""
    if isinstance(value, bytes | Enum | re.Pattern):
        return None
    if isinstance(value, str | bool | int | float | complex) or value is None:
        return str(value)
    named = getattr(value, "__name__", None)
    return named if isinstance(named, str) else otherwise
