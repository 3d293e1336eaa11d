"""The command line: one clear sentence for bad input, and the right exit code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import ROOT
from course import copy_course, run

from grader import cli, selection

CONV = "convolution/conv2d"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "exercises")


def test_outside_of_a_course_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["hint", CONV]) == 1
    assert capsys.readouterr().err.startswith("gradlings: no course here: neither ")


@pytest.mark.usefixtures("here")
def test_unknown_exercise(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hint", "convolution/conv3d"]) == 1
    near = "convolution/conv2d or convolution/convolve2d"
    assert capsys.readouterr().err == f"gradlings: there is no exercise 'convolution/conv3d'; do you mean {near}?\n"
    assert cli.main(["show", "soft_max"]) == 1
    assert "; do you mean activations/softmax" in capsys.readouterr().err
    assert cli.main(["reset", "nonsense"]) == 1
    assert capsys.readouterr().err == "gradlings: there is no exercise 'nonsense'; find it with: gradlings list WORD\n"
    assert cli.main(["solution", "convolution"]) == 1
    told = "gradlings: 'convolution' is a topic; its exercises: gradlings list --topic convolution\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("text", [CONV, "conv2d", "exercises/convolution/conv2d.py"])
def test_an_exercise_may_be_named_as_it_comes(text: str) -> None:
    assert selection.named(ROOT, text) == CONV


@pytest.mark.parametrize("arguments", [["hint", CONV, "--level", "4"], ["frobnicate"], ["reset"]])
def test_arguments_that_make_no_sense_exit_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2


def test_sync_check_finds_what_is_out_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copy_course(tmp_path)
    monkeypatch.chdir(course.root)
    assert cli.main(["sync", "--check", "--pristine"]) == 0
    (course.root / "exercises/README.md").write_text("changed")
    assert cli.main(["sync", "--check"]) == 1
    assert "exercises/README.md: out of date" in capsys.readouterr().out
    assert cli.main(["sync"]) == 0
    assert cli.main(["sync", "--check"]) == 0


def test_sync_check_lets_a_learner_be_and_pristine_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copy_course(tmp_path)
    course.hand_in(CONV, "my work\n")
    monkeypatch.chdir(course.root)
    assert cli.main(["sync", "--check"]) == 0
    assert f"exercises/{CONV}.py: changed by its learner, left alone" in capsys.readouterr().out
    assert cli.main(["sync", "--check", "--pristine"]) == 1


def test_reset_says_where_the_old_version_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copy_course(tmp_path)
    course.hand_in(CONV, "my work\n")
    monkeypatch.chdir(course.root / "exercises")
    assert cli.main(["reset", CONV]) == 0
    assert "Your version is kept as conv2d.mine.py in the same folder." in capsys.readouterr().out
    assert cli.main(["reset", CONV]) == 0
    assert "is as it was at the start" in capsys.readouterr().out


def test_both_ways_to_start_it_and_no_arguments() -> None:
    told = {"--help": "usage: gradlings", "": " of 246 exercises, "}
    for arguments, words in told.items():
        finished = run([sys.executable, "-m", "grader", *arguments.split()], ROOT)
        assert finished.returncode == 0
        assert words in finished.stdout
    version = run([str(Path(sys.executable).parent / "gradlings"), "--version"], ROOT)
    assert version.stdout == "gradlings 0.1.0\n"


def test_damaged_catalog_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/catalog.json").write_text("{")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["hint", CONV]) == 1
    told = capsys.readouterr().err
    assert "is not valid JSON" in told
    assert "run `gradlings sync` to write it again" in told
