"""Grades the graders: is every right answer accepted, every mistake rejected and named, every mutant noticed?

hand in everything --> marks --> Audit --> what is weak about the exercise (`grader.weaknesses`), and its figures
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from grader import catalog, handins
from grader.handins import Kind, Stale, fingerprint, hand_ins, stale_waivers, torch_is_installed
from grader.marking import Mark, marks


@dataclass(frozen=True)
class Audit:
    """What became of everything that was handed in for one exercise."""

    exercise: str
    tests: tuple[str, ...]  # the hidden ones
    marks: tuple[Mark, ...]
    stale: tuple[Stale, ...] = ()
    fingerprint: str = ""  # of what was handed in

    def of(self, kind: Kind) -> tuple[Mark, ...]:
        """The marks of one kind, less behaviours that cannot occur here."""
        return tuple(mark for mark in self.marks if mark.kind == kind and mark.occasion)

    def catches(self, test: str) -> tuple[Mark, ...]:
        """The mistakes, mutants and behaviours that a test catches."""
        return tuple(mark for mark in self.marks if test in mark.caught and mark.kind != "right")

    def catches_alone(self, test: str) -> tuple[Mark, ...]:
        """Those that no other check catches."""
        return tuple(mark for mark in self.catches(test) if mark.caught == (test,))


Progress = Callable[[str, int, int], None]  # exercise, files graded, files in all


def audits(
    root: Path, names: Sequence[str], jobs: int = 1, limit: int | None = None, seed: int = 0, progress: Progress | None = None
) -> Iterator[Audit]:
    """Audit exercises one after the other, the workers busy throughout; `limit` makes a sample (`handins.chosen`)."""
    exercises = [catalog.load(root, name) for name in names]
    torch = torch_is_installed()
    everything = [hand_ins(root, exercise) for exercise in exercises]
    work = [handins.chosen(files, limit, seed, torch) for files in everything]
    # A file may change while others are graded: what is said of all there is, is said now.
    taken = [fingerprint(root, exercise, files) for exercise, files in zip(exercises, everything, strict=True)]
    stale = [stale_waivers(root, exercise.id, files) for exercise, files in zip(exercises, everything, strict=True)]
    total, done = sum(map(len, work)), 0
    with closing(marks(root, [file for files in work for file in files], jobs, seed)) as marked:
        for number, (exercise, files) in enumerate(zip(exercises, work, strict=True)):
            found = []
            for mark in islice(marked, len(files)):
                found.append(mark)
                done += 1
                if progress:
                    progress(exercise.id, done, total)
            tests = tuple(test.id for test in exercise.tests)
            yield Audit(exercise.id, tests, tuple(found), stale[number], taken[number])


def chosen(root: Path, text: str) -> tuple[str, ...]:
    """The exercises that a person names: a topic, ``topic/name``, a name alone, or nothing for all of them."""
    ids = [name for name in catalog.exercise_ids(root) if catalog.solution_file(root, name).is_file()]
    name = catalog.typed_name(text, "grader/hidden", "solutions", "exercises").strip("/")
    found = tuple(one for one in ids if not name or name in (one, *one.split("/")))
    if not ids:
        raise catalog.CatalogError("this copy has no solutions, and so nothing to audit")
    if not found:
        topics = ", ".join(dict.fromkeys(one.split("/")[0] for one in ids))
        raise catalog.CatalogError(f"there is no topic or exercise {text!r}; the topics are {topics}")
    return found
