"""Files are whole or absent, and a student's name reaches no other file and no other place."""

from __future__ import annotations

import csv
import os
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from graded_class import HOSTILE, TITLES, a_class, check, record

from grader.handed import Student
from grader.report.files import safe_name, write
from grader.report.publish import publish
from grader.report.record import REMEMBERED, Ungraded
from grader.report.similarity import export


@pytest.mark.parametrize("name", ["ada", "ada.lovelace", "s1234567", "ada+x@uni.example", "a", "ada_l-2"])
def test_an_ordinary_name_is_kept(name: str) -> None:
    assert safe_name(name) == name


def test_a_name_that_was_changed_says_so() -> None:
    assert re.fullmatch(r"Ada_Lovelace-[0-9a-f]{12}", safe_name("Ada Lovelace"))
    assert safe_name("Ünal Çelik").startswith("Ünal_Çelik-")
    assert safe_name("..").startswith("student-")
    assert safe_name("").startswith("student-")


@pytest.mark.parametrize(
    "name", [*HOSTILE, "con", "con.py", "nul.tar.gz", "com1", "lpt9.x", "a.", ".a", "-rf", "a/b", "a\\b", "a:b", "a\x00"]
)
def test_a_hostile_name_becomes_a_safe_one(name: str) -> None:
    safe = safe_name(name)
    assert not set(safe) & set('/\\:*?"<>|\0\n\r\t ')
    assert safe[0] not in ".-"
    assert safe[-1] not in ". "
    assert safe.split(".")[0].lower() not in ("con", "nul", "com1", "lpt9")
    assert len(f"{safe}.html".encode()) < 255


def test_no_two_students_share_a_file() -> None:
    names = [*HOSTILE, "ada", "Ada", "ADA", "a b", "a_b", "a  b", "a/b", "é", "e\u0301", "con", "CON", "a" * 299, "b" * 41]
    names += [safe_name(name) for name in names if safe_name(name) != name]  # whoever calls himself like another's file
    assert len({safe_name(name).casefold() for name in names}) == len(set(names))


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write(tmp_path / "new" / "file.txt", ["old"])

    def breaks() -> Iterator[str]:
        yield "new"
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="the disk is full"):
        write(path, breaks())
    assert path.read_text() == "old"
    assert [each.name for each in path.parent.iterdir()] == ["file.txt"]
    assert write(path, ["a\n", b"b"]).read_bytes() == b"a\nb"
    assert write(path, ["é", "\udc80"], encoding="utf-8-sig").read_bytes() == b"\xef\xbb\xbf\xc3\xa9?"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """Whoever knows the name under which a file is written can put a link there."""
    (tmp_path / "other").write_text("somebody else's")
    (tmp_path / f".file.txt.{os.getpid()}.part").symlink_to(tmp_path / "other")
    write(tmp_path / "file.txt", ["new"])
    assert (tmp_path / "other").read_text() == "somebody else's"
    assert (tmp_path / "file.txt").read_text() == "new"
    assert not (tmp_path / "file.txt").is_symlink()


def test_submissions_lie_as_tools_read_them(tmp_path: Path) -> None:
    handed_in = [("nets/add", name, b"x = 1\r\n\xff") for name in ["ada", *HOSTILE]]
    (tmp_path / "nets/add").mkdir(parents=True)
    (tmp_path / "nets/add/withdrawn.py").write_text("of an earlier export")
    (tmp_path / "my notes.txt").write_text("ours no more than theirs")
    written = [*export(tmp_path, iter(handed_in), {"nets/add": b"# stub"}), tmp_path / "my notes.txt"]
    inside = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert inside == {path.relative_to(tmp_path).as_posix() for path in written}
    assert (tmp_path / "nets/add/ada.py").read_bytes() == b"x = 1\r\n\xff"
    assert (tmp_path / "base-code/nets/add/add.py").read_bytes() == b"# stub"
    assert len(list((tmp_path / "nets/add").iterdir())) == len(handed_in)
    with (tmp_path / "students.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["file", "student"]
    assert ["ada.py", "ada"] in rows
    assert all((tmp_path / "nets/add" / row[0]).is_file() for row in rows[1:])
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert all(
        tool in readme
        for tool in ("dolos run -f web -l python -i", "jplag.jar -l python3 -bc", "compare50 ", "moss -l python -b")
    )


@pytest.mark.parametrize("outside", ["../up", "nets", "nets/add/more", "nets/..", "/nets/add"])
def test_an_exercise_is_no_path(tmp_path: Path, outside: str) -> None:
    with pytest.raises(ValueError, match="is not the name of an exercise"):
        list(export(tmp_path, [(outside, "ada", b"")], {}))


def test_everything_is_published_twice_the_same(tmp_path: Path) -> None:
    """No time, no random name, no order of a set or of what came first."""
    made, roster = a_class(5), [Student("student01", "Ada", "ada@uni.example")]
    shuffled = [dict(reversed(list(each.items()))) for each in made]
    for folder, records in (("one", made), ("two", shuffled)):
        ungraded = [Ungraded("eve", "nets/add", "too large")]
        publish(tmp_path / folder, iter(records), roster=roster, ungraded=ungraded)
    one, two = (
        {p.relative_to(tmp_path / f): p.read_bytes() for p in (tmp_path / f).rglob("*") if p.is_file()} for f in ("one", "two")
    )
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path] and path.name != "results.json"] == []
    assert {path.name for path in one if path.parent == Path()} == {
        "grades.csv",
        "canvas.csv",
        "moodle.csv",
        "results.json",
        "junit.xml",
        "report.html",
    }
    assert len([path for path in one if path.suffix == ".md"]) == len({each["student"] for each in made})


def test_a_class_of_nobody_and_of_one(tmp_path: Path) -> None:
    assert len(publish(tmp_path, [])) == 6
    assert [path.name for path in (tmp_path / "feedback").iterdir()] == ["files.csv"]
    heard: list[int] = []
    publish(tmp_path, [record(), record(exercise="nets/add"), record("bob")], done=heard.append)
    assert heard == [2, 1]
    assert {path.name for path in (tmp_path / "feedback").iterdir()} == {"files.csv", "ada.md", "ada.html", "bob.md", "bob.html"}


def test_texts_of_a_class_are_not_kept(tmp_path: Path) -> None:
    """Nor those that are remembered because others may be told the same: twice the class takes no more."""

    def talkative(number: int) -> Iterator[dict[str, object]]:
        for student in range(number):
            checks = [check(name, "wrong", f"{student}\n{'x' * 5000}") for name in TITLES]
            yield record(f"student{student:04}", checks=checks)

    peaks = []
    for students in (2 * REMEMBERED, 4 * REMEMBERED, 4 * REMEMBERED):  # one of which may meet a table of Python's own that grows
        tracemalloc.start()
        publish(tmp_path, talkative(students))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert min(peaks[1:]) - peaks[0] < 2 * REMEMBERED * 2000  # bytes, of names and numbers: of texts it would be 15,000 each


def test_what_breaks_on_the_way_leaves_the_old_files(tmp_path: Path) -> None:
    publish(tmp_path, [record()])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    def breaks() -> Iterator[dict[str, object]]:
        yield record("bob")
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="the disk is full"):
        publish(tmp_path, breaks())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
