"""PyTorch solutions through pytest, as learners run them."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT, load
from course import Course, copy_course, run

from grader import backends, options
from grader.bench import Bench, Wish
from grader.exercise import Setup
from grader.grade import grade
from grader.launch import Fresh, Launchers
from grader.worker import Process

TOPIC = "exercises/activations"
RELU = "import torch\n\n\ndef relu(x):\n    return torch.clamp(x, min=0)\n"
LATE = "def relu(x):\n    import torch\n\n    return torch.where(x < 0, torch.zeros_like(x), x)\n"
NUMPY_RELU = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return copy_course(tmp_path_factory.mktemp("course"))


def test_arrays_and_tensors_in_one_run(course: Course) -> None:
    course.hand_in("activations/relu", RELU)
    course.hand_in_function("activations/sigmoid", "sigmoid")
    done = course.pytest(f"{TOPIC}/test_activations.py::test_relu", f"{TOPIC}/test_activations.py::test_sigmoid")
    assert done.returncode == 0, done.stdout
    lines = {line.split()[0]: line for line in done.stdout.splitlines() if line.startswith("activations/") and "checks" in line}
    assert lines["activations/relu"].endswith("done (torch on cpu)")
    assert lines["activations/sigmoid"].endswith("done")


@pytest.mark.parametrize("arguments", [["-n", "2"], ["--in-process"], ["--device", "auto"]], ids=" ".join)
def test_a_tensor_solution_passes(arguments: list[str], course: Course) -> None:
    course.hand_in("activations/relu", LATE if "-n" in arguments else RELU)
    done = course.pytest(f"{TOPIC}/test_activations.py::test_relu", "-v", *arguments)
    assert done.returncode == 0, done.stdout
    assert "test_relu[gradients_flow]" in done.stdout


def test_an_option_overrides_what_the_file_imports(course: Course) -> None:
    course.hand_in("activations/relu", RELU)
    as_arrays = course.pytest(f"{TOPIC}/test_activations.py::test_relu", "--backend", "numpy")
    assert as_arrays.returncode == 1
    assert "gradients_flow" not in as_arrays.stdout
    assert "BROKEN" not in as_arrays.stdout
    course.hand_in("activations/relu", NUMPY_RELU)
    as_tensors = course.pytest(f"{TOPIC}/test_activations.py::test_relu", "--backend", "torch")
    assert as_tensors.returncode == 1
    assert "(torch on cpu)" in as_tensors.stdout
    assert "BROKEN" not in as_tensors.stdout


def test_references_in_pytorch_pass(course: Course, request: pytest.FixtureRequest) -> None:
    """Of two topics in an ordinary run: tests/test_twins.py grades every one, if not by this door."""
    topics = ["*"] if request.config.getoption("--whole") else ["activations", "attention"]
    folders = ["exercises"] if topics == ["*"] else [f"exercises/{topic}" for topic in topics]
    done = course.pytest(*folders, "--reference", "--backend", "torch", "-q")
    assert done.returncode == 0, done.stdout
    twins = sum(len(list((ROOT / "solutions").glob(f"{topic}/torch/*.py"))) for topic in topics)
    assert done.stdout.count("(torch on cpu)") == twins


def test_the_grader_itself_never_imports_torch(course: Course) -> None:
    course.hand_in("activations/relu", RELU)
    code = (
        f"import sys, pytest; code = pytest.main(['-q', '{TOPIC}/test_activations.py::test_relu']);"
        "print(code, 'torch' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], course.root).stdout.splitlines()[-1] == "0 False"


def test_a_run_without_tensors_starts_nothing_for_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    course, launchers, asked = copy_course(tmp_path), Launchers(), list[str]()
    course.hand_in("activations/relu", NUMPY_RELU)
    monkeypatch.setattr(launchers, "of", lambda backend: asked.append(backend) or Launchers.of(launchers, backend))
    bench = Bench(course.root, launchers, Wish())
    try:
        records = [bench.grade("activations/relu", check) for check in bench.checks("activations/relu")]
    finally:
        bench.close()
        launchers.close()
    assert {record["verdict"] for record in records} == {"passed"}
    assert set(asked) == {"numpy"}


def test_a_fresh_interpreter_for_each_file_does_as_well() -> None:
    """As on platforms where forking is unsafe."""
    exercise, fresh = load("activations/relu"), Fresh()
    worker = Process(RELU.encode(), "f.py", "relu", fresh, 5.0, Setup("torch"), exercise.about.forbid)
    report = grade(exercise, worker)
    worker.close()
    fresh.close()
    assert report.passed == len(report.results)
    assert report.versions["torch"]


def test_what_a_run_is_going_to_need_is_known_before_it_starts(course: Course) -> None:
    course.hand_in("activations/relu", RELU)
    folder = course.root / TOPIC
    assert backends.wanted([f"{folder}/test_activations.py::test_relu[examples]"]) == {"torch"}
    assert backends.wanted([f"{folder}/test_activations.py::test_sigmoid"]) == {"numpy"}
    assert backends.wanted([str(folder)]) == {"numpy", "torch"}


def test_tensors_without_pytorch_are_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backends, "installed", lambda: False)
    config: Any = SimpleNamespace(option=SimpleNamespace(backend="torch"))
    with pytest.raises(pytest.UsageError, match="--backend torch needs PyTorch, which is not installed; try: python -m pip"):
        options.check(config)


def test_a_forbidden_call_is_a_verdict_of_its_own(course: Course) -> None:
    course.hand_in("activations/relu", "import torch\n\n\ndef relu(x):\n    return torch.relu(x)\n")
    done = course.pytest(f"{TOPIC}/test_activations.py::test_relu", "-v")
    assert "test_relu[ordinary_input] FORBIDDEN" in done.stdout
    assert "used torch.relu, which this exercise does not allow." in done.stdout
    assert "line 5, in relu: return torch.relu(x)" in done.stdout
