"""What a notebook costs in nbgrader: in a kernel, through gradlings in the kernel's place, and by `gradlings grade --nbgrader`.

    python tests/benchmarks/nbgrader_speed.py [topic[/name] ...] [--students 50] [--sample 3] [--rounds 1]

A teacher hands out a topic, and everybody of a class of 50 hands in a notebook for each of its exercises: the answers of
`class_speed`, which people wrote, right ones, wrong ones, stubs, and files that do not compile.  In the kernel stand ten graded
cells with hidden tests, which make the same calls as gradlings does and hold them against the same values: see `rivals`.

The first two ways grade a sample of the class, since they take as long for the tenth student as for the first; the last grades
the whole class, once the topic and once one exercise of it alone, where starting weighs more.  Times are whole commands, by the
clock with all the cores that a command takes, and of all processors together, with those of every process that was started.
Each round takes the ways in turn; the middle one of the rounds counts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import class_speed
import rivals
from conftest import ROOT
from nbgrader_class import gradlings, nbgrader, written

from grader import kernel
from grader.report.files import write
from grader.selection import chosen

Answers = Sequence[Sequence[tuple[str, bytes]]]  # of each student: exercise and file


class Cost(NamedTuple):
    """Of a notebook, in seconds: by the clock, and of all processors together, which a busy machine changes less."""

    clock: float
    processors: float


class Way(NamedTuple):
    """A way to grade: a folder as it was handed in, and what is done in a copy of it."""

    name: str
    folder: Path
    notebooks: int
    grade: Callable[[Path], object]


def cost(way: Way, folder: Path) -> Cost:
    """Of one notebook, when all of them are graded in a fresh copy."""
    shutil.copytree(way.folder, folder)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    way.grade(folder)
    seconds = time.perf_counter() - start
    with suppress(ChildProcessError):  # no more of those that a command has left behind, which fall to us
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    shutil.rmtree(folder)
    return Cost(seconds / way.notebooks, used / way.notebooks)


def exported(folder: Path, exercises: Sequence[str], answers: Answers) -> Path:
    """A course that `gradlings export nbgrader` has made, and what was handed in."""
    gradlings("export", "nbgrader", str(folder), "--topics", *exercises)
    topics = dict.fromkeys(exercise.split("/")[0] for exercise in exercises)
    for topic in topics:
        nbgrader(folder, "generate_assignment", topic)
    for number, own in enumerate(answers):
        for exercise, source in own:
            place = f"{exercise}.ipynb"
            content = json.loads((folder / "release" / place).read_text(encoding="utf-8"))
            write(folder / "submitted" / f"student{number:02}" / place, [written(content, source.decode("utf-8", "replace"))])
    return folder


def ways(folder: Path, exercises: Sequence[str], students: int, sample: int) -> list[Way]:
    answers = class_speed.answers(students, "numpy", exercises)
    some, alone = answers[:sample], [[(name, file) for name, file in own if name == exercises[0]] for own in answers]
    plain = rivals.nbgrader_course(folder, some, torch=False)
    ours = exported(folder / "sample", exercises, some)
    whole, one = exported(folder / "whole", exercises, answers), exported(folder / "one", exercises[:1], alone)
    topics = list(dict.fromkeys(exercise.split("/")[0] for exercise in exercises))
    few, many = sample * len(exercises), students * len(exercises)
    return [
        Way("nbgrader, in the kernel", plain, few, lambda course: nbgrader(course, "autograde", rivals.ASSIGNMENT)),
        Way("nbgrader, by gradlings", ours, few, lambda course: [nbgrader(course, "autograde", topic) for topic in topics]),
        Way("gradlings grade --nbgrader", whole, many, lambda course: [_graded(course, topic) for topic in topics]),
        Way("the same, one exercise", one, students, lambda course: _graded(course, topics[0])),
    ]


def _graded(course: Path, topic: str) -> None:
    done = gradlings("grade", "--nbgrader", str(course), "--assignment", topic)
    assert done.returncode == 0, done.stderr


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercises", nargs="*", default=["activations"])
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument("--sample", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    exercises = chosen(ROOT, options.exercises)
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory() as folder:
        found = ways(Path(folder), exercises, options.students, options.sample)
        rounds = [[cost(way, Path(folder) / "graded") for way in found] for _ in range(options.rounds)]
    each = [Cost(*(median(numbers) for numbers in zip(*costs, strict=True))) for costs in zip(*rounds, strict=True)]
    print(f"{len(exercises)} exercises, {options.students} students")
    print(f"{'':27} {'notebooks':>9} {'each':>11} {'ratio':>7} {'of processors':>14} {'ratio':>7}")
    for way, one in zip(found, each, strict=True):
        clock, processors = (first / mine for first, mine in zip(each[0], one, strict=True))
        print(f"{way.name:<27} {way.notebooks:9} {1000 * one.clock:8.1f} ms {clock:7.1f} ", end="")
        print(f"{1000 * one.processors:11.1f} ms {processors:7.1f}")


if __name__ == "__main__":
    main()
