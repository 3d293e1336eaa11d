"""PyTorch twins, graded as a learner's file is: right everywhere, with autograd.  tests/test_audit.py hands in their mistakes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from conftest import ROOT, failures, load

from grader import catalog, structure, submission
from grader.exercise import Exercise, Report, Setup, Verdict
from grader.grade import grade
from grader.launch import Fresh, Zygote, launcher
from grader.worker import Process

SEED = 1  # tests/test_audit.py takes 2026
TWINS = [load(name) for name in catalog.exercise_ids(ROOT) if catalog.twin_of(catalog.solution_file(ROOT, name)).is_file()]
MISTAKES = {e.id: catalog.twin_of(catalog.hidden_file(ROOT, e.id)) for e in TWINS}


@pytest.fixture(scope="module")
def launch() -> Iterator[Zygote | Fresh]:
    started = launcher("torch")
    yield started
    started.close()


def graded(exercise: Exercise, launch: Zygote | Fresh, seed: int = 0, dtype: str = "") -> Report:
    source = submission.twin(ROOT, exercise.id).encode()
    setup = Setup("torch", dtype=dtype)
    worker = Process(source, f"{exercise.name}.py", exercise.name, launch, 20.0, setup, exercise.about.forbid)
    try:
        return grade(exercise, worker, seed)
    finally:
        worker.close()


@pytest.mark.parametrize("twin", TWINS, ids=[e.id for e in TWINS])
def test_a_twin_passes_in_float64_and_float32(twin: Exercise, launch: Zygote | Fresh) -> None:
    report = graded(twin, launch, SEED)
    assert failures(report) == {}
    assert report.setup.backend == "torch"
    assert report.versions["torch"]


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
@pytest.mark.parametrize("twin", [e for e in TWINS if e.about.dtypes], ids=[e.id for e in TWINS if e.about.dtypes])
def test_a_twin_passes_in_the_smaller_types_that_are_declared(twin: Exercise, dtype: str, launch: Zygote | Fresh) -> None:
    report = graded(twin, launch, dtype=dtype)
    assert failures(report) == {}
    assert ("smaller_type" in {result.check for result in report.results}) == (dtype in twin.about.dtypes)


def absent(exercise: Exercise) -> dict[str, str]:
    """Mistakes that mean nothing in PyTorch, with the reason: read from the file, which imports torch."""
    for node in ast.parse(MISTAKES[exercise.id].read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ABSENT":
            return dict(ast.literal_eval(node.value))
    return {}


@pytest.mark.parametrize("twin", TWINS, ids=[e.id for e in TWINS])
def test_every_mistake_is_written_in_pytorch_or_excused(twin: Exercise) -> None:
    tree = ast.parse(MISTAKES[twin.id].read_text(encoding="utf-8"))
    written = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    known = {mistake.name for mistake in twin.mistakes}
    assert known - written == set(absent(twin))
    assert all(len(reason.split()) >= 4 for reason in absent(twin).values())


def test_every_exercise_about_arrays_has_a_twin(exercise: Exercise) -> None:
    assert exercise.sample is not None
    arguments = exercise.sample(np.random.default_rng(0), "small")
    arrays = any(isinstance(leaf, np.ndarray) for _, leaf in structure.leaves(arguments))
    assert not arrays or "twin" in exercise.about.skip or exercise.id in {twin.id for twin in TWINS}


@pytest.mark.parametrize("twin", TWINS, ids=[e.id for e in TWINS])
def test_a_twin_needs_nothing_but_pytorch(twin: Exercise) -> None:
    path = catalog.twin_of(catalog.solution_file(ROOT, twin.id))
    text = path.read_text(encoding="utf-8")
    imported = {n.name.split(".")[0] for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for n in node.names}
    assert imported <= {"torch", "math"}
    assert ".numpy()" not in text
    assert "detach" not in text
    assert len(text.splitlines()) <= 130


def test_a_deadline_of_its_own_is_kept(launch: Zygote | Fresh) -> None:
    exercise = replace(TWINS[0], about=replace(TWINS[0].about, deadline=0.5))
    source = f"import torch\ndef {exercise.name}(*args):\n    while True: torch.ones(1)".encode()
    worker = Process(source, "f.py", exercise.name, launch, exercise.about.deadline, Setup("torch"))
    report = grade(exercise, worker, only=["ordinary_input"])
    worker.close()
    assert [result.verdict for result in report.results] == [Verdict.TIMEOUT]
