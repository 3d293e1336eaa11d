"""A record: one Report as plain data, with its sentences.  `schema.json` says what stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from grader import words
from grader.exercise import Exercise, Report, Result, Setup
from grader.grade import checks_of

SCHEMA = 1
Record = Mapping[str, Any]


class Ungraded(NamedTuple):
    """Something that was handed in and has no record."""

    student: str
    exercise: str  # empty where even that is unknown
    reason: str


def record(student: str, exercise: Exercise, report: Report, digest: str) -> dict[str, Any]:
    """What is stored of one graded file; `digest` names its content."""
    return {
        "schema": SCHEMA,
        "student": student,
        "exercise": report.exercise,
        "digest": digest,
        "points": report.points,
        "max_points": report.max_points,
        "seed": report.seed,
        "setup": report.setup._asdict(),
        "versions": dict(report.versions),
        "confinement": list(report.confinement),
        "checks": [_check(exercise, result, _kinds(exercise, report.setup)) for result in report.results],
    }


def _check(exercise: Exercise, result: Result, kinds: Mapping[str, str]) -> dict[str, Any]:
    cause = result.cause
    return {
        "id": result.check,
        "title": result.title,
        "kind": kinds[result.check],
        "verdict": result.verdict.value,
        "text": words.explain(exercise, result),
        "mistake": None if cause is None else {"name": cause.name, "message": cause.message},
    }


@lru_cache(maxsize=16)
def _kinds(exercise: Exercise, setup: Setup) -> Mapping[str, str]:
    """Of each check, whether a learner's copy has it too; the same for a whole class."""
    return {check.id: check.kind for check in checks_of(exercise, setup)}


def schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    text = resources.files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def line(record: Record) -> str:
    """A record as one line of JSON.  It is ASCII, so that any name can be written; NaN is no JSON and is refused."""
    return json.dumps(record, allow_nan=False, separators=(", ", ": "))


def array(records: Iterable[Record]) -> Iterator[str]:
    """A JSON array, a record on each line, so that it can be read line by line too."""
    before = "[\n"
    for each in records:
        yield before + line(each)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
