"""Right answers differ by rounding.  The tolerance holds what rounding explains, and nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from conftest import load

from grader.compare import difference, measured_noise

Array = np.ndarray[Any, Any]
EPS32 = float(np.finfo(np.float32).eps)


def conv2d(x: Array, weight: Array, bias: Array) -> Array:
    """The reference."""
    reference = load("convolution/conv2d").reference
    assert reference is not None
    result: Array = reference(x, weight, bias)
    return result


def by_im2col(x: Array, weight: Array, bias: Array) -> Array:
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    columns = windows.transpose(0, 2, 3, 1, 4, 5).reshape(*x.shape[:1], *windows.shape[2:4], -1)
    result: Array = (columns @ weight.reshape(len(weight), -1).T + bias).transpose(0, 3, 1, 2)
    return result


def by_loops(x: Array, weight: Array, bias: Array) -> Array:
    (kh, kw), (h, w) = weight.shape[2:], x.shape[2:]
    total: Array = np.zeros((len(x), len(weight), h - kh + 1, w - kw + 1), x.dtype)
    for u, v in np.ndindex(kh, kw):
        total += np.einsum("nchw,oc->nohw", x[:, :, u : h - kh + u + 1, v : w - kw + v + 1], weight[:, :, u, v])
    return total + bias[:, None, None]


def by_fft(x: Array, weight: Array, bias: Array) -> Array:
    h, w = x.shape[2:]
    kh, kw = weight.shape[2:]
    spectra = np.fft.rfft2(x)[:, None] * np.fft.rfft2(weight, (h, w)).conj()
    full = np.fft.irfft2(spectra.sum(axis=2), (h, w))
    result: Array = full[:, :, : h - kh + 1, : w - kw + 1] + bias[:, None, None]
    return result


def layer(seed: int) -> tuple[Array, Array, Array]:
    """64 channels under a 5x5 kernel: 1600 terms in every sum, all of them numbers that float32 holds."""
    rng = np.random.default_rng(seed)
    shapes = [(2, 64, 11, 9), (3, 64, 5, 5), (3,)]
    x, weight, bias = (rng.normal(size=shape).astype(np.float32).astype(np.float64) for shape in shapes)
    weight[1, 40, 3, 2] = -1.0  # as large as the others usually are
    return x, weight, bias


def narrow(arrays: tuple[Array, ...]) -> list[Array]:
    return [a.astype(np.float32) for a in arrays]


def is_wrong32(function: Callable[..., Array], used: tuple[Array, ...], given: tuple[Array, ...]) -> bool:
    """Whether `function` of `used`, in float32, is told from the reference of `given`."""
    low, high = conv2d(*narrow(given)), conv2d(*given)
    got = function(*narrow(used))
    assert got.dtype == np.float32
    return difference(got, high.astype(np.float32), noise=measured_noise(low, high, EPS32)) is not None


def spoiled(arrays: tuple[Array, ...]) -> tuple[Array, ...]:
    """One weight of 4800 is off by 0.1 %."""
    x, weight, bias = (a.copy() for a in arrays)
    weight[1, 40, 3, 2] *= 1.001
    return x, weight, bias


WAYS = [by_im2col, by_loops, by_fft]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(5))
def test_every_order_of_summation_passes(way: Callable[..., Array], seed: int) -> None:
    arrays = layer(seed)
    assert difference(way(*arrays), conv2d(*arrays)) is None
    assert not is_wrong32(way, arrays, arrays)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(5))
def test_one_weight_off_by_a_thousandth_does_not_pass(way: Callable[..., Array], seed: int) -> None:
    arrays = layer(seed)
    found = difference(way(*spoiled(arrays)), conv2d(*arrays))
    assert found is not None
    assert found.kind == "value"
    assert found.facts["index"][1] == 1  # the output channel of that weight
    assert is_wrong32(way, spoiled(arrays), arrays)


def softmax(x: Array) -> Array:
    weights = np.exp(x - x.max())
    result: Array = weights / weights.sum()
    return result


def by_logarithm(x: Array) -> Array:
    result: Array = np.exp(x - x.max() - np.log(np.exp(x - x.max()).sum()))
    return result


SCORES = np.array([3.0, -1.5, 2.25, -20.0, -45.5, -80.0])


def test_the_tail_of_a_softmax_passes_in_either_precision() -> None:
    high, low = softmax(SCORES), softmax(SCORES.astype(np.float32))
    assert difference(by_logarithm(SCORES), high) is None
    noise = measured_noise(low, high, EPS32)
    assert difference(by_logarithm(SCORES.astype(np.float32)), high.astype(np.float32), noise=noise) is None


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_zeros_do_not_pass_for_the_tail_of_a_softmax(dtype: Any) -> None:
    """Held next to the winner a tail is rounding; on its own it is the answer."""
    high, low = softmax(SCORES)[3:], softmax(SCORES.astype(dtype))[3:]
    noise = measured_noise(low, high, float(np.finfo(dtype).eps))
    assert difference(low, high.astype(dtype), noise=noise) is None
    assert difference(np.zeros(3, dtype), high.astype(dtype), noise=noise) is not None


def test_the_logarithm_of_a_vanished_tail_does_not_pass() -> None:
    scores = np.array([0.0, -900.0])
    with np.errstate(divide="ignore"):
        found = difference(np.log(softmax(scores)), scores - np.log1p(np.exp(-900.0)))
    assert found is not None
    assert (found.kind, found.facts["index"]) == ("nonfinite", (1,))


def test_noise_is_measured_for_each_leaf_and_is_never_less_than_rounding() -> None:
    low = {"b": [np.array([1.25, 8.0])], "a": (np.array(2.0, np.float32), 3, "text", np.array([np.inf, 4.0]))}
    high = {"a": (2.0, 3, "text", np.array([np.inf, 4.0])), "b": [np.array([1.0, 8.0])]}
    assert measured_noise(low, high, 0.01) == [0.02, 0.0, 0.0, 0.04, 0.25]
