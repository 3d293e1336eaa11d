"""How long a learner who watches waits: from a save to the verdict on the screen, beside `python -c "import numpy"`.

    python tests/benchmarks/watch_speed.py [--saves 50] [--json] [--torch]

The time is that between the end of a save and the arrival of the verdict at the terminal, a real pseudo-terminal; all checks
are made, and the process of the learner's code is confined as ever.  Every save has another text, and right answers and two
wrong ones take turns, so no verdict is that of the save before; the files are those of strangers.
With --torch the files are PyTorch's and the unit is `python -c "import torch"`.  It is measured between the saves, in the
same run: take a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from conftest import ROOT
from course import Course, copy_course
from session import Session, gradlings

from grader.backends import backend_of

EXERCISES = ("activations/softmax", "convolution/conv2d", "backpropagation/Value")
TORCH_EXERCISES = ("activations/softmax", "convolution/conv2d")
PANEL = ROOT / "tests" / "panel"
UNITS = 7  # times that the unit is measured


def texts(exercise: str, torch: bool) -> list[str]:
    """A right answer and two wrong ones, as strangers have written them: tests/panel."""
    found = []
    for kind, number in (("right", 1), ("wrong", 2)):
        files = [path.read_text(encoding="utf-8") for path in sorted((PANEL / kind / exercise).glob("*.py"))]
        wanted = [text for text in files if (backend_of(text.encode()) == "torch") == torch]
        found += [text for text in wanted if kind == "right" or "# verdict: wrong" in text][:number]
    return found


def waits(course: Course, exercise: str, torch: bool, saves: int, unit: Callable[[], None]) -> list[tuple[bool, float]]:
    """Whether the answer was right, and the seconds that it took, of each save in one watch."""
    variants, found = texts(exercise, torch), []
    with Session(gradlings("watch", exercise), course.root, columns=140, lines=50) as session:
        session.wait_for("Not written yet.")
        for number in range(-len(variants), saves):
            settle(session)
            if number >= 0 and number % max(saves // UNITS, 1) == 0:
                unit()
            right = number % len(variants) == 0
            before = len(session.raw)
            course.hand_in(exercise, f"{variants[number % len(variants)]}\n# {number}\n")
            start = time.perf_counter()
            wanted = b"checks passed: " if right else b"wrong: "
            while wanted not in session.raw[before:]:
                if not session.read(30.0, show=False):
                    raise SystemExit(f"no verdict:\n{session.screen}")
            if number >= 0:  # the first ones start what is warm afterwards
                found.append((right, time.perf_counter() - start))
        session.type("q")
        session.end()
    return found


def settle(session: Session) -> None:
    while session.read(0.3, show=False):
        """Until nothing happens any more, as between two saves of a person."""


def measure(saves: int, torch: bool) -> dict[str, dict[str, float]]:
    library = "torch" if torch else "numpy"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"OPENBLAS_NUM_THREADS": "1"}
    units: list[float] = []

    def unit() -> None:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {library}"], env=environment, check=True)
        units.append(time.perf_counter() - start)

    unit()
    units.clear()  # the first one reads the disk
    seconds: dict[str, list[tuple[bool, float]]] = {}
    for exercise in TORCH_EXERCISES if torch else EXERCISES:
        with tempfile.TemporaryDirectory() as folder:
            seconds[exercise] = waits(copy_course(Path(folder)), exercise, torch, saves, unit)
    figures = {f'python -c "import {library}"': {"ms": 1000 * median(units), "ratio": 1.0}}
    for exercise, times in seconds.items():
        for label, kinds in (("every save", (True, False)), ("right answers", (True,)), ("wrong answers", (False,))):
            middle = median(took for right, took in times if right in kinds)
            figures[f"{exercise}, {label}"] = {"ms": 1000 * middle, "ratio": middle / median(units)}
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--torch", action="store_true")
    options = parser.parse_args()
    figures = measure(options.saves, options.torch)
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'ratio':>6}  {'median':>9}")
    for label, figure in figures.items():
        print(f"{figure['ratio']:6.3f}  {figure['ms']:6.1f} ms  {label}")


if __name__ == "__main__":
    main()
