"""What a notebook costs in nbgrader: in a kernel, through gradlings in the kernel's place, and by `gradlings grade --nbgrader`.

    python tests/benchmarks/nbgrader_speed.py [topic[/name] ...] [--students 50] [--sample 3]

Everybody hands in every notebook, each a file of its own: right answers, known mistakes and stubs.  The first two ways grade a
sample of the class, since they take as long for the tenth student as for the first; the last grades the whole class.  In the
kernel stand the examples of the statement as plain asserts, which is less than the other ways check.  Times are whole commands.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from conftest import ROOT, load
from nbgrader_class import cell_of, code, gradlings, nbgrader, written

from grader import submission
from grader.report.files import write
from grader.selection import chosen

PLAIN = "c = get_config()\nc.CourseDirectory.course_id = 'plain'\nc.ClearSolutions.code_stub = {'python': ''}\n"


class Cost(NamedTuple):
    """Of a way to grade, in seconds: by the clock, and of all processors together, which a busy machine changes less."""

    clock: float
    processors: float


def cost(work: Callable[[], object]) -> Cost:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - start, used)


def answers(exercise: str, students: int) -> list[str]:
    """Of three students two are right, each in some way, and the third makes a known mistake or has not begun."""
    known, name = load(exercise), exercise.split("/")[1]
    right = cycle([submission.standalone(ROOT, exercise, one) for one in ("", *(right.name for right in known.rights))])
    wrong = cycle(
        [
            f"def {name}(*args): raise NotImplementedError\n",
            *(submission.standalone(ROOT, exercise, m.name) for m in known.mistakes),
        ]
    )
    both = (next(wrong) if number % 3 == 2 else next(right) for number in range(students))
    return [f"{source}\n# student {number}\n" for number, source in enumerate(both)]


def asserts(exercise: str) -> str:
    """The examples, as an author of plain notebooks writes them."""
    lines = ["import numpy as np", "from numpy import array, nan, inf"]
    for example in load(exercise).examples:
        if not example.raises:
            *before, last = example.source.strip().split("\n")
            lines += [*before, f"np.testing.assert_allclose({last}, {example.want}, atol=1e-6)"]
    return "\n".join(lines)


def hand_in(course: Path, exercises: list[str], students: int) -> None:
    for exercise in exercises:
        topic, name = exercise.split("/")
        content = json.loads((course / "release" / topic / f"{name}.ipynb").read_text(encoding="utf-8"))
        for number, source in enumerate(answers(exercise, students)):
            write(course / "submitted" / f"student{number:02}" / topic / f"{name}.ipynb", [written(content, source)])


def plain(course: Path, exercises: list[str], folder: Path) -> None:
    """The same course as it is without gradlings."""
    write(folder / "nbgrader_config.py", [PLAIN])
    for exercise in exercises:
        topic, name = exercise.split("/")
        content = json.loads((course / "source" / topic / f"{name}.ipynb").read_text(encoding="utf-8"))
        marks = cell_of(content, "hidden")["metadata"]["nbgrader"]
        kept = [cell for cell in content["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]
        test = {**code(f"### BEGIN HIDDEN TESTS\n{asserts(exercise)}\n### END HIDDEN TESTS", nbgrader=marks), "id": "test"}
        write(folder / "source" / topic / f"{name}.ipynb", [json.dumps({**content, "cells": [*kept, test]})])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", default=["convolution"])
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument("--sample", type=int, default=3)
    options = parser.parse_args()
    exercises = chosen(ROOT, options.exercises)
    topics = list(dict.fromkeys(exercise.split("/")[0] for exercise in exercises))
    with tempfile.TemporaryDirectory() as folder:
        ours, kernel, direct = (Path(folder) / name for name in ("ours", "kernel", "direct"))
        gradlings("export", "nbgrader", str(ours), "--topics", *exercises)
        plain(ours, exercises, kernel)
        for topic in topics:
            nbgrader(ours, "generate_assignment", topic)
            nbgrader(kernel, "generate_assignment", topic)
        shutil.copytree(ours, direct)
        hand_in(direct, exercises, options.students)
        for course in (ours, kernel):
            hand_in(course, exercises, options.sample)
        sampled, everything = options.sample * len(exercises), options.students * len(exercises)
        rows = [
            ("nbgrader, in the kernel", sampled, cost(lambda: [nbgrader(kernel, "autograde", topic) for topic in topics])),
            ("nbgrader, by gradlings", sampled, cost(lambda: [nbgrader(ours, "autograde", topic) for topic in topics])),
            ("gradlings grade --nbgrader", everything, cost(lambda: [_graded(direct, topic) for topic in topics])),
        ]
    print(f"{len(exercises)} exercises, {options.students} students")
    each = [Cost(*(seconds / notebooks for seconds in spent)) for _, notebooks, spent in rows]
    print(f"{'':27} {'notebooks':>9} {'in all':>9} {'each':>11} {'ratio':>7} {'of processors':>14} {'ratio':>7}")
    for (what, notebooks, spent), one in zip(rows, each, strict=True):
        clock, processors = (first / mine for first, mine in zip(each[0], one, strict=True))
        print(f"{what:<27} {notebooks:9} {spent.clock:7.1f} s {1000 * one.clock:8.1f} ms {clock:7.1f} ", end="")
        print(f"{1000 * one.processors:11.1f} ms {processors:7.1f}")


def _graded(course: Path, topic: str) -> None:
    done = gradlings("grade", "--nbgrader", str(course), "--assignment", topic)
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    main()
