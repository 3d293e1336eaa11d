"""A class that hands in notebooks: right ones, wrong ones, and those of people who mean harm."""

from __future__ import annotations

import copy
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import ROOT, load
from course import copy_course, run

from grader import submission
from grader.catalog import solution_file
from grader.report.files import write

TOPIC = "activations"
RELU, SOFTMAX = f"{TOPIC}/relu", f"{TOPIC}/softmax"
POINTS = 5  # of either
RIGHT = "import numpy as np\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
NONE = "def relu(x):\n    return None\n"
Notebook = dict[str, Any]


@dataclass(frozen=True)
class HandIn:
    """What one student hands in, by the name of the file, and what relu is worth: in points, or None for less than all."""

    files: dict[str, bytes]
    relu: float | None = 0.0
    other: float | None = float(POINTS)  # the same for the other exercise, where there is one


def nbgrader(course: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real one.  It runs other programs by their bare names, so they must be found."""
    here = Path(sys.executable).parent
    done = run([str(here / "nbgrader"), *arguments], course, {"PATH": f"{here}{os.pathsep}{os.environ['PATH']}", **environment})
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def hasty(folder: Path) -> Path:
    """A course of gradlings that does not wait long for one of the exercises."""
    course = copy_course(folder).root
    solution = solution_file(course, RELU)
    solution.write_text(
        solution.read_text(encoding="utf-8").replace("    points=", "    deadline=0.4,\n    points=", 1), encoding="utf-8"
    )
    return course


def commands() -> list[list[str]]:
    """What the page tells an instructor to type: to hand out, to grade in either way, and afterwards."""
    page = (ROOT / "grader" / "export" / "README.md").read_text(encoding="utf-8")
    return [block.strip().splitlines() for block in re.findall(r"^```bash\n(.*?)^```", page, re.MULTILINE | re.DOTALL)]


def typed(lines: Iterable[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """What comes of commands, typed one after the other in an activated environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = run(["bash", "-euc", "\n".join(lines)], folder, {"PATH": path, "PYTHONSAFEPATH": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def gradlings(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-P", "-m", "grader", *arguments], folder)


def cell_of(notebook: Notebook, part: str) -> dict[str, Any]:
    """The cell whose grade_id ends so."""
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id", "").endswith(f"-{part}"))


def written(notebook: Notebook, source: str, change: Callable[[Notebook], object] = lambda notebook: None) -> bytes:
    """The notebook with this answer, and with a change."""
    mine = copy.deepcopy(notebook)
    cell_of(mine, "answer")["source"] = source
    change(mine)
    return json.dumps(mine).encode()


def mistakes(exercise: str) -> dict[str, str]:
    """Every known mistake of an exercise, as a learner's file."""
    return {one.name: submission.standalone(ROOT, exercise, one.name) for one in load(exercise).mistakes}


def code(source: str, **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def a_class(release: Path) -> dict[str, HandIn]:
    """Everybody but those who make a known mistake; where another exercise was released too, all but one have it right."""
    relu, full = json.loads((release / "relu.ipynb").read_text()), float(POINTS)
    others = {path.name: json.loads(path.read_text()) for path in release.glob("*.ipynb") if path.name != "relu.ipynb"}
    right = {name: written(nb, submission.standalone(ROOT, f"{TOPIC}/{name.split('.')[0]}")) for name, nb in others.items()}

    def one(source: str, change: Callable[[Notebook], object] = lambda notebook: None) -> dict[str, bytes]:
        return right | {"relu.ipynb": written(relu, source, change)}

    made = {
        "reference": HandIn(one(submission.standalone(ROOT, RELU)), full),
        "stub": HandIn({name: json.dumps(nb).encode() for name, nb in (others | {"relu.ipynb": relu}).items()}, 0, 0),
        "half_done": HandIn(one("import numpy as np\ndef relu(x):\n    return np.where(x > 0, x, x * 0)\n"), None),
        "renamed": HandIn(right | {"relu (1).ipynb": written(relu, RIGHT)}, full),
        "late": HandIn(one(RIGHT) | {"timestamp.txt": b"2026-11-20 10:00:00 UTC"}, full),
        "missing": HandIn(right | {"notes.ipynb": b'{"cells": []}'}),
        "not_json": HandIn(right | {"relu.ipynb": b"{"}),
    }
    sources = honest() | dishonest()
    changes = honest_changes() | dishonest_changes()
    made |= {name: HandIn(one(source), points) for name, (source, points) in sources.items()}
    return made | {name: HandIn(one(source, change), points) for name, (source, change, points) in changes.items()}


def honest() -> dict[str, tuple[str, float]]:
    """Answers that go wrong, or right, in their own ways."""
    noise = "    import sys, warnings\n    warnings.warn('hm')\n    print('hm', file=sys.stderr)\n    print('hm')\n"
    return {
        "noisy": (RIGHT.replace("    return", f"{noise}    return"), POINTS),
        "loops": ("def relu(x):\n    while True: pass\n", 0),
        "exits": ("import sys\ndef relu(x): sys.exit(0)\n", 0),
        "exits_hard": ("import os\ndef relu(x): os._exit(0)\n", 0),
        "exits_at_once": ("import os\nos._exit(0)\n", 0),
        "syntax_error": ("def relu(x:\n", 0),
    }


def honest_changes() -> dict[str, tuple[str, Callable[[Notebook], object], float]]:
    """Notebooks that were changed as people change them."""

    def strip(notebook: Notebook) -> None:
        for cell in notebook["cells"]:
            cell["metadata"] = {}

    def drop(part: str) -> Callable[[Notebook], object]:
        return lambda notebook: notebook["cells"].remove(cell_of(notebook, part))

    def print_much(notebook: Notebook) -> None:
        cell_of(notebook, "answer")["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "y" * 50_000_000}]

    def speak_r(notebook: Notebook) -> None:
        notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}

    def help_below(notebook: Notebook) -> None:
        notebook["cells"].append(
            code("import numpy as np\nimport pandas as pd\ndef lifted(x):\n    return np.maximum(x, 0)\nlifted(3)\n")
        )

    return {
        "stripped": (RIGHT, strip, POINTS),
        "deleted_answer": (RIGHT, drop("answer"), 0),
        "deleted_test": (RIGHT, drop("hidden"), POINTS),
        "deleted_tests": (NONE, lambda notebook: (drop("hidden")(notebook), drop("examples")(notebook)), 0),
        "printed_much": (RIGHT, print_much, POINTS),
        "another_kernel": (RIGHT, speak_r, POINTS),
        "another_language": ("relu <- function(x) pmax(x, 0)\n", speak_r, 0),
        "helped": ("def relu(x):\n    return lifted(x)\n", help_below, POINTS),
    }


def dishonest() -> dict[str, tuple[str, float]]:
    """Wrong answers that reach for the marks of plain nbgrader."""
    hook = "get_ipython().events.register('pre_run_cell', lambda info: setattr(info, 'raw_cell', 'pass'))\n"
    database = (
        "import sqlite3\n_book = sqlite3.connect('../../../gradebook.db')\n"
        "_book.execute('UPDATE grade SET manual_score = 5')\n_book.commit()\n"
    )
    equal = "class Equal(float):\n    __eq__ = __ge__ = __le__ = lambda *other: True\n    __repr__ = lambda self: '400'\n"
    return {
        "patches": (f"import numpy as np\nnp.testing.assert_allclose = lambda *a, **k: None\n{NONE}", 0),
        "hooks": (f"{hook}{NONE}", 0),
        "reads_gradebook": (f"{database}{NONE}", 0),
        "returns_more": (f"{equal}def relu(x):\n    return Equal(400.0)\n", 0),
        "prints_points": ("def relu(x):\n    print(5.0)\n", 0),
    }


def dishonest_changes() -> dict[str, tuple[str, Callable[[Notebook], object], float]]:
    """Notebooks that lie to nbgrader."""
    result = {"output_type": "execute_result", "data": {"text/plain": "5"}, "metadata": {}, "execution_count": 1}
    script = {"cell_type": "markdown", "source": "<script>alert(1)</script> [me](javascript:alert(2))", "metadata": {}}

    def claim(notebook: Notebook) -> None:
        for part in ("examples", "hidden"):
            cell = cell_of(notebook, part)
            cell["source"], cell["outputs"] = "5.0", [result]
            cell["metadata"]["nbgrader"] |= {"points": 400, "locked": False, "checksum": "0" * 32}

    def own_test(notebook: Notebook) -> None:
        cell_of(notebook, "hidden")["metadata"]["nbgrader"] |= {"solution": True}

    def old_schema(notebook: Notebook) -> None:
        cell_of(notebook, "hidden")["metadata"]["nbgrader"] = {"schema_version": 1, "grade": True}

    def twice(notebook: Notebook) -> None:
        notebook["cells"].append(copy.deepcopy(cell_of(notebook, "examples")))
        notebook["cells"].append(code("5", nbgrader={"grade": True, "locked": "no"}, tags=["x'><script>alert(3)</script>"]))
        notebook["cells"].append(
            {"cell_type": "raw", "source": "<script>alert(4)</script>", "metadata": {"raw_mimetype": "text/html"}}
        )

    return {
        "claims_points": (NONE, claim, 0),
        "grades_itself": (NONE, own_test, 0),
        "old_schema": (NONE, old_schema, 0),
        "many_cells": (NONE, twice, 0),
        "runs_a_script": (NONE, lambda notebook: notebook["cells"].insert(0, script), 0),
        "half_letters": (f"# \ud800 half a letter\n{NONE}", lambda notebook: None, 0),
    }


def due(course: Path, when: str) -> None:
    """The assignment is due, and what comes later is worth nothing."""
    with (course / "nbgrader_config.py").open("a") as file:
        file.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
    with sqlite3.connect(course / "gradebook.db") as book:
        book.execute("UPDATE assignment SET duedate = ?", (when,))


def hand_in(course: Path, students: dict[str, HandIn]) -> None:
    for student, handed_in in students.items():
        for name, content in handed_in.files.items():
            write(course / "submitted" / student / TOPIC / name, [content])


Row = tuple[float | None, float, int, float | None, str | None]


def grades(course: Path) -> dict[tuple[str, str, str], Row]:
    """Student, notebook and cell -> score of the autograder, score, whether a person is to look at it; penalty and comment."""
    query = """
        SELECT submitted_assignment.student_id, notebook.name, base_cell.name, grade.auto_score,
               coalesce(grade.manual_score, grade.auto_score, 0), grade.needs_manual_grade,
               submitted_notebook.late_submission_penalty,
               (SELECT max(auto_comment) FROM comment WHERE comment.notebook_id = submitted_notebook.id)
        FROM grade JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
        JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
        JOIN notebook ON submitted_notebook.notebook_id = notebook.id JOIN base_cell ON grade.cell_id = base_cell.id
    """
    with sqlite3.connect(course / "gradebook.db") as book:
        return {tuple(row[:3]): tuple(row[3:]) for row in book.execute(query)}


def points(found: dict[tuple[str, str, str], Row], student: str, notebook: str) -> float:
    return round(sum(row[1] for key, row in found.items() if key[:2] == (student, notebook)), 2)


def cells_of(path: Path) -> Sequence[Notebook]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]
