"""The references against PyTorch, SciPy and NumPy: values, and gradients by autograd, on many random inputs each.

What an exercise is compared with stands in its hidden file: ``independent = "torch.softmax(x / temperature, dim)"``.
"""

from __future__ import annotations

import inspect
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, load

from grader import catalog, compare, structure, tensors
from grader.exercise import Exercise
from grader.grade import rng_for
from grader.gradients import STEP
from grader.yours import private_copy

DRAWS = 60
PAIRED = [load(name) for name in catalog.exercise_ids(ROOT) if load(name).independent]


@pytest.fixture(scope="module")
def libraries() -> dict[str, Any]:
    import scipy.differentiate  # noqa: PLC0415  # heavy, and used by these tests alone
    import scipy.ndimage  # noqa: PLC0415
    import scipy.signal  # noqa: PLC0415
    import scipy.special  # noqa: PLC0415
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)
    return {"torch": torch, "F": torch.nn.functional, "np": np, "scipy": scipy}


def test_every_exercise_is_paired_or_excused(exercise: Exercise) -> None:
    assert bool(exercise.independent) != ("independent" in exercise.about.skip)


@pytest.mark.parametrize("paired", PAIRED, ids=[e.id for e in PAIRED])
def test_an_independent_library_gives_the_same(paired: Exercise, libraries: dict[str, Any]) -> None:
    exercise, drawn = paired, set()
    for number in range(DRAWS):
        rng = rng_for(number, exercise.id, "independent")
        args = sample(exercise, rng, number)
        drawn.add(repr(args))
        given = named(exercise, private_copy(args))
        differentiable = "torch" in exercise.independent
        if differentiable:
            given = tensors.give(given, "cpu", grad=True)
        result = eval(exercise.independent, libraries | given)
        assert exercise.reference is not None
        want = exercise.reference(*args)
        got = tensors.take(result)
        finding = structure.differs(got, want) or compare.values(got, want)
        assert finding is None, f"draw {number}: {finding}"
        if differentiable and "gradients_flow" not in exercise.about.skip:
            compare_gradients(exercise, args, result, given, rng)
    assert len(drawn) >= 50


def sample(exercise: Exercise, rng: np.random.Generator, number: int) -> tuple[Any, ...]:
    assert exercise.sample is not None
    return tuple(exercise.sample(rng, "ones" if number % 20 == 19 else "random"))


def named(exercise: Exercise, args: tuple[Any, ...]) -> dict[str, Any]:
    """Every parameter by its name, those that the sample leaves out with their defaults."""
    assert exercise.reference is not None
    bound = inspect.signature(exercise.reference).bind(*args)
    bound.apply_defaults()
    return dict(bound.arguments)


def compare_gradients(exercise: Exercise, args: tuple[Any, ...], result: Any, given: dict[str, Any], rng: Any) -> None:
    """The library's gradient of a random combination of the results, along a random direction of all arguments."""
    torch_leaves = [leaf for _, leaf in structure.leaves(given) if getattr(leaf, "requires_grad", False)]
    found = [leaf for _, leaf in structure.leaves(result) if hasattr(leaf, "is_floating_point")]
    parts = [leaf for leaf in found if leaf.is_floating_point()]
    if not torch_leaves or not parts:
        return
    cotangents = [rng.normal(size=tuple(part.shape)) for part in parts]
    (rows,) = tensors.pull_back(parts, torch_leaves, [cotangents])
    directions = [rng.normal(size=tuple(leaf.shape)) for leaf in torch_leaves]
    got = sum(float(np.sum(g * d)) for g, d in zip(rows, directions, strict=True) if g is not None)

    def product(step: float) -> float:
        moved = shifted(args, [step * direction for direction in directions])
        assert exercise.reference is not None
        leaves = [np.asarray(leaf) for _, leaf in structure.leaves(exercise.reference(*moved))]
        floats = [leaf for leaf in leaves if leaf.dtype.kind == "f"]
        return sum(float(np.sum(c * leaf)) for c, leaf in zip(cotangents, floats, strict=True))

    coarse, fine = ((product(h) - product(-h)) / (2 * h) for h in (STEP, STEP / 2))
    if abs(coarse - fine) < 1e-5 * (abs(fine) + 1):  # no kink nearby
        assert got == pytest.approx((4 * fine - coarse) / 3, rel=1e-5, abs=1e-5)


def shifted(args: Any, steps: list[Any]) -> Any:
    """The arguments with one step added to each floating-point array, in order."""
    if isinstance(args, list | tuple):
        return type(args)(shifted(item, steps) for item in args)
    if isinstance(args, dict):
        return {key: shifted(item, steps) for key, item in args.items()}
    if isinstance(args, np.ndarray | np.generic) and args.dtype.kind == "f":
        return args + steps.pop(0)
    return args
