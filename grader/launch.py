"""Starts and ends the processes in which learners' code runs.  Needs no NumPy, so it can begin before that is loaded."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

CONTROL_DEADLINE = 10.0  # seconds for a zygote to answer
SITE_FOLDERS = ("site-packages", "dist-packages")
# The process finds these modules and `grader.wire`, and then no more of this package.
BOOT = """
import sys, types
folder, entry, fds, *sites = sys.argv[1:]
sys.path += sites
package = types.ModuleType("grader")
package.__path__ = [folder]
sys.modules["grader"] = package
from grader import child, sandbox, zygote
package.__path__ = []
{"zygote": zygote.main, "child": child.become_child}[entry](*map(int, fds.split(",")))
"""


class WorkerError(Exception):
    """The kit could not run a process: our fault or the machine's, never the learner's."""


def _launch(entry: str, fds: tuple[int, ...], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A fresh interpreter, isolated from the user's settings and paths, that becomes a zygote or a child."""
    sites = [path for path in sys.path if Path(path).name in SITE_FOLDERS]
    command = [sys.executable, "-I", "-S", "-c", BOOT, str(Path(__file__).parent), entry, ",".join(map(str, fds)), *sites]
    null = subprocess.DEVNULL
    return subprocess.Popen(command, pass_fds=fds, env=dict(environment), stdin=null, stdout=null, stderr=None)


def _environment() -> dict[str, str]:
    """One thread for every numerical library, and nothing of the grader's own environment but the way to find libraries."""
    threads = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")}
    return threads | {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}


class Zygote:
    """One warm interpreter that forks a child for each learner's file.  One that has died is replaced."""

    def __init__(self) -> None:
        self._number = 0
        self._launch()

    def _launch(self) -> None:
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(CONTROL_DEADLINE)
        self._process = _launch("zygote", (far.fileno(),), _environment())
        far.close()

    def start(self, fds: tuple[int, int]) -> str:
        """Have a child forked that serves on the two descriptors, without waiting for it; its name."""
        self._number += 1
        number = f"{os.getpid()}.{self._number}"
        try:
            socket.send_fds(self._control, [f"fork {number}".encode()], fds)
        except OSError as error:
            raise WorkerError(f"the process that starts learners' code does not answer ({error!r})") from error
        return number

    def restart(self) -> None:
        """Replace a zygote that has died."""
        self.close()
        self._launch()

    def bury(self, number: str, grace: float = 0.0) -> int:
        """End the child, after `grace` seconds if it still runs; its exit status, or minus the signal that ended it."""
        read_end, write_end = os.pipe()
        try:
            socket.send_fds(self._control, [f"bury {number} {grace}".encode()], [write_end])
            os.close(write_end)
            write_end = -1
            if not select.select([read_end], [], [], CONTROL_DEADLINE + grace)[0]:
                raise OSError("it takes too long")
            return int(os.read(read_end, 32))
        except (OSError, ValueError) as error:
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

    def __init__(self) -> None:
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, fds: tuple[int, int]) -> str:
        process = _launch("child", fds, _environment())
        self._running[str(process.pid)] = process
        return str(process.pid)

    def bury(self, name: str, grace: float = 0.0) -> int:
        process = self._running.pop(name)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # also what it started; it leads a session of its own
        process.kill()  # in case it has not come that far
        return process.wait()

    def drop(self, name: str) -> None:
        self.bury(name)

    def restart(self) -> None:
        """Nothing has died."""

    def finish(self) -> None:
        """Nothing to begin."""

    def close(self) -> None:
        for name in list(self._running):
            self.bury(name)


def launcher() -> Zygote | Fresh:
    """What starts processes on this platform."""
    return Zygote() if sys.platform.startswith("linux") else Fresh()
