"""Hidden tests of losses/focal_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.losses.bce_with_logits import bce_with_logits
from solutions.losses.focal_loss import focal_loss

independent = (
    "(lambda f: (f(input), torch.func.grad(f)(input)))(lambda x: -(target * alpha * torch.sigmoid(-x) ** gamma * F.logsigmoid(x)"
    " + (1 - target) * (1 - alpha) * torch.sigmoid(x) ** gamma * F.logsigmoid(-x)).mean())"
)


def sample(rng, size="small"):
    """Scores of either sign for both answers, and an alpha and a gamma that are not the defaults."""
    if size == "ones":
        return np.array([[rng.normal()]]), np.array([[1.0]]), 0.3, 1.5
    x = np.array([[-1.5, 0.4, 2.0, -0.3], [0.9, -2.2, 1.1, 0.2], [-0.8, 1.7, -1.2, 2.4]])
    t = np.array([[0.0, 1.0, 0.0, 1.0], [1.0, 1.0, 0.0, 0.0], [0.0, 1.0, 1.0, 1.0]])
    return x + rng.uniform(-0.15, 0.15, size=x.shape), t, 0.3, 1.5


def logit(p):
    return np.log(np.array(p) / (1 - np.array(p)))


def test_by_hand(yours):
    """With alpha 0.25 and gamma 2 a probability of 0.9 costs 0.0025 log(10/9) for a 1, and 0.6075 log 10 for a 0."""
    x = logit([0.9])
    one, zero = yours(x, np.array([1.0])), yours(x, np.array([0.0]))
    agree(one[0], 0.25 * 0.01 * np.log(10 / 9))
    agree(zero[0], 0.75 * 0.81 * np.log(10))
    agree(one[1], np.array([-0.25 * 0.01 * (0.1 + 2 * 0.9 * np.log(10 / 9))]))
    agree(zero[1], np.array([0.75 * 0.81 * (0.9 + 2 * 0.1 * np.log(10))]))


def test_alpha(yours):
    """Alpha weighs the ones, and one minus alpha the zeros."""
    undecided, t = np.zeros(3), np.array([1.0, 0.0, 1.0])
    for alpha in (0.0, 0.2, 1.0):
        _, grad = yours(undecided, t, alpha, 1.0)
        agree(grad, np.array([-alpha, 1 - alpha, -alpha]) * (1 + np.log(2)) / 4 / 3)


@pytest.mark.parametrize("scale", [1.0, 1000.0], ids=["ordinary", "huge"])
def test_gamma_of_zero(yours, rng, scale):
    """With gamma 0 and alpha one half it is half of the cross-entropy, for every score."""
    x, t, _, _ = sample(rng)
    loss, grad = bce_with_logits(scale * x, t)
    agree(yours(scale * x, t, 0.5, 0.0), (loss / 2, grad / 2), scale=float(loss))


def test_confidently_wrong(yours):
    """A score of 1000 for a 0 costs 1000 times 1 - alpha, and -1000 for a 1 costs 1000 times alpha."""
    agree(yours(np.array([1000.0]), np.array([0.0]), 0.25), (750.0, np.array([0.75])))
    agree(yours(np.array([-1000.0]), np.array([1.0]), 0.25), (250.0, np.array([-0.25])))


def test_confidently_right(yours):
    """Easy answers keep their digits: with a margin of 40 and gamma one half the loss is about 1e-26."""
    e = np.exp(-40.0)
    for x, t in ((40.0, 1.0), (-40.0, 0.0)):
        loss, grad = yours(np.array([x]), np.array([t]), 0.5, 0.5)
        agree(loss, 0.5 * e**1.5)
        agree(grad, np.array([(1 - 2 * t) * 0.5 * e**0.5 * 1.5 * e]))
    agree(yours(np.array([1000.0, -1000.0]), np.array([1.0, 0.0])), (0.0, np.zeros(2)))


def test_easy_answers_are_played_down(yours):
    """With gamma 2 an answer right with probability 0.99 counts a ten-thousandth of its cross-entropy."""
    x, t = logit([0.99]), np.array([1.0])
    agree(yours(x, t, 1.0, 2.0)[0] / bce_with_logits(x, t)[0], 1e-4)


def test_yes_and_no_are_symmetric(yours, rng):
    """Exchanging the answers, scores turned and alpha exchanged as well, leaves the loss and turns the gradient."""
    x, t, alpha, gamma = sample(rng)
    loss, grad = focal_loss(x, t, alpha, gamma)
    agree(yours(-x, 1 - t, 1 - alpha, gamma), (loss, -grad))


def test_is_the_derivative(yours, rng):
    """The gradient is the slope of the whole loss, the focusing factor included, by a step into the complex plane."""
    x, t, alpha, _ = sample(rng)
    for gamma in (0.5, 1.0, 3.0):
        p = 1 / (1 + np.exp(-(x + 1e-30j)))
        terms = t * alpha * (1 - p) ** gamma * np.log(p) + (1 - t) * (1 - alpha) * p**gamma * np.log(1 - p)
        agree(yours(x, t, alpha, gamma)[1], -np.imag(terms) / 1e-30 / x.size)


def test_mean_over_all_axes(yours, rng):
    """The mean is over all entries, ones and zeros, whatever the axes mean."""
    x, t, alpha, gamma = sample(rng)
    loss, grad = focal_loss(x, t, alpha, gamma)
    for shape in ((4, 3), (2, 3, 2), (12, 1)):
        agree(yours(x.reshape(shape), t.reshape(shape), alpha, gamma), (loss, grad.reshape(shape)))


@pytest.mark.parametrize("shape", [(), (1,), (2, 1, 3)], ids=["no_axis", "one_entry", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, t = np.asarray(rng.normal(size=shape)), np.full(shape, 1.0)
    agree(yours(x, t), focal_loss(x, t))


@pytest.mark.parametrize("shape", [(3, 1), (1,), (2, 3)], ids=str)
def test_other_shape(yours, rng, shape):
    """A target of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match="target"):
        yours(rng.normal(size=3), np.full(shape, 1.0))


