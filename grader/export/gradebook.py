"""nbgrader's own gradebook: what it knows of an assignment, and the marks of students, written through its API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from grader.catalog import CatalogError, find_root
from grader.export.cells import ANSWER, grade_id
from grader.export.marks import Marks
from grader.export.rebuilt import Known

# Of nbgrader.api, which is loaded by those alone who have it.
Gradebook = Any
Assignment = Any
Notebook = Any
Submitted = Any  # a SubmittedAssignment


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


def released(assignment: Assignment) -> dict[str, list[Known]]:
    """The cells of each notebook of an assignment."""
    return {one.name: known(one) for one in sorted(assignment.notebooks, key=lambda one: str(one.name))}


def known(notebook: Notebook) -> list[Known]:
    """The cells of a notebook as they were when it was released, in their order."""
    worth = {cell.name: float(cell.max_score) for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
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
        for cell in notebook.source_cells
    ]


def enter(book: Gradebook, assignment: Assignment, handed_in: Mapping[str, datetime | None]) -> dict[str, Submitted]:
    """What these students handed in, and when, entered where it is not yet; by student.  Nothing is committed.

    It is what `update_or_create_submission` does for each of them, with a few queries for all.
    """
    from nbgrader.api import Student  # noqa: PLC0415

    entered, known_to_it = _submissions(book, assignment), {one.id: one for one in book.students}
    for student, when in handed_in.items():
        if student not in entered:
            entered[student] = _mirrored(assignment, known_to_it.get(student) or Student(id=student))
            book.db.add(entered[student])
        if when:
            entered[student].timestamp = when
    return {student: entered[student] for student in handed_in}


def _submissions(book: Gradebook, assignment: Assignment) -> dict[str, Submitted]:
    """Everything that was handed in for an assignment, by student, with what `save` fills in read at once."""
    from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook  # noqa: PLC0415
    from sqlalchemy.orm import joinedload, selectinload  # noqa: PLC0415

    filled_in = selectinload(SubmittedAssignment.notebooks).options(
        joinedload(SubmittedNotebook.notebook),
        selectinload(SubmittedNotebook.grades).joinedload(Grade.cell),
        selectinload(SubmittedNotebook.comments).joinedload(Comment.cell),
    )
    wanted = book.db.query(SubmittedAssignment).filter(SubmittedAssignment.assignment == assignment).options(filled_in)
    return {one.student_id: one for one in wanted}


def _mirrored(assignment: Assignment, student: Any) -> Submitted:
    """A submission with the structure of the assignment, ready to be filled in."""
    from nbgrader.api import Comment, Grade, SubmittedAssignment, SubmittedNotebook  # noqa: PLC0415

    submission = SubmittedAssignment(assignment=assignment, student=student)
    for notebook in assignment.notebooks:
        mine = SubmittedNotebook(notebook=notebook, assignment=submission)
        for cell in [*notebook.grade_cells, *notebook.task_cells]:
            Grade(cell=cell, notebook=mine)
        for cell in [*notebook.solution_cells, *notebook.task_cells]:
            Comment(cell=cell, notebook=mine)
    return submission


def save(notebook: Any, exercise: str, marks: Marks) -> None:
    """Write the marks of one exercise into a submitted notebook; what a person has given stays, and is to be looked at again."""
    by_name = {grade_id(exercise, part): score for part, score in marks.scores.items()}
    for grade in notebook.grades:
        if grade.name in by_name:
            grade.auto_score = by_name[grade.name].points
            grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None
    for comment in notebook.comments:
        if comment.name == grade_id(exercise, ANSWER):
            comment.auto_comment = marks.comment


def penalize(config: Any, submission: Submitted) -> None:
    """Take off what the course takes off for being late, of scores that are flushed; and give back what is late no more."""
    late = submission.total_seconds_late
    for notebook in submission.notebooks:
        penalty = _plugin(config).late_submission_penalty(submission.student.id, notebook.score, late) if late > 0 else None
        notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), notebook.score)


def _plugin(config: Any) -> Any:
    """What says how much that is, by nbgrader's configuration."""
    from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415

    assigning = AssignLatePenalties(config=config)
    assigning.init_plugin()
    return assigning.plugin_inst
