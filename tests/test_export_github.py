"""A template repository, pushed to by every kind of student: its workflow runs step by step, and says what is right."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import actions
import jsonschema
import pytest
import yaml
from conftest import ROOT
from platform_class import EXERCISES, RELU, SOFTMAX, a_class, lay_out, the_course, visible
from platform_schemas import CONTRACT

from grader import catalog, cli
from grader.export import github, pins, workflow
from grader.export.files import LIST
from grader.export.wheel import wheel
from grader.report.files import write
from grader.report.record import schema

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the workflow is for Linux"),
    pytest.mark.timeout(600),
]
CLASS = a_class()
POINTS = 10  # of both exercises together


class Pushed(NamedTuple):
    """Everybody has pushed, and `gradlings grade` has graded the same files with all checks."""

    folder: Path
    files: dict[str, bytes]
    jobs: dict[str, actions.Job]
    records: dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Pushed:
    folder, course, jobs = tmp_path_factory.mktemp("github"), the_course(), {}
    python = actions.environment(folder / "machine")
    for number, (student, hand_in) in enumerate(CLASS.items()):
        repository = lay_out(folder / "pushed" / student, course.handed_out, hand_in)
        whole = request.config.getoption("--whole")
        if whole and number:
            shutil.rmtree(folder / "machine")
            python = actions.environment(folder / "machine")
        jobs[student] = actions.run(repository, python, folder / "temporary", installed=bool(number) and not whole)
    return Pushed(folder, course.handed_out, jobs, course.records)


def expected(pushed: Pushed, student: str) -> dict[str, dict[str, Any]]:
    """What the visible checks of `gradlings grade` found, by exercise."""
    there = {name: pushed.records.get((student, name)) for name in EXERCISES}
    return {name: visible(record) if record else {"points": 0.0, "verdicts": None} for name, record in there.items()}


def test_a_push_gets_what_gradlings_grade_gives(pushed: Pushed) -> None:
    """In GitHub Classroom's two annotations, in its JSON contract, and in report.json."""
    for student, job in pushed.jobs.items():
        told_the_same(job, expected(pushed, student))


def told_the_same(job: actions.Job, wanted: dict[str, dict[str, Any]]) -> None:
    points = sum(its["points"] for its in wanted.values())
    assert [(note.message, note.properties) for note in job.annotations("notice")] == [
        (f"Points {points:g}/{POINTS}", {"title": "Autograding complete"}),
        (f'{{"totalPoints":{points:g},"maxPoints":{POINTS}}}', {"title": "Autograding report"}),
    ]
    told = json.loads(base64.b64decode(job.outputs["result"]))
    jsonschema.validate(told, CONTRACT)
    assert told["max_score"] == POINTS
    assert round(sum(test["score"] for test in told["tests"]), 2) == points
    assert told["status"] == ("pass" if points == POINTS else "fail")
    assert job.status["Grade"] == (0 if points == POINTS else 1)
    records = {record["exercise"]: record for record in json.loads(job.kept["report.json"])}
    for name, its in wanted.items():
        assert records[name]["points"] == its["points"]
        verdicts = {check["id"]: check["verdict"] for check in records[name]["checks"]}
        assert its["verdicts"] in (verdicts, None)
        jsonschema.validate(records[name], schema())
    assert b"<testsuite name=" in job.kept["junit.xml"]


def test_who_gets_which_points(pushed: Pushed) -> None:
    """As it was meant: softmax is right in all but one."""
    got = {student: job.annotations("notice")[0].message for student, job in pushed.jobs.items()}
    assert got == {student: "Points 5/10" for student in CLASS} | {"untouched": "Points 0/10", "right": "Points 10/10"}


def test_annotations_stand_at_the_learners_lines(pushed: Pushed) -> None:
    places = {
        student: [
            (error.properties["file"], error.properties["line"], error.properties["title"]) for error in job.annotations("error")
        ]
        for student, job in pushed.jobs.items()
    }
    file = f"exercises/{RELU}.py"
    assert places == {
        "untouched": [],
        "right": [],
        "mistake": [(file, "4", f"{RELU}: wrong")],
        "hangs": [(file, "3", f"{RELU}: timeout")],
        "exits": [(file, "3", f"{RELU}: died")],
        "forges": [(file, "4", f"{RELU}: wrong")],
        "raises": [(file, "6", f"{RELU}: raised")],
        "writes": [(file, "8", f"{RELU}: died")],
        "edits_tests": [(file, "1", f"{RELU}: wrong")],
        "deletes": [(file, "1", f"{RELU}: no file")],
    }


def test_no_command_is_a_students(pushed: Pushed) -> None:
    """What GitHub obeys is what was meant, whatever was printed, raised or left in files."""
    for job in pushed.jobs.values():
        first, *rest = job.commands
        assert first == actions.Command("remove-matcher", "", {"owner": "python"})
        assert {command.name for command in rest} <= {"notice", "error"}
        assert all(command.properties.get("title", "").startswith((RELU, "Autograding ")) for command in rest)
        assert job.matched == []


def test_forgeries_are_shown_and_not_obeyed(pushed: Pushed) -> None:
    """The test above can fail: the lines are in the log, and a runner that did not stop commands would obey them."""
    log = pushed.jobs["forges"].log
    assert log.count("::notice title=Autograding complete::Points 10/10") > 1
    careless = "\n".join(line for line in log.splitlines() if "stop-commands" not in line).replace("        | ", "")
    messages = [command.message for command in actions.obeyed(careless)]
    assert "Points 10/10" in messages
    assert "forged" in messages
    assert actions.matched(careless.replace("::remove-matcher", "")) == ["matched"]


