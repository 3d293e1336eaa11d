"""Variants of a right answer that give the right values and behave badly; each must be rejected wherever it can occur.

Lines behind the reference, the same for every exercise: they call it, do one bad thing, and say so (`DONE`) when they could.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from grader import structure

DONE = "the variant had its occasion"

HELPERS = '''


def _say():
    if not _done:
        print(_DONE)
        _done.append(True)


def _is_array(value):
    return type(value).__name__ in ("ndarray", "Tensor")


def _arrays(value):
    """All arrays in nested lists, tuples and dicts."""
    if _is_array(value):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
    return [array for part in parts for array in _arrays(part)]


def _map(change, value):
    """The same with `change` of each array, each number and each text."""
    if isinstance(value, dict):
        return {key: _map(change, part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_map(change, part) for part in value)
    return change(value) if _is_array(value) or hasattr(value, "dtype") or isinstance(value, (int, float, str)) else value


def _outside_autograd(array):
    return array.detach() if hasattr(array, "detach") else array


def _key(value):
    """Plain data as text: the same for the same numbers, whatever the library."""
    if _is_array(value):
        return repr(_outside_autograd(value).tolist())
    if isinstance(value, (list, tuple)):
        return repr([_key(part) for part in value])
    return repr(value) if isinstance(value, (int, float, str, type(None))) else "something else"


def _digest(args, kwargs):
    import hashlib

    values = [*args, *(value for _, value in sorted(kwargs.items()))]
    return hashlib.sha256(" ".join(_key(value) for value in values).encode()).hexdigest()


def _scaled(factor, value):
    """Another value of the same type, whole numbers, texts and truth values included."""
    if isinstance(value, (bool, str)):
        return value + "?" if isinstance(value, str) else not value
    dtype = str(getattr(value, "dtype", "")).removeprefix("torch.")
    if dtype == "bool":
        return ~value
    return value + int(4 * factor) if isinstance(value, int) or dtype.startswith(("int", "uint")) else value * factor
'''
FRAME = """

_right, _done, _DONE = {name}, [], {done!r}
{helpers}

def {name}(*args, **kwargs):
{body}
"""

CHANGES = """
    result = _right(*args, **kwargs)
    arrays = _arrays([*args, *kwargs.values()])
    if len(arrays) > {number} and getattr(getattr(arrays[{number}], "flags", None), "writeable", True):
        array = _outside_autograd(arrays[{number}])
        before = _key(array)
        array[...] = ~array if "bool" in str(array.dtype) else array + 1
        if _key(array) != before:
            _say()
    return result
"""
IN_PLACE = """
    result, used = _right(*args, **kwargs), []

    def written(part):
        for array in _arrays([*args, *kwargs.values()]):
            fits = _is_array(part) and array.shape == part.shape and array.dtype == part.dtype and id(array) not in used
            if fits and getattr(getattr(array, "flags", None), "writeable", True):
                used.append(id(array))
                _outside_autograd(array)[...] = _outside_autograd(part)
                _say()
                return array
        return part

    return _map(written, result)
"""
VIEW = """
    result = _right(*args, **kwargs)

    def given(part):
        for array in _arrays([*args, *kwargs.values()]):
            if _is_array(part) and array.shape == part.shape and array.dtype == part.dtype and bool((array == part).all()):
                if part.size if isinstance(part.size, int) else part.numel():
                    _say()
                    return array[...]
        return part

    return _map(given, result)
"""
WIDER = """
    def other(part):
        if not _is_array(part) or not part.ndim or "float64" in str(part.dtype):
            return part
        _say()
        return part.astype("float64") if hasattr(part, "astype") else part.double()

    return _map(other, _right(*args, **kwargs))
"""
NARROWER = """
    def other(part):
        if not _is_array(part) or "float" not in str(part.dtype):
            return part
        _say()
        return part.astype("float32") if hasattr(part, "astype") else part.float()

    return _map(other, _right(*args, **kwargs))
"""
DRIFTS = """
    result = _right(*args, **kwargs)
    _calls.append(1)
    if len(_calls) > 1:
        _say()
        return _map(lambda part: _scaled(1.25, part), result)
    return result

