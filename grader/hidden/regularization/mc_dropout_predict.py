"""Hidden tests of regularization/mc_dropout_predict."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.regularization.mc_dropout_predict import mc_dropout_predict

independent = (
    "(lambda passes: (passes.mean(0), passes.var(0, correction=0)))(torch.stack([F.softmax(F.linear("
    "F.relu(F.linear(x, weight1, bias1)) * (one >= p).to(x.dtype) / (1 - p), weight2, bias2), -1) for one in u]))"
)
LOG3 = float(np.log(3.0))


def sample(rng, size="small"):
    """Two samples, three features, six hidden units, four classes, five passes; p is not 0.5."""
    n, d, h, c, t = (1,) * 5 if size == "ones" else (2, 3, 6, 4, 5)
    return *network(rng, n, d, h, c), 0.3, rng.random((t, n, h))


def network(rng, n=2, d=3, h=6, c=4):
    """Samples and weights, with biases that keep some of the hidden units awake."""
    x, weight1, weight2 = rng.normal(size=(n, d)), rng.normal(size=(h, d)), rng.normal(size=(c, h))
    return x, weight1, rng.uniform(0.2, 0.8, h), weight2, rng.normal(size=c)


def one_unit(h):
    """The prediction of a network whose single hidden unit has the value h, with logits 0 and h log 3."""
    return np.array([[1.0, 3.0**h]]) / (1 + 3.0**h)


def test_evaluation(yours, rng):
    """In evaluation nothing is dropped and nothing is scaled, whatever p is, and the variance is zero."""
    args = network(rng)
    for p in (0.6, 1.0, 0.0):
        mean, variance = yours(*args, p)
        agree(mean, mc_dropout_predict(*args, 0.0)[0])
        agree(variance, np.zeros((2, 4)))


def test_two_passes_by_hand(yours):
    """Kept the unit is doubled, dropped it is 0: a class has 0.9 or 0.5, so 0.7 on average, with a variance of 0.04."""
    args = np.array([[1.0]]), np.array([[1.0]]), np.zeros(1), np.array([[0.0], [LOG3]]), np.zeros(2)
    for u in ([0.75, 0.25], [0.25, 0.5]):  # a u of exactly p is kept
        agree(yours(*args, 0.5, np.array(u).reshape(2, 1, 1)), (np.array([[0.3, 0.7]]), np.full((1, 2), 0.04)))


def test_probabilities_are_averaged(yours, rng):
    """What is averaged adds up to 1 for each sample, and lies between the passes."""
    *args, p, u = sample(rng)
    passes = np.array([yours(*args, p, u[t : t + 1])[0] for t in range(len(u))])
    mean, variance = yours(*args, p, u)
    agree(mean, passes.mean(axis=0))
    agree(variance, ((passes - passes.mean(axis=0)) ** 2).mean(axis=0))
    agree(mean.sum(axis=1), np.array([1.0, 1.0]))


def test_one_pass(yours, rng):
    """A single pass has a prediction and no variance: zeros, and not NaN."""
    *args, p, u = sample(rng)
    mean, variance = yours(*args, p, u[:1])
    agree(mean, mc_dropout_predict(*args, p, u[:1])[0])
    agree(variance, np.zeros((2, 4)))


def test_nothing_dropped(yours, rng):
    """With p = 0 all passes are alike: the prediction of evaluation, with a variance of zero."""
    *args, _, u = sample(rng)
    mean, variance = yours(*args, 0.0, u[:4])
    agree(mean, yours(*args, 0.3)[0])
    agree(variance, np.zeros((2, 4)), scale=1.0)


def test_everything_dropped(yours, rng):
    """With p = 1 the hidden layer is silent, and the biases of the output decide, without NaN."""
    *args, _, u = sample(rng)
    mean, variance = yours(*args, 1.0, u[:4])
    agree(mean, np.tile(np.exp(args[4]) / np.exp(args[4]).sum(), (2, 1)))
    agree(variance, np.zeros((2, 4)), scale=1.0)


def test_every_sample_has_masks_of_its_own(yours):
    """Of two equal samples one has its unit dropped and the other not, in each of the passes as u says."""
    args = np.array([[1.0], [1.0]]), np.array([[2.0]]), np.zeros(1), np.array([[0.0], [LOG3]]), np.zeros(2)
    mean, variance = yours(*args, 0.75, np.array([[[0.8], [0.1]], [[0.9], [0.2]]]))
    agree(mean, np.concatenate([one_unit(8.0), one_unit(0.0)]))
    agree(variance, np.zeros((2, 2)), scale=1.0)


def test_large_logits(yours, rng):
    """Logits of thousands do not overflow, in any pass and for any sample."""
    x, *args, bias2, p, u = sample(rng)
    agree(yours(x, *args, bias2 + 2000, p, u), mc_dropout_predict(x, *args, bias2, p, u))
    x = np.array([[1.0], [3000.0]]) * x
    agree(yours(x, *args, bias2 - 2000, p, u), mc_dropout_predict(x, *args, bias2, p, u))


def test_bad_arguments(yours, rng):
    """A p that is no probability, also in evaluation, or a u of another shape raises a ValueError that names it."""
    *args, _, u = sample(rng)
    for p in (-0.1, 1.01):
        for numbers in (u, None):
            with pytest.raises(ValueError, match=r"\bp\b"):
                yours(*args, p, numbers)
    for wrong in (u[:, :1], u[:, :, :1], u[0], u.transpose(1, 0, 2)):
        with pytest.raises(ValueError, match=r"\bu\b"):
            yours(*args, 0.3, wrong)


def passes(x, weight1, bias1, weight2, bias2, p, u, masks=None, shift=True):
    """Logits and probabilities of all passes, by the masks of u unless others are given."""
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    if masks is None:
        masks = (u >= p).astype(x.dtype) / (1 - p) if p < 1 else 0 * u
    logits = (np.maximum(x @ weight1.T + bias1, 0) * masks.astype(x.dtype)) @ weight2.T + bias2
    e = np.exp(logits - logits.max(-1, keepdims=True) if shift else logits)
    return logits, e / e.sum(axis=-1, keepdims=True)


def statistics(probabilities):
    return probabilities.mean(axis=0), probabilities.var(axis=0)


def ones(x, weight1):
    return np.ones((1, len(x), len(weight1)), dtype=x.dtype)


@mistake("You average the logits. The passes vote with their probabilities: take the softmax of each pass first.")
def averages_the_logits(x, weight1, bias1, weight2, bias2, p, u=None):
    if u is None:
        return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p)
    logits, probabilities = passes(x, weight1, bias1, weight2, bias2, p, u)
    e = np.exp(logits.mean(axis=0) - logits.mean(axis=0).max(-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True), probabilities.var(axis=0)


@mistake("The variance is that of the logits. Take the softmax first: it is the probabilities whose variance is asked for.")
def takes_the_variance_of_logits(x, weight1, bias1, weight2, bias2, p, u=None):
    mean, variance = mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mean, (variance if u is None else passes(x, weight1, bias1, weight2, bias2, p, u)[0].var(axis=0))


@mistake("You return logits. Take the softmax over the classes: probabilities are asked for.")
def forgets_the_softmax(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else None
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[0])


@mistake("The kept units are not scaled in the passes. With p the probability to drop, multiply them by 1 / (1 - p).")
def forgets_the_scale(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else (u >= p) & (p < 1)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[1])


@mistake("In evaluation you multiply by 1 - p. Inverted dropout scales while it drops: evaluate without any scale.")
def scales_in_evaluation(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) * (1 - p) if u is None else None
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[1])


@mistake("You keep where u is below p. That has probability p, and p is the probability to drop: keep where u >= p.")
def keeps_where_u_is_below_p(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else (u < p) / (1 - p) if p < 1 else 0 * u
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[1])


@mistake("A unit whose u is exactly p is dropped. Keep where u >= p.")
def drops_where_u_equals_p(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else (u > p) / (1 - p) if p < 1 else 0 * u
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[1])


@mistake("With p = 1 you divide zero by zero, which is NaN. Everything is dropped: the masks are zeros, without a division.")
def divides_zero_by_zero(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else (u >= p) / np.float64(1 - p)
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks)[1])


@mistake("The masks of the first sample are used for the whole batch. Every sample has its own in u: compare all of it with p.")
def repeats_the_masks_of_one_sample(x, weight1, bias1, weight2, bias2, p, u=None):
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, None if u is None else u[:, :1] + 0 * u)


@mistake("Only the first pass is in your result. Make one for each mask, and take the mean and the variance over all of them.")
def makes_one_pass_only(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, None if u is None else u[:1])


@mistake("You divide the variance by T - 1, which is NaN for a single pass. The passes are all there are: divide by T.")
def divides_by_one_less(x, weight1, bias1, weight2, bias2, p, u=None):
    mean, variance = mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    t = 1 if u is None else len(u)
    return mean, (variance if u is None else variance * (t / (t - 1) if t > 1 else np.nan))


@mistake("You return the standard deviation. The variance is asked for: leave out the root.")
def returns_the_standard_deviation(x, weight1, bias1, weight2, bias2, p, u=None):
    mean, variance = mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mean, np.sqrt(variance)


@mistake("The softmax runs over the samples. Each sample has its own probabilities: take it over the classes, the last axis.")
def takes_the_softmax_over_samples(x, weight1, bias1, weight2, bias2, p, u=None):
    logits, _ = passes(x, weight1, bias1, weight2, bias2, p, u, ones(x, weight1) if u is None else None)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return statistics(e / e.sum(axis=1, keepdims=True))


@mistake("The exponentials overflow. Subtract the largest logit of each sample in each pass before you take them.")
def overflows(x, weight1, bias1, weight2, bias2, p, u=None):
    masks = ones(x, weight1) if u is None else None
    return statistics(passes(x, weight1, bias1, weight2, bias2, p, u, masks, shift=False)[1])


@mistake(
    "One largest logit is subtracted from all, so that the exponentials of other samples are all 0. Take it for each sample in "
    "each pass."
)
def subtracts_one_maximum(x, weight1, bias1, weight2, bias2, p, u=None):
    logits, _ = passes(x, weight1, bias1, weight2, bias2, p, u, ones(x, weight1) if u is None else None)
    e = np.exp(logits - logits.max())
    return statistics(e / e.sum(axis=-1, keepdims=True))


@mistake("The ReLU is missing. The hidden units are never negative: take the maximum with 0.")
def forgets_the_relu(x, weight1, bias1, weight2, bias2, p, u=None):
    identity = np.concatenate([x @ weight1.T + bias1, -(x @ weight1.T + bias1)], axis=1)  # relu(z) - relu(-z) is z
    both, twice = np.eye(identity.shape[1], dtype=x.dtype), np.concatenate([weight2, -weight2], axis=1)
    mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u)
    return mc_dropout_predict(
        identity, both, 0 * identity[0], twice, bias2, p, None if u is None else np.concatenate([u, u], axis=2)
    )


@mistake("Float32 inputs give float64 results. Keep the dtype: turn the comparison into it before you divide by 1 - p.")
def returns_float64(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x.astype(np.float64), weight1, bias1, weight2, bias2, p, u)


@mistake(
    "A u of another shape is broadcast, and drops the same units in several samples. Compare the shapes, and raise ValueError "
    "naming u."
)
def broadcasts_u(x, weight1, bias1, weight2, bias2, p, u=None):
    if u is None:
        return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p)
    u = (u[None] if u.ndim < 3 else u) + 0 * u[..., :1]
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u[:, : len(x)] + np.zeros((1, len(x), len(weight1))))


@mistake("A bad p passes in evaluation, where it is not needed. Check it before you look at u.")
def checks_p_in_passes_only(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, 0.0 if u is None else p, u)


@mistake("A p that is no probability passes unnoticed. Check it first, and raise a ValueError that names p.")
def does_not_check_p(x, weight1, bias1, weight2, bias2, p, u=None):
    return mc_dropout_predict(x, weight1, bias1, weight2, bias2, min(max(p, 0.0), 1.0), u)


@right
def pass_by_pass(x, weight1, bias1, weight2, bias2, p, u=None):
    if p < 0 or p > 1:
        raise ValueError(f"p = {p}")
    if u is None:
        u, p = np.zeros((1, len(x), len(weight1)), dtype=x.dtype), 0.0
    if u.ndim != 3 or u.shape[1] != len(x) or u.shape[2] != len(weight1):
        raise ValueError("u has a wrong shape")
    mean, square = 0.0, 0.0
    results = []
    for numbers in u:
        hidden = x @ weight1.T + bias1
        hidden = np.where((hidden > 0) & (numbers >= p) & (p < 1), hidden, 0)
        logits = hidden @ weight2.T / (1 - p if p < 1 else 1) + bias2
        e = np.exp(logits - logits.max(axis=1)[:, None])
        results.append(e / e.sum(axis=1)[:, None])
    mean = sum(results) / len(results)
    square = sum((r - mean) ** 2 for r in results) / len(results)
    return mean, square


@right
def by_log_probabilities(x, weight1, bias1, weight2, bias2, p, u=None):
    if not 0 <= p <= 1:
        raise ValueError("p")
    hidden = np.einsum("nd,hd->nh", x, weight1) + bias1
    hidden = (hidden + np.abs(hidden)) / 2
    if u is not None and (u.ndim != 3 or u.shape[1:] != hidden.shape):
        raise ValueError("u")
    scale = x.dtype.type(1 / (1 - p) if p < 1 else 0)
    silenced = hidden[None] if u is None else np.where(u < p, x.dtype.type(0), hidden * scale)
    logits = np.einsum("tnh,ch->tnc", silenced, weight2) + bias2
    logits = logits - np.max(logits, axis=2, keepdims=True)
    probabilities = np.exp(logits - np.log(np.exp(logits).sum(axis=2, keepdims=True)))
    mean = probabilities.mean(axis=0)
    return mean, np.square(probabilities - mean).mean(axis=0)
