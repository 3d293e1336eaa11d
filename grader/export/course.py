"""A course of nbgrader as it lies there: its configuration, its gradebook, and what was handed in for one assignment."""

from __future__ import annotations

import glob
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from grader.catalog import CatalogError
from grader.export import gradebook, handin, rebuilt
from grader.export.nbgrader import CONFIG
from grader.handed import Unreadable

SQLITE = "sqlite:///"
IRIS = "rfc3987_syntax"  # with which jsonschema tells what an address may be


class Collected(NamedTuple):
    """An assignment as it was released, and what was handed in for it."""

    directory: Any  # nbgrader's CourseDirectory
    config: Any
    book: Any
    assignment: Any  # the gradebook's
    known: Mapping[str, list[rebuilt.Known]]  # the cells of each notebook
    exercises: Mapping[str, str]  # the notebook of each exercise
    worth: Mapping[str, Mapping[str, float]]  # what each part of an exercise is worth
    folders: Mapping[str, Path]  # of each student
    found: Mapping[str, Mapping[str, Path]]  # the files of each student, by notebook

    def autograded(self, student: str) -> Path:
        """Where nbgrader puts the notebooks that it has graded."""
        return Path(self.directory.format_path(self.directory.autograded_directory, student, self.assignment.name))


@contextmanager
def opened(folder: Path, assignment: str) -> Iterator[Collected]:
    """The assignment in a course directory.  Raises CatalogError, also for what goes wrong in its database meanwhile."""
    api, coursedir, load = _nbgrader()
    if not (folder / CONFIG).is_file():
        raise CatalogError(f"{folder} is no course of nbgrader: it has no {CONFIG}")
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415  # comes with nbgrader

    config = load(CONFIG, path=str(folder)).load_config()
    directory = coursedir.CourseDirectory(config=config, root=str(folder))
    unknown = CatalogError(f"nbgrader knows no assignment {assignment!r}; try: nbgrader generate_assignment {assignment}")
    url = directory.db_url
    file = url.removeprefix(SQLITE).partition("?")[0] if url.startswith(SQLITE) else ""
    if file and not Path(file).exists():  # it would be made, to no purpose
        raise unknown
    try:
        with api.Gradebook(url, directory.course_id) as book, warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"nbgrader\.")  # of what SQLAlchemy 2 thinks of its sessions
            try:
                released = book.find_assignment(assignment)
            except api.MissingEntry:
                raise unknown from None
            yield _collected(directory, config, book, released)
    except SQLAlchemyError as error:
        told = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise CatalogError(f"nbgrader's gradebook {url} cannot be used ({told}); what is graded is kept: try again") from None


def _nbgrader() -> tuple[Any, Any, Any]:
    """What is used of it.  Raises CatalogError."""
    sys.modules.setdefault(IRIS, None)  # type: ignore[arg-type]  # no module: nobody asks for one, and its grammar takes a second
    try:
        from nbgrader import api, coursedir  # noqa: PLC0415  # who has no nbgrader needs none
        from traitlets.config import PyFileConfigLoader  # noqa: PLC0415
    except ImportError as error:
        raise CatalogError(f"nbgrader is needed, and cannot be loaded ({error}); try: python -m pip install nbgrader") from None
    finally:
        if sys.modules[IRIS] is None:
            del sys.modules[IRIS]
    return api, coursedir, PyFileConfigLoader


def _collected(directory: Any, config: Any, book: Any, assignment: Any) -> Collected:
    known = gradebook.released(assignment)
    worth = {name: rebuilt.exercises(cells) for name, cells in known.items()}
    folders = dict(_folders(directory, assignment.name))
    if not folders:
        where = directory.format_path(directory.submitted_directory, "*", assignment.name)
        raise CatalogError(f"nothing was handed in for {assignment.name} in {where}")
    found = {student: handin.placed(its, worth) for student, its in folders.items()}
    merged = {exercise: parts for its in worth.values() for exercise, parts in its.items()}
    return Collected(directory, config, book, assignment, known, places(worth), merged, folders, found)


def places(worth: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The notebook of each exercise.  Raises CatalogError where one has two."""
    found: dict[str, str] = {}
    for name, exercises in worth.items():
        for exercise in exercises:
            if (other := found.setdefault(exercise, name)) != name:
                raise CatalogError(f"{exercise} has points in two notebooks, {other} and {name}: leave it in one of them")
    return found


def _folders(directory: Any, assignment: str) -> Iterator[tuple[str, Path]]:
    """Each student's folder, as nbgrader finds them."""
    submitted = directory.submitted_directory
    pattern = re.compile(directory.format_path(submitted, "(?P<student>.*)", re.escape(assignment), escape=True))
    wanted = directory.format_path(submitted, "*", glob.escape(assignment))
    for path in sorted(glob.glob(wanted)):  # noqa: PTH207  # the pattern is nbgrader's, a whole path
        match = pattern.fullmatch(path)
        if match and Path(path).is_dir():
            yield match["student"], Path(path)


def moment(its: Collected, student: str) -> datetime | None:
    """When a student handed in, by what nbgrader has put beside the notebooks; None without.  Raises Unreadable."""
    text = handin.stamp(its.folders[student]).decode("utf-8", "replace").strip()
    if not text:
        return None
    from nbgrader.utils import parse_utc  # noqa: PLC0415

    try:
        found: datetime = parse_utc(text)
    except Exception:  # whatever a parser of dates makes of a student's text
        raise Unreadable(handin.NO_TIME) from None
    return found
