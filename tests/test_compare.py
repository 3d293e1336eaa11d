"""What passes for the same and what does not, and which difference is told first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader import structure, wire
from grader.compare import Wrong, agree, difference, same_outcome
from grader.exercise import Error, Outcome
from grader.wire import Opaque

NAN, INF = float("nan"), float("inf")
MATRIX = np.arange(12.0).reshape(3, 4)


def kind(got: Any, want: Any, **options: Any) -> str | None:
    finding = difference(got, want, **options)
    return finding.kind if finding else None


def array(*values: Any, dtype: Any = np.float64) -> np.ndarray[Any, Any]:
    return np.array(values, dtype=dtype)


SAME = [
    ([1.0, 2.0], (1.0, 2.0)),
    ((), []),
    (np.array(1.5), 1.5),
    (1.5, np.array(1.5)),
    (1.5, np.float64(1.5)),
    (np.float32(1.5), 1.5),
    (np.int64(3), 3),
    (3, np.array(3)),
    (np.True_, True),
    (True, np.array(True)),
    (1j, np.complex128(1j)),
    ("a", "a"),
    (None, None),
    ({"b": array(2.0), "a": array(1.0, 1.0)}, {"a": array(1.0, 1.0), "b": array(2.0)}),
    ({1: 1.0, "1": 2.0, (0, None): None}, {1: 1.0, "1": 2.0, (0, None): None}),
    (array(-0.0, 0.0), array(0.0, -0.0)),
    (array(NAN, INF, -INF, 1.0), array(NAN, INF, -INF, 1.0)),
    (array(1 + 1e-9, 2.0), array(1.0, 2.0)),
    (array(), array()),
]


@pytest.mark.parametrize(("got", "want"), SAME)
def test_these_are_the_same(got: Any, want: Any) -> None:
    agree(got, want)


TYPES = [
    (2, 2.0),
    (2.0, 2),
    (True, 1),
    (1, True),
    (1.0, 1 + 0j),
    (array(1.0), 1.0),
    (1.0, array(1.0)),
    (array(1.0, 2.0), [1.0, 2.0]),
    ([1.0, 2.0], array(1.0, 2.0)),
    ({"a": 1.0}, [1.0]),
    ([1.0], {"a": 1.0}),
    (None, 0.0),
    (0.0, None),
    ("1.0", 1.0),
    ("", None),
    (Opaque("torch.Tensor"), array(1.0)),
    (Opaque("generator"), [1.0]),
    (Opaque("array of Python objects (dtype=object)"), array(1.0)),
]


@pytest.mark.parametrize(("got", "want"), TYPES)
def test_another_type_is_not_the_same(got: Any, want: Any) -> None:
    assert kind(got, want) == "type"


WANT = [array(1.0, 2.0), array(3.0, 4.0)]
LADDER = [
    (array(9.0, NAN), WANT, "type"),
    ([None, array(9.0), array(9.0)], WANT, "length"),
    ([array(9.0, 9.0), None], WANT, "type"),
    ([array(9.0, NAN), array(9.0, 9.0, NAN, dtype=np.float32)], WANT, "shape"),
    ([array(9.0, NAN), array(9, 9, dtype=np.int64)], WANT, "dtype"),
    ([array(1.0, 2.0), array(9.0, NAN)], WANT, "nonfinite"),
    ([array(1.0, 2.0), array(9.0, 4.0)], WANT, "value"),
    ({"a": None}, {"a": 1.0, "b": 2.0}, "keys"),
    ({"a": 1.0, 2: 1.0}, {"a": 1.0, "2": 1.0}, "keys"),
]


@pytest.mark.parametrize(("got", "want", "expected"), LADDER, ids=[f"{case[2]}-{i}" for i, case in enumerate(LADDER)])
def test_the_simplest_difference_is_told_first(got: Any, want: Any, expected: str) -> None:
    """Type, length or keys, shape, dtype, finite, value; and structure everywhere before numbers anywhere."""
    assert kind(got, want) == expected


NUMBERS = [
    ("zeros for small numbers", array(0.0, 0.0), array(1e-12, -3e-12), "value"),
    ("small numbers for zeros", array(1e-12, 0.0), array(0.0, 0.0), "value"),
    ("zero for the smallest number", 0.0, 5e-324, "value"),
    ("zeros for small float32", array(0, 0, dtype=np.float32), array(1e-30, 2e-30, dtype=np.float32), "value"),
    ("twice as small", array(1e-200), array(2e-200), "value"),
    ("NaN for a number", array(NAN, 2.0), array(1.0, 2.0), "nonfinite"),
    ("number for NaN", array(1.0, 2.0), array(NAN, 2.0), "value"),
    ("infinity for a number", INF, 1.0, "nonfinite"),
    ("number for infinity", array(1e308, 2.0), array(INF, 2.0), "value"),
    ("zero for infinity", 0.0, -INF, "value"),
    ("infinity for its negative", array(INF), array(-INF), "nonfinite"),
    ("NaN for infinity", array(NAN), array(INF), "nonfinite"),
    ("infinity for NaN", array(INF), array(NAN), "nonfinite"),
    ("opposite of the largest", array(-1e308), array(1e308), "value"),
    ("imaginary part", array(1 + 1j, dtype=complex), array(1 - 1j, dtype=complex), "value"),
    ("one more, among large", array(10**9 + 1, dtype=np.int64), array(10**9, dtype=np.int64), "value"),
    ("one less than none", array(255, dtype=np.uint8), array(0, dtype=np.uint8), "value"),
    ("true for false", array(True, False, dtype=bool), array(True, True, dtype=bool), "value"),
    ("another word", "mean", "sum", "value"),
]


@pytest.mark.parametrize(("got", "want", "expected"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS])
def test_these_numbers_are_not_the_same(got: Any, want: Any, expected: str) -> None:
    assert kind(got, want) == expected
    assert kind([got, "untouched"], (want, "untouched")) == expected


@pytest.mark.parametrize("dtype", [np.int64, np.uint64, None])
def test_integers_are_exact_beyond_2_to_the_53(dtype: Any) -> None:
    got, want = [2**53 + 1, 2**53] if dtype is None else [np.array([2**53 + i], dtype) for i in (1, 0)]
    assert kind(got, want) == "value"


def test_integers_of_any_length_are_compared() -> None:
    assert kind(2**1024 - 1, 2**1023) == "value"


def test_half_precision_does_not_widen_the_tolerance() -> None:
    assert kind(np.float16(1.007), 1.0) == "value"


def test_exact_leaves_room_for_a_few_roundings_alone() -> None:
    """Whole numbers that took the way through a Fourier transform are off by some 1e-15."""
    almost = MATRIX * (1 + 1e-12)
    agree(almost, MATRIX)
    agree(MATRIX + 1e-15, MATRIX, exact=True)
    agree(array(-0.0, NAN, INF), array(0.0, NAN, INF), exact=True)
    assert kind(almost, MATRIX, exact=True) == "value"
    assert kind(array(1.0), array(INF), exact=True) == "value"


def test_scale_makes_room_for_cancellation_and_no_more() -> None:
    terms = array(0.1, 0.2, -0.3)
    total, scale = array(terms.sum()), float(np.abs(terms).sum())
    assert kind(total, array(0.0)) == "value"
    agree(total, array(0.0), scale=scale)
    assert kind(array(1e-3), array(0.0), scale=scale) == "value"
    assert kind(array(1, dtype=np.int64), array(2, dtype=np.int64), scale=scale) == "value"


def test_the_first_wrong_element_is_shown_and_all_are_counted() -> None:
    got = MATRIX.copy()
    got[1, 2] += 1
    got[2, 0] = -1
    with pytest.raises(Wrong) as caught:
        agree({"x": [0.0, got]}, {"x": [0.0, MATRIX]})
    facts = caught.value.finding.facts
    assert (facts["path"], facts["index"]) == ("['x'][1]", (1, 2))
    assert (facts["got"], facts["expected"], facts["wrong"], facts["total"]) == (7.0, 6.0, 2, 12)
    assert facts["roundings"] > 1e9


def test_a_finding_says_what_was_there_and_what_should_be() -> None:
    finding = difference([MATRIX[:2], 1.0], [MATRIX, 1.0])
    assert finding is not None
    assert dict(finding.facts) == {"path": "[0]", "got": [2, 4], "expected": [3, 4]}
    finding = difference(Opaque("torch.Tensor"), (MATRIX,))
    assert finding is not None
    assert dict(finding.facts) == {"path": "", "got": "torch.Tensor", "expected": "tuple of 1"}


class Agreeable:
    """Answers yes to everything, and counts how often it was asked."""

    asked = 0

    def yes(self, *_: Any) -> Any:
        Agreeable.asked += 1
        return True

    __eq__ = __le__ = __lt__ = __bool__ = __contains__ = yes
    __hash__ = __len__ = __float__ = __array__ = __sub__ = __rsub__ = __abs__ = yes


@pytest.mark.parametrize("want", [1.0, MATRIX, [1.0], {"a": 1.0}, None, "text", True], ids=str)
def test_an_object_that_says_yes_is_not_asked(want: Any) -> None:
    received = wire.decode(wire.encode(Agreeable()))
    assert kind(received, want) == "type"
    assert kind([received], [want]) == "type"
    assert Agreeable.asked == 0


@pytest.mark.parametrize(("name", "want"), [("float", 1.0), ("int", 1), ("array", MATRIX), ("None", None), ("str", "text")])
def test_the_name_of_a_type_proves_nothing(name: str, want: Any) -> None:
    """`class float: __module__ = "builtins"` calls itself float."""
    assert kind(Opaque(name), want) == "type"


def outcome(value: Any = None, error: str = "", **more: Any) -> Outcome:
    kind: Any = "raised" if error else "returned"
    return Outcome(kind, value, Error(error, (), "said so") if error else None, **more)


def test_outcomes_that_cannot_be_told_apart() -> None:
    alike = [
        (outcome(MATRIX), outcome(MATRIX + 1e-12)),
        (outcome([1.0]), outcome((np.array(1.0),))),
        (outcome(error="ValueError"), outcome(error="ValueError")),
        (outcome(MATRIX, mutated=("0", "w")), outcome(MATRIX, mutated=("w", "0"))),
        (outcome(array(0.0), printed="hello"), outcome(array(0.0))),
    ]
    assert [same_outcome(one, other) and same_outcome(other, one) for one, other in alike] == [True] * len(alike)


def test_outcomes_that_can_be_told_apart() -> None:
    different = [
        (outcome(MATRIX), outcome(MATRIX + 1e-3)),
        (outcome(array(0.0)), outcome(array(1e-300))),
        (outcome(MATRIX), outcome(MATRIX.astype(np.float32))),
        (outcome(error="ValueError"), outcome(error="TypeError")),
        (outcome(None), outcome(error="ValueError")),
        (outcome(MATRIX, mutated=("0",)), outcome(MATRIX)),
        (Outcome("timeout"), outcome(None)),
        (outcome({"a": 1.0}), outcome({"a": 1.0, "b": 1.0})),
    ]
    assert [same_outcome(one, other) or same_outcome(other, one) for one, other in different] == [False] * len(different)


def test_paths_of_nested_results_read_like_python() -> None:
    value = [1.0, {"w": (2.0, {3: None})}]
    assert [path for path, _ in structure.leaves(value)] == ["[0]", "[1]['w'][0]", "[1]['w'][1][3]"]
