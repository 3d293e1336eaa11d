"""How long a learner waits: whole processes, run in turn, as ratios to `python -c "import numpy"` of the same round.

    python tests/benchmarks/cold_start.py [--rounds 11] [--json]

Bytecode caches are used even where the environment switches them off (many container images do), and NumPy's BLAS
has one thread, because both would otherwise measure the machine and not the kit.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from course import copy_course

from grader.catalog import exercise_ids

TOPIC = "exercises/convolution"
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


def measure(rounds: int) -> dict[str, dict[str, float]]:
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as folder:
        todo = commands(Path(folder))
        seconds: dict[str, list[float]] = {label: [] for label in todo}
        for number in range(rounds + 2):  # the first two fill the bytecode caches
            for label, command in todo.items():
                start = time.perf_counter()
                finished = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
                took = time.perf_counter() - start
                if number > 1:
                    seconds[label].append(took)
                assert "all right" not in label or finished.returncode == 0, finished.stdout.decode()
    unit = seconds[next(iter(todo))]
    return {
        label: {"ms": 1000 * median(times), "ratio": median(t / u for t, u in zip(times, unit, strict=True))}
        for label, times in seconds.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(options.rounds)
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'ratio':>6}  {'median':>8}")
    for label, figure in figures.items():
        print(f"{figure['ratio']:6.2f}  {figure['ms']:5.0f} ms  {label}")


if __name__ == "__main__":
    main()
