"""What a result depends on: a file, an exercise with all that it is graded with, and a seed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import grader
from grader import submission
from grader.catalog import hidden_file


def key_of(digest: str, exercise: str, version: str, seed: int) -> str:
    """What a result depends on, less the machine."""
    return hashlib.sha256("\0".join([digest, exercise, version, str(seed)]).encode()).hexdigest()


def version_of(root: Path, exercise: str) -> str:
    """Changes with the solution, its hidden tests, what they import of other solutions, and with the kit."""
    parts = [grader.__version__, submission.standalone(root, exercise), submission.read(hidden_file(root, exercise))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
