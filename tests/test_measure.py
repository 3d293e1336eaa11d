"""Python steps and peak memory are counted, so they are the same in every run, and they grow only where they should."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch

from grader.measure import measured

IMPORTS = "import functools, math\nimport numpy as np\nimport torch\n"
BYTES = 8
LOOPS = {
    "for": "total = 0.0\nfor value in x:\n    total = total + value\nreturn total",
    "for on one line": "for value in x: pass",
    "for in steps": "for start in range(0, len(x), 2): x[start:start + 2].sum()",
    "for over indices": "for index in np.ndindex(x.shape): x[index]",
    "for over an iterator": "for value in np.nditer(np.asarray(x)): pass",
    "for in exec": "exec('for value in x: pass', {'x': x})",
    "for in a helper": "def helper(y):\n    for value in y:\n        pass\nreturn helper(x)",
    "while": "i = 0\nwhile i < len(x):\n    i += 1",
    "while on one line": "i = 0\nwhile i < len(x): i += 1",
    "next": "values = iter(x)\ntry:\n    while True: next(values)\nexcept StopIteration: pass",
    "list comprehension": "return [value for value in x]",
    "dict comprehension": "return {i: value for i, value in enumerate(x)}",
    "generator": "return sum(value for value in x)",
    "map": "return list(map(lambda value: value + 1, x))",
    "sorted": "return sorted(x, key=lambda value: -value)",
    "reduce": "return functools.reduce(lambda a, b: a + b, x)",
    "recursion": "walk = lambda i: 0.0 if i == len(x) else x[i] + walk(i + 1)\nreturn walk(0)",
    "recursion by halves": "add = lambda y: y[0] if len(y) == 1 else add(y[::2]) + add(y[1::2])\nreturn add(x)",
}
LOOPS_OF_NUMPY = {
    "vectorize": "return np.vectorize(lambda value: value + 1)(x)",
    "frompyfunc": "return np.frompyfunc(lambda value: value + 1, 1, 1)(x)",
    "apply_along_axis": "return np.apply_along_axis(lambda row: row + 1, 1, x[:, None])",
    "fromiter": "return np.fromiter((value for value in x), float)",
}
LOOPS_OF_PYTORCH = {
    "stack": "return torch.stack([value * 2 for value in x])",
    "apply_": "return x.clone().apply_(lambda value: value + 1)",
    "tolist": "return torch.tensor([value + 1 for value in x.tolist()])",
}
FLAT = {
    "elements": "return x * 2 / x.sum()",
    "along an axis": "return np.apply_along_axis(np.cumsum, 0, np.asarray(x))",
    "kernel positions": "return sum(x[i:len(x) - 4 + i] * (i + 1) for i in range(5))",
    "kernel positions, nested": "y = x.reshape(-1, 8)\nreturn [y[i::2, j::2] for i in range(2) for j in range(2)]",
    "kernel positions, in a loop": "y = 0\nfor i in range(5):\n    y = y + x[i:len(x) - 4 + i]\nreturn y",
}
FLAT_OF_PYTORCH = {
    "einsum": "return torch.einsum('i,i->', x, x)",
    "vmap": "return torch.vmap(lambda value: value * 2)(x)",
    "unfold": "return x.unfold(0, 3, 1).amax(1)",
}
LINEAR = {
    "elements": "return x * 2",
    "sum": "return (x * x).sum()",
    "list": "return x.tolist()",
    "copies": "return x.reshape(1, -1)[[0] * 9]",
}
QUADRATIC = {
    "returned": "return x[:, None] * x",
    "summed": "return (x[:, None] * x).sum(1)",
    "dropped": "matrix = x[:, None] * x\ndel matrix\nreturn x * 1",
    "lists": "return [[0.0] * len(x) for _ in range(len(x))]",
    "NumPy": "return np.outer(np.asarray(x), np.asarray(x)).sum()",
}
QUADRATIC_OF_PYTORCH = {
    "operator": "return torch.ops.aten.outer(x, x).sum(1)",
    "vmap": "return torch.vmap(lambda value: (value * x).sum())(x)",
    "cdist": "return torch.cdist(x[:, None], x[:, None]).sum(1)",
    "zeros": "torch.zeros(len(x), len(x), dtype=x.dtype)",
    "grown afterwards": "matrix = torch.empty(0, dtype=x.dtype)\nreturn torch.outer(x, x, out=matrix).sum(1)",
    "resized": "torch.empty(0, dtype=x.dtype).resize_(len(x), len(x))",
    "kept by autograd": "y = x.clone().requires_grad_()\nreturn (y[:, None] * y).exp().sum(1)",
}


def function(body: str) -> Callable[[Any], Any]:
    """`def f(x)` with this body, as a learner's file has it."""
    space: dict[str, Any] = {}
    exec(compile(IMPORTS + "def f(x):\n    " + body.replace("\n", "\n    "), "f.py", "exec"), space)
    return space["f"]  # type: ignore[no-any-return]


