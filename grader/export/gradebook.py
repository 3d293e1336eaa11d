"""nbgrader's own gradebook: what it knows of an assignment, and the marks of a student, written through its API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grader.catalog import CatalogError, find_root
from grader.export import rebuilt
from grader.export.cells import ANSWER, grade_id
from grader.export.marks import Marks
from grader.export.rebuilt import Known

Gradebook = Any  # nbgrader.api.Gradebook: nbgrader is loaded by those alone who have it


def course_of(root: str, otherwise: Path) -> Path:
    """The gradlings course that the configuration names, or else the one that a path lies in.  Raises CatalogError."""
    told = "c.Gradlings.root in nbgrader_config.py is to name the gradlings course with the solutions and the hidden tests"
    try:
        found = find_root(Path(root) if root else otherwise)
    except CatalogError as error:
        raise CatalogError(f"{error}; {told}") from None
    if not (found / "solutions").is_dir():
        raise CatalogError(f"{found} has no solutions; {told}")
    return found


def known(book: Gradebook, assignment: str, notebook: str) -> list[Known]:
    """The cells of a notebook as they were when it was released, in their order.  Raises nbgrader's MissingEntry."""
    found = book.find_notebook(notebook, assignment)
    worth = {cell.name: float(cell.max_score) for cell in found.grade_cells}
    solutions = {cell.name for cell in found.solution_cells}
    return [
        Known(
            name=cell.name,
            cell_type=cell.cell_type,
            source=cell.source or "",
            checksum=cell.checksum or "",
            grade=cell.name in worth,
            solution=cell.name in solutions,
            locked=bool(cell.locked),
            points=worth.get(cell.name, 0.0),
        )
        for cell in found.source_cells
    ]


def submissions(book: Gradebook, assignment: str) -> dict[str, dict[str, Any]]:
    """Everything that was handed in for an assignment, by student and notebook, with what `save` fills in read at once."""
    from nbgrader.api import Assignment, Comment, Grade, SubmittedAssignment, SubmittedNotebook  # noqa: PLC0415
    from sqlalchemy.orm import joinedload, selectinload  # noqa: PLC0415

    filled_in = selectinload(SubmittedAssignment.notebooks).options(
        joinedload(SubmittedNotebook.notebook),
        selectinload(SubmittedNotebook.grades).joinedload(Grade.cell),
        selectinload(SubmittedNotebook.comments).joinedload(Comment.cell),
    )
    wanted = book.db.query(SubmittedAssignment).join(Assignment).filter(Assignment.name == assignment).options(filled_in)
    return {one.student_id: {notebook.name: notebook for notebook in one.notebooks} for one in wanted}


def save(submission: Any, exercise: str, marks: Marks) -> None:
    """Write the marks of one exercise into a submitted notebook; what a person has given stays, and is to be looked at again."""
    by_name = {grade_id(exercise, part): score for part, score in marks.scores.items()}
    for grade in submission.grades:
        if grade.name in by_name:
            grade.auto_score = by_name[grade.name].points
            grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
    for comment in submission.comments:
        if comment.name == grade_id(exercise, ANSWER):
            comment.auto_comment = marks.comment


def notebooks(book: Gradebook, assignment: str) -> dict[str, list[str]]:
    """The notebooks of an assignment, and the exercises in each."""
    found = [one.name for one in book.find_assignment(assignment).notebooks]
    return {name: list(rebuilt.exercises(known(book, assignment, name))) for name in sorted(found)}
