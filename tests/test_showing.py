"""Pictures: every one can be drawn, shows what is wrong, and comes from results alone; what goes wrong is said in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import ROOT, load
from course import Course, copy_course, student_course

from grader import catalog, cli, showing, submission
from grader.exercise import Exercise

PICTURES = [load(name) for name in showing.pictures(ROOT)]
SOBEL = "convolution/sobel"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    course = copy_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    return course


@pytest.mark.parametrize("pictured", PICTURES, ids=[e.id for e in PICTURES])
def test_a_picture_shows_a_mistake(pictured: Exercise) -> None:
    """Drawn twice of the reference it is the same, and drawn of some known mistake it is another."""
    showing._matplotlib()
    reference = catalog.reference_of(pictured)
    right = showing.drawn(pictured, reference)
    assert right.startswith(b"\x89PNG")
    assert right == showing.drawn(pictured, reference)
    assert any(_picture(pictured, number) != right for number in range(len(pictured.mistakes)))


def _picture(exercise: Exercise, number: int) -> bytes:
    try:
        return showing.drawn(exercise, exercise.mistakes[number].function)
    except Exception:  # some mistakes give nothing that can be drawn
        return showing.drawn(exercise, catalog.reference_of(exercise))


def test_there_are_pictures_of_what_people_would_rather_see() -> None:
    assert len(PICTURES) >= 8
    for exercise in PICTURES:
        assert (exercise.show.__doc__ or "").endswith("."), exercise.id


def test_a_stub_shows_nothing() -> None:
    for exercise in PICTURES:
        assert "def show" not in submission.stub(catalog.solution_file(ROOT, exercise.id))


def test_the_learners_results_are_drawn(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.copy_reference(SOBEL)
    assert cli.main(["show", SOBEL]) == 0
    assert capsys.readouterr().out == "wrote sobel.png\n"
    assert cli.main(["show", "exercises/convolution/sobel.py", "--reference", "--output", "other.png"]) == 0
    assert Path("sobel.png").read_bytes() == Path("other.png").read_bytes()


def test_without_a_name_it_says_what_can_be_drawn(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show"]) == 0
    told = ["What can be drawn:", *[f"  gradlings show {exercise.id}" for exercise in PICTURES]]
    assert capsys.readouterr().out.splitlines() == told


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["show", *arguments]) == 1
    assert not list(Path().glob("*.png"))
    return capsys.readouterr().err


def test_an_exercise_without_a_picture(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "activations/softmax")
    assert told.startswith("gradlings: there is no picture of activations/softmax; what can be drawn: ")
    assert told.endswith(f"{PICTURES[-1].id}\n")


def test_a_copy_without_solutions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    student_course(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert said(capsys, SOBEL) == (
        "gradlings: there is no picture of convolution/sobel; this copy has no solutions, and so no pictures\n"
    )


def test_an_unwritten_function(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, SOBEL) == (
        "gradlings: exercises/convolution/sobel.py is not written yet; the reference alone: "
        "gradlings show convolution/sobel --reference\n"
    )


def test_a_function_that_raises(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in(SOBEL, "def sobel(image):\n    return image.blur()\n")
    assert said(capsys, SOBEL) == (
        "gradlings: no picture can be drawn of what exercises/convolution/sobel.py gives.\n"
        "sobel(image[64,64])\n"
        "raised AttributeError: 'numpy.ndarray' object has no attribute 'blur'.\n"
        "    line 2, in sobel: return image.blur()\n"
        "Likely cause: a name that arrays do not know. Only a file that imports torch is given tensors.\n"
    )


def test_a_result_of_another_type(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.hand_in(SOBEL, "def sobel(image):\n    return 1.0\n")
    assert said(capsys, SOBEL) == (
        "gradlings: no picture can be drawn of what exercises/convolution/sobel.py gives.\n"
        "sobel(image[64,64])\n"
        "returned a float; expected a tuple of 4.\n"
        "Likely cause: a value too few, too many, or of another kind than the statement asks for.\n"
    )


def test_a_function_that_never_returns(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    solution = catalog.solution_file(course.root, SOBEL)
    solution.write_text(solution.read_text().replace("difficulty=1", "deadline=0.5, difficulty=1"))
    course.hand_in(SOBEL, "def sobel(image):\n    while True: pass\n")
    assert "did not answer within 0.5 seconds and was stopped." in said(capsys, SOBEL)


def test_a_picture_that_fails_is_our_fault(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    solution = catalog.solution_file(course.root, SOBEL)
    solution.write_text(
        solution.read_text().replace("    figure, axes = plt", "    figure, axes = 1 / 0\n    figure, axes = plt")
    )
    course.copy_reference(SOBEL)
    assert said(capsys, SOBEL) == (
        "gradlings: the picture of convolution/sobel cannot be drawn, which is no fault of yours. "
        "Please report this: ZeroDivisionError: division by zero\n"
    )


def test_without_matplotlib(course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert said(capsys, SOBEL) == (
        'gradlings: pictures need matplotlib, which is not installed: python -m pip install -e ".[show]" -c constraints.txt\n'
    )
