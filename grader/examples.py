"""The visible check: the `>>>` examples of the statement, compared as numbers and never as printed text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import compare
from grader.exercise import Check, Example, Exercise, Finding
from grader.yours import LearnerRaised, Yours

PRINTED = re.compile(r"\d\.\d{8}")  # NumPy prints eight decimals; what lies behind them is unknown
TYPES = ("float32", "float64", "int64", "uint8")
WANTED = {"array": np.array, "np": np, "nan": np.nan, "inf": np.inf} | {name: getattr(np, name) for name in TYPES}


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
    got, want = run(exercise, example, yours), eval(example.want, dict(WANTED))
    printed = [1e-8 / 8 if PRINTED.search(example.want) else 0.0 for _ in compare.leaves(want)]
    return compare.difference(got, want, noise=printed)


def _raises(exercise: Exercise, example: Example, yours: Yours) -> Finding | None:
    try:
        run(exercise, example, yours)
    except LearnerRaised as raised:
        if raised.error.type == example.raises.split(":")[0]:
            return None
        raise
    return Finding("did_not_raise", {"expected": example.raises})


def run(exercise: Exercise, example: Example, function: Any) -> Any:
    """Run the example's lines with `function` under the exercise's name; the value of the last line."""
    names: dict[str, Any] = {"np": np, exercise.name: function}
    *setup, last = ast.parse(example.source).body
    exec(compile(ast.Module(setup, []), "<example>", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<example>", "eval"), names)
    exec(compile(ast.Module([last], []), "<example>", "exec"), names)
    return None
