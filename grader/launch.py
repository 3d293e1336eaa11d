"""Starts and ends the processes in which learners' code runs.  Needs no NumPy, so it can begin before that is loaded."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

CONTROL_DEADLINE = 10.0  # seconds for a zygote to answer
SITE_FOLDERS = ("site-packages", "dist-packages")
# The child finds `grader.child`, `grader.wire` and `grader.sandbox`, and then no more of this package.
BOOT = """
import sys, types
folder, entry, fds, *sites = sys.argv[1:]
sys.path += sites
package = types.ModuleType("grader")
package.__path__ = [folder]
sys.modules["grader"] = package
from grader import child, sandbox
package.__path__ = []
getattr(child, entry)(*map(int, fds.split(",")))
"""


class WorkerError(Exception):
    """The kit could not run a process: our fault or the machine's, never the learner's."""


def _launch(entry: str, fds: tuple[int, ...], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A fresh interpreter, isolated from the user's settings and paths, that runs `grader.child.<entry>`."""
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
        self._launch()

    def _launch(self) -> None:
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(CONTROL_DEADLINE)
        self._process = _launch("zygote", (far.fileno(),), _environment())
        far.close()

    def start(self, fds: tuple[int, int]) -> int:
        """Fork a child that serves on the two descriptors; its pid."""
        try:
            return self._ask(b"fork", fds)
        except WorkerError:
            self.close()
            self._launch()
            return self._ask(b"fork", fds)

    def bury(self, pid: int, grace: float = 0.0) -> int:
        """End the child, after `grace` seconds if it still runs; its exit status, or minus the signal that ended it."""
        try:
            return self._ask(f"{pid} {grace}".encode())
        except WorkerError:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
            return -signal.SIGKILL

    def close(self) -> None:
        self._control.close()
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _ask(self, message: bytes, fds: tuple[int, ...] = ()) -> int:
        try:
            socket.send_fds(self._control, [message], fds)
            return int(self._control.recv(32))
        except (OSError, ValueError) as error:
            raise WorkerError(f"the process that starts learners' code does not answer ({error!r})") from error


class Fresh:
    """A fresh interpreter for each learner's file: slower, for platforms where forking after NumPy is unsafe."""

    def __init__(self) -> None:
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    def start(self, fds: tuple[int, int]) -> int:
        process = _launch("become_child", fds, _environment())
        self._running[process.pid] = process
        return process.pid

    def bury(self, pid: int, grace: float = 0.0) -> int:
        process = self._running.pop(pid)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)  # also what it started; it leads a session of its own
        process.kill()  # in case it has not come that far
        return process.wait()

    def close(self) -> None:
        for pid in list(self._running):
            self.bury(pid)


def launcher() -> Zygote | Fresh:
    """What starts processes on this platform."""
    return Zygote() if sys.platform.startswith("linux") else Fresh()
