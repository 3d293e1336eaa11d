"""What a learner's process is stripped of, before the first byte of learner code.

This module is the place for confinement.  Today: a session of its own, no standard input, no inherited
descriptors, an empty environment, and limits on memory, CPU time, file size, descriptors and core dumps.
Files and network are not yet closed off: a learner's process can still read what its user can read.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Iterable
from pathlib import Path

MIB = 2**20
MEMORY = 1024 * MIB  # on top of what the interpreter already uses
CPU_SECONDS = 120
FILE_SIZE = MIB
DESCRIPTORS = 32
DRIVER = ("CUDA", "CUBLAS", "NVIDIA")  # variables that an accelerator's libraries read


def confine(keep: Iterable[int], accelerator: bool = False) -> None:
    """Give up everything but the descriptors in `keep` and standard output and error.

    An accelerator's driver opens devices and reserves address space as it likes, so these two are not limited for it.
    """
    for name in [name for name in os.environ if not (accelerator and name.startswith(DRIVER))]:
        del os.environ[name]
    os.chdir("/")
    _close_all_but({0, 1, 2, *keep})
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    if null != 0:
        os.close(null)
    for limit, value in _limits(accelerator):
        resource.setrlimit(limit, (value, value))


def _limits(accelerator: bool) -> list[tuple[int, int]]:
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_FSIZE, FILE_SIZE)]
    if not accelerator:
        limits.append((resource.RLIMIT_NOFILE, DESCRIPTORS))
    if sys.platform == "linux" and not accelerator:  # elsewhere a limit on address space does not hold
        limits.append((resource.RLIMIT_AS, _address_space() + MEMORY))
    return limits


def _address_space() -> int:
    """Bytes of address space in use: limits must be relative to it, because libraries reserve a lot."""
    return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()


def _close_all_but(keep: set[int]) -> None:
    first = 0
    for fd in sorted(keep):
        if first < fd:  # an empty range that ends at 0 would close everything
            os.closerange(first, fd)
        first = fd + 1
    os.closerange(first, max(first + 1, 4096))
