"""A record: one Report as plain data, with its sentences.  `schema.json` says what stands in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, BinaryIO, NamedTuple

from grader import words
from grader.exercise import Exercise, Report, Result, Setup
from grader.grade import checks_of

SCHEMA = 1
ENCODER = json.JSONEncoder(allow_nan=False, separators=(", ", ": "))
REMEMBERED = 128  # outcomes whose text is kept, for the next student who has the same
Record = Mapping[str, Any]


class Told(NamedTuple):
    """What is told of one check."""

    id: str
    title: str
    kind: str
    verdict: str
    text: str
    cause: str  # the name of the known mistake that was made, or nothing
    advice: str  # and its message


class Outcome(NamedTuple):
    """What a record says that does not depend on whose it is: of many students it is the same, and printed once."""

    exercise: str
    points: float
    max_points: float
    checks: tuple[Told, ...]


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


NO_MISTAKE = {"name": "", "message": ""}


def outcome(record: Record) -> Outcome:
    return Outcome(record["exercise"], record["points"], record["max_points"], tuple(map(told, record["checks"])))


def told(check: Mapping[str, Any]) -> Told:
    """One of the checks of a record."""
    made = check["mistake"] or NO_MISTAKE
    return Told(check["id"], check["title"], check["kind"], check["verdict"], check["text"], made["name"], made["message"])


def schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    text = resources.files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def line(record: Record, outcome: Outcome) -> str:
    """A record as one line of JSON.  It is ASCII, so that any name can be written; NaN is no JSON and is refused."""
    about = ENCODER.encode({key: value for key, value in record.items() if key != "checks"})
    return f'{about[:-1]}, "checks": {_checks(outcome)}}}'


@lru_cache(maxsize=REMEMBERED)
def _checks(outcome: Outcome) -> str:
    checks = [told._asdict() for told in outcome.checks]
    for each in checks:
        name, message = each.pop("cause"), each.pop("advice")
        each["mistake"] = {"name": name, "message": message} if name else None
    return ENCODER.encode(checks)


class Array:
    """A JSON array in a file, a record on each line, so that it can be read line by line too."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._before = file, b"[\n"

    def add(self, record: Record, outcome: Outcome) -> None:
        self._file.write(self._before + line(record, outcome).encode("ascii"))
        self._before = b",\n"

    def end(self) -> None:
        self._file.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
