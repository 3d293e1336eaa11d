"""How much memory a class takes while it is graded, as it grows: a whole run of `gradlings grade`, looked at from outside.

    python tests/benchmarks/class_memory.py [--submissions 100 1000 5000] [--exercise topic/name] [--jobs 2] [--torch]

Peaks are what Linux has seen of each process (VmHWM), in megabytes: of the command itself, of the largest process that compares
and judges, and of the largest that starts learners' processes.  Of a learner's process it is what it has written to and shares
with no other, which is what it costs: the middle one of all that were met, and the largest.  To see that takes root.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from conftest import ROOT

from grader import submission
from grader.sync import write

PROC = Path("/proc")
EVERY = 0.005  # seconds
COMMAND, POOL, ZYGOTE, CHILD = "command", "judging", "zygote", "learner"


def hand_in(folder: Path, exercise: str, number: int, torch: bool) -> Path:
    source = (submission.twin if torch else submission.standalone)(ROOT, exercise)
    for each in range(number):
        write(folder / f"student{each:05}" / f"{exercise.split('/')[1]}.py", f"{source}\n# {each}\n".encode())
    return folder


def kilobytes(pid: int, file: str, field: str) -> int:
    """Of a process, or 0 where it has ended or nobody may look."""
    with suppress(OSError):
        for line in (PROC / str(pid) / file).read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1])
    return 0


def children(pid: int) -> list[int]:
    with suppress(OSError):
        threads = [path / "children" for path in (PROC / str(pid) / "task").iterdir()]
        return [int(child) for path in threads for child in path.read_text(encoding="ascii").split()]
    return []


def family(command: int) -> Iterator[tuple[str, int]]:
    """Every process of a run, with what it is there for."""
    yield COMMAND, command
    for judging in children(command):
        with suppress(OSError):
            if b"spawn_main" in (PROC / str(judging) / "cmdline").read_bytes():
                yield POOL, judging
                for zygote in children(judging):
                    yield ZYGOTE, zygote
                    for learner in children(zygote):
                        yield CHILD, learner


def peaks(submissions: Path, out: Path, exercise: str, jobs: int) -> dict[str, list[int]]:
    """Of each kind of process, the peaks of all that were met."""
    arguments = ["grade", str(submissions), "--out", str(out), "--exercises", exercise, "--jobs", str(jobs)]
    command = [sys.executable, "-P", "-m", "grader", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    seen: dict[str, dict[int, int]] = defaultdict(dict)
    while process.poll() is None:
        for kind, pid in family(process.pid):
            if kind == CHILD:
                seen[kind][pid] = max(seen[kind].get(pid, 0), kilobytes(pid, "smaps_rollup", "Private_Dirty"))
            elif peak := kilobytes(pid, "status", "VmHWM"):
                seen[kind][pid] = peak  # the last: before it became a program of its own, it was a copy of another
        time.sleep(EVERY)
    assert process.returncode == 0
    return {kind: sorted(found.values()) for kind, found in seen.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--exercise", default="activations/relu")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--torch", action="store_true")
    options = parser.parse_args()
    print(f"{'submissions':>11}  {COMMAND:>8}  {POOL:>8}  {ZYGOTE:>8}  {CHILD:>8}  {'largest':>8}")
    for number in options.submissions:
        with tempfile.TemporaryDirectory() as folder:
            submissions = hand_in(Path(folder) / "in", options.exercise, number, options.torch)
            found = peaks(submissions, Path(folder) / "out", options.exercise, options.jobs)
        learners = [size for size in found.get(CHILD, []) if size] or [0]
        row = [found[COMMAND][-1], found[POOL][-1], found[ZYGOTE][-1], median(learners), learners[-1]]
        print(f"{number:>11}  {'  '.join(f'{size / 1024:5.1f} MB' for size in row)}", flush=True)


if __name__ == "__main__":
    main()
