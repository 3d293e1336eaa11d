"""A course with the real nbgrader: every hand-in gets what it deserves, whichever of the two ways grades it."""

from __future__ import annotations

import csv
import html
import json
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT, load
from course import student_course
from graded_class import check, record
from nbgrader_class import (
    POINTS,
    RELU,
    RIGHT,
    SOFTMAX,
    TOPIC,
    HandIn,
    a_class,
    cell_of,
    cells_of,
    commands,
    due,
    grades,
    hand_in,
    hasty,
    mistakes,
    nbgrader,
    points,
    typed,
    written,
)

from grader import catalog, cli, mutants, submission
from grader.export import gradebook
from grader.export.course import places
from grader.export.marks import marks

pytest.importorskip("nbgrader")
pytestmark = pytest.mark.timeout(600)
MISTAKEN = 4  # students who make a known mistake, without --whole


class Graded(NamedTuple):
    """A course, graded both ways."""

    class_: dict[str, HandIn]
    mistaken: dict[str, dict[str, str]]  # by student, the mistake that is made in each exercise
    autograded: Path  # a course that nbgrader has graded
    direct: Path  # the same, by gradlings grade
    said: str  # by the latter


@pytest.fixture(scope="module")
def exercises(request: pytest.FixtureRequest) -> list[str]:
    """What is handed out: with --whole, a second one too."""
    return [RELU, SOFTMAX] if request.config.getoption("--whole") else [RELU]


