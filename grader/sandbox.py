"""What a learner's process is stripped of, before the first byte of learner code.

Layers, each of which holds without the others, in the order in which they are put on:

process      a session of its own, no standard input, no inherited descriptors, an environment that tells nothing
rlimits      memory, CPU time, sizes of files, descriptors, core dumps
privileges   no capabilities, also for root, and none to be won
landlock     files: the libraries of `grader.readable` may be read, nothing written; no connections, no signals to others
seccomp      system calls: no sockets, processes, tracing, shared memory; threads where an exercise asks for them
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from typing import NamedTuple

from grader import kernel, landlock, readable, seccomp

MIB = 2**20
MEMORY = 1024 * MIB  # on top of what the interpreter already uses
CPU_SECONDS = 120
FILE_SIZE = MIB
DESCRIPTORS = 32
DRIVER = ("CUDA", "CUBLAS", "NVIDIA")  # variables that an accelerator's libraries read
LATER = ("_NUM_THREADS", "_CACHE_DIR")  # ends those that libraries read which a learner's file imports later
OPEN_FOR_DRIVER = "an accelerator's driver opens devices and starts threads as it likes"


class Prepared(NamedTuple):
    """What is made once, for all the processes that are forked afterwards."""

    ruleset: landlock.Ruleset | None
    why_not: str = ""  # there is no ruleset
    without: frozenset[str] = frozenset()  # layers that are left out, to see what they are worth


class Confinement(NamedTuple):
    """Which layers hold a process, and why others do not."""

    layers: list[str]
    missing: dict[str, str]


def prepare(sites: Iterable[str], without: Set[str] = frozenset()) -> Prepared:
    """Once everything is imported that children shall find imported."""
    readable.prepare_imports()
    _forget_environment(LATER, DRIVER)
    if kernel.machine() in kernel.BY_MACHINE:
        seccomp.template(kernel.machine(), False)
    try:
        if sys.platform != "linux" or "landlock" in without:
            raise OSError("Linux alone has it")
        ruleset = landlock.prepare(readable.paths(sites), readable.DEVICES)
    except OSError as error:
        return Prepared(None, f"this system has no Landlock ({error})", frozenset(without))
    return Prepared(ruleset, "", frozenset(without))


def confine(keep: Iterable[int], prepared: Prepared, accelerator: bool = False, threads: bool = False) -> Confinement:
    """Give up everything but the descriptors in `keep` and standard output and error.  What holds now, and what does not."""
    _leave(keep, prepared, accelerator)
    layers: dict[str, Callable[[], str]] = {
        "rlimits": lambda: _limit(accelerator),
        "privileges": _privileges,
        "landlock": lambda: _landlock(prepared, accelerator),
        "seccomp": lambda: _seccomp(threads, accelerator),
    }
    found = Confinement(["process"], {})
    for name, put_on in layers.items():
        try:
            if name in prepared.without:
                raise OSError("switched off")
            found.layers.append(put_on())
        except OSError as error:
            found.missing[name] = str(error)
    return found


def _leave(keep: Iterable[int], prepared: Prepared, accelerator: bool) -> None:
    _forget_environment(LATER, DRIVER if accelerator else ())
    os.chdir("/")
    _close_all_but({0, 1, 2, *keep, *([prepared.ruleset.fd] if prepared.ruleset else [])})
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    if null != 0:
        os.close(null)


def _forget_environment(ends: tuple[str, ...], beginnings: tuple[str, ...]) -> None:
    """Delete all variables but those whose names end or begin so."""
    for name in [name for name in os.environ if not name.endswith(ends) and not name.startswith(beginnings)]:
        del os.environ[name]


def _close_all_but(keep: set[int]) -> None:
    first = 0
    for fd in sorted(keep):
        if first < fd:
            kernel.close_range(first, fd - 1)
        first = fd + 1
    kernel.close_range(first)


def _limit(accelerator: bool) -> str:
    """An accelerator's driver opens devices and reserves address space as it likes: these two are not limited for it."""
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_FSIZE, FILE_SIZE)]
    if not accelerator:
        limits.append((resource.RLIMIT_NOFILE, DESCRIPTORS))
    if sys.platform == "linux" and not accelerator:  # elsewhere a limit on address space does not hold
        limits.append((resource.RLIMIT_AS, _address_space() + MEMORY))
    for limit, value in limits:
        resource.setrlimit(limit, (value, value))
    return "rlimits"


@contextmanager
def limited(more: int) -> Iterator[None]:
    """Let this process, which is the grader's, take no more than so many bytes more for a while."""
    if sys.platform != "linux":
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _address_space() + more
    resource.setrlimit(resource.RLIMIT_AS, (wanted if before[0] < 0 else min(wanted, before[0]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _address_space() -> int:
    """Bytes of address space in use: limits must be relative to it, because libraries reserve a lot."""
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # pathlib is not loaded in a learner's process
        return int(file.read().split()[0]) * resource.getpagesize()


def _privileges() -> str:
    if sys.platform != "linux":
        raise OSError("Linux alone lets a process give them up")
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.drop_capabilities()
    return "privileges"


def _landlock(prepared: Prepared, accelerator: bool) -> str:
    if accelerator or prepared.ruleset is None:
        raise OSError(OPEN_FOR_DRIVER if accelerator else prepared.why_not)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    landlock.restrict(prepared.ruleset)
    return f"landlock {prepared.ruleset.version}"


def _seccomp(threads: bool, accelerator: bool) -> str:
    machine = kernel.machine()
    if accelerator or machine not in kernel.BY_MACHINE:
        raise OSError(OPEN_FOR_DRIVER if accelerator else "no filter is known here for this system and processor")
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.install(machine, os.getpid(), threads)
    return "seccomp"
