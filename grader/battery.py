"""The checks that every exercise gets for free, from nothing but its `sample`.

Each one also compares values, so that a function that is wrong everywhere earns nothing for being tidy.
A check that makes no sense for an exercise is named in its ``About.skip``, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader import compare, structure
from grader.catalog import reference_of
from grader.compare import Wrong
from grader.exercise import Check, Exercise, Finding, Outcome
from grader.yours import Yours, evaluate, private_copy, shared

EPS32 = float(np.finfo(np.float32).eps)
SHAKES = 4
LARGE = 1e4  # exp(1e4) overflows in every floating-point type


class Imprecise(Wrong):
    """Right in float64, but float32 loses more than rounding explains."""


def checks(exercise: Exercise) -> Iterator[Check]:
    """The battery for one exercise, less what its author skips."""
    if exercise.reference is None or exercise.sample is None:
        return
    floating = _has_floats(exercise)
    for function in BATTERY:
        if function.__name__ not in exercise.about.skip and (function not in FLOATING or floating):
            yield Check(function.__name__, (function.__doc__ or "").splitlines()[0], "battery", _bound(function, exercise))


def _bound(function: Callable[..., None], exercise: Exercise) -> Callable[[Any, Any], None]:
    return lambda yours, rng: function(exercise, yours, rng)


def ordinary_input(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Right for ordinary input and for axes of length 1, the same again, and the input is left as it was."""
    args = _sample(exercise, rng)
    first = _agree(exercise, yours, private_copy(args))
    if first.mutated:
        names = [exercise.parameters[int(name)] if name.isdigit() else name for name in first.mutated]
        raise Wrong(Finding("mutated", {"names": names}))
    _agree(exercise, yours, _sample(exercise, rng, "ones"))
    finding = compare.difference(yours(*args), first.value)
    if finding is not None:
        raise Wrong(Finding("unrepeatable", finding.facts))


def any_layout(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Arrays that are reversed, strided, in column order and read-only work like any other."""
    yours.circumstances["layout"] = "reversed"
    try:
        _agree(exercise, yours, _map_arrays(_oddly_laid_out, _sample(exercise, rng)))
    except Wrong as wrong:
        raise Wrong(Finding(wrong.finding.kind, {**wrong.finding.facts, **yours.circumstances})) from None


def large_values(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Large but finite input stays finite where it can."""
    _agree(exercise, yours, _map_arrays(lambda a: a * LARGE if a.dtype.kind == "f" else a, _sample(exercise, rng)))


def float32_too(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """float32 in, float32 out, as accurate as float32 can be."""
    args = _map_arrays(lambda a: a.astype(np.float32) if a.dtype.kind == "f" else a, _sample(exercise, rng))
    wide = _map_arrays(lambda a: a.astype(np.float64) if a.dtype.kind == "f" else a, args)
    got = yours(*private_copy(args))
    low, high = (_expected(exercise, a) for a in (args, wide))
    finding = structure.differs(got, low)
    if finding is not None:
        raise Wrong(finding)
    got, low, high = (shared(exercise, value, args) for value in (got, low, high))
    noise = compare.measured_noise(low, high, EPS32)
    finding = compare.values(got, high, noise=noise, dtype="float32")
    if finding is not None and finding.kind == "value" and exercise.invariant is None:
        noise = list(map(max, noise, *_shaken_noise(exercise, args, high, rng)))
        finding = compare.values(got, high, noise=noise, dtype="float32")
    if finding is not None:
        imprecise = yours.calls[-1]
        _agree(exercise, yours, wide)  # what is wrong in float64 too is wrong, and not imprecise
        yours.calls.append(imprecise)  # the last call is the one that a learner is shown
        raise Imprecise(Finding("imprecise", finding.facts))


BATTERY: tuple[Callable[[Exercise, Yours, np.random.Generator], None], ...] = (
    ordinary_input,
    any_layout,
    large_values,
    float32_too,
)
FLOATING = (any_layout, large_values, float32_too)


def _agree(exercise: Exercise, yours: Yours, args: tuple[Any, ...]) -> Outcome:
    """Call, and compare with the reference under a tolerance that is measured for these very inputs."""
    __tracebackhide__ = True
    expected = _expected(exercise, args)
    before, got = private_copy(args), yours(*args)
    finding = structure.differs(got, expected)
    if finding is None:
        got, want = (shared(exercise, value, before) for value in (got, expected))
        finding = compare.difference(got, want)
    if finding is not None and finding.kind == "value" and exercise.invariant is None:
        finding = compare.values(got, want, noise=_noise64(exercise, before, want))
    if finding is not None:
        raise Wrong(finding)
    return yours.calls[-1].outcome


def _expected(exercise: Exercise, args: tuple[Any, ...]) -> Any:
    """What the reference gives.  It changes no input: tests/test_every_exercise.py sees to that."""
    outcome = evaluate(reference_of(exercise), args, {})
    if outcome.error is not None:
        raise RuntimeError(f"the reference fails on its own sample: {outcome.error.type}: {outcome.error.message}")
    return outcome.value


def _shaken_noise(exercise: Exercise, args: tuple[Any, ...], high: Any, rng: np.random.Generator) -> Iterator[list[float]]:
    """The noise of float32 for inputs moved by one rounding: one measurement alone may be lucky on a small array."""
    for _ in range(SHAKES):

        def shake(a: Any) -> Any:
            return (a * (1 + EPS32 * rng.choice([-1.0, 1.0], a.shape))).astype(a.dtype) if a.dtype.kind == "f" else a

        outcome = evaluate(reference_of(exercise), _map_arrays(shake, args), {})
        if outcome.kind == "returned":
            yield compare.measured_noise(outcome.value, high, EPS32)


def _noise64(exercise: Exercise, args: tuple[Any, ...], expected: Any) -> list[float]:
    """The rounding noise of float64, estimated from how far float32 moves the reference on the same inputs."""
    low = evaluate(reference_of(exercise), _map_arrays(lambda a: a.astype(np.float32) if a.dtype == np.float64 else a, args), {})
    if low.kind != "returned":
        return [0.0 for _ in structure.leaves(expected)]
    ratio = float(np.finfo(np.float64).eps) / EPS32
    return [noise * ratio for noise in compare.measured_noise(low.value, expected, EPS32)]


def _sample(exercise: Exercise, rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    assert exercise.sample is not None
    return tuple(exercise.sample(rng, size))


def _has_floats(exercise: Exercise) -> bool:
    arrays = [leaf for _, leaf in structure.leaves(_sample(exercise, np.random.default_rng(0)))]
    return any(isinstance(a, np.ndarray) and a.dtype.kind == "f" for a in arrays)


def _map_arrays(change: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return change(value)
    if isinstance(value, list | tuple):
        return type(value)(_map_arrays(change, item) for item in value)
    if isinstance(value, dict):
        return {key: _map_arrays(change, item) for key, item in value.items()}
    return value


def _oddly_laid_out(a: Any) -> Any:
    """The same numbers with negative strides, gaps, the first axis fastest, and no permission to write."""
    odd = np.asfortranarray(np.repeat(a[::-1], 2, axis=0))[::-2] if a.ndim else a.copy()
    odd.flags.writeable = False
    return odd
