"""Everything that is told of a class, written into one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from grader.handed import Student
from grader.report import gradebook, html
from grader.report.feedback import write_feedback
from grader.report.files import write
from grader.report.junit import junit
from grader.report.record import Record, Ungraded, array
from grader.report.tally import Tally


def publish(
    folder: Path,
    records: Callable[[], Iterable[Record]],
    *,
    title: str = "Class report",
    roster: Sequence[Student] = (),
    planned: Mapping[str, float] | None = None,
    ungraded: Sequence[Ungraded] = (),
    visible_only: bool = False,
    missing_is_zero: bool = False,
) -> list[Path]:
    """Write tables, results.json, junit.xml, the page for the instructor and a page for each student.

    `records` is asked for its records several times, and gives them sorted by student.  Nothing but counts is kept of them.
    """
    tally = Tally.of(records(), planned)
    # Spreadsheets take a file for Latin-1 unless it begins with a mark; gradebooks need none.
    plain = gradebook.plain(tally, roster, missing_is_zero)
    written = [write(folder / "grades.csv", [plain], encoding="utf-8-sig")]
    written.append(write(folder / "canvas.csv", [gradebook.canvas(tally, roster, missing_is_zero=missing_is_zero)]))
    by, known = gradebook.known_to_moodle(roster)
    written.append(write(folder / "moodle.csv", [gradebook.moodle(tally, known, by=by, missing_is_zero=missing_is_zero)]))
    written.append(write(folder / "results.json", array(records())))
    written.append(write(folder / "junit.xml", junit(records())))
    written.append(write(folder / "report.html", html.page(tally, title, roster, ungraded)))
    return [*written, *write_feedback(folder / "feedback", records(), visible_only)]
