"""Hidden tests of losses/bce_with_logits."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.losses.bce_with_logits import bce_with_logits

independent = (
    "(F.binary_cross_entropy_with_logits(input, target), torch.func.grad(F.binary_cross_entropy_with_logits)(input, target))"
)


def sample(rng, size="small"):
    """Scores of either sign, and soft targets: a 0 or 1 alone would hide one of the two terms."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return rng.normal(scale=2.0, size=shape), rng.uniform(0.1, 0.9, size=shape)


def logit(p):
    return np.log(p / (1 - p))


def test_by_hand(yours):
    """A probability of 1/4 costs log 4 where the answer is yes, and log 4/3 where it is no."""
    agree(yours(logit(np.array([0.25])), np.array([1.0])), (np.log(4), np.array([-0.75])))
    agree(yours(logit(np.array([0.25])), np.array([0.0])), (np.log(4 / 3), np.array([0.25])))


def test_undecided(yours):
    """A score of 0 costs log 2, whatever the target is."""
    for t in (0.0, 0.25, 1.0):
        agree(yours(np.array([0.0, 0.0]), np.array([t, t])), (np.log(2), np.full(2, (0.5 - t) / 2)))


def test_confidently_wrong(yours):
    """A score of -1000 where the answer is yes costs 1000, and learns at full speed; a score of 1000 for no as well."""
    agree(yours(np.array([1000.0]), np.array([0.0])), (1000.0, np.array([1.0])))
    agree(yours(np.array([-1000.0, 800.0]), np.array([1.0, 0.0])), (900.0, np.array([-0.5, 0.5])))
    agree(yours(np.array([-50.0]), np.array([1.0])), (50.0, np.array([-1.0])))


def test_confidently_right(yours):
    """A score of 40 where the answer is yes costs 4.2e-18 and not 0, and a score of -300 for no costs 5.1e-131."""
    agree(yours(np.array([40.0]), np.array([1.0]))[0], np.exp(-40.0))
    agree(yours(np.array([-300.0]), np.array([0.0]))[0], np.exp(-300.0))
    agree(yours(np.array([1000.0, -1000.0]), np.array([1.0, 0.0])), (0.0, np.zeros(2)))


def test_soft_labels(yours):
    """With a target of 0.3 the loss is least, and its gradient zero, where the probability is 0.3."""
    p = 0.3
    entropy = -p * np.log(p) - (1 - p) * np.log(1 - p)
    loss, grad = yours(np.array([logit(p)]), np.array([p]))
    agree(loss, entropy)
    agree(grad, np.zeros(1), scale=1.0)
    agree(yours(np.array([1000.0]), np.array([p])), (700.0, np.array([0.7])))


def test_yes_and_no_are_symmetric(yours, rng):
    """Exchanging yes and no, scores turned and targets too, leaves the loss and turns the gradient."""
    x, t = sample(rng)
    loss, grad = bce_with_logits(x, t)
    agree(yours(-x, 1 - t), (loss, -grad))


def test_mean_over_all_axes(yours, rng):
    """The mean is over all entries: the same numbers in another shape have the same loss and the same gradient."""
    x, t = rng.normal(size=12), rng.uniform(size=12)
    loss, grad = bce_with_logits(x, t)
    for shape in ((3, 4), (2, 3, 2), (12, 1)):
        agree(yours(x.reshape(shape), t.reshape(shape)), (loss, grad.reshape(shape)))


def test_is_the_derivative(yours, rng):
    """The gradient is the slope of the loss, by a step into the complex plane."""
    x, t = sample(rng)
    p = 1 / (1 + np.exp(-(x + 1e-30j)))
    agree(yours(x, t)[1], np.imag(-t * np.log(p) - (1 - t) * np.log(1 - p)) / 1e-30 / x.size)


