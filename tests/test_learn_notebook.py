"""Notebooks for learners: run by a real kernel, as Jupyter runs them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, load
from course import Course, copy_course, student_course

from grader import catalog, cli
from grader.learn import logbook, standing

RELU = "activations/relu"
BEGIN = "    raise NotImplementedError"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    made = copy_course(tmp_path)
    monkeypatch.chdir(made.root)
    return made


def test_what_cannot_be(course: Course, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert cli.main(["notebook", RELU, "--out", str(elsewhere)]) == 1
    why = f"gradlings: {elsewhere} lies outside of {course.root}: the check cells of a notebook would not find the course\n"
    assert capsys.readouterr().err == why
    assert cli.main(["notebook", "cooking"]) == 1
    assert capsys.readouterr().err == "gradlings: there is no exercise and no topic 'cooking'\n"
    assert list(elsewhere.iterdir()) == []


def test_a_notebook_that_is_there_is_left_alone(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    path = course.root / "notebooks" / f"{RELU}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text("my work")
    assert cli.main(["notebook", "activations"]) == 0
    told = capsys.readouterr().out
    assert f"{path}: there already, left alone\n" in told
    assert path.read_text() == "my work"
    names = [name for name in catalog.exercise_ids(course.root) if name.startswith("activations/")]
    assert told.count("wrote ") == len(names) - 1
    assert all((course.root / "notebooks" / f"{name}.ipynb").is_file() for name in names)


def test_a_real_kernel_runs_it(course: Course) -> None:
    """Not written, wrong, right: what the check cell says, and what is remembered."""
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    cli.main(["notebook", RELU])
    path = course.root / "notebooks" / f"{RELU}.ipynb"
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    answer, check = next(cell for cell in code if BEGIN in cell.source), code[-1]
    for body in ("    return abs(x)\n", "    return np.maximum(x, 0)\n"):
        again = nbformat.v4.new_code_cell(answer.source.replace(answer.source[answer.source.index(BEGIN) :], body))
        book.cells += [again, nbformat.v4.new_code_cell(check.source)]
    own = {"resources": {"metadata": {"path": str(path.parent)}}, "allow_errors": True, "timeout": 100}
    nbclient.NotebookClient(book, **own).execute(env=os.environ | {"PYTHONPATH": str(ROOT)})
    told = [said(cell) for cell in book.cells if cell.source == check.source]
    assert "activations/relu [examples] todo: The examples of the statement." in told[0]
    assert f"Next: write relu in its cell, run that cell, and then this one.\n{RELU}: 0 of " in told[0]
    assert "activations/relu [examples] wrong:" in told[1]
    assert "Traceback" not in told[1]
    assert f" checks passed, 5 of 5 points. The solution, to compare with: !gradlings solution {RELU}" in told[2]
    assert standing.course(course.root).of(RELU).state == "passed"
    assert logbook.read(course.root).of(RELU).tried == 2


def said(cell: Any) -> str:
    return "".join(output.get("text", "") or "\n".join(output.get("traceback", [])) for output in cell.outputs)


def test_in_pytorch_and_in_a_students_copy(
    course: Course, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["notebook", RELU, "--backend", "torch", "--out", "in_torch"]) == 0
    assert "import torch" in (course.root / "in_torch" / f"{RELU}.ipynb").read_text(encoding="utf-8")
    student = student_course(tmp_path_factory.mktemp("student"))
    monkeypatch.chdir(student.root)
    assert cli.main(["notebook", RELU]) == 0
    text = (student.root / "notebooks" / f"{RELU}.ipynb").read_text(encoding="utf-8")
    assert "def relu(" in text
    assert load(RELU).statement[:40] in text
    capsys.readouterr()
    student.hand_in("activations/softmax", "mine")
    for arguments, why in ((["--backend", "torch"], "in PyTorch"), ([], "of exercises/activations/softmax.py, which is begun")):
        name = "activations/sigmoid" if arguments else "activations/softmax"
        assert cli.main(["notebook", name, *arguments]) == 1
        told = capsys.readouterr().err
        assert told == f"gradlings: this copy has no solutions, and so no notebook can be made {why}\n"
