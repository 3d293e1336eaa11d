"""Everything that comes back from a learner's process, and how long each call took: listened to in a grader under attack."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader import worker
from grader.exercise import Outcome
from grader.worker import Process

LOADING = 1.0  # seconds to load a file: ten, as usual, for each file that hangs would be too long to wait
MOST = 200_000  # characters that are kept of each kind


class Heard:
    """What one process has said, and by how much its worst call exceeded its deadline."""

    def __init__(self) -> None:
        self.printed: dict[str, None] = {}
        self.said: dict[str, None] = {}
        self.overdue = 0.0
        self.missing: list[str] = []  # layers of confinement that did not hold it

    def take(self, outcome: Outcome, seconds: float, deadline: float) -> None:
        allowed = 0.0 if isinstance(outcome.value, str) and outcome.value == "loading" else deadline
        self.overdue = max(self.overdue, seconds - allowed)
        self.printed[outcome.printed] = None
        self.said.update(dict.fromkeys([repr(outcome._replace(value=None, printed="")), *texts(outcome.value)]))

    def plain(self) -> dict[str, Any]:
        printed, said = ("\n".join(parts)[:MOST] for parts in (self.printed, self.said))
        return {"printed": printed, "said": said, "overdue": round(self.overdue, 3), "missing": self.missing}


def texts(value: Any) -> Iterator[str]:
    """What can be read in a result, be it spelt in numbers."""
    if isinstance(value, np.ndarray):
        yield value[:MOST].tobytes().decode("latin-1") if value.ndim else str(value)
        if value.dtype.kind in "iuf" and value.size < MOST:
            yield "".join(chr(int(number)) for number in value.ravel() if 31 < number < 127)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*texts(key), *texts(item))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)
    else:
        yield value.decode("latin-1") if isinstance(value, bytes) else repr(value)


def listen() -> None:
    """From now on every process has its `heard`."""
    worker.LOAD_DEADLINE = LOADING
    original = Process.call

    def call(self: Process, *args: Any, **kwargs: Any) -> Outcome:
        loaded, begin = self._line is not None and not self._loading, time.monotonic()
        outcome = original(self, *args, **kwargs)
        seconds = time.monotonic() - begin - (0.0 if loaded else LOADING)
        heard_of(self).take(outcome, seconds, self._deadline)
        heard_of(self).missing = sorted(self.missing)
        return outcome

    Process.call = call  # type: ignore[method-assign]  # in a process that exists for this


def heard_of(process: Any) -> Heard:
    return vars(process).setdefault("heard", Heard())
