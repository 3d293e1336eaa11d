"""What platforms are told where something is odd: a grader that fails, no time, more to say than there is room for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from actions import obeyed
from conftest import load
from course import part_of_course
from platform_class import DEADLINE, RELU, RIGHT
from platform_schemas import CONTRACT, GRADESCOPE

from grader import launch
from grader.bulk import Rules
from grader.platforms import classroom50, github, graded, gradescope, settings, summary
from grader.platforms.graded import Graded, in_place, shares, total
from grader.platforms.settings import Settings
from grader.report.files import write
from grader.report.record import Outcome, Told

REASON = "files of strangers cannot be graded here (no landlock: an old kernel)"


def told(verdict: str = "passed", text: str = "", name: str = "examples") -> Told:
    return Told(name, "The examples of the statement.", "visible", verdict, text, "", "")


def one(*checks: Told, source: bytes = b"", points: float = 0.0, note: str = "") -> Graded:
    return Graded(load(RELU), Outcome(RELU, points, 5.0, checks), None, source, note)


def test_a_grader_that_fails_gives_no_points_on_github() -> None:
    broken = one(told("broken", f"Unconfined: {REASON}"))
    assert [command.message for command in obeyed("\n".join(github.points([broken, one(told())])))] == [
        "Some exercises could not be graded. That is no mistake of yours: run it again."
    ]
    assert github.errors([broken]) == []
    assert github.status([broken, one(told())]) == 2
    found = github.contract([broken])
    jsonschema.validate(found, CONTRACT)
    assert (found["status"], found["tests"][0]["status"]) == ("error", "error")
    page = summary.markdown([broken])
    assert "⚠️ could not be checked" in page
    assert "old kernel" not in page  # that is for those who run the grader
    assert any(REASON in line for line in graded.lines(broken))


def test_a_push_where_everything_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason stands in the log, where no line of it is a command; no points are told."""
    monkeypatch.setattr(github, "grade", lambda *_: 1 / 0)
    monkeypatch.setattr(github.catalog, "exercise_ids", lambda root: [f"::notice title=x::{RELU}\n::error::y"])
    assert github.main([str(tmp_path)]) == 2
    said = capsys.readouterr().out
    assert [(command.name, command.message) for command in obeyed(said)] == [("remove-matcher", ""), ("error", github.FAILED)]
    assert "ZeroDivisionError: division by zero" in said


def test_a_file_that_is_not_read(tmp_path: Path) -> None:
    """It is there, so nobody is told that there is none."""
    (tmp_path / "exercises" / "activations").mkdir(parents=True)
    (tmp_path / "exercises" / f"{RELU}.py").symlink_to("/etc/passwd")
    root = part_of_course(tmp_path / "course", [RELU], DEADLINE)
    (found,) = graded.grade(Rules(root), in_place(tmp_path, [RELU]), [RELU], 60.0)
    assert "| ❌ not read |" in summary.markdown([found])
    (error,) = obeyed("\n".join(github.errors([found])))
    assert error.properties["title"] == f"{RELU}: not read"
    assert error.message == f"exercises/{RELU}.py: It is a symbolic link, and links are never followed."


def test_as_many_errors_as_github_shows() -> None:
    """What is left out is counted; a warning that something failed takes a place too."""
    wrong = [one(told("wrong", f"returned {number}.")) for number in range(12)]
    shown = github.errors(wrong)
    assert len(shown) == github.MOST
    assert obeyed(shown[-1])[0].message == "3 more: see the summary of this run."
    assert len(github.errors([*wrong, one(told("broken"))])) == github.MOST - 1
    assert len(github.errors(wrong[:10])) == 10


@pytest.mark.parametrize(
    ("source", "text", "line"),
    [
        (b"import numpy\n\ndef relu(x):\n    return x\n", "returned 1.", 3),
        (b"class relu:\n    pass\n", "returned 1.", 1),
        (b"relu = 1\n", "returned 1.", 1),
        (
            b"def relu(x):\n    return g(x)\n\ndef g(x):\n    1 / 0\n",
            "raised\n    line 2, in relu: g(x)\n    line 5, in g: 1 / 0",
            5,
        ),
        (b"def relu(x):\n    return x\n", "It printed:\n  |     line 2, in relu: x", 1),
        (b"def relu(x):\n    return x\n", "raised\n    line 999999, in relu: x", 1),
        (b"def relu(x):\n    return x\n", f"raised\n    line {'9' * 5000}, in relu: x", 1),
        (b"", "returned 1.", 1),
    ],
)
def test_where_to_look(source: bytes, text: str, line: int) -> None:
    assert github.line_of(one(source=source), text) == line


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_no_end_of_a_line_begins_a_command(end: str) -> None:
    forged = f"returned 1.{end}::notice title=Autograding complete::Points 5/5"
    wrong = one(told("wrong", forged))
    found = obeyed("\n".join([*github.quietly(graded.lines(wrong)), *github.errors([wrong])]))
    assert [command.name for command in found] == ["error"]


