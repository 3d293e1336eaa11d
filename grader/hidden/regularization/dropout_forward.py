"""Hidden tests of regularization/dropout_forward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.dropout_forward import dropout_forward

independent = "tuple(torch.ops.aten.native_dropout_backward(z, u >= p, 1 / (1 - p)) for z in (x, torch.ones_like(x)))"


def sample(rng, size="small"):
    """p is not 0.5, so that dropped and kept, p and 1 - p cannot be mixed up unseen."""
    shape = (1, 1) if size == "ones" else (6, 5, 7)
    return rng.normal(size=shape), rng.random(shape), 0.3


def test_values(yours, rng):
    """What is kept is divided by 1 - p, what is dropped is 0."""
    x, u = rng.integers(-9, 10, (8, 6)).astype(float), rng.random((8, 6))
    agree(yours(x, u, 0.75), dropout_forward(x, u, 0.75), exact=True)


def test_u_equal_to_p(yours, rng):
    """A unit whose random number is exactly p is kept, and one whose number is the next smaller one is dropped."""
    x, u = rng.normal(size=(2, 3)), np.array([[0.25, 0.125, np.nextafter(0.25, 0)], [0.25 - 1e-9, 0.25, 0.0]])
    agree(yours(x, u, 0.25), dropout_forward(x, u, 0.25))


@pytest.mark.parametrize("p", [0.3, 1.0])
def test_evaluation(yours, rng, p):
    """Outside of training nothing is dropped and nothing is scaled, whatever p is."""
    x, u, _ = sample(rng)
    agree(yours(x, u, p, training=False), (x, np.ones_like(x)), exact=True)


@pytest.mark.parametrize(("p", "scale"), [(0.0, 1.0), (1.0, 0.0)], ids=["keep_all", "drop_all"])
def test_extremes(yours, rng, p, scale):
    """p = 0 keeps every unit as it is, p = 1 drops every unit, with zeros and not NaN."""
    x, u = rng.normal(size=(3, 4)), rng.random((3, 4))
    u[0, 0] = 0.0
    agree(yours(x, u, p), (x * scale, np.full((3, 4), scale)), exact=True)


def test_mean_over_all_draws(yours, rng):
    """Averaged over all values of u, the output is x: that is what the scale is for."""
    x = np.tile(rng.normal(size=5), (20, 1))
    u = np.tile((np.arange(20.0)[:, None] + 0.5) / 20, (1, 5))
    y, _ = yours(x, u, 0.15)
    agree(y.mean(axis=0), x[0])


def test_output_is_x_times_mask(yours, rng):
    """The output is x times the returned mask, so the backward pass needs nothing but the mask."""
    x, u, p = sample(rng)
    y, mask = yours(x, u, p)
    agree(y, x * mask)


def test_mask_depends_on_u_alone(yours, rng):
    """Which units are dropped, and how the others are scaled, is the same for every x, also where x is 0."""
    x, u, p = sample(rng)
    _, mask = yours(0 * x, u, p)
    agree(mask, dropout_forward(x, u, p)[1])


def test_dtype(yours, rng):
    """float32 in, float32 out, output and mask: in training, in evaluation, and where all or nothing is dropped."""
    x, u = rng.normal(size=(4, 5)).astype(np.float32), rng.random((4, 5)).astype(np.float32)
    for p, training in [(0.3, True), (0.3, False), (0.0, True), (1.0, True)]:
        agree(yours(x, u, p, training=training), dropout_forward(x, u, p, training))


def test_p_near_one(yours, rng):
    """With float32 and a p near 1, the scale still has all the digits of float32."""
    x, u = rng.normal(size=(3, 4)).astype(np.float32), rng.random((3, 4)).astype(np.float32) / 2
    u[:, ::2] = 0.99995
    agree(yours(x, u, 0.9999), dropout_forward(x, u, 0.9999))


@pytest.mark.parametrize("training", [True, False], ids=["in_training", "in_evaluation"])
def test_bad_arguments(yours, rng, training):
    """A p that is no probability, or a u of another shape, raises a ValueError that names it."""
    shapes = [(1, 3), (4, 1), (3, 4), (6, 2)]  # the last two have as many entries as x
    for argument, p, shape in [("p", -0.2, (4, 3)), ("p", 1.01, (4, 3)), *[("u", 0.5, shape) for shape in shapes]]:
        with pytest.raises(ValueError, match=rf"\b{argument}\b"):
            yours(rng.normal(size=(4, 3)), rng.random(shape), p, training=training)


def with_mask(x, u, p, training, mask, dtype=None):
    """The reference, with another mask while training."""
    usual = dropout_forward(x, u, p, training)
    mask = np.asarray(mask, dtype=dtype or x.dtype)
    return (x * mask, mask) if training else usual


@mistake("You keep where u is below p. That has probability p, and p is the probability to drop: keep where u >= p.")
def keeps_where_u_is_below_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u < p) / (1 - p) if p < 1 else 0 * x)


@mistake("You take p for the probability to keep. Here p is the probability to drop: keep where u >= p, divide by 1 - p.")
def takes_p_for_the_share_kept(x, u, p, training=True):
    return with_mask(x, u, p, training, (u < p) / np.float64(p))


@mistake("A unit whose u is exactly p is dropped. Keep where u >= p: then p = 0 drops nothing, not even at u = 0.")
def drops_where_u_equals_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u > p) / (1 - p) if p < 1 else 0 * x)


@mistake("You round u + 1 - p down, and it is 1 for some u just below p too. Compare u with p itself: keep where u >= p.")
def keeps_by_floor(x, u, p, training=True):
    return with_mask(x, u, p, training, np.floor(1 - p + u) / (1 - p) if p < 1 else 0 * x)


@mistake("p is rounded to the digits of x before you subtract it from 1. Let Python compute 1 - p, and divide by the result.")
def subtracts_in_the_dtype_of_x(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) / (1 - x.dtype.type(p)) if p < 1 else 0 * x)


@mistake("The kept entries are not scaled, so on average the output shrinks to 1 - p of x. Multiply them by 1 / (1 - p).")
def forgets_the_scale(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) & (p < 1))


@mistake("You divide by p. A share of 1 - p is kept, so divide the kept entries by 1 - p.")
def divides_by_p(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) / np.float64(p))


@mistake("The scale is applied twice, in the mask and again in y. Put it into the mask, and let y be x * mask.")
def scales_twice(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y * mask.max(), mask


@mistake("You return a mask of zeros and ones, but y is scaled. The backward pass needs the scaled mask: 0 or 1 / (1 - p).")
def returns_the_mask_unscaled(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y, (mask > 0).astype(x.dtype)


@mistake("With training=False you multiply by 1 - p. Inverted dropout has scaled in training already: return x as it is.")
def scales_in_evaluation(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y, mask) if training else (y * (1 - p), mask)


@mistake("With training=False units are still dropped. The mode decides: in evaluation y equals x and the mask is ones.")
def drops_in_evaluation(x, u, p, training=True):
    return dropout_forward(x, u, p)


@mistake("With p = 1 you divide zero by zero, which is NaN. Everything is dropped: the mask is zeros, without a division.")
def divides_zero_by_zero(x, u, p, training=True):
    return with_mask(x, u, p, training, (u >= p) / np.float64(1 - p))


@mistake("With p = 1 you compute 1 / (1 - p) and Python raises ZeroDivisionError. The mask is zeros then, without a division.")
def raises_if_all_is_dropped(x, u, p, training=True):
    usual = dropout_forward(x, u, p, training)
    return with_mask(x, u, p, training, (u >= p) * (1 / (1 - p))) if training else usual


@mistake("You read the mask off the output, but a kept unit whose x is 0 is no dropped one. Compare u with p for the mask too.")
def reads_the_mask_off_the_output(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y, (y != 0) * mask.max()) if training else (y, mask)


@mistake("With training=False you return x itself: whoever writes to the output then changes x. Return a copy of it.")
def returns_x_itself(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return (y if training else x), mask


@mistake("The mask comes first in what you return. The output comes first: y, mask.")
def returns_the_mask_first(x, u, p, training=True):
    return dropout_forward(x, u, p, training)[::-1]


@mistake("The first sample's mask is used for the whole batch. Every sample drops its own units: compare all of u with p.")
def repeats_one_mask(x, u, p, training=True):
    usual = dropout_forward(x, u, p, training)
    mask = np.zeros_like(x) + usual[1][:1]
    return x * mask, mask


@mistake("x itself is multiplied by the mask. The caller still needs x: write the product into a new array.")
def overwrites_x(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    x[...] = y
    return x, mask


@mistake(
    "The results are float64 though x is float32. Do not convert x, and turn the comparison into its dtype before you divide: "
    "in NumPy, True and False divided by a number give float64."
)
def computes_in_float64(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y.astype(np.float64), mask.astype(np.float64)


@mistake("With training=False the mask is float64 whatever x is. It has the dtype of x in both modes: give it to the ones.")
def evaluates_in_float64(x, u, p, training=True):
    y, mask = dropout_forward(x, u, p, training)
    return y, (mask if training else mask.astype(np.float64))


@mistake("The mask is float32 whatever x is, so that its scale has seven digits. Give it the dtype of x before you divide.")
def makes_the_mask_in_float32(x, u, p, training=True):
    return with_mask(x, u, p, training, dropout_forward(x.astype(np.float32), u, p)[1], np.float32)


@mistake("With training=False a bad p or u passes unnoticed. Check both before you look at the mode.")
def checks_in_training_only(x, u, p, training=True):
    return dropout_forward(x, u, p) if training else (x.copy(), np.ones_like(x))


@mistake("You compare how many entries u and x have. A u of another shape may have as many: compare the shapes.")
def compares_sizes_only(x, u, p, training=True):
    return dropout_forward(x, u.reshape(x.shape) if u.size == x.size else u, p, training)


@mistake("A p that is no probability, or a u of another shape, passes unnoticed. Check both first, and raise ValueError.")
def checks_nothing(x, u, p, training=True):
    if not training:
        return x.copy(), np.ones_like(x)
    mask = (u + np.zeros_like(x) >= p).astype(x.dtype) / (1 - p) if p != 1 else np.zeros_like(x)
    return x * mask, mask


@mistake("A u of another shape passes unnoticed: one row of it drops the same units in all samples. Raise ValueError, naming u.")
def broadcasts_u(x, u, p, training=True):
    return dropout_forward(x, u + np.zeros_like(x), p, training)


@right
def entry_by_entry(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError(f"the probability p = {p} is out of range")
    if x.shape != u.shape:
        raise ValueError("wrong shape of u")
    y, mask = np.zeros_like(x), np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        if not training:
            mask[i] = 1
        elif p < 1 and u[i] >= p:
            mask[i] = 1 / (1 - p)
        y[i] = x[i] * mask[i]
    return y, mask


@right
def by_where(x, u, p, training=True):
    if p > 1 or p < 0 or np.shape(u) != np.shape(x):
        raise ValueError("bad p or bad u")
    if not training:
        p = 0.0
    scale = x.dtype.type(1 / (1 - p) if p != 1 else 0)
    return np.where(u < p, x.dtype.type(0), x * scale), np.where(u >= p, scale, x.dtype.type(0))


@right
def by_index(x, u, p, training=True):
    if not 0.0 <= p <= 1.0:
        raise ValueError(f"p={p}")
    if u.ndim != x.ndim or any(a != b for a, b in zip(u.shape, x.shape, strict=True)):
        raise ValueError(f"u {u.shape}")
    mask = np.ones(x.shape, dtype=x.dtype)
    if training:
        keep = 1.0 - p
        mask[u < p] = 0
        if keep > 0:
            mask /= keep
    return np.multiply(x, mask), mask


@right
def by_ceiling(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if u.shape != x.shape:
        raise ValueError("u")
    if not training:
        return np.array(x), np.ones(x.shape, x.dtype)
    kept = 1 - np.ceil(np.maximum(p - u, 0)).astype(x.dtype)  # p - u lies in (-1, 1]: its ceiling is 1 where u < p
    mask = kept / (1 - p) if p < 1 else 0 * kept
    return x * mask, mask
