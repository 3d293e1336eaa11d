"""What it costs to run a learner's code in a process of its own, as ratios to `python -c "import numpy"` of the same run.

    python tests/benchmarks/confinement.py [--rounds 11] [--json] [--torch]

"One worker" is started, loads its file, answers one call of 1 KB and ends; the others are further calls of a worker that
runs, with a float64 array in and one of the same size out.  In each round everything is measured in turn, and the middle
one of some tries counts.  With --torch the solution is PyTorch's and the unit is `python -c "import torch"`.  A worker without
confinement is measured beside the other, and their difference is its price.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from statistics import median
from typing import Any

import numpy as np

from grader.exercise import Setup
from grader.launch import Zygote
from grader.worker import Process

SOURCE = b"def f(x): return x + 1"
UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
LAYERS = frozenset({"landlock", "seccomp", "rlimits", "privileges"})
WORKER = "one worker: start, load, one call, end"
BARE, PRICE = f"{WORKER}; without confinement", "the price of confinement"
# Label -> elements of the array and tries in each round.
CALLS = {
    "one further call, 1 KB in and out": (2**7, 100),
    "one further call, 1 MB in and out": (2**17, 20),
    "one further call, 10 MB in and out": (10 * 2**17, 10),
}
TRIES = 10  # of one worker


def milliseconds(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - start)


def import_alone(backend: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | {"OPENBLAS_NUM_THREADS": "1"}
    subprocess.run([sys.executable, "-c", f"import {backend}"], env=environment, check=True)


def worker(zygote: Zygote, backend: Any) -> Process:
    return Process(SOURCE, "f.py", "f", zygote, 60.0, Setup(backend))


def answered(process: Process, array: Any) -> None:
    outcome = process.call((array,), {})
    assert outcome.kind == "returned", outcome
    assert outcome.value[-1] == array[-1] + 1


def one_worker(zygote: Zygote, backend: str) -> None:
    process = worker(zygote, backend)
    answered(process, np.zeros(2**7))
    process.close()


def zygotes(backend: str) -> dict[str, Zygote]:
    """What starts the workers of each kind."""
    return {WORKER: Zygote(backend), BARE: Zygote(backend, without=LAYERS)}


def one_round(started: dict[str, Zygote], warm: Process, backend: str) -> dict[str, float]:
    """Label -> milliseconds; the first is the unit of the others."""
    found = {f"import {backend}": milliseconds(lambda: import_alone(backend))}
    tries: dict[str, list[float]] = {label: [] for label in started}
    for _ in range(TRIES):
        for label, zygote in started.items():
            tries[label].append(milliseconds(lambda zygote=zygote: one_worker(zygote, backend)))  # type: ignore[misc]
    found |= {label: median(times) for label, times in tries.items()}
    found[PRICE] = found[WORKER] - found[BARE]
    for label, (size, number) in CALLS.items():
        array = np.random.default_rng(0).normal(size=size)
        answered(warm, array)
        found[label] = median(milliseconds(lambda array=array: answered(warm, array)) for _ in range(number))  # type: ignore[misc]
    return found


def measure(rounds: int, backend: str) -> dict[str, dict[str, float]]:
    with ExitStack() as stack:
        started = zygotes(backend)
        warm = worker(started[WORKER], backend)
        for owner in (warm, *started.values()):
            stack.callback(owner.close)
        one_round(started, warm, backend)  # fills caches
        found = [one_round(started, warm, backend) for _ in range(rounds)]
    unit = f"import {backend}"
    return {
        label: {"ms": median(row[label] for row in found), "ratio": median(row[label] / row[unit] for row in found)}
        for label in found[0]
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--torch", action="store_true")
    options = parser.parse_args()
    figures = measure(options.rounds, "torch" if options.torch else "numpy")
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'ratio':>7}  {'median':>10}")
    for label, figure in figures.items():
        print(f"{figure['ratio']:7.4f}  {figure['ms']:7.2f} ms  {label}")


if __name__ == "__main__":
    main()
