"""Strategies of hypothesis: everything that may travel between the processes, and messages made of lies."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from forged import LIES, filled
from hypothesis import strategies as st

from grader.wire import DTYPES, KEY_BITS, MAX_BITS, MAX_DIMS

HALVES = ["\ud83d", "\ude42", "\udfff"]  # of characters
TEXTS = st.text(st.characters(exclude_categories=()) | st.sampled_from([*HALVES, "🙂", "\0", '"', "\\"]), max_size=8)
INTS = st.integers(-(2**70), 2**70) | st.sampled_from([2**MAX_BITS - 1, 1 - 2**MAX_BITS])
FLOATS = st.floats()
KEYS = TEXTS | st.integers(1 - 2**KEY_BITS, 2**KEY_BITS - 1) | st.booleans() | st.none()
NAMES = st.sampled_from(sorted(DTYPES))
SHAPES = st.lists(st.integers(0, 3), max_size=5) | st.lists(st.integers(0, 1), max_size=MAX_DIMS)


@st.composite
def plain_arrays(draw: st.DrawFn) -> np.ndarray[Any, Any]:
    """In C order.  Any bits: NaNs with payloads, infinities, numbers too small to be normal."""
    dtype, shape = np.dtype(draw(NAMES)), draw(SHAPES)
    size = int(np.prod(shape, dtype=int)) * dtype.itemsize
    bits = draw(st.binary(min_size=16, max_size=32))
    found = np.frombuffer((bits * (size // 16 + 1))[:size], np.uint8)
    return (found & 1 if dtype.kind == "b" else found).view(dtype).reshape(shape).copy()


@st.composite
def arrays(draw: st.DrawFn) -> np.ndarray[Any, Any]:
    """In any layout: axes permuted, backwards, with gaps; repeated without memory; in the other byte order; read-only."""
    plain = draw(plain_arrays())
    order = draw(st.permutations(range(plain.ndim)))
    steps = draw(st.lists(st.sampled_from([1, 1, 2, -1, -2]), min_size=plain.ndim, max_size=plain.ndim))
    cuts = draw(st.integers(0, 1))
    # Of 32 axes, each with gaps, there would be 2**32 places.
    steps = steps if plain.ndim <= 5 else [step // abs(step) for step in steps]
    room = [plain.shape[axis] * abs(steps[axis]) + (cuts if plain.ndim <= 5 else 0) for axis in order]
    base = np.zeros(room, plain.dtype)
    within = tuple(slice(None, plain.shape[axis] * abs(steps[axis]), abs(steps[axis])) for axis in order)
    array = base[(..., *within)].transpose(np.argsort(order)) if order else base
    array = array[(..., *(slice(None, None, -1 if step < 0 else 1) for step in steps))]
    array[...] = plain
    return _disguised(array, draw(st.sampled_from(["as it is", "as it is", "repeated", "swapped", "in a record", "read-only"])))


def _disguised(array: np.ndarray[Any, Any], how: str) -> np.ndarray[Any, Any]:
    if how == "repeated" and array.ndim < MAX_DIMS:
        return np.broadcast_to(array, (2, *array.shape))
    if how == "swapped":
        return array.astype(array.dtype.newbyteorder("S"))
    if how == "in a record":
        record = np.zeros(array.shape, [("before", "i1"), ("it", array.dtype)])
        record["it"] = array
        return record["it"]
    array.flags.writeable = how != "read-only"
    return array


@st.composite
def generators(draw: st.DrawFn) -> np.random.Generator:
    generator = np.random.default_rng(draw(st.integers(0, 2**128)))
    generator.integers(0, 2**31, draw(st.integers(0, 3)), dtype=np.int32)  # half of a draw may be kept for later
    return generator


SCALARS = plain_arrays().filter(lambda array: array.size).map(lambda array: array.flat[0])
LEAVES = (
    st.none() | st.booleans() | INTS | FLOATS | st.builds(complex, FLOATS, FLOATS) | TEXTS | SCALARS | arrays() | generators()
)


def _nests(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(KEYS, inner, max_size=4)


VALUES = st.recursive(LEAVES, _nests, max_leaves=8)
NO_DATA = [len, print, b"bytes", {1}, range(3), 2**MAX_BITS, {1.5: 1}, {2**KEY_BITS: 1}, np.array("text"), np.array([None])]
ANYTHING = st.recursive(LEAVES | st.sampled_from(NO_DATA), _nests, max_leaves=8)

# Headers.  Each place holds what belongs there three times of four.
LIE = st.sampled_from(
    [*LIES, "0x1p99999", "nan", "-nan", "\ud83d", 1e300, float("nan"), 2**40, [2**40, 0], ["s", "a", "b"], ["o", "x", -1]]
)


def _mostly(honest: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(honest, honest, honest, LIE)


def _layouts(ndim: int) -> st.SearchStrategy[Any]:
    flags = st.lists(st.booleans(), min_size=ndim, max_size=ndim)
    order = st.permutations(range(ndim))
    flips = order.flatmap(lambda axes: st.integers(0, ndim).map(lambda n: axes[:n]))
    whole = st.lists(st.just(True), min_size=ndim, max_size=ndim)
    return st.none() | st.tuples(_mostly(order), _mostly(flips), _mostly(flags | whole), _mostly(st.booleans())).map(list)


@st.composite
def _array_nodes(draw: st.DrawFn) -> Any:
    shape = draw(SHAPES | st.lists(st.sampled_from([0, 1, 2, 2**20, 2**40, 2**62]), max_size=4) | st.just([1] * 25))
    return [
        draw(st.sampled_from("aan")),
        draw(_mostly(NAMES)),
        draw(_mostly(st.just(shape))),
        draw(_mostly(_layouts(len(shape)))),
    ]


STATE = st.fixed_dictionaries({"state": _mostly(st.integers(0, 2**128 - 1)), "inc": _mostly(st.integers(0, 2**128 - 1))})
GENERATOR = st.fixed_dictionaries(
    {
        "bit_generator": _mostly(st.just("PCG64")),
        "state": _mostly(STATE),
        "has_uint32": _mostly(st.integers(0, 1)),
        "uinteger": _mostly(st.integers(0, 2**32 - 1)),
    }
)
LEAF_NODES = st.one_of(
    st.none() | st.booleans() | TEXTS | LIE,
    st.tuples(st.just("i"), _mostly(INTS.map(str))),
    st.tuples(st.just("f"), _mostly(FLOATS.map(float.hex))),
    st.tuples(st.just("c"), _mostly(FLOATS.map(float.hex)), _mostly(FLOATS.map(float.hex))),
    st.lists(_mostly(TEXTS), max_size=3).map(lambda texts: ["s", *texts]),
    st.tuples(st.just("g"), _mostly(GENERATOR.map(json.dumps))),
    st.tuples(st.just("o"), _mostly(TEXTS), _mostly(st.integers(-1, 3))),
    _array_nodes(),
)
HEADERS = st.recursive(
    LEAF_NODES,
    lambda inner: st.tuples(st.sampled_from("ltdz"), st.lists(inner, max_size=4)).map(lambda n: [n[0], *n[1]]),
    max_leaves=6,
)


@st.composite
def messages(draw: st.DrawFn) -> bytes:
    """Lies in the header, now and then many times over; mostly as many bytes as they ask for."""
    header = draw(HEADERS)
    for times in draw(st.lists(st.sampled_from([1, 2, 30]), max_size=2)):
        header = ["l", *[header] * times]
    data = filled(header, draw(st.binary(max_size=16)))
    return data + draw(st.sampled_from([b"", b"", b"", b"\0", b"\0" * 8])) if draw(st.booleans()) else data
