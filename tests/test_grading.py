"""`gradlings grade`: a class, from files to marks; interrupted, killed, run again, and graded anew when somebody agrees."""

from __future__ import annotations

import csv
import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT
from course import Course, copy_course, run

from grader import catalog, submission
from grader.sync import write

CONV, RELU = "convolution/conv2d", "activations/relu"
COMMAND = [sys.executable, "-P", "-m", "grader", "grade"]  # -P: a course has a folder named grader
SAME = (
    "grades.csv",
    "canvas.csv",
    "moodle.csv",
    "results.json",
    "junit.xml",
    "report.html",
)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return copy_course(tmp_path_factory.mktemp("course"))


IMPOSSIBLE = '''

def test_impossible(yours, rng):
    """Never right."""
    assert yours(rng.normal(size=3)) is None
'''


def answers() -> dict[str, str]:
    """Student/exercise -> source, with what each must be worth."""
    right, wrong = submission.standalone(ROOT, CONV), submission.standalone(ROOT, CONV, "flips_the_kernel")
    relu = submission.standalone(ROOT, RELU)
    return {
        "ada/conv2d": right,
        "ada/relu": relu,
        "bob/conv2d": wrong,
        "bob/relu": "def relu(x):\n    raise NotImplementedError\n",
        "cyd/conv2d": "import os\ndef conv2d(*args, **kwargs): os._exit(0)\n",
        "cyd/relu": "def relu(x:\n",
        "dot/relu": relu,  # the same file as ada's
    }