def test_a_long_summary_is_cut() -> None:
    page = summary.markdown([one(told("wrong", "x" * 500_000))] * 3)
    assert len(page.encode()) < 2**20
    assert page.endswith(summary.CUT)


def test_a_students_text_is_literal() -> None:
    assert summary.literal("a|b\n") == "a&#124;b&#92;n"
    assert re.fullmatch(r"[\w &#;]*", summary.literal("<img> `*_~[](x)\\ $"))


@pytest.mark.parametrize(("points", "passed", "checks"), [(1.67, 1, 3), (3.33, 2, 3), (5.0, 7, 7), (0.0, 0, 4), (4.29, 6, 7)])
def test_shares_add_up(points: float, passed: int, checks: int) -> None:
    its = Outcome(RELU, points, 5.0, tuple(told("passed" if number < passed else "wrong") for number in range(checks)))
    found = shares(its)
    assert (sum(share.points for share in found), sum(share.most for share in found)) == (round(100 * points), 500)
    assert all(share.points in (0, share.most) for share in found)
    assert str(total([its])) == f"{points:g}/5"


class Places:
    """A bundle with one exercise, where Gradescope and Classroom 50 look for it."""

    def __init__(self, folder: Path, **how: Any) -> None:
        self.source = folder / "source"
        part_of_course(folder, [], DEADLINE)
        self.source.mkdir()
        part_of_course(self.source / settings.COURSE, [RELU], DEADLINE)
        write(self.source / settings.FILE, [Settings((RELU,), untrusted=False, **how).text()])
        write(folder / "submission" / "relu.py", [RIGHT])
        write(folder / "checkout" / "exercises" / f"{RELU}.py", [RIGHT])
        self.folder = folder

    def results(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "results" / "results.json").read_text("utf-8"))
        jsonschema.validate(found, GRADESCOPE)
        return found


def fails(rules: Rules, tasks: Any) -> None:
    raise launch.WorkerError(REASON)


def test_gradescope_where_the_grader_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Students are told whose fault it is, instructors why."""
    places = Places(tmp_path)
    monkeypatch.setattr(graded, "grade_batch", fails)
    assert gradescope.main([str(tmp_path)]) == 2
    found = places.results()
    assert (found["score"], found["output"]) == (0, gradescope.FAILED)
    assert [test["output"] for test in found["tests"]] == ["The kit failed here, not your code. Your instructor sees why."]
    assert found["tests"][0]["visibility"] == "visible"
    assert REASON in capsys.readouterr().out


def test_gradescope_with_settings_that_make_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = Places(tmp_path)
    (places.source / settings.FILE).write_text("{")
    assert gradescope.main([str(tmp_path)]) == 2
    assert (places.results()["score"], places.results()["output"]) == (0, gradescope.FAILED)
    assert "gradlings.json cannot be read" in capsys.readouterr().out


def test_no_time(tmp_path: Path) -> None:
    """What was not begun is nobody's mistake."""
    places = Places(tmp_path, seconds=-1)
    assert gradescope.main([str(tmp_path)]) == 2
    assert places.results()["output"] == gradescope.FAILED


def test_classroom50_where_the_grader_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(tmp_path)
    monkeypatch.chdir(tmp_path / "checkout")
    monkeypatch.setattr(graded, "grade_batch", fails)
    for name in classroom50.IDENTITY.values():
        monkeypatch.setenv(name, "submit/x")
    assert classroom50.main([str(places.source)]) == 2
    assert not (tmp_path / "checkout" / "result.json").exists()


def test_only_exercises_in_their_places_are_looked_at(tmp_path: Path) -> None:
    for path in (f"exercises/{RELU}.py", "exercises/activations/old/relu.py", "relu.py", "exercises/activations/relu2.py"):
        write(tmp_path / path, [RIGHT])
    assert ["/".join(entry.parts) for entry in in_place(tmp_path, [RELU])] == [f"exercises/{RELU}.py"]
