"""What reports of a class cost once it is graded: CPU time for each student, and peak memory, as the class grows.

    python tests/benchmarks/class_reports.py [--students 100 1000 5000]

Nothing is graded: a small class of `tests/planted_class.py` is, once, and its records stand for those of all.  The ratio is to
writing the same bytes into as many files and doing nothing else.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from conftest import ROOT
from planted_class import hand_in, plant

from grader.report.publish import publish
from grader.store import Mark, Store

EXERCISES = ("convolution/conv2d", "activations/relu", "losses/huber_loss", "activations/softmax", "normalization/layer_norm")
STUDENTS = 60  # that are graded
PEAK = "VmHWM:"


def graded(folder: Path) -> list[dict[str, object]]:
    """Records of a small class."""
    planted = [each for each in plant(EXERCISES, STUDENTS, {}) if each.kind != "hostile"]
    hand_in(folder / "in", planted)
    command = [sys.executable, "-P", "-m", "grader", "grade", str(folder / "in"), "--out", str(folder / "out")]
    subprocess.run([*command, "--exercises", *EXERCISES], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    records: list[dict[str, object]] = json.loads((folder / "out" / "results.json").read_text(encoding="utf-8"))
    return records


def enlarge(records: list[dict[str, object]], out: Path, students: int) -> None:
    """A store as a larger class leaves it: every file of its own."""
    out.mkdir()
    of = {name: itertools.cycle([each for each in records if each["exercise"] == name]) for name in EXERCISES}
    with Store(out / "results.sqlite") as store:
        keys = [(f"student{number:05}", name) for number in range(students) for name in EXERCISES]
        store.add((f"{student} {name}", {**next(of[name]), "student": ""}) for student, name in keys)
        store.hand_out(Mark(student, name, f"{student} {name}") for student, name in keys)


def seconds() -> float:
    used = os.times()
    return used.user + used.system


def measure(out: Path) -> None:
    """In a process of its own: how much CPU time, and how many megabytes at most."""
    start = seconds()
    with Store(out / "results.sqlite") as store:
        publish(out, store.records())
    took = seconds() - start
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith(PEAK))
    start = seconds()
    paths = [path for path in out.rglob("*") if path.is_file() and path.suffix != ".sqlite"]
    for number, path in enumerate(paths):
        (out / f"copy{number}").write_bytes(path.read_bytes())
    print(json.dumps({"seconds": took, "peak": peak / 1024, "copying": seconds() - start}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        records = graded(Path(folder))
        print(f"{'students':>8}  {'CPU':>7}  {'each':>8}  {'ratio':>5}  {'peak':>6}")
        for students in options.students:
            out = Path(folder) / str(students)
            enlarge(records, out, students)
            command = [sys.executable, __file__, "--measure", str(out)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            each, ratio = 1000 * told["seconds"] / students, told["seconds"] / told["copying"]
            print(f"{students:>8}  {told['seconds']:5.2f} s  {each:5.2f} ms  {ratio:5.1f}  {told['peak']:3.0f} MB")


if __name__ == "__main__":
    main()
