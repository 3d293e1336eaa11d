"""Grades what an audit hands in, in warm workers, several at a time."""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from grader import catalog, pools, warm, words
from grader.behaviours import DONE
from grader.diagnose import indistinguishable
from grader.exercise import Check, Exercise, Result, Setup, Verdict
from grader.grade import Sitting, checks_of
from grader.handins import Backend, HandIn, Kind
from grader.worker import Process

COSTLY = ("python_steps", "peak_memory")  # looked at only where nothing else has caught it


class Mark(NamedTuple):
    """What became of something that was handed in."""

    kind: Kind
    backend: Backend
    name: str
    caught: tuple[str, ...]  # checks that it did not pass; one that broke has caught nothing
    proves: tuple[str, ...] = ()  # those of them that saw more than that something raised, as any call would have
    told: tuple[str, ...] = ()  # the known mistakes that its learner is told
    twins: tuple[str, ...] = ()  # other known mistakes that no check tells from this one
    occasion: bool = True  # a behaviour that never had its occasion means nothing
    broken: str = ""  # our own failure
    stopped: bool = False  # caught by a deadline or a crash
    line: int = 0
    diff: str = ""
    waived: str = ""


def marks(root: Path, files: Iterable[HandIn], jobs: int, seed: int = 0) -> Generator[Mark, None, None]:
    """The marks of all files, in their order."""
    mark_one = partial(mark, root, seed)
    if jobs <= 1:
        yield from map(mark_one, files)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        try:
            with pools.without_interrupts():  # which the workers inherit: Ctrl-C is for us alone
                found = pool.map(mark_one, files)
            yield from found
        except BrokenProcessPool:
            raise catalog.CatalogError("a process of the audit was killed, perhaps for memory: try --jobs 1") from None
        finally:
            pool.shutdown(cancel_futures=True)  # waiting: its thread must not outlive it


def mark(root: Path, seed: int, file: HandIn) -> Mark:
    """Grade one file; once more where nothing but a deadline or a crash caught it, which may be the machine's doing."""
    found = _graded_once(root, seed, file)
    return _graded_once(root, seed, file) if found.stopped else found


def _graded_once(root: Path, seed: int, file: HandIn) -> Mark:
    """Grade a file as a learner's would be; known mistakes alone are held against each other."""
    exercise = warm.loaded(root, file.exercise)
    if file.kind != "mistake":
        exercise = replace(exercise, mistakes=())
    setup = Setup(file.backend)
    worker = Process.of(exercise, file.source.encode(), warm.launchers().of(file.backend), setup)
    try:
        sitting = Sitting(exercise, worker, seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # hidden tests reckon with what wrong answers give
            results = list(_graded(sitting, checks_of(exercise, setup), thorough=file.kind in ("right", "mistake")))
    finally:
        worker.close()
    return _mark(exercise, file, sitting, results)


def _graded(sitting: Sitting, checks: tuple[Check, ...], thorough: bool) -> Iterator[Result]:
    """Results of all checks; of what is wrong anyway, none that takes long."""
    failed = False
    for check in sorted(checks, key=lambda check: check.id in COSTLY):
        if failed and not thorough and check.id in COSTLY:
            continue
        result = sitting.run(check)
        failed = failed or result.verdict is not Verdict.PASSED
        yield result
        if result.verdict is Verdict.TIMEOUT and not thorough:
            return


def _mark(exercise: Exercise, file: HandIn, sitting: Sitting, results: list[Result]) -> Mark:
    failed = [result for result in results if result.verdict is not Verdict.PASSED]
    broken = next((r.finding.facts["traceback"] for r in failed if r.verdict is Verdict.BROKEN and r.finding), "")
    usual = all(result.check != "ordinary_input" for result in failed)
    seen = (Verdict.WRONG, Verdict.IMPRECISE, *[Verdict.RAISED] * usual)
    told = [result.cause.name for result in failed if result.cause and result.cause.message in words.explain(exercise, result)]
    twins: tuple[str, ...] = ()
    if file.kind == "mistake" and file.backend == "numpy":
        twins = tuple(m.name for m in exercise.mistakes if m.name != file.name and indistinguishable(exercise, m, sitting.calls))
    return Mark(
        kind=file.kind,
        backend=file.backend,
        name=file.name,
        caught=tuple(result.check for result in failed if result.verdict is not Verdict.BROKEN),
        proves=tuple(result.check for result in failed if result.verdict in seen),
        told=tuple(dict.fromkeys(told)),
        twins=twins,
        occasion=file.kind != "behaviour" or any(DONE in call.outcome.printed for call in sitting.calls),
        broken=broken,
        stopped=bool(failed) and all(result.verdict in (Verdict.TIMEOUT, Verdict.DIED) for result in failed),
        line=file.line,
        diff=file.diff,
        waived=file.waived,
    )
