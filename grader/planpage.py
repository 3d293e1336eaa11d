"""A plan, as a person reads it before work starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.handed import Plan, Skipped

NAMED = 4  # exercises that a line names
ALIKE = 4  # files of one place in as many students' folders are one line


def plan_text(plan: Plan, exercises: Sequence[str]) -> str:
    """Students and exercises found, what is missing, and every file that will not be graded, with the reason."""
    found: dict[str, set[str]] = {student.key: set() for student in plan.enrolled}
    for one in plan.submissions:
        found.setdefault(one.student, set()).add(one.exercise)
    number = len(plan.submissions)
    head = f"{_many(number, 'answer')} of {_many(sum(map(bool, found.values())), 'student')} will be graded."
    sections = [[head], _students(found, exercises), _exercises(found, exercises), _remarks(plan), _skipped(plan.skipped)]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _students(found: dict[str, set[str]], exercises: Sequence[str]) -> list[str]:
    rows = [("student", "found", "missing")]
    for student in sorted(found):
        missing = [exercise for exercise in exercises if exercise not in found[student]]
        rows.append((student, str(len(found[student])), "everything" if not found[student] else _some(missing)))
    return _table(rows) if len(rows) > 1 else []


def _exercises(found: dict[str, set[str]], exercises: Sequence[str]) -> list[str]:
    rows = [(exercise, str(sum(exercise in had for had in found.values())), "") for exercise in exercises]
    return _table([("exercise", "students", ""), *rows])


def _remarks(plan: Plan) -> list[str]:
    return ["To know:", *(f"  {remark.where}: {remark.text}" for remark in plan.remarks)] if plan.remarks else []


def _skipped(skipped: Iterable[Skipped]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for one in skipped:
        reasons.setdefault(one.reason, []).append(one.where)
    number = sum(map(len, reasons.values()))
    lines = [f"Not graded ({_many(number, 'file')}):"] if reasons else []
    for reason, places in reasons.items():
        lines += [f"  {reason}", *(f"    {line}" for line in _alike(places))]
    return lines


def _alike(places: Sequence[str]) -> list[str]:
    """``*/README.md (30 times)`` for what lies in the same place below many folders."""
    below: dict[str, list[str]] = {}
    for where in places:
        below.setdefault(where.partition("/")[2] or where, []).append(where)
    lines: list[str] = []
    for rest, same in below.items():
        lines += same if len(same) < ALIKE else [f"*/{rest} ({len(same)} times)"]
    return lines


def _table(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [f"{row[0]:<{first}}  {row[1]:>{second}}  {row[2]}".rstrip() for row in rows]


def _some(exercises: Sequence[str]) -> str:
    more = f" and {len(exercises) - NAMED} more" if len(exercises) > NAMED else ""
    return ", ".join(exercises[:NAMED]) + more


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
