"""Bundles for Gradescope and Classroom 50, unpacked as those platforms do it and run there, by an ordinary user if possible.

Every kind of student gets what `gradlings grade` gives, and what was there before is never taken for a result.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import actions
import jsonschema
import pytest
from conftest import ROOT
from course import part_of_course
from doors import ORDINARY, as_user, why_not_ordinary
from platform_class import (
    DEADLINE,
    EXERCISES,
    RELU,
    RIGHT,
    SOFTMAX,
    STALE,
    HandIn,
    a_class,
    gradlings,
    lay_out,
    the_course,
)
from platform_schemas import CLASSROOM50, GRADESCOPE

from grader import cli
from grader.catalog import CatalogError
from grader.export import classroom50, github, gradescope
from grader.platforms import settings
from grader.report.files import write
from grader.selection import weights

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the platforms are Linux"),
    pytest.mark.timeout(600),
]
SOME = ("mistake", "forges", "writes", "deletes")  # without --whole
INSTALLED_FOR = ("forges",)  # the same in Classroom 50, where each installs the kit anew
BARE, PATTERN = "python3.14", "python3.13"  # the first that setup.sh looks for; the first cannot make an environment
TOKEN = "what-only-the-platform-may-know"  # in the environment of the grader
RUNNER = {
    "CLASSROOM": "dl101",
    "ASSIGNMENT": "homework",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "ada",
    "SUBMISSION_TAG": "submit/2026-11-20T12-00-00Z-abcdef0",
    "COMMIT_URL": "https://github.com/dl101/homework-ada/commit/abcdef0",
    "RELEASE_URL": "https://github.com/dl101/homework-ada/releases/tag/submit",
}


class Made(NamedTuple):
    """The bundles of a course, laid out, and what `gradlings grade` says of the class."""

    folder: Path
    autograder: Path  # Gradescope's
    bundle: Path  # Classroom 50's
    python: Path
    class_: dict[str, HandIn]
    records: dict[tuple[str, str], dict[str, Any]]
    handed_out: dict[str, bytes]
    ordinary: bool


def owned(path: Path, ordinary: bool) -> None:
    """From now on it is all the user's who grades."""
    if ordinary:
        for one in [path, *path.rglob("*")]:
            os.lchown(one, ORDINARY, ORDINARY)