def test_bad_gamma(yours, rng):
    """A negative gamma raises a ValueError that names it."""
    x, t, alpha, _ = sample(rng)
    with pytest.raises(ValueError, match="gamma"):
        yours(x, t, alpha, -0.5)


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def parts(input, target, alpha):
    """Sign, margin, weight alpha_t and minus the logarithm of p_t."""
    sign = 2 * target - 1
    margin = sign * input
    cost = np.log1p(np.exp(-np.abs(margin))) - np.minimum(margin, 0)
    return sign, margin, alpha * target + (1 - alpha) * (1 - target), cost


@mistake(
    "You treat the factor (1 - p_t)**gamma as a constant in the gradient. It depends on the score, too, and adds a second term: "
    "use the product rule."
)
def treats_the_factor_as_a_constant(input, target, alpha=0.25, gamma=2.0):
    loss, _ = focal_loss(input, target, alpha, gamma)
    sign, margin, weight, _ = parts(input, target, alpha)
    return loss, -sign * weight * sigmoid(-margin) ** gamma * sigmoid(-margin) / input.size


@mistake("You weigh every entry with alpha. That is the weight of the ones; the zeros weigh 1 - alpha.")
def weighs_all_with_alpha(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, 0.5, gamma)
    return 2 * alpha * loss, 2 * alpha * grad


