"""Hidden tests of activations/relu_sigmoid_head."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.relu_sigmoid_head import relu_sigmoid_head

independent = "(lambda p: (p, p >= threshold))(torch.sigmoid(torch.relu(x)))"


def sample(rng, size="small"):
    """Scores of either sign, the first one negative, and a threshold that parts them."""
    x = rng.normal(scale=2.0, size=(1, 1, 1) if size == "ones" else (2, 3, 5))
    x[0, 0, 0] = -abs(x[0, 0, 0])
    return x, 0.6


def test_all_the_same_below_zero(yours):
    """Scores of 0 and below end at exactly one half: the ReLU has made them equal."""
    p, _ = yours(np.array([-3.0, -0.001, 0.0, -50.0]), 0.5)
    agree(p, np.array([0.5, 0.5, 0.5, 0.5]), exact=True)


def test_always_yes(yours, rng):
    """With the usual threshold of one half even the surest no comes out as a yes."""
    _, decisions = yours(rng.normal(scale=5.0, size=(4, 6)), 0.5)
    agree(decisions, np.ones((4, 6), dtype=bool))
    agree(yours(np.array([-7.0, 0.0]), 0.5)[1], np.array([True, True]))


def test_higher_threshold(yours):
    """With a threshold of 0.7 both answers appear: it is reached at odds of 7 to 3."""
    p, decisions = yours(np.log(np.array([0.1, 1.0, 2.0, 2.5, 9.0])), 0.7)
    agree(p, np.array([0.5, 0.5, 2 / 3, 2.5 / 3.5, 0.9]))
    agree(decisions, np.array([False, False, False, True, True]))
    for share, answer in ((1 + 1e-9, False), (1 - 1e-9, True)):
        agree(yours(np.array([1.25]), share / (1 + np.exp(-1.25)))[1], np.array([answer]))


@pytest.mark.parametrize(("threshold", "answer"), [(0.0, True), (0.25, True), (1.0, False)])
def test_other_thresholds(yours, threshold, answer):
    """Below one half everything is a yes, as low as 0; a threshold of 1 makes a no of everything that is not certain."""
    agree(yours(np.array([-4.0, 0.3, 2.0]), threshold)[1], np.array([answer, answer, answer]))


def test_a_negative_costs_at_least_ln_2(yours, rng):
    """The cross-entropy of a sample whose label is no, minus the logarithm of 1 - p, never falls below ln 2."""
    p, _ = yours(np.array([-9.0, -0.5, 0.5, 2.0]), 0.5)
    agree(-np.log(1 - p), np.array([np.log(2), np.log(2), np.log1p(np.exp(0.5)), np.log1p(np.exp(2.0))]))


def test_large_scores(yours):
    """At 1000 the probability is 1 and at -1000 a half, and nothing is NaN."""
    agree(yours(np.array([1000.0, -1000.0]), 0.9), (np.array([1.0, 0.5]), np.array([True, False])))


@pytest.mark.parametrize("threshold", [-0.1, 1.5])
def test_bad_threshold(yours, threshold):
    """A threshold that is no probability raises a ValueError that names it."""
    with pytest.raises(ValueError, match="threshold"):
        yours(np.array([0.5, -2.0]), threshold)


def sigma(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def decide(x, threshold, p, decisions):
    """These results, after the check of the threshold."""
    relu_sigmoid_head(x, threshold)
    return p, decisions


@mistake("The ReLU is missing: negative scores get probabilities below one half. Put max(0, x) into the sigmoid.")
def forgets_the_relu(x, threshold):
    return decide(x, threshold, sigma(x), sigma(x) >= threshold)


@mistake("The sigmoid is missing: you return the rectified scores, which are no probabilities.")
def forgets_the_sigmoid(x, threshold):
    return decide(x, threshold, np.maximum(x, 0), np.maximum(x, 0) >= threshold)


@mistake("Negative scores get the probability 0 with you. ReLU makes a 0 of them, and the sigmoid of 0 is one half.")
def sets_negatives_to_zero(x, threshold):
    p = np.where(x > 0, sigma(x), 0.0).astype(x.dtype)
    return decide(x, threshold, p, p >= threshold)


@mistake("You decide by p > threshold. A tie is a yes: with >= a probability of exactly one half reaches the threshold 0.5.")
def calls_a_tie_a_no(x, threshold):
    p, _ = relu_sigmoid_head(x, threshold)
    return p, p > threshold


@mistake("You compare the score with the threshold. It is a probability that has to reach it: compare p.")
def compares_the_score(x, threshold):
    return relu_sigmoid_head(x, threshold)[0], x >= threshold


@mistake("You decide by the sigmoid of x itself, without the ReLU. The decision has to be about the probability you return.")
def decides_without_the_relu(x, threshold):
    return relu_sigmoid_head(x, threshold)[0], sigma(x) >= threshold


@mistake("All decisions are yes with you, as they are up to a threshold of 0.5. Compare with the threshold that was handed over.")
def says_yes_whatever_the_threshold(x, threshold):
    return relu_sigmoid_head(x, threshold)[0], np.ones(x.shape, dtype=bool)


@mistake("Yes and no have changed places: True stands for a probability that reaches the threshold.")
def says_no_for_yes(x, threshold):
    p, decisions = relu_sigmoid_head(x, threshold)
    return p, ~decisions


@mistake("The decisions are numbers with you. Return the booleans that the comparison gives.")
def returns_zeros_and_ones(x, threshold):
    p, decisions = relu_sigmoid_head(x, threshold)
    return p, decisions.astype(int)


@mistake("exp(1000) is infinite, and infinity over infinity is NaN. After the ReLU 1 / (1 + exp(-z)) overflows nowhere.")
def divides_infinity_by_infinity(x, threshold):
    p = np.exp(np.maximum(x, 0)) / (1 + np.exp(np.maximum(x, 0)))
    return decide(x, threshold, p, p >= threshold)


@mistake("Any threshold is accepted. Raise a ValueError that names it where it is below 0 or above 1.")
def accepts_any_threshold(x, threshold):
    p, _ = relu_sigmoid_head(x, 0.5)
    return p, p >= threshold


@mistake("Thresholds of 0 and 1 are refused. Both are allowed: 0 calls everything a yes, 1 only what is certain.")
def refuses_the_extremes(x, threshold):
    if not 0 < threshold < 1:
        raise ValueError("threshold")
    return relu_sigmoid_head(x, threshold)


@mistake("A float32 input comes back as float64. Do not convert x, and allocate results with dtype=x.dtype.")
def returns_float64(x, threshold):
    return relu_sigmoid_head(np.asarray(x, dtype=np.float64), threshold)


@mistake("You rectify x in place. Return new arrays: the caller still needs the scores.")
def overwrites_x(x, threshold):
    x[x < 0] = 0
    return relu_sigmoid_head(x, threshold)


@right
def no_less_than_a_half(x, threshold):
    if threshold < 0 or threshold > 1:
        raise ValueError("threshold")
    p = np.maximum(sigma(x), 0.5).astype(x.dtype)
    return p, p >= threshold


@right
def number_by_number(x, threshold):
    if not 0 <= threshold <= 1:
        raise ValueError("threshold")
    p, decisions = np.empty_like(x), np.empty(x.shape, dtype=bool)
    for i, v in np.ndenumerate(x):
        p[i] = (1 + np.tanh(v / 2)) / 2 if v > 0 else 0.5
        decisions[i] = p[i] >= threshold
    return p, decisions