@pytest.fixture(scope="module")
def made(request: pytest.FixtureRequest) -> Iterator[Made]:
    with tempfile.TemporaryDirectory(prefix="platforms-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        whole = request.config.getoption("--whole")
        yield _made(folder, {name: one for name, one in a_class().items() if whole or name in SOME})


def _made(folder: Path, class_: dict[str, HandIn]) -> Made:
    ordinary, course = not why_not_ordinary(), the_course()
    for channel, name in {"classroom50": "bundle", "gradescope": "upload.zip"}.items():
        hidden = ["--hidden"] * (channel == "classroom50")
        done = gradlings(course.root, "export", channel, str(folder / name), "--topics", *EXERCISES, *hidden)
        assert done.returncode == 0, done.stderr
    python = actions.environment(folder / "machine")
    owned(folder / "machine" / "venv", ordinary)
    owned(folder / "bundle", ordinary)
    return Made(
        folder, unpacked(folder, ordinary), folder / "bundle", python, class_, course.records, course.handed_out, ordinary
    )


def unpacked(folder: Path, ordinary: bool) -> Path:
    """/autograder, as Gradescope builds it: the zip in source/, run once, run_autograder beside it."""
    autograder = folder / "autograder"
    with zipfile.ZipFile(folder / "upload.zip") as archive:
        for entry in archive.infolist():
            path = write(autograder / "source" / entry.filename, [archive.read(entry)])
            path.chmod(stat.S_IMODE(entry.external_attr >> 16))
    shutil.copy2(autograder / "source" / "run_autograder", autograder)
    (autograder / "submission").mkdir()
    owned(autograder, ordinary)
    stand_in = write(folder / "bin" / PATTERN, [interpreter(folder / "machine" / "site-packages")])
    bare = write(folder / "bin" / BARE, ['#!/bin/sh\nmkdir -p "$3/left"\nexit 1\n'])
    for path in (stand_in, bare):
        path.chmod(0o755)
    ran = subprocess.run(
        [str(autograder / "source" / "setup.sh")],
        cwd="/",
        env={"PATH": f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}", "PIP_NO_INDEX": "1", "HOME": str(autograder)},
        capture_output=True,
        text=True,
        check=False,
        **as_user(ordinary),
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert not (autograder / "source" / "venv" / "left").exists()
    return autograder


def interpreter(packages: Path) -> str:
    """This Python, which makes environments where pip finds what is installed here."""
    return f"""#!/bin/sh
{sys.executable} "$@" --without-pip || exit 1
for folder in "$3"/lib/python*/site-packages; do echo {packages} > "$folder/installed_here.pth"; done
"""


def on_gradescope(made: Made, files: dict[str, str | None], ordinary: bool | None = None) -> dict[str, Any]:
    """results.json for these files; before, a forged one lies where the grader writes, and where the student does."""
    submission, path = made.autograder / "submission", made.autograder / "results" / "results.json"
    shutil.rmtree(submission)
    forged = {"results.json": STALE, "results/results.json": STALE}
    for name, text in {**forged, **files}.items():
        if text is not None:
            write(submission / name, [text])
    write(path, [json.dumps({"score": 10})])
    owned(submission, made.ordinary)
    owned(path.parent, made.ordinary)
    ran = run_autograder(made, made.ordinary if ordinary is None else ordinary)
    assert ran.returncode == 0, ran.stdout
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    jsonschema.validate(found, GRADESCOPE)
    return found


def run_autograder(made: Made, ordinary: bool) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(made.autograder / "run_autograder")],
        cwd=made.autograder,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "TOKEN": TOKEN},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **as_user(ordinary),
    )


def flat(hand_in: HandIn) -> dict[str, str | None]:
    """As students upload to Gradescope: without folders."""
    return {path.rpartition("/")[2] if "exercises/activations/" in path else path: text for path, text in hand_in.files.items()}


def points(made: Made, student: str) -> float:
    return round(sum(made.records[student, name]["points"] for name in EXERCISES if (student, name) in made.records), 2)


def test_gradescope_gets_what_gradlings_grade_gives(made: Made) -> None:
    """Points of every student, share by share; the status, title and message of every check."""
    found = {student: on_gradescope(made, flat(hand_in)) for student, hand_in in made.class_.items()}
    assert {student: its["score"] for student, its in found.items()} == {name: points(made, name) for name in made.class_}
    for student, its in found.items():
        assert round(sum(test["score"] for test in its["tests"]), 2) == its["score"]
        assert round(sum(test["max_score"] for test in its["tests"]), 2) == 10
        for name in EXERCISES:
            tests = [test for test in its["tests"] if test["tags"][0] == name]
            record = made.records.get((student, name))
            if record and made.class_[student].files.get(f"exercises/{name}.py"):
                told = [(check["verdict"] == "passed", check["title"].split(": ")[0]) for check in record["checks"]]
                assert [(test["status"] == "passed", test["name"].split(": ")[1]) for test in tests] == told
                texts = [f"{check['verdict']}\n{check['text']}" for check in record["checks"] if check["verdict"] != "passed"]
                assert [test["output"] for test in tests if test["status"] == "failed"] == texts
    gone = [test for test in found["deletes"]["tests"] if test["tags"][0] == RELU]
    assert {test["output"].split("\n")[1] for test in gone} == {"There is no file for it."}


