"""What one student reads: a page in Markdown, and the same in HTML.

A thing is told once: checks that failed for the same cause, or with the same words, stand together.  The titles and messages of
checks that a learner's own copy lacks may be kept back; then only their numbers are told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from grader.exercise import Verdict
from grader.phrases import count
from grader.report import markup
from grader.report.files import safe_name, write
from grader.report.gradebook import text as csv_text
from grader.report.record import REMEMBERED, Outcome, Told
from grader.report.tally import number, total
from grader.words import clean

OURS = "The kit failed here, not your code. Your instructor sees why."
KEPT_BACK = "What else is checked, and what came of it, is with your instructor."
LISTED = 5  # titles of checks that failed for one reason
SIGNS = {Verdict.PASSED: "passed", Verdict.TODO: "not written yet", Verdict.BROKEN: "could not be checked"}


class Failed(NamedTuple):
    """What is said once: of one check that failed, or of several for the same reason."""

    verdict: str
    titles: list[str]
    text: str


class Page(NamedTuple):
    """One exercise, ready to be printed either way."""

    exercise: str
    score: str
    told: list[Failed]
    passed: list[str]  # titles
    rest: str  # of checks that are kept back
    hint: str


def write_pages(folder: Path, student: str, outcomes: Sequence[Outcome], visible_only: bool = False) -> None:
    """Write a student's pages."""
    file = safe_name(student)
    write(folder / f"{file}.md", [markdown(student, outcomes, visible_only)])
    write(folder / f"{file}.html", page(student, outcomes, visible_only))


def write_index(folder: Path, students: Iterable[str]) -> Path:
    """Write files.csv, which says whose pages are whose."""
    names = sorted(f"{_quoted(student)},{_quoted(safe_name(student))}\r\n" for student in students)
    return write(folder / "files.csv", ["student,file\r\n", *names])


def markdown(student: str, outcomes: Sequence[Outcome], visible_only: bool = False) -> str:
    """A student's page in Markdown, as CommonMark and GitHub read it."""
    head = f"# Feedback for {escaped(student) or '(no name)'}\n\n{_total(outcomes)}\n"
    return "\n".join([head, *(_sections(each, visible_only)[0] for each in outcomes)]).rstrip() + "\n"


def page(student: str, outcomes: Sequence[Outcome], visible_only: bool = False) -> Iterable[str]:
    """The same in HTML."""
    head = f"<main class=feedback>\n<h1>Feedback for {markup.name(student)}</h1>\n<p>{_total(outcomes)}</p>\n"
    body = [_sections(each, visible_only)[1] for each in outcomes]
    return markup.document(f"Feedback for {student}", [head, *body, "</main>\n"])


@lru_cache(maxsize=REMEMBERED)
def _sections(outcome: Outcome, visible_only: bool) -> tuple[str, str]:
    """What is told of one exercise, in Markdown and in HTML."""
    told = _page(outcome, visible_only)
    return "\n".join(_markdown(told)), "".join(_html(told))


def checks_html(checks: Sequence[Told]) -> str:
    """What came of some checks of one exercise, to be set into somebody else's page: it brings no style along."""
    passed = [check.title for check in checks if check.verdict == Verdict.PASSED]
    body = [f"<p>{len(passed)} of {count(len(checks), 'check')} passed.</p>\n"]
    for told in failures(checks):
        sign = SIGNS.get(Verdict(told.verdict), told.verdict)
        text = markup.block(told.text).replace("<pre>", '<pre style="white-space: pre-wrap">', 1)
        body.append(f"<h4>{sign.capitalize()}: {markup.prose(told.titles[0])}</h4>\n{text}\n")
        body += [f"<p>{line}</p>\n" if line else "" for line in _also(told, markup.prose)]
    items = "".join(f"<li>{markup.prose(title)}</li>\n" for title in _once(passed))
    return "".join([*body, f"<h4>Passed</h4>\n<ul>\n{items}</ul>\n" if items else ""])


def _markdown(page: Page) -> Iterator[str]:
    yield from (f"## {authored(page.exercise)}", "", page.score, "")
    for told in page.told:
        yield from (f"### {SIGNS.get(Verdict(told.verdict), told.verdict)}: {authored(told.titles[0])}", "")
        yield from (*_fenced(told.text), *_also(told, authored))
    yield from [page.hint, ""] if page.hint else []
    yield from ["Passed:", "", *[f"- {authored(title)}" for title in page.passed], ""] if page.passed else []
    yield from [page.rest, ""] if page.rest else []


def _html(page: Page) -> Iterator[str]:
    yield f"<section>\n<h2>{markup.safe(page.exercise)}</h2>\n<p>{page.score}</p>\n"
    for told in page.told:
        sign = SIGNS.get(Verdict(told.verdict), told.verdict)
        yield f"<h3><span class=verdict>{sign}</span> {markup.prose(told.titles[0])}</h3>\n{markup.block(told.text)}\n"
        yield from (f"<p>{line}</p>\n" if line else "" for line in _also(told, markup.prose))
    yield f"<p>{markup.prose(page.hint)}</p>\n" if page.hint else ""
    items = "".join(f"<li>{markup.prose(title)}</li>\n" for title in page.passed)
    yield f"<h3>Passed</h3>\n<ul>\n{items}</ul>\n" if items else ""
    yield f"<p>{page.rest}</p>\n</section>\n" if page.rest else "</section>\n"


def _total(outcomes: Sequence[Outcome]) -> str:
    points, most = total(each.points for each in outcomes), total(each.max_points for each in outcomes)
    return f"{number(points)} of {number(most)} points in {count(len(outcomes), 'exercise')}."


def _page(outcome: Outcome, visible_only: bool) -> Page:
    checks = outcome.checks
    shown = [check for check in checks if check.kind == "visible" or not visible_only]
    failed = any(check.verdict not in (Verdict.PASSED, Verdict.BROKEN) for check in checks)
    passed = sum(check.verdict == Verdict.PASSED for check in checks)
    points = f"{number(outcome.points)} of {number(outcome.max_points)} points"
    return Page(
        exercise=outcome.exercise,
        score=f"{points}; {passed} of {count(len(checks), 'check')} passed.",
        told=failures(shown),
        passed=_once([check.title for check in shown if check.verdict == Verdict.PASSED]),
        rest=_rest([check for check in checks if check.kind != "visible"] if visible_only else []),
        hint=f"For a nudge, run: `gradlings hint {outcome.exercise}`" if failed else "",
    )


def _rest(checks: list[Told]) -> str:
    passed = sum(check.verdict == Verdict.PASSED for check in checks)
    return f"Of {count(len(checks), 'other check')}, {passed} passed. {KEPT_BACK}" if checks else ""


def failures(checks: Sequence[Told]) -> list[Failed]:
    """What failed, each thing once."""
    told: dict[tuple[str, str], Failed] = {}
    for check in checks:
        if check.verdict != Verdict.PASSED:
            text = OURS if check.verdict == Verdict.BROKEN else check.text
            told.setdefault((check.verdict, check.cause or text), Failed(check.verdict, [], text)).titles.append(check.title)
    return list(told.values())


def _also(told: Failed, prepare: Callable[[str], str]) -> list[str]:
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
