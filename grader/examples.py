"""The visible check: the `>>>` examples of the statement, compared as numbers and never as printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import compare, structure, wire
from grader.exercise import Check, Example, Exercise, Finding
from grader.program import value_of
from grader.yours import LearnerRaised, Yours

EXPONENT = re.compile(r"\de([+-]\d+)")
FRACTION = re.compile(r"\.\d")
NARROW = np.dtype(np.intp).itemsize == 4  # NumPy makes int32 of integers there
FAMILIAR = (TypeError, ValueError, LookupError, AttributeError)


def widened(value: Any) -> Any:
    """What a function returned, as it would be on most machines: where integers are narrow, as in browsers, int32 is int64."""
    if not NARROW:
        return value
    if isinstance(value, np.ndarray | np.generic):
        return value.astype(np.int64) if value.dtype == np.int32 else value
    if isinstance(value, list | tuple):
        return type(value)(map(widened, value))
    return {key: widened(item) for key, item in value.items()} if isinstance(value, dict) else value


def _array(data: Any, dtype: Any = None, shape: tuple[int, ...] | None = None) -> np.ndarray[Any, Any]:
    """What NumPy prints as ``array(...)``, also with the shape that it adds to an empty one."""
    made: np.ndarray[Any, Any] = widened(np.array(data, dtype=dtype))
    return made if shape is None else made.reshape(shape)


WANTED = {"array": _array, "np": np, "nan": np.nan, "inf": np.inf} | {name: np.dtype(name).type for name in wire.DTYPES}


def checks(exercise: Exercise) -> Iterator[Check]:
    """One check for all examples of the statement."""
    if exercise.examples:
        yield Check("examples", "The examples of the statement.", "visible", lambda yours, rng: _run_all(exercise, yours))


def _run_all(exercise: Exercise, yours: Yours) -> None:
    for example in exercise.examples:
        finding = _raises(exercise, example, yours) if example.raises else _returns(exercise, example, yours)
        if finding is not None:
            raise compare.Wrong(Finding(finding.kind, {**finding.facts, "example": example.source.strip()}))


def _returns(exercise: Exercise, example: Example, yours: Yours) -> Finding | None:
    want = eval(example.want, dict(WANTED))
    try:
        got = run(exercise, example, yours)
    except FAMILIAR as error:
        if exercise.reference is not None or isinstance(error, LearnerRaised):
            raise
        result = structure.label(yours.calls[-1].outcome.value) if yours.calls else "nothing"
        return Finding("type", {"path": "", "got": result, "expected": "what the example shows"})
    if (odd := yours.odd_result()) is not None:  # what came back, before the example did something with it
        return odd
    return compare.difference(got, want, noise=[_half_a_digit(example.want) for _ in structure.leaves(want)])


def _half_a_digit(printed: str) -> float:
    """NumPy prints eight decimals and drops zeros at the end; what lies behind them is unknown."""
    if not FRACTION.search(printed):
        return 0.0
    largest = max((int(exponent) for exponent in EXPONENT.findall(printed)), default=0)
    return 0.51e-8 / 8 * 10.0**largest


def _raises(exercise: Exercise, example: Example, yours: Yours) -> Finding | None:
    try:
        run(exercise, example, yours)
    except LearnerRaised as raised:
        if example.raises.split(":")[0] in raised.error.bases:
            return None
        raise
    return Finding("did_not_raise", {"expected": example.raises})


def run(exercise: Exercise, example: Example, function: Any) -> Any:
    """Run the example's lines with `function` under the exercise's name; the value of the last line."""
    if exercise.plays:
        return function(example.source.strip())
    return value_of(example.source, {"np": np, exercise.name: function})
