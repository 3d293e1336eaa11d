"""What exporters make: the same bytes each time, a reference that is right, and never over somebody's changes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from conftest import ROOT, failures, load, of_each_topic

from grader import catalog, cli, submission
from grader.exercise import Exercise, Setup
from grader.export import cells, nbgrader
from grader.export.answers import BEGIN, END, answer, backend_for, stub
from grader.export.files import LIST, replace_all, write_all
from grader.grade import grade
from grader.launch import Launchers
from grader.worker import Process

NAMES = catalog.exercise_ids(ROOT)
HELPED = ["backpropagation/Value", "backpropagation/mlp_forward"]  # a class, and a reference with functions beside it


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`handed_out` are some exercises, or all with --whole; in PyTorch, where that is installed, those that have a twin."""
    if "handed_out" in metafunc.fixturenames:
        whole = metafunc.config.getoption("--whole")
        names = list(NAMES) if whole else [*HELPED, *of_each_topic(NAMES, 1, "export")[::4]]
        metafunc.parametrize("handed_out", names)


@pytest.mark.parametrize("backend", ["numpy", "torch"])
def test_the_reference_between_the_markers_is_right(handed_out: str, backend: str, launchers: Launchers) -> None:
    """As it stands in an instructor's notebook, markers and all."""
    if backend == "torch":
        pytest.importorskip("torch")
        if backend_for(ROOT, handed_out, "torch") != "torch":
            pytest.skip("it has no reference in PyTorch")
    exercise = load(handed_out)
    source, setup = answer(ROOT, handed_out, backend).encode(), Setup(backend)
    process = Process.of(exercise, source, launchers.of(backend), setup)
    try:
        assert failures(grade(exercise, process)) == {}
    finally:
        process.close()


def without_solution(text: str) -> list[str]:
    """What nbgrader hands out of a cell, less its empty lines."""
    kept, inside = [], False
    for line in text.splitlines():
        inside = inside or BEGIN in line
        kept += [] if inside or not line.strip() else [line]
        inside = inside and END not in line
    return kept


@pytest.mark.parametrize("name", NAMES)
def test_what_is_handed_out_is_the_stub(name: str) -> None:
    own = [line for line in submission.stub(catalog.solution_file(ROOT, name)).splitlines() if line.strip()]
    handed_out = without_solution(answer(ROOT, name, "numpy"))
    assert handed_out == own[len(own) - len(handed_out) :]
    assert without_solution(answer(ROOT, name, "torch")) == [
        line for line in stub(ROOT, name, "torch").splitlines() if line.strip()
    ]


