"""Doors through which hand-ins are graded: every attack must get the same verdict at each.  A new channel adds a class to DOORS.

A door grades several hand-ins of the attacked course in one run and in their order, and gives all that was told of each.
"""

from __future__ import annotations

import base64
import json
import os
import select
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np
from attack_files import Attack
from attacked import World
from conftest import ROOT

from grader.export import cells

ORDINARY = 65534  # a user who may do nothing special
RUN_DEADLINE = 100.0  # seconds for a run at the library's door
WITHOUT_DEADLINE = 20.0  # the same where layers are switched off: an attack may well have stopped the grader
WHOLE_RUN = 600.0  # seconds for all attacks in one run
UNTOLD = "untold"  # no verdict at all
GRADE = "import sys; sys.stdin.readline(); from grader.cli import main; sys.exit(main(sys.argv[1:]))"
NBGRADER = """
import os, shutil, sys
sys.stdin.readline()
from grader.cli import main
course, *topics = sys.argv[1:]
status = main(["export", "nbgrader", course, "--topics", *topics])
for topic in topics:
    folder = os.path.join(course, "submitted", "somebody", topic)
    os.makedirs(folder)
    shutil.copy(os.path.join("handed_in", f"{topic}.ipynb"), os.path.join(folder, "row_softmax.ipynb"))
os.chdir(course)
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader
config = PyFileConfigLoader("nbgrader_config.py", path=course).load_config()
config.CourseDirectory.root = course
nbgrader = NbGraderAPI(config=config)
for topic in topics:
    for done in (nbgrader.generate_assignment(topic), nbgrader.autograde(topic, "somebody")):
        if not done["success"]:
            sys.exit(f"{topic}: {done}")
sys.exit(status)
"""
PYTEST = "import sys; sys.stdin.readline(); import pytest; sys.exit(pytest.main(sys.argv[1:]))"
IDLE = Attack("idle", b"def row_softmax(x, temperature=1.0): return x", "Nothing.", frozenset({"wrong"}), deadline=5.0, raw=True)


@dataclass(frozen=True)
class Told:
    """What anyone is told of one hand-in."""

    verdicts: dict[str, str]  # by check
    points: float
    text: str
    printed: str
    report: str  # the same whenever the same file is graded
    overdue: float  # seconds by which the longest call exceeded its deadline
    missing: frozenset[str]  # layers of confinement that did not hold it


class GraderDied(Exception):
    """The trusted process is gone, or says nothing that can be understood."""


def as_user(ordinary: bool) -> dict[str, Any]:
    """Arguments for `subprocess`."""
    return {"user": ORDINARY, "group": ORDINARY, "extra_groups": []} if ordinary else {}


class Library:
    """`grader.grade` called by a program, in one warm process for all runs; with layers switched off where that is asked for."""

    name: ClassVar[str] = "library"
    one_run_each: ClassVar[bool] = True  # a run of its own for every attack is affordable

    def __init__(self, world: World, ordinary: bool = False, without: Iterable[str] = ()) -> None:
        self.world = world
        self.ordinary = ordinary
        self.without = sorted(without)
        self._judge: subprocess.Popen[bytes] | None = None

    def grade(self, attacks: Sequence[Attack], only: Sequence[str] = ()) -> list[Told]:
        """Of more than two, the first waits in the middle of its first check until all but the last are graded."""
        judge = self._judge = self._judge or self._start()
        known = self.world.known(judge.pid)
        hand_ins = [
            {
                "source": base64.b64encode(attack.handed_in(known)).decode(),
                "deadline": attack.deadline,
                "backend": attack.backend,
            }
            for attack in attacks
        ]
        try:
            return [_told(answer) for answer in self._ask(judge, [hand_ins, list(only) or None])]
        except (OSError, ValueError, TypeError, KeyError) as error:
            self.close()
            raise GraderDied(f"the grader died: {error!r}, exit status {judge.returncode}") from None

    @cached_property
    def missing(self) -> frozenset[str]:
        """Layers of confinement that this system does not have, or that were switched off."""
        return self.grade([IDLE])[0].missing

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, str(ROOT / "tests" / "judge.py"), str(self.world.root), *self.without]
        pipe, environment = subprocess.PIPE, self.world.environment()
        return subprocess.Popen(command, cwd="/", env=environment, stdin=pipe, stdout=pipe, **as_user(self.ordinary))

    def _ask(self, judge: subprocess.Popen[bytes], request: list[Any]) -> Any:
        assert judge.stdin is not None
        assert judge.stdout is not None
        judge.stdin.write(json.dumps(request).encode() + b"\n")
        judge.stdin.flush()
        patience = WITHOUT_DEADLINE if self.without else RUN_DEADLINE
        if not select.select([judge.stdout], [], [], patience)[0]:
            judge.kill()
            raise TimeoutError(f"no answer within {patience} s")
        return json.loads(judge.stdout.readline())

    def close(self) -> None:
        """End the process, and with it those that it has started."""
        judge, self._judge = self._judge, None
        if judge is None:
            return
        try:
            judge.communicate(timeout=2.0)
        except subprocess.TimeoutExpired:
            judge.kill()
            judge.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


