"""Starts and ends the processes in which learners' code runs.  Needs no NumPy, so it can begin before that is loaded."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from contextlib import suppress

from grader import interpreter

CONTROL_DEADLINE = 10.0  # seconds for a zygote to answer
START_DEADLINE = 120.0  # seconds to import PyTorch with a cold disk, and to start CUDA
MOST_TAUGHT = 8 * 2**20  # bytes of messages that a zygote keeps for its children
MOST_SPECIAL = 3  # launchers at a time that have libraries besides their backend: each takes its memory
REQUIRED = frozenset({"landlock", "seccomp"})  # layers of `grader.sandbox` without which no stranger's file is run


class WorkerError(Exception):
    """The kit could not run a process: our fault or the machine's, never the learner's."""


class Unconfined(WorkerError):
    """This machine cannot hold a process as it is asked for."""

    def __init__(self, missing: Mapping[str, str]) -> None:
        reasons = "; ".join(f"no {layer}: {why}" for layer, why in missing.items())
        super().__init__(f"files of strangers cannot be graded here ({reasons}). `gradlings doctor` tells more")


def named(message: bytes) -> str:
    """The name under which children find a message that was taught."""
    return hashlib.blake2b(message, digest_size=16).hexdigest()


class Zygote:
    """One warm interpreter that forks a child for each learner's file.  One that has died is replaced."""

    def __init__(
        self,
        backend: str = "numpy",
        without: Set[str] = frozenset(),
        required: Set[str] = frozenset(),
        libraries: Sequence[str] = (),
    ) -> None:
        """`required` layers of `grader.sandbox` must hold; those in `without` are left out, to see what they are worth.
        `libraries` are imported besides the backend.
        """
        self.required = required
        self._number = 0
        self._backend, self._without, self._libraries = backend, without, libraries
        self._described: dict[str, str] = {}
        self._taught: dict[str, int] = {}
        self._launch()

    def _launch(self) -> None:
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(CONTROL_DEADLINE)
        self._process = interpreter.start(self._backend, (far.fileno(),), self._without, self._libraries)
        far.close()
        self._taught.clear()

    @property
    def pid(self) -> int:
        return self._process.pid

    def start(self, fds: tuple[int, int]) -> str:
        """Have a child forked that serves on the two descriptors, without waiting for it; its name."""
        self._number += 1
        number = f"{os.getpid()}.{self._number}"
        self._tell(f"fork {number}", fds)
        return number

    def teach(self, message: bytes) -> str:
        """Have all children that are forked from now on find what a message says; the name under which they find it."""
        name = named(message)
        if name not in self._taught:
            if sum(self._taught.values()) + len(message) > MOST_TAUGHT:
                self._tell("forget -", ())
                self._taught.clear()
            with tempfile.TemporaryFile() as file:
                file.write(message)
                file.seek(0)  # the other side reads from where we stand
                self._tell(f"keep {name}", (file.fileno(),))
            self._taught[name] = len(message)
        return name

    @property
    def taught(self) -> frozenset[str]:
        """The names under which a child that is forked now finds something."""
        return frozenset(self._taught)

    def _tell(self, words: str, fds: tuple[int, ...]) -> None:
        try:
            socket.send_fds(self._control, [words.encode()], fds)
        except OSError as error:
            raise WorkerError(f"the process that starts learners' code does not answer ({error!r})") from error

    def restart(self) -> None:
        """Replace a zygote that has died."""
        self.close()
        self._launch()

    def bury(self, number: str, grace: float = 0.0) -> int:
        """End the child, after `grace` seconds if it still runs; its exit status, or minus the signal that ended it."""
        return int(self._ask(f"bury {number} {grace}", CONTROL_DEADLINE + grace))

    def describe(self) -> dict[str, str]:
        """What this machine has: see `grader.tensors.describe`.  Asked once."""
        if not self._described:
            self._described = json.loads(self._ask("describe -", START_DEADLINE))
        return self._described

    def _ask(self, message: str, seconds: float) -> bytes:
        """Send a message with the end of a pipe, and wait for what is written there."""
        read_end, write_end = os.pipe()
        try:
            socket.send_fds(self._control, [message.encode()], [write_end])
            os.close(write_end)
            write_end = -1
            return interpreter.answer(read_end, seconds)
        except OSError as error:
            raise WorkerError(f"the process that starts learners' code does not answer ({error!r})") from error
        finally:
            for fd in {read_end, write_end} - {-1}:
                os.close(fd)

    def drop(self, number: str) -> None:
        """End the child, whatever it is doing, without waiting for that."""
        with suppress(OSError):
            self._control.send(f"drop {number}".encode())

    def finish(self) -> None:
        """Begin to end: nothing is going to be started any more."""
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self._control.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class Fresh:
    """A fresh interpreter for each learner's file: slower, for platforms where forking after NumPy is unsafe."""

    def __init__(self, required: Set[str] = frozenset()) -> None:
        self.required = required
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._described: dict[str, str] = {}

    def start(self, fds: tuple[int, int]) -> str:
        process = interpreter.start("child", fds)
        self._running[str(process.pid)] = process
        return str(process.pid)

    taught = frozenset[str]()

    def teach(self, message: bytes) -> str:
        """There is nobody to teach: no name."""
        return ""

    def bury(self, name: str, grace: float = 0.0) -> int:
        process = self._running.pop(name)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # also what it started; it leads a session of its own
        process.kill()  # in case it has not come that far
        return process.wait()

    def describe(self) -> dict[str, str]:
        """What this machine has: see `grader.tensors.describe`.  Asked once."""
        if not self._described:
            self._described = self._ask_anew()
        return self._described

    def _ask_anew(self) -> dict[str, str]:
        read_end, write_end = os.pipe()
        process = interpreter.start("describe", (write_end,))
        os.close(write_end)
        try:
            return dict(json.loads(interpreter.answer(read_end, START_DEADLINE)))
        except OSError as error:
            raise WorkerError(f"the process that looks for PyTorch does not answer ({error!r})") from error
        finally:
            process.kill()
            process.wait()
            os.close(read_end)

    def drop(self, name: str) -> None:
        self.bury(name)

    def restart(self) -> None:
        """Nothing has died."""

    def finish(self) -> None:
        """Nothing to begin."""

    def close(self) -> None:
        for name in list(self._running):
            self.bury(name)


def launcher(backend: str = "numpy", required: Set[str] = frozenset(), libraries: Sequence[str] = ()) -> Zygote | Fresh:
    """What starts processes on this platform."""
    if sys.platform.startswith("linux"):
        return Zygote(backend, required=required, libraries=libraries)
    return Fresh(required)


class Launchers:
    """A launcher for each backend, started when it is first asked for; and for a while one that has other libraries too."""

    def __init__(self, required: Set[str] = frozenset()) -> None:
        self._required = required
        self._started: OrderedDict[tuple[str, ...], Zygote | Fresh] = OrderedDict()

    def of(self, backend: str, libraries: Sequence[str] = ()) -> Zygote | Fresh:
        """Nothing that one of these has started may be in use when another with libraries is asked for."""
        key = (backend, *libraries)
        if key not in self._started:
            self._started[key] = launcher(backend, self._required, libraries)
        self._started.move_to_end(key)
        special = [key for key in self._started if len(key) > 1]
        if len(special) > MOST_SPECIAL:
            self._started.pop(special[0]).close()
        return self._started[key]

    def finish(self) -> None:
        for started in self._started.values():
            started.finish()

    def close(self) -> None:
        for started in self._started.values():
            started.close()
