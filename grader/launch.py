"""Starts and ends the processes in which learners' code runs.  Needs no NumPy, so it can begin before that is loaded."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Set
from contextlib import suppress
from pathlib import Path

from grader import kernel
from grader.readable import SITE_FOLDERS

CONTROL_DEADLINE = 10.0  # seconds for a zygote to answer
START_DEADLINE = 120.0  # seconds to import PyTorch with a cold disk, and to start CUDA
PASSED_ON = ("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES")
REQUIRED = frozenset({"landlock", "seccomp"})  # layers of `grader.sandbox` without which no stranger's file is run
# The process finds these modules and `grader.wire`, and then no more of this package.
BOOT = """
import sys, types
folder, entry, fds, without, *sites = sys.argv[1:]
sys.path += sites
without = frozenset(without.split())
package = types.ModuleType("grader")
package.__path__ = [folder]
sys.modules["grader"] = package
from grader import child, sandbox, zygote
package.__path__ = []
fds = map(int, fds.split(","))
if entry == "child":
    child.become_child(*fds, sandbox.prepare(sites, without))
elif entry == "describe":
    zygote.describe(*fds)
else:
    zygote.main(entry, *fds, sites, without)
"""


class WorkerError(Exception):
    """The kit could not run a process: our fault or the machine's, never the learner's."""


class Unconfined(WorkerError):
    """This machine cannot hold a process as it is asked for."""

    def __init__(self, missing: Mapping[str, str]) -> None:
        reasons = "; ".join(f"no {layer}: {why}" for layer, why in missing.items())
        super().__init__(f"files of strangers cannot be graded here ({reasons}). `gradlings doctor` tells more")


def _launch(entry: str, fds: tuple[int, ...], without: Set[str] = frozenset()) -> subprocess.Popen[bytes]:
    """A fresh interpreter, isolated from the user's settings and paths, that becomes a child or a zygote for a backend."""
    sites = [path for path in sys.path if Path(path).name in SITE_FOLDERS]
    told = [entry, ",".join(map(str, fds)), " ".join(sorted(without)), *sites]
    command = [sys.executable, "-I", "-S", "-c", BOOT, str(Path(__file__).parent), *told]
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, pass_fds=fds, env=_environment(), stdin=null, stdout=null, stderr=None)
    kernel.undumpable()  # we hold the answers from now on; after it has started, as this takes time
    return process


def _environment() -> dict[str, str]:
    """One thread for every numerical library, and nothing of the grader's own environment but the way to find libraries."""
    threads = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")}
    repeatable = {"CUBLAS_WORKSPACE_CONFIG": ":4096:8"}  # else cuBLAS adds in an order of its own
    folders = {"TORCHINDUCTOR_CACHE_DIR": "/"}  # optimisers look for it when they are imported; nothing is written there
    return threads | repeatable | folders | {name: os.environ[name] for name in PASSED_ON if name in os.environ}


class Zygote:
    """One warm interpreter that forks a child for each learner's file.  One that has died is replaced."""

    def __init__(self, backend: str = "numpy", without: Set[str] = frozenset(), required: Set[str] = frozenset()) -> None:
        """`required` layers of `grader.sandbox` must hold; those in `without` are left out, to see what they are worth."""
        self.required = required
        self._number = 0
        self._backend, self._without = backend, without
        self._described: dict[str, str] = {}
        self._launch()

    def _launch(self) -> None:
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(CONTROL_DEADLINE)
        self._process = _launch(self._backend, (far.fileno(),), self._without)
        far.close()

    @property
    def pid(self) -> int:
        return self._process.pid

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
            return _answer(read_end, seconds)
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
        process = _launch("child", fds)
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

    def describe(self) -> dict[str, str]:
        """What this machine has: see `grader.tensors.describe`.  Asked once."""
        if not self._described:
            self._described = self._ask_anew()
        return self._described

    def _ask_anew(self) -> dict[str, str]:
        read_end, write_end = os.pipe()
        process = _launch("describe", (write_end,))
        os.close(write_end)
        try:
            return dict(json.loads(_answer(read_end, START_DEADLINE)))
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


def _answer(fd: int, seconds: float) -> bytes:
    """What is written at the other end of a pipe."""
    if not select.select([fd], [], [], seconds)[0]:
        raise OSError("it takes too long")
    answer = os.read(fd, 2**12)
    if not answer:
        raise OSError("it has ended")
    return answer


def launcher(backend: str = "numpy", required: Set[str] = frozenset()) -> Zygote | Fresh:
    """What starts processes on this platform."""
    return Zygote(backend, required=required) if sys.platform.startswith("linux") else Fresh(required)


class Launchers:
    """A launcher for each backend, started when it is first asked for."""

    def __init__(self, required: Set[str] = frozenset()) -> None:
        self._required = required
        self._started: dict[str, Zygote | Fresh] = {}

    def of(self, backend: str) -> Zygote | Fresh:
        if backend not in self._started:
            self._started[backend] = launcher(backend, self._required)
        return self._started[backend]

    def finish(self) -> None:
        for started in self._started.values():
            started.finish()

    def close(self) -> None:
        for started in self._started.values():
            started.close()
