"""System calls of Linux that Python has no function for, by their numbers."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from functools import cache

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 4, 36, 38
CAPABILITY_VERSION_3 = 0x20080522
# These have one number everywhere.
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
CLOSE_RANGE = 436
MADV_COLLAPSE, LARGE_PAGE = 25, 2**21  # bytes
MOST_OPEN = 4096  # descriptors, where they are closed one by one
BY_MACHINE = {"x86_64": {"capset": 126, "seccomp": 317}, "aarch64": {"capset": 91, "seccomp": 277}}


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def machine() -> str:
    """The kind of processor, as Linux names it; empty elsewhere, and where a 32-bit Python runs on a 64-bit kernel."""
    return os.uname().machine if sys.platform == "linux" and sys.maxsize > 2**32 else ""


def syscall(number: int, *arguments: object) -> int:
    """Make a system call.  Raises OSError with the errno that it sets."""
    given = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments]
    result = int(_libc().syscall(ctypes.c_long(number), *given))
    return _checked(result)


def prctl(option: int, value: int = 0) -> int:
    zeros = [ctypes.c_ulong(0)] * 3
    return _checked(int(_libc().prctl(ctypes.c_int(option), ctypes.c_ulong(value), *zeros)))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def close_range(first: int, last: int = 2**31 - 1) -> None:
    """Close the descriptors from `first` to `last`; those that are not open do not matter."""
    try:
        if not machine():
            raise OSError("Linux alone has it")
        syscall(CLOSE_RANGE, first, last, 0)
    except OSError:  # as in Linux before 5.9
        os.closerange(first, min(last, max(first, MOST_OPEN)) + 1)


def join_pages() -> None:
    """Join this process's own memory into large pages, as far as this system does so (Linux 6.1): a fork has less to copy
    then, and its end less to free."""
    with suppress(OSError), open("/proc/self/maps", "rb") as maps:  # noqa: PTH123  # once for each zygote: quick
        for where, access, _, _, file, *_ in (line.split() for line in maps.readlines()):
            if access != b"rw-p" or file != b"0":
                continue
            first, last = (int(edge, 16) for edge in where.split(b"-"))
            first, last = -(-first // LARGE_PAGE) * LARGE_PAGE, last // LARGE_PAGE * LARGE_PAGE
            if first < last:
                _libc().madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), MADV_COLLAPSE)


def drop_capabilities() -> None:
    """Whoever runs this, root too, may from now on do no more than an ordinary owner of its files."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    syscall(BY_MACHINE[machine()]["capset"], ctypes.byref(header), ctypes.byref(nothing))


def undumpable() -> None:
    """No other process of the same user may read this one's memory or environment, and it leaves no core dump."""
    if sys.platform == "linux":
        prctl(PR_SET_DUMPABLE, 0)


def die_with(parent: int) -> None:
    """End when the parent ends, also if it has ended already."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
