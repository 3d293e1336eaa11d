"""Hidden tests of transformers/lora_linear."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.lora_linear import lora_linear

independent = "F.linear(x, torch.addmm(weight, lora_b, lora_a, alpha=alpha / lora_b.shape[1]), bias)"


def sample(rng, size="small"):
    """Two sentences of three tokens, rank 2; alpha is neither 1 nor the rank."""
    n, t, i, o, r = (1, 1, 1, 1, 1) if size == "ones" else (2, 3, 5, 4, 2)
    shapes = [(n, t, i), (o, i), (o,), (r, i), (o, r)]
    return *(rng.integers(-9, 10, shape) / 4 + 0.125 for shape in shapes), 12.0


def test_starts_at_the_pretrained_layer(yours, rng):
    """With zeros in lora_b, as at the start, it is the frozen layer, weight and bias, and lora_a has no influence."""
    x, weight, bias, lora_a, lora_b, alpha = sample(rng)
    want = np.einsum("nti,oi->nto", x, weight) + bias
    agree(yours(x, weight, bias, lora_a, 0 * lora_b, alpha), want, exact=True)
    agree(yours(x, weight, bias, lora_a, lora_b, 0.0), want, exact=True)


def test_can_be_merged(yours, rng):
    """It is one linear layer with the weight W + alpha / R * B A, which can be stored in place of W."""
    x, weight, bias, lora_a, lora_b, alpha = sample(rng)
    merged = weight + alpha / 2 * np.einsum("or,ri->oi", lora_b, lora_a)
    agree(yours(x, weight, bias, lora_a, lora_b, alpha), x @ merged.T + bias)


def test_alpha_equal_to_the_rank(yours, rng):
    """Where alpha is the rank, the change is B A itself, whatever the rank."""
    x = np.array([[1.0, 2.0, -1.0]])
    for rank in (1, 3):
        lora_a, lora_b = rng.integers(-4, 5, (rank, 3)).astype(float), rng.integers(-4, 5, (2, rank)).astype(float)
        agree(yours(x, np.zeros((2, 3)), np.zeros(2), lora_a, lora_b, float(rank)), (lora_b @ (lora_a @ x[0]))[None], exact=True)


def test_alpha_below_the_rank(yours):
    """The factor is a fraction where alpha is smaller than the rank: 1 over 4 here."""
    lora_a, lora_b = np.array([[2.0], [0.0], [4.0], [-6.0]]), np.array([[3.0, 5.0, 1.0, -2.0]])
    agree(yours(np.array([[2.0]]), np.array([[1.0]]), np.array([7.0]), lora_a, lora_b, 1.0), np.array([[9.0 + 11.0]]), exact=True)
    agree(yours(np.array([[2.0]]), np.array([[1.0]]), np.array([7.0]), lora_a, lora_b, 1), np.array([[9.0 + 11.0]]), exact=True)


def test_twice_the_rank(yours, rng):
    """Twice the rank, filled with a copy of the same matrices, gives the same change: alpha is divided by the rank."""
    x, weight, bias, lora_a, lora_b, alpha = sample(rng)
    twice = yours(x, weight, bias, np.vstack([lora_a, lora_a]), np.hstack([lora_b, lora_b]), alpha)
    agree(twice, lora_linear(x, weight, bias, lora_a, lora_b, alpha))


def test_square_matrices(yours, rng):
    """Where all matrices are square, they are still stored as (out, in), and the way down comes first."""
    x, weight, lora_a, lora_b = rng.integers(-4, 5, (4, 2, 2)).astype(float)
    bias = np.array([3.0, -1.0])
    want = np.stack([weight @ row + bias + 2 * (lora_b @ (lora_a @ row)) for row in x])
    agree(yours(x, weight, bias, lora_a, lora_b, 4.0), want, exact=True)


@pytest.mark.parametrize("shape", [(), (3,), (2, 1, 2)], ids=["a_vector", "a_batch", "more_axes"])
def test_any_rows(yours, rng, shape):
    """Any number of axes may stand before the features."""
    _, *rest = sample(rng)
    x = rng.integers(-4, 5, (*shape, 5)).astype(float)
    agree(yours(x, *rest), lora_linear(x, *rest))


def base(x, weight, bias):
    return x @ weight.T + bias


@mistake("The change is not scaled. Multiply it by alpha divided by the rank.")
def forgets_the_scale(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, float(len(lora_a)))


@mistake("The change is multiplied by alpha and not divided by the rank. The factor is alpha / R.")
def forgets_the_rank(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, alpha * len(lora_a))


@mistake("You divide by the square root of the rank, as the later rsLoRA does. Here the factor is alpha / R.")
def divides_by_the_root_of_the_rank(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, alpha * len(lora_a) ** 0.5)


@mistake("You divide by the width of the layer. The rank is the short axis that both thin matrices share.")
def divides_by_the_width(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, alpha * len(lora_a) / x.shape[-1])


@mistake("You divide by the number of outputs: len(lora_b) is O. The rank is the short axis that both thin matrices share.")
def divides_by_the_outputs(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, alpha * len(lora_a) / len(lora_b))


@mistake("The frozen layer is missing: only the change comes back. Add it to what the frozen weight and bias give.")
def returns_the_change_alone(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, 0 * weight, 0 * bias, lora_a, lora_b, alpha)


@mistake("The whole result is scaled by alpha / R. The factor belongs to the change alone; the frozen layer stays as it is.")
def scales_everything(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, float(len(lora_a))) * (alpha / len(lora_a))


@mistake("The bias is missing. The frozen layer has one, and it is added once, without a factor.")
def forgets_the_bias(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, 0 * bias, lora_a, lora_b, alpha)


@mistake("The bias is added twice, once in each of the two ways. Only the frozen layer has a bias.")
def adds_the_bias_twice(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, 2 * bias, lora_a, lora_b, alpha)


@mistake("The change is subtracted. It is added to what the frozen layer gives.")
def subtracts_the_change(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x, weight, bias, lora_a, lora_b, -alpha)


@mistake("The weights are not transposed, as if they were stored (in, out). They are (out, in): rows of x meet rows of a weight.")
def takes_weights_as_in_out(x, weight, bias, lora_a, lora_b, alpha):
    if len({*weight.shape, *lora_a.shape, *lora_b.shape}) > 1:
        raise ValueError("matmul: mismatch in its core dimension 0")
    return lora_linear(x, weight.T, bias, lora_a.T, lora_b.T, alpha)


@mistake("A float32 input comes back as float64. Do not convert the inputs; the factor alpha / R is a plain Python number.")
def returns_float64(x, weight, bias, lora_a, lora_b, alpha):
    return lora_linear(x.astype(np.float64), weight, bias, lora_a, lora_b, alpha)


@mistake("You add the change to the frozen weight in place, once more with every call. Make a new array.")
def merges_in_place(x, weight, bias, lora_a, lora_b, alpha):
    weight += (alpha / len(lora_a) * (lora_b @ lora_a)).astype(weight.dtype)
    return base(x, weight, bias)


@right
def merged_first(x, weight, bias, lora_a, lora_b, alpha):
    return base(x, weight + alpha / lora_b.shape[1] * (lora_b @ lora_a), bias)


@right
def by_einsum(x, weight, bias, lora_a, lora_b, alpha):
    change = np.einsum("...i,ri,or->...o", x, lora_a, lora_b)
    return np.einsum("...i,oi->...o", x, weight) + alpha * change / lora_a.shape[0] + bias


@right
def rank_by_rank(x, weight, bias, lora_a, lora_b, alpha):
    result = base(x, weight, bias)
    for down, up in zip(lora_a, lora_b.T, strict=True):
        result = result + (x @ down)[..., None] * up * (alpha / len(lora_a))
    return result
