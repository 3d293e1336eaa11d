"""What one student reads: a page in Markdown, and the same in HTML.

A thing is told once: checks that failed for the same cause, or with the same words, stand together.  The titles and messages of
checks that a learner's own copy lacks may be kept back; then only their numbers are told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from grader.exercise import Verdict
from grader.phrases import count
from grader.report import markup
from grader.report.files import safe_name, write
from grader.report.gradebook import text as csv_text
from grader.report.record import Record
from grader.report.students import by_student
from grader.report.tally import number, total
from grader.words import clean

OURS = "The kit failed here, not your code. Your instructor sees why."
KEPT_BACK = "What else is checked, and what came of it, is with your instructor."
LISTED = 5  # titles of checks that failed for one reason
SIGNS = {Verdict.PASSED: "passed", Verdict.TODO: "not written yet", Verdict.BROKEN: "could not be checked"}


class Told(NamedTuple):
    """What is said once: of one check that failed, or of several for the same reason."""

    verdict: str
    titles: list[str]
    text: str


class Page(NamedTuple):
    """One exercise, ready to be printed either way."""

    exercise: str
    score: str
    told: list[Told]
    passed: list[str]  # titles
    rest: str  # of checks that are kept back
    hint: str


def write_feedback(folder: Path, records: Iterable[Record], visible_only: bool = False) -> Iterator[Path]:
    """Write each student's pages as the records come, and files.csv, which says whose they are."""
    names = []
    for student, own in by_student(records):
        file = safe_name(student)
        names.append(f"{_quoted(student)},{_quoted(file)}\r\n")
        yield write(folder / f"{file}.md", [markdown(student, own, visible_only)])
        yield write(folder / f"{file}.html", page(student, own, visible_only))
    yield write(folder / "files.csv", ["student,file\r\n", *sorted(names)])


def markdown(student: str, records: Iterable[Record], visible_only: bool = False) -> str:
    """A student's page in Markdown, as CommonMark and GitHub read it."""
    records = list(records)
    lines = [f"# Feedback for {escaped(student) or '(no name)'}", "", _total(records), ""]
    for each in _pages(records, visible_only):
        lines += [f"## {authored(each.exercise)}", "", each.score, ""]
        for told in each.told:
            lines += [f"### {SIGNS.get(Verdict(told.verdict), told.verdict)}: {authored(told.titles[0])}", ""]
            lines += [*_fenced(told.text), *_also(told, authored)]
        lines += [each.hint, ""] if each.hint else []
        lines += ["Passed:", "", *[f"- {authored(title)}" for title in each.passed], ""] if each.passed else []
        lines += [each.rest, ""] if each.rest else []
    return "\n".join(lines).rstrip() + "\n"


def page(student: str, records: Iterable[Record], visible_only: bool = False) -> Iterable[str]:
    """The same in HTML."""
    records = list(records)
    body = [f"<main class=feedback>\n<h1>Feedback for {markup.name(student)}</h1>\n<p>{_total(records)}</p>\n"]
    for each in _pages(records, visible_only):
        body.append(f"<section>\n<h2>{markup.safe(each.exercise)}</h2>\n<p>{each.score}</p>\n")
        for told in each.told:
            sign = SIGNS.get(Verdict(told.verdict), told.verdict)
            body.append(f"<h3><span class=verdict>{sign}</span> {markup.prose(told.titles[0])}</h3>\n{markup.block(told.text)}\n")
            body += [f"<p>{line}</p>\n" if line else "" for line in _also(told, markup.prose)]
        body.append(f"<p>{markup.prose(each.hint)}</p>\n" if each.hint else "")
        items = "".join(f"<li>{markup.prose(title)}</li>\n" for title in each.passed)
        body.append(f"<h3>Passed</h3>\n<ul>\n{items}</ul>\n" if items else "")
        body.append(f"<p>{each.rest}</p>\n</section>\n" if each.rest else "</section>\n")
    return markup.document(f"Feedback for {student}", [*body, "</main>\n"])


