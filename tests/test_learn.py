"""The learner's day on the command line: what is remembered, what is shown, what is asked."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import sys
from pathlib import Path

import pytest
from conftest import ROOT, load
from course import Course, linked_course, run

from grader import catalog, cli
from grader.learn import listing, logbook, screen, standing
from grader.learn.standing import State

RELU, SOFTMAX = "activations/relu", "activations/softmax"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    made = linked_course(tmp_path)
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course that is a catalog alone."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/catalog.json").write_bytes((ROOT / "exercises/catalog.json").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def state(root: Path, exercise: str) -> State:
    return standing.course(root).of(exercise).state


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (b"[]", "it holds something else"),
        (b'{"exercises": []}', "it holds something else"),
        (b"", "Expecting value: line 1 column 1 (char 0)"),
        (b"\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_a_broken_logbook_is_kept_and_a_new_one_begun(
    bare: Path, content: bytes, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / logbook.FILE).write_bytes(content)
    (bare / f"{logbook.FILE}.broken").write_bytes(b"an older one")
    assert cli.main(["hint", RELU]) == 0
    assert capsys.readouterr().err == (
        f"gradlings: .gradlings.json cannot be read ({why}). It is kept as .gradlings.json.broken2; what you have passed is "
        "not known any more, until it is graded again: gradlings watch, key a\n"
    )
    assert (bare / f"{logbook.FILE}.broken2").read_bytes() == content
    assert (bare / f"{logbook.FILE}.broken").read_bytes() == b"an older one"
    assert logbook.read(bare).of(RELU).hints == 1


def test_what_this_version_does_not_know_is_kept(bare: Path) -> None:
    written = {"version": 7, "more": 1, "exercises": {"old/gone": {"passed": "x"}, RELU: {"tried": "many", "colour": "red"}}}
    (bare / logbook.FILE).write_text(json.dumps(written))
    assert logbook.read(bare).of(RELU) == logbook.Entry()
    logbook.graded(bare, RELU)
    found = json.loads((bare / logbook.FILE).read_text())
    assert found["more"] == 1
    assert found["exercises"] == {"old/gone": {"passed": "x"}, RELU: {"tried": 1, "colour": "red"}}
    assert [path.name for path in bare.iterdir() if "part" in path.name] == []


def test_states_follow_the_file(course: Course) -> None:
    assert {one.state for one in standing.course(course.root).standings} == {State.NEW}
    path = catalog.learner_file(course.root, RELU)
    stub = path.read_bytes()
    path.write_bytes(b"mine")
    assert state(course.root, RELU) == State.STARTED
    logbook.graded(course.root, RELU, logbook.digest(b"mine"))
    assert state(course.root, RELU) == State.PASSED
    path.write_bytes(stub)
    assert state(course.root, RELU) == State.BEFORE
    path.write_bytes(b"mine")
    assert state(course.root, RELU) == State.PASSED
    path.unlink()
    assert state(course.root, SOFTMAX) == State.NEW


def test_pytest_enters_what_it_has_graded(course: Course) -> None:
    tests = "exercises/activations/test_activations.py"
    course.pytest(f"{tests}::test_relu", "-q", "--reference")
    course.pytest(f"{tests}::test_relu", "-q")  # not written yet
    assert not (course.root / logbook.FILE).exists()
    course.copy_reference(RELU)
    course.hand_in_function(SOFTMAX, load(SOFTMAX).mistakes[0].name)
    course.pytest(f"{tests}::test_relu[examples]", "-q")
    assert state(course.root, RELU) == State.STARTED
    course.pytest(f"{tests}::test_relu", f"{tests}::test_softmax", "-q")
    assert (state(course.root, RELU), state(course.root, SOFTMAX)) == (State.PASSED, State.STARTED)
    book = logbook.read(course.root)
    assert (book.last, book.of(RELU).tried, book.of(SOFTMAX).tried) == (SOFTMAX, 2, 1)


def test_where_you_are_and_what_is_next(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = catalog.exercise_ids(course.root)
    assert cli.main([]) == 0
    assert capsys.readouterr().out.startswith(
        f"[{'-' * 20}] 0 of 246 exercises, 0 of 1,925 points\n\nBegin with:\n  {first}: Elementwise (Hadamard) product"
    )
    logbook.graded(course.root, first, logbook.digest(catalog.learner_file(course.root, first).read_bytes()))
    assert cli.main([]) == 0
    assert f"1 of 246 exercises, 5 of 1,925 points\n\nNext:\n  {second}: " in capsys.readouterr().out
    logbook.graded(course.root, RELU)  # begun, and not passed
    assert cli.main([]) == 0
    told = capsys.readouterr().out
    assert f"You are at:\n  {RELU}: Rectified linear unit (a few lines, 5 points)\n  exercises/{RELU}.py\n" in told
    assert "After that:\n  activations/sigmoid" in told
    assert cli.main(["next", "convolution"]) == 0
    assert capsys.readouterr().out.startswith("  convolution/conv_output_size: ")
    assert cli.main(["next", "cooking"]) == 1
    assert capsys.readouterr().err == "gradlings: there is no topic 'cooking'; `gradlings progress` shows them all\n"


def test_all_passed(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = {name: {"passed": "x"} for name in catalog.exercise_ids(bare)}
    (bare / logbook.FILE).write_text(json.dumps({"exercises": entries}))
    assert [cli.main(command) for command in ([], ["next"], ["hint"])] == [0, 0, 1]
    told = capsys.readouterr().out
    assert "All exercises are passed. `gradlings interview` asks for them against the clock.\n" in told
    assert "Name one for its hints: gradlings hint topic/name\n" in told


def test_without_a_catalog_it_says_what_to_run(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bare / "exercises/catalog.json").write_text("{}")
    assert cli.main(["progress"]) == 1
    assert capsys.readouterr().err == f"gradlings: there is no exercises/catalog.json in {bare}; run: gradlings sync\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["conv2d", "--topic", "convolution", "--difficulty", "3"], ["convolution/conv2d_backward"]),
        (["hadamard", "--state", "open"], ["tensors/hadamard"]),
        (["hadamard", "--state", "passed"], []),
    ],
)
@pytest.mark.usefixtures("bare")
def test_list_filters(arguments: list[str], found: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", *arguments]) == (0 if found else 1)
    told = capsys.readouterr().out
    assert [line.split()[2] for line in told.splitlines() if line.startswith("[ ]")] == found
    assert found or told == "There is no such exercise. Fewer words find more: gradlings list softmax\n"


def test_list_finds_questions_whatever_the_case(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", "VANISHING"]) == 0
    assert "[ ] activations/relu " in (told := capsys.readouterr().out)
    assert "      Does ReLU solve the problem of vanishing gradients?\n" in told
    assert cli.main(["list", "frameworks"]) == 0
    assert "Asked for without code, in exercises/spoken.md:\n      Which deep-learning frameworks" in capsys.readouterr().out
    assert cli.main(["list", "--topic", "cooking"]) == 1
    assert capsys.readouterr().err.startswith("gradlings: there is no topic 'cooking'; there are activations, ")


def test_a_bar_is_full_only_when_all_is_done() -> None:
    assert [listing.bar(done, 246, 4) for done in (0, 1, 123, 245, 246)] == ["[----]", "[#---]", "[##--]", "[###-]", "[####]"]


def test_each_hint_is_the_next_one(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    for level in (1, 2, 3, 3):
        assert cli.main(["hint", RELU]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert told.startswith(load(RELU).about.hints[level - 1])
        assert f"Hint {level} of 3 for {RELU}." in told
    assert told.endswith(f"There is none stronger. The solution: gradlings solution {RELU}")
    assert cli.main(["hint", RELU, "--level", "1"]) == 0
    assert "Hint 1 of 3" in capsys.readouterr().out
    assert logbook.read(course.root).of(RELU).hints == 3


@pytest.mark.parametrize(("typed", "opens"), [("", False), ("yes\n", False), ("relu\n", True), (f"{RELU}\n", True)])
def test_a_solution_opens_when_its_name_is_typed(
    course: Course, typed: str, opens: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert cli.main(["solution", RELU]) == (0 if opens else 1)
    told = capsys.readouterr().out
    assert told.startswith(f"{RELU} is not passed yet, and there are 3 of 3 hints that you have not seen.\n")
    assert ("def relu(" in told) == opens
    assert (f"It stays closed. A hint helps, and does not give it away: gradlings hint {RELU}" in told) == (not opens)
    assert logbook.read(course.root).of(RELU).opened == opens


def test_a_solution_is_open_to_who_has_passed(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    logbook.graded(course.root, RELU, "x")
    assert cli.main(["solution", RELU]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# solutions/activations/relu.py\n\n")
    assert f"# Other right answers, in grader/hidden/{RELU}.py: {load(RELU).rights[0].name}" in told
    assert cli.main(["solution", RELU, "--torch"]) == 0
    assert "import torch" in capsys.readouterr().out
    assert logbook.read(course.root).of(RELU).opened is False


def test_a_students_copy_has_no_solutions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(linked_course(tmp_path, student=True).root)
    assert cli.main(["solution", RELU]) == 1
    assert capsys.readouterr().err == "gradlings: this copy has no solutions: your instructor has them\n"
    assert cli.main(["hint", RELU]) == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare.chmod(0o555)
    assert cli.main(["hint", RELU]) == 1
    bare.chmod(0o755)
    told = capsys.readouterr()
    assert load(RELU).about.hints[0][:20] in told.out
    assert "Permission denied" in told.err


def test_editors_and_containers_are_told_what_to_run() -> None:
    """A container installs what README installs, and an editor collects one test a check, each with a place to click."""
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    assert container["postCreateCommand"] == "python -m pip install -e '.[show]' -c constraints.txt"
    editor = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert editor["python.testing.pytestEnabled"] is True
    found = run([sys.executable, "-m", "pytest", "--collect-only", "-q", "exercises/activations/test_activations.py"], ROOT)
    assert "exercises/activations/test_activations.py::test_relu[examples]" in found.stdout


def test_what_readme_tells_a_learner_to_type_can_be_typed() -> None:
    """Every command and key of the section about an evening is one."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Your evening")[1].split("\n## ")[0]
    typed = re.findall(r"`gradlings ?([^`]*)`", section)
    assert len(typed) >= 8
    for command in typed:
        cli.parser().parse_args(command.split())
    assert [key for key in re.findall(r"`(\w)`", section)] == re.findall(r"\b(\w) \w", screen.KEYS)


