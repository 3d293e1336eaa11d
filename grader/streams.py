"""Standard output and error of a learner's process: what Python writes there can be kept apart, call by call."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_kept: list[bytearray] = []  # where it goes at present; to the descriptor, if nowhere else


class _Raw(io.FileIO):
    """A descriptor, or for a while a place in our memory.  What does not come by Python's streams is not kept apart."""

    def write(self, data: Any, /) -> int:
        if not _kept:
            return super().write(data)
        _kept[-1].extend(data)
        return len(memoryview(data).cast("B"))


def open_streams() -> None:
    """Let standard output and error be what they are in a learner's process, whatever their descriptors stand for then."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        raw = io.BufferedWriter(_Raw(number, "w", closefd=False))
        setattr(sys, name, io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace"))


def flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # the learner may have closed or replaced it
            continue


@contextmanager
def kept() -> Iterator[Callable[[], bytes]]:
    """Inside, nothing of it comes out; it is given what was written since it was asked last."""
    flush()
    written = bytearray()
    _kept.append(written)

    def since() -> bytes:
        flush()
        part = bytes(written)
        written.clear()
        return part

    try:
        yield since
    finally:
        flush()
        _kept.remove(written)
