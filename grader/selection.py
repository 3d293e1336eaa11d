"""What a person asks for on the command line, as exercises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader import catalog


def chosen(root: Path, names: Sequence[str]) -> list[str]:
    """The exercises that are named, by id or by topic, in curriculum order; all if none is.  Raises CatalogError."""
    known = catalog.exercise_ids(root)
    for name in names:
        if not any(name in (one, one.split("/")[0]) for one in known):
            raise catalog.CatalogError(f"there is no exercise and no topic {name!r}")
    return [one for one in known if not names or one in names or one.split("/")[0] in names]


def named(root: Path, text: str) -> str:
    """The id behind what a person types: ``topic/name``, the name alone, or the path of the file."""
    name = catalog.typed_name(text, "exercises")
    same = [known for known in catalog.exercise_ids(root) if known.split("/")[1] == name]
    return same[0] if len(same) == 1 else name