def hand_in(folder: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        write(folder / f"{name}.py", source.encode())
    return folder


def grade(course: Course, submissions: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    arguments = [*COMMAND, str(submissions), "--out", str(out), "--exercises", CONV, RELU, *options]
    return run(arguments, course.root)


def marks(out: Path) -> dict[str, dict[str, str]]:
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def digest(out: Path) -> str:
    paths = [out / name for name in SAME] + sorted((out / "feedback").iterdir())
    return hashlib.sha256(b"\0".join(path.name.encode() + path.read_bytes() for path in paths)).hexdigest()


@pytest.fixture(scope="module")
def graded(course: Course, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """Submissions, results, and what was printed."""
    folder = tmp_path_factory.mktemp("class")
    submissions, out = hand_in(folder / "submissions", answers()), folder / "results"
    finished = grade(course, submissions, out, "--untrusted", "--jobs", "2")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return submissions, out, finished.stdout


def test_marks_are_what_the_files_are_worth(graded: tuple[Path, Path, str]) -> None:
    found = marks(graded[1])
    assert (float(found["ada"][CONV]), float(found["ada"][RELU])) == (10, 5)
    assert 0 < float(found["bob"][CONV]) < 10
    assert [float(found[name][exercise]) for name, exercise in (("bob", RELU), ("cyd", CONV), ("cyd", RELU))] == [0, 0, 0]
    assert (found["dot"][CONV], float(found["dot"][RELU])) == ("", 5)


def test_it_says_what_it_does(graded: tuple[Path, Path, str]) -> None:
    printed = graded[2]
    assert printed.startswith("7 answers of 4 students will be graded.\n")
    assert "6 files to grade; 0 results known already.\n" in printed  # two are the same
    assert printed.endswith("and a page for each student in feedback/.\n")


def test_feedback_names_the_mistake_and_shows_no_test(graded: tuple[Path, Path, str]) -> None:
    told = (graded[1] / "feedback" / "bob.md").read_text(encoding="utf-8")
    assert "Your kernel is flipped" in told
    assert "agree(" not in told


def test_a_second_run_grades_nothing_and_writes_the_same(course: Course, graded: tuple[Path, Path, str]) -> None:
    submissions, out, _ = graded
    before = digest(out)
    finished = grade(course, submissions, out)
    assert "0 files to grade; 6 results known already.\n" in finished.stdout
    assert finished.stdout.endswith(f"Tables and reports in {out} are as they were: nothing has changed.\n")
    assert digest(out) == before
    (out / "feedback" / "ada.md").unlink()
    finished = grade(course, submissions, out)
    assert finished.stdout.endswith("and a page for each student in feedback/.\n")
    assert digest(out) == before


def test_a_run_that_has_nothing_to_do_loads_nothing_that_grades(course: Course, graded: tuple[Path, Path, str]) -> None:
    command = [COMMAND[0], "-X", "importtime", *COMMAND[1:]]
    arguments = [*command, str(graded[0]), "--out", str(graded[1]), "--exercises", CONV, RELU]
    loaded = {line.rpartition("|")[2].strip() for line in run(arguments, course.root).stderr.splitlines()}
    assert "grader.grading" in loaded
    assert not loaded & {"numpy", "pytest", "grader.grade", "grader.words"}


ROSTER = """Student,ID,SIS User ID,SIS Login ID,Section,E-mail
    Points Possible,,,,,
ada,41,S-1,alovelace,A,ada@uni.example
bob,42,S-2,bbrown,B,bob@uni.example
cyd,43,S-3,ccharisse,B,
eve,44,S-4,eve,B,eve@uni.example
"""


def test_a_roster_reaches_the_gradebooks(course: Course, graded: tuple[Path, Path, str], tmp_path: Path) -> None:
    shutil.copytree(graded[1], tmp_path / "out")
    (tmp_path / "class.csv").write_text(ROSTER, encoding="utf-8")
    finished = grade(course, graded[0], tmp_path / "out", "--roster", str(tmp_path / "class.csv"))
    assert finished.returncode == 0, finished.stderr
    assert "dot: Nobody of this name is on the roster.\n" in finished.stdout
    assert "moodle.csv, because" not in finished.stdout
    told = (tmp_path / "out" / "canvas.csv").read_text(encoding="utf-8").splitlines()
    assert told[0] == "Student,ID,SIS User ID,SIS Login ID,Section,activations/relu,convolution/conv2d"
    assert told[2:] == [
        "ada,41,S-1,alovelace,A,5,10",
        f"bob,42,S-2,bbrown,B,0,{marks(graded[1])['bob'][CONV]}",
        "cyd,43,S-3,ccharisse,B,0,0",
        "eve,44,S-4,eve,B,,",
    ]
    told = (tmp_path / "out" / "moodle.csv").read_text(encoding="utf-8").splitlines()
    assert told[0] == "ID number,activations/relu,convolution/conv2d"
    assert [line.split(",")[0] for line in told[1:]] == ["S-1", "S-2", "S-3", "S-4"]


def test_who_moodle_cannot_know_is_named(course: Course, graded: tuple[Path, Path, str], tmp_path: Path) -> None:
    shutil.copytree(graded[1], tmp_path / "out")
    (tmp_path / "class.csv").write_text("name,email\nada,a@x.org\nbob,b@x.org\ncyd,\ndot,\n", encoding="utf-8")
    finished = grade(course, graded[0], tmp_path / "out", "--roster", str(tmp_path / "class.csv"))
    assert finished.returncode == 0, finished.stderr
    assert (
        "Not in moodle.csv, because the roster gives an e-mail address of others and not of them: cyd, dot.\n" in finished.stdout
    )
    told = (tmp_path / "out" / "moodle.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in told] == ["Email address", "a@x.org", "b@x.org"]


def test_submissions_are_laid_out_for_tools_that_compare_them(
    course: Course, graded: tuple[Path, Path, str], tmp_path: Path
) -> None:
    shutil.copytree(graded[1], tmp_path / "out")
    finished = grade(course, graded[0], tmp_path / "out", "--similarity")
    assert finished.returncode == 0, finished.stderr
    folder = tmp_path / "out" / "similarity"
    assert f"Written to {folder}: submissions, for a tool that finds those alike" in finished.stdout
    files = {path.relative_to(folder).with_suffix("").as_posix(): path.read_text() for path in folder.rglob("*.py")}
    stubs = {
        f"base-code/{name}/{name.split('/')[1]}": catalog.learner_file(course.root, name).read_text() for name in (CONV, RELU)
    }
    topics = {"conv2d": "convolution", "relu": "activations"}
    handed_in = {
        f"{topics[name]}/{name}/{student}": source for key, source in answers().items() for student, name in [key.split("/")]
    }
    assert files == handed_in | stubs


@pytest.mark.parametrize("moment", range(20))
def test_a_run_that_is_killed_goes_on(
    moment: int, course: Course, graded: tuple[Path, Path, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """At any moment, again and again until one run comes to its end: nothing is lost, and the bytes are the same."""
    if moment >= 2 and not request.config.getoption("--whole"):
        pytest.skip("with --whole alone")
    draw = random.Random(moment)
    command = [*COMMAND, str(graded[0]), "--out", str(tmp_path), "--exercises", CONV, RELU, "--jobs", "1"]
    for _ in range(2):
        process = subprocess.Popen(command, cwd=course.root, stdout=subprocess.PIPE)
        time.sleep(draw.uniform(0.3, 3.0))
        process.kill()
        process.communicate(timeout=60)  # those that it has started end too: nobody holds the other end of the pipe any more
    finished = grade(course, graded[0], tmp_path)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert digest(tmp_path) == digest(graded[1])


def test_ctrl_c_ends_in_one_sentence(course: Course, tmp_path: Path) -> None:
    slow = "import time\ndef relu(x): time.sleep(60)\n"
    submissions = hand_in(tmp_path / "submissions", {f"s{number}/relu": slow + f"# {number}" for number in range(40)})
    command = [*COMMAND, str(submissions), "--out", str(tmp_path / "out"), "--jobs", "1"]
    process = subprocess.Popen(command, cwd=course.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    while "files to grade" not in process.stdout.readline():
        pass
    time.sleep(2.0)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "Interrupted. What is graded is kept: run the same command again, and it goes on from here.\n"


def test_an_exercise_that_has_changed(tmp_path: Path) -> None:
    """Marks stay; --regrade shows what would change and writes it only when somebody agrees."""
    (tmp_path / "course").mkdir()
    course = copy_course(tmp_path / "course")
    submissions, out = hand_in(tmp_path / "in", {"ada/relu": answers()["ada/relu"]}), tmp_path / "out"
    grade(course, submissions, out)
    before = digest(out)
    hidden = course.root / "grader" / "hidden" / f"{RELU}.py"
    hidden.write_text(hidden.read_text() + IMPOSSIBLE)
    stays = grade(course, submissions, out)
    assert "activations/relu has changed since 1 file of it was graded: the marks stay." in stays.stdout
    assert digest(out) == before
    shown = grade(course, submissions, out, "--regrade")
    assert shown.returncode == 1
    assert "ada activations/relu: 5 -> 4.64 (impossible: new -> wrong)" in shown.stdout
    assert shown.stdout.endswith("Nothing is written. To write these marks, run the same command with --yes.\n")
    assert digest(out) == before
    assert grade(course, submissions, out, "--regrade", "--yes").returncode == 0
    assert float(marks(out)["ada"][RELU]) == 4.64


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["nowhere", "--out", "out"], "nowhere is neither a folder nor a zip"),
        ([".", "--out", "out", "--exercises", "poetry"], "there is no exercise and no topic 'poetry'"),
        ([".", "--out", "out", "--roster", "nobody.csv"], "the roster nobody.csv cannot be read"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_sentence(course: Course, arguments: list[str], why: str) -> None:
    finished = run([*COMMAND, *arguments], course.root)
    assert finished.returncode == 1
    assert finished.stderr.startswith(f"gradlings: {why}")
    assert finished.stderr.count("\n") == 1


def test_results_fit_the_schema_and_hold_no_time(graded: tuple[Path, Path, str]) -> None:
    records = json.loads((graded[1] / "results.json").read_text(encoding="utf-8"))
    order = [(record["student"], record["exercise"]) for record in records]
    assert order == sorted(order)
    assert all(record["schema"] == 1 for record in records)