def checks_html(checks: list[dict[str, Any]]) -> str:
    """What came of some checks of one exercise, to be set into somebody else's page: it brings no style along."""
    passed = [check["title"] for check in checks if check["verdict"] == Verdict.PASSED]
    body = [f"<p>{len(passed)} of {count(len(checks), 'check')} passed.</p>\n"]
    for told in _told(checks):
        sign = SIGNS.get(Verdict(told.verdict), told.verdict)
        text = markup.block(told.text).replace("<pre>", '<pre style="white-space: pre-wrap">', 1)
        body.append(f"<h4>{sign.capitalize()}: {markup.prose(told.titles[0])}</h4>\n{text}\n")
        body += [f"<p>{line}</p>\n" if line else "" for line in _also(told, markup.prose)]
    items = "".join(f"<li>{markup.prose(title)}</li>\n" for title in _once(passed))
    return "".join([*body, f"<h4>Passed</h4>\n<ul>\n{items}</ul>\n" if items else ""])


def _total(records: list[Record]) -> str:
    points, most = (total(record[of] for record in records) for of in ("points", "max_points"))
    return f"{number(points)} of {number(most)} points in {count(len(records), 'exercise')}."


def _pages(records: list[Record], visible_only: bool) -> Iterator[Page]:
    for record in records:
        checks = record["checks"]
        shown = [check for check in checks if check["kind"] == "visible" or not visible_only]
        passed = [check["title"] for check in shown if check["verdict"] == Verdict.PASSED]
        failed = any(check["verdict"] not in (Verdict.PASSED, Verdict.BROKEN) for check in checks)
        yield Page(
            exercise=record["exercise"],
            score=_score(record),
            told=_told(shown),
            passed=_once(passed),
            rest=_rest([check for check in checks if check not in shown]),
            hint=f"For a nudge, run: `gradlings hint {record['exercise']}`" if failed else "",
        )


def _score(record: Record) -> str:
    passed = sum(check["verdict"] == Verdict.PASSED for check in record["checks"])
    points = f"{number(record['points'])} of {number(record['max_points'])} points"
    return f"{points}; {passed} of {count(len(record['checks']), 'check')} passed."


def _rest(checks: list[dict[str, Any]]) -> str:
    passed = sum(check["verdict"] == Verdict.PASSED for check in checks)
    return f"Of {count(len(checks), 'other check')}, {passed} passed. {KEPT_BACK}" if checks else ""


def _told(checks: list[dict[str, Any]]) -> list[Told]:
    """What failed, each thing once."""
    told: dict[tuple[str, str], Told] = {}
    for check in checks:
        if check["verdict"] != Verdict.PASSED:
            text = OURS if check["verdict"] == Verdict.BROKEN else check["text"]
            key = (check["verdict"], check["mistake"]["name"] if check["mistake"] else text)
            told.setdefault(key, Told(check["verdict"], [], text)).titles.append(check["title"])
    return list(told.values())


def _also(told: Told, prepare: Callable[[str], str]) -> list[str]:
    """Where else it went wrong for the same reason; a long list would say no more than its length."""
    if len(told.titles) == 1:
        return []
    others = [title for title in dict.fromkeys(told.titles) if title != told.titles[0]]
    listed = f": {' '.join(map(prepare, others))}" if 0 < len(others) <= LISTED else "."
    return [f"The same in {count(len(told.titles) - 1, 'other check')}{listed}", ""]


def _once(titles: list[str]) -> list[str]:
    """Titles, each once, with how many checks bear it."""
    return [title if n == 1 else f"{title} ({n} checks)" for title, n in Counter(titles).items()]


def escaped(text: str) -> str:
    """A learner's text in Markdown: every sign that could mean something means itself."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", clean(text))


def authored(text: str) -> str:
    """An author's sentence in Markdown: its `code` stays, nothing else means anything."""
    parts = re.split(r"(`[^`]+`)", clean(text))
    return "".join(
        part if index % 2 else re.sub(r"([\\`*\[\]<>&#|~]|\b_|_\b)", r"\\\1", part) for index, part in enumerate(parts)
    )


def _fenced(text: str) -> list[str]:
    """Lines as they are, in a fence that is longer than any in them."""
    if not text:
        return []
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *[clean(line) for line in text.splitlines()], fence, ""]


def _quoted(cell: str) -> str:
    return '"' + csv_text(cell).replace('"', '""') + '"'