@dataclass(frozen=True)
class OneRun:
    """A door that grades all hand-ins in one run, in a process that ends with it."""

    world: World
    ordinary: bool = False

    one_run_each: ClassVar[bool] = False
    sample: ClassVar[int] = 0  # attacks that are graded without --whole; all of them, if it is 0

    @classmethod
    def carries(cls, attack: Attack) -> bool:
        """Whether it can be handed in here."""
        return True

    def _run(
        self, command: Sequence[str], hand_in: Callable[[Attack, int], None], attacks: Sequence[Attack], **more: Any
    ) -> subprocess.CompletedProcess[str]:
        """What came of the command.  It waits for a line before it begins: attacks are told the number of its process."""
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=self.world.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **{"env": self.world.environment(), **as_user(self.ordinary), **more},
        )
        try:
            for attack in attacks:
                hand_in(attack, process.pid)
            said, _ = process.communicate(b"\n", timeout=WHOLE_RUN)
        finally:
            process.kill()
            process.wait()
            self.world.clear()
        return subprocess.CompletedProcess(command, process.returncode, said.decode("utf-8", "replace"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Each run has ended its own process."""


class Pytest(OneRun):
    """A run of pytest over a course in which every hand-in is the one exercise of a topic of its own."""

    name: ClassVar[str] = "pytest"

    def grade(self, attacks: Sequence[Attack]) -> list[Told]:
        topics = [attack.name for attack in attacks]
        assert topics == sorted(set(topics)), "pytest grades topics in the order of their names"
        command = ["-c", PYTEST, "exercises", "-v", "-p", "no:cacheprovider", "-p", "record_lines"]
        with tempfile.TemporaryFile() as records:
            environment = self.world.environment() | {"GRADLINGS_RECORDS": str(records.fileno())}
            done = self._run(command, self._hand_in, attacks, env=environment, pass_fds=[records.fileno()])
            records.seek(0)
            by_topic: dict[str, list[dict[str, Any]]] = {topic: [] for topic in topics}
            for line in records:
                record = json.loads(line)
                by_topic[record["exercise"].split("/")[0]].append(record)
        if not any(by_topic.values()):
            raise GraderDied(f"pytest ended with status {done.returncode}, and this:\n{done.stdout[-3000:]}")
        return [_of_records(found) for found in by_topic.values()]

    def _hand_in(self, attack: Attack, grader: int) -> None:
        self.world.hand_in(attack.name, attack, self.world.known(grader))


class ClassOfStudents(OneRun):
    """`gradlings grade` over a class in which every hand-in is a student's only one, for an exercise of its own."""

    name: ClassVar[str] = "grade"

    def grade(self, attacks: Sequence[Attack]) -> list[Told]:
        with tempfile.TemporaryDirectory() as out:
            if self.ordinary:
                os.chown(out, ORDINARY, ORDINARY)
            arguments = ["grade", "handed_in", "--out", out, "--pattern", "{student}/{topic}/{name}.py", "--jobs", "2"]
            done = self._run(["-P", "-c", GRADE, *arguments], self._hand_in, attacks)
            if done.returncode:
                raise GraderDied(f"gradlings grade ended with status {done.returncode}, and this:\n{done.stdout[-3000:]}")
            records = {record["student"]: record for record in json.loads((Path(out) / "results.json").read_text("utf-8"))}
        return [_of_record(records[attack.name]) for attack in attacks]

    def _hand_in(self, attack: Attack, grader: int) -> None:
        self.world.author(attack.name, attack.deadline)
        place = f"handed_in/{attack.name}/{attack.name}/row_softmax.py"
        self.world.write(place, attack.handed_in(self.world.known(grader)))


class Nbgrader(OneRun):
    """`nbgrader autograde` over a course in which every hand-in is the only notebook of an assignment of its own."""

    name: ClassVar[str] = "nbgrader"
    sample: ClassVar[int] = 6  # attacks without --whole: what nbgrader does around each takes longer than grading it

    @classmethod
    def carries(cls, attack: Attack) -> bool:
        """Whether a cell can hold its text: not where that is no text, or one that Python reads in an encoding of its own."""
        text = attack.source.decode("utf-8", "replace")
        return text.isascii() and not set("\r\f\0\x1a") & set(text) and "coding:" not in "".join(text.splitlines()[:2])

    def grade(self, attacks: Sequence[Attack]) -> list[Told]:
        with tempfile.TemporaryDirectory() as home:
            if self.ordinary:
                os.chown(home, ORDINARY, ORDINARY)
            course = Path(home) / "course"
            found = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": home}
            command = ["-P", "-c", NBGRADER, str(course), *[attack.name for attack in attacks]]
            done = self._run(command, self._hand_in, attacks, env=self.world.environment() | found)
            if done.returncode:
                raise GraderDied(f"nbgrader ended with status {done.returncode}, and this:\n{done.stdout[-3000:]}")
            return [_of_notebook(course, attack.name) for attack in attacks]

    def _hand_in(self, attack: Attack, grader: int) -> None:
        """The notebook waits in the attacked course until the course of nbgrader is there."""
        self.world.author(attack.name, attack.deadline)
        source = attack.handed_in(self.world.known(grader)).decode()
        cell = cells.answer(f"{attack.name}/row_softmax", source)
        self.world.write(f"handed_in/{attack.name}.ipynb", cells.notebook("", [cell]))


class Platform(OneRun):
    """A platform's grader, started for each hand-in over a bundle of its own, in its layout."""

    name: ClassVar[str]
    sample: ClassVar[int] = 1  # attacks without --whole
    result: ClassVar[str]  # where it lies

    def grade(self, attacks: Sequence[Attack]) -> list[Told]:
        with tempfile.TemporaryDirectory() as home:
            if self.ordinary:
                os.chown(home, ORDINARY, ORDINARY)
            command = ["-P", str(ROOT / "tests" / "platform_doors.py"), self.name, home, *[attack.name for attack in attacks]]
            done = self._run(command, self._hand_in, attacks)
            if done.returncode:
                raise GraderDied(f"{self.name} ended with status {done.returncode}, and this:\n{done.stdout[-3000:]}")
            missing = frozenset(json.loads((Path(home) / "missing.json").read_text("utf-8")))
            results = [json.loads((Path(home) / attack.name / self.result).read_text("utf-8")) for attack in attacks]
        return [self._of(result, done.stdout, missing) for result in results]

    def _hand_in(self, attack: Attack, grader: int) -> None:
        self.world.author(attack.name, attack.deadline)
        self.world.write(f"handed_in/{attack.name}.py", attack.handed_in(self.world.known(grader)))

    def _of(self, result: dict[str, Any], said: str, missing: frozenset[str]) -> Told:
        raise NotImplementedError


class Gradescope(Platform):
    """results.json of Gradescope's autograder."""

    name: ClassVar[str] = "gradescope"
    result: ClassVar[str] = "results/results.json"

    def _of(self, result: dict[str, Any], said: str, missing: frozenset[str]) -> Told:
        verdicts = {test["number"]: test["output"].partition("\n")[0] or test["status"] for test in result["tests"]}
        report = json.dumps([result["score"], result["tests"]])
        return Told(verdicts, result["score"], report + said, "", report, 0.0, missing)


class Classroom50(Platform):
    """result.json of Classroom 50's autograder, without what says when and whose."""

    name: ClassVar[str] = "classroom50"
    result: ClassVar[str] = "checkout/result.json"

    def _of(self, result: dict[str, Any], said: str, missing: frozenset[str]) -> Told:
        verdicts = {test["test-name"]: test["message"].partition(":")[0] or "passed" for test in result["tests"]}
        report = json.dumps([result["score"], [{**test, "test-name": ""} for test in result["tests"]]])
        return Told(verdicts, result["score"] / 100, report + said, "", report, 0.0, missing)


DOORS = (Library, Pytest, ClassOfStudents, Nbgrader, Gradescope, Classroom50)


def _of_notebook(course: Path, name: str) -> Told:
    """What nbgrader has made of a notebook; the points are those that stand in its gradebook."""
    path = course / "autograded" / "somebody" / name / "row_softmax.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    record = notebook["metadata"]["gradlings"][f"{name}/row_softmax"]
    points, comment = _in_gradebook(course, name)
    shown = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    held = {layer.split()[0] for layer in record["confinement"]}
    told = json.dumps([shown, comment])
    missing = frozenset({"landlock", "seccomp", "rlimits", "privileges"}) - held
    return Told(record["checks"], points, told, "", json.dumps([record, points, told], sort_keys=True), 0.0, missing)


def _in_gradebook(course: Path, assignment: str) -> tuple[float, str]:
    query = """
        SELECT sum(coalesce(grade.manual_score, grade.auto_score, 0)), max(auto_comment) FROM assignment
        JOIN submitted_assignment ON submitted_assignment.assignment_id = assignment.id
        JOIN submitted_notebook ON submitted_notebook.assignment_id = submitted_assignment.id
        JOIN grade ON grade.notebook_id = submitted_notebook.id JOIN comment ON comment.notebook_id = submitted_notebook.id
        WHERE assignment.name = ? GROUP BY comment.id
    """
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        ((points, comment),) = book.execute(query, (assignment,)).fetchall()
    return float(points), str(comment)


def _told(answer: dict[str, Any]) -> Told:
    heard = answer["heard"]
    text, missing = f"{answer['text']}\n{heard['said']}", frozenset(heard["missing"])
    verdicts, points, report = answer["verdicts"], answer["points"], answer["report"]
    return Told(verdicts, points, text, heard["printed"], report, heard["overdue"], missing)


def _of_records(records: list[dict[str, Any]]) -> Told:
    """A check of which nothing is told got no verdict: something of ours has failed on the way."""
    if not records:
        return Told({"everything": UNTOLD}, 0.0, "", "", "", 0.0, frozenset())
    heard = [record.pop("heard") for record in records]
    untold = {f"check {number}": UNTOLD for number in range(len(records), records[0]["checks"])}
    passed = sum(record["verdict"] == "passed" for record in records)
    return Told(
        verdicts={record["check"]: record["verdict"] for record in records} | untold,
        points=records[0]["points"] * passed / records[0]["checks"],
        text="\n".join([*(record["text"] for record in records), *(part["said"] for part in heard)]),
        printed="\n".join(part["printed"] for part in heard),
        report=json.dumps(records, sort_keys=True),
        overdue=max(part["overdue"] for part in heard),
        missing=frozenset(heard[-1]["missing"]),
    )


def _of_record(record: dict[str, Any]) -> Told:
    """What `gradlings grade` has written of one file; how long a call took is not in it."""
    held = {layer.split()[0] for layer in record["confinement"]}
    return Told(
        verdicts={check["id"]: check["verdict"] for check in record["checks"]},
        points=record["points"],
        text=json.dumps(record["checks"]),
        printed="",
        report=json.dumps(record, sort_keys=True),
        overdue=0.0,
        missing=frozenset({"landlock", "seccomp", "rlimits", "privileges"}) - held,
    )


def why_not_ordinary() -> str:
    """Why these tests cannot also run as an ordinary user; empty where they can."""
    if os.geteuid() != 0:
        return "only root may become another user"
    for path in (os.path.realpath(sys.executable), np.__file__, str(ROOT / "grader" / "worker.py"), tempfile.gettempdir()):
        closed = _closed_to_others(path)
        if closed:
            return f"an ordinary user may not read {closed}"
    return ""


def _closed_to_others(path: str) -> str:
    file = Path(path)
    for folder in reversed(file.parents):
        if not folder.stat().st_mode & 0o001:
            return str(folder)
    return "" if file.stat().st_mode & 0o004 else path
