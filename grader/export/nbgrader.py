"""A course for nbgrader: its `source/`, a notebook for each exercise, and the configuration that has gradlings grade it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from grader import catalog, generate, submission
from grader.exercise import Exercise, Setup
from grader.export import cells
from grader.export.answers import Backend, answer, backend_for

CONFIG = "nbgrader_config.py"
Split = Literal["topic", "exercise"]
CHECK = """# Run this cell as often as you like. It makes the checks that you may see, and says what they found.
from grader.incell import check

check("{exercise}")"""
HIDDEN = "# Further checks are made with what you hand in. There is nothing to be run in this cell."
HEAD = "# {title}\n\n{statement}\n\n{points} points. Write your answer into the cell below; helpers may stand in others."
EXAMPLES = "# An example of the statement, to play with."
CONFIGURATION = '''"""Written by `gradlings export nbgrader`. Change what you like; what is about gradlings is explained."""

import warnings

c = get_config()  # noqa: F821

# SQLAlchemy 2 has remarks on how nbgrader uses it, at length, and with every student.
warnings.filterwarnings("ignore", module=r"nbgrader\\.")

c.CourseDirectory.course_id = {course!r}

# A student gets the stub of an exercise as it is, and nothing in place of the solution that is taken out.
c.ClearSolutions.code_stub = {{"python": ""}}

# What is handed in is read without trusting it, and graded by gradlings, each file in a process of its own, not in a kernel.
c.Autograde.exporter_class = "grader.export.autograde.Submitted"
c.Autograde.autograde_preprocessors = [
    "grader.export.autograde.Gradlings",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# The gradlings course with the solutions and the hidden tests.
c.Gradlings.root = {root!r}
# Draws the hidden inputs: another number gives another draw.
c.Gradlings.seed = 0
# Refuse to grade on a machine that cannot confine other people's code; `gradlings doctor` says what yours can.
c.Gradlings.untrusted = True
'''


def files(
    root: Path, course: str, exercises: Sequence[str], backend: Backend = "numpy", split_by: Split = "topic"
) -> dict[str, bytes]:
    """The files of a course directory.

    Parameters
    ----------
    root : the gradlings course.
    course : what nbgrader is to call the course.
    exercises : ids, in the order of the curriculum.
    backend : the library of the stubs; an exercise that PyTorch has no reference of stays in NumPy.
    split_by : whether an assignment is a topic, or a single exercise.

    Returns
    -------
    Path below the course directory -> content: the same for the same exercises.  Nothing hidden is in it but what stands between
    the markers of solutions, which nbgrader takes out.
    """
    assignments: dict[str, list[Exercise]] = {}
    for name in exercises:
        assignments.setdefault(assignment_of(name, split_by), []).append(catalog.load(root, name))
    made = {CONFIG: CONFIGURATION.format(course=course, root=str(root)).encode()}
    for assignment, its in assignments.items():
        for exercise in its:
            library = backend_for(root, exercise.id, backend)
            made[f"source/{assignment}/{exercise.name}.ipynb"] = _notebook(root, exercise, library)
        # By it a check cell knows the examples, wherever the folder is copied to.
        stubs = {f"exercises/{one.id}.py": submission.stub(catalog.solution_file(root, one.id)) for one in its}
        made[f"source/{assignment}/exercises/{catalog.CATALOG}"] = generate.catalog_text(its, stubs).encode()
    return made


def assignment_of(exercise: str, split_by: Split) -> str:
    """The name of the assignment that an exercise is in."""
    return exercise.split("/", maxsplit=1)[0] if split_by == "topic" else exercise.replace("/", "-")


def _notebook(root: Path, exercise: Exercise, backend: Backend) -> bytes:
    name, about = exercise.id, exercise.about
    worth = cells.points(exercise, Setup(backend))
    head = HEAD.format(title=about.title, statement=exercise.statement, points=about.points)
    found = [cells.markdown(name, "statement", head), cells.answer(name, answer(root, name, backend))]
    if backend == "numpy":  # the examples are written for arrays
        shown = [example.source.strip() for example in exercise.examples if not example.raises]
        found += [cells.example(name, f"example{number}", f"{EXAMPLES}\n{text}") for number, text in enumerate(shown, 1)]
    texts = {"examples": CHECK.format(exercise=name), "hidden": HIDDEN}
    found += [cells.graded(name, part, texts[part], points) for part, points in worth.items()]
    return cells.notebook(name, found)
