"""The roster, the pattern, and the page that a person reads before work starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from class_folder import CONV, EXERCISES, RELU, fill, packed, reasons, remarks, who

from grader import intake
from grader.handed import IntakeError, Student

ROSTER = """Student,ID,SIS User ID,SIS Login ID,E-Mail,GitHub,Name
    Points Possible,,,,,,
al01,123,S-9,alovelace,ada@example.org,ada-l,"Lovelace, Ada"
at02,124,S-8,aturing,alan@example.org,enigma,Alan Turing
gh03,125,S-7,ghopper,grace@example.org,cobol,Grace Hopper
"""


@pytest.mark.parametrize(
    "folder",
    [
        *("al01", "123", "s-9", "ALOVELACE", "ada@example.org", "ada", "Ada-L", "Lovelace, Ada", "Ada Lovelace", "ada_lovelace"),
        *("Ada Lovelace_77_assignsubmission_file_", "77-88 - Ada Lovelace - Oct 10, 2026 1022 AM"),
    ],
)
def test_a_roster_knows_a_student_by_any_of_its_columns(tmp_path: Path, folder: str) -> None:
    roster = fill(tmp_path, {"roster.csv": ROSTER}) / "roster.csv"
    fill(tmp_path / "class", {f"{folder}/conv2d.py": "conv2d"})
    plan = intake.plan(tmp_path / "class", EXERCISES, roster=roster)
    assert who(plan) == [("al01", "conv2d")]
    assert [one.key for one in plan.enrolled] == ["al01", "at02", "gh03"]
    assert plan.remarks == ()


def test_canvas_gradescope_and_github_by_roster(tmp_path: Path) -> None:
    roster = fill(tmp_path, {"roster.csv": ROSTER}) / "roster.csv"
    canvas = {"lovelaceada_9123_4567_conv2d.py": "conv2d", "somebody_124_4568_conv2d.py": "conv2d"}
    assert who(intake.plan(fill(tmp_path / "canvas", canvas), EXERCISES, roster=roster)) == [
        ("al01", "conv2d"),
        ("at02", "conv2d"),
    ]
    metadata = "submission_1:\n  :submitters:\n  - :name: Alan Turing\n    :sid:\n    :email: other@example.org\n"
    gradescope = fill(tmp_path / "gs", {"submission_1/conv2d.py": "conv2d", "submission_metadata.yml": metadata})
    assert who(intake.plan(gradescope, EXERCISES, roster=roster)) == [("at02", "conv2d")]
    clones = {"hw1-ada-l/.git/x": "", "hw1-ada-l/conv2d.py": "conv2d", "lab-2-enigma/.git/x": "", "lab-2-enigma/relu.py": "relu"}
    assert who(intake.plan(fill(tmp_path / "git", clones), EXERCISES, roster=roster)) == [("al01", "conv2d"), ("at02", "relu")]

    alike = {"hw1-mary-ann/.git/x": "", "hw1-mary-ann/relu.py": "relu", "hw1-mary-sue/.git/x": "", "hw1-mary-sue/relu.py": "relu"}
    fill(tmp_path, {"marys.csv": "github\nann\nmary-ann\nmary-sue\n", "ann.csv": "github\nann\n"})
    folder = fill(tmp_path / "alike", alike)
    assert who(intake.plan(folder, EXERCISES, roster=tmp_path / "marys.csv")) == [("mary-ann", "relu"), ("mary-sue", "relu")]
    strangers = fill(folder, {"hw1-bob/.git/x": ""})
    assert who(intake.plan(strangers, EXERCISES, roster=tmp_path / "ann.csv")) == [("mary-ann", "relu"), ("mary-sue", "relu")]


def test_what_is_said_of_two_students_is_said_of_none(tmp_path: Path) -> None:
    rows = "id;name;email\n1;Anna Schmidt;anna@a.org\n2;Anna Schmidt;anna@b.org\n\n3\n"
    roster = fill(tmp_path, {"roster.csv": rows.encode("utf-8-sig")}) / "roster.csv"
    fill(tmp_path / "class", {"Anna Schmidt/conv2d.py": "conv2d", "anna/relu.py": "relu", "2/relu.py": "relu"})
    plan = intake.plan(tmp_path / "class", EXERCISES, roster=roster)
    assert who(plan) == [("2", "relu"), ("Anna Schmidt", "conv2d"), ("anna", "relu")]
    assert [one.key for one in plan.enrolled] == ["1", "2", "3"]
    assert remarks(plan) == dict.fromkeys(["Anna Schmidt", "anna"], "Nobody of this name is on the roster.")


CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77)
,,,,,Manual Posting
    Points Possible,,,,,10
"Lovelace, Ada",123,S-9,alovelace,Section 1,
"Turing, Alan",124,S-8,aturing,Section 2,
"""
MOODLE = "First name,Last name,ID number,Email address\nAda,Lovelace,S-9,ada@example.org\nAlan,Turing,,alan@example.org\n"


