"""Hidden tests of cnn/residual_block."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.residual_block import residual_block

independent = "torch.relu(F.linear(x, proj) + F.linear(torch.relu(F.linear(x, weight1, bias1)), weight2, bias2))"


def block(draw, i, h, o):
    return draw((h, i)), draw((h,)), draw((o, h)), draw((o,))


def sample(rng, size="small"):
    """Every axis has its own length, so there is a projection; hidden units and sums of either sign."""
    n, i, h, o = (1, 1, 1, 1) if size == "ones" else (5, 3, 6, 4)
    return (
        rng.normal(size=(n, i)),
        *block(lambda s: rng.normal(size=s), i, h, o),
        rng.normal(size=(o, i)),
    )


def integers(rng, i=4, h=5, o=4):
    def draw(shape):
        return rng.integers(-3, 4, shape).astype(float)

    return draw((6, i)), *block(draw, i, h, o)


def test_identity_shortcut(yours, rng):
    """Without a projection x itself is added."""
    args = integers(rng)
    agree(yours(*args), residual_block(*args), exact=True)
    agree(yours(*args, None), residual_block(*args), exact=True)


def test_projection(yours, rng):
    """A projection is used where the numbers of features differ, and also where they do not."""
    for o in (2, 4, 7):
        args = integers(rng, o=o)
        proj = rng.integers(-3, 4, (o, 4)).astype(float)
        agree(yours(*args, proj), residual_block(*args, proj), exact=True)


def test_block_that_does_nothing(yours, rng):
    """Where the second layer is zero the block hands on what is positive in x, and nothing else."""
    x, weight1, bias1, weight2, bias2 = integers(rng)
    agree(yours(x, weight1, bias1, 0 * weight2, 0 * bias2), np.where(x > 0, x, 0.0), exact=True)


def test_correction_takes_away(yours, rng):
    """The correction may take away from x: by hand, 5 - 2 = 3, and 1 - 2 is cut off at 0."""
    x = np.array([[5.0, 1.0]])
    got = yours(x, np.array([[1.0, -3.0]]), np.array([0.0]), np.array([[-1.0], [-1.0]]), np.zeros(2))
    agree(got, np.array([[3.0, 0.0]]), exact=True)


def test_negative_input(yours, rng):
    """A negative x counts as it is until the very end: -1 + 4 = 3 on the shortcut, and 2 (-1) + 5 = 3 into the first layer."""
    got = yours(np.array([[-1.0]]), np.array([[2.0]]), np.array([5.0]), np.array([[1.0]]), np.array([1.0]))
    agree(got, np.array([[3.0]]), exact=True)


def test_biases(yours, rng):
    """Both biases take part: with weights of zero the result is x plus the second bias, rectified."""
    x, weight1, bias1, weight2, bias2 = integers(rng)
    agree(yours(x, 0 * weight1, bias1, 0 * weight2, bias2), np.clip(x + bias2, 0, None), exact=True)
    only = yours(0 * x, 0 * weight1, np.array([2.0, -1.0, 0.0, 3.0, -2.0]), np.abs(weight2), np.ones(4))
    agree(only, np.tile(np.abs(weight2) @ np.array([2.0, 0.0, 0.0, 3.0, 0.0]) + 1, (6, 1)), exact=True)


def test_features_that_do_not_match(yours, rng):
    """Without a projection, another number of features raises a ValueError that names proj, also a single one."""
    for i, o in [(4, 1), (1, 4), (4, 3), (3, 4)]:
        with pytest.raises(ValueError, match="proj"):
            yours(*integers(rng, i, 5, o))


def parts(x, weight1, bias1, weight2, bias2, proj):
    """Shortcut and correction."""
    residual_block(x, weight1, bias1, weight2, bias2, proj)
    return x if proj is None else x @ proj.T, np.maximum(x @ weight1.T + bias1, 0) @ weight2.T + bias2


@mistake("The correction is rectified before it is added, so it can only add. First the sum, then ReLU.")
def rectifies_before_the_addition(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + np.maximum(correction, 0)


@mistake("You rectify the correction and the sum. There is one ReLU between the two layers and one after the addition, no third.")
def rectifies_the_correction_too(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return np.maximum(shortcut + np.maximum(correction, 0), 0)


@mistake("The shortcut is rectified. It hands on x as it is, negative numbers included; ReLU comes after the addition.")
def rectifies_the_shortcut(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return np.maximum(np.maximum(shortcut, 0) + correction, 0)


@mistake("The last ReLU is missing. The sum of the two paths is rectified.")
def forgets_the_last_relu(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + correction


@mistake("There is no ReLU between the two layers, and so they are one linear layer in disguise. Rectify the hidden units.")
def forgets_the_hidden_relu(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, _ = parts(x, weight1, bias1, weight2, bias2, proj)
    return np.maximum(shortcut + (x @ weight1.T + bias1) @ weight2.T + bias2, 0)


@mistake("The shortcut is missing: these are two ordinary layers. Add x, or its projection, before the last ReLU.")
def forgets_the_shortcut(x, weight1, bias1, weight2, bias2, proj=None):
    return np.maximum(parts(x, weight1, bias1, weight2, bias2, proj)[1], 0)


@mistake(
    "This is the pre-activation block of a later paper: ReLU before each layer. Here each ReLU follows: the last one the sum."
)
def rectifies_before_each_layer(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, _ = parts(x, weight1, bias1, weight2, bias2, proj)
    return shortcut + np.maximum(np.maximum(x, 0) @ weight1.T + bias1, 0) @ weight2.T + bias2


@mistake("You take the mean of the two paths. A residual block adds them.")
def averages_the_paths(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, proj) / 2


@mistake("proj is ignored where x would fit without it. If it is given, it is used.")
def ignores_a_square_projection(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, None if len(weight2) == x.shape[1] > 1 else proj)


@mistake("A projection is turned over. Like every weight it is stored as (out, in): multiply x by its transpose.")
def turns_the_projection(x, weight1, bias1, weight2, bias2, proj=None):
    shape = None if proj is None else proj.shape[::-1]
    return residual_block(x, weight1, bias1, weight2, bias2, None if proj is None else proj.reshape(shape).T)


@mistake("The bias of the first layer is missing. Add bias1 before the hidden ReLU.")
def forgets_bias1(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, 0 * bias1, weight2, bias2, proj)


@mistake("The bias of the second layer is missing. Add bias2 to the correction.")
def forgets_bias2(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, 0 * bias2, proj)


@mistake(
    "Without a projection you leave it to broadcasting whether x fits. Compare the numbers of features, and raise ValueError."
)
def leaves_it_to_broadcasting(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut = x if proj is None else x @ proj.T
    return np.maximum(shortcut + (np.maximum(x @ weight1.T + bias1, 0) @ weight2.T + bias2), 0)


@mistake("float32 samples come back as float64. Do not convert, and make new arrays with dtype=x.dtype.")
def returns_float64(x, weight1, bias1, weight2, bias2, proj=None):
    return residual_block(x, weight1, bias1, weight2, bias2, proj).astype(np.float64)


@mistake("You add the correction into x itself, as x += f does. Write x + f: the caller still needs x.")
def overwrites_x(x, weight1, bias1, weight2, bias2, proj=None):
    shortcut, correction = parts(x, weight1, bias1, weight2, bias2, proj)
    if proj is None:
        shortcut += correction
        return np.maximum(shortcut, 0)
    return np.maximum(shortcut + correction, 0)


@right
def both_paths_in_one_product(x, weight1, bias1, weight2, bias2, proj=None):
    if proj is None:
        if x.shape[1] != weight2.shape[0]:
            raise ValueError("give proj")
        proj = np.eye(x.shape[1], dtype=x.dtype)
    hidden = np.einsum("ni,hi->nh", x, weight1) + bias1
    wide = np.concatenate([x, hidden * (hidden > 0)], axis=1)
    y = wide @ np.concatenate([proj, weight2], axis=1).T + bias2
    return y.clip(0)


@right
def sample_by_sample(x, weight1, bias1, weight2, bias2, proj=None):
    outputs = weight2.shape[0]
    if proj is None and x.shape[1] != outputs:
        raise ValueError(f"without proj, {x.shape[1]} features cannot become {outputs}")
    y = np.zeros((len(x), outputs), dtype=x.dtype)
    for n, row in enumerate(x):
        hidden = weight1 @ row + bias1
        hidden[hidden < 0] = 0
        for k in range(outputs):
            total = weight2[k] @ hidden + bias2[k] + (row[k] if proj is None else proj[k] @ row)
            y[n, k] = max(total, 0)
    return y
