"""Everything that is told of a class, written into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from grader.handed import Student
from grader.report import gradebook, html
from grader.report.feedback import write_index, write_pages
from grader.report.files import whole, write
from grader.report.junit import Suites
from grader.report.record import Array, Record, Ungraded, outcome
from grader.report.students import by_student
from grader.report.tally import Tally

BUFFER = 2**20  # bytes


def publish(
    folder: Path,
    records: Iterable[Record],
    *,
    title: str = "Class report",
    roster: Sequence[Student] = (),
    planned: Mapping[str, float] | None = None,
    ungraded: Sequence[Ungraded] = (),
    visible_only: bool = False,
    missing_is_zero: bool = False,
    done: Callable[[int], None] = lambda number: None,
) -> list[Path]:
    """Write tables, results.json, junit.xml, the page for the instructor and a page for each student; all but those are returned.

    `records` are sorted by student; nothing but counts is kept of them.  `done` hears of each student, how many there were.
    """
    tally = Tally(planned)
    with whole(folder / "results.json", BUFFER) as file, Suites(folder) as suites:
        results = Array(file)
        for student, own in by_student(records):
            outcomes = list(map(outcome, own))
            for record, told in zip(own, outcomes, strict=True):
                tally.add(record)
                results.add(record, told)
            suites.add(student, outcomes)
            write_pages(folder / "feedback", student, outcomes, visible_only)
            done(len(own))
        results.end()
    # Spreadsheets take a file for Latin-1 unless it begins with a mark; gradebooks need none.
    plain = gradebook.plain(tally, roster, missing_is_zero)
    by, known = gradebook.known_to_moodle(roster)
    write_index(folder / "feedback", tally.points)
    return [
        write(folder / "grades.csv", [plain], encoding="utf-8-sig"),
        write(folder / "canvas.csv", [gradebook.canvas(tally, roster, missing_is_zero=missing_is_zero)]),
        write(folder / "moodle.csv", [gradebook.moodle(tally, known, by=by, missing_is_zero=missing_is_zero)]),
        folder / "results.json",
        *suites.written,
        write(folder / "report.html", html.page(tally, title, roster, ungraded)),
    ]
