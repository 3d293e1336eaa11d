"""What a person asks for on the command line, as exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grader import catalog
from grader.exercise import Exercise

MOST_POINTS = 10_000


def chosen(root: Path, names: Sequence[str]) -> list[str]:
    """The exercises that are named, by id or by topic, in curriculum order; all if none is.  Raises CatalogError."""
    known = catalog.exercise_ids(root)
    for name in names:
        if not any(name in (one, one.split("/")[0]) for one in known):
            raise catalog.CatalogError(f"there is no exercise and no topic {name!r}")
    return [one for one in known if not names or one in names or one.split("/")[0] in names]


def weights(root: Path, asked: Sequence[str]) -> dict[str, int]:
    """What exercises are worth where that is not what their authors say: ``convolution=5``, ``convolution/conv2d=20``.

    The later of two counts.  Raises CatalogError.
    """
    found: dict[str, int] = {}
    for text in asked:
        name, _, points = text.partition("=")
        if not points.isdecimal() or not 0 < int(points) <= MOST_POINTS:
            raise catalog.CatalogError(
                f"--points takes an exercise or a topic, and a whole number: activations/relu=5, not {text!r}"
            )
        found |= dict.fromkeys(chosen(root, [name]), int(points))
    return found


def weighed(exercise: Exercise, points: Mapping[str, int]) -> Exercise:
    """The exercise, worth what these say."""
    if points.get(exercise.id, exercise.about.points) == exercise.about.points:
        return exercise
    return replace(exercise, about=replace(exercise.about, points=points[exercise.id]))


def named(root: Path, text: str) -> str:
    """The id behind what a person types: ``topic/name``, the name alone, or the path of the file."""
    name = catalog.typed_name(text, "exercises")
    same = [known for known in catalog.exercise_ids(root) if known.split("/")[1] == name]
    return same[0] if len(same) == 1 else name
