"""`gradlings grade --nbgrader`: what nbgrader collected is graded at full speed, and its gradebook filled, in nbgrader's place.

Everything that nbgrader does afterwards works as if it had run `nbgrader autograde` itself: formgrader, feedback and exports.
"""

from __future__ import annotations

import argparse
import glob
import hashlib
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from grader import grading
from grader.catalog import CatalogError
from grader.export import gradebook, handin, rebuilt
from grader.export.marks import Marks, marks, unread
from grader.export.nbgrader import CONFIG
from grader.handed import Plan, Skipped, Submission, Unreadable, place
from grader.phrases import count
from grader.reading import contents
from grader.report.files import write
from grader.report.record import Record
from grader.report.students import by_student

OUT = "gradlings"  # below the course: results and reports of each assignment


class Class(NamedTuple):
    """An assignment as it was released, and what was handed in for it."""

    course: Any  # nbgrader's CourseDirectory
    config: Any
    book: Any
    assignment: str
    known: Mapping[str, list[rebuilt.Known]]  # the cells of each notebook
    exercises: Mapping[str, str]  # the notebook of each exercise
    worth: Mapping[str, Mapping[str, float]]  # what each part of an exercise is worth
    folders: Mapping[str, Path]  # of each student
    found: Mapping[str, Mapping[str, Path]]  # the files of each student, by notebook


def grade(options: argparse.Namespace) -> int:
    """Do what was asked for, with the exit status of `gradlings grade`."""
    if options.exercises or options.pattern or options.roster:
        raise CatalogError("with --nbgrader the assignment says what is graded: leave out --exercises, --pattern and --roster")
    with _opened(options.nbgrader.resolve(), options.assignment) as its:
        ours = its.config.Gradlings
        root = gradebook.course_of(str(ours.get("root", "")), Path.cwd())
        options.out = options.out or Path(its.course.root) / OUT / its.assignment
        options.seed = options.seed or ours.get("seed", 0)
        options.untrusted = options.untrusted or ours.get("untrusted", True)
        options.exercises = list(its.exercises)
        plan, problems = _plan(its)
        return grading.grade_plan(root, plan, options.exercises, options, partial(_write, its, problems))


@contextmanager
def _opened(folder: Path, assignment: str) -> Iterator[Class]:
    """The assignment in a course directory.  Raises CatalogError."""
    try:
        from nbgrader.api import Gradebook, MissingEntry  # noqa: PLC0415  # who has no nbgrader needs none
        from nbgrader.coursedir import CourseDirectory  # noqa: PLC0415
        from traitlets.config import PyFileConfigLoader  # noqa: PLC0415
    except ImportError as error:
        raise CatalogError(f"nbgrader is needed, and cannot be loaded ({error}); try: python -m pip install nbgrader") from None
    if not (folder / CONFIG).is_file():
        raise CatalogError(f"{folder} is no course of nbgrader: it has no {CONFIG}")
    config = PyFileConfigLoader(CONFIG, path=str(folder)).load_config()
    course = CourseDirectory(config=config, root=str(folder))
    with Gradebook(course.db_url, course.course_id) as book, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"nbgrader\.")  # of what SQLAlchemy 2 thinks of its sessions
        try:
            names = gradebook.notebooks(book, assignment)
        except MissingEntry:
            raise CatalogError(
                f"nbgrader knows no assignment {assignment!r}; try: nbgrader generate_assignment {assignment}"
            ) from None
        known = {name: gradebook.known(book, assignment, name) for name in names}
        folders = dict(_folders(course, assignment))
        if not folders:
            raise CatalogError(
                f"nothing was handed in for {assignment} in {course.format_path(course.submitted_directory, '*', assignment)}"
            )
        found = {student: handin.placed(its, names) for student, its in folders.items()}
        worth = {name: rebuilt.exercises(cells) for name, cells in known.items()}
        places = {exercise: name for name, its in worth.items() for exercise in its}
        merged = {exercise: parts for its in worth.values() for exercise, parts in its.items()}
        yield Class(course, config, book, assignment, known, places, merged, folders, found)


def _folders(course: Any, assignment: str) -> Iterator[tuple[str, Path]]:
    """Each student's folder, as nbgrader finds them."""
    pattern = re.compile(course.format_path(course.submitted_directory, "(?P<student>.*)", re.escape(assignment), escape=True))
    wanted = course.format_path(course.submitted_directory, "*", glob.escape(assignment))
    for path in sorted(glob.glob(wanted)):  # noqa: PTH207  # the pattern is nbgrader's, a whole path
        match = pattern.fullmatch(path)
        if match and Path(path).is_dir():
            yield match["student"], Path(path)


