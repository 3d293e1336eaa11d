"""The promises of the battery to a file that is given tensors: each is broken here, and the learner hears of exactly that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from toys import ABOUT, toy

from grader.exercise import ORDINARY, How, Outcome, Report, Result, Setup, Verdict
from grader.grade import checks_of, grade
from grader.inprocess import InProcess
from grader.launch import Fresh, Zygote, launcher
from grader.sentences import what_happened
from grader.worker import Process

TORCH = Setup("torch")
FULL = ["ordinary_input", "any_layout", "large_values", "float32_too", "gradients_flow"]


def report(source: str, setup: Setup = TORCH, **parts: Any) -> Report:
    """Everything that is checked, for a file that defines `f`."""
    return grade(toy(**parts), InProcess(f"import numpy as np, torch\n{source}".encode(), "f.py", "f", setup))


def failures(source: str, setup: Setup = TORCH, **parts: Any) -> dict[str, tuple[str, str]]:
    """Verdict and kind of the checks that did not pass."""
    failed = [r for r in report(source, setup, **parts).results if r.verdict is not Verdict.PASSED]
    return {r.check: (str(r.verdict), r.finding.kind if r.finding else "") for r in failed}


def result_of(check: str, source: str, setup: Setup = TORCH, **parts: Any) -> tuple[Result, dict[str, Any]]:
    (result,) = [r for r in report(source, setup, **parts).results if r.check == check]
    assert result.finding is not None
    return result, dict(result.finding.facts)


EVERYWHERE = [
    ("return x.mean(1).detach().numpy()", "not_tensor", FULL),
    ("return x.mean(1).to('meta')", "device", FULL),
    ("return x.mean(1).float()", "dtype", ["ordinary_input", "any_layout", "large_values", "gradients_flow"]),
    ("return x.mean(1).double()", "dtype", ["float32_too"]),
    ("return x.mean(1) > 0", "dtype", FULL),
    ("return x.mean(1).tolist()", "type", FULL),
    ("return x.mean(1).to_sparse()", "type", FULL),
    ("return x.max(1)", "type", FULL),
    ("return None", "type", FULL),
    ("return x.mean(1)[None]", "shape", FULL),
    ("return x.mean(1).squeeze()", "type", ["ordinary_input"]),
    ("return x.mean(1) + torch.rand(len(x))", "value", FULL),
]


@pytest.mark.parametrize(("body", "kind", "checks"), EVERYWHERE, ids=[case[0] for case in EVERYWHERE])
def test_what_is_wrong_with_a_result_is_told_by_every_check_that_sees_it(body: str, kind: str, checks: list[str]) -> None:
    assert failures(f"def f(x): {body}") == {check: ("wrong", kind) for check in checks}


MUTATED = {"ordinary_input": ("wrong", "mutated")}
ONCE = [
    ("\n  y = x.mean(1)\n  x.data[0, 0] = 7\n  return y", MUTATED),
    ("\n  y = x.mean(1)\n  x.data = x.data.T.contiguous().T.float().double()\n  return y", MUTATED),
    ("\n  y = x.mean(1)\n  x += 1\n  return y", {**MUTATED, "gradients_flow": ("raised", "raised")}),
    ("\n  y = x.mean(1)\n  x.t_()\n  return y", {**MUTATED, "gradients_flow": ("raised", "raised")}),
    ("return x.view(-1).view(x.shape).mean(1)", {"any_layout": ("raised", "raised")}),
    ("return x.as_strided(x.shape, (x.shape[1], 1)).mean(1)", {"any_layout": ("wrong", "value")}),
    ("return x.exp().mean(1) - x.exp().mean(1) + x.mean(1)", {"large_values": ("wrong", "nonfinite")}),
    ("return (x.half() if x.dtype == torch.float32 else x).mean(1).to(x.dtype)", {"float32_too": ("imprecise", "imprecise")}),
    ("return ((x + 1000).mean(1) - 1000)", {"float32_too": ("imprecise", "imprecise")}),
    ("return x.mean(1).detach()", {"gradients_flow": ("wrong", "detached")}),
    ("return x.mean(1)", {}),
    ("return torch.stack([sum(row) / len(row) for row in x])", {}),
    ("return torch.einsum('nk->n', x) / x.shape[1]", {}),
    ("return (x @ x.new_ones(x.shape[1], 1))[:, 0] / x.shape[1]", {}),
]


@pytest.mark.parametrize(("body", "expected"), ONCE, ids=[case[0] for case in ONCE])
def test_a_promise_that_is_broken_once_fails_one_check(body: str, expected: dict[str, tuple[str, str]]) -> None:
    assert failures(f"def f(x): {body}") == expected


def test_another_result_for_the_same_input_is_unrepeatable() -> None:
    source = "n = {}\ndef f(x):\n  key = str(x.tolist())\n  n[key] = n.get(key, 0) + 1\n  return x.mean(1) * n[key]"
    assert failures(source) == {"ordinary_input": ("wrong", "unrepeatable")}


def test_a_view_of_a_tensor_that_is_not_contiguous_is_told_with_its_layout() -> None:
    result, facts = result_of("any_layout", "def f(x): return x.view(-1, x.shape[1]).view(-1).view(x.shape).mean(1)")
    assert (facts["type"], facts["layout"]) == ("RuntimeError", "strided")
    assert "view size is not compatible" in facts["message"]
    assert result.finding is not None
    assert "such as x.T[::2], which is not contiguous, it raised RuntimeError" in what_happened(toy(), result.finding)[0]
    for body in ("return x.mean(1).float()", "return x.mean(1).to('meta')", "return x.mean(1) * x.is_contiguous()"):
        assert result_of("any_layout", f"def f(x): {body}")[1]["layout"] == "strided"


@pytest.mark.parametrize("shape", [(5,), (3, 4), (2, 3, 4), (2, 2, 2, 2)], ids=str)
def test_the_tensors_of_any_layout_are_nowhere_contiguous(shape: tuple[int, ...]) -> None:
    contiguous = "x.is_contiguous() or x.permute(*range(x.ndim)[::-1]).is_contiguous()"
    source = f"def f(x):\n  if not ({contiguous}): raise KeyError\n  return x * 1"
    parts = {"reference": lambda x: x * 1, "sample": lambda rng, size: (rng.normal(size=shape),)}
    assert failures(source, **parts) == {"any_layout": ("raised", "raised")}


def test_what_is_not_right_is_shown_with_its_facts() -> None:
    assert result_of("ordinary_input", "def f(x): return x.numpy().mean(1)")[1] == {"path": ""}
    _, facts = result_of("ordinary_input", "def f(x): return x.mean(1).to('meta')")
    assert facts == {"path": "", "got": "meta", "expected": "cpu"}
    mutates = "def f(x):\n  y = x.mean(1)\n  x.data.zero_()\n  return y"
    assert result_of("ordinary_input", mutates)[1] == {"names": ["x"]}
    _, facts = result_of("float32_too", "def f(x): return x.mean(1).double()")
    assert (facts["got"], facts["expected"]) == ("float64", "float32")


NAMED: dict[str, Any] = {"reference": lambda x: {"mean": x.mean(1), "last": x[:, -1]}}


@pytest.mark.parametrize("names", [("mean", "last"), ("last", "mean")])
@pytest.mark.parametrize("odd", ["mean", "last"])
def test_one_part_of_a_result_that_is_no_tensor_is_named(names: tuple[str, str], odd: str) -> None:
    values = {"mean": "x.mean(1)", "last": "x[:, -1]"}
    values[odd] += ".detach().numpy()"
    source = "def f(x): return {" + ", ".join(f"{name!r}: {values[name]}" for name in names) + "}"
    assert result_of("ordinary_input", source, **NAMED)[1] == {"path": f"[{odd!r}]"}


def test_a_single_number_need_not_be_a_tensor() -> None:
    for body in ("x.sum()", "x.sum().item()", "np.float64(x.sum().item())", "np.array(x.sum().item())"):
        assert "ordinary_input" not in failures(f"def f(x): return {body}", reference=lambda x: np.array(x.sum()))


SMALL: dict[str, Any] = {
    "about": replace(ABOUT, dtypes=("float16", "bfloat16")),
    "sample": lambda rng, size="small": (3 + rng.normal(size=(1, 1) if size == "ones" else (3, 40)),),
}
SMALLER = [
    ("return x.mean(1)", None),
    ("return x.float().mean(1).to(x.dtype) if small else x.mean(1)", None),
    ("return x.float().mean(1) if small else x.mean(1)", ("wrong", "dtype")),
    ("return x.float().mean(1).detach().numpy() if small else x.mean(1)", ("wrong", "not_tensor")),
    ("return x.mean(1).to('meta') if small else x.mean(1)", ("wrong", "device")),
    ("return x.mean(1)[None] if small else x.mean(1)", ("wrong", "shape")),
    ("return x.mean(1).tolist() if small else x.mean(1)", ("wrong", "type")),
    ("return x.mean(1) + 1", ("wrong", "value")),
    ("return (x + 1000).mean(1) - 1000", ("imprecise", "imprecise")),
    ("return x.mean(1) / (0 if small else 1)", ("imprecise", "imprecise")),
    ("\n  if small: raise TypeError('no')\n  return x.mean(1)", ("raised", "raised")),
]


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
@pytest.mark.parametrize(("body", "expected"), SMALLER, ids=[case[0] for case in SMALLER])
def test_what_is_wrong_in_a_smaller_type_alone_is_told_so(body: str, expected: tuple[str, str] | None, dtype: str) -> None:
    source = f"def f(x): {body.replace('small', 'x.dtype.itemsize == 2')}"
    assert failures(source, Setup("torch", dtype=dtype), **SMALL).get("smaller_type") == expected


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_the_smaller_type_is_shown_for_what_it_is(dtype: str) -> None:
    source = "def f(x): return (x + 1000).mean(1) - 1000"
    result, facts = result_of("smaller_type", source, Setup("torch", dtype=dtype), **SMALL)
    assert (facts["dtype"], result.call) == (dtype, f"row_means(x[3,40] {dtype})")


@pytest.mark.parametrize(
    ("setup", "declared", "checked"),
    [
        (TORCH, ("float16", "bfloat16"), False),
        (Setup("torch", dtype="bfloat16"), (), False),
        (Setup("torch", dtype="bfloat16"), ("float16",), False),
        (Setup("numpy", dtype="bfloat16"), ("bfloat16",), False),  # NumPy knows no bfloat16
        (Setup("numpy", dtype="float16"), ("float16",), True),
        (Setup("torch", dtype="float16"), ("float16",), True),
        (Setup("torch", dtype="bfloat16"), ("float16", "bfloat16"), True),
    ],
)
def test_a_smaller_type_is_checked_where_it_is_declared_and_asked_for(
    setup: Setup, declared: tuple[str, ...], checked: bool
) -> None:
    names = [check.id for check in checks_of(toy(about=replace(ABOUT, dtypes=declared)), setup)]
    assert ("smaller_type" in names) is checked
    assert ("gradients_flow" in names) is (setup.backend == "torch")


def test_without_arrays_of_floats_there_is_nothing_to_differentiate() -> None:
    exercise = toy(reference=lambda n: n + 1, sample=lambda rng, size: (np.arange(3),))
    assert [check.id for check in checks_of(exercise, TORCH)] == ["ordinary_input"]


class Forger(InProcess):
    """A process that gives the right result, and gradients of its own making."""

    rows: tuple[tuple[Any, ...], ...] = ()

    def call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], how: How = ORDINARY) -> Outcome:
        return super().call(args, kwargs, how)._replace(gradients=self.rows)


@pytest.mark.parametrize(
    "rows", [((np.ones(3),),) * 2, ((np.ones((1, 4)),),) * 2, ((np.ones((3, 4)),),), ((), ()), ((None,),) * 2]
)
def test_gradients_that_are_forged_are_wrong_and_not_our_fault(rows: tuple[tuple[Any, ...], ...]) -> None:
    forger = Forger(b"def f(x): return x.mean(1)", "f.py", "f", TORCH)
    forger.rows = rows
    (result,) = grade(toy(), forger, only=["gradients_flow"]).results
    assert result.verdict is Verdict.WRONG


@pytest.fixture(scope="module")
def launch() -> Iterator[Zygote | Fresh]:
    started = launcher("torch")
    yield started
    started.close()


@pytest.mark.parametrize("body", [EVERYWHERE[0][0], *[body for body, _ in ONCE[:9]]])
def test_a_process_of_its_own_gives_the_same_verdicts(body: str, launch: Zygote | Fresh) -> None:
    source = f"import numpy as np, torch\ndef f(x): {body}"
    worker = Process(source.encode(), "f.py", "f", launch, 20.0, TORCH)
    there = grade(toy(), worker)
    worker.close()
    here = report(f"def f(x): {body}")
    assert len(there.results) == len(FULL)
    assert [(r.verdict, str(r.finding), r.call) for r in there.results] == [
        (r.verdict, str(r.finding), r.call) for r in here.results
    ]
