"""How an array lies in memory, as plain data, and fresh arrays that lie so."""

from __future__ import annotations

from math import inf, prod
from typing import Any

import numpy as np


def of(array: np.ndarray[Any, Any]) -> list[Any] | None:
    """How an array lies in memory: axes from the slowest to the fastest, axes that run backwards, after which axes
    there are gaps, and whether it is read-only.  None for the ordinary way."""
    flags = array.flags
    if flags.c_contiguous and flags.writeable:
        return None
    strides, shape = array.strides, array.shape
    order = sorted(range(array.ndim), key=lambda axis: -abs(strides[axis]) if shape[axis] > 1 else -inf)
    flips = [axis for axis in order if strides[axis] < 0]
    inner = [abs(strides[axis]) * shape[axis] for axis in order[1:]] + [array.itemsize] * (array.ndim > 0)
    gaps = [shape[axis] > 1 and abs(strides[axis]) != size for axis, size in zip(order, inner, strict=True)]
    return [order, flips, gaps, not flags.writeable]


def laid_out(
    packed: np.ndarray[Any, Any], most: int, order: list[int], flips: list[int], gaps: list[bool], readonly: bool
) -> np.ndarray[Any, Any]:
    """A fresh copy of `packed` with the given layout.  A gap is one element wide.  None is left where gaps make the array
    more than eight times as large (those of four axes do not) or could take more than `most` bytes.  Raises ValueError
    or TypeError on what `of` does not say."""
    ndim = packed.ndim
    sized = len(order) == ndim == len(gaps) and len(flips) <= ndim
    if not sized or sorted(order) != list(range(ndim)) or not set(flips) <= set(order):
        raise ValueError("bad layout")
    room = [*(packed.shape[axis] for axis in order), 1]
    wide = [size + bool(gap) for size, gap in zip(room, [False, *gaps], strict=True)]
    if prod(wide) <= 8 * packed.size and packed.nbytes <= most // 2**ndim:
        room = wide
    inside: tuple[Any, ...] = (..., *(slice(packed.shape[axis]) for axis in order), 0)
    array: np.ndarray[Any, Any] = np.zeros(room, dtype=packed.dtype)[inside].transpose(np.argsort(order))
    for axis in set(flips):
        array = np.flip(array, axis)
    array[...] = packed
    array.flags.writeable = not readonly
    return array


def size(value: Any) -> int:
    """Bytes of the arrays in nested lists, tuples and dicts."""
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(size, value)) if isinstance(value, list | tuple) else int(getattr(value, "nbytes", 0))
