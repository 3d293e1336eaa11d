"""float32 in PyTorch: large sums in any order pass, the classic unstable formulas never do, and are told why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from conftest import load
from toys import toy

from grader import trial
from grader.exercise import Exercise, Report, Result, Setup, Verdict
from grader.grade import grade
from grader.inprocess import InProcess
from grader.words import explain

CONV2D = """
import torch
import torch.nn.functional as F

def conv2d(x, weight, bias, stride=1, padding=0):
    (n, c, h, w), (o, depth, kh, kw) = x.shape, weight.shape
    for name, fine in (("stride", stride > 0), ("padding", padding >= 0), ("channels", c == depth)):
        if not fine:
            raise ValueError(name)
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel")
    x = F.pad(x, (padding,) * 4)
    h, w = x.shape[2:]
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
"""
STYLES = {
    "im2col": """
    columns = F.unfold(x, (kh, kw), stride=stride)
    return (weight.reshape(o, -1) @ columns).reshape(n, o, oh, ow) + bias[:, None, None]
""",
    "one kernel position after the other": """
    y = bias[:, None, None].expand(n, o, oh, ow)
    for i in range(kh):
        for j in range(kw):
            window = x[:, :, i : i + stride * (oh - 1) + 1 : stride, j : j + stride * (ow - 1) + 1 : stride]
            y = y + torch.einsum("nchw,oc->nohw", window, weight[:, :, i, j])
    return y
""",
    "windows and one contraction": """
    windows = x.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.einsum("ncijuv,ocuv->noij", windows, weight) + bias[:, None, None]
""",
    "in the frequency domain": """
    spectrum = torch.fft.rfft2(x)[:, None] * torch.fft.rfft2(weight, s=(h, w)).conj()[None]
    y = torch.fft.irfft2(spectrum.sum(2), s=(h, w))[:, :, : h - kh + 1, : w - kw + 1]
    return y[:, :, ::stride, ::stride] + bias[:, None, None]
""",
}
SOFTMAX = """
import torch

def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature")
    e = torch.exp(x / temperature)
    return e / e.sum(dim, keepdim=True)
"""
LOG_SOFTMAX = """
import torch

def log_softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return torch.log(e / e.sum(dim, keepdim=True))
"""
VARIANCE = "import torch\n\ndef variance(x):\n    return {formula}\n"


def graded(exercise: Exercise, source: str, only: list[str] | None = None, dtype: str = "") -> Report:
    worker = InProcess(source.encode(), "f.py", exercise.name, Setup("torch", dtype=dtype), exercise.about.forbid)
    return grade(exercise, worker, only=only)


def failed(report: Report) -> dict[str, Result]:
    return {result.check: result for result in report.results if result.verdict is not Verdict.PASSED}


def sixty_four_channels(rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    if size == "ones":
        return rng.normal(size=(1, 1, 1, 1)), rng.normal(size=(1, 1, 1, 1)), rng.normal(size=1)
    return rng.normal(size=(2, 64, 9, 8)), rng.normal(size=(6, 64, 5, 4)), rng.normal(size=6), 2, 1


@pytest.mark.parametrize("style", STYLES)
def test_sums_of_a_thousand_terms_pass_in_any_order(style: str) -> None:
    wide = replace(load("convolution/conv2d"), sample=sixty_four_channels)
    assert failed(graded(wide, CONV2D + STYLES[style])) == {}


def test_a_tap_that_is_off_by_a_thousandth_does_not_pass() -> None:
    wide = replace(load("convolution/conv2d"), sample=sixty_four_channels)
    spoilt = CONV2D + "    weight = weight.clone()\n    weight[:, 0, 0, 0] *= 1.001\n" + STYLES["im2col"].lstrip("\n")
    assert {"ordinary_input", "any_layout", "float32_too"} <= set(failed(graded(wide, spoilt)))


def test_an_unstable_softmax_is_wrong_and_named() -> None:
    results = failed(graded(load("activations/softmax"), SOFTMAX))
    assert "large_values" in results
    assert {r.cause.name for r in results.values() if r.cause} == {"skips_the_shift"}


def test_the_logarithm_of_softmax_is_wrong_and_named() -> None:
    exercise = load("activations/log_softmax")
    results = failed(graded(exercise, LOG_SOFTMAX))
    assert results
    (cause,) = {r.cause for r in results.values() if r.cause}
    assert "log" in cause.message


def variance(x: Any) -> Any:
    return np.mean((x - x.mean(axis=-1, keepdims=True)) ** 2, axis=-1)


def far_from_zero(rng: np.random.Generator, size: str = "small") -> tuple[Any, ...]:
    return (rng.normal(loc=100.0, size=(1, 2) if size == "ones" else (3, 40)),)


def spread(**parts: Any) -> Exercise:
    return toy(id="toys/variance", reference=variance, sample=far_from_zero, parameters=("x",), **parts)


@pytest.mark.parametrize("formula", ["((x - x.mean(-1, keepdim=True)) ** 2).mean(-1)", "x.var(-1, correction=0)"])
def test_a_stable_variance_passes(formula: str) -> None:
    assert failed(graded(spread(), VARIANCE.format(formula=formula))) == {}


def test_the_textbook_variance_is_imprecise_with_advice() -> None:
    exercise = spread()
    results = failed(graded(exercise, VARIANCE.format(formula="(x * x).mean(-1) - x.mean(-1) ** 2")))
    assert {name: str(result.verdict) for name, result in results.items()} == {"float32_too": "imprecise"}
    told = explain(exercise, results["float32_too"])
    assert "is right in float64, but in float32 it returned" in told
    assert "Likely cause: nearly equal numbers subtracted, " in told


def test_half_the_digits_lost_on_the_way_is_imprecise() -> None:
    half = SOFTMAX.replace("torch.exp(x / temperature)", "torch.exp((x - x.amax(dim, keepdim=True)) / temperature)")
    half = half.replace(
        "e.sum(dim, keepdim=True)", "(e.half() if x.dtype == torch.float32 else e).sum(dim, keepdim=True).to(x.dtype)"
    )
    results = failed(graded(load("activations/softmax"), half))
    assert {name: str(result.verdict) for name, result in results.items()} == {"float32_too": "imprecise"}


@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_smaller_types_are_graded_where_declared(dtype: str) -> None:
    stable = SOFTMAX.replace("torch.exp(x / temperature)", "torch.exp((x - x.amax(dim, keepdim=True)) / temperature)")
    exercise = load("activations/softmax")
    checks = {r.check: str(r.verdict) for r in graded(exercise, stable, dtype=dtype).results}
    assert checks["smaller_type"] == "passed"
    widened = stable.replace("x.amax", "x.float().amax")
    (result,) = graded(exercise, widened, ["smaller_type"], dtype).results
    assert (str(result.verdict), result.finding and result.finding.kind) == ("wrong", "dtype")
    undeclared = replace(exercise, about=replace(exercise.about, dtypes=()))
    assert "smaller_type" not in {r.check for r in graded(undeclared, stable, dtype=dtype).results}


def test_a_reference_that_refuses_moved_inputs_has_no_noise() -> None:
    """Patterns of plus and minus one, say: moved by a rounding they are none."""

    def picky(x: Any) -> Any:
        if np.any(np.abs(x) != 1):
            raise ValueError("x")
        return 2 * x

    x = np.array([[1.0, -1.0, 1.0]], dtype=np.float32)
    exercise = replace(toy(), reference=picky)
    assert trial.shaken_noise(exercise, (x,), picky(x), np.random.default_rng(0)) == [0.0]
