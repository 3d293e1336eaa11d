"""One line on a terminal: how far work has come, how fast it goes, how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

WIDTH = 24
EVERY = 0.1  # seconds between two drawings


class Progress:
    """Draws itself on a terminal, and says nothing anywhere else."""

    def __init__(self, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._stream, self._clock = total, stream or sys.stderr, clock
        self._done, self._start, self._drawn = 0, clock(), 0.0

    def add(self, number: int) -> None:
        self._done += number
        now = self._clock()
        if self._stream.isatty() and (now - self._drawn >= EVERY or self._done == self._total):
            self._drawn = now
            self._stream.write(f"\r\033[K{self.line()}")
            self._stream.flush()

    def line(self) -> str:
        """``[######------] 250 of 500, 48 a second, 5 s left``"""
        filled = WIDTH * self._done // max(self._total, 1)
        rate = self._done / max(self._clock() - self._start, 1e-9)
        left = f", {_duration((self._total - self._done) / rate)} left" if 0 < self._done < self._total else ""
        return f"[{'#' * filled}{'-' * (WIDTH - filled)}] {self._done:,} of {self._total:,}, {rate:.3g} a second{left}"

    def close(self) -> None:
        """Leave the line."""
        if self._stream.isatty() and self._done:
            self._stream.write("\n")
            self._stream.flush()


def _duration(seconds: float) -> str:
    """``5 s``, ``12 min``, ``3 h 20 min``"""
    minutes = round(seconds / 60)
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
