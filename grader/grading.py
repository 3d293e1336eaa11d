"""`gradlings grade`: grades a class of submissions, and goes on where it was stopped."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from grader import freshness, intake, regrade
from grader.editions import key_of, version_of
from grader.phrases import count
from grader.selection import chosen, weights
from grader.store import Mark, Store

STORE = "results.sqlite"
OUT = "gradlings"  # below a course of nbgrader: results and reports of each assignment


class Wanted(NamedTuple):
    """A submission, and the mark that it asks for."""

    submission: intake.Submission
    mark: Mark


def grade(root: Path, options: argparse.Namespace) -> int:
    """Do what was asked for; 1 if new marks wait for somebody to agree to them, 130 if it was interrupted."""
    exercises = chosen(root, options.exercises)
    if options.github:
        from grader import collected  # noqa: PLC0415  # few need it

        before = collected.moment(options.before) if options.before else None
        wanted = collected.Wanted(exercises, before, options.template)
        return grade_plan(root, collected.plan(options.github, options.out, wanted, options.roster), exercises, options)
    return grade_plan(root, intake.plan(options.submissions, exercises, options.pattern, options.roster), exercises, options)


def grade_plan(
    root: Path,
    plan: intake.Plan,
    exercises: Sequence[str],
    options: argparse.Namespace,
    hand_on: Callable[[Iterator[dict[str, Any]]], None] | None = None,
) -> int:
    """The same for what is planned already; `hand_on` is given all records when they are there."""
    handed_in = {one.exercise for one in plan.submissions}
    shown = [name for name in exercises if options.exercises or name in handed_in]
    print(intake.plan_text(plan, shown), flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    with Store(options.out / STORE) as store:
        wanted = _wanted(root, plan.submissions, options.seed, weights(root, options.points))
        marks, waiting = regrade.settled(store, [one.mark for one in wanted], options.regrade)
        for line in waiting:
            print(line)
        if not _grade_missing(root, store, wanted, set(marks), options):
            print("Interrupted. What is graded is kept: run the same command again, and it goes on from here.", file=sys.stderr)
            return 130
        if options.regrade and not regrade.agreed(store, marks, options.yes):
            return 1
        unknown = set(store.missing(mark.key for mark in marks))
        store.hand_out(mark for mark in marks if mark.key not in unknown)
        if hand_on is not None:
            hand_on(store.records())
        _report(root, store, plan, exercises, options)
    if options.similarity:
        from grader import publishing  # noqa: PLC0415  # heavy

        publishing.lay_out(root, plan.submissions, options.out / "similarity")
    return 0


def _wanted(root: Path, submissions: Sequence[intake.Submission], seed: int, points: Mapping[str, int]) -> list[Wanted]:
    names = {one.exercise for one in submissions}
    versions = {name: version_of(root, name) + (f" of {points[name]} points" if name in points else "") for name in names}
    return [
        Wanted(one, Mark(one.student, one.exercise, key_of(one.digest, one.exercise, version, seed), version, one.digest))
        for one in submissions
        for version in [versions[one.exercise]]
    ]


def _grade_missing(root: Path, store: Store, wanted: Sequence[Wanted], marks: set[Mark], options: argparse.Namespace) -> bool:
    """Grade what has no result yet; False if somebody has interrupted it."""
    # Exercise by exercise, so that what was learnt of one is still at hand.
    ordered = sorted(wanted, key=lambda one: one.submission.exercise)
    todo = {one.mark.key: one.submission for one in ordered if one.mark in marks}
    keys = store.missing(todo)
    print(f"{count(len(keys), 'file')} to grade; {count(len(todo) - len(keys), 'result')} known already.", flush=True)
    if not keys:
        return True
    try:
        from grader import workforce  # noqa: PLC0415  # heavy, and nothing may be left to grade

        workforce.grade_all(root, store, {key: todo[key] for key in keys}, options)
    except KeyboardInterrupt:
        return False
    return True


def _report(root: Path, store: Store, plan: intake.Plan, exercises: Sequence[str], options: argparse.Namespace) -> None:
    """Write tables and reports, unless they are there and say the same already."""
    planned = exercises if options.exercises else ()
    token = freshness.token([str(options.out.resolve()), *planned], plan.skipped, plan.enrolled, store.marks())
    if freshness.is_current(store, token):
        print(f"Tables and reports in {options.out} are as they were: nothing has changed.")
        return
    from grader import publishing  # noqa: PLC0415  # heavy, and nothing may have changed

    publishing.write_reports(root, store, plan, exercises, options, token)
