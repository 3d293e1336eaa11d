"""Hidden tests of normalization/group_norm."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.group_norm import group_norm

independent = "torch.group_norm(x, num_groups, weight, bias, eps, False)"


def sample(rng, size="small"):
    """Three groups of two channels, each channel with a level and a spread of its own; an eps that shows where it stands."""
    shape, groups = ((1, 1, 1, 1), 1) if size == "ones" else ((2, 6, 4, 5), 3)
    if size == "random":
        groups = int(rng.choice([1, 2, 3, 6]))
    levels = rng.normal(0.0, 3.0, (*shape[:2], 1, 1))
    x = levels + rng.normal(size=shape) * rng.uniform(0.5, 2.0, (*shape[:2], 1, 1))
    return x, groups, rng.normal(size=shape[1]), rng.normal(size=shape[1]), 0.3


def test_two_groups_by_hand(yours, rng):
    """Channels (1, 3) and (5, 7) form a group with mean 4 and variance 5; with eps = 4 each deviation is divided by 3."""
    x = np.array([[[1.0, 3.0], [5.0, 7.0], [2.0, 2.0], [2.0, 2.0]]])
    y = yours(x, 2, np.array([3.0, 6.0, 1.0, 1.0]), np.array([0.0, 1.0, 7.0, -7.0]), 4.0)
    agree(y, np.array([[[-3.0, -1.0], [3.0, 7.0], [7.0, 7.0], [-7.0, -7.0]]]))


@pytest.mark.parametrize("groups", [1, 2, 3, 6], ids=["one_group", "two_groups", "three_groups", "all_alone"])
def test_mean_and_spread(yours, rng, groups):
    """With weight 1 and bias 0 every group has mean 0 and variance 1, less a trace that eps takes."""
    x, _, weight, bias, _ = sample(rng)
    y = yours(x, groups, weight * 0 + 1, bias * 0, 1e-12).reshape(2, groups, -1)
    agree(y.mean(axis=2), np.zeros((2, groups)), scale=1.0)
    agree(np.mean(y * y, axis=2), np.full((2, groups), 1.0))


def test_groups_do_not_see_each_other(yours, rng):
    """What one group of one sample looks like changes nothing in the others."""
    x, groups, weight, bias, eps = sample(rng)
    other = x.copy()
    other[0, 2:4] = 50 * rng.normal(size=(2, 4, 5))
    mine, theirs = (yours(a, groups, weight, bias, eps) for a in (x, other))
    agree(mine[1], theirs[1])
    agree(mine[0, [0, 1, 4, 5]], group_norm(other, groups, weight, bias, eps)[0, [0, 1, 4, 5]])


def test_scale_and_shift_belong_to_channels(yours, rng):
    """Weight and bias go by the second axis, also where all axes are equally long."""
    x, weight, bias = rng.normal(1.0, 2.0, (4, 4, 4, 4)), rng.normal(size=4), rng.normal(size=4)
    agree(yours(x, 2, weight, bias), group_norm(x, 2, weight, bias))


def test_default_eps(yours, rng):
    """Without being told, eps is 1e-5: it matters where the variance is as small."""
    x = np.array([[[1e-3, -1e-3], [1e-3, -1e-3]]])
    agree(yours(x, 1, np.array([1.0, 2.0]), np.zeros(2)), x / np.sqrt(1.1e-5) * np.array([[1.0], [2.0]]))


def test_mean_much_larger_than_spread(yours, rng):
    """Groups at 2**30 with a spread of a few units are normalized like the same groups at zero."""
    x, weight, bias = np.array([[[-3.0, -1.0], [1.0, 3.0], [3.0, -3.0], [1.0, -1.0]]]), rng.normal(size=4), rng.normal(size=4)
    y = yours(x + 2.0**30, 2, weight, bias)
    agree(y, group_norm(x, 2, weight, bias), scale=2.0**30)  # what rounding such inputs costs, and no more


@pytest.mark.parametrize("space", [(), (5,), (2, 3, 4)], ids=["no_positions", "sequence", "volume"])
def test_any_number_of_axes(yours, rng, space):
    """After samples and channels there may be any number of axes, also none."""
    x, weight, bias = rng.normal(1.0, 2.0, (3, 6, *space)), rng.normal(size=6), rng.normal(size=6)
    agree(yours(x, 2, weight, bias), group_norm(x, 2, weight, bias))


@pytest.mark.parametrize("groups", [4, 12, 0, -2])
def test_bad_number_of_groups(yours, rng, groups):
    """A number of groups that does not divide the channels, or is below 1, raises a ValueError that names num_groups."""
    with pytest.raises(ValueError, match="num_groups"):
        yours(rng.normal(size=(2, 6, 3)), groups, rng.normal(size=6), rng.normal(size=6))


def normalized(x, groups, axis, eps, ddof=0):
    """Cut into groups as (N, G, C / G, everything else), and normalized over some of these axes."""
    cut = x.reshape(len(x), groups, x.shape[1] // groups, -1)
    variance = cut.var(axis=axis, ddof=ddof, keepdims=True)
    return ((cut - cut.mean(axis=axis, keepdims=True)) / np.sqrt(variance + eps)).reshape(x.shape)


def scaled(y, weight, bias):
    shape = (-1, *[1] * (y.ndim - 2))
    return y * weight.reshape(shape) + bias.reshape(shape)


def checked(x, num_groups):
    """The complaint of the reference, for what goes on without it."""
    c = x.shape[1]
    group_norm(x[:1], num_groups, np.zeros(c), np.zeros(c))
    return num_groups


@mistake("You deal the channels out like cards: 0, 3, ... and 1, 4, .... A group consists of neighbours: reshape to (N, G, -1).")
def interleaves_the_groups(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), -1, checked(x, num_groups), *x.shape[2:])
    axis = (1, *range(3, cut.ndim))
    y = (cut - cut.mean(axis=axis, keepdims=True)) / np.sqrt(cut.var(axis=axis, keepdims=True) + eps)
    return scaled(y.reshape(x.shape), weight, bias)


@mistake("You take num_groups for the channels in a group. It is the number of groups: each has C / num_groups channels.")
def takes_the_number_for_the_size(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, x.shape[1] // checked(x, num_groups), weight, bias, eps)


@mistake("Every channel is normalized by itself, which is instance norm. One mean and one variance are for a whole group.")
def normalizes_each_channel(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), 3, eps), weight, bias)


@mistake("You normalize all channels of a sample together, which is layer norm. Cut them into num_groups groups first.")
def normalizes_all_channels(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (1, 2, 3), eps), weight, bias)


@mistake("Every position has statistics of its own. Average over the positions too: over all that lies in the group.")
def normalizes_each_position(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), 2, eps), weight, bias)


@mistake("You average over the batch as well. Group norm treats every sample by itself: keep the first axis.")
def averages_over_the_batch(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (0, 2, 3), eps), weight, bias)


@mistake("A whole group shares the scale and shift of its first channel. Weight and bias are per channel: apply each to its own.")
def scales_whole_groups(x, num_groups, weight, bias, eps=1e-5):
    size = x.shape[1] // checked(x, num_groups)
    return group_norm(x, num_groups, weight[::size].repeat(size), bias[::size].repeat(size), eps)


@mistake("Weight and bias go by the last axis of the image. They belong to channels: reshape them to (C, 1, 1).")
def scales_the_last_axis(x, num_groups, weight, bias, eps=1e-5):
    return normalized(x, checked(x, num_groups), (2, 3), eps) * weight + bias


@mistake("You divide the sum of squares by one less than the count. Use the population variance (ddof=0, correction=0).")
def takes_the_sample_variance(x, num_groups, weight, bias, eps=1e-5):
    return scaled(normalized(x, checked(x, num_groups), (2, 3), eps, ddof=1), weight, bias)


@mistake("eps is added after the root. It belongs inside: the root of (variance + eps).")
def adds_eps_to_the_deviation(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), checked(x, num_groups), -1)
    y = (cut - cut.mean(axis=2, keepdims=True)) / (cut.std(axis=2, keepdims=True) + eps)
    return scaled(y.reshape(x.shape), weight, bias)


@mistake("eps plays no part, so a constant group is 0 / 0. Add eps to the variance before you take the root.")
def forgets_eps(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, weight, bias, 0.0)


@mistake("When no eps is given you use the 1e-3 of Keras. The default here, as in PyTorch, is 1e-5.")
def has_the_eps_of_keras(x, num_groups, weight, bias, eps=1e-3):
    return group_norm(x, num_groups, weight, bias, eps)


@mistake(
    "The variance is computed as the mean of the squares minus the square of the mean. When the mean is large, two huge numbers "
    "cancel and nothing is left. Centre first, then average the squares."
)
def subtracts_two_moments(x, num_groups, weight, bias, eps=1e-5):
    cut = x.reshape(len(x), checked(x, num_groups), -1)
    mean = cut.mean(axis=2, keepdims=True)
    variance = np.maximum(np.mean(cut * cut, axis=2, keepdims=True) - mean * mean, 0)
    return scaled(((cut - mean) / np.sqrt(variance + eps)).reshape(x.shape), weight, bias)


@mistake("weight is missing. After normalizing, each channel is multiplied by its own learnt scale.")
def forgets_the_weight(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, weight * 0 + 1, bias, eps)


@mistake("bias is missing. After the scale, each channel gets its own learnt shift.")
def forgets_the_bias(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups, weight, bias * 0, eps)


@mistake("Where num_groups does not divide the channels, or is below 1, you go on. Raise a ValueError that names num_groups.")
def does_not_check_the_groups(x, num_groups, weight, bias, eps=1e-5):
    c = x.shape[1]
    fits = num_groups > 0 and c % num_groups == 0
    return group_norm(x, num_groups if fits else 1, weight, bias, eps)


@mistake("num_groups below 1 is not refused: a remainder does not tell. Raise a ValueError that names it.")
def lets_negative_groups_pass(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x, num_groups if num_groups > 0 else 1, weight, bias, eps)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, num_groups, weight, bias, eps=1e-5):
    return group_norm(x.astype(np.float64), num_groups, weight, bias, eps)


@mistake("x itself is centred in place, through a view of it. Write into a new array: the input is still needed.")
def overwrites_x(x, num_groups, weight, bias, eps=1e-5):
    y = group_norm(x, num_groups, weight, bias, eps)
    x[...] = y
    return y


@right
def group_by_group(x, num_groups, weight, bias, eps=1e-5):
    y, c = np.zeros_like(x), x.shape[1]
    if num_groups <= 0 or c % num_groups != 0:
        raise ValueError("num_groups")
    size = c // num_groups
    for n in range(len(x)):
        for first in range(0, c, size):
            part = x[n, first : first + size]
            y[n, first : first + size] = (part - part.mean()) / (part.var() + eps) ** 0.5
        for channel in range(c):
            y[n, channel] = y[n, channel] * weight[channel] + bias[channel]
    return y


@right
def with_the_channels_last(x, num_groups, weight, bias, eps=1e-5):
    if num_groups < 1 or x.shape[1] % num_groups:
        raise ValueError(f"num_groups = {num_groups}")
    rows = x.reshape(len(x) * num_groups, -1)
    rows = rows - np.einsum("ri->r", rows)[:, None] / rows.shape[1]
    rows = rows * (np.einsum("ri,ri->r", rows, rows)[:, None] / rows.shape[1] + eps) ** -0.5
    return np.moveaxis(np.moveaxis(rows.reshape(x.shape), 1, -1) * weight + bias, -1, 1)
