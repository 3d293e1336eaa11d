"""The `>>>` examples are run as printed and compared as numbers, as exactly as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from conftest import Direct

from grader import examples
from grader.catalog import parse_examples
from grader.exercise import About, Error, Exercise, Outcome, Result, Verdict
from grader.grade import grade

ABOUT = About(title="Toy", difficulty=1, points=1, hints=("a", "b", "c"))


def toy(docstring: str, reference: Callable[..., Any] | None = None) -> Exercise:
    return Exercise("toys/f", ABOUT, "", ("x",), "", parse_examples(docstring), reference)


def graded(docstring: str, learner: Callable[..., Any], reference: Callable[..., Any] | None = None) -> Result:
    (result,) = grade(toy(docstring, reference), Direct(learner)).results
    return result


def kind(docstring: str, *learner: Any, reference: Any = None) -> str | None:
    """What is found wrong where the learner's function gives one value after another."""
    values = iter(learner)
    finding = graded(docstring, lambda *_: next(values), reference).finding
    return finding.kind if finding else None


def raises(error: BaseException) -> Callable[..., Any]:
    def function(*_: Any) -> Any:
        raise error

    return function


THIRDS = ">>> f(3)\narray([0.33333333, 0.66666667])\n"


def test_what_is_printed_is_true_to_eight_decimals_and_no_fewer() -> None:
    assert kind(THIRDS, np.array([1, 2]) / 3) is None
    assert kind(THIRDS, np.array([0.33333333, 0.66666667])) is None
    assert kind(THIRDS, np.array([0.3333334, 0.66666667])) == "value"
    assert kind(THIRDS, np.array([0.33333333, 0.66666667], np.float32)) == "dtype"


def test_an_entry_that_rounds_to_zero_may_be_anything_that_rounds_to_zero() -> None:
    printed = ">>> f(3)\narray([0.        , 0.26894142])\n"
    assert kind(printed, np.array([4e-9, 0.26894142137])) is None
    assert kind(printed, np.array([4e-8, 0.26894142137])) == "value"


def test_a_number_with_few_decimals_is_exact() -> None:
    assert kind(">>> f(3)\narray([-1.5,  7.5])\n", np.array([-1.5, 7.5 + 1e-12])) is None
    assert kind(">>> f(3)\narray([-1.5,  7.5])\n", np.array([-1.5, 7.5 + 1e-6])) == "value"
    assert kind(">>> f(3)\narray([0., 1.])\n", np.array([1e-9, 1.0])) == "value"


def test_the_digits_of_a_large_number_count() -> None:
    assert kind(">>> f(3)\narray([1.23456789e+10, 1.00000000e+00])\n", np.array([12345678912.3, 1.0])) is None
    assert kind(">>> f(3)\narray([1.23456789e+10, 1.00000000e+00])\n", np.array([12345690000.0, 1.0])) == "value"


@pytest.mark.parametrize("value", [0.0, 4.6e-10, -4.5e-10])
def test_the_digits_of_a_tiny_number_count(value: float) -> None:
    assert kind(">>> f(3)\narray([4.53978687e-10])\n", np.array([4.539786870243e-10])) is None
    assert kind(">>> f(3)\narray([4.53978687e-10])\n", np.array([value])) == "value"


def test_a_last_zero_that_is_not_printed_is_one_more_decimal() -> None:
    value = np.array([0.006099804])
    assert repr(value) == "array([0.0060998])"
    assert kind(f">>> f(3)\n{value!r}\n", value) is None


PRINTED = [
    None,
    True,
    3,
    0.1,
    2.5e-300,
    float("inf"),
    1 + 2j,
    "mean",
    (1.5, [2, "x"], {"w": None}),
    np.float64(1) / 3,
    np.int64(3),
    np.True_,
    np.array([np.nan, np.inf, -np.inf, 1.0]),
    np.array([[1, 2], [3, 4]]),
    np.array([True, False]),
    np.array([], dtype=bool),
    np.array([0.1, 1 / 3], np.float32),
    np.array([1.0 + 2.0j]),
    [np.array([1.0]), (np.array(2.0),)],
]
UNPRINTED = [np.arange(3, dtype=np.int32), np.ones(2, np.float16), np.ones(2, np.complex64), np.zeros((0, 3))]


@pytest.mark.parametrize("value", [*PRINTED, *UNPRINTED])
def test_whatever_is_printed_can_be_read_back(value: Any) -> None:
    if value is None:
        assert parse_examples(f">>> f(3)\n{value!r}\n")[0].want == "None"
    assert kind(f">>> f(3)\n{value!r}\n", value) is None
    assert kind(f">>> f(3)\n{value!r}\n", "something else") in ("type", "value")


