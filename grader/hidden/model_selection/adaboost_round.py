"""Hidden tests of model_selection/adaboost_round."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.model_selection.adaboost_round import adaboost_round

independent = "(lambda alpha: (alpha, torch.softmax(w.log() - alpha * y * pred, 0)))(torch.atanh((w * y * pred).sum() / w.sum()))"


def sample(rng, size="small"):
    """Weights that do not add up to 1, and three of eleven predictions wrong."""
    n, n_wrong = (2, 1) if size == "ones" else (11, 3)
    w, y = rng.uniform(0.6, 1.4, n), rng.choice([-1, 1], n)
    signs = np.ones(n, dtype=np.int64)
    signs[np.argsort(w)[0] if size == "ones" else rng.choice(n, n_wrong, replace=False)] = -1
    return w, y, y * signs


def test_three_of_ten(yours):
    """With equal weights and three of ten wrong the vote weighs 0.4236, and the wrong ones get one sixth each."""
    y = np.array([1, 1, -1, 1, -1, -1, 1, -1, 1, 1])
    pred = np.array([1, -1, -1, -1, -1, -1, 1, 1, 1, 1])
    alpha, w = yours(np.full(10, 0.1), y, pred)
    agree(alpha, 0.5 * math.log(7 / 3))
    agree(w, np.where(y == pred, 1 / 14, 1 / 6))


def test_error_is_a_share_of_weight(yours):
    """One heavy sample that is wrong counts for more than two light ones that are right."""
    y, pred = np.array([1, -1, 1, -1]), np.array([-1, -1, 1, -1])
    alpha, w = yours(np.array([4.0, 3.0, 2.0, 1.0]), y, pred)
    agree(alpha, math.log(1.5) / 2)
    agree(w, np.array([1 / 2, 1 / 4, 1 / 6, 1 / 12]))


def test_no_better_than_a_coin_afterwards(yours, rng):
    """Under the new weights the same classifier has an error of exactly one half."""
    w, y, pred = sample(rng)
    _, new = yours(w, y, pred)
    agree((new * (y != pred)).sum(), 0.5)
    agree(new.sum(), 1.0)


def test_nobody_is_thrown_away(yours, rng):
    """Within the right ones, and within the wrong ones, the weights keep their ratios."""
    w, y, pred = sample(rng)
    _, new = yours(w, y, pred)
    for group in (y == pred, y != pred):
        agree(new[group] / new[group].sum(), w[group] / w[group].sum())


def test_unit_of_the_weights(yours, rng):
    """A hundred times the weights change nothing."""
    w, y, pred = sample(rng)
    agree(yours(100 * w, y, pred), adaboost_round(w, y, pred))


def test_swapped_labels(yours, rng):
    """If -1 and +1 change places in labels and predictions, nothing changes."""
    w, y, pred = sample(rng)
    agree(yours(w, -y, -pred), adaboost_round(w, y, pred))


@pytest.mark.parametrize("error", [1e-3, 1e-9, 1e-15])
def test_tiny_errors(yours, error):
    """An error may be tiny: the vote grows like its logarithm, and the wrong sample gets half of all weight."""
    alpha, w = yours(np.array([1 - error, 3.0, error]), np.array([1, -1, 1]), np.array([1, -1, -1]))
    agree(alpha, 0.5 * math.log((4 - error) / error))
    agree(w, np.array([0.5 * (1 - error) / (4 - error), 1.5 / (4 - error), 0.5]))


def test_two_rounds(yours):
    """In the second round a mistake is expensive that the first classifier made, too."""
    y, first, second = np.array([1, 1, 1, -1, -1, -1]), np.array([-1, 1, 1, -1, -1, -1]), np.array([1, 1, -1, 1, -1, -1])
    alpha, w = yours(np.full(6, 2.0), y, first)
    agree((alpha, w), (math.log(5) / 2, np.array([0.5, 0.1, 0.1, 0.1, 0.1, 0.1])))
    agree(yours(w, y, second), (math.log(2), np.array([0.3125, 0.0625, 0.25, 0.25, 0.0625, 0.0625])))


def test_without_an_error(yours):
    """A classifier that makes no mistake raises a ValueError that names pred: its vote would be infinite."""
    with pytest.raises(ValueError, match="pred"):
        yours(np.array([0.2, 0.8]), np.array([1, -1]), np.array([1, -1]))


@pytest.mark.parametrize("heavy", [1.0, 2.5], ids=["coin", "worse"])
def test_no_better_than_a_coin(yours, heavy):
    """An error of one half, or more, raises a ValueError that names pred."""
    with pytest.raises(ValueError, match="pred"):
        yours(np.array([heavy, 0.5, 0.5]), np.array([1, -1, 1]), np.array([-1, -1, 1]))


def updated(w, y, pred, alpha, factors):
    """These factors, then divided by the sum."""
    adaboost_round(w, y, pred)
    new = w * factors
    return alpha, new / new.sum()


@mistake("The factor 1/2 before the logarithm is missing in alpha, so the weights change too much. Halve it.")
def forgets_the_half(w, y, pred):
    alpha = 2 * adaboost_round(w, y, pred)[0]
    return updated(w, y, pred, alpha, np.exp(-alpha * (y * pred).astype(w.dtype)))


@mistake("Your alpha is that of SAMME, without the factor 1/2. The weights are the same there, but halve the vote.")
def takes_the_vote_of_samme(w, y, pred):
    alpha, new = adaboost_round(w, y, pred)
    return 2 * alpha, new


@mistake("The error counts samples. It is a share of weight: add the weights of the wrong ones, divide by all.")
def counts_samples(w, y, pred):
    _, _ = adaboost_round(w, y, pred)
    error = np.mean(y != pred)
    alpha = w.dtype.type(np.log((1 - error) / error) / 2)
    return updated(w, y, pred, alpha, np.exp(-alpha * (y * pred).astype(w.dtype)))


@mistake("The samples that were right are thrown out. They only become lighter: multiply by exp(-alpha * y * pred).")
def selects_the_wrong_ones(w, y, pred):
    return updated(w, y, pred, adaboost_round(w, y, pred)[0], (y != pred).astype(w.dtype))


@mistake("The new weights do not add up to 1. Divide them by their sum.")
def forgets_to_normalise(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return alpha, w * np.exp(-alpha * (y * pred).astype(w.dtype))


@mistake("The sign is wrong: right samples become heavier. The exponent is -alpha * y * pred, positive for the wrong ones.")
def rewards_the_right_ones(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, alpha, np.exp(alpha * (y * pred).astype(w.dtype)))


@mistake("The fraction in the logarithm is upside down, so good classifiers get negative votes. It is (1 - e) / e.")
def turns_the_fraction(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, -alpha, np.exp(alpha * (y * pred).astype(w.dtype)))


@mistake("Wrong samples get the factor exp(alpha), but right ones stay as they are. They get exp(-alpha).")
def leaves_the_right_ones(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    return updated(w, y, pred, alpha, np.where(y == pred, w.dtype.type(1), np.exp(alpha)))


@mistake("The logarithm is to base 2 or 10. It is the natural one, or the exponential does not undo it.")
def takes_another_base(w, y, pred):
    alpha = adaboost_round(w, y, pred)[0] / w.dtype.type(np.log(10))
    return updated(w, y, pred, alpha, np.exp(-alpha * (y * pred).astype(w.dtype)))


@mistake("You take for granted that the weights add up to 1. Divide the weight of the wrong ones by the weight of all.")
def takes_a_sum_of_one_for_granted(w, y, pred):
    adaboost_round(w, y, pred)
    error = w[y != pred].sum()
    with np.errstate(all="ignore"):
        alpha = np.log((1 - error) / error) / 2
        return updated(w, y, pred, alpha, np.exp(-alpha * (y * pred).astype(w.dtype)))


@mistake("You add a small number to the error, which spoils tiny errors. Reject an error of 0, and leave the others as they are.")
def protects_the_logarithm(w, y, pred):
    adaboost_round(w, y, pred)
    error = w[y != pred].sum() / w.sum()
    alpha = np.log((1 - error) / (error + 1e-10)) / 2
    return updated(w, y, pred, alpha, np.exp(-alpha * (y * pred).astype(w.dtype)))


@mistake("The weights do not change at all. Multiply those of the wrong samples by exp(alpha), and the others by exp(-alpha).")
def leaves_the_weights(w, y, pred):
    return adaboost_round(w, y, pred)[0], w / w.sum()


@mistake("The new weights come first. Return the weight of the vote, alpha, and then the new weights.")
def swaps_the_results(w, y, pred):
    return adaboost_round(w, y, pred)[::-1]


@mistake("The weights are float64 though w is float32: float32 times int64 is float64. Use the labels in comparisons only.")
def returns_float64(w, y, pred):
    alpha, _ = adaboost_round(w, y, pred)
    new = w * np.exp(-alpha * y * pred)
    return alpha, new / new.sum()


@mistake("The weights are multiplied in place. Make a new array: the caller's weights must stay as they are.")
def overwrites_w(w, y, pred):
    alpha, w[...] = adaboost_round(w, y, pred)
    return alpha, w.copy()


@mistake("A classifier without an error gets an infinite vote, and weights of NaN. Raise a ValueError that names pred.")
def votes_without_end(w, y, pred):
    if (y == pred).all():
        return np.inf, w / w.sum()
    return adaboost_round(w, y, pred)


@mistake("A classifier that is worse than a coin gets a negative vote. Raise a ValueError that names pred: boosting stops here.")
def turns_a_bad_classifier_around(w, y, pred):
    error = w[y != pred].sum() / w.sum()
    if error <= 0.5:
        return adaboost_round(w, y, pred)
    alpha, new = adaboost_round(w, y, -pred)
    return -alpha, new


@mistake("An error of exactly one half passes, and the vote is 0. A coin is not enough: raise a ValueError that names pred.")
def accepts_a_coin(w, y, pred):
    if w[y != pred].sum() * 2 == w.sum():
        return w.dtype.type(0), w / w.sum()
    return adaboost_round(w, y, pred)


@right
def by_the_formula(w, y, pred):
    wrong = (y != pred).astype(w.dtype)
    error = np.dot(w, wrong) / np.sum(w)
    if error <= 0 or error >= 0.5:
        raise ValueError("pred")
    alpha = 0.5 * np.log((1 - error) / error)
    new = w * np.exp(alpha * (2 * wrong - 1))
    return alpha, new / np.sum(new)


@right
def half_for_each_side(w, y, pred):
    """The wrong ones share one half of the weight, the right ones the other."""
    good, bad = w[y * pred > 0].sum(), w[y * pred < 0].sum()
    if bad == 0 or bad >= good:
        raise ValueError("the errors of pred")
    return (np.log(good) - np.log(bad)) / 2, np.where(y * pred > 0, w / (2 * good), w / (2 * bad))


@right
def sample_by_sample(w, y, pred):
    total = wrong = w.dtype.type(0)
    for weight, label, guess in zip(w, y, pred, strict=True):
        total += weight
        wrong += weight if label != guess else 0
    if not 0 < 2 * wrong < total:
        raise ValueError("bad pred")
    new = np.zeros_like(w)
    for i in range(len(w)):
        new[i] = w[i] / wrong / 2 if y[i] != pred[i] else w[i] / (total - wrong) / 2
    return math.log((total - wrong) / wrong) / 2, new
