"""The summary of a run as GitHub shows it: Markdown in which nothing that a student wrote means anything."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from grader.exercise import Verdict
from grader.phrases import are, count
from grader.platforms.graded import CENTS, Graded, total
from grader.report.feedback import OURS, SIGNS, Failed, authored, failures
from grader.report.tally import number
from grader.words import clean

WIDTH = 96  # characters of a line, so that a page need not be moved sideways
MOST = 900_000  # bytes: GitHub refuses a summary of more than 1 MiB
CUT = "\nThe rest is in report.json, among the artifacts of this run.\n"


def markdown(graded: Sequence[Graded]) -> str:
    """A table of all exercises, and for each that has failed a table with what was found."""
    sums, text = total(one.outcome for one in graded), ""
    parts = [f"# {number(sums.points / CENTS)} of {number(sums.most / CENTS)} points\n\n", *_table(graded), _hidden(graded)]
    for part in [*parts, *(_section(one) for one in graded)]:
        if len((text + part).encode()) > MOST:
            return text + CUT
        text += part
    return text


def _table(graded: Sequence[Graded]) -> Iterator[str]:
    yield "| exercise | | checks | points |\n|---|---|--:|--:|\n"
    for one in graded:
        told, passed = one.outcome, _passed(one)
        link = f"[{authored(told.exercise)}](#{told.exercise.replace('/', '')})" if _failed(one) else authored(told.exercise)
        points = f"{number(told.points)} of {number(told.max_points)}"
        yield f"| {link} | {_state(one)} | {passed} of {len(told.checks)} | {points} |\n"


def _state(one: Graded) -> str:
    verdicts = [check.verdict for check in one.outcome.checks if check.verdict != Verdict.PASSED]
    if not verdicts:
        return "✅ done"
    if one.note:
        return f"❌ {one.lack}"
    if set(verdicts) == {Verdict.TODO.value}:
        return "✏️ to do"
    first = next(verdict for verdict in verdicts if verdict != Verdict.TODO)
    return f"⚠️ {SIGNS[Verdict.BROKEN]}" if one.broken else f"❌ {first}"


def _hidden(graded: Sequence[Graded]) -> str:
    """What these points do not say."""
    more = sum(one.exercise.hidden_elsewhere for one in graded)
    told = f"{count(more, 'more check')} {are(more)} with your instructor, who grades with all of them"
    return f"\nThese are the checks that you can see. {told}: the mark that counts is theirs.\n" if more else ""


def _failed(one: Graded) -> list[Failed]:
    return [told for told in failures(one.outcome.checks) if told.verdict != Verdict.TODO]


def _passed(one: Graded) -> int:
    return sum(check.verdict == Verdict.PASSED for check in one.outcome.checks)


def _section(one: Graded) -> str:
    """A table of what has failed, each thing once."""
    told = _failed(one)
    if not told:
        return ""
    head = f"\n## {authored(one.outcome.exercise)}\n\n"
    if one.note:
        return f"{head}{literal(one.note)}\n"
    rows = [f"| {_sign(each)} | {authored(each.titles[0])}{_also(each)} | {_cell(each)} |\n" for each in told]
    return "".join([head, "| | check | what was found |\n|---|---|---|\n", *rows])


def _sign(told: Failed) -> str:
    return SIGNS.get(Verdict(told.verdict), told.verdict)


def _also(told: Failed) -> str:
    return f"<br>and {count(len(told.titles) - 1, 'other check')}" if len(told.titles) > 1 else ""


def _cell(told: Failed) -> str:
    """Lines as they are, in one line of a table."""
    text = OURS if told.verdict == Verdict.BROKEN else told.text
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, WIDTH, subsequent_indent="      ") or [""]]
    return f"<pre>{'<br>'.join(map(literal, lines))}</pre>"


def literal(text: str) -> str:
    """Anybody's text on one line: every sign but letters, digits and spaces as its number, which means nothing to Markdown."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in clean(text))
