"""The filter answers as it should on both kinds of processor, as a machine of its own that runs it says."""

from __future__ import annotations

import errno

import pytest

from grader.seccomp import ALLOW, ERRNO, IF_ANY_BIT, IF_AT_LEAST, IF_EQUAL, KILL, LOAD, RETURN, program
from grader.syscalls import AUDIT, NUMBERS

PID = 4711
MACHINES = tuple(AUDIT)
# Of calls that are not in the table at all, for they are never allowed: (x86_64, aarch64).
REFUSED = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "sendto": (44, 206),
    "recvmsg": (47, 212),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "memfd_create": (319, 279),
    "unshare": (272, 97),
    "mount": (165, 40),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "setrlimit": (160, 164),
    "setsid": (112, 157),
    "setuid": (105, 146),
    "seccomp": (317, 277),
    "keyctl": (250, 219),
    "mkdirat": (258, 34),
    "unlinkat": (263, 35),
    "rt_sigqueueinfo": (129, 138),
    "tkill": (200, 130),
}
SINCE_424 = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "pidfd_open": 434,
    "clone3": 435,
    "openat2": 437,
    "pidfd_getfd": 438,
}


def answer(machine: str, call: int, *arguments: int, threads: bool = False, architecture: int | None = None) -> int:
    """What becomes of a system call: the filter is run as the kernel runs it."""
    words = {0: call, 4: AUDIT[machine] if architecture is None else architecture}
    for place, argument in enumerate(arguments):
        words[16 + 8 * place], words[20 + 8 * place] = argument & 0xFFFFFFFF, argument >> 32
    steps, at, loaded = program(machine, PID, threads), 0, 0
    while True:
        code, true, false, operand = steps[at]
        at += 1
        if code == RETURN:
            return operand
        if code == LOAD:
            loaded = words.get(operand, 0)
            continue
        holds = {IF_EQUAL: loaded == operand, IF_AT_LEAST: loaded >= operand, IF_ANY_BIT: bool(loaded & operand)}[code]
        at += true if holds else false


def named(machine: str, name: str, *arguments: int, threads: bool = False) -> int:
    return answer(machine, NUMBERS[machine][name], *arguments, threads=threads)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", REFUSED)
def test_what_reaches_beyond_the_process_is_refused(machine: str, name: str) -> None:
    assert answer(machine, REFUSED[name][MACHINES.index(machine)]) == ERRNO | errno.EPERM


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", SINCE_424)
def test_new_calls_are_not_there_so_that_libraries_fall_back(machine: str, name: str) -> None:
    assert answer(machine, SINCE_424[name]) == ERRNO | errno.ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    ("name", "arguments", "refused"),
    [
        ("kill", (PID, 9), 0),
        ("kill", (1, 9), errno.EPERM),
        ("kill", (2**32 - 1, 9), errno.EPERM),  # -1: everybody
        ("kill", (0, 9), errno.EPERM),  # the group
        ("tgkill", (PID, PID + 1, 6), 0),
        ("tgkill", (PID - 1, PID - 1, 6), errno.EPERM),
        ("fcntl", (3, 1), 0),
        ("fcntl", (3, 4, 0x800), 0),  # F_SETFL O_NONBLOCK
        ("fcntl", (3, 4, 0x2000), errno.EPERM),  # O_ASYNC
        ("fcntl", (3, 8, 1), errno.EPERM),  # F_SETOWN
        ("fcntl", (3, 10, 9), errno.EPERM),  # F_SETSIG
        ("fcntl", (3, 1031, 1), errno.EPERM),  # F_SETPIPE_SZ
        ("ioctl", (3, 0x5451), 0),
        ("ioctl", (3, 0x5401), errno.ENOTTY),  # TCGETS, by which Python looks for a terminal
        ("ioctl", (3, 0x5412), errno.ENOTTY),  # TIOCSTI types into it
        ("prctl", (15, 1), 0),
        ("prctl", (4, 1), errno.EPERM),  # PR_SET_DUMPABLE
        ("prctl", (1, 0), errno.EPERM),  # PR_SET_PDEATHSIG
        ("prlimit64", (0, 7, 0, 1), 0),
        ("prlimit64", (0, 7, 1), errno.EPERM),
        ("prlimit64", (0, 7, 2**32), errno.EPERM),  # a pointer whose lower half is nothing
        ("clone", (0x10000,), errno.EAGAIN),
        ("clone", (17,), errno.EAGAIN),
        ("read", (3,), 0),
        ("exit_group", (0,), 0),
    ],
)
def test_some_calls_depend_on_an_argument(machine: str, name: str, arguments: tuple[int, ...], refused: int) -> None:
    assert named(machine, name, *arguments) == (ERRNO | refused if refused else ALLOW)


@pytest.mark.parametrize("machine", MACHINES)
def test_threads_where_they_are_asked_for_and_never_processes(machine: str) -> None:
    assert named(machine, "clone", 0x3D0F00, threads=True) == ALLOW
    assert named(machine, "clone", 0x01200011, threads=True) == ERRNO | errno.EAGAIN


def test_calls_of_another_processor_end_the_process() -> None:
    assert answer("x86_64", 0, architecture=0x40000003) == KILL  # 32-bit calls, which have other numbers
    assert answer("x86_64", 0x40000000) == KILL  # x32
    assert answer("aarch64", 0, architecture=AUDIT["x86_64"]) == KILL


@pytest.mark.parametrize("machine", MACHINES)
def test_a_filter_is_one_that_the_kernel_takes(machine: str) -> None:
    steps = program(machine, PID, threads=True)
    assert len(steps) < 4096
    assert all(at + 1 + max(step.true, step.false) < len(steps) for at, step in enumerate(steps) if step.code != RETURN)
    assert all(step.true < 256 and step.false < 256 for step in steps)
