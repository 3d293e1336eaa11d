"""Grades a submission on Gradescope: `python -I -m grader.platforms.gradescope FOLDER`, where FOLDER is /autograder.

    source/       what was uploaded: gradlings.json, course/
    submission/   what the student handed in, by whatever names
    results/      results.json, as gradescope-autograders.readthedocs.io describes it

results.json is there and makes sense from the first second on, and again after each exercise: a grader that is stopped
leaves what it knows, and never what lay there before.
"""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grader import reading
from grader.exercise import Verdict
from grader.platforms import settings as read_settings
from grader.platforms.graded import CENTS, Graded, grade, lines, shares, total
from grader.platforms.settings import Settings
from grader.report.feedback import OURS
from grader.report.files import write
from grader.words import clean

UNFINISHED = (
    "The grader has not come to an end. What is not listed was not graded: tell your instructor, it is no mistake of yours."
)
FAILED = "The grader failed. That is no mistake of yours, and these are not your points: tell your instructor."
GRADED = "A check that has failed says what was called, what came back and what was expected."
KEPT = ("seed", "versions", "confinement", "setup")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything was graded, 2 where the grader itself failed; results.json says so either way."""
    parser = argparse.ArgumentParser(prog="python -I -m grader.platforms.gradescope", description="Grade a submission.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where source, submission and results lie")
    folder: Path = parser.parse_args(arguments).folder
    path = folder / "results" / "results.json"
    _write(path, {"score": 0.0, "output": FAILED, "tests": []})
    try:
        settings, rules = read_settings.read(folder / "source")
        graded: list[Graded] = []
        _write(path, results(graded, settings, UNFINISHED))
        for one in grade(rules, reading.on_disk(folder / "submission"), settings.exercises, settings.seconds):
            graded.append(one)
            print("\n".join(clean(line) for line in lines(one)), flush=True)
            _write(path, results(graded, settings, UNFINISHED))
    except Exception:
        traceback.print_exc(file=sys.stdout)  # which instructors see, and nobody else
        return 2
    broken = any(one.broken for one in graded)
    _write(path, results(graded, settings, FAILED if broken else GRADED))
    return 2 if broken else 0


def _write(path: Path, content: dict[str, Any]) -> None:
    write(path, [json.dumps(content, indent=1, allow_nan=False) + "\n"])


def results(graded: Sequence[Graded], settings: Settings, output: str) -> dict[str, Any]:
    """What Gradescope shows: a test for each check, with its share of the points."""
    return {
        "score": total(one.outcome for one in graded).points / CENTS,
        "output": output,
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [test for number, one in enumerate(graded, 1) for test in _tests(number, one, settings)],
        "extra_data": {"gradlings": {one.exercise.id: _kept(one) for one in graded}},
    }


def _kept(one: Graded) -> dict[str, Any]:
    """What a verdict depends on."""
    return {name: one.record[name] for name in KEPT} if one.record else {}


def _tests(number: int, one: Graded, settings: Settings) -> Iterator[dict[str, Any]]:
    for place, (check, share) in enumerate(zip(one.outcome.checks, shares(one.outcome), strict=True), 1):
        hidden = check.kind != "visible" and not one.broken
        yield {
            "name": f"{one.exercise.name}: {clean(check.title)}",
            "name_format": "text",
            "number": f"{number}.{place}",
            "score": share.points / CENTS,
            "max_score": share.most / CENTS,
            "status": "passed" if check.verdict == Verdict.PASSED else "failed",
            "output": _output(one, check.verdict, check.text),
            "output_format": "text",
            "tags": [one.exercise.id, check.kind],
            "visibility": settings.hidden_checks if hidden else "visible",
        }


def _output(one: Graded, verdict: str, text: str) -> str:
    if verdict == Verdict.PASSED:
        return ""
    return OURS if verdict == Verdict.BROKEN else f"{verdict}\n{one.note or text}"


if __name__ == "__main__":
    sys.exit(main())