def test_summary_as_it_is_rendered(pushed: Pushed) -> None:
    """A table of all exercises, one of what was found; a student's text is text."""
    mistune = pytest.importorskip("mistune")
    render = mistune.create_markdown(escape=False, plugins=["table"])
    for student, job in pushed.jobs.items():
        page = render(job.summary)
        assert page.count("<table>") == 1 + (student not in ("untouched", "right", "deletes"))
        assert all(tag not in page for tag in ("<img", "<b>", "<em>"))
        assert page.count("</pre>") == page.count("<pre>")
    told = render(pushed.jobs["raises"].summary)
    assert "&lt;/pre&gt; | `*` &lt;b&gt; &lt;img src=x&gt;" in told
    more = sum(check["kind"] != "visible" for name in EXERCISES for check in pushed.records["right", name]["checks"])
    assert f"These are the checks that you can see. {more} more checks are with your instructor" in told
    assert "<td>✏️ to do</td>" in render(pushed.jobs["untouched"].summary)


def test_what_the_workflow_may() -> None:
    """It reads the repository, and nothing more; the token is not left in it."""
    read = yaml.safe_load(the_course().handed_out[workflow.PATH])
    assert read["permissions"] == {"contents": "read"}
    steps = read["jobs"]["grade"]["steps"]
    assert steps[0]["with"] == {"persist-credentials": False}
    assert steps[1]["with"]["cache"] == "pip"
    assert read[True]["push"] == {"branches": ["**"]}  # YAML takes `on` for true


def test_a_student_runs_pytest(pushed: Pushed) -> None:
    """In the repository, with what requirements.txt installs, and with the settings of the course."""
    repository = lay_out(pushed.folder / "at_home", pushed.files, CLASS["right"])
    command = [str(pushed.folder / "machine" / "venv" / "bin" / "python"), "-m", "pytest", "exercises"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
    assert "hidden checks are not in this copy" in done.stdout


def test_the_same_bytes_each_time() -> None:
    """In two processes, which order sets in their own ways."""
    made = github.files(the_course().root, "homework", EXERCISES)
    assert {path: content for path, content in the_course().handed_out.items() if path != LIST} == made


def test_pages_link_to_what_is_there() -> None:
    """Exercises that are left out are not named."""
    files = github.files(ROOT, "homework", ["convolution/conv2d"], "torch")
    (entry,) = json.loads(files["exercises/catalog.json"])["exercises"]
    assert entry["needs"] == []
    assert b"import torch\n" in files["exercises/convolution/conv2d.py"]
    assert files["exercises/convolution/conv2d.py"].startswith((b'"""', b'r"""'))
    assert b"torch==" in files["requirements.txt"]


def test_libraries_for_gpus_are_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the instructor's PyTorch is a build for CUDA, students are handed the one for the CPU all the same."""

    class OfCuda(NamedTuple):
        version: str
        requires: tuple[str, ...]

    there = {
        "torch": OfCuda(
            "2.13.0+cu130", ("nvidia-cublas==13.1", "cuda-bindings==13.0; platform_system != 'x'", "triton", "Sympy")
        ),
        "sympy": OfCuda("1.14.0", ()),
    }
    real = pins.metadata.distribution
    monkeypatch.setattr(pins.metadata, "distribution", lambda name: there.get(name) or real(name))
    lines = pins.requirements("./kit.whl", "torch").decode().splitlines()
    assert {"torch==2.13.0", "sympy==1.14.0"} <= set(lines)
    assert not [line for line in lines if line.startswith(("nvidia", "cuda", "triton"))]


def test_the_wheel_is_the_kit_and_no_hidden_test() -> None:
    """All its packages, as the project file lists them; pip finds every file as it is recorded."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    made = wheel(b"{}")
    with zipfile.ZipFile(BytesIO(made.content)) as archive:
        names = archive.namelist()
        folders = {str(Path(name).parent).replace("/", ".") for name in names if name.endswith(".py")}
        assert folders == set(listed)
        assert not any("hidden" in name or "solutions" in name for name in names)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        (record,) = [name for name in names if name.endswith("/RECORD")]
        recorded = [line.split(",")[0] for line in archive.read(record).decode().splitlines()]
        assert sorted(recorded) == sorted(names)
    assert made.name != wheel().name


def test_changed_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    write(tmp_path / "requirements.txt", [b"mine"])
    assert cli.main(["export", "github", str(tmp_path), "--topics", RELU]) == 1
    assert "there is already another requirements.txt: nothing is written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["requirements.txt"]


def test_a_template_is_exported_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With other exercises, and so with another wheel: there is one, and nothing is left of those that are out."""
    monkeypatch.chdir(ROOT)
    write(tmp_path / "vendor" / "own-1.0-py3-none-any.whl", [b"the teacher's"])
    assert cli.main(["export", "github", str(tmp_path), "--topics", *EXERCISES, "convolution/conv2d"]) == 0
    capsys.readouterr()
    assert cli.main(["export", "github", str(tmp_path), "--topics", RELU]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith(" as before, 5 files of an earlier export removed.")
    files = github.files(ROOT, tmp_path.name, [RELU])
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == {*files, "vendor/own-1.0-py3-none-any.whl", LIST}


def test_a_course_without_settings(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "solutions" / "activations", tmp_path / "solutions" / "activations")
    with pytest.raises(catalog.CatalogError, match=r"pyproject\.toml has no settings for pytest to hand on"):
        github.files(tmp_path, "homework", [SOFTMAX])