def test_gradescope_shows_what_was_chosen(made: Made) -> None:
    """Hidden checks after the due date; what the grader prints, to instructors alone."""
    found = on_gradescope(made, {"relu.py": RIGHT})
    seen = {(test["tags"][1], test["visibility"]) for test in found["tests"]}
    assert seen == {("visible", "visible"), ("battery", "after_due_date"), ("hidden", "after_due_date")}
    assert found["stdout_visibility"] == "hidden"
    kept = found["extra_data"]["gradlings"][RELU]
    assert kept["seed"] == 0
    assert {"landlock", "seccomp"} <= {layer.split()[0] for layer in kept["confinement"]}


def test_a_link_to_the_reference_is_no_answer(made: Made) -> None:
    """Nor does root's own grader follow it; and a file that names it finds nothing."""
    link = made.autograder / "submission" / "relu.py"
    curious = """import os, pathlib
import numpy as np

def relu(x):
    print(dict(os.environ))
    for place in (*pathlib.Path("/proc").glob("[0-9]*/environ"), *pathlib.Path("PLACE").rglob("*.py")):
        try:
            print(place.read_text())
        except OSError:
            pass
    print(open("PLACE/solutions/activations/relu.py").read())
""".replace("PLACE", str(made.autograder / "source" / "course"))
    for ordinary in {made.ordinary, False}:
        told = on_gradescope(made, {"relu.py": curious, "softmax.py": RIGHT}, ordinary)
        assert told["score"] == 0
        assert "np.maximum" not in json.dumps(told)
        assert TOKEN not in json.dumps(told)
        assert "It printed:" in json.dumps(told)
    link.unlink()
    link.symlink_to(made.autograder / "source" / "course" / "solutions" / f"{RELU}.py")
    assert run_autograder(made, made.ordinary).returncode == 0
    told = json.loads((made.autograder / "results" / "results.json").read_text("utf-8"))
    assert told["score"] == 0
    assert "relu.py: It is a symbolic link, and links are never followed." in json.dumps(told)


def test_others_cannot_read_what_is_hidden(made: Made) -> None:
    """Solutions, hidden tests and results are the grading user's."""
    on_gradescope(made, {"relu.py": RIGHT})
    course = made.autograder / "source" / "course"
    for folder in (course, made.autograder / "results"):
        closed(folder)
    if os.geteuid() == 0:  # root's own grader reads what is nobody's; a process that has given up root's rights does not
        assert {path.owner() for path in [course, *course.rglob("*")]} == {"nobody"}


def closed(folder: Path) -> None:
    """It and all in it is for its owner alone."""
    for path in [folder, *folder.rglob("*")]:
        assert path.name == "results.json" or path.stat().st_mode & 0o077 == 0, path  # that one is behind a closed folder


def test_a_grader_that_is_stopped_leaves_no_points(made: Made) -> None:
    """Whatever lay there before: results.json says that it was not finished."""
    path = made.autograder / "results" / "results.json"
    write(path, [json.dumps({"score": 10})])
    write(made.autograder / "submission" / "relu.py", ["import time\ntime.sleep(60)\n"])
    owned(made.autograder / "submission", made.ordinary)
    owned(path.parent, made.ordinary)
    command, user = [str(made.autograder / "run_autograder")], as_user(made.ordinary)
    process = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, start_new_session=True, **user)
    until = time.monotonic() + 60
    while time.monotonic() < until and not (path.exists() and "has not come to an end" in path.read_text("utf-8")):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    left = json.loads(path.read_text("utf-8"))
    jsonschema.validate(left, GRADESCOPE)
    assert left["score"] == 0
    assert left["output"].startswith("The grader has not come to an end.")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "cannot be read (JSONDecodeError: "),
        ('{"seed": 1}', "cannot be read (KeyError: 'exercises')"),
        ('{"exercises": ["a/b"], "colour": 1}', "cannot be read (TypeError: "),
        ('{"exercises": []}', "it names no exercise"),
        ('{"exercises": ["a/b"]}', "there is no exercise 'a/b'"),
        (f'{{"exercises": ["{RELU}"], "seed": true}}', "seed cannot be True"),
        (f'{{"exercises": ["{RELU}"], "points": {{"{RELU}": "5"}}}}', f"points of {RELU} cannot be '5'"),
        (f'{{"exercises": ["{RELU}"], "points": {{"{RELU}": -5}}}}', f"points of {RELU} cannot be -5"),
        (f'{{"exercises": ["{RELU}"], "hidden_checks": "never"}}', "hidden_checks is one of visible, after_due_date, "),
    ],
)
def test_settings_that_make_no_sense(content: str, why: str, tmp_path: Path) -> None:
    part_of_course(tmp_path / "course", [RELU], DEADLINE)
    (tmp_path / settings.FILE).write_text(content)
    with pytest.raises(CatalogError) as caught:
        settings.read(tmp_path)
    assert why in str(caught.value)