def test_what_the_learners_map_tells_to_type_can_be_typed() -> None:
    """Commands of exercises/README.md: ours are ones, and pytest's find the exercise, the check and the topic that they name."""
    page = (ROOT / "exercises" / "README.md").read_text(encoding="utf-8").split("\n## All exercises")[0]
    typed = re.findall(r"(?:`|^)gradlings ([^`\n]+)", page, re.MULTILINE)
    assert len(typed) >= 8
    for command in typed:
        cli.parser().parse_args(command.split())
    tests = [shlex.split(command) for command in re.findall(r"`pytest ([^`]+)`", page)]
    assert [len(arguments) for arguments in tests] == [1, 1, 1, 2]
    found = [run([sys.executable, "-m", "pytest", "--collect-only", "-q", one[0]], ROOT) for one in tests[:3]]
    assert [result.returncode for result in found] == [0, 0, 0]
    exercise, check = (result.stdout.splitlines()[:-2] for result in found[:2])
    assert check == [tests[1][0]]
    assert tests[1][0] in exercise
    assert all(one.startswith(f"{tests[0][0]}[") for one in exercise)


def test_the_learners_map_leads_through_the_topics(course: Course) -> None:
    """In the order of the curriculum, and what they build on is what their exercises need."""
    rows = re.findall(r"^\| (\d+) \| \[(\w+)\]\((\w+)/README\.md\): .* \| (\d+) \| (.*) \|$", map_page(course.root), re.MULTILINE)
    everything = standing.course(course.root).standings
    assert [topic for _, topic, _, _, _ in rows] == list(dict.fromkeys(one.topic for one in everything))
    for number, (place, topic, folder, points, on) in enumerate(rows, 1):
        mine = [one for one in everything if one.topic == topic]
        needed = {need.split("/")[0] for one in mine for need in one.needs} - {topic}
        assert (int(place), folder, int(points)) == (number, topic, sum(one.points for one in mine))
        assert set(re.findall(r"\[(\w+)\]", on)) == needed


def map_page(root: Path) -> str:
    return (root / "exercises" / "README.md").read_text(encoding="utf-8")
