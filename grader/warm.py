"""What a process that grades many files keeps: exercises that it has loaded, and what starts learners' processes."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from grader import catalog
from grader.exercise import Exercise
from grader.launch import Launchers
from grader.recall import remembering
from grader.selection import weighed


@cache
def loaded(root: Path, exercise: str, points: int = 0) -> Exercise:
    """The exercise, whose reference remembers what it gave; worth `points`, where that is not 0."""
    known = catalog.load(root, exercise)
    return remembering(weighed(known, {exercise: points} if points else {}))


@cache
def launchers(required: frozenset[str] = frozenset()) -> Launchers:
    """Started when they are first asked for, and ended with this process."""
    started = Launchers(required)
    atexit.register(started.close)
    return started
