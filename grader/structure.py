"""Types, lengths, keys, shapes and dtypes of nested plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.exercise import Finding
from grader.wire import Opaque

SEQUENCES = (list, tuple)


def differs(got: Any, want: Any, path: str = "") -> Finding | None:
    """The first difference in type, length, keys, shape or dtype, or None."""
    if isinstance(want, SEQUENCES):
        if not isinstance(got, SEQUENCES):
            return finding("type", path, got=label(got), expected=label(want))
        if len(got) != len(want):
            return finding("length", path, got=len(got), expected=len(want))
        items = [(got[i], want[i], f"{path}[{i}]") for i in range(len(want))]
    elif isinstance(want, dict):
        if not isinstance(got, dict):
            return finding("type", path, got=label(got), expected=label(want))
        if set(got) != set(want):
            return finding("keys", path, got=sorted(map(str, got)), expected=sorted(map(str, want)))
        items = [(got[key], want[key], f"{path}[{key!r}]") for key in want]
    else:
        return _leaf_structure(got, want, path)
    return next((found for item in items if (found := differs(*item)) is not None), None)


def _leaf_structure(got: Any, want: Any, path: str) -> Finding | None:
    if family(got) != family(want):
        return finding("type", path, got=label(got), expected=label(want))
    if family(want) != "array":
        return None
    if got.shape != want.shape:
        return finding("shape", path, got=list(got.shape), expected=list(want.shape))
    if got.dtype != want.dtype:
        return finding("dtype", path, got=str(got.dtype), expected=str(want.dtype))
    return None


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of nested lists, tuples and dicts, with its path: ``("[1]['weight']", array)``."""
    if isinstance(value, SEQUENCES):
        for i, item in enumerate(value):
            yield from leaves(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}[{key!r}]")
    else:
        yield path, value


def pairs(got: Any, want: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """The leaves of two values of the same structure, side by side; entries of dicts go by key, not by order."""
    if isinstance(want, SEQUENCES):
        for i, item in enumerate(want):
            yield from pairs(got[i], item, f"{path}[{i}]")
    elif isinstance(want, dict):
        for key, item in want.items():
            yield from pairs(got[key], item, f"{path}[{key!r}]")
    else:
        yield path, got, want


def label(value: Any) -> str:
    """A value's type in a learner's words: ``float64[2,3]``, ``list of 3``, ``None``, ``a generator``."""
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, SEQUENCES):
        return f"{type(value).__name__} of {len(value)}"
    if isinstance(value, np.ndarray):
        return f"{value.dtype}[{','.join(map(str, value.shape))}]"
    return "None" if value is None else type(value).__name__


def family(value: Any) -> str:
    """Types that may stand for each other: a 0-d array, a NumPy scalar and a Python number of the same kind."""
    if isinstance(value, Opaque):
        return f"opaque {value.type_name}"  # whatever a learner's type calls itself, it is none of ours
    if isinstance(value, np.ndarray) and value.ndim:
        return "array"
    if isinstance(value, np.generic | np.ndarray | bool | int | float | complex):
        return {"b": "bool", "i": "int", "u": "int", "f": "float", "c": "complex"}.get(np.asarray(value).dtype.kind, "other")
    return "str" if isinstance(value, str) else label(value)


def finding(kind: str, path: str, **facts: Any) -> Finding:
    return Finding(kind, {"path": path, **facts})
