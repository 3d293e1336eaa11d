"""A class whose files are graded where a platform runs them: right ones, wrong ones, and those of people who mean harm."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from conftest import ROOT
from course import part_of_course, run

from grader import submission
from grader.report.files import write

RELU, SOFTMAX = "activations/relu", "activations/softmax"
EXERCISES = (RELU, SOFTMAX)
DEADLINE = 0.4
COMPLETE = "::notice title=Autograding complete::Points 10/10"
REPORT = '::notice title=Autograding report::{"totalPoints":10,"maxPoints":10}'
TRACEBACK = """  File "exercises/activations/relu.py", line 1, in relu\n    raise ValueError('matched')"""
RIGHT = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
FORGED = f"""import os, sys
import numpy as np

def relu(x):
    print({TRACEBACK!r})
    for line in ({COMPLETE!r}, {REPORT!r}):
        print(line, " " + line, "##[error]forged", "::add-path::/tmp", sep="\\n", flush=True)
        os.write(2, line.encode() + b"\\n")
    return x
"""
RAISED = f"""import numpy as np


def relu(x):
    y = np.maximum(x, 0)
    raise ValueError("\\n{COMPLETE}\\n</pre> | `*` <b> <img src=x>")
"""
WRITES = """import glob, json, os
for place in ("report.json", "junit.xml", "result.json", *glob.glob("/tmp/*/report.json"), os.environ.get("GITHUB_OUTPUT", "x")):
    try:
        with open(place, "w") as file:
            file.write('{"score": 10, "tests": []}')
    except OSError:
        pass
def relu(x):
    os._exit(0)
"""
STALE = json.dumps({"schema": "classroom50/result/v1", "score": 10, "max-score": 10, "tests": [], "totalPoints": 10})


@dataclass(frozen=True)
class HandIn:
    """A student's files over those that were handed out; None where one is deleted."""

    relu: str = ""  # the stub, if empty
    softmax: bool = True  # whether it is right
    others: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, str | None]:
        found = {f"exercises/{RELU}.py": self.relu} if self.relu else {}
        found |= {f"exercises/{SOFTMAX}.py": submission.standalone(ROOT, SOFTMAX)} if self.softmax else {}
        return found | dict(self.others)


def a_class() -> dict[str, HandIn]:
    """Everybody."""
    tests = {
        "exercises/activations/test_activations.py": "def test_relu():\n    pass\n",
        "exercises/catalog.json": '{"version": 1, "exercises": []}\n',
        "conftest.py": "raise SystemExit(0)\n",
    }
    stale = {name: STALE for name in ("report.json", "result.json", "results/results.json", "release-body.md")}
    return {
        "untouched": HandIn(softmax=False),
        "right": HandIn(RIGHT),
        "mistake": HandIn(RIGHT.replace("np.maximum(x, 0)", "np.abs(x)")),
        "hangs": HandIn("import time\n\ndef relu(x):\n    time.sleep(60)\n"),
        "exits": HandIn("import os\n\ndef relu(x):\n    os._exit(0)\n"),
        "forges": HandIn(FORGED, others=stale),
        "raises": HandIn(RAISED),
        "writes": HandIn(WRITES),
        "edits_tests": HandIn("def relu(x):\n    return None\n", others=tests),
        "deletes": HandIn(others={f"exercises/{RELU}.py": None}),
    }


def lay_out(folder: Path, handed_out: Mapping[str, bytes], hand_in: HandIn) -> Path:
    """A student's folder: what was handed out, and what they made of it."""
    files: dict[str, bytes | None] = dict(handed_out)
    files |= {path: None if text is None else text.encode() for path, text in hand_in.files.items()}
    for path, content in files.items():
        if content is not None:
            write(folder / path, [content])
    return folder


class Course(NamedTuple):
    """A course, what students are handed of it, and what `gradlings grade` makes of the class, by student and exercise."""

    root: Path
    handed_out: dict[str, bytes]
    records: dict[tuple[str, str], dict[str, Any]]


@cache
def the_course() -> Course:
    """It is made once for all tests that need it."""
    folder = Path(tempfile.mkdtemp(prefix="platform-class-"))
    atexit.register(shutil.rmtree, folder)
    root = part_of_course(folder / "course", EXERCISES, DEADLINE)
    done = gradlings(root, "export", "github", str(folder / "homework"), "--topics", *EXERCISES)
    assert done.stdout.startswith(f"2 exercises in {folder / 'homework'}: "), done.stdout + done.stderr
    there = [path for path in (folder / "homework").rglob("*") if path.is_file()]
    handed_out = {path.relative_to(folder / "homework").as_posix(): path.read_bytes() for path in there}
    return Course(root, handed_out, _graded(root, folder, handed_out))


def _graded(root: Path, folder: Path, handed_out: Mapping[str, bytes]) -> dict[tuple[str, str], dict[str, Any]]:
    exercises = {f"exercises/{name}.py": handed_out[f"exercises/{name}.py"] for name in EXERCISES}
    for student, hand_in in a_class().items():
        lay_out(folder / "in" / student, exercises, hand_in)
    pattern = "{student}/exercises/{topic}/{name}.py"
    command = ["grade", str(folder / "in"), "--out", str(folder / "out"), "--pattern", pattern, "--jobs", "2"]
    done = gradlings(root, *command, "--exercises", *EXERCISES)
    assert done.returncode == 0, done.stdout + done.stderr
    records = json.loads((folder / "out" / "results.json").read_text(encoding="utf-8"))
    return {(record["student"], record["exercise"]): record for record in records}


def visible(record: Mapping[str, Any]) -> dict[str, Any]:
    """The same, as far as a student's copy goes: verdicts and points of the checks that it has."""
    checks = [check for check in record["checks"] if check["kind"] == "visible"]
    passed = sum(check["verdict"] == "passed" for check in checks)
    points = round(record["max_points"] * passed / len(checks), 2)
    return {"points": points, "verdicts": {check["id"]: check["verdict"] for check in checks}}


def gradlings(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-P", "-m", "grader", *arguments], course)
