"""Hidden tests of normalization/fold_batchnorm."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.fold_batchnorm import fold_batchnorm

independent = """(
    torch.tensordot(torch.diag(bn_weight * (running_var + eps).rsqrt()), weight, 1),
    torch.addcmul(bn_bias, (0 if bias is None else bias) - running_mean, bn_weight * (running_var + eps).rsqrt()))"""


def sample(rng, size="small"):
    """A convolution, at random a linear layer, with statistics far from 0 and 1; an eps that shows where it stands."""
    shape = (1, 1, 1, 1) if size == "ones" else (4, 3, 2, 5)
    if size == "random" and rng.random() < 0.5:
        shape = (5, 3)
    out = shape[0]
    bias = None if size == "random" and rng.random() < 0.3 else rng.normal(size=out)
    mean, var = rng.normal(1.0, 2.0, out), rng.uniform(0.3, 4.0, out)
    return rng.normal(size=shape), bias, rng.normal(size=out), rng.normal(size=out), mean, var, 0.3


def batch_norm(z, bn_weight, bn_bias, mean, var, eps):
    """Batch norm in evaluation, with the channels last."""
    return (z - mean) / np.sqrt(var + eps) * bn_weight + bn_bias


def test_one_channel_by_hand(yours, rng):
    """A scale of 6 over the root of 5 + 4 doubles the weight; the bias 3 less the mean 1, doubled, plus 0.5, is 4.5."""
    numbers = [np.array([value]) for value in (3.0, 6.0, 0.5, 1.0, 5.0)]
    agree(yours(np.array([[1.0, -2.0]]), *numbers, 4.0), (np.array([[2.0, -4.0]]), np.array([4.5])))


def test_linear_layer(yours, rng):
    """A linear layer followed by batch norm gives the same outputs as the new layer alone."""
    x, weight, bias, norm = rng.normal(size=(6, 3)), rng.normal(size=(4, 3)), rng.normal(size=4), sample(rng)[2:]
    new_weight, new_bias = yours(weight, bias, *norm)
    agree(x @ new_weight.T + new_bias, batch_norm(x @ weight.T + bias, *norm))


def test_square_convolution(yours, rng):
    """Where all axes of a convolution are equally long, the new one still gives the same outputs."""
    patches, weight = rng.normal(size=(5, 3, 3, 3)), rng.normal(size=(3, 3, 3, 3))
    bias, norm = rng.normal(size=3), (rng.normal(size=3), rng.normal(size=3), rng.normal(size=3), rng.uniform(0.5, 2, 3), 0.1)
    new_weight, new_bias = yours(weight, bias, *norm)
    before = np.einsum("ncij,ocij->no", patches, weight) + bias
    agree(np.einsum("ncij,ocij->no", patches, new_weight) + new_bias, batch_norm(before, *norm))


def test_without_a_bias(yours, rng):
    """A layer without a bias gets one: that of a layer whose bias is zero."""
    weight, _, *norm = sample(rng)
    agree(yours(weight, None, *norm), fold_batchnorm(weight, np.zeros(4), *norm))
    weight, *norm = (a.astype(np.float32) for a in (weight, *norm[:4]))
    agree(yours(weight, None, *norm), fold_batchnorm(weight, np.zeros(4, dtype=np.float32), *norm))


@pytest.mark.parametrize("kernel", [(5,), (2, 3, 2)], ids=["one_axis", "three_axes"])
def test_other_convolutions(yours, rng, kernel):
    """A convolution over time, and one over space, are scaled by output channel as well."""
    weight, bias, norm = rng.normal(size=(4, 3, *kernel)), rng.normal(size=4), sample(rng)[2:]
    agree(yours(weight, bias, *norm), fold_batchnorm(weight, bias, *norm))


def test_a_bias_before_batch_norm_is_redundant(yours, rng):
    """A bias that has moved the running mean by as much changes nothing."""
    weight, bias, gamma, beta, mean, var, eps = sample(rng)
    agree(yours(weight, bias + 7.0, gamma, beta, mean + 7.0, var, eps), yours(weight, bias, gamma, beta, mean, var, eps))
    agree(yours(weight, mean, gamma, beta, mean, var, eps)[1], beta)


def test_signs_and_zeros(yours, rng):
    """A negative scale turns the channel around, and a scale of zero leaves nothing but the shift."""
    weight, bias = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([1.0, 2.0, 3.0])
    norm = np.array([-2.0, 0.0, 2.0]), np.array([0.5, 0.25, 0.0]), np.zeros(3), np.array([3.0, 3.0, 3.0])
    agree(yours(weight, bias, *norm, 1.0), (np.array([[-1.0, -2.0], [0.0, 0.0], [5.0, 6.0]]), np.array([-0.5, 0.25, 3.0])))


def test_batch_norm_that_does_nothing(yours, rng):
    """Statistics of 0 and 1 with scale 1 and shift 0 change nothing but for eps, which is 1e-5 without being told."""
    weight, bias, ones = rng.normal(size=(3, 2)), rng.normal(size=3), np.full(3, 1.0)
    shrunk = 1 / np.sqrt(1 + 1e-5)
    agree(yours(weight, bias, ones, 0 * ones, 0 * ones, ones), (weight * shrunk, bias * shrunk))


def test_channel_without_variance(yours, rng):
    """A dead channel, whose running variance is zero, is divided by the root of eps and not by zero."""
    dead = [np.array([value, value]) for value in (0.5, 1.0, 2.0, 0.25)]
    agree(yours(np.array([[1.0], [-2.0]]), *dead, np.zeros(2), 0.25), (np.array([[2.0], [-4.0]]), np.array([2.5, 2.5])))


def folded(weight, bias, bn_weight, bn_bias, mean, var, eps, *, new_weight=None, new_bias=None):
    """The reference, with another weight or bias."""
    right = fold_batchnorm(weight, bias, bn_weight, bn_bias, mean, var, eps)
    return right[0] if new_weight is None else new_weight, right[1] if new_bias is None else new_bias


def scale_of(bn_weight, running_var, eps):
    return bn_weight / np.sqrt(running_var + eps)


@mistake("You scale the input channels, the second axis of weight. Batch norm works on the outputs, which are the first axis.")
def scales_the_inputs(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = scale_of(bn_weight, running_var, eps).reshape(1, -1, *[1] * (weight.ndim - 2))
    return folded(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_weight=weight * scale)


@mistake("Broadcasting lines the scale up with the last axis of weight. Give it axes of length 1 behind: outputs come first.")
def scales_the_last_axis(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = weight * scale_of(bn_weight, running_var, eps)
    return folded(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_weight=new)


@mistake("The old bias goes into the new one unscaled. Batch norm divides it too: take the mean off, multiply by the scale.")
def leaves_the_bias_unscaled(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = (0 if bias is None else bias) - running_mean * scale_of(bn_weight, running_var, eps) + bn_bias
    return folded(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


@mistake("The running mean plays no part. Batch norm subtracts it, so take it from the bias before you scale.")
def forgets_the_mean(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean * 0, running_var, eps)


@mistake("The running mean is subtracted unscaled. It is taken off first and the scale comes after it: multiply the difference.")
def leaves_the_mean_unscaled(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = (0 if bias is None else bias) * scale_of(bn_weight, running_var, eps) - running_mean + bn_bias
    return folded(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


@mistake("You add the running mean. Batch norm subtracts it: bias minus running_mean is what is scaled.")
def adds_the_mean(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, -running_mean, running_var, eps)


@mistake("The shift of the batch norm is missing. Add bn_bias at the end, without scaling it.")
def forgets_the_shift(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias * 0, running_mean, running_var, eps)


@mistake("The shift of the batch norm is scaled as well. It comes last: add bn_bias after the multiplication.")
def scales_the_shift(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = scale_of(bn_weight, running_var, eps)
    return fold_batchnorm(weight, bias, bn_weight, bn_bias * scale, running_mean, running_var, eps)


@mistake("The learnt scale of the batch norm is missing. The scale of a channel is bn_weight over the root of var plus eps.")
def forgets_the_learnt_scale(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight * 0 + 1, bn_bias, running_mean, running_var, eps)


@mistake("The sign of bn_weight gets lost. A negative scale turns the channel around, and that is allowed.")
def loses_the_sign(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, np.abs(bn_weight), bn_bias, running_mean, running_var, eps)


@mistake("You divide by the variance. running_var is a variance: divide by the root of it plus eps.")
def forgets_the_root(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, (running_var + eps) ** 2 - eps, eps)


@mistake("eps is added after the root. It belongs inside, as in the batch norm that is folded: the root of (var + eps).")
def adds_eps_to_the_deviation(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, (np.sqrt(running_var) + eps) ** 2, 0.0)


@mistake(
    "eps plays no part, so the new layer differs from the old pair, and a dead channel is divided by zero. Add it to the var."
)
def forgets_eps(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, 0.0)


@mistake("When no eps is given you use the 1e-3 of Keras. The default here, as in PyTorch, is 1e-5.")
def has_the_eps_of_keras(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-3):
    return fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)


@mistake(
    "A layer without a bias stays without one. Batch norm shifts its output, so there is always a new bias: take 0 for None."
)
def stays_without_a_bias(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)
    return new if bias is not None else (new[0], None)


@mistake(
    "A layer without a bias gets bn_bias alone. Its running mean counts too: with 0 for the bias, 0 minus the mean is scaled."
)
def forgets_the_mean_without_a_bias(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = bn_bias.copy() if bias is None else None
    return folded(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps, new_bias=new)


@mistake("weight itself is scaled in place. The old layer still needs it: write the new weight into a new array.")
def overwrites_the_weight(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new = fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps)
    weight[...] = new[0]
    return weight, new[1]


@mistake("float32 inputs come back as float64. Do not convert them, and allocate results with their dtype.")
def returns_float64(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    return fold_batchnorm(weight, bias, bn_weight.astype(np.float64), bn_bias, running_mean, running_var, eps)


@right
def by_a_diagonal_matrix(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    matrix = np.diag(bn_weight / np.sqrt(running_var + eps))
    before = np.zeros_like(bn_bias) if bias is None else bias
    return (matrix @ weight.reshape(len(weight), -1)).reshape(weight.shape), matrix @ (before - running_mean) + bn_bias


@right
def channel_by_channel(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    new_weight, new_bias = np.zeros_like(weight), np.zeros_like(bn_bias)
    for o in range(len(weight)):
        root = (running_var[o] + eps) ** 0.5
        new_weight[o] = weight[o] * bn_weight[o] / root
        new_bias[o] = bn_bias[o] + ((0 if bias is None else bias[o]) - running_mean[o]) * bn_weight[o] / root
    return new_weight, new_bias


@right
def with_the_outputs_last(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight * (running_var + eps) ** -0.5
    new_bias = bn_bias - running_mean * scale
    return np.moveaxis(np.moveaxis(weight, 0, -1) * scale, -1, 0), new_bias if bias is None else new_bias + bias * scale
