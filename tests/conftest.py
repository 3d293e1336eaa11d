"""Shared by the kit's own tests: where the course is, and a worker for trusted functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader import catalog, measure, mutants
from grader.exercise import NUMPY, ORDINARY, Exercise, How, Outcome, Report, Verdict
from grader.launch import Launchers
from grader.yours import evaluate, imitate, private_copy

ROOT = Path(__file__).resolve().parents[1]
collect_ignore = ["attacks"]  # hostile, and never to be imported here


class Direct:
    """A worker that calls a trusted function right here: the reference, a mistake, another right answer."""

    setup = NUMPY
    confinement: tuple[str, ...] = ()

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        given = private_copy(args), private_copy(dict(kwargs))
        number = measure.measured(how.measure, lambda: evaluate(self.function, *given))[1] if how.measure else 0
        return imitate(self.function, args, kwargs)._replace(measured=number)

    def versions(self) -> dict[str, str]:
        return {}

    def prepare(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to end."""


def failures(report: Report) -> dict[str, str]:
    """What did not pass, by check."""
    return {r.check: f"{r.verdict}: {r.finding}" for r in report.results if r.verdict is not Verdict.PASSED}


@pytest.fixture(scope="module")
def launchers() -> Iterator[Launchers]:
    """Processes for learners' files of both libraries, started when they are needed."""
    started = Launchers()
    yield started
    started.close()


@cache
def load(exercise: str) -> Exercise:
    return catalog.load(ROOT, exercise)


def of_each_topic(names: Iterable[str], number: int, seed: str = "") -> list[str]:
    """`number` exercises of each topic; a costly test looks at these, and at others for another seed."""
    topics: dict[str, list[str]] = {}
    for name in names:
        topics.setdefault(name.split("/")[0], []).append(name)
    return [name for topic, found in topics.items() for name in mutants.drawn(found, number, f"{seed}{topic}")]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-messages", action="store_true", help="write tests/messages/*/report.txt and tests/screens again")
    parser.addoption("--whole", action="store_true", help="grade everything, not a sample of it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the kit's own tests every warning is an error.  A learner's run must not fail for a warning of a library."""
    for item in items:
        item.add_marker(pytest.mark.filterwarnings("error"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`exercise` means every exercise, and `other` every other right answer."""
    names = metafunc.fixturenames
    exercises = [load(name) for name in catalog.exercise_ids(ROOT)] if {"exercise", "other"} & set(names) else []
    if "other" in names:
        answers = [(e, r) for e in exercises for r in e.rights]
        metafunc.parametrize(("exercise", "other"), answers, ids=[f"{e.id}-{r.name}" for e, r in answers])
    elif "exercise" in names:
        metafunc.parametrize("exercise", exercises, ids=[e.id for e in exercises])
