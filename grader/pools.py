"""Processes of our own that work side by side, and are not disturbed by Ctrl-C: that is for us alone."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager


def pool(jobs: int) -> ProcessPoolExecutor:
    """An executor whose processes have all been started."""
    made = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)
    with without_interrupts():
        for future in [made.submit(_nothing) for _ in range(jobs)]:
            future.result()
    return made


def end(executor: Executor) -> None:
    """End an executor without waiting for what it does, but for a thread of its own, which must not outlive it."""
    if not isinstance(executor, ProcessPoolExecutor):
        executor.shutdown(wait=False)
        return
    for process in list((executor._processes or {}).values()):  # `terminate_workers` from Python 3.14 on
        process.terminate()
    executor.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _nothing() -> None:
    """Something to do for a process that is to be started."""


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Processes that start here never see Ctrl-C, and one that comes meanwhile waits until they have started."""
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
