"""Data comes out of a message as it went in, and nothing else travels.  For liars see test_wire_hostile.py."""

from __future__ import annotations

import re
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader import wire
from grader.wire import DTYPES, Opaque, TooLarge, decode, encode

GRID = np.arange(24.0).reshape(4, 6)


def travelled(value: Any) -> Any:
    return decode(encode(value))


def assert_same(got: Any, want: Any) -> None:
    """Equal to the bit, and of the same types all the way down."""
    assert type(got) is type(want)
    if isinstance(want, list | tuple):
        assert len(got) == len(want)
        for mine, theirs in zip(got, want, strict=True):
            assert_same(mine, theirs)
    elif isinstance(want, dict):
        assert_same(list(got.items()), list(want.items()))
    elif isinstance(want, np.ndarray | np.generic):
        assert (got.dtype, got.shape, got.tobytes()) == (want.dtype, want.shape, want.tobytes())
    else:
        assert repr(got) == repr(want)  # tells -0.0 from 0.0 and holds for NaN


@pytest.mark.parametrize("dtype", sorted(DTYPES))
def test_every_dtype_comes_back_as_array_and_as_scalar(dtype: str) -> None:
    values = np.arange(-3, 4).astype(dtype)
    assert_same(travelled(values), values)
    assert_same(travelled(values[1]), values[1])
    assert_same(travelled(values[:1].reshape(())), values[:1].reshape(()))
    assert_same(travelled(values[:0]), values[:0])
    assert_same(travelled(values.astype(values.dtype.newbyteorder("S"))), values)


@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1,), (2, 1, 3), (1,) * 32], ids=str)
def test_every_shape_comes_back(shape: tuple[int, ...]) -> None:
    values = np.arange(float(np.prod(shape))).reshape(shape)
    assert_same(travelled(values), values)


def test_bits_of_floats_survive() -> None:
    odd = np.array([np.nan, -np.nan, np.inf, -np.inf, -0.0, 5e-324, 1.7e308])
    assert_same(travelled(odd), odd)
    payload = np.array([0x7FF8000000000123, 0xFFF0000000000001], np.uint64).view(np.float64)
    assert_same(travelled(payload), payload)


def readonly() -> np.ndarray[Any, Any]:
    same = GRID.copy()
    same.flags.writeable = False
    return same


LAYOUTS = {
    "C order": GRID.copy(),
    "Fortran order": np.asfortranarray(GRID),
    "transposed": GRID.reshape(2, 3, 4).transpose(2, 0, 1),
    "rows reversed": GRID.copy()[::-1],
    "both axes reversed": GRID.copy()[::-1, ::-1],
    "transposed and reversed": GRID.copy().T[::-1],
    "every second column": GRID.copy()[:, ::2],
    "every second column, backwards": GRID.copy()[:, ::-2],
    "read-only": readonly(),
    "read-only and transposed": readonly().T,
    "broadcast": np.broadcast_to(np.arange(3.0), (4, 3)),
    "no axes, read-only": np.broadcast_to(np.float64(2.0), ()),
    "empty, read-only": readonly()[:0],
}
GAPPED = {"every second row": GRID.copy()[::2], "without the last column": GRID.copy()[:, :-1]}


def layout(array: np.ndarray[Any, Any]) -> dict[str, Any]:
    return {
        "C": array.flags.c_contiguous,
        "F": array.flags.f_contiguous,
        "writeable": array.flags.writeable,
        "signs": [stride < 0 for stride in array.strides],
    }


@pytest.mark.parametrize("array", [*LAYOUTS.values(), *GAPPED.values()], ids=[*LAYOUTS, *GAPPED])
def test_an_array_lies_in_memory_as_it_did(array: np.ndarray[Any, Any]) -> None:
    got = travelled(array)
    assert_same(got, array)
    assert layout(got) == layout(array)


def test_an_array_owns_its_memory() -> None:
    data = bytearray(encode(GRID))
    decode(data)[...] = -1.0
    assert_same(decode(data), GRID)


PLAIN = [
    [None, True, False],
    [0, -1, 2**62, -(2**1023), 2**1024 - 1],
    [0.0, -0.0, 0.1, float("inf"), float("-inf"), float("nan"), 5e-324],
    [1j, complex("nan-infj"), complex(-0.0, 0.0)],
    ["", "plain", "é 日本 🙂", "\0\n\"'\\", "\ud800 alone", "\udfff\ud800"],
    ((), [], {}, [[]], ([()],), {"a": ({"b": [None]},)}),
    {1: "int", "1": "str", None: "none", "z": 0, "a": 1, -(2**40): "long"},
    [np.arange(3), (np.float32(0.5), {"w": np.eye(2)}), np.zeros((2, 0))],
]