@pytest.fixture(scope="module")
def released(exercises: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose assignment is released, as the page says; with some exercises of the topic alone, and in a hurry."""
    course = hasty(tmp_path_factory.mktemp("course"))
    install, export, *others = commands()[0]
    assert install == 'python -m pip install -e ".[nbgrader]" -c constraints.txt'
    assert export.endswith(f"--topics {TOPIC}")
    typed([export.replace(f"--topics {TOPIC}", f"--topics {' '.join(exercises)}"), *others], course)
    return course / "dl101"


@pytest.fixture(scope="module")
def graded(
    released: Path, exercises: list[str], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Graded:
    autograded, direct = (tmp_path_factory.mktemp(name) / "dl101" for name in ("autograded", "direct"))
    class_, mistaken = a_class(released / "release" / TOPIC), {}
    known = {exercise: list(mistakes(exercise).items()) for exercise in exercises}
    numbers = range(max(map(len, known.values())))
    for number in numbers if request.config.getoption("--whole") else mutants.drawn(numbers, MISTAKEN, "class"):
        chosen = {exercise: wrong[number % len(wrong)] for exercise, wrong in known.items()}
        files = {_file(exercise): written(_released(released, exercise), source) for exercise, (_, source) in chosen.items()}
        class_[f"mistake{number:02}"] = HandIn(files, None, None)
        mistaken[f"mistake{number:02}"] = {exercise: name for exercise, (name, _) in chosen.items()}
    for course in (autograded, direct):
        shutil.copytree(released, course)
        due(course, "2026-11-01 00:00:00.000000")
        hand_in(course, class_)
    _, by_nbgrader, by_gradlings, afterwards = commands()
    with ThreadPoolExecutor(2) as both:
        first, second = both.submit(typed, by_nbgrader, autograded), both.submit(typed, by_gradlings, direct)
    first.result()
    for course in (autograded, direct) if request.config.getoption("--whole") else (autograded,):
        typed(afterwards, course)
    return Graded(class_, mistaken, autograded, direct, second.result().stdout)


def _file(exercise: str) -> str:
    return f"{exercise.split('/')[1]}.ipynb"


def _released(course: Path, exercise: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((course / "release" / TOPIC / _file(exercise)).read_text(encoding="utf-8"))
    return content


def test_everybody_gets_what_they_deserve(graded: Graded, exercises: list[str]) -> None:
    found = grades(graded.autograded)
    for student, handed_in in graded.class_.items():
        for exercise in exercises:
            deserved = handed_in.relu if exercise == RELU else handed_in.other
            got = points(found, student, exercise.split("/")[1])
            assert (0 <= got < POINTS) if deserved is None else got == deserved, (student, exercise)
    assert not any(to_look_at for _, _, to_look_at, _, _ in found.values())
    assert {student for (student, _, _), (_, _, _, penalty, _) in found.items() if penalty} == {"late"}


def test_both_ways_write_the_same(graded: Graded, exercises: list[str]) -> None:
    """Scores, comments, and the notebooks that nbgrader's pages are made of."""
    assert grades(graded.autograded) == grades(graded.direct)
    for student in graded.class_:
        for exercise in exercises:
            place = f"autograded/{student}/{TOPIC}/{_file(exercise)}"
            ours, theirs = (_content(cells_of(course / place)) for course in (graded.direct, graded.autograded))
            assert ours == theirs, place


def _content(cells: list[dict[str, object]]) -> list[dict[str, object]]:
    """What cells hold: a text may be stored as one or as its lines."""
    joined = json.dumps(cells, sort_keys=True)
    return json.loads(joined, object_hook=lambda found: {k: "".join(v) if _lines(v) else v for k, v in found.items()})


def _lines(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


def test_nbgrader_reads_the_scores_off_the_cells(graded: Graded, exercises: list[str]) -> None:
    """As it would if it saved them itself: never above the maximum, and never everything for what is no number."""
    import nbformat  # noqa: PLC0415
    from nbgrader.utils import determine_grade, is_grade  # noqa: PLC0415

    found = grades(graded.autograded)
    for student in graded.class_:
        for exercise in exercises:
            content = nbformat.read(graded.autograded / "autograded" / student / TOPIC / _file(exercise), as_version=4)
            for cell in filter(is_grade, content.cells):
                read, most = determine_grade(cell)
                assert read == found[student, exercise.split("/")[1], cell.metadata.nbgrader.grade_id][0] <= most


def test_a_mistake_is_named(graded: Graded) -> None:
    found = grades(graded.autograded)
    for student, names in graded.mistaken.items():
        for exercise, name in names.items():
            message = next(one.message for one in load(exercise).mistakes if one.name == name)
            page = (graded.autograded / "feedback" / student / TOPIC / f"{exercise.split('/')[1]}.html").read_text(
                encoding="utf-8"
            )
            assert html.escape(message.split("`")[0].split(".")[0])[:30] in page, (student, name)
            comment = found[student, exercise.split("/")[1], f"{exercise.replace('/', '-')}-hidden"][-1]
            assert comment is not None
            assert "checks passed." in comment


def test_everybody_has_a_page_without_a_hidden_test_or_a_script(graded: Graded, exercises: list[str]) -> None:
    secrets = ["agree(", *(f"def {test.function.__name__}(" for exercise in exercises for test in load(exercise).tests)]
    for course in [course for course in (graded.autograded, graded.direct) if (course / "feedback").exists()]:
        for student in graded.class_:
            for exercise in exercises:
                page = (course / "feedback" / student / TOPIC / _file(exercise)).with_suffix(".html").read_text(encoding="utf-8")
                assert "checks passed" in page or "It was not handed in." in page or "It is no notebook" in page
                assert student in graded.mistaken or not [secret for secret in secrets if secret in page]  # theirs hold the file
                assert "<script>alert" not in page
                assert 'href="javascript' not in page


def test_nothing_hidden_is_handed_out(released: Path, exercises: list[str]) -> None:
    """Neither with the notebooks nor beside them: a student gets what stands in exercises/, and an instructor the reference."""
    names = sorted(path.name for path in (released / "release").rglob("*") if path.is_file())
    assert names == ["catalog.json", *map(_file, exercises)]
    hidden = (ROOT / "grader" / "hidden" / f"{RELU}.py").read_text(encoding="utf-8")
    told = [line.strip() for line in hidden.splitlines() if len(line.strip()) > 40 and "import" not in line]
    for folder in ("source", "release"):
        text = "\n".join(path.read_text(encoding="utf-8") for path in (released / folder).rglob("*") if path.is_file())
        assert not [line for line in told if json.dumps(line)[1:-1] in text]


def test_a_student_gets_the_stub_and_the_instructor_the_reference(released: Path) -> None:
    stub = (ROOT / "exercises" / f"{RELU}.py").read_text(encoding="utf-8")
    content = json.loads((released / "release" / TOPIC / "relu.ipynb").read_text())
    handed_out = "".join(cell_of(content, "answer")["source"])
    assert [line for line in stub.splitlines() if line.strip()][-20:] == [
        line for line in handed_out.splitlines() if line.strip()
    ][-20:]
    own = "".join(cell_of(json.loads((released / "source" / TOPIC / "relu.ipynb").read_text()), "answer")["source"])
    assert "np.maximum(x, 0)" in own
    assert "np.maximum(x, 0)" not in handed_out


def test_nbgrader_exports_the_grades(graded: Graded, exercises: list[str]) -> None:
    with (graded.autograded / "grades.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert rows.keys() == graded.class_.keys()
    assert float(rows["reference"]["score"]) == float(rows["reference"]["max_score"]) == len(exercises) * POINTS


def test_it_says_what_has_no_points(graded: Graded) -> None:
    assert "2 answers with 0 points, as nothing was handed in that can be read; they are listed above." in graded.said
    assert "  It was not handed in.\n    missing/relu.ipynb\n" in graded.said


def test_what_we_could_not_tell_is_left_to_a_person(graded: Graded, tmp_path: Path) -> None:
    """Our own failure is no 0: the score stays open, and formgrader asks for it."""
    from nbgrader.api import Gradebook  # noqa: PLC0415

    shutil.copy(graded.direct / "gradebook.db", tmp_path)
    checks = [check("examples"), check("ordinary"), check("edges", "broken")]
    told = marks({**record(exercise=RELU), "checks": checks}, {"examples": 1.0, "hidden": 4.0})
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}", "dl101") as book:
        gradebook.save(book.find_submission_notebook("relu", TOPIC, "reference"), RELU, told)
        book.db.commit()
    found = {cell: row[:3] for (student, _, cell), row in grades(tmp_path).items() if student == "reference"}
    assert found[f"{TOPIC}-relu-examples"] == (1.0, 1.0, 0)
    assert found[f"{TOPIC}-relu-hidden"] == (None, 0.0, 1)


def test_a_hidden_test_that_fails_of_itself(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Through both ways: the checks that could be made have their points, the others wait for a person, and it is said."""
    if not request.config.getoption("--whole"):
        pytest.skip("with --whole alone: a course of its own")
    (tmp_path / "course").mkdir()
    course = hasty(tmp_path / "course")
    hidden = course / "grader" / "hidden" / f"{RELU}.py"
    hidden.write_text(f"{hidden.read_text()}\n\ndef test_oops(yours, rng):\n    raise RuntimeError('oops')\n")
    export, *others = commands()[0][1:]
    typed([f"{export}/relu", *others], course)
    dl101 = course / "dl101"
    hand_in(dl101, {"ada": HandIn({"relu.ipynb": written(_released(dl101, RELU), RIGHT)})})
    before = grades(dl101)
    said = [typed(way, dl101) for way in commands()[1:3]]
    found = grades(dl101)
    assert before == {}
    assert {cell: row[2] for (_, _, cell), row in found.items()} == {f"{TOPIC}-relu-examples": 0, f"{TOPIC}-relu-hidden": 1}
    assert found["ada", "relu", f"{TOPIC}-relu-hidden"][0] is None
    assert "activations/relu of ada: gradlings failed, and leaves the points to you" in said[0].stderr
    assert said[1].stderr.endswith("gradlings: 1 score left to you in formgrader: gradlings itself failed there\n")


def test_a_course_that_is_not_there(
    tmp_path: Path, released: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every mistake of an instructor is one sentence."""
    said = {
        (str(tmp_path), TOPIC): f"{tmp_path} is no course of nbgrader: it has no nbgrader_config.py",
        (str(released), "poetry"): "nbgrader knows no assignment 'poetry'; try: nbgrader generate_assignment poetry",
        (str(released), TOPIC): f"nothing was handed in for {TOPIC} in {released / 'submitted' / '*' / TOPIC}",
    }
    monkeypatch.chdir(ROOT)
    for (course, assignment), sentence in said.items():
        assert cli.main(["grade", "--nbgrader", course, "--assignment", assignment]) == 1
        assert capsys.readouterr().err == f"gradlings: {sentence}\n"
    assert not (tmp_path / "gradebook.db").exists()
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    assert cli.main(["grade", "--nbgrader", str(tmp_path), "--assignment", TOPIC]) == 1
    assert (
        capsys.readouterr().err
        == f"gradlings: nbgrader knows no assignment '{TOPIC}'; try: nbgrader generate_assignment {TOPIC}\n"
    )
    assert not (tmp_path / "gradebook.db").exists()
    assert cli.main(["grade", "--nbgrader", str(released), "--assignment", TOPIC, "--exercises", RELU]) == 1
    assert capsys.readouterr().err.startswith(
        "gradlings: with --nbgrader the assignment says what is graded: leave out --exercises"
    )
    with pytest.raises(catalog.CatalogError, match=r"^no course here: .*; c\.Gradlings\.root in nbgrader_config\.py is to name"):
        gradebook.course_of(str(tmp_path / "nowhere"), ROOT)
    with pytest.raises(catalog.CatalogError, match=r"^t/f has points in two notebooks, one and two: leave it in one of them$"):
        places({"one": ["t/f", "t/g"], "two": ["t/f"]})
    assert gradebook.course_of("", ROOT / "grader") == ROOT


def _small(released: Path, folder: Path, students: dict[str, HandIn]) -> Path:
    """A copy of the course in which a few have handed in."""
    course = folder / "dl101"
    shutil.copytree(released, course)
    hand_in(course, students)
    return course


def _grade(course: Path, monkeypatch: pytest.MonkeyPatch, status: int = 0) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(["grade", "--nbgrader", str(course), "--assignment", TOPIC, "--jobs", "1"]) == status


def test_a_time_that_is_none_stops_nobody(
    released: Path, exercises: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It lies in a student's folder.  And who is given more time is late no more: what was taken off is given back."""
    files = {_file(one): written(_released(released, one), submission.standalone(ROOT, one)) for one in exercises}
    late = files | {"timestamp.txt": b"2026-11-20 10:00:00 UTC"}
    odd = files | {"timestamp.txt": b"the day after tomorrow"}
    course = _small(released, tmp_path, {"ada": HandIn(late), "bob": HandIn(odd), "cyd": HandIn(files)})
    due(course, "2026-11-01 00:00:00.000000")
    _grade(course, monkeypatch)
    said = capsys.readouterr().out
    told = "It is no time such as 2026-11-20 10:00:00 UTC: nothing is known of when this was handed in."
    assert f"bob/timestamp.txt: {told}" in " ".join(said.split())
    before = grades(course)
    assert {student for (student, *_), row in before.items() if row[3]} == {"ada"}
    assert {points(before, student, "relu") for student in ("ada", "bob", "cyd")} == {float(POINTS)}
    assert [path.parents[1].name for path in (course / "autograded").glob(f"*/{TOPIC}/timestamp.txt")] == ["ada"]
    due(course, "2026-12-01 00:00:00.000000")
    _grade(course, monkeypatch)
    after = grades(course)
    assert [row[3] for row in after.values() if row[3]] == []
    assert {key: row[:3] for key, row in after.items()} == {key: row[:3] for key, row in before.items()}


def test_a_gradebook_that_cannot_be_written_keeps_what_it_has(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All marks are written or none, and what is graded need not be graded again."""
    course = _small(released, tmp_path, {"ada": HandIn({"relu.ipynb": written(_released(released, RELU), RIGHT)})})
    monkeypatch.setattr(gradebook, "penalize", lambda config, one: one.assignment.course.no_such_thing)
    with pytest.raises(AttributeError):
        _grade(course, monkeypatch)
    assert grades(course) == {}
    monkeypatch.undo()
    with sqlite3.connect(course / "gradebook.db") as book:
        book.execute("CREATE TRIGGER full BEFORE UPDATE ON grade BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
    capsys.readouterr()
    _grade(course, monkeypatch, status=1)
    said = capsys.readouterr()
    url = f"sqlite:///{course / 'gradebook.db'}"
    assert (
        said.err
        == f"gradlings: nbgrader's gradebook {url} cannot be used (the disk is full); what is graded is kept: try again\n"
    )
    assert grades(course) == {}
    with sqlite3.connect(course / "gradebook.db") as book:
        book.execute("DROP TRIGGER full")
    _grade(course, monkeypatch)
    assert "0 files to grade; 1 result known already." in capsys.readouterr().out
    assert points(grades(course), "ada", "relu") == POINTS


def test_validate_tells_a_student_the_truth(released: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """In a kernel that finds a student's copy of this package alone, with the words of pytest."""
    package = tmp_path / "site"
    shutil.copytree(ROOT / "grader", package / "grader", ignore=shutil.ignore_patterns("hidden", "__pycache__"))
    folder = tmp_path / TOPIC
    shutil.copytree(released / "release" / TOPIC, folder)
    wrong = "import numpy as np\ndef relu(x):\n    print('hm')\n    return np.abs(x)\n"
    (folder / "relu.ipynb").write_bytes(written(_released(released, RELU), wrong))
    said = nbgrader(folder, "validate", "relu.ipynb", PYTHONPATH=str(package)).stdout
    assert "VALIDATION FAILED ON 1 CELL(S)!" in said
    (tmp_path / "course").mkdir()
    course = student_course(tmp_path / "course")
    course.hand_in(RELU, wrong)
    told = course.pytest(f"exercises/{TOPIC}", "-k", "relu and examples and not leaky", "-q").stdout
    lines = told[told.index(f"{RELU} [examples] wrong") : told.index("Next:")].splitlines()
    assert len(lines) > 4
    assert [line[:80] for line in lines if line[:80] not in said] == []
    if request.config.getoption("--whole"):
        (folder / "relu.ipynb").write_bytes(written(_released(released, RELU), RIGHT))
        said = nbgrader(folder, "validate", "relu.ipynb", PYTHONPATH=str(package)).stdout
        assert said == "Success! Your notebook passes all the tests.\n"


def test_through_the_exchange(released: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Released, fetched, written, handed in, collected and graded, as where instructor and students share a machine."""
    if not request.config.getoption("--whole"):
        pytest.skip("with --whole alone: five more commands of nbgrader")
    course, home = tmp_path / "dl101", tmp_path / "home"
    shutil.copytree(released, course)
    home.mkdir()
    (tmp_path / "exchange").mkdir(mode=0o777)
    (tmp_path / "exchange").chmod(0o777)
    settings = f"c.Exchange.root = {str(tmp_path / 'exchange')!r}\n"
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(settings)
    (home / "nbgrader_config.py").write_text(f"c = get_config()\n{settings}c.CourseDirectory.course_id = 'dl101'\n")
    nbgrader(course, "release_assignment", TOPIC)
    nbgrader(home, "fetch_assignment", TOPIC)
    (home / TOPIC / "relu.ipynb").write_bytes(written(json.loads((home / TOPIC / "relu.ipynb").read_text()), RIGHT))
    nbgrader(home, "submit", TOPIC)
    nbgrader(course, "collect", TOPIC)
    (student,) = [path.name for path in (course / "submitted").iterdir()]
    typed(commands()[1], course)
    assert points(grades(course), student, "relu") == POINTS
