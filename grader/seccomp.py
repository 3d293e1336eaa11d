"""seccomp: the system calls that a learner's process may make; the kernel refuses all others.

The filter is a program for the kernel's packet filter, which sees the number and the arguments of a call and answers
with what becomes of it.  Source: the kernel's documentation, userspace-api/seccomp_filter.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from functools import cache
from typing import NamedTuple

from grader.kernel import BY_MACHINE, syscall
from grader.syscalls import AUDIT, NUMBERS

ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000  # what becomes of a call; ERRNO takes a number of errno.h
LOAD, IF_EQUAL, IF_AT_LEAST, IF_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # of the filter's machine
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16  # where they stand in what a filter sees
SET_MODE_FILTER, ALL_THREADS = 1, 1  # operation and flag
X32 = 0x40000000  # from here on, x86_64 has each call a second time
NEW = 424  # libraries try a call from here on and fall back if it is not there, but not if it is not permitted

O_ASYNC = 0x2000
CLONE_THREAD = 0x10000
F_SETFL = 4
FCNTL = (0, 1, 2, 3, 1030, 1032)  # F_DUPFD F_GETFD F_SETFD F_GETFL F_DUPFD_CLOEXEC F_GETPIPE_SZ; none that sends signals
IOCTL = (0x5451, 0x5450, 0x541B)  # FIOCLEX FIONCLEX FIONREAD
PRCTL = (3, 15, 16, 0x53564D41)  # PR_GET_DUMPABLE PR_SET_NAME PR_GET_NAME PR_SET_VMA


PACKED, PID = "<HBBI", struct.Struct("<I")  # a step, and its operand


class Step(NamedTuple):
    """One instruction: an operation, how many to skip if it is true and if it is false, and its operand."""

    code: int
    true: int
    false: int
    operand: int


def program(machine: str, pid: int, threads: bool = False) -> list[Step]:
    """The filter of the process `pid`.  With `threads` it may start threads, though never processes."""
    steps = [_load(ARCHITECTURE), Step(IF_EQUAL, 1, 0, AUDIT[machine]), _return(KILL), _load(NUMBER)]
    if machine == "x86_64":
        steps += [Step(IF_AT_LEAST, 0, 1, X32), _return(KILL)]
    conditions = _conditions(pid, threads)
    for name, number in NUMBERS[machine].items():
        steps += _case(number, conditions.get(name, [_return(ALLOW)]))
    return [*steps, Step(IF_AT_LEAST, 0, 1, NEW), _return(ERRNO | errno.ENOSYS), _return(ERRNO | errno.EPERM)]


def _conditions(pid: int, threads: bool) -> dict[str, list[Step]]:
    """What decides on calls that are not simply allowed."""
    synchronous = [_argument(2), Step(IF_ANY_BIT, 0, 1, O_ASYNC), _return(ERRNO | errno.EPERM), _return(ALLOW)]
    read_limits = [*_case(0, [_argument(2, high=True), *_case(0, [_return(ALLOW)])]), _return(ERRNO | errno.EPERM)]
    start_thread = [_argument(0), Step(IF_ANY_BIT, 0, 1, CLONE_THREAD), _return(ALLOW)] if threads else []
    return {
        "kill": _among(0, (pid,)),
        "tgkill": _among(0, (pid,)),
        "fcntl": [_argument(1), *_case(F_SETFL, synchronous), *_among(1, FCNTL)],
        "ioctl": _among(1, IOCTL, otherwise=errno.ENOTTY),
        "prctl": _among(0, PRCTL),
        "prlimit64": [_argument(0), *_case(0, [_argument(2), *read_limits]), _return(ERRNO | errno.EPERM)],
        "clone": [*start_thread, _return(ERRNO | errno.EAGAIN)],
    }


def _among(argument: int, values: tuple[int, ...], otherwise: int = errno.EPERM) -> list[Step]:
    """Allow a call whose argument is one of `values`."""
    cases = [step for value in values for step in _case(value, [_return(ALLOW)])]
    return [_argument(argument), *cases, _return(ERRNO | otherwise)]


def _case(value: int, steps: list[Step]) -> list[Step]:
    """Do `steps` if what was loaded is `value`."""
    return [Step(IF_EQUAL, 0, len(steps), value), *steps]


def _load(place: int) -> Step:
    return Step(LOAD, 0, 0, place)


def _argument(number: int, high: bool = False) -> Step:
    """Load one half of an argument: both kinds of processor keep the lower one first."""
    return _load(ARGUMENTS + 8 * number + 4 * high)


def _return(action: int) -> Step:
    return Step(RETURN, 0, 0, action)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.c_void_p))


class Template(NamedTuple):
    """A filter as the kernel takes it, made once for all processes, and where it says which one it is for."""

    code: ctypes.Array[ctypes.c_char]
    program: _Program
    places: tuple[int, ...]


@cache
def template(machine: str, threads: bool) -> Template:
    one, other = (program(machine, pid, threads) for pid in (1, 2))
    code = ctypes.create_string_buffer(b"".join(struct.pack(PACKED, *step) for step in one))
    places = [
        struct.calcsize(PACKED) * (at + 1) - PID.size for at in range(len(one)) if one[at] != other[at]
    ]  # operands stand last
    return Template(code, _Program(len(one), ctypes.addressof(code)), tuple(places))


def install(machine: str, pid: int, threads: bool = False) -> None:
    """Hold this process to its filter, for ever.  Needs `no_new_privs`, or root.  Raises OSError where there is no seccomp."""
    made = template(machine, threads)
    for place in made.places:
        PID.pack_into(made.code, place, pid)
    syscall(BY_MACHINE[machine]["seccomp"], SET_MODE_FILTER, ALL_THREADS, ctypes.byref(made.program))
