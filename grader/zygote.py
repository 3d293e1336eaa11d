"""One interpreter that has imported libraries and nothing of the course, and forks a child for each learner's file."""

from __future__ import annotations

import gc
import importlib
import json
import linecache
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence, Set
from contextlib import suppress
from typing import Any

import numpy as np

from grader import child, kernel, sandbox, streams, tensors, wire
from grader.guards import LEARNER
from grader.runner import Runner

SWEEPING = 1.0  # seconds at most for what a child has left behind
MANY = 50  # children, after which it is worth the time to make the next ones cheaper

WARM_UP = {
    "numpy": b"import numpy as np\ndef f(x, *args, **kwargs):\n    return np.exp(np.minimum(x, 0.0)).sum(-1, keepdims=True)",
    "torch": b"import torch\ndef f(x, *args, **kwargs):\n    return torch.exp(torch.clamp(x, max=0.0)).sum(-1, keepdim=True)",
}
WARMED = {"first", "cast"}  # parts of `grader.exercise.How` that a warm-up has to do with
REQUESTS = (
    {"args": (np.ones((3, 2)), [1.5, (None, "x")]), "kwargs": {"y": 1}, "how": {"first": True}},
    {"args": (None,), "kwargs": {}, "how": {}},
)


def main(backend: str, control_fd: int, sites: Sequence[str], without: Set[str], libraries: Sequence[str]) -> None:
    """Get ready, then do as the grader says until it hangs up.  Never returns."""
    control = socket.socket(fileno=control_fd)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel.undumpable()
    if "sweep" not in without:
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)  # what outlives a child of ours becomes one itself
    for library in libraries:
        with suppress(ImportError):  # then it is not installed, as the learner will be told
            importlib.import_module(library)
    _warm_up(backend, REQUESTS, 20)
    streams.open_streams()
    nursery = Nursery(control, backend, sandbox.prepare(sites, without))
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # short lives: collect later
    while True:
        message, fds, _, _ = socket.recv_fds(control, 64, 2)
        if not message:
            break
        verb, name, *rest = [*message.decode().split(), ""]
        nursery.do(verb, name, float(rest[0] or 0), fds)
        for fd in fds:
            os.close(fd)
    nursery.close()  # the grader is gone; nobody waits for their answers
    os._exit(0)


class Nursery:
    """The children that live, by the numbers under which the grader knows them, and what new ones find."""

    def __init__(self, control: socket.socket, backend: str, prepared: sandbox.Prepared) -> None:
        self._control = control
        self._backend = backend
        self._prepared = prepared
        self._living: dict[str, int] = {}
        self._kept: dict[str, child.Requests] = {}
        self._forked = 0

    def do(self, verb: str, name: str, seconds: float, fds: Sequence[int]) -> None:
        """``fork N`` with the two descriptors of a child, ``drop N`` to end it; ``keep NAME`` with a file for all children
        to come, ``forget -``.  What has an answer has a descriptor for it: ``bury N SECONDS`` its exit status, ``describe``
        what `grader.tensors.describe` says of the machine.
        """
        match verb:
            case "fork":
                self._forked += 1
                if self._forked == MANY:
                    kernel.join_pages()
                self._living[name] = _fork(self._control, self._prepared, self._kept, fds)
            case "keep":
                self._kept[name] = requests = _requests(fds[0])
                _warm_up(self._backend, requests)
                gc.freeze()
            case "forget":
                self._kept.clear()
            case "describe":
                _describe_apart(fds[0])
            case _:
                status = bury(self._living.pop(name), seconds)
                sweep(set(self._living.values()))
                for fd in fds:
                    with suppress(BrokenPipeError):  # nobody waits for it any more
                        os.write(fd, str(status).encode())

    def close(self) -> None:
        for pid in self._living.values():
            bury(pid, 0.0)


def _warm_up(backend: str, requests: Sequence[dict[str, Any]], times: int = 1) -> None:
    """Do what every child does, so that children find it done: they share the memory of it until they write to it.

    Nothing goes backward here: where there is a GPU, autograd starts threads then, and works in no child any more.
    """
    if backend == "torch" and not tensors.equip("cpu"):
        backend = "numpy"
    file = {"source": WARM_UP[backend], "filename": "warm_up.py", "name": "f", "backend": backend, "device": "cpu"}
    for _ in range(times):
        runner = Runner(file | {"forbid": ["torch.softmax"] if backend == "torch" else []})
        runner.load()
        for request in requests:
            if request["how"].keys() <= WARMED:
                wire.decode(b"".join(child.encoded(runner.answer(request, lambda handle: None))))
    sys.modules.pop(LEARNER, None)
    linecache.cache.pop("warm_up.py", None)


def describe(fd: int) -> None:
    """Write down what this machine has."""
    os.write(fd, json.dumps(tensors.describe()).encode())


def _describe_apart(fd: int) -> None:
    """Answer from a process of its own: CUDA must not be started in one that is going to be forked."""
    pid = os.fork()
    if pid == 0:
        describe(fd)
        os._exit(0)
    os.waitpid(pid, 0)


def _requests(fd: int) -> child.Requests:
    """What a file says, as data that lies ready for all children."""
    with open(fd, "rb", closefd=False) as file:
        requests: child.Requests = wire.decode(file.read())["at_once"]
    return requests


def _fork(control: socket.socket, prepared: sandbox.Prepared, kept: dict[str, child.Requests], fds: Sequence[int]) -> int:
    parent, pid = os.getpid(), os.fork()
    if pid == 0:
        kernel.die_with(parent)
        control.close()
        child.become_child(fds, prepared, kept)
    return pid


def bury(pid: int, grace: float) -> int:
    """Kill a child with all of its session; its exit status if it ended by itself within `grace` seconds, else minus
    the signal."""
    until = time.monotonic() + grace
    ended, status = os.waitpid(pid, os.WNOHANG)
    while not ended and time.monotonic() < until:
        time.sleep(0.001)
        ended, status = os.waitpid(pid, os.WNOHANG)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    while not ended and time.monotonic() < until + SWEEPING:  # another process that traces it may withhold it for a while
        os.kill(pid, signal.SIGKILL)
        time.sleep(0.0005)
        ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else -signal.SIGKILL


def sweep(known: Set[int]) -> None:
    """End what a child has left behind: processes that fell to us when it died, and what they leave in turn."""
    until = time.monotonic() + SWEEPING
    while (strays := children() - known) and time.monotonic() < until:
        for pid in strays:
            with suppress(ProcessLookupError, PermissionError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, os.WNOHANG)


def children() -> set[int]:
    """Our own processes, as far as the system tells."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:  # noqa: PTH123  # once for each learner: quick
            return set(map(int, file.read().split()))
    except OSError:
        return set()
