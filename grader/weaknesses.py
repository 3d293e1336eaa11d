"""What an audit found that is not as it should be, each in a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.audit import Audit
from grader.handins import Backend, solution_path

LIBRARY = {"numpy": "", "torch": " in PyTorch"}


class Weakness(NamedTuple):
    """A kind to count by, a sentence, and the lines that show it."""

    kind: str
    text: str
    diff: str = ""


def weaknesses(audit: Audit) -> tuple[Weakness, ...]:
    """Everything that is wrong with the tests, the bank or the waivers of one exercise."""
    parts = (_broken, _rights, _mistakes, _none, _pairs, _mutants, _behaviours, _idle, _waivers)
    return tuple(weakness for part in parts for weakness in part(audit))


def _place(exercise: str, backend: Backend, line: int) -> str:
    return f"{solution_path(Path(), exercise, backend).as_posix()}:{line}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _broken(audit: Audit) -> Iterator[Weakness]:
    marks = [mark for mark in audit.marks if mark.broken]
    if marks:
        more = f" and {len(marks) - 1} more" if len(marks) > 1 else ""
        text = f"the kit itself failed on {marks[0].name}{LIBRARY[marks[0].backend]}{more}: mend this first."
        yield Weakness("broken", text, marks[0].broken)


def _rights(audit: Audit) -> Iterator[Weakness]:
    for mark in audit.of("right"):
        if mark.caught:
            text = f"the right answer {mark.name}{LIBRARY[mark.backend]} is rejected by {_listed(mark.caught)}."
            yield Weakness("right answer rejected", text)


def _mistakes(audit: Audit) -> Iterator[Weakness]:
    for mark in audit.of("mistake"):
        whose = f"the mistake {mark.name}{LIBRARY[mark.backend]}"
        others = tuple(name for name in mark.told if name != mark.name)
        if not mark.caught:
            yield Weakness("mistake accepted", f"{whose} passes every check: write a hidden test that it fails.")
        elif mark.name not in mark.told and not others:
            yield Weakness("mistake not named", f"{whose} is rejected by {_listed(mark.caught)}, but its message is never shown.")
        if others:
            yield Weakness("mistake misnamed", f"{whose} is taken for {_listed(others)}.")


def _none(audit: Audit) -> Iterator[Weakness]:
    if not audit.of("mistake"):
        yield Weakness("no mistakes", "there is no known mistake: write down what people get wrong, and what to tell them.")


def _pairs(audit: Audit) -> Iterator[Weakness]:
    names = [mark.name for mark in audit.of("mistake")]
    for mark in audit.of("mistake"):
        for other in mark.twins:
            if names.index(mark.name) < names.index(other):
                text = f"the mistakes {mark.name} and {other} give the same in every check: leave one out, or write a test."
                yield Weakness("indistinguishable mistakes", text)


def _mutants(audit: Audit) -> Iterator[Weakness]:
    for mark in audit.of("mutant"):
        place = _place(audit.exercise, mark.backend, mark.line)
        if not mark.caught and not mark.waived:
            text = (
                f"{place}: no check notices this mutant. Write a test that does or, if it is the same for every allowed input, "
                f"write above the line: # equivalent: {mark.name}, because ..."
            )
            yield Weakness("mutant survives", text, mark.diff)
        elif mark.caught and mark.waived:
            text = f"{place}: the waiver of `{mark.name}` is stale: {_listed(mark.caught)} notices it. Take it out."
            yield Weakness("stale waiver", text)


def _behaviours(audit: Audit) -> Iterator[Weakness]:
    for mark in audit.marks:
        if mark.kind == "behaviour" and mark.caught and not mark.occasion:
            yield Weakness("behaviour broken", f"a function that {mark.name}{LIBRARY[mark.backend]} fails before it does so.")
    for mark in audit.of("behaviour"):
        if not mark.caught:
            yield Weakness("behaviour accepted", f"a function that {mark.name}{LIBRARY[mark.backend]} passes every check.")


def _idle(audit: Audit) -> Iterator[Weakness]:
    mistakes = audit.of("mistake")
    for test in audit.tests:
        if not any(test in mark.proves for mark in audit.marks if mark.kind in ("mistake", "mutant")):
            yield Weakness(
                "test catches nothing", f"the hidden test {test} catches no mistake and no mutant: sharpen it or leave it out."
            )
        elif mistakes and not any(test in mark.caught for mark in mistakes):
            text = f"the hidden test {test} fails for no known mistake: add the one that it is there for, or leave it out."
            yield Weakness("test without a mistake", text)


def _waivers(audit: Audit) -> Iterator[Weakness]:
    for waiver in audit.stale:
        place = _place(audit.exercise, waiver.backend, waiver.line)
        what = f"the waiver of `{waiver.text}` is stale: the line below it has no such mutant. Take it out, or correct it."
        unreadable = "this waiver cannot be read: write # equivalent: OLD => NEW, because REASON."
        yield Weakness("stale waiver", f"{place}: {what if waiver.text else unreadable}")
