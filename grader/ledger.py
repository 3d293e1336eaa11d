"""Prints an audit: for a terminal, as JSON, as `solutions/AUDIT.md`, and as a table in the README."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.audit import Audit
from grader.figures import Figures, Record, figures, total
from grader.sync import write
from grader.weaknesses import Weakness, weaknesses

PAGE = "solutions/AUDIT.md"
PANEL = "tests/panel"
MARKS = re.compile(r"(<!-- audit -->\n).*?(<!-- /audit -->)", re.DOTALL)
INTRODUCTION = """# Audit

How often is a verdict wrong? Everything below was handed in as a learner's file and graded by the tests that grade learners.
`gradlings audit --write` takes these figures again for every exercise that has changed; `gradlings audit topic/name` shows
what stands behind one row.

- **right**: the reference, its twin in PyTorch and other right answers, accepted.
- **mistakes**: wrong solutions that people write, in NumPy and in PyTorch: rejected, and named to the learner.
- **mutants**: the reference and its twin with one small slip in the code, noticed. *Equivalent* ones give the same for every
  allowed input; each is explained above its line in the solution.
- **manners**: functions with right values that change their input, return it, keep state, lose the dtype or know nothing but
  the examples, and functions that return constants: rejected wherever the exercise gives them occasion.
"""
HEAD = ["exercise", "right", "mistakes", "named", "mutants", "equivalent", "manners", "hidden tests"]


def _of(part: int, whole: int) -> str:
    return f"{part}/{whole}"


def _cells(found: Figures) -> list[str]:
    slips = found.mutants - found.waived
    return [
        _of(found.accepted, found.right),
        _of(found.rejected, found.mistakes),
        _of(found.named, found.mistakes),
        _of(found.killed, slips),
        str(found.waived),
        _of(found.refused, found.behaviours),
        str(found.tests),
    ]


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in [HEAD, ["---", *["--:"] * (len(HEAD) - 1)], *rows]]


def page(records: Mapping[str, Record]) -> str:
    """`solutions/AUDIT.md`: a table for each topic with its totals, and the totals of all."""
    topics: dict[str, list[tuple[str, Figures]]] = {}
    for name, record in records.items():
        topic, short = name.split("/")
        topics.setdefault(topic, []).append((short, record.figures))
    lines = [INTRODUCTION, "## All topics", ""]
    rows = [[f"{topic} ({len(found)})", *_cells(total([f for _, f in found]))] for topic, found in topics.items()]
    lines += _table([*rows, ["**all**", *_cells(total([record.figures for record in records.values()]))]])
    for topic, found in topics.items():
        lines += ["", f"## {topic}", "", *_table([[f"[{name}]({topic}/{name}.py)", *_cells(counts)] for name, counts in found])]
    return "\n".join(lines) + "\n"


def readme(text: str, records: Mapping[str, Record], strangers: int) -> str:
    """The README with today's totals between its marks; `strangers` counts the files of the panel."""
    found = total([record.figures for record in records.values()])
    slips = found.mutants - found.waived
    rows = [
        ("right answers in several styles", found.right, f"{found.accepted} accepted"),
        ("known mistakes, in NumPy and PyTorch", found.mistakes, f"{found.rejected} rejected, {found.named} of them named"),
        ("mutants: a reference with one small slip", slips, f"{found.killed} noticed ({100 * found.kill_rate:.1f} %)"),
        ("right values with bad manners, and constants", found.behaviours, f"{found.refused} rejected"),
    ]
    if strangers:  # tests/test_panel.py sees to it
        rows.append(("answers of strangers, who knew the statement alone", strangers, "each gets the one that it carries"))
    lines = [f"| handed in for {len(records)} exercises | files | verdict |", "|---|--:|---|"]
    lines += [f"| {what} | {number} | {verdict} |" for what, number, verdict in rows]
    return MARKS.sub(lambda match: match[1] + "\n".join(lines) + "\n" + match[2], text)


def pages(root: Path, records: Mapping[str, Record]) -> dict[Path, str]:
    """The texts that are derived from the records, by their paths."""
    texts = {root / PAGE: page(records)}
    front = root / "README.md"
    if front.is_file():
        strangers = len(list((root / PANEL).glob("*/*/*/*.py")))
        texts[front] = readme(front.read_text(encoding="utf-8"), records, strangers)
    return texts


def publish(root: Path, records: Mapping[str, Record]) -> None:
    for path, text in pages(root, records).items():
        write(path, text.encode())


def unpublished(root: Path, records: Mapping[str, Record]) -> tuple[str, ...]:
    """Derived pages that do not say what the records say."""
    texts = pages(root, records)
    return tuple(
        path.relative_to(root).as_posix()
        for path, text in texts.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    )


def told(audit: Audit, closely: bool = False) -> str:
    """An audit for a terminal: its figures in a line, then what is weak; `closely`, what each hidden test catches."""
    found = figures(audit)
    names = ["right", "mistakes", "named", "mutants", "equivalent", "manners"]
    counts = "   ".join(f"{name} {cell}" for name, cell in zip(names, _cells(found), strict=False))
    lines = [f"{audit.exercise}   {counts}"]
    lines += [_indented(weakness) for weakness in weaknesses(audit)]
    if closely:
        lines += ["", *_tests(audit)]
    return "\n".join(lines)


def _indented(weakness: Weakness) -> str:
    diff = "".join(f"\n        {line}" for line in weakness.diff.splitlines())
    return f"    {weakness.kind}: {weakness.text}{diff}"


def _tests(audit: Audit) -> list[str]:
    """What each hidden test catches, and what nothing but it catches."""
    width = max(map(len, [*audit.tests, "hidden test"]))
    lines = [f"    {'hidden test':<{width}}  catches  alone"]
    for test in audit.tests:
        alone = audit.catches_alone(test)
        names = ", ".join(f"{mark.line}: {mark.name}" if mark.line else mark.name for mark in alone)
        lines.append(f"    {test:<{width}}  {len(audit.catches(test)):>7}  {len(alone):>5}  {names[:120]}".rstrip())
    return lines


def as_json(audits: Sequence[Audit]) -> str:
    """Everything that is known, for other programs."""
    entries = [
        {
            "exercise": audit.exercise,
            "figures": figures(audit)._asdict(),
            "weaknesses": [weakness._asdict() for weakness in weaknesses(audit)],
            "tests": {
                test: {"catches": len(audit.catches(test)), "alone": [mark.name for mark in audit.catches_alone(test)]}
                for test in audit.tests
            },
            "marks": [mark._asdict() for mark in audit.marks],
        }
        for audit in audits
    ]
    return json.dumps({"version": 1, "audits": entries}, indent=1, ensure_ascii=False)


def summary(audits: Sequence[Audit]) -> str:
    """The last line: whether there is anything to do."""
    count = sum(len(weaknesses(audit)) for audit in audits)
    several = f"{len(audits)} exercises" if len(audits) != 1 else "1 exercise"
    return f"{several}: {count} {'weakness' if count == 1 else 'weaknesses'}." if count else f"{several}: nothing is weak."
