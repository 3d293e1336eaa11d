"""Whether a result is new: which arguments, and which earlier result, it shares memory with.

Used in the learner's process, and by the grader for known mistakes; knows neither exercises nor PyTorch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds

EARLIER = "an earlier result"
MAX_DEPTH = 16
Place = tuple[str, int, int]  # device, first byte, first byte behind it


def places(value: Any, depth: int = 0) -> Iterator[Place]:
    """Where the arrays and tensors in nested lists, tuples and dicts lie; those without a byte lie nowhere."""
    if type(value) in (list, tuple) and depth <= MAX_DEPTH:
        for item in value:
            yield from places(item, depth + 1)
    elif type(value) is dict and depth <= MAX_DEPTH:
        for item in value.values():
            yield from places(item, depth + 1)
    elif type(value) is np.ndarray:
        if value.size:
            yield "", *byte_bounds(value)
    elif hasattr(value, "untyped_storage"):
        yield from _storage(value)


def _storage(tensor: Any) -> Iterator[Place]:
    """A tensor's whole storage, as tensors have no bounds of their own; a sparse one has none, and one without data no place."""
    try:
        storage = tensor.untyped_storage()
        start, size = storage.data_ptr(), storage.nbytes()
    except Exception:
        return
    if start and size and tensor.numel():
        yield str(tensor.device), start, start + size


def shared_with(result: Iterable[Place], arguments: Mapping[str, Any], earlier: Iterable[Place] = ()) -> list[str]:
    """Names of the arguments that share memory with the result, and `EARLIER` where it lies in an earlier one."""
    mine = list(result)
    names = [name for name, value in arguments.items() if _overlap(mine, places(value))] if mine else []
    return names + [EARLIER] * _overlap(mine, earlier)


def _overlap(some: Iterable[Place], others: Iterable[Place]) -> bool:
    others = list(others)
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in some for b in others)
