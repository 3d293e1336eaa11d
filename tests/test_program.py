"""Programs that use a class, and what is said of them."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import ROOT, load

from grader import watch
from grader.exercise import Call, Outcome, Report, Verdict
from grader.grade import grade
from grader.invocation import describe_call
from grader.launch import Launchers
from grader.program import played, value_of
from grader.submission import standalone
from grader.worker import Process

COUNTER = b"""
class Value:
    def __init__(self, data):
        self.data, self.grad = data, 0.0

    def __add__(self, other):
        return Value(self.data + other.data + 1)
"""


def test_the_last_line_is_the_value() -> None:
    assert value_of("b = a + 1\nb * 2", {"a": 3}) == 8
    assert value_of("b = a + 1", {"a": 3}) is None


def test_a_class_is_played_with_under_its_name() -> None:
    play = played(complex, "Number")
    assert play("Number(3, 4).real") == 3.0
    assert play("abs(Number(3, shift))", shift=4) == 5.0


def graded(name: str, source: bytes, launchers: Launchers, only: list[str] | None = None) -> Report:
    exercise = load(name)
    worker = Process(source, "f.py", exercise.name, launchers.of("numpy"), 5.0, forbid=exercise.about.forbid)
    try:
        return grade(exercise, worker, only=only)
    finally:
        worker.close()


def test_objects_stay_in_the_process_and_numbers_come_back(launchers: Launchers) -> None:
    report = graded("backpropagation/Value", COUNTER, launchers, ["every_operation-add", "a_number_used_twice"])
    assert [result.verdict for result in report.results] == [Verdict.RAISED, Verdict.RAISED]
    assert report.results[1].call == "x = Value(3.0); y = x * x + x; y.backward(); x.grad"


def test_a_program_stands_in_the_message_on_one_line() -> None:
    exercise = load("backpropagation/Graph")
    call = Call(("g = Graph()\ng.run(g.constant(2.0))\n",), {}, Outcome("returned", 2.0))
    assert describe_call(exercise, call) == "g = Graph(); g.run(g.constant(2.0))"


@pytest.mark.parametrize("name", ["backpropagation/Value", "backpropagation/Graph"])
def test_a_class_in_a_file_of_its_own_is_right(name: str, launchers: Launchers) -> None:
    report = graded(name, standalone(ROOT, name).encode(), launchers)
    assert {result.verdict for result in report.results} == {Verdict.PASSED}


def test_autograd_stands_for_every_way_to_it() -> None:
    watched = watch.Watch(("autograd", "numpy.exp"))
    assert set(watch.AUTOGRAD) | {"numpy.exp"} == set(watched._forbidden)
    assert np.exp(0.0) == 1.0
