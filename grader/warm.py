"""What a process that grades many files keeps: exercises that it has loaded, and what starts learners' processes."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from grader import catalog
from grader.exercise import Exercise
from grader.launch import Launchers
from grader.recall import remembering


@cache
def loaded(root: Path, exercise: str) -> Exercise:
    """The exercise, whose reference remembers what it gave."""
    return remembering(catalog.load(root, exercise))


@cache
def launchers(required: frozenset[str] = frozenset()) -> Launchers:
    """Started when they are first asked for, and ended with this process."""
    started = Launchers(required)
    atexit.register(started.close)
    return started