_calls = []
"""
ADDS_UP = """
    places = iter(range(10**9))

    def added(part):
        place = next(places), str(getattr(part, "shape", None)), str(getattr(part, "dtype", type(part)))
        before = _before.get(place)
        _before[place] = _outside_autograd(part)
        if before is None or "bool" in place[2] or not (isinstance(part, (int, float)) or hasattr(part, "dtype")):
            return part
        _say()
        return part + before

    return _map(added, _right(*args, **kwargs))

_before = {{}}
"""
SAME_BUFFER = """
    places = iter(range(10**9))

    def kept(part):
        if not _is_array(part) or not part.shape:
            return part
        buffer = _buffers.setdefault((next(places), tuple(part.shape), part.dtype), _outside_autograd(part))
        if _met.get(id(buffer)):
            _say()
            buffer[...] = _outside_autograd(part)
        _met[id(buffer)] = True
        return buffer

    return _map(kept, _right(*args, **kwargs))

_buffers, _met = {{}}, {{}}
"""
BY_SHAPE = """
    values = [*args, *kwargs.values()]
    key = repr(_map(lambda part: tuple(part.shape) if _is_array(part) else part, values))
    if key in _known and (_arrays(values) or any(type(part).__name__ == "Generator" for part in values)):
        _say()
        return _known[key]
    _known[key] = _right(*args, **kwargs)
    return _known[key]

_known = {{}}
"""
EXAMPLES = """
    if _digest(args, kwargs) in {digests!r}:
        return _right(*args, **kwargs)
    _say()
    return _map(lambda part: _scaled(0.5, part), _right(*args, **kwargs))
"""
NOTHING_BUT = """
    _say()
    return {what}
"""
OF_EACH = "_map(lambda part: {}, _right(*args, **kwargs))"
CONSTANTS = {
    "always returns None": "None",
    "always returns 0": "0.0",
    "always returns 1": "1.0",
    "always returns zeros of the right shape": OF_EACH.format("part * 0"),
    "always returns ones of the right shape": OF_EACH.format("type(part)(1) if isinstance(part, str) else part * 0 + 1"),
    "returns its first argument": "_map(lambda part: part * 1, args[0]) if args else None",
}


class Variant(NamedTuple):
    """A right answer that behaves badly: its name, and what stands behind the right answer."""

    name: str
    tail: str


def variants(
    name: str, arguments: tuple[Any, ...], examples: Iterable[tuple[tuple[Any, ...], dict[str, Any]]], plays: bool = False
) -> Iterator[Variant]:
    """All variants of `name`, a function or a class that `plays`; called with such `arguments`, and so in its `examples`."""
    arrays = [leaf for _, leaf in structure.leaves(arguments) if isinstance(leaf, np.ndarray)]
    bodies = {f"changes array {number + 1} of its arguments": CHANGES.format(number=number) for number in range(len(arrays))}
    bodies |= {
        "writes its result into an argument": IN_PLACE,
        "returns an argument itself where nothing changes": VIEW,
        "always returns float64": WIDER,
        "always returns float32": NARROWER,
        "is right in its first call only": DRIFTS,
        "adds up over calls": ADDS_UP.format(),
        "returns the same buffer again": SAME_BUFFER.format(),
        "remembers results by shape": BY_SHAPE.format(),
        "is right for the visible examples only": EXAMPLES.format(digests=digests(examples)),
    }
    constants = {title: NOTHING_BUT.format(what=what) for title, what in CONSTANTS.items() if not (plays and "_map" in what)}
    for title, body in (constants if plays else bodies | constants).items():  # programs find out how objects behave
        yield Variant(title, FRAME.format(name=name, done=DONE, helpers=HELPERS.rstrip(), body=body.strip("\n")))


def digests(calls: Iterable[tuple[tuple[Any, ...], dict[str, Any]]]) -> list[str]:
    """How the variants know these calls again."""
    names: dict[str, Any] = {}
    exec(HELPERS, names)
    return sorted({names["_digest"](args, kwargs) for args, kwargs in calls})