def _plan(its: Class) -> tuple[Plan, dict[tuple[str, str], str]]:
    """What is going to be graded, and why the rest is not, by student and exercise."""
    submissions, skipped, problems = list[Submission](), list[Skipped](), dict[tuple[str, str], str]()
    for student, files in its.found.items():
        for exercise, name in its.exercises.items():
            path = files.get(name, its.folders[student] / f"{name}.ipynb")
            try:
                digest = hashlib.sha256(handin.answer(path, exercise)).hexdigest()
            except Unreadable as error:
                problems[student, exercise] = str(error)
                skipped.append(Skipped(place((student, path.name)), str(error)))
            else:
                submissions.append(Submission(student, exercise, str(path), "", digest))
    return Plan(tuple(sorted(submissions)), tuple(sorted(set(skipped)))), problems


def _write(its: Class, problems: Mapping[tuple[str, str], str], records: Iterable[Record]) -> None:
    """Fill the gradebook, and write the notebooks that nbgrader's pages show."""
    graded = {student: {record["exercise"]: record for record in own} for student, own in by_student(records)}
    told = {student: _marks(its, student, graded.get(student, {}), problems) for student in its.folders}
    its.book.db().expire_on_commit = False  # nobody else writes meanwhile: what was read of the assignment stays true
    with its.book.db.no_autoflush:
        late = [student for student in its.folders if _hand_in(its, student)]
        handed_in = gradebook.submissions(its.book, its.assignment)
        for student, by_exercise in told.items():
            for exercise, one in by_exercise.items():
                gradebook.save(handed_in[student][its.exercises[exercise]], exercise, one)
        its.book.db.commit()
    for student in its.folders:
        _show(its, student, told[student])
    for student in late:
        _penalize(its, student)
    failed = sum(score.points is None for mine in told.values() for one in mine.values() for score in one.scores.values())
    print(f"Written to nbgrader's gradebook: {its.assignment} of {count(len(its.folders), 'student')}.")
    if problems:
        print(
            f"{count(len(problems), 'answer')} with 0 points, as nothing was handed in that can be read; they are listed above."
        )
    if failed:
        print(f"gradlings: {count(failed, 'score')} left to you in formgrader: gradlings itself failed there", file=sys.stderr)


def _marks(its: Class, student: str, records: Mapping[str, Record], problems: Mapping[tuple[str, str], str]) -> dict[str, Marks]:
    """By exercise; one whose file was changed while it was graded is left for the next run."""
    told = {}
    for exercise, worth in its.worth.items():
        if exercise in records:
            told[exercise] = marks(records[exercise], worth)
        elif (student, exercise) in problems:
            told[exercise] = unread(problems[student, exercise], worth)
    return told


def _hand_in(its: Class, student: str) -> bool:
    """Tell the gradebook that somebody handed in, and when; whether that was late."""
    its.book.update_or_create_student(student)
    when = its.course.get_existing_timestamp(str(its.folders[student]))
    submission = its.book.update_or_create_submission(its.assignment, student, **({"timestamp": when} if when else {}))
    return bool(submission.total_seconds_late > 0)


def _show(its: Class, student: str, told: Mapping[str, Marks]) -> None:
    """The notebooks with their scores, where nbgrader puts those that it has graded."""
    folder = Path(its.course.format_path(its.course.autograded_directory, student, its.assignment))
    for name in dict.fromkeys(its.exercises[exercise] for exercise in told):
        try:
            content = contents(its.found[student][name])
        except (KeyError, Unreadable):
            content = b""
        shown = rebuilt.notebook(rebuilt.rebuilt(content, its.known[name]))
        for exercise, one in told.items():
            if its.exercises[exercise] == name:
                rebuilt.put(shown, exercise, one)
        write(folder / f"{name}.ipynb", [rebuilt.written(shown)]).chmod(0o664 if its.course.groupshared else 0o444)
    stamp = its.folders[student] / "timestamp.txt"
    if stamp.is_file() and not stamp.is_symlink():
        write(folder / stamp.name, [stamp.read_bytes()])


def _penalize(its: Class, student: str) -> None:
    """What the course takes off for being late."""
    import nbformat  # noqa: PLC0415
    from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415

    for notebook in its.known:
        where = {"assignment": its.assignment, "student": student, "notebook": notebook, "db_url": its.course.db_url}
        AssignLatePenalties(config=its.config).preprocess(nbformat.v4.new_notebook(), {"nbgrader": where})
