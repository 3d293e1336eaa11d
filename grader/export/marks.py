"""What nbgrader is told of a graded exercise: points and a text for each part of it, and a comment on the answer.

Whether nbgrader runs the grading or gradlings does, this is where a record becomes numbers: they cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from grader.exercise import Verdict
from grader.export.cells import PARTS
from grader.phrases import count
from grader.report import markup
from grader.report.feedback import OURS, authored, checks_html
from grader.report.record import Record, told

KEPT = ("exercise", "digest", "points", "max_points", "seed", "setup", "versions", "confinement")


class Score(NamedTuple):
    """What one part is worth; None where that is for a person to say."""

    points: float | None
    html: str


class Marks(NamedTuple):
    """What a gradebook is told of one exercise of one student."""

    scores: Mapping[str, Score]  # by part
    comment: str  # in Markdown
    record: Record = MappingProxyType({})  # what a verdict depends on, and the verdict of every check


def marks(record: Record, worth: Mapping[str, float]) -> Marks:
    """The marks of a graded answer, where each part is worth so much."""
    parts = {part: [check for check in record["checks"] if check["kind"] in PARTS[part]] for part in worth}
    scores = {part: Score(_points(parts[part], most), checks_html(list(map(told, parts[part])))) for part, most in worth.items()}
    kept = {name: record[name] for name in KEPT} | {"checks": {check["id"]: check["verdict"] for check in record["checks"]}}
    return Marks(scores, _comment([check for checks in parts.values() for check in checks]), kept)


def unread(problem: str, worth: Mapping[str, float]) -> Marks:
    """The marks of what cannot be read, with the sentence that says why."""
    return Marks({part: Score(0.0, f"<p>{markup.prose(problem)}</p>\n") for part in worth}, authored(problem))


def outputs(score: Score) -> list[dict[str, Any]]:
    """The output of a cell with points.  nbgrader takes the text for the points, and shows the HTML."""
    html = {"text/html": score.html}
    if score.points is None:
        return [{"output_type": "display_data", "data": html | {"text/plain": OURS}, "metadata": {}}]
    data = html | {"text/plain": repr(score.points)}
    return [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}]


def _points(checks: list[dict[str, Any]], most: float) -> float | None:
    """A share for every check that passed, in cents; None if the kit failed in one of them, or has none to make."""
    if not checks or any(check["verdict"] == Verdict.BROKEN for check in checks):
        return None
    passed = sum(check["verdict"] == Verdict.PASSED for check in checks)
    return float(most) if passed == len(checks) else min(round(most * passed / len(checks), 2), float(most))


def _comment(checks: list[dict[str, Any]]) -> str:
    """How many checks passed, and every mistake that is known by name, once."""
    passed = sum(check["verdict"] == Verdict.PASSED for check in checks)
    verdicts = {check["verdict"] for check in checks}
    if verdicts == {Verdict.TODO.value}:
        return "Not written yet."
    lines = [f"{passed} of {count(len(checks), 'check')} passed."]
    lines += [OURS] if Verdict.BROKEN in verdicts else []
    messages = dict.fromkeys(check["mistake"]["message"] for check in checks if check["mistake"])
    return "\n\n".join([*lines, *map(authored, messages)])
