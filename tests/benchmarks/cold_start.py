"""How long a learner waits: whole processes, run in turn, as ratios to `python -c "import numpy"` of the same round.

    python tests/benchmarks/cold_start.py [--rounds 11] [--json] [--torch]

With --torch the solutions are PyTorch's and the unit is `python -c "import torch"`.  "Each further exercise" is what one
more exercise with all its checks adds to a run: the whole topic less its first exercise, divided by the number of others.

Bytecode caches are used even where the environment switches them off (many container images do), and NumPy's BLAS
has one thread, because both would otherwise measure the machine and not the kit.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from conftest import ROOT
from course import copy_course

from grader import catalog
from grader.catalog import exercise_ids
from grader.exercise import Setup
from grader.grade import checks_of

TOPIC = "exercises/convolution"
TORCH_TOPIC = "exercises/activations"
FIRST, ALL = "the first verdict of a torch solution: one check", f"pytest {TORCH_TOPIC}: all right, every check"
UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTEST_ADDOPTS")


def commands(folder: Path) -> dict[str, list[str]]:
    """Name -> command; the first is the unit of the others."""
    pytest = [sys.executable, "-m", "pytest", "-q"]
    for name in ("empty", "unwritten", "right"):
        (folder / name).mkdir()
    (folder / "empty" / "pytest.ini").write_text("[pytest]\naddopts = --disable-plugin-autoload\n")
    copy_course(folder / "unwritten")
    course = copy_course(folder / "right")
    for exercise in exercise_ids(course.root):
        course.copy_reference(exercise)
    unwritten, right = folder / "unwritten" / TOPIC, folder / "right" / TOPIC
    return {
        "import numpy": [sys.executable, "-c", "import numpy"],
        "pytest in an empty folder, without plugins": [*pytest, str(folder / "empty")],
        f"pytest {TOPIC}: all right, every check": [*pytest, str(right)],
        f"pytest {TOPIC}: unwritten": [*pytest, str(unwritten)],
        "one exercise of it: all right, every check": [*pytest, f"{right}/test_convolution.py::test_conv2d"],
        "pytest exercises: all right, every check": [*pytest, str(folder / "right" / "exercises")],
        f"pytest {TOPIC} --collect-only": [*pytest, str(right), "--collect-only"],
    }


def torch_commands(folder: Path) -> dict[str, list[str]]:
    """The same for PyTorch's twins."""
    pytest = [sys.executable, "-m", "pytest", "-q"]
    course = copy_course(folder)
    for path in (course.root / "solutions").glob("*/torch/*.py"):
        course.hand_in(f"{path.parents[1].name}/{path.stem}", path.read_text(encoding="utf-8"))
    tests = folder / TORCH_TOPIC / "test_activations.py"
    first = re.findall(r"def (test_\w+)", tests.read_text(encoding="utf-8"))[0]
    return {
        "import torch": [sys.executable, "-c", "import torch"],
        FIRST: [*pytest, f"{tests}::{first}[examples]"],
        "one exercise: all right, every check": [*pytest, f"{tests}::{first}"],
        ALL: [*pytest, str(tests)],
    }


def add_differences(figures: dict[str, dict[str, float]], checks: int, exercises: int) -> None:
    """What each further verdict and each further exercise adds."""
    for label, number in (("each further check", checks - 1), (f"each further exercise of {TORCH_TOPIC}", exercises - 1)):
        start = FIRST if label == "each further check" else "one exercise: all right, every check"
        figures[label] = {unit: (figures[ALL][unit] - figures[start][unit]) / number for unit in ("ms", "ratio")}


def measure(rounds: int, torch: bool) -> dict[str, dict[str, float]]:
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        todo = torch_commands(Path(folder)) if torch else commands(Path(folder))
        seconds: dict[str, list[float]] = {label: [] for label in todo}
        for number in range(rounds + 2):  # the first two fill the bytecode caches
            for label, command in todo.items():
                start = time.perf_counter()
                finished = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
                took = time.perf_counter() - start
                if number > 1:
                    seconds[label].append(took)
                assert ("all right" not in label and label != FIRST) or finished.returncode == 0, finished.stdout.decode()
    unit = seconds[next(iter(todo))]
    return {
        label: {"ms": 1000 * median(times), "ratio": median(t / u for t, u in zip(times, unit, strict=True))}
        for label, times in seconds.items()
    }


def counts() -> tuple[int, int]:
    """Checks and exercises of the topic that is measured with PyTorch."""
    names = [name for name in exercise_ids(ROOT) if f"exercises/{name}".startswith(f"{TORCH_TOPIC}/")]
    return sum(len(checks_of(catalog.load(ROOT, name), Setup("torch"))) for name in names), len(names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--torch", action="store_true")
    options = parser.parse_args()
    figures = measure(options.rounds, options.torch)
    if options.torch:
        add_differences(figures, *counts())
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'ratio':>6}  {'median':>8}")
    for label, figure in figures.items():
        print(f"{figure['ratio']:6.3f}  {figure['ms']:6.1f} ms  {label}")


if __name__ == "__main__":
    main()
