"""Grades a push in a GitHub Actions job: `python -I -m grader.platforms.github`, in the folder that was checked out.

    log                     what was found, with GitHub's commands switched off around it: a student's text is in it
    annotations             each failure at the learner's line, and the points, as GitHub Classroom's own reporter told them
    $GITHUB_STEP_SUMMARY    a page
    $GITHUB_OUTPUT          result=, GitHub Classroom's JSON contract in base64
    FOLDER                  report.json and junit.xml

What is graded with came with the package, so that files beside the exercises decide nothing.  Exit status 1 if anything is
not right yet, 2 if the grader itself failed; then no points are told.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import secrets
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import grader
from grader import catalog
from grader.bulk import Rules
from grader.exercise import Verdict
from grader.platforms.graded import CENTS, Graded, grade, in_place, lines, shares, total
from grader.platforms.summary import markdown
from grader.report.feedback import OURS, failures
from grader.report.files import whole
from grader.report.junit import Suites
from grader.report.record import Array
from grader.words import clean

FAILED = "Some exercises could not be graded. That is no mistake of yours: run it again."
# actions/setup-python has GitHub look for tracebacks in the log, commands switched off or not, and annotate what they say.
NO_MATCHER = "::remove-matcher owner=python::"
SECONDS = 540.0  # for all exercises
MOST = 10  # errors of a step that GitHub shows
FRAME = re.compile(r"^    line (\d+)(?:,|$|:)", re.MULTILINE)
STATUS = {Verdict.PASSED: "pass", Verdict.BROKEN: "error"}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -I -m grader.platforms.github", description="Grade a push.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where report.json and junit.xml are written")
    options = parser.parse_args(arguments)
    print(NO_MATCHER, flush=True)
    try:
        return grade_push(options.folder)
    except Exception:  # whatever it is, it is ours
        print("\n".join([*quietly(iter(traceback.format_exc().splitlines())), command("error", FAILED, title="gradlings")]))
        return 2


def grade_push(folder: Path) -> int:
    """Grade what was checked out here, and tell it everywhere."""
    root = catalog.find_root(Path(grader.__file__).parent)
    exercises = catalog.exercise_ids(root)
    graded: list[Graded] = []
    for one in grade(Rules(root), in_place(Path.cwd(), exercises), exercises, SECONDS):
        graded.append(one)
        print("\n".join(quietly(lines(one))), flush=True)
    write_reports(folder, graded)
    _append("GITHUB_STEP_SUMMARY", markdown(graded))
    _append("GITHUB_OUTPUT", f"result={base64.b64encode(json.dumps(contract(graded)).encode()).decode()}\n")
    print("\n".join([*points(graded), *errors(graded)]), flush=True)
    return status(graded)


def status(graded: Sequence[Graded]) -> int:
    verdicts = {check.verdict for one in graded for check in one.outcome.checks}
    return 2 if Verdict.BROKEN in verdicts else int(verdicts != {Verdict.PASSED.value})


def quietly(said: Iterator[str]) -> Iterator[str]:
    """Lines of a log in which nothing is a command to GitHub: it looks for them behind spaces and inside lines too."""
    token = secrets.token_hex(16)  # nobody who wrote what stands between can know it
    yield f"::stop-commands::{token}"
    yield from (clean(line) for line in said)
    yield f"::{token}::"


def points(graded: Sequence[Graded]) -> list[str]:
    """What tools read off a run, in the words of GitHub Classroom's reporter; nothing where the grader failed."""
    if any(one.broken for one in graded):
        return [command("error", FAILED, title="gradlings")]
    sums = total(one.outcome for one in graded)
    report = json.dumps({"totalPoints": _plain(sums.points), "maxPoints": _plain(sums.most)}, separators=(",", ":"))
    return [
        command("notice", f"Points {sums}", title="Autograding complete"),
        command("notice", report, title="Autograding report"),
    ]


def errors(graded: Sequence[Graded]) -> list[str]:
    """An error at the learner's line for each thing that is wrong, as many as GitHub shows."""
    found = [error for one in graded for error in _annotations(one)]
    room = MOST - any(one.broken for one in graded)
    if len(found) > room:
        rest = len(found) - room + 1
        found[room - 1 :] = [command("error", f"{rest} more: see the summary of this run.", title="gradlings")]
    return found


def _annotations(one: Graded) -> list[str]:
    if one.note:
        return [_error(one, "", one.note, one.lack)]
    wrong = [told for told in failures(one.outcome.checks) if _is_wrong(told.verdict)]
    return [_error(one, told.text, f"{told.titles[0]}\n{told.text}", told.verdict) for told in wrong]


def _error(one: Graded, found: str, message: str, what: str) -> str:
    return command("error", message, file=one.file, line=str(line_of(one, found)), title=f"{one.exercise.id}: {what}")


def _is_wrong(verdict: str) -> bool:
    return verdict not in (Verdict.TODO, Verdict.BROKEN)


def line_of(one: Graded, text: str) -> int:
    """Where to look: the last of the learner's own lines that a message names, else where the function begins."""
    last = one.source.count(b"\n") + 1
    frames = [int(number) for number in FRAME.findall(text) if len(number) < 7]
    if frames and 1 <= frames[-1] <= last:
        return frames[-1]
    begins = re.search(rb"(?m)^(?:async +)?(?:def|class) +" + one.exercise.name.encode() + rb"\b", one.source)
    return one.source.count(b"\n", 0, begins.start()) + 1 if begins else 1


def command(name: str, message: str, **properties: str) -> str:
    """A command to GitHub on one line, whatever is in it.

    >>> command("error", "two\\nlines", file="a,b.py")
    '::error file=a%2Cb.py::two%0Alines'
    """
    told = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str) -> str:
    cleaned = "\n".join(clean(line) for line in text.splitlines())
    return cleaned.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def contract(graded: Sequence[Graded]) -> dict[str, Any]:
    """What GitHub Classroom's reporter reads from each grader: every check with its share of the points."""
    tests = [
        {
            "name": f"{one.exercise.id} [{check.id}]",
            "status": STATUS.get(Verdict(check.verdict), "fail"),
            "score": share.points / CENTS,
            "message": OURS if check.verdict == Verdict.BROKEN else f"{check.verdict}: {check.title}",
            "test_code": "",
            "filename": one.file,
            "line_no": line_of(one, check.text),
            "duration": 0,
            "task_id": 0,
            "output": check.text,
        }
        for one in graded
        for check, share in zip(one.outcome.checks, shares(one.outcome), strict=True)
    ]
    found = {test["status"] for test in tests}
    overall = next((name for name in ("error", "fail") if name in found), "pass")
    return {"version": 1, "status": overall, "max_score": _plain(total(one.outcome for one in graded).most), "tests": tests}


def _plain(cents: int) -> float | int:
    return cents // CENTS if cents % CENTS == 0 else cents / CENTS


def write_reports(folder: Path, graded: Sequence[Graded]) -> None:
    """report.json, an array of records, and junit.xml; what lay there before is replaced."""
    student = os.environ.get("GITHUB_REPOSITORY", "") or "student"
    with whole(folder / "report.json") as file, Suites(folder) as suites:
        records = Array(file)
        for one in graded:
            if one.record is not None:
                records.add({**one.record, "student": student}, one.outcome)
        records.end()
        suites.add(student, [one.outcome for one in graded])


def _append(variable: str, text: str) -> None:
    """Where GitHub reads it from; outside of a job there is no such file."""
    if path := os.environ.get(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main())
