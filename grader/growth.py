"""How what a call takes grows with the data: Python steps and peak memory, counted and never timed.

Both compare ``sample(rng, "large")`` with ``sample(rng, "huge")``, which has several times as much data.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from grader import structure
from grader.compare import Wrong
from grader.exercise import Exercise, Finding, How
from grader.trial import agree, sample
from grader.yours import Yours

SLACK = 1.5  # loops over the data grow with the data, at least threefold here; other code does not grow at all


def python_steps(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """More data take no more Python steps: there is no loop over them."""
    (small, few), (big, many) = _measured("steps", exercise, yours, rng)
    if many > SLACK * few:
        raise Wrong(Finding("steps", {"sizes": [small, big], "steps": [few, many]}))


def peak_memory(exercise: Exercise, yours: Yours, rng: np.random.Generator) -> None:
    """Memory grows with the data, and no faster."""
    (small, less), (big, more) = _measured("memory", exercise, yours, rng)
    if more / less > SLACK * big / small:
        raise Wrong(Finding("space", {"sizes": [small, big], "bytes": [less, more]}))


def _measured(
    what: Literal["steps", "memory"], exercise: Exercise, yours: Yours, rng: np.random.Generator
) -> list[tuple[int, int]]:
    """(numbers in the arguments, steps or bytes) for the two sizes."""
    found = []
    for size in ("large", "huge"):
        args = sample(exercise, rng, size)
        if size == "large":
            agree(exercise, yours, args)  # what a first call loads and sets up is not to be counted
        numbers = sum(leaf.size for _, leaf in structure.leaves(args) if isinstance(leaf, np.ndarray))
        found.append((numbers, max(1, agree(exercise, yours, args, How(measure=what)).measured)))
    return found
