"""Which of a student's files counts, where several are for one exercise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from grader.handed import Skipped, Submission
from grader.recognise import EXACT, stem_of


class Find(NamedTuple):
    """One file for one exercise, and what speaks for it."""

    submission: Submission
    strength: int  # how surely it belongs to the exercise: `recognise.EXACT` and below
    order: int  # when it was handed in, by the platform's own numbering
    depth: int  # how far down it lies
    where: str


def settle(finds: Iterable[Find]) -> tuple[list[Submission], list[Skipped]]:
    """The one that counts for each student and exercise, in their order, and why the others do not."""
    groups: dict[tuple[str, str], list[Find]] = {}
    for find in finds:
        groups.setdefault((find.submission.student, find.submission.exercise), []).append(find)
    counting: list[Submission] = []
    beaten: list[Skipped] = []
    for key in sorted(groups):
        first, *others = sorted(groups[key], key=_rank)
        counting.append(first.submission)
        beaten += [Skipped(other.where, _reason(first, other)) for other in others]
    return counting, beaten


def _rank(find: Find) -> tuple[int, int, int, bool, str]:
    name = find.where.rpartition("/")[2]
    return -find.strength, -find.order, find.depth, stem_of(name) != name.rpartition(".")[0], find.where


def _reason(first: Find, other: Find) -> str:
    exercise = first.submission.exercise
    if other.submission.digest == first.submission.digest:
        return f"For {exercise} its copy {first.where} counts."
    if first.strength > other.strength:
        why = "is named after it" if first.strength == EXACT else "defines it"
    elif first.order > other.order:
        why = "was handed in later"
    else:
        why = "lies nearer to the top" if first.depth < other.depth else "comes first by name"
    return f"For {exercise} the file {first.where} counts, which {why}."
