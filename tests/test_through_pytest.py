"""The promise, through pytest itself: references and right answers are green, mistakes are red and named.

Every variant of every exercise is graded without pytest in tests/test_audit.py; here are a few of each topic.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, load, of_each_topic
from course import copy_course

from grader import catalog
from grader.exercise import Exercise

SHARE = 1  # exercises of each topic and run


def share(run: int) -> list[Exercise]:
    return [load(name) for name in of_each_topic(catalog.exercise_ids(ROOT), SHARE, f"{run} ")]


# Each pytest run grades one variant: the references, a right answer, the first mistake and the last.
RIGHT = [[(e, e.name) for e in share(0)], [(e, e.rights[-1].name) for e in share(1)]]
WRONG = [[(e, e.mistakes[place]) for e in share(2 + place)] for place in (0, -1)]


def nodes(exercises: list[Exercise]) -> list[str]:
    return [f"exercises/{e.topic}/test_{e.topic}.py::test_{e.name}" for e in exercises]


@pytest.mark.parametrize("number", range(len(RIGHT)))
def test_right_answers_are_green(number: int, tmp_path: Path) -> None:
    course, expected = copy_course(tmp_path), {}
    pairs = RIGHT[number]
    for exercise, function in pairs:
        course.hand_in_function(exercise.id, function)
        expected[exercise.name] = function
    cases = course.junit(*nodes([exercise for exercise, _ in pairs]), "-q")
    for name, function in expected.items():
        bad = [case.attrib["name"] for case in cases[name] if len(case.findall("failure") + case.findall("error"))]
        assert bad == [], f"{function} is right, but {bad} fail"


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_mistakes_are_red_and_named(number: int, tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    pairs = WRONG[number]
    for exercise, mistake in pairs:
        course.hand_in_function(exercise.id, mistake.name)
    cases = course.junit(*nodes([exercise for exercise, _ in pairs]), "-q")
    for exercise, mistake in pairs:
        told = "\n".join(failure.text or "" for case in cases[exercise.name] for failure in case.findall("failure"))
        assert f"Likely cause: {mistake.message}" in told, f"{exercise.id}: {mistake.name} is not named:\n{told[:2000]}"
        assert others(exercise, mistake.name, told) == []


def others(exercise: Exercise, name: str, told: str) -> list[str]:
    """Names of mistakes that the learner did not make and is told all the same."""
    return [m.name for m in exercise.mistakes if m.name != name and f"Likely cause: {m.message}" in told]


def test_unwritten_exercises_are_todo(tmp_path: Path) -> None:
    finished = copy_course(tmp_path).pytest("exercises", "-q")
    assert finished.returncode == 1
    assert " todo in " in finished.stdout
    assert "failed" not in finished.stdout.splitlines()[-1]
    assert "passed" not in finished.stdout.splitlines()[-1]
