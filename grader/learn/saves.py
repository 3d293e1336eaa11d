"""Notices that a learner has saved a file.

What counts is how the files look: their times and sizes are compared with what they were.  Where Linux rings a bell when
something in a folder changes, that is done at once, else twenty times a second.  The bell is no dependency but three calls of the
C library; it does not ring for every kind of disk, and so nothing relies on it.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

# <sys/inotify.h>: written and closed, moved away, moved here, made, deleted
CHANGES = 0x00000008 | 0x00000040 | 0x00000080 | 0x00000100 | 0x00000200
RARELY, OFTEN = 0.25, 0.05  # seconds between two looks, with a bell and without
SETTLED = 0.12  # seconds for which a file is missing or empty before it counts: editors save in two steps
Look = tuple[int, int, int] | None


class Saves:
    """Files under names, and what they looked like when they were last asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._seen = {name: _look(path) for name, path in files.items()}
        self._doubtful: dict[str, float] = {}
        self.bell = _bell(sorted({path.parent for path in files.values()}))
        self.every = OFTEN if self.bell is None else RARELY

    def changed(self) -> list[str]:
        """The files that were saved, deleted or put back since, the latest last."""
        if self.bell is not None:
            with suppress(BlockingIOError):
                while os.read(self.bell, 65536):
                    """Silence the bell before looking: what changes from now on rings again."""
        looks = {name: _look(path) for name, path in self._files.items()}
        found = [name for name, look in looks.items() if look != self._seen[name] and self._is_settled(name, look)]
        self._seen.update((name, looks[name]) for name in found)
        return sorted(found, key=lambda name: (looks[name] or (0,))[0])

    def _is_settled(self, name: str, look: Look) -> bool:
        if look is not None and look[1]:
            self._doubtful.pop(name, None)
            return True
        since = self._doubtful.setdefault(name, time.monotonic())
        if time.monotonic() - since < SETTLED:
            return False
        del self._doubtful[name]
        return True

    def close(self) -> None:
        if self.bell is not None:
            os.close(self.bell)
            self.bell = None


def _look(path: Path) -> Look:
    try:
        found = os.stat(path)  # noqa: PTH116  # for some hundred files at a time
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _bell(folders: Iterable[Path]) -> int | None:
    """A descriptor that can be read when something in the folders changes, or None where there is no such thing."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        bell = int(library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    except (OSError, AttributeError, TypeError):  # not Linux
        return None
    if bell < 0:
        return None
    for folder in folders:
        library.inotify_add_watch(bell, os.fsencode(folder), CHANGES)
    return bell
