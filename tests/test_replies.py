"""A learner can make its process answer anything.  What no child of ours sends is garbled, and never our own error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader import wire
from grader.exercise import Error, Leaf, Outcome
from grader.replies import Stop, answer_call_back, outcome_of, printed_in, remember
from grader.wire import Opaque

ERROR = ["ValueError", ["ValueError", "Exception"], "no", ["line 1, in f: 1 / 0"]]
RETURNED: dict[str, Any] = {"kind": "returned", "value": 1, "mutated": []}
TWO = np.array([1.0, 2.0])

# What arrives where something else was due.  Arrays answer `==` with arrays, which are neither true nor false.
ODD = [None, True, 1.5, 1j, "text", [3], ["text", 3], (), ("text",), {}, {"text": 3}, TWO, np.float64(1.0), Opaque("list")]
LISTS = ("mutated", "aliased", "drawn", "leaves", "gradients")
CASES = [(field, odd) for field in ("kind", "error", "measured", *LISTS) for odd in ODD]
CASES += [(field, 3) for field in ("kind", "error", *LISTS)] + [(field, []) for field in ("kind", "error", "measured")]


def stopped(reply: dict[str, Any]) -> bool:
    with pytest.raises(Stop) as stop:
        outcome_of(reply)
    return (stop.value.kind, stop.value.value) == ("garbled", None)


@pytest.mark.parametrize(("field", "odd"), CASES, ids=[f"{field}-{odd!r}" for field, odd in CASES])
def test_a_field_of_another_type_is_garbled(field: str, odd: Any) -> None:
    assert stopped({**RETURNED, field: odd})


@pytest.mark.parametrize("odd", [None, 3, ["text"], TWO], ids=repr)
def test_a_monster_is_described_in_words(odd: Any) -> None:
    assert stopped({"kind": "monster", "value": odd})


# "timeout", "exited", "killed" and "garbled" are for the grader to find out.
@pytest.mark.parametrize("kind", ["timeout", "exited", "killed", "garbled", "ready", "loaded", "callback", "Returned", ""])
def test_a_child_does_not_say_this_of_itself(kind: str) -> None:
    assert stopped({**RETURNED, "kind": kind})
    assert stopped({**RETURNED, "kind": kind, "error": ERROR})


def test_an_empty_reply_is_garbled() -> None:
    assert stopped({})


@pytest.mark.parametrize("kind", ["raised", "forbidden", "unloadable"])
def test_an_exception_without_an_error_is_garbled(kind: str) -> None:
    assert stopped({**RETURNED, "kind": kind})


@pytest.mark.parametrize("kind", ["returned", "raised", "forbidden", "unloadable"])
@pytest.mark.parametrize(
    "error",
    [
        ERROR[:3],
        [*ERROR, "more"],
        tuple(ERROR),
        [3, *ERROR[1:]],
        [None, *ERROR[1:]],
        ["ValueError", "Exception", "no", []],
        ["ValueError", ["Exception", 3], "no", []],
        ["ValueError", ("Exception",), "no", []],
        ["ValueError", [], None, []],
        ["ValueError", [], TWO, []],
        ["ValueError", [], "no", "line 1"],
        ["ValueError", [], "no", [TWO]],
        ["Value\0Error", [], "no", []],  # Python has no such types, and refuses to make one
        ["Value\ud800Error", [], "no", []],
    ],
    ids=repr,
)
def test_an_error_of_another_form_is_garbled(kind: str, error: Any) -> None:
    assert stopped({**RETURNED, "kind": kind, "error": error})


@pytest.mark.parametrize("number", [-1, 10**330], ids=["negative", "endless"])  # 10**330 does not become a float
def test_a_number_that_nothing_measures_is_garbled(number: int) -> None:
    assert stopped({**RETURNED, "measured": number})


LEAF = ["tensor", "float64", "cpu", True]


@pytest.mark.parametrize(
    "rows",
    [
        [LEAF[:3]],
        [[*LEAF, 1]],
        [LEAF, tuple(LEAF)],
        [LEAF, None],
        [LEAF, "tens"],
        [[None, *LEAF[1:]]],
        [["tensor", "float64", 3, True]],
        [["tensor", TWO, "cpu", True]],
        [["tensor", "float64", "cpu", 1]],
        [["tensor", "float64", "cpu", np.True_]],
        {"0": LEAF},
    ],
    ids=repr,
)
def test_leaves_of_another_form_are_garbled(rows: Any) -> None:
    assert stopped({**RETURNED, "leaves": rows})


@pytest.mark.parametrize(
    "rows",
    [
        [None],
        [(TWO,)],
        [TWO],
        [[TWO], TWO],
        [[1.0]],
        [[TWO, np.float64(1.0)]],
        [[[TWO]]],
        [[Opaque("numpy.ndarray")]],
        [[TWO * 1j]],  # the arguments are real
        [{}],
    ],
    ids=repr,
)
def test_gradients_of_another_form_are_garbled(rows: Any) -> None:
    assert stopped({**RETURNED, "gradients": rows})


GOOD = [
    ({"kind": "returned"}, Outcome("returned")),
    ({"kind": "returned", "value": "text", "unknown": 3}, Outcome("returned", "text")),
    ({**RETURNED, "mutated": ["0", "w"]}, Outcome("returned", 1, mutated=("0", "w"))),
    ({**RETURNED, "aliased": ["0", "an earlier result"]}, Outcome("returned", 1, aliased=("0", "an earlier result"))),
    ({**RETURNED, "measured": 12}, Outcome("returned", 1, measured=12)),
    ({**RETURNED, "measured": 2**60}, Outcome("returned", 1, measured=2**60)),
    ({**RETURNED, "leaves": [LEAF, ["", "", "", False]]}, Outcome("returned", 1, leaves=(Leaf(*LEAF), Leaf()))),
    (
        {**RETURNED, "error": ERROR},
        Outcome("returned", 1, Error("ValueError", ("ValueError", "Exception"), "no", tuple(ERROR[3]))),
    ),
    ({"kind": "monster", "value": "float64[9]"}, Outcome("monster", "float64[9]")),
    ({"kind": "raised", "error": ["E", [], "", []], "mutated": ["x"]}, Outcome("raised", None, Error("E", (), ""), ("x",))),
    (
        {"kind": "unloadable", "error": [wire.MISSING, [], "", ["g"]]},
        Outcome("unloadable", None, Error(wire.MISSING, (), "", ("g",))),
    ),
    (
        {"kind": "forbidden", "error": ["np.exp", [], "numpy.exp", []]},
        Outcome("forbidden", None, Error("np.exp", (), "numpy.exp")),
    ),
]


@pytest.mark.parametrize(("reply", "outcome"), GOOD, ids=[f"{i}-{reply['kind']}" for i, (reply, _) in enumerate(GOOD)])
def test_a_good_reply_is_an_outcome(reply: dict[str, Any], outcome: Outcome) -> None:
    assert outcome_of(reply) == outcome
    assert outcome_of(wire.decode(wire.encode(reply)), "hello") == outcome._replace(printed="hello")


def test_gradients_keep_their_rows_and_what_is_missing() -> None:
    (first, second), (third,) = outcome_of({**RETURNED, "gradients": [[TWO, None], [TWO[:1]]]}).gradients
    assert second is None
    assert (first.tolist(), third.tolist()) == ([1.0, 2.0], [1.0])


def test_what_raised_has_no_value_whatever_it_says() -> None:
    outcome = outcome_of({"kind": "raised", "error": ERROR, "value": 1, "leaves": [LEAF], "gradients": [[TWO]], "measured": 5})
    assert (outcome.value, outcome.leaves, outcome.gradients, outcome.measured) == (None, (), (), 0)


def total(*numbers: Any) -> Any:
    return sum(numbers)


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"handle": 0},
        {"handle": 1, "value": ()},
        {"handle": "0", "value": ()},
        {"handle": None, "value": ()},
        {"handle": 0, "value": 3},
        {"handle": 0, "value": ("text",)},
        {"handle": 0, "value": (TWO, np.ones(3))},
        {"handle": 0, "value": (Opaque("Evil", 0),)},
    ],
    ids=repr,
)
def test_a_call_back_that_cannot_be_made_goes_back_as_text(reply: dict[str, Any]) -> None:
    answer = wire.decode(answer_call_back(reply, [total]))
    assert answer["value"] is None
    assert answer["error"].startswith("the function you were given cannot take this: ")


@pytest.mark.parametrize(
    "raised", [ValueError("x" * 10**6), RecursionError(), MemoryError("none left")], ids=lambda e: type(e).__name__
)
def test_what_our_function_raises_goes_back_in_a_few_words(raised: Exception) -> None:
    def fails() -> None:
        raise raised

    error = wire.decode(answer_call_back({"handle": 0, "value": ()}, [fails]))["error"]
    assert type(raised).__name__ in error
    assert len(error) <= 1000


def test_a_result_of_our_function_that_is_too_large_goes_back_as_text() -> None:
    answer = answer_call_back({"handle": 0, "value": ()}, [lambda: np.broadcast_to(0.0, (10**9,))])
    assert "TooLarge" in wire.decode(answer)["error"]


def test_functions_are_called_by_the_number_that_they_were_given() -> None:
    functions: list[Callable[..., Any]] = []
    handle_of = remember(functions)
    assert [handle_of(len), handle_of(total)] == [0, 1]
    answer = wire.decode(answer_call_back({"handle": 1, "value": (TWO, TWO)}, functions))
    assert (answer["value"].tolist(), answer["error"]) == ([2.0, 4.0], "")


@pytest.mark.parametrize("odd", [*ODD, b"text", TWO.astype(np.int8), np.zeros((2, 2), np.uint8)], ids=repr)
def test_what_was_printed_is_bytes_or_garbled(odd: Any) -> None:
    with pytest.raises(Stop, match="garbled"):
        printed_in({"printed": odd})


def test_what_was_printed_need_be_no_text() -> None:
    assert printed_in({"printed": np.frombuffer(b"a\xff", np.uint8)}) == "a\ufffd"
    assert printed_in({}) == ""
