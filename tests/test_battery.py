"""Each promise of the battery is broken here once, and the learner hears of exactly that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from conftest import Direct
from toys import ABOUT, row_means, toy

from grader import battery
from grader.exercise import Result, Verdict
from grader.grade import checks_of, grade

BATTERY = [check.id for check in battery.checks(toy())]


def outcome(learner: Callable[..., Any], **parts: Any) -> dict[str, Result]:
    """The results that did not pass, by check."""
    report = grade(toy(**parts), Direct(learner))
    return {result.check: result for result in report.results if result.verdict is not Verdict.PASSED}


def mutates(x: Any) -> Any:
    result = row_means(x)
    x[0, 0] = 7.0
    return result


def squeezes(x: Any) -> Any:
    return np.atleast_1d(row_means(x).squeeze()) if x.size > 1 else row_means(x).squeeze()


def needs_contiguous(x: Any) -> Any:
    return row_means(np.frombuffer(x.data, x.dtype).reshape(x.shape)) if x.flags.c_contiguous else np.zeros(x.shape[0])


def overflows(x: Any) -> Any:
    return np.log(np.exp(row_means(x)))


def widens(x: Any) -> Any:
    return row_means(x).astype(np.float64)


def halves(x: Any) -> Any:
    return row_means(x.astype(np.float16)).astype(x.dtype) if x.dtype == np.float32 else row_means(x)


class Counts:
    """Right the first time, and then no more."""

    def __init__(self) -> None:
        self.seen: set[bytes] = set()

    def __call__(self, x: Any) -> Any:
        again = x.tobytes() in self.seen
        self.seen.add(x.tobytes())
        return row_means(x) + again


@pytest.mark.parametrize(
    ("learner", "check", "verdict", "kind"),
    [
        (mutates, "ordinary_input", Verdict.WRONG, "mutated"),
        (squeezes, "ordinary_input", Verdict.WRONG, "type"),
        (Counts(), "ordinary_input", Verdict.WRONG, "unrepeatable"),
        (needs_contiguous, "any_layout", Verdict.WRONG, "value"),
        (overflows, "large_values", Verdict.WRONG, "nonfinite"),
        (widens, "float32_too", Verdict.WRONG, "dtype"),
        (halves, "float32_too", Verdict.IMPRECISE, "imprecise"),
    ],
)
def test_a_broken_promise_is_noticed(learner: Any, check: str, verdict: Verdict, kind: str) -> None:
    result = outcome(learner)[check]
    assert (result.verdict, result.finding.kind if result.finding else "") == (verdict, kind)


def test_a_right_function_keeps_every_promise() -> None:
    assert outcome(row_means) == {}
    assert outcome(lambda x: np.array([sum(row) / len(row) for row in x], dtype=x.dtype)) == {}


def test_what_is_wrong_in_float64_is_wrong_and_not_imprecise() -> None:
    assert {result.verdict for result in outcome(lambda x: row_means(x) + 1).values()} == {Verdict.WRONG}


@pytest.mark.parametrize("name", BATTERY)
def test_an_author_may_skip_a_check_with_a_reason(name: str) -> None:
    about = replace(ABOUT, skip={name: "a reason"})
    assert name not in [check.id for check in checks_of(toy(about=about))]


def test_without_arrays_of_floats_only_ordinary_input_is_checked() -> None:
    exercise = toy(reference=lambda n: n + 1, sample=lambda rng, size: (int(rng.integers(9)),))
    assert [check.id for check in checks_of(exercise)] == ["ordinary_input"]


def test_without_a_reference_there_is_no_battery() -> None:
    assert checks_of(toy(reference=None)) == ()


def test_a_reference_that_fails_on_its_sample_is_our_fault() -> None:
    def fails(x: Any) -> None:
        raise ValueError("no")

    assert {result.verdict for result in outcome(row_means, reference=fails).values()} == {Verdict.BROKEN}


def test_random_results_are_compared_by_what_right_answers_share() -> None:
    def draws(x: Any, rng: Any) -> Any:
        return rng.permutation(x)

    parts = {
        "reference": draws,
        "sample": lambda rng, size: (rng.normal(size=1 if size == "ones" else 5), np.random.default_rng(3)),
        "invariant": lambda result, x, rng: np.sort(result),
    }
    assert outcome(lambda x, rng: x[np.argsort(rng.random(len(x)))], **parts) == {}
    assert set(outcome(lambda x, rng: rng.permutation(x) + 1, **parts)) == set(BATTERY)
    assert {r.finding.kind for r in outcome(lambda x, rng: list(x), **parts).values() if r.finding} == {"type"}