def on_classroom50(made: Made, student: str, hand_in: HandIn) -> dict[str, Any]:
    """What the runner validates: result.json in the checkout, in which the student had committed one."""
    checkout = lay_out(made.folder / "checkouts" / student, made.handed_out, hand_in)
    write(checkout / "result.json", [STALE])
    (checkout / "release-body.md").unlink(missing_ok=True)
    (checkout / "release-body.md").mkdir()
    write(checkout / "pip.py", ["raise SystemExit(0)\n"])
    owned(checkout, made.ordinary)
    ran = autograder(made, checkout, RUNNER)
    assert ran.returncode == 0, ran.stdout
    assert not (checkout / "release-body.md").exists()
    found: dict[str, Any] = json.loads((checkout / "result.json").read_text("utf-8"))
    jsonschema.validate(found, CLASSROOM50)
    assert [command.name for command in actions.obeyed(ran.stdout)] == []
    return found


def autograder(made: Made, checkout: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    known = {"PATH": os.environ["PATH"], "HOME": str(made.folder), "PIP_NO_INDEX": "1", **environment}
    command = [str(made.python), str(made.bundle / "autograder.py")]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.run(command, cwd=checkout, env=known, check=False, **pipes, **as_user(made.ordinary))


def test_classroom50_gets_what_gradlings_grade_gives(made: Made) -> None:
    """In whole numbers, a hundred for a point; the checkout's own pip, results and folders play no part."""
    class_ = made.class_ if len(made.class_) > len(SOME) else {name: made.class_[name] for name in INSTALLED_FOR}
    found = {student: on_classroom50(made, student, hand_in) for student, hand_in in class_.items()}
    assert {name: its["score"] for name, its in found.items()} == {name: round(100 * points(made, name)) for name in class_}
    for its in found.values():
        assert its["max-score"] == 1000
        assert its["score"] == sum(test["score"] for test in its["tests"])
        assert its["max-score"] == sum(test["max-score"] for test in its["tests"])
        assert all(test["score"] <= test["max-score"] for test in its["tests"])
        assert (its["owner"], its["review"]) == ("ada", RUNNER["COMMIT_URL"])
    closed(made.bundle)


def test_classroom50_where_the_grader_fails(made: Made) -> None:
    """No result at all, and a status that its runner takes for an error of ours: not even the student's own."""
    checkout = lay_out(made.folder / "failing", made.handed_out, made.class_["mistake"])
    write(checkout / "result.json", [STALE])
    owned(checkout, made.ordinary)
    ran = autograder(made, checkout, {})
    assert ran.returncode == 2
    assert "KeyError: 'CLASSROOM'" in ran.stdout
    assert not (checkout / "result.json").exists()


def test_what_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(part_of_course(tmp_path / "course", EXERCISES, DEADLINE))
    for line, said in {
        "gradescope a.zip": "2 exercises, 10 points, in a.zip: set the points of the assignment to 10.\n",
        "gradescope b.zip --points activations/relu=20": "2 exercises, 25 points, in b.zip: "
        "set the points of the assignment to 25.\n",
        "classroom50 a": "2 exercises in a: 4 files written, 0 files as before.\n"
        "It makes the checks that students may see. For the mark: gradlings grade --github FOLDER\n",
        "classroom50 b --hidden": "2 exercises in b: 9 files written, 0 files as before.\n"
        "Hidden tests and solutions are in it, and Classroom 50 serves it to everybody who knows its address.\n",
    }.items():
        assert cli.main(["export", *line.split()]) == 0
        assert capsys.readouterr().out == said
    assert cli.main(["export", "gradescope", "a.tar"]) == 1
    assert capsys.readouterr().err == "gradlings: Gradescope takes a zip: call it a.tar.zip, not a.tar\n"
    assert SOFTMAX not in (tmp_path / "course" / "a" / "autograder.py").read_text()


def test_the_same_bytes_each_time(made: Made) -> None:
    """In two processes, which order sets in their own ways."""
    root, how = the_course().root, settings.Settings(EXERCISES)
    assert (made.folder / "upload.zip").read_bytes() == gradescope.zipped(root, how, "numpy")
    for path, content in classroom50.files(root, how, hidden=True).items():
        assert (made.folder / "bundle" / path).read_bytes() == content, path


def test_no_solution_is_left_in_a_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an earlier export with them, which Classroom 50 would go on serving."""
    monkeypatch.chdir(part_of_course(tmp_path / "course", [RELU], DEADLINE))
    assert cli.main(["export", "classroom50", "a", "--hidden"]) == 0
    assert cli.main(["export", "classroom50", "a"]) == 0
    assert not (tmp_path / "course" / "a" / settings.COURSE).exists()
    assert cli.main(["export", "classroom50", "a", "--hidden"]) == 0
    write(tmp_path / "course" / "a" / settings.COURSE / "solutions" / f"{RELU}.py", ["# my own words\n"])
    capsys.readouterr()
    assert cli.main(["export", "classroom50", "a"]) == 1
    assert capsys.readouterr().err == (
        "gradlings: a/course is still there, with solutions and hidden tests: Classroom 50 serves it to everybody who knows its "
        "address; move it away\n"
    )


def test_points_that_were_chosen(tmp_path: Path) -> None:
    """They are the same on every way: in a push, in a bundle, and in the gradebook."""
    course = part_of_course(tmp_path / "course", EXERCISES, DEADLINE)
    asked = ["activations=3", f"{RELU}=20"]
    worth = weights(ROOT, asked)
    assert {name: worth[name] for name in EXERCISES} == {RELU: 20, SOFTMAX: 3}
    files = github.files(ROOT, "homework", EXERCISES, points=worth)
    entries = json.loads(files["exercises/catalog.json"])["exercises"]
    assert {entry["id"]: entry["points"] for entry in entries} == {RELU: 20, SOFTMAX: 3}
    for path, content in gradescope.files(course, settings.Settings(EXERCISES, points=worth)).items():
        write(tmp_path / "bundle" / path, [content])
    rules = settings.read(tmp_path / "bundle")[1]
    assert [rules.exercise(name).about.points for name in EXERCISES] == [20, 3]
    write(course / "in" / "ada" / "relu.py", [RIGHT])
    done = gradlings(course, "grade", "in", "--out", "out", "--exercises", *EXERCISES, "--points", *asked)
    assert done.returncode == 0, done.stdout + done.stderr
    (record,) = json.loads((course / "out" / "results.json").read_text("utf-8"))
    assert (record["points"], record["max_points"]) == (20.0, 20)


@pytest.mark.parametrize("text", ["activations/relu", "activations/relu=0", "activations/relu=a", "activations/relu=1.5", "=3"])
def test_points_that_make_no_sense(text: str) -> None:
    with pytest.raises(CatalogError, match=r"--points takes an exercise or a topic, and a whole number|there is no exercise"):
        weights(ROOT, [text])
