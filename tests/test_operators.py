"""PyTorch's operators are seen before they run, and run as they would have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.operators import Watching, family

torch = pytest.importorskip("torch")
F = torch.nn.functional
X = torch.arange(12.0).reshape(3, 4) - 5
FAMILIES = ("sum", "softmax", "mul", "normal", "matmul")


def told(call: Callable[[], Any]) -> list[str]:
    seen: list[str] = []
    with Watching(FAMILIES, seen.append):
        call()
    return seen


def run(expression: str) -> Any:
    return eval(expression, {"torch": torch, "F": F, "x": X.clone()})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("softmax", "softmax"),
        ("_softmax", "softmax"),
        ("relu_", "relu"),
        ("native_dropout", "dropout"),
        ("conv1d", "convolution"),
        ("_slow_conv2d_forward", "convolution"),
        ("conv_transpose3d", "convolution"),
        ("max_pool2d_with_indices", "max_pool"),
        ("MaxPool2d", "max_pool"),
        ("softmin", "softmin"),
    ],
)
def test_forms_of_an_operator_are_one_family(name: str, expected: str) -> None:
    assert family(name) == expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("x.sum()", ["sum"]),
        ("list(map(torch.sum, [x]))", ["sum"]),
        ("x @ x.T", ["matmul"]),
        ("torch.outer(x[0], x[1])", ["mul"]),  # made up of it
        ("torch.vmap(lambda row: row.sum())(x)", ["sum", "sum"]),  # once more, for the batch
        ("torch.normal(0.0, 1.0, (2,))", ["normal"]),  # takes no tensor
        ("x.mean()", []),  # has a kernel of its own, which sums
        ("x.logsumexp(0)", []),
        ("torch.no_grad()(x.mean)()", []),
        ("x + x", []),
    ],
)
def test_what_is_told(call: str, expected: list[str]) -> None:
    assert told(lambda: run(call)) == expected


@pytest.mark.parametrize(
    "call",
    [
        "F.scaled_dot_product_attention(x, x, x)",  # multiplies by a number that C gives as a tensor
        "torch.isclose(x, x + 1e-9)",
        "x.long() * 0.5",
        "x.half().softmax(-1, dtype=torch.float32)",
        "torch.mul(x, 2, out=torch.empty(3, 4))",
        "torch.sum(x, dim=0, keepdim=True)",
        "torch.normal(x, 2.0, generator=torch.Generator().manual_seed(3))",
        "torch.autograd.grad((x * x.requires_grad_()).softmax(-1)[:, 0].sum(), x)[0]",
        "torch.func.jacrev(lambda y: y.softmax(-1).sum(0))(x)",
    ],
)
def test_an_operator_that_is_seen_runs_as_it_would_have(call: str) -> None:
    expected, results = run(call), []
    seen = told(lambda: results.append(run(call)))
    assert seen
    assert results[0].dtype == expected.dtype
    assert torch.equal(results[0], expected)


def test_only_the_innermost_is_told_and_nobody_behind_it() -> None:
    outer: list[str] = []
    with Watching(("sum",), outer.append):
        inner = told(X.sum)
        assert (inner, outer) == (["sum"], [])
        X.sum()
    X.sum()
    assert (inner, outer) == (["sum"], ["sum"])


def test_what_is_raised_on_being_told_ends_the_call() -> None:
    class Stop(BaseException):
        pass

    def see(name: str) -> None:
        raise Stop(name)

    with Watching(("softmax",), see), pytest.raises(Stop, match=r"^softmax$"):
        F.softmax(X, -1)
    assert F.softmax(X, -1).shape == (3, 4)


def test_a_family_without_operators_is_no_error() -> None:
    with Watching(("optim",), pytest.fail):
        X.sum()
