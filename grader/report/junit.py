"""JUnit XML, as CI servers read it: a test suite for each student, a test case for each check.

There is no one schema.  Written are the elements and attributes that jenkinsci/junit-plugin (SuiteResult.java,
CaseResult.java) and GitLab (docs.gitlab.com, "Unit test reports") read, and pytest writes (family xunit2).  GitLab groups by
`classname` and drops a second case of the same `classname` and `name`, so the student stands in it.  It takes files up to
30 MB: what would be larger is several files.  Points stand in the properties of a suite, which GitLab ignores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from grader.exercise import Verdict
from grader.report.files import whole
from grader.report.record import REMEMBERED, Outcome, Told
from grader.report.tally import number
from grader.words import clean

LARGEST = 25 * 10**6  # bytes of a file
HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="gradlings">\n'
FOOT = b"</testsuites>\n"
TAGS: dict[str, str] = {Verdict.PASSED: "", Verdict.BROKEN: "error"}
# What XML 1.0 does not allow, even as a reference.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
ATTRIBUTE = TEXT | str.maketrans({"\n": "&#10;", "\t": "&#9;"})


class Suites:
    """junit.xml, a suite after the other; and junit-2.xml, and so on, where one file would be too large."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._folder, self._largest = folder, largest
        self.written: list[Path] = []
        self._open = ExitStack()
        self._begin()

    def add(self, student: str, outcomes: Sequence[Outcome]) -> None:
        """What a student gets, in all exercises."""
        told = suite(student, outcomes).encode()
        if self._size + len(told) + len(FOOT) > self._largest and self._size > len(HEAD):
            self._end()
            self._begin()
        self._file.write(told)
        self._size += len(told)

    def _begin(self) -> None:
        number = len(self.written) + 1
        self.written.append(self._folder / (f"junit-{number}.xml" if number > 1 else "junit.xml"))
        self._file = self._open.enter_context(whole(self.written[-1]))
        self._size = self._file.write(HEAD)

    def _end(self) -> None:
        self._file.write(FOOT)
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is not None:
            self._open.__exit__(kind, error, trace)
            return
        self._end()
        for older in set(self._folder.glob("junit-*.xml")) - set(self.written):
            older.unlink()


class Cases(NamedTuple):
    """An outcome as XML: test cases without their beginning, which says whose they are."""

    properties: str
    cases: tuple[str, ...]
    failures: int
    errors: int


def suite(student: str, outcomes: Sequence[Outcome]) -> str:
    """A student's test suite."""
    name, parts, found = clean(student), list[str](), [_cases(each) for each in outcomes]
    for each, its in zip(outcomes, found, strict=True):
        # Jenkins takes what is before the last full stop for a package.
        classname = ".".join([name.replace(".", "_"), *each.exercise.split("/")])
        head = f"    <testcase{_attributes(classname=classname)}"
        parts += [head, head.join(its.cases)]
    counts = {
        "tests": sum(len(its.cases) for its in found),
        "failures": sum(its.failures for its in found),
        "errors": sum(its.errors for its in found),
        "skipped": 0,
    }
    properties = "".join(its.properties for its in found)
    return (
        f"  <testsuite{_attributes(name=name, **counts, time=0)}>\n    <properties>\n{properties}    </properties>\n"
        f"{''.join(parts)}  </testsuite>\n"
    )


@lru_cache(maxsize=REMEMBERED)
def _cases(outcome: Outcome) -> Cases:
    tags = Counter(_tag(check.verdict) for check in outcome.checks)
    told = {"points": outcome.points, "max_points": outcome.max_points}
    lines = [_attributes(name=f"{of} {outcome.exercise}", value=number(points)) for of, points in told.items()]
    properties = "".join(f"      <property{line}/>\n" for line in lines)
    return Cases(properties, tuple(map(_case, outcome.checks)), tags["failure"], tags["error"])


def _case(check: Told) -> str:
    tag, known = _tag(check.verdict), _attributes(name=check.id, time=0)
    if not tag:
        return f"{known}/>\n"
    told = _attributes(type=check.verdict, message=f"{check.verdict}: {check.title}")
    return f"{known}>\n      <{tag}{told}>{_allowed(check.text).translate(TEXT)}</{tag}>\n    </testcase>\n"


def _tag(verdict: str) -> str:
    """An error is our own fault, a failure is not; what is not written yet fails too, for a skipped test looks like success."""
    return TAGS.get(verdict, "failure")


def _attributes(**values: str | int) -> str:
    return "".join(f' {name}="{_allowed(str(value)).translate(ATTRIBUTE)}"' for name, value in values.items())


def _allowed(text: str) -> str:
    """A character that XML forbids is written as Python would."""
    return FORBIDDEN.sub(lambda found: repr(found.group())[1:-1], text)
