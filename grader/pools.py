"""Processes of our own that work side by side, and are not disturbed by Ctrl-C: that is for us alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from types import TracebackType
from typing import Any, Self


def pool(jobs: int, module: str, *given: Any) -> ProcessPoolExecutor:
    """An executor whose processes are being started; each first loads `module`, and lets that make itself ready.

    The module is named, as the process that asks for this may not have loaded it yet.
    """
    made = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin)
    with without_interrupts():
        for _ in range(jobs):
            made.submit(_make_ready, module, *given)
    return made


class Crew:
    """Processes for work that is still being looked for: they make themselves ready meanwhile."""

    def __init__(self, start: Callable[[], Executor], early: bool = True) -> None:
        """Without `early`, they are started when they are asked for."""
        self._start = start
        self._early = start() if early else None

    def start(self) -> Executor:
        """The processes, and others when these are no more."""
        made, self._early = self._early, None
        return made or self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._early:  # nobody has asked for them
            end(self._early)


def end(executor: Executor) -> None:
    """End an executor without waiting for what it does, but for a thread of its own, which must not outlive it."""
    if not isinstance(executor, ProcessPoolExecutor):
        executor.shutdown(wait=False)
        return
    for process in list((executor._processes or {}).values()):  # `terminate_workers` from Python 3.14 on
        process.terminate()
    executor.shutdown(cancel_futures=True)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Whoever is killed cannot end us, and nobody else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _make_ready(module: str, *given: Any) -> None:
    import_module(module).make_ready(*given)


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Processes that start here never see Ctrl-C, which they are born deaf to; one that comes meanwhile waits."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    waiting: list[int] = []
    # The mask holds for this thread alone; one of a library, such as BLAS, may take the signal in our name.
    handler = signal.signal(signal.SIGINT, lambda number, frame: waiting.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
    if waiting:
        raise KeyboardInterrupt
