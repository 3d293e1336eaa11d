"""What grading the graders costs: an audit of one exercise, per file handed in, as a ratio to one pytest run of that exercise.

    python tests/benchmarks/audit_speed.py [topic/name] [--rounds 3]

A mutation tool that starts the test command anew for each mutant pays 1 for every file; warm workers pay the ratio printed.
"""

from __future__ import annotations

import argparse
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
from grader.handins import hand_ins


def seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exercise", nargs="?", default="convolution/conv2d")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    topic, name = options.exercise.split("/")
    files = len(hand_ins(ROOT, catalog.load(ROOT, options.exercise)))
    with tempfile.TemporaryDirectory() as folder:
        course = copy_course(Path(folder))
        course.copy_reference(options.exercise)
        once = [sys.executable, "-m", "pytest", "-q", f"exercises/{topic}/test_{topic}.py::test_{name}"]
        audit = [sys.executable, "-P", "-m", "grader", "audit", options.exercise]
        rounds = []
        for _ in range(options.rounds):
            one, all_of_it = seconds(once, course.root), seconds([*audit, "--jobs", "1"], ROOT)
            rounds.append((one, all_of_it, seconds(audit, ROOT)))
    one, alone, together = (median(column) for column in zip(*rounds, strict=True))
    print(f"{options.exercise}: {files} files handed in")
    print(f"one pytest run of the exercise     {one:6.3f} s  1.000")
    for what, whole in (("audit in one process, per file", alone), ("audit on all cores, per file", together)):
        print(f"{what:<33}  {whole / files:6.3f} s  {whole / files / one:.3f}  ({whole:.1f} s in all)")


if __name__ == "__main__":
    main()
