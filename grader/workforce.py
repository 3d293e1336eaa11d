"""Grades what has no result yet, with the processes of this machine or of a cluster."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from grader import clusters, doctor, handed, intake, pools
from grader.batch import Batches
from grader.bulk import Rules, Task
from grader.catalog import CatalogError
from grader.launch import REQUIRED, Unconfined, launcher
from grader.progress import Progress
from grader.selection import weights
from grader.store import Store


def grade_all(root: Path, store: Store, todo: dict[str, intake.Submission], options: argparse.Namespace) -> None:
    """Grade the submissions, which stand under the keys of their results."""
    _confined(options.untrusted)
    points = tuple(weights(root, options.points).items())
    rules = Rules(root, options.seed, REQUIRED if options.untrusted else frozenset(), points)
    start, jobs = _workforce(options)
    progress, batches = Progress(len(todo)), Batches(rules, start, jobs)
    try:
        for results in batches.run(_tasks(todo)):
            store.add(results)
            progress.add(len(results))
    finally:
        progress.close()
        batches.close()


def _confined(untrusted: bool) -> None:
    """Refuse what this machine cannot hold, or say so."""
    started = launcher(required=REQUIRED if untrusted else frozenset())
    try:
        missing = REQUIRED & doctor.confinement(started).missing.keys()
    except Unconfined as error:
        raise CatalogError(str(error)) from None
    finally:
        started.close()
    if missing:
        layers = " and ".join(sorted(missing))
        print(f"gradlings: not confined by {layers}: grade files of people whom you trust alone", file=sys.stderr)


def _workforce(options: argparse.Namespace) -> tuple[Callable[[], Executor], int]:
    """What starts an executor, and how many files it works on at a time."""
    if not options.cluster:
        return partial(pools.pool, options.jobs), options.jobs
    cluster = clusters.connect(options.cluster)
    return partial(clusters.executor, cluster), cluster.workers


def _tasks(todo: dict[str, intake.Submission]) -> Iterator[Task]:
    for key, one, source in read(todo.items()):
        yield Task(key, one.exercise, source, one.digest)


def read(submissions: Iterable[tuple[str, intake.Submission]]) -> Iterator[tuple[str, intake.Submission, bytes]]:
    """Files, read one by one; one that has changed since the plan was made is left for the next run."""
    for name, one in submissions:
        try:
            yield name, one, intake.source(one)
        except intake.Unreadable as error:
            print(f"\n{handed.shown(one.path)}: {error} Run the same command again.", file=sys.stderr)
