"""Stands in `nbgrader autograde` for what runs a notebook in a kernel; `gradlings export nbgrader` names it in the configuration.

Submitted    what was handed in is read as data, under whatever name, and made anew
Gradlings    grades it as `gradlings grade` does, and fills in outputs, scores and comments
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Int, Unicode

from grader import doctor, warm
from grader.bulk import Rules, Task, grade_batch
from grader.catalog import CatalogError
from grader.export import gradebook, handin, rebuilt
from grader.export.marks import Marks, marks, unread
from grader.handed import Unreadable
from grader.launch import REQUIRED, WorkerError
from grader.reading import contents

Resources = dict[str, Any]


class Gradlings(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Grades the file that was handed in, and tells the notebook and the gradebook."""

    root = Unicode("", help="The gradlings course with the solutions and the hidden tests.").tag(config=True)
    seed = Int(0, help="Draws the hidden inputs.").tag(config=True)
    untrusted = Bool(True, help="Refuse to grade where other people's code cannot be confined.").tag(config=True)

    def rules(self) -> Rules:
        """What a class is graded with.  Raises CatalogError."""
        required = REQUIRED if self.untrusted else frozenset()
        return Rules(gradebook.course_of(self.root, Path(__file__)), self.seed, required)

    def preprocess(self, nb: Any, resources: Resources) -> tuple[Any, Resources]:
        where, converter = resources["nbgrader"], self.parent.parent
        assignment, student, name = where["assignment"], where["student"], where["notebook"]
        path = _handed_in(converter.coursedir, assignment, student) / f"{name}.ipynb"
        with Gradebook(where["db_url"]) as book:
            submission = book.find_submission_notebook(name, assignment, student)
            for exercise, worth in rebuilt.exercises(gradebook.known(submission.notebook)).items():
                told = self._marks(path, exercise, worth)
                rebuilt.put(nb, exercise, told)
                gradebook.save(submission, exercise, told)
                if any(score.points is None for score in told.scores.values()):
                    self.log.warning("%s of %s: gradlings failed, and leaves the points to you", exercise, student)
            book.db.commit()
        return nbformat.from_dict(nb), resources

    def _marks(self, path: Path, exercise: str, worth: dict[str, float]) -> Marks:
        try:
            source = handin.answer(path, exercise)
        except Unreadable as error:
            self.log.warning("%s is not graded: %s", path, error)
            return unread(str(error), worth)
        digest = hashlib.sha256(source).hexdigest()
        [(_, record)] = grade_batch(self.rules(), [Task(digest, exercise, source, digest)])
        return marks(record, worth)


class Submitted(NotebookExporter):  # type: ignore[misc]  # nbconvert has no types
    """Reads a file of a student's so that no file can stop the others; one that nbgrader has written as every exporter does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._hook = self.parent.pre_convert_hook
        self.parent.pre_convert_hook = self._before
        try:
            required = Gradlings(parent=self).rules().required
            doctor.confinement(warm.launchers(required).of("numpy"))  # begins what will be needed, and says what is missing
        except (CatalogError, WorkerError) as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None

    def from_filename(self, filename: str, resources: Resources | None = None, **more: Any) -> Any:
        if not self.parent._sanitizing:
            return super().from_filename(filename, resources, **more)
        where = (resources or {})["nbgrader"]
        try:
            content = contents(Path(filename))
        except Unreadable:
            content = b""  # it is said when it is graded
        with Gradebook(where["db_url"]) as book:
            known = gradebook.known(book.find_notebook(where["notebook"], where["assignment"]))
        return self.from_notebook_node(nbformat.from_dict(rebuilt.notebook(rebuilt.rebuilt(content, known))), resources)

    def _before(self, **told: Any) -> None:
        """What nbgrader calls before it looks at a student's notebooks."""
        self._give_names(told["notebooks"])
        if self._hook:
            self._hook(**told)

    def _give_names(self, notebooks: list[str]) -> None:
        """Give a notebook that was renamed, beside itself, the name that nbgrader looks for, and name those that are missing."""
        where = self.parent.init_single_notebook_resources(notebooks[0])["nbgrader"]
        folder = Path(notebooks[0]).parent
        with Gradebook(where["db_url"]) as book:
            released = gradebook.released(book.find_assignment(where["assignment"]))
        names = {name: rebuilt.exercises(cells) for name, cells in released.items()}
        found = handin.placed(folder, names)
        for name in names.keys() - {Path(notebook).stem for notebook in notebooks}:
            wanted = folder / f"{name}.ipynb"
            if name in found:
                shutil.copyfile(found[name], wanted, follow_symlinks=False)
                self.log.warning("%s is graded as %s", found[name], wanted.name)
            notebooks.append(str(wanted))  # one that is nowhere is graded as well, and has its page


def _handed_in(course: Any, assignment: str, student: str) -> Path:
    return Path(course.format_path(course.submitted_directory, student, assignment))
