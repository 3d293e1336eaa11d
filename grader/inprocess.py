"""Runs the learner's code in this process, for debuggers and for platforms that cannot start another one."""

from __future__ import annotations

import warnings
from bdb import BdbQuit
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from grader import wire
from grader.child import Runner
from grader.exercise import Outcome
from grader.worker import outcome_of, remember


class InProcess:
    """Runs the learner's code right here, for `pytest --pdb` and breakpoints.  No isolation, no deadline."""

    confinement: tuple[str, ...] = ()

    def __init__(self, source: bytes, filename: str, name: str) -> None:
        self._runner = Runner(source, filename, name, (KeyboardInterrupt, BdbQuit, pytest.exit.Exception))

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Outcome:
        functions: list[Callable[..., Any]] = []
        request = wire.decode(wire.encode({"args": args, "kwargs": dict(kwargs)}, remember(functions)))
        with warnings.catch_warnings():
            warnings.simplefilter("default")  # pytest may have turned warnings into errors; a child would not
            reply = self._runner.answer(request, functions.__getitem__)
        try:
            return outcome_of(wire.decode(wire.encode(reply)))
        except wire.TooLarge as too_large:
            return Outcome("monster", str(too_large))

    def prepare(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to end."""