def test_a_result_of_another_type_is_told() -> None:
    assert kind(">>> f(3)\n2.0\n", 2) == "type"
    assert kind(">>> f(3)\n2.0\n", np.array([2.0])) == "type"
    assert kind(">>> f(3)\n(1.0, 2.0)\n", [1.0, 2.0]) is None
    assert kind(">>> f(3)\n(1.0, 2.0)\n", (1.0,)) == "length"


SETUP = """
>>> x = np.array([1.0,
...               2.0])
>>> y = f(x)
>>> y + 1
array([2., 3.])
>>> z = 3.0
>>> f(x * z)
array([3., 6.])
"""


def test_lines_that_print_nothing_prepare_the_next() -> None:
    first, second = parse_examples(SETUP)
    assert first.source.count("\n") == 4
    assert "z = 3.0" in second.source
    assert "y = f(x)" in second.source
    assert graded(SETUP, lambda x: x).verdict is Verdict.PASSED


def test_the_failing_example_is_shown_with_what_prepares_it() -> None:
    result = graded(SETUP, lambda x: np.minimum(x, 4.0))
    assert result.finding is not None
    assert result.finding.kind == "value"
    assert result.finding.facts["index"] == (1,)
    assert result.finding.facts["example"].endswith("z = 3.0\nf(x * z)")


def test_all_examples_are_one_check() -> None:
    (check,) = examples.checks(toy(SETUP))
    assert (check.id, check.kind) == ("examples", "visible")
    assert list(examples.checks(replace(toy(SETUP), examples=()))) == []


RAISING = ">>> f(-1)\nTraceback (most recent call last):\n    ...\nValueError: x must be at least 0, got -1\n"


def test_an_example_may_raise() -> None:
    (example,) = parse_examples(RAISING)
    assert (example.want, example.raises) == ("", "ValueError: x must be at least 0, got -1")
    assert graded(RAISING, raises(ValueError("other words"))).verdict is Verdict.PASSED


def test_an_example_that_should_raise_and_does_not_fails() -> None:
    result = graded(RAISING, lambda x: x)
    assert (result.verdict, result.finding and result.finding.kind) == (Verdict.WRONG, "did_not_raise")
    assert result.finding is not None
    assert result.finding.facts["expected"] == "ValueError: x must be at least 0, got -1"
    assert result.finding.facts["example"] == "f(-1)"


def test_an_example_that_raises_something_else_fails() -> None:
    assert graded(RAISING, raises(TypeError("x"))).verdict is Verdict.RAISED
    assert graded(RAISING, raises(Exception("ValueError"))).verdict is Verdict.RAISED
    assert graded(THIRDS, raises(ValueError("x"))).verdict is Verdict.RAISED


def test_an_unwritten_function_is_todo_even_where_it_should_raise() -> None:
    assert graded(RAISING, raises(NotImplementedError())).verdict is Verdict.TODO
    assert graded(SETUP, raises(NotImplementedError())).verdict is Verdict.TODO


class Fixed(Direct):
    """A worker that answers every call alike."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def call(self, args: Any, kwargs: Any, how: Any = None) -> Outcome:
        return self.outcome

    def close(self) -> None: ...


def test_a_kind_of_value_error_is_a_value_error() -> None:
    error = Error("NegativeInput", ("ValueError", "Exception", "BaseException", "object"), "x must be at least 0")
    (result,) = grade(toy(RAISING), Fixed(Outcome("raised", error=error))).results
    assert result.verdict is Verdict.PASSED


@pytest.mark.parametrize("docstring", [THIRDS, RAISING, SETUP])
def test_a_call_that_hangs_is_a_timeout(docstring: str) -> None:
    (result,) = grade(toy(docstring), Fixed(Outcome("timeout"))).results
    assert result.verdict is Verdict.TIMEOUT


PARTS = ">>> first, second = f(3)\n>>> first[0]\n2.0\n"


def test_with_a_reference_a_result_that_cannot_be_taken_apart_is_wrong() -> None:
    assert kind(PARTS, ([2.0], 3.0), reference=lambda x: ([2.0], 3.0)) is None
    assert kind(PARTS, None, reference=lambda x: ([2.0], 3.0)) == "type"


def test_without_a_reference_a_result_that_cannot_be_taken_apart_is_wrong() -> None:
    assert graded(PARTS, lambda x: ([2.0], 3.0)).verdict is Verdict.PASSED
    assert graded(PARTS, lambda x: None).verdict is Verdict.WRONG
