"""Answers written from the statements alone, without sight of any hidden test: each gets the verdict that it carries.

Every run grades a few of each exercise, and others once the exercise has changed; `pytest tests/test_panel.py --whole` all.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, load

from grader import catalog, mutants
from grader.backends import backend_of
from grader.exercise import Exercise, Report, Setup, Verdict
from grader.grade import grade
from grader.launch import Launchers
from grader.worker import Process

PANEL = ROOT / "tests" / "panel"
FILES = sorted(PANEL.glob("*/*/*/*.py"))
SHARE = {"right": 1, "wrong": 2}  # of each exercise, in every run
# The concepts that this kit began with have a larger panel.
LARGER = ("softmax", "conv2d", "backward_221", "clip_by_global_norm", "dropout_mask", "bptt")


def header(path: Path) -> dict[str, str]:
    """The comments at the top of a file: verdict, and style; or mistake, and the known mistake that its author is told."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"# (verdict|style|mistake|told): (.+)", line)
        if not match:
            break
        found[match[1]] = match[2]
    return found


def graded(path: Path, launchers: Launchers) -> Report:
    exercise = load("/".join(path.relative_to(PANEL).parts[1:3]))
    source = path.read_bytes()
    setup = Setup(backend_of(source))
    deadline, forbid = exercise.about.deadline, exercise.about.forbid
    worker = Process(source, f"{exercise.name}.py", exercise.name, launchers.of(setup.backend), deadline, setup, forbid)
    try:
        return grade(exercise, worker)
    finally:
        worker.close()


def share() -> list[Path]:
    """The files that every run grades: what is drawn depends on the exercise's hidden tests."""
    found: list[Path] = []
    for name in catalog.exercise_ids(ROOT):
        hidden = catalog.hidden_file(ROOT, name).read_text(encoding="utf-8")
        for kind, number in SHARE.items():
            found += mutants.drawn(sorted((PANEL / kind / name).glob("*.py")), number, hidden)
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "path" in metafunc.fixturenames:
        whole = metafunc.config.getoption("--whole") or metafunc.config.getoption("--update-messages")
        files = FILES if whole else share()
        metafunc.parametrize("path", files, ids=["/".join(path.relative_to(PANEL).with_suffix("").parts) for path in files])


def test_an_answer_gets_its_verdict(path: Path, launchers: Launchers, request: pytest.FixtureRequest) -> None:
    """The first check that does not pass decides; `--update-messages` writes the line `told` again, and no other."""
    failed = [result for result in graded(path, launchers).results if result.verdict is not Verdict.PASSED]
    told = ", ".join(dict.fromkeys(result.cause.name for result in failed if result.cause))
    if request.config.getoption("--update-messages"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("# told: ")]
        path.write_text("".join([*lines[:2], f"# told: {told}\n" * bool(told), *lines[2:]]), encoding="utf-8")
    carried = header(path)
    assert (failed[0].verdict if failed else Verdict.PASSED) == carried["verdict"], [(r.check, str(r.verdict)) for r in failed]
    assert told == carried.get("told", "")


def test_a_header_says_what_the_file_is() -> None:
    for path in FILES:
        right = path.relative_to(PANEL).parts[0] == "right"
        carried = header(path)
        assert (carried["verdict"] == "passed") == right, path
        assert carried["verdict"] in set(Verdict) - {Verdict.BROKEN, Verdict.TODO}, path
        assert len(carried["style" if right else "mistake"]) > 10, path


def test_panels_are_large_enough(exercise: Exercise) -> None:
    number = {kind: len(list((PANEL / kind / exercise.id).glob("*.py"))) for kind in ("right", "wrong")}
    least = (8, 12) if exercise.name in LARGER else (2, 4)
    assert number["right"] >= least[0]
    assert number["wrong"] >= least[1]


def test_a_panel_belongs_to_an_exercise() -> None:
    assert {"/".join(path.relative_to(PANEL).parts[1:3]) for path in FILES} <= set(catalog.exercise_ids(ROOT))
