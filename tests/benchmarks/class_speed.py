"""How fast a class is graded with one job, and the same answers in a pytest process each, and through nbgrader.

    python tests/benchmarks/class_speed.py [--students 100] [--few 20] [--torch] [--json]

Answers are those of `tests/panel`, which people wrote from the statements alone, each made a student's own by a comment, with
stubs and files that do not compile in realistic shares; none hangs, as a hang costs its deadlines wherever it is graded.
Whole commands are timed, start and reports included.  With one job a learner's process and its grader wait for each other, so
what is told of it is told of one core; the rivals have one job too.  Rivals get a few of the answers: this kit's own pytest,
pytest with ten tests of its own that make the same calls, and nbgrader, where it is installed, with ten such hidden tests: see
`rivals.py`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import rivals
from conftest import ROOT

from grader import submission
from grader.backends import backend_of
from grader.catalog import solution_file

EXERCISES = (
    "convolution/conv2d",
    "convolution/max_pool2d",
    "activations/softmax",
    "activations/relu",
    "activations/swish",
)
SHARES = {"right": 60, "wrong": 25, "stub": 10, "broken": 5}
BROKEN = "def {name}(x):\n    return (x\n"
UNIT = 10  # starts of an interpreter that imports the library


def answers(students: int, backend: str, exercises: Sequence[str] = EXERCISES) -> list[list[tuple[str, bytes]]]:
    """A class, by student."""
    draw = random.Random(0)
    found = []
    for number in range(students):
        kinds = draw.choices(list(SHARES), list(SHARES.values()), k=len(exercises))
        own = [(name, _answer(draw, kind, name, backend, number)) for name, kind in zip(exercises, kinds, strict=True)]
        found.append(own)
    return found


def _answer(draw: random.Random, kind: str, exercise: str, backend: str, student: int) -> bytes:
    if kind == "stub":
        return submission.stub(solution_file(ROOT, exercise)).encode()
    if kind == "broken":
        text = f"import {backend}\n{BROKEN.format(name=exercise.split('/')[1])}".encode()
    else:
        paths = sorted((ROOT / "tests" / "panel" / kind / exercise).glob("*.py"))
        text = draw.choice([source for path in paths if backend_of(source := path.read_bytes()) == backend])
    return text + f"\n# student {student}\n".encode()


def hand_in(folder: Path, students: list[list[tuple[str, bytes]]]) -> Path:
    for number, own in enumerate(students):
        for exercise, source in own:
            path = folder / f"student{number:04}" / f"{exercise.split('/')[1]}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source)
    return folder


def seconds(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def whole(source: Path, out: Path, jobs: int) -> Callable[[], None]:
    command = [sys.executable, "-P", "-m", "grader", "grade", str(source), "--out", str(out), "--jobs", str(jobs)]
    return lambda: rivals.run([*command, "--exercises", *EXERCISES], ROOT)


def measured(folder: Path, students: int, few: int, backend: str) -> dict[str, float]:
    """Seconds for each answer, by the way in which it is graded; and the unit."""
    everyone = answers(students, backend)
    flat = [answer for own in everyone for answer in own]
    some = random.Random(1).sample(flat, few)
    source, out = hand_in(folder / "in", everyone), folder / "out"
    found = {}
    unit = seconds(lambda: [rivals.run([sys.executable, "-c", f"import {backend}"], ROOT) for _ in range(UNIT)] and None)
    found["import"] = unit / UNIT
    found["first run"] = seconds(whole(source, out, 1)) / len(flat)
    found["second run"] = seconds(whole(source, out, 1)) / len(flat)
    course = rivals.pytest_course(folder)
    found["pytest"] = seconds(lambda: rivals.pytest_each(course, some)) / few
    plain = rivals.plain_course(folder, EXERCISES, backend == "torch")
    found["pytest without this kit"] = seconds(lambda: rivals.plain_each(plain, some)) / few
    if rivals.is_installed():
        home = rivals.nbgrader_course(folder, [[one] for one in some], backend == "torch")
        found["nbgrader"] = seconds(lambda: rivals.nbgrader_all(home)) / few
        assert rivals.graded_notebooks(home) == few
    found["two jobs"] = seconds(whole(source, folder / "two", 2)) / len(flat)
    graded = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert len(graded) == len(flat)
    return found


def printed(found: dict[str, float], backend: str) -> Iterator[str]:
    first = found["first run"]
    yield f"one answer of a class with one job: {1000 * first:.1f} ms, {1 / first:.0f} a second"
    yield f"in units of `python -c 'import {backend}'`: {first / found['import']:.4f}"
    for rival in ("pytest", "pytest without this kit", "nbgrader"):
        if rival in found:
            yield f"{rival}, one answer: {1000 * found[rival]:.0f} ms, {found[rival] / first:.0f} times as long"
    yield f"second run over the same files: {first / found['second run']:.0f} times as fast"
    yield f"two jobs on two cores: {first / found['two jobs']:.2f} times as fast as one"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--few", type=int, default=20, help="answers that rivals grade")
    parser.add_argument("--torch", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    backend = "torch" if options.torch else "numpy"
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), options.students, options.few, backend)
    print(json.dumps(found) if options.json else "\n".join(printed(found, backend)))


if __name__ == "__main__":
    main()
