"""Grades for spreadsheets, Canvas and Moodle: nothing is run, nobody gets another's grade, nothing missing becomes 0."""

from __future__ import annotations

import csv
import io

import pytest
from graded_class import HOSTILE, a_class, record

from grader.handed import Student
from grader.report.gradebook import canvas, known_to_moodle, moodle, plain, strays, text
from grader.report.tally import Tally

ADA = Student("ada", "Ada Lovelace", "ada@uni.example", "1815", "lovelace", "42", "Section 1")
RIP = Student("rip", "Rip van Winkle", "rip@uni.example")
HALF = ("passed", "wrong", "passed")
TALLY = Tally.of([record("ada", "filters/blur", HALF), record("ada", "nets/add"), record("zoe", "nets/add")])


def rows(told: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(told, newline="")))


def test_plain_has_a_column_for_each_exercise_and_the_sum() -> None:
    assert rows(plain(TALLY)) == [
        ["student", "filters/blur", "nets/add", "total"],
        ["ada", "6.67", "10", "16.67"],
        ["zoe", "", "10", "10"],
    ]


def test_who_handed_nothing_in_has_no_grade_unless_it_is_asked_for() -> None:
    assert rows(plain(TALLY, [RIP]))[1:] == [["rip", "", "", ""], ["ada", "6.67", "10", "16.67"], ["zoe", "", "10", "10"]]
    assert rows(plain(TALLY, [RIP], missing_is_zero=True))[1] == ["rip", "0", "0", "0"]
    assert rows(moodle(TALLY, [RIP]))[1] == ["rip@uni.example", "-", "-"]
    assert rows(moodle(TALLY, [RIP], missing_is_zero=True))[1] == ["rip@uni.example", "0", "0"]
    assert rows(canvas(TALLY, [RIP]))[2] == ["Rip van Winkle", "", "", "rip", "", "", ""]


def test_totals_are_sums() -> None:
    for row in rows(plain(Tally.of(a_class())))[1:]:
        *points, whole = [float(cell or 0) for cell in row[1:]]
        assert whole == pytest.approx(sum(points))


def test_canvas_reads_it() -> None:
    titles = {"filters/blur": "Blur (4711)", "nets/add": "Add (4712)"}
    assert rows(canvas(TALLY, [ADA], titles)) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Blur (4711)", "Add (4712)"],
        ["    Points Possible", "", "", "", "", "10", "10"],
        ["Ada Lovelace", "42", "1815", "lovelace", "Section 1", "6.67", "10"],
    ]


def test_a_whole_problem_set_may_be_one_assignment() -> None:
    assert [row[5:] for row in rows(canvas(TALLY, [ADA, RIP], one="Set 1 (9)"))] == [["Set 1 (9)"], ["20"], ["16.67"], [""]]
    assert rows(moodle(TALLY, [ADA, RIP], one="Set 1")) == [
        ["Email address", "Set 1"],
        ["ada@uni.example", "16.67"],
        ["rip@uni.example", "-"],
    ]


def test_two_columns_never_share_a_name() -> None:
    with pytest.raises(ValueError, match=r"two columns are called 'Set', and a gradebook would take one for the other"):
        canvas(TALLY, titles={"filters/blur": "Set", "nets/add": "Set"})


def test_moodle_knows_people_by_what_it_is_asked() -> None:
    assert rows(moodle(TALLY))[0] == ["Email address", "filters/blur", "nets/add"]
    assert [row[0] for row in rows(moodle(TALLY))] == ["Email address", "ada", "zoe"]
    assert [row[0] for row in rows(moodle(TALLY, [ADA], by="number"))] == ["ID number", "1815"]
    assert [row[0] for row in rows(moodle(TALLY, [ADA], by="login"))] == ["Username", "lovelace"]


def test_a_row_that_names_nobody_would_grade_the_person_above() -> None:
    with pytest.raises(ValueError, match=r"the roster gives 'rip' no ID number, and Moodle would grade somebody else"):
        moodle(TALLY, [ADA, RIP], by="number")


def test_moodle_is_told_of_people_by_what_the_roster_knows_of_most() -> None:
    numbered = [ADA, RIP._replace(email="", number="1819")]
    assert known_to_moodle(numbered) == ("number", numbered)
    assert known_to_moodle([ADA, RIP._replace(email="")]) == ("email", [ADA])
    assert known_to_moodle([Student("ada@uni.example")]) == ("email", [Student("ada@uni.example", email="ada@uni.example")])
    assert known_to_moodle([]) == ("email", [])


def test_who_has_a_number_needs_no_made_up_login() -> None:
    assert rows(canvas(TALLY, [ADA._replace(login="")]))[2][:5] == ["Ada Lovelace", "42", "1815", "", "Section 1"]


def test_strays_are_not_told_to_a_gradebook_and_not_lost() -> None:
    assert strays(TALLY, [ADA]) == ["zoe"]
    assert len(rows(moodle(TALLY, [ADA]))) == 2
    assert len(rows(canvas(TALLY, [ADA]))) == 3
    assert rows(plain(TALLY, [ADA]))[-1] == ["zoe", "", "10", "10"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("ada+x@uni.example", "ada+x@uni.example"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\n=1", "'\\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a, -1", "a, '-1"),
        ("two\nlines", "two\\nlines"),
        ("\u202egnp", "\\u202egnp"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_defused(cell: str, shown: str) -> None:
    assert text(cell) == shown


@pytest.mark.parametrize("told", [plain, canvas, moodle])
def test_hostile_names_stay_in_their_cells(told: object) -> None:
    tally = Tally.of([record(name or "nobody") for name in HOSTILE])
    lines = told(tally)  # type: ignore[operator]
    table = rows(lines)
    assert len({len(row) for row in table}) == 1
    assert len(table) == lines.count("\r\n")
    for row in table:
        assert not row[0].startswith(("=", "+", "@", "\t", "\r"))


def test_numbers_are_numbers() -> None:
    for row in rows(plain(Tally.of(a_class())))[1:]:
        for cell in row[1:]:
            assert cell == "" or float(cell) >= 0


def test_an_empty_class() -> None:
    assert rows(plain(Tally())) == [["student", "total"]]
    assert rows(plain(Tally(planned={"nets/add": 10}), [RIP])) == [["student", "nets/add", "total"], ["rip", "", ""]]
    assert len(rows(canvas(Tally()))) == 2
    assert rows(moodle(Tally())) == [["Email address"]]
