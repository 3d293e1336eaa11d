"""Does autograd get through?  A vector-Jacobian product under random cotangents, held against finite differences.

The learner's side computes gradients g of <result, c> for a random c.  This side knows no PyTorch: for a random
direction d of one argument the product <g, d> must be the directional derivative of <reference, c>, which two central
differences give (Richardson's extrapolation; error of the order of the fourth power of the step).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import structure
from grader.catalog import reference_of
from grader.compare import Wrong
from grader.exercise import Exercise, Finding, How, Outcome
from grader.trial import agree, expected, sample
from grader.yours import Yours, evaluate

STEP = 1e-4
TRIES = 8  # samples drawn until one has no kink nearby
SMOOTH = 1e-6  # two steps that agree to this show no kink
NEAR = 1e-5  # of the sum of absolute terms
SHOWN = 2000  # entries searched for the first wrong one

Row = tuple[Any, ...]


def gradients_flow(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Gradients flow back through it, and are the derivatives of what it computes."""
    for _ in range(TRIES):
        args = sample(exercise, rng)
        results = _results(expected(exercise, args))
        cotangents = tuple(tuple(rng.normal(size=np.shape(part)) for part in results) for _ in range(2))
        directions = [rng.normal(size=a.shape) for a in _floats(args)]
        slopes = [_slope(exercise, args, number, direction, cotangents) for number, direction in enumerate(directions)]
        wanted = [row for row in slopes if row is not None]
        if len(wanted) == len(slopes):
            break
    else:
        raise RuntimeError("the reference has no derivative at its own sample; skip gradients_flow, and say why")
    if not any(any(row) for row in wanted):  # nothing depends on anything
        agree(exercise, yours, args)
        return
    inert = tuple(number for number, row in enumerate(wanted) if not any(row))  # random numbers that are only compared
    outcome = agree(exercise, yours, args, How(cotangents=cotangents, inert=inert))
    sizes = [sum(float(np.sum(np.abs(np.multiply(p, c)))) for p, c in zip(results, row, strict=True)) for row in cotangents]
    finding = _cut_off(outcome) or _compare(exercise, args, outcome, cotangents, directions, wanted, sizes)
    if finding is not None:
        raise Wrong(finding)


def _by_name(value: Any) -> Any:
    """As in `grader.tensors`: entries of dicts in the order of their names."""
    if isinstance(value, list | tuple):
        return [_by_name(item) for item in value]
    return {key: _by_name(value[key]) for key in sorted(value, key=str)} if isinstance(value, dict) else value


def _results(value: Any) -> list[Any]:
    """The floating-point parts of a result."""
    leaves = [leaf for _, leaf in structure.leaves(_by_name(value))]
    return [leaf for leaf in leaves if isinstance(leaf, np.ndarray | np.floating | float) and np.asarray(leaf).dtype.kind == "f"]


def _floats(args: Any) -> list[Any]:
    """The arguments that arrive as tensors with requires_grad, in the order of their gradients."""
    return [leaf for _, leaf in structure.leaves(args) if _is_floating(leaf)]


def _is_floating(value: Any) -> bool:
    return isinstance(value, np.ndarray | np.floating) and value.dtype.kind == "f"


def _names(exercise: Exercise, args: Row) -> list[str]:
    """``weight``, ``params['bias']``: what a learner calls these arguments."""
    named = [(f"{exercise.parameters[i]}{path}", leaf) for i, arg in enumerate(args) for path, leaf in structure.leaves(arg)]
    return [name for name, leaf in named if _is_floating(leaf)]


def _moved(args: Any, number: int, step: Any) -> Any:
    """The arguments with `step` added to one of the floating-point arrays, counted as `_floats` does."""
    count = -1

    def move(value: Any) -> Any:
        nonlocal count
        if isinstance(value, list | tuple):
            return type(value)(move(item) for item in value)
        if isinstance(value, dict):
            return {key: move(item) for key, item in value.items()}
        if _is_floating(value):
            count += 1
            return value + step if count == number else value
        return value

    return move(args)


