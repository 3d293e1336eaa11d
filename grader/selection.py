"""What a person asks for on the command line, as exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
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


def known(root: Path, text: str) -> str:
    """The id behind what a person types, of an exercise that there is.  Raises CatalogError, which says what is near."""
    name, ids = named(root, text), catalog.exercise_ids(root)
    if name in ids:
        return name
    if any(one.split("/")[0] == name for one in ids):
        raise catalog.CatalogError(f"{name!r} is a topic; its exercises: gradlings list --topic {name}")
    short, names = name.split("/")[-1], {one: one.split("/")[1] for one in ids}
    alike = [*get_close_matches(short, names.values(), n=3), *[one for one in names.values() if short and short in one]]
    near = [one for like in dict.fromkeys(alike) for one in ids if names[one] == like]
    where = f"do you mean {' or '.join(near[:3])}?" if near else "find it with: gradlings list WORD"
    raise catalog.CatalogError(f"there is no exercise {name!r}; {where}")


def named(root: Path, text: str) -> str:
    """The id behind what a person types: ``topic/name``, the name alone, or the path of the file."""
    name = catalog.typed_name(text, "exercises")
    same = [known for known in catalog.exercise_ids(root) if known.split("/")[1] == name]
    return same[0] if len(same) == 1 else name
