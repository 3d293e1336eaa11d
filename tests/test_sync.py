"""`gradlings sync`, `reset` and `new`: derived files stay derived, and a learner's work is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT
from course import Course, copy_course, student_course

from grader import catalog, cli, generate, scaffold
from grader.catalog import CatalogError
from grader.sync import reset, sync, write

CONV = "convolution/conv2d"
STUB = f"exercises/{CONV}.py"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return copy_course(tmp_path)


def change_solution(course: Course) -> None:
    path = catalog.solution_file(course.root, CONV)
    path.write_text(path.read_text().replace("rows and columns of zeros", "lines of zeros"))


def test_generated_files_of_this_repository_are_current() -> None:
    """Stubs that you have solved here do not count; everything else must be as `gradlings sync` writes it."""
    changes = sync(ROOT, check=True)
    assert (changes.written, changes.removed) == ((), ()), "run: gradlings sync"


def test_a_fresh_course_is_up_to_date(course: Course) -> None:
    changes = sync(course.root)
    assert (changes.written, changes.removed, changes.kept) == ((), (), ())


def test_a_changed_solution_reaches_its_stub(course: Course) -> None:
    change_solution(course)
    assert STUB in sync(course.root, check=True).written
    assert "lines of zeros" not in (course.root / STUB).read_text()
    assert set(sync(course.root).written) == {STUB, "exercises/catalog.json"}
    assert "lines of zeros" in (course.root / STUB).read_text()
    assert sync(course.root).written == ()


def test_a_stub_that_its_learner_changed_is_never_touched(course: Course) -> None:
    course.hand_in(CONV, "def conv2d(x):\n    return 'my work'\n")
    change_solution(course)
    for _ in range(2):
        assert sync(course.root).kept == (STUB,)
        assert "my work" in (course.root / STUB).read_text()


def test_a_lost_catalog_costs_no_work(course: Course) -> None:
    """Without digests every stub that is not exactly as generated counts as the learner's."""
    course.hand_in(CONV, "my work\n")
    (course.root / "exercises/catalog.json").unlink()
    change_solution(course)
    assert STUB in sync(course.root).kept
    assert (course.root / STUB).read_text() == "my work\n"


def test_an_exercise_without_a_solution_is_removed_unless_its_learner_changed_it(course: Course) -> None:
    mine, unwritten = "convolution/conv2d_backward", "convolution/sobel"
    course.hand_in(mine, "my work\n")
    for name in (mine, unwritten):
        catalog.solution_file(course.root, name).unlink()
        catalog.hidden_file(course.root, name).unlink()
    assert sync(course.root).removed == (f"exercises/{unwritten}.py",)
    assert catalog.learner_file(course.root, mine).read_text() == "my work\n"


def test_reset_keeps_what_the_learner_wrote(course: Course) -> None:
    fresh = (course.root / STUB).read_text()
    kept = []
    for number in range(3):
        course.hand_in(CONV, f"attempt {number}\n")
        kept.append(reset(course.root, CONV))
        assert (course.root / STUB).read_text() == fresh
    assert [path.name for path in kept if path] == ["conv2d.mine.py", "conv2d.mine2.py", "conv2d.mine3.py"]
    assert [path.read_text() for path in kept if path] == ["attempt 0\n", "attempt 1\n", "attempt 2\n"]
    assert reset(course.root, CONV) is None


def test_reset_names_what_is_near(course: Course) -> None:
    with pytest.raises(CatalogError, match=r"there is no exercise 'convolution/conv3d'; its topic has .*convolution/conv2d"):
        reset(course.root, "convolution/conv3d")


def test_reset_in_a_students_copy_says_how(tmp_path: Path) -> None:
    course = student_course(tmp_path)
    with pytest.raises(
        CatalogError, match=r"no solutions to derive a stub from; get it with: git checkout -- exercises/convolution/conv2d\.py"
    ):
        reset(course.root, CONV)


def test_write_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a" / "file"
    write(path, b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [left.name for left in path.parent.iterdir()] == ["file"]


def test_generation_is_deterministic() -> None:
    assert generate.files(ROOT) == generate.files(ROOT)


def test_nothing_secret_reaches_the_exercises() -> None:
    """No reference body, hidden test, mistake or other right answer stands in any generated file."""
    texts = generate.files(ROOT)
    everything = "\n".join(texts.values())
    for name in catalog.exercise_ids(ROOT):
        exercise = catalog.load(ROOT, name)
        for known in exercise.mistakes:
            assert known.message not in everything, f"{name}: the message of {known.name} is shown"
            assert f"def {known.name}" not in everything
        for test in exercise.tests:
            assert f"def {test.function.__name__}(yours" not in everything
        stub = texts[f"exercises/{name}.py"]
        assert stub.count("raise NotImplementedError") == (stub.count("    def ") if exercise.plays else 1)
        assert "ABOUT" not in stub
        assert "grader" not in stub


def test_catalog_says_what_a_copy_without_solutions_needs() -> None:
    entries = json.loads(generate.files(ROOT)["exercises/catalog.json"])["exercises"]
    assert [entry["id"] for entry in entries] == list(catalog.exercise_ids(ROOT))
    for entry in entries:
        assert len(entry["hints"]) == 3
        assert entry["examples"]
        assert entry["hidden_checks"] > 5


def test_new_exercise_is_ready_to_be_filled_in(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course.root)
    assert cli.main(["new", "toys/double"]) == 0
    assert cli.main(["sync"]) == 0
    exercise = catalog.load(course.root, "toys/double")
    assert [known.name for known in exercise.mistakes] == ["does_todo"]
    assert "test_double(check)" in (course.root / "exercises/toys/test_toys.py").read_text()
    finished = course.pytest("exercises/toys", "-q", "--reference")
    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("double", "'double' is no name for an exercise: write topic/name"),
        ("toys/2x", "'toys/2x' is no name for an exercise"),
        ("toys/class", "'toys/class' is no name for an exercise"),
        ("toys/../x", "is no name for an exercise"),
        ("toys/random", "'random' is the name of a module"),
        ("torch/double", "'torch' is the name of a module"),
        ("toys/conv2d", "the name 'conv2d' is taken by convolution/conv2d"),
        (CONV, "exists already; nothing was written"),
    ],
)
def test_new_refuses_a_bad_name_and_writes_nothing(
    course: Course, name: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(course.root.rglob("*"))
    monkeypatch.chdir(course.root)
    assert cli.main(["new", name]) == 1
    assert why in capsys.readouterr().err
    assert sorted(course.root.rglob("*")) == before


def test_names_that_are_taken_include_what_learners_import() -> None:
    assert {"numpy", "torch", "random", "statistics"} <= scaffold.TAKEN
