"""What a call did to memory: whether it changed an argument, and whether its result is new or shares memory with an
argument or with an earlier result.

Used in the learner's process, and by the grader for known mistakes; knows neither exercises nor PyTorch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds

from grader import wire

EARLIER = "an earlier result"
PLAIN = frozenset({bool, *wire.PLAIN})
Place = tuple[str, int, int, bool]  # device, first byte, first byte behind it, whether it can be written to


def places(value: Any, depth: int = 0) -> list[Place]:
    """Where the arrays and tensors in nested lists, tuples and dicts lie; those without a byte lie nowhere."""
    kind = type(value)
    if kind is np.ndarray:
        return [_place(value)] if value.size else []
    if value is None or kind in PLAIN:
        return []
    if kind in (list, tuple, dict) and depth <= wire.MAX_DEPTH:
        items = value.values() if kind is dict else value
        return [place for item in items for place in places(item, depth + 1)]
    return list(_storage(value)) if hasattr(value, "untyped_storage") else []


def _place(array: np.ndarray[Any, Any]) -> Place:
    flags = array.flags
    if flags.c_contiguous:  # as most are, and quicker to tell
        start = array.__array_interface__["data"][0]
        return "", start, start + array.nbytes, flags.writeable
    return "", *byte_bounds(array), flags.writeable


def _storage(tensor: Any) -> Iterator[Place]:
    """A tensor's whole storage, as tensors have no bounds of their own; a sparse one has none, and one without data no place."""
    try:
        storage = tensor.untyped_storage()
        start, size, repeated = storage.data_ptr(), storage.nbytes(), 0 in tensor.stride()
    except Exception:
        return
    if start and size and tensor.numel():
        yield str(tensor.device), start, start + size, not repeated


def shared_with(result: Iterable[Place], arguments: Mapping[str, Any], earlier: Iterable[Place] = ()) -> list[str]:
    """Names of the arguments that share memory with the result, and `EARLIER` where it lies in an earlier one."""
    mine = list(result)
    if not mine:
        return []
    names = [name for name, value in arguments.items() if _overlap(mine, places(value))]
    return names + [EARLIER] * _overlap(mine, earlier)


def _overlap(some: Iterable[Place], others: Iterable[Place]) -> bool:
    return any(a[1] < b[2] and b[1] < a[2] and a[0] == b[0] for b in others for a in some)


def fingerprints(args: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Every argument as it is now, to see afterwards whether the call changed it."""
    return {name: _print(arg, bytearray) for name, arg in named(args, kwargs).items()}


def positions(args: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Where every random generator among the arguments stands, to see afterwards whether the call drew from it."""
    return {name: state for name, value in named(args, kwargs).items() if (state := _position(value)) is not None}


def _position(value: Any) -> Any:
    if wire.is_generator(value):
        return str(value.bit_generator.state)
    return bytes(value.get_state().tolist()) if hasattr(value, "get_state") and hasattr(value, "initial_seed") else None


def drawn_from(before: dict[str, Any], args: Any, kwargs: dict[str, Any]) -> list[str]:
    """Names of the generators that have moved on since."""
    now = positions(args, kwargs)
    return [name for name, position in before.items() if now.get(name) != position]


def named(args: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    return {**{str(i): arg for i, arg in enumerate(args)}, **kwargs}


def _print(value: Any, kept: Callable[[Any], Any]) -> Any:
    """What tells plain data from other data, cheap to take and to compare; arrays by their bytes.  Everything else, such
    as a function or a generator, is there to be used and tells nothing."""
    kind = type(value)  # exact types only, as in `wire`: the call may have put anything into a list
    if kind is np.ndarray or issubclass(kind, np.generic):
        return (value.shape, value.dtype, kept(wire.raw(value)))
    if kind in (list, tuple):
        return [_print(item, kept) for item in value]
    if kind is dict:
        return {key: _print(item, kept) for key, item in value.items()}
    return repr(value) if value is None or kind in PLAIN else None


def changed(before: dict[str, Any], after: tuple[Any, Any]) -> list[str]:
    """Names of the arguments that are not what they were.  What was kept stands first: a bytearray compares itself with
    the memory of an array as fast as that can be read, while the other way round it goes byte by byte."""
    now = {name: _print(arg, lambda data: data) for name, arg in named(*after).items()}
    return [name for name, data in before.items() if data != now.get(name)]
