"""Landlock: a process gives up the file system but for what may be read, and connections and signals to others.

Source: the kernel's documentation, userspace-api/landlock.  Needs Linux 5.13, no privilege and no library.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterable
from typing import NamedTuple

from grader.kernel import LANDLOCK_ADD_RULE, LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF, syscall

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
NEWEST = 7  # version of the interface that is known here
RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # version -> how many rights of files it knows; they are bits from 0 up
TCP = 0b11  # bind and connect, from version 4
SCOPES = 0b11  # abstract unix sockets and signals, from version 6
VERSION_WANTED = 1  # flag
SAME_EXEC_OFF = 1  # flag, from version 7: what is denied does not flood the log of the machine
PATH_BENEATH = 1


class Ruleset(NamedTuple):
    """A prepared set of rules: a descriptor, and the version of Landlock that it is made for."""

    fd: int
    version: int


def version() -> int:
    """The newest version that the kernel says it has.  Raises OSError where it has none."""
    return syscall(LANDLOCK_CREATE_RULESET, None, 0, VERSION_WANTED)


def prepare(readable: Iterable[str], devices: Iterable[str]) -> Ruleset:
    """Rules by which nothing may be read but what lies in `readable`, and nothing written but `devices`.

    Raises OSError where the kernel has no Landlock.
    """
    ruleset = _created(min(version(), NEWEST))
    for paths, rights in ((readable, READ_FILE | READ_DIR), (devices, READ_FILE | WRITE_FILE)):
        for path in paths:
            _allow(ruleset.fd, path, rights)
    return ruleset


def _created(newest: int) -> Ruleset:
    """The ruleset of the newest version that really works: some kernels name one that they have in part."""
    for number in range(newest, 0, -1):
        rights = RIGHTS[max(known for known in RIGHTS if known <= number)]
        fields = [(1 << rights) - 1, *[TCP] * (number >= 4), *[SCOPES] * (number >= 6)]
        attributes = (ctypes.c_uint64 * len(fields))(*fields)
        try:
            return Ruleset(syscall(LANDLOCK_CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0), number)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.E2BIG) or number == 1:
                raise
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"  # what packing means; newer Pythons want it said
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def _allow(ruleset: int, path: str, rights: int) -> None:
    """A rule for a file, or for a folder with all that is in it; none for what is not there."""
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112  # pathlib is not loaded in a learner's process
            rights &= ~READ_DIR
        rule = _Beneath(rights, fd)
        syscall(LANDLOCK_ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(fd)


def restrict(ruleset: Ruleset) -> None:
    """Hold this process and all that it starts to the rules, for ever.  Needs `no_new_privs`, or root."""
    syscall(LANDLOCK_RESTRICT_SELF, ruleset.fd, SAME_EXEC_OFF if ruleset.version >= 7 else 0)
    os.close(ruleset.fd)
