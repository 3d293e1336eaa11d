"""Counts over a class, fed with one record at a time: numbers are kept, texts are not."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean, median

from grader.exercise import Verdict
from grader.report.record import Record

BINS = 11  # of a histogram: ten of a tenth each, and one for full marks


@dataclass
class CheckTally:
    """One check, over all submissions of its exercise."""

    id: str
    title: str
    kind: str
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def run(self) -> int:
        return self.verdicts.total()

    @property
    def passed(self) -> int:
        return self.verdicts[Verdict.PASSED]


@dataclass
class MistakeTally:
    """One named mistake, and how many submissions were told it."""

    exercise: str
    name: str
    message: str
    count: int = 0


@dataclass
class ExerciseTally:
    """One exercise, over all its submissions."""

    id: str
    max_points: float
    points: list[float] = field(default_factory=list)
    checks: dict[str, CheckTally] = field(default_factory=dict)
    mistakes: dict[str, MistakeTally] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)  # submissions in which it occurs
    only_imprecise: int = 0  # submissions that are right but for their precision

    @property
    def submissions(self) -> int:
        return len(self.points)

    @property
    def mean(self) -> float:
        return fmean(self.points)

    @property
    def median(self) -> float:
        return median(self.points)

    @property
    def full(self) -> int:
        return sum(points >= self.max_points for points in self.points)

    @property
    def nothing(self) -> int:
        return sum(points == 0 for points in self.points)

    def hardest(self) -> list[CheckTally]:
        """Checks, those that fewest pass first."""
        return sorted(self.checks.values(), key=lambda check: (check.passed / check.run, -check.run))

    def common(self) -> list[MistakeTally]:
        """Named mistakes, the most common first."""
        return sorted(self.mistakes.values(), key=lambda mistake: (-mistake.count, mistake.name))

    def add(self, record: Record) -> None:
        self.points.append(record["points"])
        verdicts = {check["verdict"] for check in record["checks"]}
        self.verdicts.update(verdicts)
        self.only_imprecise += Verdict.IMPRECISE in verdicts and verdicts <= {Verdict.PASSED, Verdict.IMPRECISE}
        named = {}
        for check in record["checks"]:
            tally = self.checks.get(check["id"])
            if tally is None:
                tally = self.checks[check["id"]] = CheckTally(check["id"], check["title"], check["kind"])
            tally.verdicts[check["verdict"]] += 1
            if check["mistake"]:
                named[check["mistake"]["name"]] = check["mistake"]["message"]
        for name, message in named.items():
            self.mistakes.setdefault(name, MistakeTally(self.id, name, message)).count += 1


class Tally:
    """A whole class.  `planned` holds exercises and their points, known before anybody hands something in."""

    def __init__(self, planned: Mapping[str, float] | None = None) -> None:
        self.exercises = {name: ExerciseTally(name, points) for name, points in (planned or {}).items()}
        self._planned = tuple(self.exercises)
        self.points: dict[str, dict[str, float]] = {}  # of each student, by exercise
        self.broken: list[tuple[str, str, list[str]]] = []  # student, exercise, titles of checks that the kit could not run
        self.ways: Counter[tuple[str, str]] = Counter()  # how submissions were graded: ("seed", "0")

    @classmethod
    def of(cls, records: Iterable[Record], planned: Mapping[str, float] | None = None) -> Tally:
        tally = cls(planned)
        for record in records:
            tally.add(record)
        return tally

    def add(self, record: Record) -> None:
        """Count one record.  Of each student and exercise there is one that counts, and only that may come."""
        student, name, points, most = record["student"], record["exercise"], record["points"], record["max_points"]
        if not (math.isfinite(points) and 0 <= points <= most):
            raise ValueError(f"{points} of {most} points for {name} of {student!r} make no sense")
        exercise = self.exercises.setdefault(name, ExerciseTally(name, most))
        if exercise.max_points != most:
            raise ValueError(f"{name} was graded with {exercise.max_points:g} and with {most:g} points; grade it again")
        if name in self.points.setdefault(student, {}):
            raise ValueError(f"there are two records of {student!r} for {name}; only the one that counts may come")
        self.points[student][name] = points
        exercise.add(record)
        broken = [check["title"] for check in record["checks"] if check["verdict"] == Verdict.BROKEN]
        self.broken += [(student, name, broken)] if broken else []
        self.ways.update(_ways(record))

    @property
    def submissions(self) -> int:
        return sum(exercise.submissions for exercise in self.exercises.values())

    @property
    def max_points(self) -> float:
        return total(exercise.max_points for exercise in self.exercises.values())

    def students(self) -> list[str]:
        return sorted(self.points, key=alphabetical)

    def total(self, student: str) -> float:
        """What a student has in all; an exercise that was not handed in adds nothing."""
        return total(self.points.get(student, {}).values())

    def in_order(self) -> list[ExerciseTally]:
        """Exercises: the planned ones as they were given, then others by name."""
        others = sorted(self.exercises.keys() - set(self._planned))
        return [self.exercises[name] for name in (*self._planned, *others)]

    def common(self) -> list[MistakeTally]:
        """Named mistakes of all exercises, the most common first."""
        found = [mistake for exercise in self.exercises.values() for mistake in exercise.mistakes.values()]
        return sorted(found, key=lambda mistake: (-mistake.count, mistake.exercise, mistake.name))


def alphabetical(name: str) -> tuple[str, str]:
    """What names are sorted by: É stands beside e, and no two names are equal."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c)), name


def total(points: Iterable[float]) -> float:
    """A sum of points, which have two decimals, without the dust of binary fractions."""
    return round(math.fsum(points), 2)


def number(points: float) -> str:
    """Points as they are written: two decimals at most, and no exponent."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def histogram(points: Iterable[float], most: float) -> list[int]:
    """How many have less than a tenth of the points, less than two tenths, ..., all of them."""
    bins = [0] * BINS
    for each in points:
        bins[BINS - 1 if each >= most else int(each / most * (BINS - 1) + 1e-9)] += 1
    return bins


def _ways(record: Record) -> list[tuple[str, str]]:
    setup = record["setup"]
    small = f", and in {setup['dtype']}" if setup["dtype"] else ""
    return [
        ("seed", str(record["seed"])),
        ("setup", f"{setup['backend']} on {setup['device']}{small}"),
        ("versions", ", ".join(f"{name} {version}" for name, version in sorted(record["versions"].items()))),
        ("confinement", ", ".join(record["confinement"]) or "none"),
    ]