def numbers(backend: str, size: int) -> Any:
    return np.arange(1.0, size + 1) if backend == "numpy" else torch.arange(1.0, size + 1, dtype=torch.float64)


def counts(what: str, backend: str, body: str, *sizes: int) -> list[int]:
    f = function(body)
    if what == "memory":
        f(numbers(backend, 8))  # what is loaded at the first call is not to be counted
    return [measured(what, partial(f, numbers(backend, size)))[1] for size in sizes]


def both(shared: dict[str, str], **own: dict[str, str]) -> list[Any]:
    """The bodies for each library: those that both have in common, and its own."""
    named = [(backend, {**shared, **own.get(backend, {})}) for backend in ("numpy", "torch")]
    return [pytest.param(backend, body, id=f"{backend}, {name}") for backend, bodies in named for name, body in bodies.items()]


@pytest.mark.parametrize(("backend", "body"), both(LOOPS, numpy=LOOPS_OF_NUMPY, torch=LOOPS_OF_PYTORCH))
def test_a_loop_over_the_data_takes_more_steps_for_more_data(backend: str, body: str) -> None:
    few, again, many = counts("steps", backend, body, 64, 64, 256)
    assert few == again
    assert many > 3 * few > 0


@pytest.mark.parametrize(("backend", "body"), both(FLAT, torch=FLAT_OF_PYTORCH))
def test_array_code_takes_the_same_steps_for_more_data(backend: str, body: str) -> None:
    few, again, many = counts("steps", backend, body, 64, 64, 256)
    assert few == again == many > 0


def test_every_line_is_one_step_and_lines_of_libraries_are_none() -> None:
    assert counts("steps", "numpy", "y = x + 1\nz = np.gradient(np.pad(y, 1))\nreturn z", 9) == [3]
    assert counts("steps", "numpy", "from copy import deepcopy\nreturn deepcopy([[0]] * len(x))", 9, 99) == [2, 2]


@pytest.mark.parametrize(("backend", "body"), both(LINEAR))
def test_memory_that_grows_with_the_data(backend: str, body: str) -> None:
    less, more = counts("memory", backend, body, 4000, 16000)
    assert less >= 4000 * BYTES
    assert 3 < more / less < 5


@pytest.mark.parametrize(("backend", "body"), both(QUADRATIC, torch=QUADRATIC_OF_PYTORCH))
def test_memory_of_a_matrix(backend: str, body: str) -> None:
    less, more = counts("memory", backend, body, 400, 1600)
    assert less >= 400**2 * BYTES
    assert 14 < more / less < 18


@pytest.mark.parametrize("backend", ["numpy", "torch"])
@pytest.mark.parametrize(
    ("body", "arrays"),
    [
        ("return None", 0),
        ("return x.sum()", 0),
        ("return x[1:]", 0),
        ("return x * 2", 1),
        ("for i in range(50): x * i\nreturn x", 1),
        ("y = x * 1\nfor i in range(50): y *= 1.5\nreturn y", 1),
        ("y = x * 1\nreturn [y[i:] for i in range(50)]", 1),
        ("y = x * 2\nreturn y + 1", 2),
        ("y = x\nfor i in range(50): y = y + i\nreturn y", 2),
        ("return torch.topk(torch.as_tensor(x), len(x))", 2),
        ("return [x * i for i in range(50)]", 50),
    ],
)
def test_what_is_free_again_is_not_added_up(backend: str, body: str, arrays: int) -> None:
    size = 100_000
    (peak,) = counts("memory", backend, body, size)
    assert 0.95 * arrays <= peak / (size * BYTES) < arrays + 0.1


def test_a_tensor_without_storage_is_no_obstacle() -> None:
    value, _ = measured("memory", lambda: torch.eye(3).to_sparse().to_dense())
    assert torch.equal(value, torch.eye(3))


@pytest.mark.parametrize("what", ["", "steps", "memory"])
def test_the_value_comes_back_and_nothing_stays_switched_on(what: str) -> None:
    def raises() -> None:
        raise ValueError("no")

    assert measured(what, lambda: [1, "x"])[0] == [1, "x"]
    with pytest.raises(ValueError, match="no"):
        measured(what, raises)
    assert sys.gettrace() is None
    assert not tracemalloc.is_tracing()


def test_nothing_is_counted_unasked() -> None:
    assert measured("", lambda: [0] * 1000)[1] == 0
