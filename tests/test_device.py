"""Tensors on another device.  Where there is no GPU, a stand-in device takes its place: see tests/standin.py.

PyTorch keeps a device that was registered until the process ends, so everything here runs in processes of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, load, of_each_topic
from course import copy_course

from grader.exercise import Setup
from grader.grade import checks_of
from grader.options import lacks_cuda

# Grades the twins, and spoilt copies of one, on the stand-in device; prints what did not pass, as JSON.
PROGRAM = """
import json, sys
import standin
standin.register()
from conftest import ROOT, load
from grader import catalog, submission
from grader.exercise import Setup, Verdict
from grader.grade import checks_of, grade
from grader.inprocess import InProcess

def failures(exercise, source):
    worker = InProcess(source.encode(), "f.py", exercise.name, Setup("torch", "standin"), exercise.about.forbid)
    only = [c.id for c in checks_of(exercise, worker.setup) if c.id != "python_steps"]  # it would count the stand-in's steps
    report = grade(exercise, worker, only=only)
    failed = [r for r in report.results if r.verdict is not Verdict.PASSED]
    return {r.check: [r.verdict, r.finding.kind, dict(r.finding.facts)] for r in failed}

found = {}
for name in sys.argv[1:]:
    exercise, _, spoilt = name.partition("=")
    source = spoilt.encode().decode("unicode_escape") if spoilt else submission.twin(ROOT, exercise)
    found[name] = failures(load(exercise), source)
print(json.dumps(found, default=str))
"""
SOFTMAX = """
import torch
def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature")
    e = torch.exp((x - x.amax(dim, keepdim=True)) / temperature)
    return {result}
"""


def graded_elsewhere(*names: str) -> dict[str, dict[str, list[object]]]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *names],
        cwd=ROOT / "tests",
        env={"PYTHONPATH": f"{ROOT / 'tests'}", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def test_twins_pass_on_another_device(request: pytest.FixtureRequest) -> None:
    """One of each topic with --whole, else one of each third."""
    twins = sorted((ROOT / "solutions").glob("*/torch/*.py"))
    real = [path for path in twins if "complex" not in path.read_text()]  # the stand-in knows no complex numbers
    names = of_each_topic([f"{path.parents[1].name}/{path.stem}" for path in real], 1)
    assert len(names) >= 21
    names = names if request.config.getoption("--whole") else names[::3]
    assert graded_elsewhere(*names) == {name: {} for name in names}


def spoilt(result: str) -> str:
    return "activations/softmax=" + SOFTMAX.format(result=result).encode("unicode_escape").decode()


def test_what_leaves_the_device_is_told_so() -> None:
    moved, mixed = spoilt("(e / e.sum(dim, keepdim=True)).cpu()"), spoilt("e / torch.ones(3, dtype=e.dtype)")
    found = graded_elsewhere(spoilt("e / e.sum(dim, keepdim=True)"), moved, mixed)
    assert found.pop(spoilt("e / e.sum(dim, keepdim=True)")) == {}
    verdict, kind, facts = found[moved]["ordinary_input"]
    assert (verdict, kind) == ("wrong", "device")
    assert facts == {"path": "", "got": "cpu", "expected": "standin"}
    verdict, kind, facts = found[mixed]["ordinary_input"]
    assert (verdict, kind) == ("raised", "raised")
    assert "same device" in str(facts)


@pytest.mark.skipif(not lacks_cuda(), reason="CUDA is available")
def test_without_cuda_what_needs_it_is_skipped_or_fails_on_request(tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    course.hand_in("activations/softmax", SOFTMAX.format(result="e / e.sum(dim, keepdim=True)"))
    wanted = "exercises/activations/test_activations.py::test_softmax"
    number = len(checks_of(load("activations/softmax"), Setup("torch")))
    skipped = course.pytest(wanted, "--device", "cuda", "-rs")
    assert "CUDA is not available (torch " in skipped.stdout
    assert f" {number} skipped" in skipped.stdout
    assert "\nnot graded: CUDA is not available (torch " in course.pytest(wanted, "--device", "cuda", "-q").stdout
    failed = course.pytest(wanted, "--device", "cuda", "--require-cuda")
    assert "CUDA is not available (torch " in failed.stdout
    assert "and --require-cuda asks for it" in failed.stdout
    assert f" {number} failed" in failed.stdout
    assert failed.returncode == 1
    assert course.pytest(wanted, "--device", "auto").returncode == 0


@pytest.mark.cuda
@pytest.mark.parametrize("topic", ["activations", "convolution", "rnn", "regularization", "backpropagation", "gradient_flow"])
def test_twins_pass_on_cuda(topic: str, tmp_path: Path) -> None:
    course = copy_course(tmp_path)
    done = course.pytest(f"exercises/{topic}", "--reference", "--backend", "torch", "--device", "cuda", "--require-cuda")
    assert done.returncode == 0, done.stdout
