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

TOPIC = "exercises/convolution"
UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTEST_ADDOPTS")


def commands(folder: Path) -> dict[str, list[str]]:
    """Name -> command; the first is the unit of the others."""
    python, pytest = sys.executable, [sys.executable, "-m", "pytest", "-q"]
    empty = folder / "empty"
    empty.mkdir()
    (empty / "pytest.ini").write_text("[pytest]\naddopts = --disable-plugin-autoload\n")
    return {
        "import numpy": [python, "-c", "import numpy"],
        "pytest, empty folder, no plugins": [*pytest, str(empty)],
        f"pytest {TOPIC}, unwritten": [*pytest, TOPIC],
        f"pytest {TOPIC}, all right, every check": [*pytest, TOPIC, "--reference"],
        "pytest, one exercise, all right": [*pytest, f"{TOPIC}/test_convolution.py::test_conv2d", "--reference"],
        "pytest --collect-only": [*pytest, TOPIC, "--collect-only"],
    }


def measure(rounds: int) -> dict[str, dict[str, float]]:
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"OPENBLAS_NUM_THREADS": "1"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_course(folder)
        todo = commands(folder)
        seconds: dict[str, list[float]] = {label: [] for label in todo}
        for number in range(rounds + 2):  # the first two fill the bytecode caches
            for label, command in todo.items():
                start = time.perf_counter()
                subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
                if number > 1:
                    seconds[label].append(time.perf_counter() - start)
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
