"""Verdicts: what the learner did, what the kit did, and never the one for the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, Direct, load
from toys import row_means, toy

from grader import catalog, submission
from grader.authoring import agree
from grader.exercise import Call, Check, HiddenTest, Mistake, Outcome, Report, Verdict
from grader.grade import Sitting, checks_of, grade, rng_for
from grader.invocation import describe_call
from grader.launch import launcher
from grader.words import report_text
from grader.worker import Process


def verdicts(learner: Any, test: Callable[..., None]) -> list[Verdict]:
    exercise = toy(tests=(HiddenTest("it", "It holds.", test, {}),))
    return [result.verdict for result in grade(exercise, Direct(learner), only=["it"]).results]


def errors_alone(yours: Any) -> None:
    with pytest.raises(ValueError, match="scale"):
        yours(np.ones((2, 3)), 0)


def breaks(yours: Any) -> None:
    yours(np.ones((2, 3)))
    raise KeyError("ours")


def adds_up(yours: Any) -> None:
    agree(yours(np.ones((2, 3))).sum(), 2.0)


def swallows(yours: Any) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011  # a careless test
        yours(np.ones((2, 3)), 0)


def unwritten(*_: Any) -> None:
    raise NotImplementedError


def always_raises(x: Any, scale: float = 1.0) -> None:
    raise ValueError("scale scale scale")


@pytest.mark.parametrize(
    ("learner", "test", "verdict"),
    [
        (row_means, adds_up, Verdict.PASSED),
        (row_means, errors_alone, Verdict.PASSED),
        (lambda x, scale=1.0: None, adds_up, Verdict.WRONG),  # None has no sum: the learner's fault, not the test's
        (lambda x, scale=1.0: [1.0, 1.0], adds_up, Verdict.WRONG),
        (lambda x, scale=1.0: x.mean(axis=1), errors_alone, Verdict.WRONG),
        (unwritten, errors_alone, Verdict.TODO),
        (unwritten, swallows, Verdict.TODO),
        (always_raises, errors_alone, Verdict.RAISED),  # raising always is no answer
        (row_means, breaks, Verdict.BROKEN),
        (lambda x: x.mean(axis=1), errors_alone, Verdict.RAISED),  # TypeError: it takes no scale
    ],
    ids=[
        "right",
        "right error",
        "None",
        "list",
        "no error",
        "unwritten",
        "unwritten, careless test",
        "raises always",
        "broken test",
        "wrong signature",
    ],
)
def test_a_verdict_says_whose_fault_it_is(learner: Any, test: Callable[..., None], verdict: Verdict) -> None:
    assert verdicts(learner, test) == [verdict]


@pytest.mark.parametrize("kind", ["timeout", "exited", "killed", "garbled"])
def test_a_test_that_expects_an_error_is_not_passed_by_a_crash(kind: Any) -> None:
    class Crashes(Direct):
        def call(self, args: Any, kwargs: Any, how: Any = None) -> Outcome:
            return Outcome(kind)

    exercise = toy(tests=(HiddenTest("it", "It holds.", swallows, {}),))
    (result,) = grade(exercise, Crashes(row_means), only=["it"]).results
    assert result.verdict in (Verdict.TIMEOUT, Verdict.DIED)


def test_a_diagnosis_that_breaks_changes_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("grader.grade.diagnose", fails)
    report = grade(toy(mistakes=(Mistake("m", "message", row_means),)), Direct(lambda x: x.sum(axis=1)))
    assert {result.verdict for result in report.results} == {Verdict.WRONG}
    assert {result.cause for result in report.results} == {None}


def test_inputs_depend_on_seed_exercise_and_check_alone() -> None:
    draws = {rng_for(seed, name, check).random() for seed in (0, 1) for name in "ab" for check in "xy"}
    assert len(draws) == 8
    assert rng_for(1, "a", "x").random() == rng_for(1, "a", "x").random()


def test_points_are_shared_by_the_checks() -> None:
    report = grade(toy(), Direct(lambda x, scale=1.0: row_means(x.astype(np.float64))))
    assert (report.passed, len(report.results), report.points) == (3, 4, 4.5)
    assert Report("x/y", (), 5, 0).points == 0.0


def test_the_same_file_and_seed_give_the_same_report() -> None:
    """To the byte, through real processes, and for a file that fails in several ways."""
    exercise, launch = load("activations/softmax"), launcher()
    source = submission.standalone(ROOT, exercise.id, "ignores_dim").encode()
    texts = set()
    for _ in range(3):
        worker = Process(source, "f.py", exercise.name, launch)
        report = grade(exercise, worker, seed=7)
        worker.close()
        texts.add(report_text(exercise, report) + json.dumps(dict(report.versions)) + str(report.confinement))
    launch.close()
    assert len(texts) == 1
    assert "rlimits" in texts.pop()


def test_checks_are_visible_then_battery_then_hidden() -> None:
    for name in catalog.exercise_ids(ROOT):
        kinds = [check.kind for check in checks_of(load(name))]
        assert kinds == sorted(kinds, key=["visible", "battery", "hidden"].index)


@pytest.mark.parametrize(
    ("args", "kwargs", "shown"),
    [
        ((np.ones((2, 3)),), {"scale": 2.0}, "row_means(x[2,3], scale=2.0)"),
        ((np.ones((2, 3), np.float32), -1), {}, "row_means(x[2,3] float32, scale=-1)"),
        ((np.array([1.0, 0.5]),), {}, "row_means(x=[1. , 0.5])"),
        ((np.array(2.5), None), {}, "row_means(x=2.5, scale=None)"),
        (([np.ones((2, 2)), np.ones(1)],), {}, "row_means(x=[float64[2,2], [1.]])"),
        ((len, np.random.default_rng(0)), {}, "row_means(x, scale)"),
        (({"a": 1, "b": 2},), {}, "row_means(x={a, b})"),
    ],
)
def test_a_call_is_shown_with_names_and_shapes(args: Any, kwargs: Any, shown: str) -> None:
    assert describe_call(toy(), Call(args, kwargs, Outcome("returned"))) == shown


def test_a_check_is_run_once_for_each_name() -> None:
    ran: list[str] = []
    check = Check("c", "Title.", "hidden", lambda yours, rng: ran.append("c"))
    assert Sitting(toy(), Direct(row_means)).run(check).verdict is Verdict.PASSED
    assert ran == ["c"]