@pytest.mark.parametrize("shape", [(), (1,), (2, 1, 3)], ids=["no_axis", "one_entry", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, t = np.asarray(rng.normal(size=shape)), np.asarray(rng.uniform(size=shape))
    agree(yours(x, t), bce_with_logits(x, t))


@pytest.mark.parametrize("shape", [(3, 1), (1,), (2, 3)], ids=str)
def test_other_shape(yours, rng, shape):
    """A target of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match="target"):
        yours(rng.normal(size=3), rng.uniform(size=shape))


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def from_probabilities(p, t):
    return np.mean(-t * np.log(p) - (1 - t) * np.log(1 - p))


@mistake(
    "You take the logarithm of the sigmoid. A saturated sigmoid is exactly 0 or 1, and the loss infinite or NaN. Write both "
    "logarithms with the score itself."
)
def takes_the_logarithm_of_the_sigmoid(input, target):
    _, grad = bce_with_logits(input, target)
    return from_probabilities(sigmoid(input), target), grad


@mistake(
    "You keep the probability away from 0 and 1 before you take logarithms, so no answer costs more than about 16, ever. "
    "Write the loss with the scores, without any probability."
)
def clips_the_probability(input, target):
    _, grad = bce_with_logits(input, target)
    return from_probabilities(np.clip(sigmoid(input), 1e-7, 1 - 1e-7), target), grad


@mistake("You take the input for probabilities. It holds raw scores, of any size and sign: the sigmoid is part of the loss.")
def takes_scores_for_probabilities(input, target):
    bce_with_logits(input, target)
    return from_probabilities(input, target), (input - target) / (input * (1 - input)) / input.size


@mistake("The sigmoid is applied twice, once too often. The loss takes raw scores and applies it once.")
def applies_the_sigmoid_twice(input, target):
    return bce_with_logits(sigmoid(input), target)


@mistake("exp of a large score overflows. Take exponentials of minus the absolute value only, and add the larger of x and 0.")
def overflows(input, target):
    _, grad = bce_with_logits(input, target)
    return np.mean(np.log(1 + np.exp(-input)) + (1 - target) * input), grad


@mistake("Adding a tiny number to 1 rounds it away, so answers that are right by far cost exactly 0. Use log1p.")
def rounds_small_costs_away(input, target):
    _, grad = bce_with_logits(input, target)
    return np.mean(np.maximum(input, 0) - input * target + np.log(1 + np.exp(-np.abs(input)))), grad


@mistake("The term for no is missing: where the target is 0, nothing is charged. Add (1 - t) times minus log(1 - p).")
def charges_for_yes_only(input, target):
    bce_with_logits(input, target)
    loss = target * (np.maximum(-input, 0) + np.log1p(np.exp(-np.abs(input))))
    return loss.mean(), -target * sigmoid(-input) / input.size


@mistake("You round soft targets to 0 or 1. A target of 0.3 is allowed, and means 0.3.")
def rounds_the_targets(input, target):
    return bce_with_logits(input, np.round(target))


@mistake(
    "The slope p (1 - p) of the sigmoid is still in your gradient. Against the logarithm it cancels: by the score it is "
    "p minus target, and learns at full speed."
)
def multiplies_by_the_slope(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, grad * sigmoid(input) * (1 - sigmoid(input))


@mistake("The gradient has the wrong sign: it is the probability minus the target, so that a step against it helps.")
def turns_the_gradient(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, -grad


@mistake("The loss has the wrong sign. Logarithms of probabilities are negative, and the loss is minus those.")
def turns_the_loss(input, target):
    loss, grad = bce_with_logits(input, target)
    return -loss, grad


@mistake("You add up the entries without dividing by their number. The loss and the gradient are those of a mean.")
def sums(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss * input.size, grad * input.size


@mistake("The loss is a mean, and the gradient still that of the sum. Divide the gradient by the number of entries, too.")
def forgets_the_mean_in_the_gradient(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, grad * input.size


@mistake("The gradient is divided by the number of entries twice. Once is right, for the mean.")
def averages_twice(input, target):
    loss, grad = bce_with_logits(input, target)
    return loss, grad / input.size


@mistake("You add up the labels of an example and average over the first axis only. The mean is over all entries.")
def averages_over_the_first_axis_only(input, target):
    loss, grad = bce_with_logits(input, target)
    factor = input.size / (len(input) if input.ndim else 1)
    return loss * factor, grad * factor


@mistake(
    "Arrays of different shapes are broadcast against each other, and every score meets every target. Compare the shapes first, "
    "and raise a ValueError that names target."
)
def broadcasts(input, target):
    input, target = np.broadcast_arrays(input, target)
    return bce_with_logits(input, target)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(input, target):
    return bce_with_logits(input.astype(np.float64), target)


@mistake("You turn the scores into probabilities in place. Make a new array: the caller still needs the scores.")
def overwrites_input(input, target):
    result = bce_with_logits(input, target)
    input[...] = sigmoid(input)
    return result


@right
def by_softplus(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    loss = (1 - target) * np.logaddexp(0, input) + target * np.logaddexp(0, -input)
    return loss.mean(), (0.5 * (1 + np.tanh(input / 2)) - target) / input.size


@right
def number_by_number(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    total, grad = 0.0, np.zeros_like(input)
    for index in np.ndindex(input.shape):
        x, t = input[index], target[index]
        e = np.exp(-abs(x))
        total += np.log1p(e) + (x * (1 - t) if x > 0 else -x * t)
        grad[index] = ((1 if x > 0 else e) / (1 + e) - t) / input.size
    return total / input.size, grad


@right
def yes_and_no_apart(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    margin = np.stack([input, -input])  # the cost of a margin m is log(1 + exp(-m))
    cost = np.log1p(np.exp(-np.abs(margin))) - np.minimum(margin, 0)
    weight = np.stack([target, 1 - target])
    grad = weight * -np.exp(-np.maximum(margin, 0)) / (1 + np.exp(-np.abs(margin)))
    return np.mean((weight * cost).sum(0)), (grad[0] - grad[1]) / input.size
