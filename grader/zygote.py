"""One interpreter that has imported NumPy or PyTorch and nothing of the course, and forks a child for each learner's file."""

from __future__ import annotations

import gc
import json
import linecache
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence, Set
from contextlib import suppress

import numpy as np

from grader import child, kernel, sandbox, tensors, watch, wire

SWEEPING = 1.0  # seconds at most for what a child has left behind

WARM_UP = {
    "numpy": b"import numpy as np\ndef f(x, y=None):\n    return np.exp(np.pad(x, 1) @ np.pad(x, 1).T).sum(-1, keepdims=True)",
    "torch": b"import torch\ndef f(x, y=None):\n    return torch.exp(torch.zeros(4, 2) @ x.float().T).sum(-1, keepdim=True)",
}


def main(backend: str, control_fd: int, sites: Sequence[str], without: Set[str]) -> None:
    """Fork a child for every two descriptors that arrive under a number; end and bury it when told to.

    ``fork N`` and ``drop N`` have no answer; for ``bury N SECONDS`` the exit status goes to the descriptor sent along,
    for ``describe`` what `grader.tensors.describe` says of the machine.
    """
    control = socket.socket(fileno=control_fd)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel.undumpable()
    if "sweep" not in without:
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)  # what outlives a child of ours becomes one itself
    _warm_up(backend)
    prepared = sandbox.prepare(sites, without)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # short lives: collect later
    living: dict[str, int] = {}
    while True:
        message, fds, _, _ = socket.recv_fds(control, 64, 2)
        if not message:
            break
        verb, number, *rest = [*message.decode().split(), ""]
        if verb == "describe":
            _describe_apart(fds[0])
        elif verb == "fork":
            living[number] = _fork(control, prepared, *fds)
            for fd in fds:
                os.close(fd)
        else:
            status = bury(living.pop(number), float(rest[0] or 0))
            sweep(set(living.values()))
            if verb == "bury":
                with suppress(BrokenPipeError):  # nobody waits for it any more
                    os.write(fds[0], str(status).encode())
                os.close(fds[0])
    for pid in living.values():  # the grader is gone; nobody waits for their answers
        bury(pid, 0.0)
    os._exit(0)


def _warm_up(backend: str) -> None:
    """Do once what every child does, so that children find it done: their memory is shared until they write to it."""
    source = WARM_UP[backend if backend == "numpy" or tensors.equip("cpu") else "numpy"]
    how = {"cotangents": [], "inert": [], "cast": "", "measure": "", "first": True, "plays": False}
    request = wire.encode({"args": (np.ones((3, 2)), [1.5, (None, "x")]), "kwargs": {}, "how": how})
    file = {"source": source, "filename": "warm_up.py", "name": "f", "backend": backend, "device": "cpu", "forbid": []}
    runner = child.Runner(file)
    runner.load()
    for _ in range(3):
        wire.decode(b"".join(child.encoded(runner.answer(wire.decode(request), lambda handle: None))))
    sys.modules.pop(watch.LEARNER, None)
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
    os.close(fd)
    os.waitpid(pid, 0)


def _fork(control: socket.socket, prepared: sandbox.Prepared, channel_fd: int, output_fd: int) -> int:
    parent, pid = os.getpid(), os.fork()
    if pid == 0:
        kernel.die_with(parent)
        control.close()
        child.become_child(channel_fd, output_fd, prepared)
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
