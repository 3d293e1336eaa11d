"""What learners' code may leave behind on Linux: processes, shared-memory segments, queues and files; found, and then removed.

Only what carries the mark, or comes from a process of ours, is ever touched.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PATIENCE = 2.0  # seconds for processes that have been told to end
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
REMOVE = 0  # IPC_RMID
LIBC = ctypes.CDLL(None, use_errno=True)
KINDS = {  # of System V: how a key becomes a number, and how that is removed
    "shm": (lambda key: LIBC.shmget(key, 0, 0), lambda number: LIBC.shmctl(number, REMOVE, None)),
    "sem": (lambda key: LIBC.semget(key, 0, 0), lambda number: LIBC.semctl(number, 0, REMOVE)),
    "msg": (lambda key: LIBC.msgget(key, 0), lambda number: LIBC.msgctl(number, REMOVE, None)),
}


def adopt_orphans(adopt: bool = True) -> None:
    """Make this process the parent of all that come from it and outlive their own parents."""
    LIBC.prctl(SUBREAPER, int(adopt), 0, 0, 0)


def strangers() -> dict[int, str]:
    """Living descendants of this process in other sessions than its own: learners' code, and what that has started.

    The grader's own processes stay in our session; a learner's process leaves it, and nothing can come back.
    """
    known = {pid: (parent, session, state) for pid, parent, session, state in _processes()}
    ours, own = os.getsid(0), os.getpid()
    found = {}
    for pid, (parent, session, state) in known.items():
        line = [parent]
        while line[-1] in known and line[-1] != own and len(line) < 1000:
            line.append(known[line[-1]][0])
        if line[-1] == own and session != ours:
            found[pid] = state
    for pid in [pid for pid, state in found.items() if state == "Z"]:
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        del found[pid]
    return found


def _processes() -> Iterator[tuple[int, int, int, str]]:
    """(pid, parent, session, state) of every process."""
    for name in os.listdir("/proc"):  # noqa: PTH208  # names alone
        if name.isdigit():
            with suppress(OSError):
                state, parent, _, session, *_ = Path(f"/proc/{name}/stat").read_text("latin-1").rpartition(")")[2].split()
                yield int(name), int(parent), int(session), state


def processes_left(before: Iterable[int]) -> list[str]:
    """What still runs a while after the verdict, and did not run before; it is ended."""
    until = time.monotonic() + PATIENCE
    while (left := set(strangers()) - set(before)) and time.monotonic() < until:
        time.sleep(0.01)
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return [f"a process outlived its verdict ({len(left)} in all)"] if left else []


def segments_left(key: int) -> list[str]:
    """System V segments, semaphores and queues under the key; they are removed."""
    found = []
    for kind, (number_of, remove) in KINDS.items():
        rows = [line.split() for line in Path(f"/proc/sysvipc/{kind}").read_text("ascii").splitlines()[1:]]
        if any(int(row[0]) & 0xFFFFFFFF == key for row in rows):
            found.append(f"a System V object was left ({kind})")
            remove(number_of(key))
    return found


def queues_left(mark: str) -> list[str]:
    """A POSIX message queue with this name, which may lie in no folder; it is removed."""
    return ["a message queue was left"] if LIBC.mq_unlink(f"/{mark}".encode()) == 0 else []


def files_left(folders: Iterable[str], mark: str) -> list[str]:
    """Files with the mark in their names, in these folders and what lies one below; they are removed."""
    found = []
    for folder in dict.fromkeys(folders):
        for path in _marked(Path(folder), mark):
            found.append(f"a file was left in {folder}")
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    return sorted(set(found))


def _marked(folder: Path, mark: str) -> list[Path]:
    with suppress(OSError):
        return [folder / name for name in os.listdir(folder) if mark in name]  # noqa: PTH208  # names alone
    return []
