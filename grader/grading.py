"""`gradlings grade`: grades a class of submissions, and goes on where it was stopped."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from grader import catalog, clusters, doctor, handed, intake, pools, regrade, submission
from grader.batch import Batches, key_of, version_of
from grader.bulk import Rules, Task
from grader.launch import REQUIRED, Unconfined, launcher
from grader.phrases import count
from grader.progress import Progress
from grader.report import gradebook, similarity
from grader.report.publish import publish
from grader.report.record import Ungraded
from grader.store import Mark, Store

STORE = "results.sqlite"


class Wanted(NamedTuple):
    """A submission, and the mark that it asks for."""

    submission: intake.Submission
    mark: Mark


def grade(root: Path, options: argparse.Namespace) -> int:
    """Do what was asked for; 1 if new marks wait for somebody to agree to them, 130 if it was interrupted."""
    exercises = _chosen(root, options.exercises)
    plan = intake.plan(options.submissions, exercises, options.pattern, options.roster)
    handed_in = {one.exercise for one in plan.submissions}
    shown = [name for name in exercises if options.exercises or name in handed_in]
    print(intake.plan_text(plan, shown), flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    with Store(options.out / STORE) as store:
        wanted = _wanted(root, plan.submissions, options.seed)
        marks, waiting = regrade.settled(store, [one.mark for one in wanted], options.regrade)
        for line in waiting:
            print(line)
        rules = Rules(root, options.seed, REQUIRED if options.untrusted else frozenset())
        if not _grade_missing(store, wanted, set(marks), rules, options):
            print("Interrupted. What is graded is kept: run the same command again, and it goes on from here.", file=sys.stderr)
            return 130
        if options.regrade and not regrade.agreed(store, marks, options.yes):
            return 1
        unknown = set(store.missing(mark.key for mark in marks))
        store.hand_out(mark for mark in marks if mark.key not in unknown)
        _publish(root, store, plan, exercises, options)
    if options.similarity:
        _lay_out(root, plan.submissions, options.out / "similarity")
    return 0


def _chosen(root: Path, names: Sequence[str]) -> list[str]:
    """The exercises that were asked for, by id or by topic; all if none was."""
    known = catalog.exercise_ids(root)
    for name in names:
        if not any(name in (one, one.split("/")[0]) for one in known):
            raise catalog.CatalogError(f"there is no exercise and no topic {name!r}")
    return [one for one in known if not names or one in names or one.split("/")[0] in names]


def _confined(untrusted: bool) -> None:
    """Refuse what this machine cannot hold, or say so."""
    started = launcher(required=REQUIRED if untrusted else frozenset())
    try:
        missing = REQUIRED & doctor.confinement(started).missing.keys()
    except Unconfined as error:
        raise catalog.CatalogError(str(error)) from None
    finally:
        started.close()
    if missing:
        layers = " and ".join(sorted(missing))
        print(f"gradlings: not confined by {layers}: grade files of people whom you trust alone", file=sys.stderr)


def _wanted(root: Path, submissions: Sequence[intake.Submission], seed: int) -> list[Wanted]:
    versions = {name: version_of(root, name) for name in {one.exercise for one in submissions}}
    return [
        Wanted(one, Mark(one.student, one.exercise, key_of(one.digest, one.exercise, version, seed), version, one.digest))
        for one in submissions
        for version in [versions[one.exercise]]
    ]


def _grade_missing(store: Store, wanted: Sequence[Wanted], marks: set[Mark], rules: Rules, options: argparse.Namespace) -> bool:
    """Grade what has no result yet; False if somebody has interrupted it."""
    todo = {one.mark.key: one.submission for one in wanted if one.mark in marks}
    keys = store.missing(todo)
    print(f"{count(len(keys), 'file')} to grade; {count(len(todo) - len(keys), 'result')} known already.", flush=True)
    if not keys:
        return True
    _confined(options.untrusted)
    start, jobs = _workforce(options)
    progress, batches = Progress(len(keys)), Batches(rules, start, jobs)
    try:
        for results in batches.run(_tasks({key: todo[key] for key in keys})):
            store.add(results)
            progress.add(len(results))
    except KeyboardInterrupt:
        return False
    finally:
        progress.close()
        batches.close()
    return True


def _workforce(options: argparse.Namespace) -> tuple[Callable[[], Executor], int]:
    """What starts an executor, and how many files it works on at a time."""
    if not options.cluster:
        return partial(pools.pool, options.jobs), options.jobs
    cluster = clusters.connect(options.cluster)
    return partial(clusters.executor, cluster), cluster.workers


def _tasks(todo: dict[str, intake.Submission]) -> Iterator[Task]:
    for key, one, source in _read(todo.items()):
        yield Task(key, one.exercise, source, one.digest)


def _read(submissions: Iterable[tuple[str, intake.Submission]]) -> Iterator[tuple[str, intake.Submission, bytes]]:
    """Files, read one by one; one that has changed since the plan was made is left for the next run."""
    for name, one in submissions:
        try:
            yield name, one, intake.source(one)
        except intake.Unreadable as error:
            print(f"\n{handed.shown(str(one.path))}: {error} Run the same command again.", file=sys.stderr)


def _publish(root: Path, store: Store, plan: intake.Plan, exercises: Sequence[str], options: argparse.Namespace) -> None:
    ungraded = [Ungraded("", "", f"{one.where}: {one.reason}") for one in plan.skipped]
    planned = {name: float(catalog.load(root, name).about.points) for name in exercises if options.exercises}
    print("Writing tables and reports.", flush=True)
    progress = Progress(store.handed_out())
    written = publish(
        options.out, store.records(), roster=plan.enrolled, planned=planned or None, ungraded=ungraded, done=progress.add
    )
    progress.close()
    by, known = gradebook.known_to_moodle(plan.enrolled)
    if left_out := sorted({one.key for one in plan.enrolled} - {one.key for one in known}):
        unknown = f"the roster gives {gradebook.IDENTITIES[by][1]}"
        print(f"Not in moodle.csv, because {unknown} of others and not of them: {', '.join(left_out)}.")
    print(f"Written to {options.out}: {', '.join(path.name for path in written)}, and a page for each student in feedback/.")


def _lay_out(root: Path, submissions: Sequence[intake.Submission], folder: Path) -> None:
    """For a tool that compares submissions."""
    names = sorted({one.exercise for one in submissions})
    handed_out = {name: submission.stub(catalog.solution_file(root, name)).encode() for name in names}
    progress = Progress(len(submissions))
    files = _read((one.student, one) for one in submissions)
    for _ in similarity.export(folder, ((one.exercise, student, source) for student, one, source in files), handed_out):
        progress.add(1)
    progress.close()
    print(f"Written to {folder}: submissions, for a tool that finds those alike; README.md there says how.")
