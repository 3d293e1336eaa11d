"""`gradlings.json` of a bundle: what is graded there, and how.  An instructor may change it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import grader
from grader.bulk import Rules
from grader.catalog import CatalogError, exercise_ids, find_root
from grader.launch import REQUIRED
from grader.platforms import VISIBILITIES

FILE = "gradlings.json"
COURSE = "course"  # solutions and hidden tests, where a bundle has them


class Settings(NamedTuple):
    """What a bundle is graded with."""

    exercises: tuple[str, ...]
    seed: int = 0  # draws the hidden inputs
    hidden_checks: str = "after_due_date"  # when students see title and message of checks that their copy lacks
    untrusted: bool = True  # refuse to grade where a file cannot be confined
    seconds: float = 480.0  # for all exercises: less than the platform allows
    points: Mapping[str, int] = MappingProxyType({})  # of exercises that are worth something else than their authors say

    def text(self) -> bytes:
        return (
            json.dumps({**self._asdict(), "exercises": list(self.exercises), "points": dict(self.points)}, indent=2) + "\n"
        ).encode()


def read(bundle: Path) -> tuple[Settings, Rules]:
    """The settings of a bundle, and what they are for those who grade.  Raises CatalogError."""
    path = bundle / FILE
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        settings = Settings(**{**found, "exercises": tuple(found["exercises"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CatalogError(f"{path} cannot be read ({type(error).__name__}: {error}); export the bundle again") from None
    root = bundle / COURSE if (bundle / COURSE).is_dir() else find_root(Path(grader.__file__).parent)
    _check(path, settings, exercise_ids(root))
    return settings, Rules(root, settings.seed, REQUIRED if settings.untrusted else frozenset(), tuple(settings.points.items()))


def _check(path: Path, settings: Settings, known: tuple[str, ...]) -> None:
    """Say what makes no sense, before a student is told anything."""
    wrong = [name for name in settings.exercises if name not in known]
    kinds = {"seed": int, "hidden_checks": str, "untrusted": bool, "seconds": (int, float), "points": Mapping}
    problems = [f"there is no exercise {name!r}" for name in wrong[:1]] + ["it names no exercise"] * (not settings.exercises)
    problems += [f"{name} cannot be {getattr(settings, name)!r}" for name, kind in kinds.items() if not _is(settings, name, kind)]
    problems += [
        f"points of {name} cannot be {worth!r}"
        for name, worth in dict(settings.points).items()
        if type(worth) is not int or worth < 1
    ]
    if settings.hidden_checks not in VISIBILITIES:
        problems.append(f"hidden_checks is one of {', '.join(VISIBILITIES)}")
    if problems:
        raise CatalogError(f"{path}: {problems[0]}")


def _is(settings: Settings, name: str, kind: Any) -> bool:
    value = getattr(settings, name)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