@mistake("Alpha is on the wrong side: it weighs the ones, and 1 - alpha the zeros.")
def exchanges_alpha(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(input, target, 1 - alpha, gamma)


@mistake("Alpha is missing: weigh the ones with alpha and the zeros with 1 - alpha.")
def forgets_alpha(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, 0.5, gamma)
    return 2 * loss, 2 * grad


@mistake("Your factor is p_t to the power gamma, which plays down the hard answers. It is 1 - p_t, the share that is missing.")
def focuses_on_the_easy(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = sigmoid(margin)
    slope = weight * p**gamma * (1 - p) * (gamma * cost - 1)
    return np.mean(weight * p**gamma * cost), sign * slope / input.size


@mistake("Your factor is 1 - p also where the target is 0. There the right answer has the probability 1 - p, so it is p.")
def focuses_as_if_all_were_ones(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = sigmoid(input)
    factor = (1 - p) ** gamma
    slope = -sign * sigmoid(-margin) - gamma * p * cost
    return np.mean(weight * factor * cost), weight * factor * slope / input.size


@mistake("gamma has no effect: this is the weighted cross-entropy. Multiply by (1 - p_t)**gamma.")
def forgets_the_factor(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    return focal_loss(input, target, alpha, 0.0)


@mistake(
    "You take the logarithm of a sigmoid, which is 0 where the answer is wrong by far. Write the logarithm with the margin, as "
    "binary cross-entropy from logits does."
)
def takes_the_logarithm_of_the_sigmoid(input, target, alpha=0.25, gamma=2.0):
    _, grad = focal_loss(input, target, alpha, gamma)
    _, margin, weight, _ = parts(input, target, alpha)
    return -np.mean(weight * sigmoid(-margin) ** gamma * np.log(sigmoid(margin))), grad


@mistake("You keep the probability away from 0 and 1, so no answer costs more than about 16. Use the margin, not p.")
def clips_the_probability(input, target, alpha=0.25, gamma=2.0):
    _, grad = focal_loss(input, target, alpha, gamma)
    _, margin, weight, _ = parts(input, target, alpha)
    p = np.clip(sigmoid(margin), 1e-7, 1 - 1e-7)
    return -np.mean(weight * (1 - p) ** gamma * np.log(p)), grad


@mistake(
    "1 minus a probability close to 1 has no digits left, so the factor of easy answers is rounded to 0. Take the sigmoid of "
    "minus the margin."
)
def subtracts_from_one(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target, alpha, gamma)
    sign, margin, weight, cost = parts(input, target, alpha)
    p = sigmoid(margin)
    weight = weight * (1 - p) ** gamma
    return np.mean(weight * cost), -sign * weight * (1 - p + gamma * p * cost) / input.size


@mistake(
    "You divide by the number of ones, as the paper does with its objects. Here the loss is the mean over all entries, and there "
    "may be no ones at all."
)
def divides_by_the_ones(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    ones = max(1, int(target.sum()))
    return loss * input.size / ones, grad * input.size / ones


@mistake("You add up the entries without dividing by their number. The loss and the gradient are those of a mean.")
def sums(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss * input.size, grad * input.size


@mistake("The loss is a mean, and the gradient still that of the sum. Divide the gradient by the number of entries, too.")
def forgets_the_mean_in_the_gradient(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, grad * input.size


@mistake("Your gradient is by the margin. Where the target is 0 the margin is minus the score: turn the sign there.")
def returns_the_gradient_by_the_margin(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, -np.abs(grad)


@mistake("The gradient has the wrong sign: for a 1 it is negative, so that a step against it raises the score.")
def turns_the_gradient(input, target, alpha=0.25, gamma=2.0):
    loss, grad = focal_loss(input, target, alpha, gamma)
    return loss, -grad


@mistake("Arrays of different shapes are broadcast against each other. Compare the shapes, and raise a ValueError for target.")
def broadcasts(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(*np.broadcast_arrays(input, target), alpha, gamma)


@mistake("A negative gamma is accepted, which plays up the easy answers. Raise a ValueError that names gamma.")
def accepts_any_gamma(input, target, alpha=0.25, gamma=2.0):
    focal_loss(input, target)
    sign, margin, weight, cost = parts(input, target, alpha)
    weight = weight * sigmoid(-margin) ** gamma
    slope = -weight * (sigmoid(-margin) + gamma * sigmoid(margin) * cost)
    return np.mean(weight * cost), sign * slope / input.size


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(input, target, alpha=0.25, gamma=2.0):
    return focal_loss(input.astype(np.float64), target, alpha, gamma)


@mistake("You turn the scores into margins in place. Make a new array: the caller still needs the scores.")
def overwrites_input(input, target, alpha=0.25, gamma=2.0):
    result = focal_loss(input, target, alpha, gamma)
    input *= 2 * target - 1
    return result


@right
def number_by_number(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    if gamma < 0:
        raise ValueError("gamma is negative")
    total, grad = 0.0, np.zeros_like(input)
    for index in np.ndindex(input.shape):
        sign, weight = (1, alpha) if target[index] == 1 else (-1, 1 - alpha)
        m = sign * input[index]
        e = np.exp(-abs(m))
        p, q = (1 / (1 + e), e / (1 + e)) if m > 0 else (e / (1 + e), 1 / (1 + e))
        cost = np.log1p(e) + max(-m, 0)
        total += weight * q**gamma * cost
        grad[index] = -sign * weight * q**gamma * (q + gamma * p * cost) / input.size
    return total / input.size, grad


@right
def ones_and_zeros_apart(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    if gamma < 0:
        raise ValueError("gamma is negative")
    p, q = np.exp(-np.logaddexp(0, -input)), np.exp(-np.logaddexp(0, input))
    yes, no = np.logaddexp(0, -input), np.logaddexp(0, input)  # what a 1 and a 0 would cost
    loss = np.where(target == 1, alpha * q**gamma * yes, (1 - alpha) * p**gamma * no)
    slope = np.where(
        target == 1,
        -alpha * q**gamma * (q + gamma * p * yes),
        (1 - alpha) * p**gamma * (p + gamma * q * no),
    )
    return loss.sum() / loss.size, slope.astype(input.dtype) / loss.size
