"""nbgrader's own gradebook: what it knows of an assignment, and the marks of students, written through its API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    It is what `update_or_create_submission` does for each of them, with a few statements for all.
    """
    from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook, new_uuid  # noqa: PLC0415

    known_to_it, entered = {one.id for one in book.students}, _submissions(book, assignment)
    new = {student: new_uuid() for student in handed_in if student not in entered}
    notebooks = [(new_uuid(), place, notebook) for place in new.values() for notebook in assignment.notebooks]
    rows: dict[Any, list[dict[str, Any]]] = {
        Student: [{"id": student} for student in new if student not in known_to_it],
        SubmittedAssignment: [{"id": new[one], "assignment_id": assignment.id, "student_id": one} for one in new],
        SubmittedNotebook: [{"id": mine, "assignment_id": place, "notebook_id": one.id} for mine, place, one in notebooks],
        Grade: [{"notebook_id": mine, "cell_id": cell.id} for mine, _, one in notebooks for cell in _graded(one)],
        Comment: [{"notebook_id": mine, "cell_id": cell.id} for mine, _, one in notebooks for cell in _commented(one)],
    }
    for kind, some in rows.items():
        book.db.bulk_insert_mappings(kind, some)
    entered = _submissions(book, assignment) if new else entered
    for student, when in handed_in.items():
        if when:
            entered[student].timestamp = when
    return {student: entered[student] for student in handed_in}


def _submissions(book: Gradebook, assignment: Assignment) -> dict[str, Submitted]:
    """Everything that was handed in for an assignment, by student."""
    from nbgrader.api import SubmittedAssignment  # noqa: PLC0415

    return {one.student_id: one for one in book.db.query(SubmittedAssignment).filter_by(assignment_id=assignment.id)}


def _graded(notebook: Notebook) -> list[Any]:
    """The cells that have points."""
    return [*notebook.grade_cells, *notebook.task_cells]


def _commented(notebook: Notebook) -> list[Any]:
    """The cells that are commented on."""
    return [*notebook.solution_cells, *notebook.task_cells]


def fill_in(book: Gradebook, assignment: Assignment, told: Mapping[str, Mapping[str, Marks]]) -> None:
    """Write the marks of students, by exercise, into what they handed in."""
    from nbgrader.api import BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook  # noqa: PLC0415

    def held(kind: Any, *columns: Any) -> Iterable[Any]:
        rows = book.db.query(kind.id, SubmittedAssignment.student_id, BaseCell.name, *columns).select_from(kind)
        rows = rows.join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id).join(BaseCell, BaseCell.id == kind.cell_id)
        rows = rows.join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        found: Iterable[Any] = rows.filter(SubmittedAssignment.assignment_id == assignment.id)
        return found

    scores = {student: _scores(own) for student, own in told.items()}
    comments = {student: _comments(own) for student, own in told.items()}
    book.db.bulk_update_mappings(
        Grade,
        [
            {"id": place, **_grade(scores[student][cell], by_hand)}
            for place, student, cell, by_hand in held(Grade, Grade.manual_score)
            if cell in scores.get(student, {})
        ],
    )
    book.db.bulk_update_mappings(
        Comment,
        [
            {"id": place, "auto_comment": comments[student][cell]}
            for place, student, cell in held(Comment)
            if cell in comments.get(student, {})
        ],
    )


def save(notebook: Any, exercise: str, marks: Marks) -> None:
    """Write the marks of one exercise into one submitted notebook."""
    scores, comments = _scores({exercise: marks}), _comments({exercise: marks})
    for grade in notebook.grades:
        if grade.name in scores:
            for name, value in _grade(scores[grade.name], grade.manual_score).items():
                setattr(grade, name, value)
    for comment in notebook.comments:
        if comment.name in comments:
            comment.auto_comment = comments[comment.name]


def _scores(told: Mapping[str, Marks]) -> dict[str, float | None]:
    """Points by the name of their cell."""
    return {grade_id(exercise, part): one.points for exercise, its in told.items() for part, one in its.scores.items()}


def _comments(told: Mapping[str, Marks]) -> dict[str, str]:
    """Comments by the name of their cell."""
    return {grade_id(exercise, ANSWER): its.comment for exercise, its in told.items()}


def _grade(points: float | None, by_hand: float | None) -> dict[str, Any]:
    """What a person has given stays, and is to be looked at again."""
    return {"auto_score": points, "needs_manual_grade": points is None or by_hand is not None}


def penalize(config: Any, submission: Submitted) -> None:
    """Take off what the course takes off for being late, of scores that are written; and give back what is late no more."""
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
