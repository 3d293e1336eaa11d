"""Loops over the data and matrices that nobody needs are noticed by how they grow, in NumPy and in PyTorch alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import numpy as np
import pytest
from conftest import ROOT, load
from toys import ABOUT, toy

from grader import submission
from grader.exercise import Exercise, Finding, Result, Setup, Verdict
from grader.grade import checks_of, grade
from grader.inprocess import InProcess
from grader.launch import Launchers
from grader.sentences import what_happened
from grader.worker import Process

Backend = Literal["numpy", "torch"]
IMPORTS = {"numpy": "import numpy as np\n", "torch": "import numpy as np\nimport torch\n"}
SHAPES = {"ones": (1, 1), "large": (60, 5), "huge": (240, 5)}


def sized(rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    return (rng.normal(size=SHAPES.get(size, (3, 4))),)


VECTORISED = toy(about=replace(ABOUT, vectorised=True), sample=sized)
FRUGAL = toy(about=replace(ABOUT, memory="O(N)"), sample=sized)
LOOPS = {
    "numpy, for": "out = np.zeros(len(x))\nfor i, row in enumerate(x):\n    out[i] = row.mean()\nreturn out",
    "numpy, comprehension": "return np.array([row.mean() for row in x])",
    "numpy, apply_along_axis": "return np.apply_along_axis(lambda row: row.mean(), 1, x)",
    "numpy, recursion": "return x.mean(1) if len(x) < 2 else np.concatenate([f(x[:1]), f(x[1:])])",
    "torch, for": "out = torch.zeros(len(x), dtype=x.dtype)\nfor i, row in enumerate(x):\n    out[i] = row.mean()\nreturn out",
    "torch, comprehension": "return torch.stack([row.mean() for row in x])",
    "torch, while": "out = x[:, 0] * 0\ni = 0\nwhile i < len(x):\n    out[i] = x[i].mean()\n    i += 1\nreturn out",
}
NO_LOOPS = {
    "numpy, mean": "return x.mean(1)",
    "numpy, over columns": "return sum(x[:, j] for j in range(x.shape[1])) / x.shape[1]",
    "torch, mean": "return x.mean(1)",
    "torch, over columns": "total = 0\nfor column in x.T:\n    total = total + column\nreturn total / x.shape[1]",
    "torch, vmap": "return torch.vmap(torch.mean)(x)",
}
MATRICES = {
    "numpy, matrix": "return (np.eye(len(x)) @ x).mean(1)",
    "numpy, lists": "return (np.array([[float(i == j) for j in range(len(x))] for i in range(len(x))]) @ x).mean(1)",
    "numpy, dropped": "np.ones((len(x), len(x)))\nreturn x.mean(1)",
    "torch, matrix": "return (torch.eye(len(x), dtype=x.dtype) @ x).mean(1)",
    "torch, dropped": "x[:, :1] * x[:, 0]\nreturn x.mean(1)",
    "torch, of NumPy": "return torch.from_numpy((np.eye(len(x)) @ x.numpy()).mean(1))",
}
NO_MATRICES = {
    "numpy, mean": "return x.mean(1)",
    "numpy, temporaries": "for _ in range(len(x)): x * 2\nreturn x.mean(1)",
    "torch, mean": "return x.mean(1)",
    "torch, temporaries": "for _ in range(len(x)): x * 2\nreturn x.mean(1)",
    "torch, several copies": "copies = [x * 2 for _ in range(20)]\nreturn x.mean(1)",
}


def judged(exercise: Exercise, check: str, label: str, body: str) -> Result:
    """The result of one check of a file whose function has this body."""
    backend: Backend = "torch" if label.startswith("torch") else "numpy"
    indented = body.replace("\n", "\n    ")
    source = f"{IMPORTS[backend]}KEPT = []\ndef f(x):\n    {indented}\ndef row_means(x):\n    return f(x)"
    (result,) = grade(exercise, InProcess(source.encode(), "f.py", exercise.name, Setup(backend)), only=[check]).results
    return result


def facts(result: Result, kind: str) -> dict[str, Any]:
    assert result.finding is not None, result
    assert (result.verdict, result.finding.kind) == (Verdict.WRONG, kind), result
    return dict(result.finding.facts)


@pytest.mark.parametrize(("label", "body"), LOOPS.items(), ids=LOOPS)
def test_a_loop_over_the_data_is_rejected(label: str, body: str) -> None:
    found = facts(judged(VECTORISED, "python_steps", label, body), "steps")
    assert found["sizes"] == [300, 1200]
    assert found["steps"][1] > 3 * found["steps"][0] > 60


@pytest.mark.parametrize(("label", "body"), NO_LOOPS.items(), ids=NO_LOOPS)
def test_array_code_is_accepted(label: str, body: str) -> None:
    assert judged(VECTORISED, "python_steps", label, body).verdict is Verdict.PASSED


@pytest.mark.parametrize(("label", "body"), MATRICES.items(), ids=MATRICES)
def test_a_matrix_is_rejected(label: str, body: str) -> None:
    found = facts(judged(FRUGAL, "peak_memory", label, body), "space")
    assert found["sizes"] == [300, 1200]
    assert found["bytes"][0] >= 60**2 * 8
    assert found["bytes"][1] >= 240**2 * 8


@pytest.mark.parametrize(("label", "body"), NO_MATRICES.items(), ids=NO_MATRICES)
def test_memory_that_grows_with_the_data_is_accepted(label: str, body: str) -> None:
    assert judged(FRUGAL, "peak_memory", label, body).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("declared", "check", "body"),
    [
        (
            VECTORISED,
            "python_steps",
            "if not KEPT: KEPT.extend([i for i in range(9999)])\nreturn np.array([r.mean() for r in x])",
        ),
        (FRUGAL, "peak_memory", "if not KEPT: KEPT.append(np.ones(9**6))\nreturn (np.eye(len(x)) @ x).mean(1)"),
    ],
    ids=["steps", "memory"],
)
def test_what_is_done_once_at_the_first_call_hides_nothing(declared: Exercise, check: str, body: str) -> None:
    """A library that is imported inside the function, for instance: the verdict must not depend on what ran before."""
    assert judged(declared, check, "numpy", body).verdict is Verdict.WRONG


@pytest.mark.parametrize(("declared", "check"), [(VECTORISED, "python_steps"), (FRUGAL, "peak_memory")])
def test_values_count_here_too(declared: Exercise, check: str) -> None:
    facts(judged(declared, check, "numpy", "return x.mean(1) * (len(x) < 100)"), "value")
    result = judged(declared, check, "numpy", "if len(x) > 100: raise ValueError('too many')\nreturn x.mean(1)")
    assert result.verdict is Verdict.RAISED


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (ABOUT, set()),
        (VECTORISED.about, {"python_steps"}),
        (FRUGAL.about, {"peak_memory"}),
        (replace(FRUGAL.about, vectorised=True, skip={"peak_memory": "a reason"}), {"python_steps"}),
    ],
)
def test_only_what_is_declared_is_measured(about: Any, expected: set[str]) -> None:
    checks = {check.id for check in checks_of(toy(about=about, sample=sized))}
    assert checks & {"python_steps", "peak_memory"} == expected


def test_a_learner_reads_how_it_grew() -> None:
    steps = Finding("steps", {"sizes": [300, 1200], "steps": [604, 2404]})
    assert what_happened(VECTORISED, steps) == [
        "took 604 Python steps for 300 numbers and 2,404 for 1,200; expected no more steps for more numbers."
    ]
    space = Finding("space", {"sizes": [300, 1200], "bytes": [28_800, 460_800]})
    assert what_happened(FRUGAL, space) == [
        "needed 29 kB for 300 numbers and 0.46 MB for 1,200, 16 times as much; expected some 4 times, as the numbers are."
    ]


SLICE_BY_SLICE = """
def softmax_backward(grad_output, y, dim=-1):
    result = {library}.empty_like(y)
    p, g, out = (a.swapaxes(dim, -1) for a in (y, grad_output, result))
    for index in np.ndindex(tuple(p.shape[:-1])):
        out[index] = g[index] @ ({library}.diag(p[index]) - {library}.outer(p[index], p[index]))
    return result