def test_parts_share_the_points(exercise: Exercise) -> None:
    worth = cells.points(exercise, Setup())
    assert sum(worth.values()) == exercise.about.points
    assert all(points > 0 for points in worth.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_grade_id_says_what_it_is(name: str) -> None:
    """It may be long, and nbgrader allows letters, digits, hyphens and underscores alone."""
    for part in (cells.ANSWER, *cells.PARTS):
        called = cells.grade_id(name, part)
        assert cells.named(called) == (name, part)
        assert called.replace("-", "_").isidentifier()
    assert cells.named("conv2d") is None


def test_an_assignment_is_a_topic_or_an_exercise() -> None:
    names = ["activations/relu", "convolution/conv2d"]
    by_topic, by_exercise = (set(nbgrader.files(ROOT, "dl", names, "numpy", split)) for split in ("topic", "exercise"))
    assert "source/activations/relu.ipynb" in by_topic
    assert "source/convolution-conv2d/conv2d.ipynb" in by_exercise
    assert len(by_topic) == len(by_exercise) == 5


def test_the_same_bytes_each_time() -> None:
    names = ["activations/relu", "backpropagation/Value"]
    assert nbgrader.files(ROOT, "dl", names) == nbgrader.files(ROOT, "dl", names)


def test_notebooks_are_notebooks() -> None:
    """As Jupyter's own checker and nbgrader's see it."""
    nbformat = pytest.importorskip("nbformat")
    formats = pytest.importorskip("nbgrader.nbgraderformat")
    for backend in ("numpy", "torch"):
        for path, content in nbgrader.files(ROOT, "dl", ["activations/relu", "backpropagation/Value"], backend).items():
            if path.endswith(".ipynb"):
                read = nbformat.reads(content.decode(), as_version=4)
                nbformat.validate(read)
                formats.MetadataValidator().validate_nb(read)


def test_whoever_runs_all_cells_comes_to_the_check() -> None:
    """Before anything is written, every example fails; Jupyter goes on behind cells that say that they may."""
    content = nbgrader.files(ROOT, "dl", ["activations/relu"])["source/activations/relu.ipynb"]
    found = [cell["metadata"] for cell in json.loads(content)["cells"] if cell["cell_type"] == "code"]
    parts = [its["nbgrader"]["grade_id"].rpartition("-")[2] if "nbgrader" in its else its["tags"] for its in found]
    assert parts == ["answer", ["raises-exception"], ["raises-exception"], "examples", "hidden"]


def test_a_torch_notebook_says_torch() -> None:
    content = nbgrader.files(ROOT, "dl", ["activations/relu"], "torch")["source/activations/relu.ipynb"]
    code = "".join(line for cell in json.loads(content)["cells"] if cell["cell_type"] == "code" for line in cell["source"])
    assert "\nimport torch\n" in code
    assert "import numpy" not in code


def test_changed_files_stay(tmp_path: Path) -> None:
    write_all(tmp_path, {"a/b.txt": b"1", "c.txt": b"2"})
    assert write_all(tmp_path, {"a/b.txt": b"1", "c.txt": b"2", "d.txt": b"3"}) == [tmp_path / "d.txt"]
    with pytest.raises(catalog.CatalogError, match=r"there is already another c\.txt: nothing is written; --force replaces"):
        write_all(tmp_path, {"c.txt": b"4", "e.txt": b"5"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c.txt", "d.txt"]
    assert write_all(tmp_path, {"c.txt": b"4"}, force=True) == [tmp_path / "c.txt"]
    with pytest.raises(catalog.CatalogError, match="is no folder"):
        write_all(tmp_path / "c.txt", {"f.txt": b"6"})


def test_an_export_replaces_an_earlier_one(tmp_path: Path) -> None:
    """What that has written, and nothing that somebody has written or changed."""
    replace_all(tmp_path, {"a/old.whl": b"1", "a/b/gone.txt": b"2", "same.txt": b"3", "other.txt": b"4", "changed.txt": b"5"})
    (tmp_path / "changed.txt").write_bytes(b"mine")
    (tmp_path / "a" / "own.whl").write_bytes(b"1")
    written, gone = replace_all(tmp_path, {"a/new.whl": b"6", "same.txt": b"3", "other.txt": b"7"})
    assert written == [tmp_path / "a" / "new.whl", tmp_path / "other.txt"]
    assert gone == [tmp_path / "a" / "b" / "gone.txt", tmp_path / "a" / "old.whl"]
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"a/new.whl", "a/own.whl", "same.txt", "other.txt", "changed.txt", LIST}
    assert not (tmp_path / "a" / "b").exists()
    with pytest.raises(catalog.CatalogError, match=r"there is already another changed\.txt: nothing is written"):
        replace_all(tmp_path, {"changed.txt": b"8"})
    assert (tmp_path / "same.txt").exists()


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', '{"../secret": "DIGEST", "OUTSIDE": "DIGEST", "\\u0000": "DIGEST"}'])
def test_a_list_of_what_was_exported_that_makes_no_sense(text: str, tmp_path: Path) -> None:
    """Nothing outside of the folder goes, whatever it says."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"1")
    digest = hashlib.sha256(b"1").hexdigest()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / LIST).write_text(text.replace("DIGEST", digest).replace("OUTSIDE", str(secret)))
    assert replace_all(tmp_path / "in", {"a.txt": b"1"})[1] == []
    assert secret.exists()


def test_it_says_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    course = str(tmp_path / "dl101")
    assert cli.main(["export", "nbgrader", course, "--topics", "activations/relu"]) == 0
    assert capsys.readouterr().out == (
        f"1 exercise in 1 assignment in {course}: 3 files written, 0 files as before.\n"
        f"Next: cd {course} && nbgrader generate_assignment activations\n"
    )
    assert cli.main(["export", "nbgrader", course, "--topics", "poetry"]) == 1
    assert capsys.readouterr().err == "gradlings: there is no exercise and no topic 'poetry'\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--nbgrader", "course"], "--nbgrader COURSE needs --assignment NAME"),
        (["folder", "--assignment", "ps1", "--out", "out"], "a folder needs --out FOLDER, and no --assignment"),
        (["folder"], "a folder needs --out FOLDER, and no --assignment"),
    ],
)
def test_what_grade_must_be_told(arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["grade", *arguments]) == 1
    assert capsys.readouterr().err == f"gradlings: {why}\n"