@pytest.mark.parametrize(
    ("content", "students"),
    [
        (
            CANVAS,
            [
                Student("Lovelace, Ada", "Lovelace, Ada", "", "S-9", "alovelace", "123", "Section 1"),
                Student("Turing, Alan", "Turing, Alan", "", "S-8", "aturing", "124", "Section 2"),
            ],
        ),
        (
            CANVAS.replace("Turing, Alan", "Lovelace, Ada"),
            [
                Student("S-9", "Lovelace, Ada", "", "S-9", "alovelace", "123", "Section 1"),
                Student("S-8", "Lovelace, Ada", "", "S-8", "aturing", "124", "Section 2"),
            ],
        ),
        (
            MOODLE,
            [
                Student("ada@example.org", "Ada Lovelace", "ada@example.org", "S-9"),
                Student("alan@example.org", "Alan Turing", "alan@example.org"),
            ],
        ),
        ("id,name\n7,Ada\n", [Student("7", "Ada", number="7")]),
        ("Username,E-mail address\nada,a@x.org\n", [Student("ada", email="a@x.org", login="ada")]),
        ("First name,Surname\nAda,Lovelace\n", [Student("Ada Lovelace", "Ada Lovelace")]),
    ],
)
def test_what_gradebooks_export_is_a_roster(tmp_path: Path, content: str, students: list[Student]) -> None:
    roster = fill(tmp_path, {"roster.csv": content}) / "roster.csv"
    plan = intake.plan(fill(tmp_path / "class", {"Ada Lovelace/relu.py": "relu"}), EXERCISES, roster=roster)
    assert plan.enrolled == tuple(students)


def test_moodle_names_a_folder_after_the_whole_name(tmp_path: Path) -> None:
    roster = fill(tmp_path, {"roster.csv": MOODLE}) / "roster.csv"
    folder = fill(tmp_path / "class", {"Ada Lovelace_9_assignsubmission_file_/relu.py": "relu"})
    assert who(intake.plan(folder, EXERCISES, roster=roster)) == [("ada@example.org", "relu")]


def test_a_roster_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    roster = fill(tmp_path, {"roster.csv": "Name\tE-mail\r\nRen\u00e9\tr@x.org\r\n".encode("latin-1")}) / "roster.csv"
    plan = intake.plan(fill(tmp_path / "class", {"r/conv2d.py": "conv2d"}), EXERCISES, roster=roster)
    assert who(plan) == [("r@x.org", "conv2d")]