@pytest.mark.parametrize("value", PLAIN, ids=["singletons", "int", "float", "complex", "str", "nested", "dict", "arrays"])
def test_plain_data_comes_back_with_its_types(value: Any) -> None:
    assert_same(travelled(value), value)


def test_a_generator_goes_on_where_it_stood() -> None:
    rng = np.random.default_rng(3)
    rng.integers(0, 2**31, 3, dtype=np.int32)  # half of a draw is kept for later
    sent = travelled(rng)
    assert_same(sent.integers(0, 2**31, 5, dtype=np.int32), rng.integers(0, 2**31, 5, dtype=np.int32))
    assert_same(sent.normal(size=4), rng.normal(size=4))


def test_children_of_a_generator_are_the_same_each_time() -> None:
    sent = encode(np.random.default_rng(3))
    assert decode(sent).spawn(1)[0].random() == decode(sent).spawn(1)[0].random()


class MyFloat(float):
    pass


class MyList(list[Any]):
    pass


class Touchy:
    """Breaks when it is looked at."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError(name)

    __len__ = __iter__ = __eq__ = __bool__ = __repr__ = lambda *args: 1 / 0  # type: ignore[assignment]
    __hash__ = object.__hash__


STAYS = [
    (MyFloat(1), f"{__name__}.MyFloat"),
    (MyList([1]), f"{__name__}.MyList"),
    (np.ma.array([1.0]), "numpy.ma.MaskedArray"),
    (np.array([None]), "array of Python objects (dtype=object)"),
    (np.zeros(2, "f4,i4"), "array of [('f0', '<f4'), ('f1', '<i4')]"),
    (np.array("text"), "array of <U4"),
    (2**1024, "int of over 1024 bits"),
    (-(2**5000), "int of over 1024 bits"),
    ((n for n in ()), "generator"),
    (b"bytes", "bytes"),
    ({1}, "set"),
    (range(3), "range"),
    (np.random.Generator(np.random.MT19937(0)), "numpy.random._generator.Generator"),
    *[(np.float128(1), "array of float128") for _ in "1" if hasattr(np, "float128")],
]


@pytest.mark.parametrize(("value", "name"), STAYS)
def test_what_is_no_data_becomes_opaque(value: Any, name: str) -> None:
    assert travelled(value) == Opaque(name)


def test_what_breaks_when_it_is_looked_at_is_not_looked_at() -> None:
    assert travelled([Touchy()]) == [Opaque(f"{__name__}.Touchy")]


def test_functions_get_a_handle_and_nothing_else_does() -> None:
    given: list[Any] = []

    def handle_of(function: Any) -> int:
        given.append(function)
        return 40 + len(given)

    got = decode(encode({"f": [len], "g": print, "other": {1}, "x": 2.0}, handle_of))
    assert got == {"f": [Opaque(type(len).__name__, 41)], "g": Opaque(type(len).__name__, 42), "other": Opaque("set"), "x": 2.0}
    assert given == [len, print]
    assert travelled(len).handle == -1


def deep(levels: int) -> list[Any]:
    return [deep(levels - 1)] if levels else []


def itself() -> list[Any]:
    loop: list[Any] = []
    loop.append(loop)
    return loop


@pytest.mark.parametrize(
    "value",
    [[0] * wire.MAX_ITEMS, deep(wire.MAX_DEPTH + 1), itself(), ["x" * 2**20] * 65, [np.zeros(2**20)] * 9],
    ids=["items", "depth", "itself", "text", "arrays"],
)
def test_too_much_is_refused(value: Any) -> None:
    with pytest.raises(TooLarge, match=r"more than|deeper than"):
        encode(value)


def test_what_just_fits_travels() -> None:
    for value in ([0] * (wire.MAX_ITEMS - 1), deep(wire.MAX_DEPTH)):
        assert travelled(value) == value


def test_a_huge_view_of_one_number_is_refused_before_it_is_copied() -> None:
    tracemalloc.start()
    with pytest.raises(TooLarge, match=r"float64\[1048576,1048576\], more than 64 MiB"):
        encode(np.broadcast_to(1.0, (2**20, 2**20)))
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_no_source_of_a_message_can_run_code() -> None:
    for module in ("wire", "worker"):
        source = Path(ROOT, "grader", f"{module}.py").read_text(encoding="utf-8")
        assert re.findall(r"(?<![a-z])(?:pickle|marshal|shelve|eval|exec|__import__)(?![a-z])", source) == []
