"""A record says what the published schema says, and holds what a learner reads."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from conftest import Direct, load
from graded_class import HOSTILE, a_class, record

from grader import words
from grader.exercise import Exercise, Setup, Verdict
from grader.grade import grade
from grader.report import record as records
from grader.report.students import by_student
from grader.report.tally import Tally, alphabetical, histogram, number, total

EXERCISE = "losses/bce_with_logits"
VALIDATOR = jsonschema.Draft202012Validator(records.schema())


def a_graded_mistake() -> tuple[Exercise, Any]:
    exercise = load(EXERCISE)
    return exercise, grade(exercise, Direct(exercise.mistakes[0].function))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(records.schema())


def test_a_report_becomes_a_record() -> None:
    exercise, report = a_graded_mistake()
    made = records.record("ada", exercise, report, "cafe")
    VALIDATOR.validate(json.loads(told(made)))
    assert (made["student"], made["exercise"], made["digest"], made["seed"]) == ("ada", EXERCISE, "cafe", 0)
    assert (made["points"], made["max_points"]) == (report.points, exercise.about.points)
    assert [check["text"] for check in made["checks"]] == [words.explain(exercise, result) for result in report.results]
    assert {check["kind"] for check in made["checks"]} == {"visible", "battery", "hidden"}
    assert [check["verdict"] for check in made["checks"]] == [result.verdict for result in report.results]
    named = [check["mistake"] for check in made["checks"] if check["mistake"]]
    assert {"name": exercise.mistakes[0].name, "message": exercise.mistakes[0].message} in named
    assert all(check["text"] for check in made["checks"] if check["verdict"] != "passed")


def test_the_setup_is_kept() -> None:
    exercise, report = a_graded_mistake()
    made = records.record("ada", exercise, replace(report, results=(), setup=Setup("torch", "cuda", "float16")), "")
    assert made["setup"] == {"backend": "torch", "device": "cuda", "dtype": "float16"}
    VALIDATOR.validate(made)


def test_every_verdict_and_every_name_fits_the_schema() -> None:
    for made in [*a_class(), *(record(verdicts=[verdict] * 3) for verdict in Verdict)]:
        VALIDATOR.validate(made)


@pytest.mark.parametrize(
    "wrong",
    [{"schema": 2}, {"points": -1}, {"exercise": "../secret"}, {"seed": "0"}, {"checks": [{}]}, {"more": 1}, {"setup": {}}],
)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid({**record(), **wrong})


def told(made: dict[str, Any]) -> str:
    return records.line(made, records.outcome(made))


def array(made: list[dict[str, Any]]) -> str:
    file = io.BytesIO()
    written = records.Array(file)
    for each in made:
        written.add(each, records.outcome(each))
    written.end()
    return file.getvalue().decode("ascii")


def test_an_array_is_json_and_has_a_record_on_each_line() -> None:
    made = a_class()
    text = array(made)
    assert json.loads(text) == made
    assert [json.loads(line.rstrip(",")) for line in text.splitlines()[1:-1]] == made
    assert text.isascii()
    assert array([]) == "[]\n"


@pytest.mark.parametrize("points", [math.nan, math.inf, -1.0, 10.01])
def test_points_that_make_no_sense_are_refused(points: float) -> None:
    with pytest.raises(ValueError, match="make no sense"):
        Tally.of([record(points=points)])
    if not math.isfinite(points):
        with pytest.raises(ValueError, match="not JSON compliant"):
            told(record(points=points))


def test_one_record_counts() -> None:
    with pytest.raises(ValueError, match=r"two records of 'ada' for filters/blur; only the one that counts may come"):
        Tally.of([record(), record()])
    with pytest.raises(ValueError, match=r"filters/blur was graded with 10 and with 20 points; grade it again"):
        Tally.of([record(), record("alan", max_points=20)])


def test_students_come_one_after_another() -> None:
    made = a_class()
    assert [student for student, _ in by_student(made)] == sorted({each["student"] for each in made})
    with pytest.raises(ValueError, match=r"records of 'ada' come in two places; sort them by student"):
        list(by_student([record("ada"), record("alan"), record("ada", "nets/add")]))


def test_what_is_counted() -> None:
    imprecise, mistaken = (
        record("b", verdicts=["passed", "imprecise", "passed"]),
        record("c", verdicts=["passed", "wrong", "wrong"]),
    )
    for check in mistaken["checks"][1:]:
        check["mistake"] = {"name": "m", "message": "M."}
    worse = record("d", verdicts=["broken", "imprecise", "wrong"])
    tally = Tally.of([record("a"), imprecise, mistaken, worse])
    exercise = tally.exercises["filters/blur"]
    assert (exercise.submissions, exercise.full, exercise.nothing, exercise.only_imprecise) == (4, 1, 1, 1)
    assert (exercise.mean, exercise.median) == (5.0, 5.0)
    assert [(check.id, check.passed, check.run) for check in exercise.hardest()] == [
        ("ordinary", 1, 4),
        ("edges", 2, 4),
        ("examples", 3, 4),
    ]
    assert [(mistake.name, mistake.count) for mistake in exercise.common()] == [("m", 1)]  # once, whatever it breaks
    assert tally.broken == [("d", "filters/blur", ["The examples of the statement."])]
    assert exercise.verdicts == {"passed": 3, "imprecise": 2, "wrong": 2, "broken": 1}


def test_planned_exercises_come_first_and_others_by_name() -> None:
    tally = Tally.of([record(exercise="b/b"), record(exercise="a/a")], {"z/z": 5, "b/b": 10})
    assert [exercise.id for exercise in tally.in_order()] == ["z/z", "b/b", "a/a"]
    assert tally.max_points == 25


def test_totals_have_no_dust() -> None:
    assert total([0.1] * 3) == 0.3
    assert [number(points) for points in (0.0, 10.0, 6.67, 3.5, 12345.67)] == ["0", "10", "6.67", "3.5", "12345.67"]
    made = a_class()
    tally = Tally.of(made)
    for student in tally.students():
        assert tally.total(student) == pytest.approx(sum(each["points"] for each in made if each["student"] == student))


def test_histogram() -> None:
    assert histogram([0, 0.99, 1, 9.99, 10], 10) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert histogram([], 10) == [0] * 11
    assert sum(histogram([n / 10 for n in range(101)], 10)) == 101


def test_names_are_sorted_as_people_do() -> None:
    assert sorted(["Zoë", "Évariste", "adam", "Eva"], key=alphabetical) == ["adam", "Eva", "Évariste", "Zoë"]
    assert len({alphabetical(name) for name in [*HOSTILE, "Eva", "eva", "Éva"]}) == len(HOSTILE) + 3
