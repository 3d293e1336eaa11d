"""Runs the learner's code in this process, for debuggers and for platforms that cannot start another one."""

from __future__ import annotations

import warnings
from bdb import BdbQuit
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from grader import tensors, wire
from grader.exercise import NUMPY, ORDINARY, How, Outcome, Setup
from grader.replies import outcome_of, remember
from grader.runner import Runner
from grader.worker import request_for


class InProcess:
    """Runs the learner's code right here, for `pytest --pdb` and breakpoints.  No isolation, no deadline."""

    confinement: tuple[str, ...] = ()

    def __init__(self, source: bytes, filename: str, name: str, setup: Setup = NUMPY, forbid: tuple[str, ...] = ()) -> None:
        self.setup = setup
        if setup.backend == "torch":
            tensors.equip(setup.device)
        file = {"source": source, "filename": filename, "name": name, "forbid": forbid}
        file |= {"backend": setup.backend, "device": setup.device}
        self._runner = Runner(file, (KeyboardInterrupt, BdbQuit, pytest.exit.Exception))
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            self._runner.load()

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        functions: list[Callable[..., Any]] = []
        message = b"".join(request_for(args, kwargs, how, remember(functions)))
        request = wire.decode(message)
        with warnings.catch_warnings():
            warnings.simplefilter("default")  # pytest may have turned warnings into errors; a child would not
            reply = self._runner.answer(request, functions.__getitem__)
        try:
            return outcome_of(wire.decode(wire.encode(reply)))
        except wire.TooLarge as too_large:
            return Outcome("monster", str(too_large))

    def versions(self) -> dict[str, str]:
        """What the learner's side of a Report depends on."""
        return tensors.describe() if self.setup.backend == "torch" else {}

    def prepare(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to end."""