"""
ALL_AT_ONCE = """
def softmax_backward(grad_output, y, dim=-1):
    p, g = (a.swapaxes(dim, -1) for a in (y, grad_output))
    jacobian = p[..., None] * ({library}.eye(p.shape[-1], dtype=p.dtype) - p[..., None, :])
    return (g[..., None, :] @ jacobian)[..., 0, :].swapaxes(-1, dim)
"""
ONE_BY_ONE = """
def swish(x, beta=1.0):
    result = {library}.empty_like(x)
    for index in np.ndindex(tuple(x.shape)):
        result[index] = x[index] / (1 + {library}.exp(-beta * x[index]))
    return result
"""
ROW_BY_ROW = """
def swish(x, beta=1.0):
    if x.ndim > 1:
        return {library}.stack([swish(row, beta) for row in x])
    return x / (1 + {library}.exp(-beta * x))
"""


def failed(exercise: Exercise, backend: Backend, source: str, launchers: Launchers) -> dict[str, str]:
    """The checks that did not pass, of a file in a process of its own, with what was found."""
    worker = Process(source.encode(), "f.py", exercise.name, launchers.of(backend), 20.0, Setup(backend), exercise.about.forbid)
    results = grade(exercise, worker).results
    worker.close()
    return {r.check: r.finding.kind if r.finding else "" for r in results if r.verdict is not Verdict.PASSED}


@pytest.mark.parametrize("backend", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("activations/swish", ONE_BY_ONE, {"python_steps": "steps"}),
        ("activations/swish", ROW_BY_ROW, {"python_steps": "steps"}),
        ("activations/softmax_backward", ALL_AT_ONCE, {"peak_memory": "space"}),
        ("activations/softmax_backward", SLICE_BY_SLICE, {"peak_memory": "space"}),
    ],
    ids=["swish one by one", "swish row by row", "whole Jacobian", "Jacobian of each slice"],
)
def test_a_right_answer_that_grows_fails_that_check_alone(
    name: str, source: str, expected: dict[str, str], backend: Backend, launchers: Launchers
) -> None:
    library = {"numpy": "np", "torch": "torch"}[backend]
    assert failed(load(name), backend, IMPORTS[backend] + source.replace("{library}", library), launchers) == expected


@pytest.mark.parametrize("backend", ["numpy", "torch"])
@pytest.mark.parametrize("name", ["activations/swish", "activations/softmax_backward"])
def test_the_solutions_do_not_grow(name: str, backend: Backend, launchers: Launchers) -> None:
    source = submission.standalone(ROOT, name) if backend == "numpy" else submission.twin(ROOT, name)
    assert failed(load(name), backend, source, launchers) == {}
