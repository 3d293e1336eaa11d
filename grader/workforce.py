"""Grades what has no result yet, with the processes of this machine or of a cluster."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from grader import clusters, handed, intake
from grader.batch import Batches
from grader.bulk import Held, Rules, Task, held
from grader.catalog import CatalogError
from grader.launch import REQUIRED
from grader.progress import Progress
from grader.selection import weights
from grader.store import Store


def grade_all(root: Path, store: Store, todo: dict[str, intake.Submission], options: argparse.Namespace) -> None:
    """Grade the submissions, which stand under the keys of their results."""
    points = tuple(weights(root, options.points).items())
    rules = Rules(root, options.seed, REQUIRED if options.untrusted else frozenset(), points)
    start, jobs = _workforce(options)
    progress, batches = Progress(len(todo)), Batches(rules, start, jobs, len(todo))
    try:
        _confined(batches.ask(held, rules.required))
        for results in batches.run(_tasks(todo)):
            store.add(results)
            progress.add(len(results))
    finally:
        progress.close()
        batches.close()


def _confined(found: Held) -> None:
    """Refuse what the machine that grades cannot hold, or say so."""
    if found.refusal:
        raise CatalogError(found.refusal)
    if missing := REQUIRED & found.missing:
        layers = " and ".join(sorted(missing))
        print(f"gradlings: not confined by {layers}: grade files of people whom you trust alone", file=sys.stderr)


def _workforce(options: argparse.Namespace) -> tuple[Callable[[], Executor], int]:
    """What starts an executor, and how many files it works on at a time."""
    if not options.cluster:
        return options.crew.start, options.jobs
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
