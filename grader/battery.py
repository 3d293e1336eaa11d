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
from grader.exercise import NUMPY, Check, Exercise, Finding, How, Outcome, Setup
from grader.gradients import gradients_flow
from grader.growth import peak_memory, python_steps
from grader.memory import EARLIER, positions
from grader.trial import agree, dtypes, expected, has_floats, map_arrays, map_floats, sample, shaken_noise
from grader.yours import Yours, imitate, misplaced, private_copy, shared

LARGE = 1e4  # exp(1e4) overflows in every floating-point type
LAYOUTS = {"numpy": "reversed", "torch": "strided"}


class Imprecise(Wrong):
    """Right in float64, but a smaller type loses more than rounding explains."""


def checks(exercise: Exercise, setup: Setup = NUMPY) -> Iterator[Check]:
    """The battery for one exercise, less what its author skips and what does not apply."""
    if exercise.reference is None or exercise.sample is None:
        return
    floating = has_floats(exercise)
    applies = {
        ordinary_input: True,
        any_layout: floating,
        large_values: floating,
        float32_too: floating,
        gradients_flow: floating and setup.backend == "torch",
        python_steps: exercise.about.vectorised,
        peak_memory: bool(exercise.about.memory),
        smaller_type: setup.dtype in exercise.about.dtypes and (setup.backend == "torch" or setup.dtype == "float16"),
    }
    for function, applicable in applies.items():
        if applicable and function.__name__ not in exercise.about.skip:
            yield Check(function.__name__, (function.__doc__ or "").splitlines()[0], "battery", _bound(function, exercise))


def _bound(function: Callable[..., None], exercise: Exercise) -> Callable[[Any, Any], None]:
    return lambda yours, rng: function(exercise, yours, rng)


def ordinary_input(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Right for ordinary input and for axes of length 1, again and again; the input stays as it was, the result is new."""
    args = sample(exercise, rng)
    first = agree(exercise, yours, private_copy(args))
    tidy(exercise, first)
    _draws(exercise, args, first)
    tidy(exercise, agree(exercise, yours, sample(exercise, rng, "ones")))
    again = yours.checked(yours.outcome(*args))
    finding = compare.difference(again.value, first.value)
    if finding is not None:
        raise Wrong(Finding("unrepeatable", finding.facts))
    tidy(exercise, again)


def _draws(exercise: Exercise, args: tuple[Any, ...], outcome: Outcome) -> None:
    """Raise `Wrong` where the reference moves a random generator on and the learner's function does not."""
    if not positions(args, {}):
        return
    still = [name for name in imitate(reference_of(exercise), args, {}).drawn if name not in outcome.drawn]
    if still:
        raise Wrong(Finding("undrawn", {"names": [exercise.parameters[int(name)] for name in still]}))


def tidy(exercise: Exercise, outcome: Outcome) -> None:
    """Raise `Wrong` for a call that changed an argument, or whose result is not new."""
    known = {str(number): name for number, name in enumerate(exercise.parameters)}
    changed = [known.get(name, name) for name in outcome.mutated]
    shared = [known.get(name, name) for name in outcome.aliased if name != EARLIER]
    if changed:
        raise Wrong(Finding("mutated", {"names": changed}))
    if shared:
        raise Wrong(Finding("aliased", {"names": shared}))
    if outcome.aliased:
        raise Wrong(Finding("kept"))


def any_layout(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """An unusual layout in memory, such as that of x.T, changes nothing."""
    yours.circumstances["layout"] = LAYOUTS[yours.setup.backend]
    try:
        agree(exercise, yours, map_arrays(_oddly_laid_out, sample(exercise, rng)))
    except Wrong as wrong:
        raise Wrong(Finding(wrong.finding.kind, {**wrong.finding.facts, **yours.circumstances})) from None


def large_values(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Large but finite input stays finite where it can."""
    agree(exercise, yours, map_floats(lambda a: a * LARGE, sample(exercise, rng)))


def float32_too(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """float32 in, float32 out, as accurate as float32 can be."""
    args = map_floats(lambda a: a.astype(np.float32), sample(exercise, rng))
    wide = map_floats(lambda a: a.astype(np.float64), args)
    outcome = yours.checked(yours.outcome(*private_copy(args)))
    got, low, high = outcome.value, expected(exercise, args), expected(exercise, wide)
    finding = misplaced(outcome, low) or structure.differs(got, low)
    if finding is not None:
        raise Wrong(finding)
    got, low, high = (shared(exercise, value, args) for value in (got, low, high))
    noise = compare.measured_noise(low, high, compare.EPS["float32"])
    finding = compare.values(got, high, noise=noise, dtype="float32")
    if finding is not None and finding.kind == "value" and exercise.invariant is None:
        noise = list(map(max, noise, shaken_noise(exercise, args, high, rng)))
        finding = compare.values(got, high, noise=noise, dtype="float32")
    if finding is not None:
        _imprecise(exercise, yours, wide, finding, "float32")


def smaller_type(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """The type asked for with --dtype in, the same type out, as accurate as it can be."""
    dtype = yours.setup.dtype
    args = map_floats(lambda a: _rounded(a, dtype), sample(exercise, rng))
    wide = map_floats(lambda a: a.astype(np.float64), args)
    if dtype == "float16":
        args = map_floats(lambda a: a.astype(np.float16), args)
    outcome = yours.under(How(cast=dtype), private_copy(args))
    high = expected(exercise, wide)
    got = map_floats(lambda a: a.astype(np.float64), outcome.value)
    finding = misplaced(outcome, high) or dtypes(outcome.leaves, dtype)
    if finding is None and not outcome.leaves:
        finding = structure.differs(outcome.value, map_floats(lambda a: a.astype(dtype), high))
    finding = finding or structure.differs(got, high)
    if finding is not None:
        raise Wrong(finding)
    got, high = (shared(exercise, value, args) for value in (got, high))
    noise = shaken_noise(exercise, wide, high, rng, compare.EPS[dtype])
    finding = compare.values(got, high, noise=noise, dtype=dtype)
    if finding is not None:
        _imprecise(exercise, yours, wide, finding, dtype)


def _imprecise(exercise: Exercise, yours: Yours, wide: tuple[Any, ...], finding: Finding, dtype: str) -> None:
    """What is wrong in float64 too is wrong, and not imprecise."""
    last = yours.calls[-1]
    agree(exercise, yours, wide)
    yours.calls.append(last)  # the last call is the one that a learner is shown
    raise Imprecise(Finding("imprecise", {**finding.facts, "dtype": dtype}))


def _oddly_laid_out(a: Any) -> Any:
    """The same numbers with negative strides, gaps, the first axis fastest, and no permission to write."""
    odd = np.asfortranarray(np.repeat(a[::-1], 2, axis=0))[::-2] if a.ndim else a.copy()
    odd.flags.writeable = False
    return odd


def _rounded(a: Any, dtype: str) -> Any:
    """float32 numbers that the smaller type can hold."""
    if dtype == "float16":
        return a.astype(np.float16).astype(np.float32)
    bits = np.ascontiguousarray(a, dtype=np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000).astype(np.uint32).view(np.float32).reshape(a.shape)
