"""JUnit XML, as CI servers read it: a test suite for each student, a test case for each check.

There is no one schema.  Written are the elements and attributes that jenkinsci/junit-plugin (SuiteResult.java,
CaseResult.java) and GitLab (docs.gitlab.com, "Unit test reports") read, and pytest writes (family xunit2).  GitLab groups by
`classname` and drops a second case of the same `classname` and `name`, so the student stands in it; it takes files up to
30 MB: for a large class, write a file for each exercise.  Points stand in the properties of a suite, which GitLab ignores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from grader.exercise import Verdict
from grader.report.record import Record
from grader.report.students import by_student
from grader.report.tally import number
from grader.words import clean

# What XML 1.0 does not allow, even as a reference.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
ATTRIBUTE = TEXT | str.maketrans({"\n": "&#10;", "\t": "&#9;"})


def junit(records: Iterable[Record]) -> Iterator[str]:
    """The file, a student at a time; records of one student come one after another."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="gradlings">\n'
    for student, own in by_student(records):
        yield from _suite(student, own)
    yield "</testsuites>\n"


def _suite(student: str, records: list[Record]) -> Iterator[str]:
    kinds = Counter(_outcome(check) for record in records for check in record["checks"])
    counts = {"tests": kinds.total(), "failures": kinds["failure"], "errors": kinds["error"], "skipped": 0}
    yield f"  <testsuite{_attributes(name=clean(student), **counts, time=0)}>\n    <properties>\n"
    for record in records:
        for of in ("points", "max_points"):
            told = _attributes(name=f"{of} {record['exercise']}", value=number(record[of]))
            yield f"      <property{told}/>\n"
    yield "    </properties>\n"
    for record in records:
        # Jenkins takes what is before the last full stop for a package.
        classname = ".".join([clean(student).replace(".", "_"), *record["exercise"].split("/")])
        for check in record["checks"]:
            yield _case(classname, check)
    yield "  </testsuite>\n"


def _case(classname: str, check: dict[str, Any]) -> str:
    outcome = _outcome(check)
    case = f"    <testcase{_attributes(classname=classname, name=check['id'], time=0)}"
    if not outcome:
        return f"{case}/>\n"
    told = _attributes(type=check["verdict"], message=f"{check['verdict']}: {check['title']}")
    return f"{case}>\n      <{outcome}{told}>{_allowed(check['text']).translate(TEXT)}</{outcome}>\n    </testcase>\n"


def _outcome(check: dict[str, Any]) -> str:
    """An error is our own fault, a failure is not; what is not written yet fails too, for a skipped test looks like success."""
    return {Verdict.PASSED: "", Verdict.BROKEN: "error"}.get(check["verdict"], "failure")


def _attributes(**values: str | int) -> str:
    return "".join(f' {name}="{_allowed(str(value)).translate(ATTRIBUTE)}"' for name, value in values.items())


def _allowed(text: str) -> str:
    """A character that XML forbids is written as Python would."""
    return FORBIDDEN.sub(lambda found: repr(found.group())[1:-1], text)
