"""`gradlings grade --nbgrader`: what nbgrader collected is graded at full speed, and its gradebook filled, in nbgrader's place.

Everything that nbgrader does afterwards works as if it had run `nbgrader autograde` itself: formgrader, feedback and exports.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from grader import grading
from grader.catalog import CatalogError
from grader.export import gradebook, handin, rebuilt
from grader.export.course import Collected, moment, opened
from grader.export.marks import Marks, marks, unread
from grader.handed import Plan, Remark, Skipped, Submission, Unreadable, place
from grader.phrases import count
from grader.reading import contents
from grader.report.files import write
from grader.report.record import Record
from grader.report.students import by_student

Problems = Mapping[tuple[str, str], str]  # why an answer is not graded, by student and exercise
Moments = Mapping[str, datetime | None]  # when students handed in, as far as it is known


def grade(options: argparse.Namespace) -> int:
    """Do what was asked for, with the exit status of `gradlings grade`."""
    if options.exercises or options.pattern or options.roster:
        raise CatalogError("with --nbgrader the assignment says what is graded: leave out --exercises, --pattern and --roster")
    with opened(options.nbgrader.resolve(), options.assignment) as its:
        ours = its.config.Gradlings
        root = gradebook.course_of(str(ours.get("root", "")), Path.cwd())
        options.seed = options.seed or ours.get("seed", 0)
        options.untrusted = options.untrusted or ours.get("untrusted", True)
        options.exercises = list(its.exercises)
        moments, remarks = _moments(its)
        submissions, problems = _answers(its)
        skipped = {Skipped(place((student, f"{its.exercises[name]}.ipynb")), why) for (student, name), why in problems.items()}
        plan = Plan(tuple(sorted(submissions)), tuple(sorted(skipped)), remarks)
        return grading.grade_plan(root, plan, options.exercises, options, partial(_write, its, moments, problems))


def _moments(its: Collected) -> tuple[Moments, tuple[Remark, ...]]:
    """When everybody handed in, and whose time cannot be read."""
    moments, remarks = dict[str, datetime | None](), []
    for student in its.folders:
        try:
            moments[student] = moment(its, student)
        except Unreadable as error:
            moments[student] = None
            remarks.append(Remark(place((student, handin.STAMP)), str(error)))
    return moments, tuple(remarks)


def _answers(its: Collected) -> tuple[list[Submission], Problems]:
    """What is going to be graded, and why the rest is not."""
    submissions, problems = list[Submission](), dict[tuple[str, str], str]()
    for student, files in its.found.items():
        for exercise, name in its.exercises.items():
            path = files.get(name, its.folders[student] / f"{name}.ipynb")
            try:
                digest = hashlib.sha256(handin.answer(path, exercise)).hexdigest()
            except Unreadable as error:
                problems[student, exercise] = str(error)
            else:
                submissions.append(Submission(student, exercise, str(path), "", digest))
    return submissions, problems


def _write(its: Collected, moments: Moments, problems: Problems, records: Iterable[Record]) -> None:
    """Fill the gradebook, and write the notebooks that nbgrader's pages show."""
    graded = {student: {record["exercise"]: record for record in own} for student, own in by_student(records)}
    told = {student: _marks(its, student, graded.get(student, {}), problems) for student in its.folders}
    _fill_in(its, moments, told)
    for student, own in told.items():
        _show(its, student, own, moments[student] is not None)
    failed = sum(score.points is None for own in told.values() for one in own.values() for score in one.scores.values())
    print(f"Written to nbgrader's gradebook: {its.assignment.name} of {count(len(its.folders), 'student')}.")
    if problems:
        print(
            f"{count(len(problems), 'answer')} with 0 points, as nothing was handed in that can be read; they are listed above."
        )
    if failed:
        print(f"gradlings: {count(failed, 'score')} left to you in formgrader: gradlings itself failed there", file=sys.stderr)


def _marks(its: Collected, student: str, records: Mapping[str, Record], problems: Problems) -> dict[str, Marks]:
    """By exercise; one whose file was changed while it was graded is left for the next run."""
    told = {}
    for exercise, worth in its.worth.items():
        if exercise in records:
            told[exercise] = marks(records[exercise], worth)
        elif (student, exercise) in problems:
            told[exercise] = unread(problems[student, exercise], worth)
    return told


def _fill_in(its: Collected, moments: Moments, told: Mapping[str, Mapping[str, Marks]]) -> None:
    """All of it in one transaction: whoever looks into the gradebook sees it as it was, or as it is going to be."""
    entered = gradebook.enter(its.book, its.assignment, moments)
    gradebook.fill_in(its.book, its.assignment, told)
    for submission in entered.values():
        gradebook.penalize(its.config, submission)
    its.book.db.commit()


def _show(its: Collected, student: str, told: Mapping[str, Marks], stamped: bool) -> None:
    """The notebooks with their scores, where nbgrader puts those that it has graded."""
    folder, by_notebook = its.autograded(student), dict[str, dict[str, Marks]]()
    for exercise, one in told.items():
        by_notebook.setdefault(its.exercises[exercise], {})[exercise] = one
    for name, own in by_notebook.items():
        try:
            content = contents(its.found[student][name])
        except (KeyError, Unreadable):
            content = b""
        shown = rebuilt.notebook(rebuilt.rebuilt(content, its.known[name]))
        for exercise, one in own.items():
            rebuilt.put(shown, exercise, one)
        mode = 0o664 if its.directory.groupshared else 0o444
        write(folder / f"{name}.ipynb", [rebuilt.written(shown)]).chmod(mode)
    if stamped:
        write(folder / handin.STAMP, [handin.stamp(its.folders[student])])