NO_COLUMN = (
    "has no column that says who a student is, such as student, username, number, sis id, login, id, canvas, email, github, name"
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", NO_COLUMN),
        (b"points,grade\n1,2\n", NO_COLUMN),
        (b'student\n"' + b"a" * 200_000 + b'"\n', "is no CSV file (field larger than field limit (131072))"),
        (b"login,email\nAda,a@x.org\nBob,A@x.org\n", "gives Ada and Bob the same e-mail address, A@x.org"),
        (b"x" * 10_000_001, "is larger than 10 MB"),
        (None, "cannot be read: it cannot be read (No such file or directory)"),
    ],
)
def test_a_roster_that_is_none(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    roster = tmp_path / "roster.csv"
    if content is not None:
        roster.write_bytes(content)
    with pytest.raises(IntakeError) as caught:
        intake.plan(tmp_path, EXERCISES, roster=roster)
    assert str(caught.value) == f"the roster {roster} {sentence}"


FILES = {
    "spring/mary_ann/hw1/conv2d.py": "conv2d",
    "spring/mary_ann/hw2/conv2d.py": "def conv2d(): second",
    "spring/bob/hw1/activations/relu.py": "relu",
    "spring/cid.zip": packed({"x/y/conv2d_backward.py": "conv2d_backward", "x/conv2d.py": "conv2d"}),
}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("spring/{student}/hw1/{name}.py", [("mary_ann", "conv2d")]),
        ("spring/{student}/*/{topic}/{name}.py", [("bob", "relu")]),
        ("spring/{student}/hw1/{exercise}.py", [("bob", "relu")]),
        ("**/{student}/hw?/{name}.py", None),
        ("**/{student}.zip/**/{name}.py", [("cid", "conv2d"), ("cid", "conv2d_backward")]),
        ("spring/{student}.zip/x/{name}.py", [("cid", "conv2d")]),
        ("spring/{student}.zip/x/y/{name}.py", [("cid", "conv2d_backward")]),
        ("spring/{student}_*/hw2/*.py", [("mary", "conv2d")]),
        ("spring/{student}/hw2/{topic}.py", None),
    ],
)
def test_a_pattern(tmp_path: Path, pattern: str, expected: list[tuple[str, str]] | None) -> None:
    fill(tmp_path, FILES)
    if expected is None:
        with pytest.raises(IntakeError) as caught:
            intake.plan(tmp_path, EXERCISES, pattern)
        assert str(caught.value) == f'the pattern "{pattern}" fits no file, spring/cid.zip/x/y/conv2d_backward.py for example'
    else:
        plan = intake.plan(tmp_path, EXERCISES, pattern)
        assert who(plan) == expected
        assert set(reasons(plan).values()) == {"Its place does not fit the pattern."}


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("{name}.py", 'the pattern "{name}.py" does not say where the student stands: {student}'),
        (
            "{student}/{nane}.py",
            'the pattern "{student}/{nane}.py" has no field {nane}: there are {student}, {exercise}, {topic} and {name}',
        ),
        (
            "{student/{name}.py",
            'the pattern "{student/{name}.py" has a brace that stands alone: there are {student}, {exercise}, {topic} and {name}',
        ),
        ("{student}/{student}.py", 'the pattern "{student}/{student}.py" says the same thing twice'),
        ("{student}/{exercise}/{name}.py", 'the pattern "{student}/{exercise}/{name}.py" says the same thing twice'),
    ],
)
def test_a_wrong_pattern_gets_one_sentence(tmp_path: Path, pattern: str, sentence: str) -> None:
    with pytest.raises(IntakeError) as caught:
        intake.plan(tmp_path, EXERCISES, pattern)
    assert str(caught.value) == sentence


def test_the_page_before_work_starts(tmp_path: Path) -> None:
    roster = fill(tmp_path, {"roster.csv": "student\nada\nalan\ngrace\n"}) / "roster.csv"
    files: dict[str, str | bytes] = {
        "ada/conv2d.py": "conv2d",
        "ada/activations/relu.py": b"",
        "alan/relu.py": "relu",
        "alan/old/relu.py": "def relu(): old",
        "zoe/conv2d.py": "conv2d",
    }
    readme: dict[str, str | bytes] = {f"{name}/hw/README.md": "" for name in ("ada", "alan", "kurt", "zoe")}
    plan = intake.plan(fill(tmp_path / "class", files | readme), [CONV, RELU], roster=roster)
    assert intake.plan_text(plan, [CONV, RELU]) == (
        """\
4 answers of 3 students will be graded.

student  found  missing
ada          2
alan         1  convolution/conv2d
grace        0  everything
zoe          1  activations/relu

exercise            students
convolution/conv2d         2
activations/relu           2

To know:
  ada/activations/relu.py: It is empty, and graded as it is.
  zoe: Nobody of this name is on the roster.

Not graded (5 files):
  It is neither a Python file nor a notebook nor a zip.
    */hw/README.md (4 times)
  For activations/relu the file alan/relu.py counts, which lies nearer to the top.
    alan/old/relu.py
"""
    )


def test_the_page_of_an_empty_folder_and_of_many_exercises(tmp_path: Path) -> None:
    assert intake.plan_text(intake.plan(tmp_path, [CONV]), [CONV]) == (
        "0 answers of 0 students will be graded.\n\nexercise            students\nconvolution/conv2d         0\n"
    )
    many = [f"topic/name{number}" for number in range(7)]
    plan = intake.plan(fill(tmp_path, {"ada/name0.py": ""}), many)
    assert "ada          1  topic/name1, topic/name2, topic/name3, topic/name4 and 2 more\n" in intake.plan_text(plan, many)