def _slope(exercise: Exercise, args: Row, number: int, direction: Any, cotangents: tuple[Row, ...]) -> list[float] | None:
    """The directional derivatives of <reference, c> for each row of cotangents; None where there is a kink."""

    def products(step: float) -> Any:
        outcome = evaluate(reference_of(exercise), _moved(args, number, step * direction), {})
        if outcome.error is not None:
            return np.full(len(cotangents), np.nan)
        parts = _results(outcome.value)
        return np.array([sum(np.sum(np.multiply(p, c)) for p, c in zip(parts, row, strict=True)) for row in cotangents])

    here, steps = products(0.0), (STEP, STEP / 2, STEP / 4)
    around = [(products(h), products(-h)) for h in steps]
    coarse, fine, finest = ((above - below) / (2 * h) for (above, below), h in zip(around, steps, strict=True))
    one, two = (4 * fine - coarse) / 3, (4 * finest - fine) / 3
    _, small, smallest = ((above - 2 * here + below) / h for (above, below), h in zip(around, steps, strict=True))
    corner = 2 * smallest - small  # by how much the slopes on both sides differ, where the kink is the point itself
    scale = sum(float(np.sum(np.abs(c))) for row in cotangents for c in row) + float(np.max(np.abs(two), initial=0.0))
    return list(map(float, two)) if np.all(np.maximum(np.abs(one - two), np.abs(corner)) <= SMOOTH * scale) else None


def _cut_off(outcome: Outcome) -> Finding | None:
    """Autograd knows nothing of the result, or cannot go back through it."""
    if outcome.error is not None:
        facts = {"type": outcome.error.type, "message": outcome.error.message, "frames": list(outcome.error.frames)}
        return Finding("backward", facts)
    return None if outcome.gradients else Finding("detached")


def _compare(
    exercise: Exercise,
    args: Row,
    outcome: Outcome,
    cotangents: tuple[Row, ...],
    directions: list[Any],
    wanted: list[list[float]],
    sizes: list[float],
) -> Finding | None:
    """The first argument whose gradient is missing or wrong.  `sizes` are the sums of absolute terms of <reference, c>."""
    names, arguments = _names(exercise, args), _floats(args)
    active = [number for number, row in enumerate(wanted) if any(row)]
    for place, number in enumerate(active):
        argument, direction = arguments[number], directions[number]
        rows = [row[place] if place < len(row) else None for row in outcome.gradients]
        if any(row is not None and row.shape != argument.shape for row in rows) or len(rows) != len(cotangents):
            return Finding("detached")
        found = [np.zeros(argument.shape) if row is None else row.astype(np.float64) for row in rows]
        terms = [gradient * direction for gradient in found]
        scale = [float(np.sum(np.abs(t))) + abs(want) for t, want in zip(terms, wanted[number], strict=True)]
        with np.errstate(all="ignore"):
            sums = [float(np.sum(t)) for t in terms]
        zipped = zip(sums, wanted[number], scale, sizes, strict=True)
        near = [np.isfinite(t) and abs(t - w) <= NEAR * max(s, 1e-5 * size, 1e-12) for t, w, s, size in zipped]
        if all(near):
            continue
        if any(row is None for row in rows):
            return Finding("cut", {"name": names[number]})
        if found[0].any() and np.array_equal(found[0], found[1]):
            return Finding("cotangent", {"name": names[number]})
        return _first_wrong(exercise, args, number, cotangents, found, names[number])
    return None


def _first_wrong(exercise: Exercise, args: Row, number: int, cotangents: tuple[Row, ...], found: list[Any], name: str) -> Finding:
    """The first wrong entry of a gradient, searched for only after a failure."""
    for index in list(np.ndindex(found[0].shape))[:SHOWN]:
        unit = np.zeros(found[0].shape)
        unit[index] = 1.0
        slopes = _slope(exercise, args, number, unit, cotangents)
        for want, gradient in zip(slopes or [], found, strict=False):
            size = float(np.max(np.abs(gradient), where=np.isfinite(gradient), initial=0.0))
            if not abs(gradient[index] - want) <= NEAR * (abs(want) + size):
                return Finding("gradient", {"name": name, "index": index, "got": float(gradient[index]), "expected": want})
    return Finding("gradient", {"name": name, "index": (), "got": None, "expected": None})
