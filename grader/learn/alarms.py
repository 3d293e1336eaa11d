"""Looks at something else while work is under way, in the same thread, and may end that work."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 0.15  # seconds before the first look
EVERY = 0.05


class Interrupted(BaseException):
    """Somebody wants something else.  Not an Exception: whoever grades must not take it for the learner's."""


@contextmanager
def alarm(tick: Callable[[], None]) -> Iterator[None]:
    """Call `tick` again and again while what is inside runs; what it raises is raised there.  Not on Windows."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda number, frame: tick())
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
