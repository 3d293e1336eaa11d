"""One trial: a call on sample arguments, held against the reference under a tolerance measured for these very arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader import compare, structure
from grader.catalog import reference_of
from grader.compare import Wrong
from grader.exercise import ORDINARY, Exercise, Finding, How, Leaf, Outcome
from grader.yours import Yours, evaluate, misplaced, private_copy, shared

EPS32 = compare.EPS["float32"]
SHAKES = 4


def agree(exercise: Exercise, yours: Yours, args: tuple[Any, ...], how: How = ORDINARY) -> Outcome:
    """Call, compare with the reference, and return the outcome; raise `Wrong` where they differ."""
    __tracebackhide__ = True
    wanted = expected(exercise, args)
    before, outcome = private_copy(args), yours.under(how, args)
    finding = misplaced(outcome, wanted) or structure.differs(outcome.value, wanted)
    if finding is None:
        got, want = (shared(exercise, value, before) for value in (outcome.value, wanted))
        finding = compare.difference(got, want)
    if finding is not None and finding.kind == "value" and exercise.invariant is None:
        finding = compare.values(got, want, noise=_noise64(exercise, before, want))
    if finding is not None:
        raise Wrong(finding)
    return outcome


def dtypes(leaves: tuple[Leaf, ...], dtype: str) -> Finding | None:
    """The first floating-point tensor that is not of the smaller type in which the arguments came."""
    for leaf in leaves:
        if leaf.kind == "tensor" and "float" in leaf.dtype and leaf.dtype != dtype:
            return structure.finding("dtype", "", got=leaf.dtype, expected=dtype)
    return None


def expected(exercise: Exercise, args: tuple[Any, ...]) -> Any:
    """What the reference gives.  It changes no input: tests/test_every_exercise.py sees to that."""
    outcome = evaluate(reference_of(exercise), args, {})
    if outcome.error is not None:
        raise RuntimeError(f"the reference fails on its own sample: {outcome.error.type}: {outcome.error.message}")
    return outcome.value


def shaken_noise(
    exercise: Exercise, args: tuple[Any, ...], high: Any, rng: np.random.Generator, eps: float = EPS32
) -> list[float]:
    """The largest noise of a small type for inputs moved by one rounding: one measurement alone may be lucky on a small array.

    It is 0 where the reference refuses inputs that were moved.
    """
    found = [[0.0 for _ in structure.leaves(high)]]
    for _ in range(SHAKES):

        def shake(a: Any) -> Any:
            return (a * (1 + eps * rng.choice([-1.0, 1.0], a.shape))).astype(a.dtype)

        outcome = evaluate(reference_of(exercise), map_floats(shake, args), {})
        if outcome.kind == "returned":
            found.append(compare.measured_noise(outcome.value, high, eps))
    return [max(column) for column in zip(*found, strict=True)]


def _noise64(exercise: Exercise, args: tuple[Any, ...], wanted: Any) -> list[float]:
    """The rounding noise of float64, estimated from how far float32 moves the reference on the same inputs."""
    low = evaluate(reference_of(exercise), map_arrays(lambda a: a.astype(np.float32) if a.dtype == np.float64 else a, args), {})
    if low.kind != "returned":
        return [0.0 for _ in structure.leaves(wanted)]
    ratio = float(np.finfo(np.float64).eps) / EPS32
    return [noise * ratio for noise in compare.measured_noise(low.value, wanted, EPS32)]


def sample(exercise: Exercise, rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    assert exercise.sample is not None
    return tuple(exercise.sample(rng, size))


def has_floats(exercise: Exercise) -> bool:
    arrays = [leaf for _, leaf in structure.leaves(sample(exercise, np.random.default_rng(0)))]
    return any(isinstance(a, np.ndarray) and a.dtype.kind == "f" for a in arrays)


def map_floats(change: Callable[[Any], Any], value: Any) -> Any:
    """The same with `change` of each floating-point array."""
    return map_arrays(lambda a: change(a) if a.dtype.kind == "f" else a, value)


def map_arrays(change: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, list | tuple):
        return type(value)(map_arrays(change, item) for item in value)
    if isinstance(value, dict):
        return {key: map_arrays(change, item) for key, item in value.items()}
    return value
