"""Grades a submission in Classroom 50: `python -I -m grader.platforms.classroom50 BUNDLE`, in the student's checkout.

It leaves result.json there, as schemas/result-v1.schema.json of foundation50/classroom50 describes it.  Scores are whole
numbers there: a point is 100.  Where the grader itself fails there is no result.json, and the exit status is 2; Classroom 50
takes that for what it is.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.exercise import Verdict
from grader.platforms import settings as read_settings
from grader.platforms.github import quietly
from grader.platforms.graded import Graded, grade, in_place, lines, shares, total
from grader.report.files import write

RESULT = "result.json"
SCHEMA = "classroom50/result/v1"
# Keys of a result, and what the runner calls them.
IDENTITY = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
STAMPED = {"owner": "OWNER", "assignment_type": "ASSIGNMENT_TYPE"}  # by the runner itself; the same where it tells us


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -I -m grader.platforms.classroom50", description="Grade a submission.")
    parser.add_argument("bundle", type=Path, metavar="BUNDLE", help="where gradlings.json lies")
    bundle: Path = parser.parse_args(arguments).bundle
    checkout = Path.cwd()
    try:
        known = identity(os.environ)
        settings, rules = read_settings.read(bundle)
        graded: list[Graded] = []
        for one in grade(rules, in_place(checkout, settings.exercises), settings.exercises, settings.seconds):
            graded.append(one)
            print("\n".join(quietly(lines(one))), flush=True)
        if any(one.broken for one in graded):
            return 2
        write(checkout / RESULT, [json.dumps(result(graded, known, datetime.now(UTC)), indent=1) + "\n"])
    except Exception:
        traceback.print_exc()
        return 2
    return 0


def identity(environment: Mapping[str, str]) -> dict[str, str]:
    """Whose submission it is, as the runner says.  Raises KeyError where it does not."""
    commit = environment.get("COMMIT_URL", "")
    review, owner = environment.get("REVIEW_URL") or commit, environment.get("OWNER") or environment.get("USERNAME", "")
    known = {**environment, "REVIEW_URL": review, "OWNER": owner}
    found = {key: known[name] for key, name in IDENTITY.items()}
    return found | {key: known[name] for key, name in STAMPED.items() if known.get(name)}


def result(graded: Sequence[Graded], known: Mapping[str, str], when: datetime) -> dict[str, Any]:
    """The contract: every check with its share of the score; `message` is what a student reads of it."""
    sums = total(one.outcome for one in graded)
    return {
        "schema": SCHEMA,
        **known,
        "datetime": f"{when:%Y-%m-%dT%H:%M:%SZ}",
        "score": sums.points,
        "max-score": sums.most,
        "tests": [
            {
                "test-name": f"{one.exercise.id} [{check.id}]",
                "passed": check.verdict == Verdict.PASSED,
                "score": share.points,
                "max-score": share.most,
                "message": "" if check.verdict == Verdict.PASSED else f"{check.verdict}: {check.title}\n{one.note or check.text}",
            }
            for one in graded
            for check, share in zip(one.outcome.checks, shares(one.outcome), strict=True)
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
