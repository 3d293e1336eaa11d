"""The figures of an audit, kept in `solutions/audit.json`; AUDIT.md and the README's table are derived from them.

Only counts are kept: solutions may be published while hidden tests are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from grader import catalog
from grader.audit import Audit
from grader.handins import fingerprint, hand_ins
from grader.sync import write
from grader.weaknesses import weaknesses

FILE = "solutions/audit.json"


class Figures(NamedTuple):
    """What was handed in for an exercise, or for several, and what became of it; NumPy and PyTorch together."""

    right: int = 0
    accepted: int = 0
    mistakes: int = 0
    rejected: int = 0
    named: int = 0
    mutants: int = 0
    killed: int = 0
    waived: int = 0
    behaviours: int = 0
    refused: int = 0
    tests: int = 0
    weaknesses: int = 0

    @property
    def kill_rate(self) -> float:
        """Killed mutants, of those that are slips."""
        return self.killed / max(1, self.mutants - self.waived)


class Record(NamedTuple):
    """The figures of one exercise, and the files that they were taken of."""

    fingerprint: str
    figures: Figures


def figures(audit: Audit) -> Figures:
    right, mistakes, slips, manners = (audit.of(kind) for kind in ("right", "mistake", "mutant", "behaviour"))
    return Figures(
        right=len(right),
        accepted=sum(not mark.caught and not mark.broken for mark in right),
        mistakes=len(mistakes),
        rejected=sum(bool(mark.caught) for mark in mistakes),
        named=sum(mark.told == (mark.name,) for mark in mistakes),
        mutants=len(slips),
        killed=sum(bool(mark.caught) and not mark.waived for mark in slips),
        waived=sum(bool(mark.waived) for mark in slips),
        behaviours=len(manners),
        refused=sum(bool(mark.caught) for mark in manners),
        tests=len(audit.tests),
        weaknesses=len(weaknesses(audit)),
    )


def total(several: Any) -> Figures:
    return Figures(*map(sum, zip(*several, strict=True))) if several else Figures()


def read(root: Path) -> dict[str, Record]:
    """The records of all exercises that were audited; empty where there are none yet."""
    path = root / FILE
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: Record(entry["fingerprint"], Figures(**entry["figures"])) for name, entry in content["exercises"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise catalog.CatalogError(f"{path} cannot be read ({error!r}); delete it and run `gradlings audit --write`") from None


def keep(root: Path, records: Mapping[str, Record]) -> None:
    """Write the records of exercises that exist, in curriculum order, one line each."""
    there = [name for name in catalog.exercise_ids(root) if name in records]
    lines = [f" {json.dumps(name)}: {json.dumps(_entry(records[name]))}" for name in there]
    write(root / FILE, ('{"version": 1, "exercises": {\n' + ",\n".join(lines) + "\n}}\n").encode())


def _entry(record: Record) -> dict[str, Any]:
    return {"fingerprint": record.fingerprint, "figures": record.figures._asdict()}


def fingerprint_of(root: Path, name: str) -> str:
    """The fingerprint of an exercise as its files are now."""
    exercise = catalog.load(root, name)
    return fingerprint(root, exercise, hand_ins(root, exercise))


def outdated(root: Path, names: Iterable[str], records: Mapping[str, Record]) -> tuple[str, ...]:
    """Those of the exercises that are new, or have changed since they were audited."""

    def current(name: str) -> bool:
        return name in records and records[name].fingerprint == fingerprint_of(root, name)

    return tuple(name for name in names if not current(name))


def weak(names: Iterable[str], records: Mapping[str, Record]) -> tuple[str, ...]:
    """Those of the exercises whose last audit found something."""
    return tuple(name for name in names if name in records and records[name].figures.weaknesses)
