"""Hidden tests of activations/relu_sigmoid_head_grad."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.relu_sigmoid_head_grad import relu_sigmoid_head_grad

independent = (
    "torch.func.grad(lambda x: F.binary_cross_entropy_with_logits(torch.relu(x), torch.as_tensor(target), reduction='sum'))(x)"
)


def sample(rng, size="small"):
    """Scores of either sign and targets in between; a single score is positive, so that something flows."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 5)
    x = rng.normal(scale=2.0, size=shape)
    x[0, 0, 0] = abs(x[0, 0, 0])
    return x, rng.uniform(0.1, 0.9, size=shape)


def test_probability_minus_target(yours):
    """Above zero it is the probability minus the target: at odds of 3 to 1 that is 3/4 or -1/4."""
    x = np.log(np.array([3.0, 3.0, 9.0, 1.5]))
    agree(yours(x, np.array([0.0, 1.0, 0.5, 0.6])) + 1, np.array([1.75, 0.75, 1.4, 1.0]))


def test_nothing_below_zero(yours):
    """A negative score gets no gradient, not even where its prediction of one half is wrong: training cannot repair it."""
    agree(yours(np.array([-0.5, -3.0, -1e-9, -40.0]), np.array([0.0, 1.0, 0.0, 0.25])), np.zeros(4))


def test_at_zero(yours):
    """At a score of exactly 0 the slope of the ReLU is taken to be 0, beside scores of 1."""
    agree(yours(np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])), np.array([0.0, 1 / (1 + np.exp(-1)), 0.0]))


def test_just_above_zero(yours):
    """A tiny positive score has a probability that rounds to one half, and still its full gradient."""
    agree(yours(np.array([1e-20, 1e-30, 1e-18]), np.array([0.0, 1.0, 0.25])), np.array([0.5, -0.5, 0.25]))


def test_saturated(yours):
    """From 100 to 1000 a wrong prediction gets a gradient of 1 and a right one none, and nothing is NaN."""
    agree(yours(np.array([100.0, 1000.0, 1000.0, -1000.0]), np.array([0.0, 0.0, 1.0, 1.0])), np.array([1.0, 1.0, 0.0, 0.0]))


def test_is_the_derivative(yours, rng):
    """It is the derivative of the loss: compared with a small step in every score."""
    x, target, step = np.array([0.3, 1.7, 0.9, -1.2]), rng.uniform(size=4), 2.0**-16

    def loss(x):
        p = 1 / (1 + np.exp(-np.maximum(x, 0)))
        return -(target * np.log(p) + (1 - target) * np.log(1 - p))

    agree(np.round(yours(x, target) - (loss(x + step) - loss(x - step)) / (2 * step), 6) + 1, np.ones(4))


def test_each_sample_for_itself(yours, rng):
    """Every sample counts in full: its gradient is the same alone and in a batch."""
    x, target = np.abs(rng.normal(size=6)), rng.uniform(size=6)
    agree(yours(x, target)[2:3], yours(x[2:3], target[2:3]))


@pytest.mark.parametrize("shape", [(), (4, 1)], ids=["no_axis", "column"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, target = np.asarray(np.abs(rng.normal(size=shape))), np.asarray(rng.uniform(size=shape))
    agree(yours(x, target), relu_sigmoid_head_grad(x, target))


def sigma(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


@mistake("The slope of the ReLU is missing: negative scores get a gradient of 1/2 minus the target. Let pass only where x > 0.")
def forgets_the_relu_on_the_way_back(x, target):
    return sigma(np.maximum(x, 0)) - target


@mistake("This is the gradient of a sigmoid alone, p minus the target with p from x itself. There is a ReLU in between.")
def leaves_out_the_relu(x, target):
    return sigma(x) - target


@mistake("You ask whether p is above 1/2. A tiny positive score rounds to exactly 1/2: ask whether x is above 0.")
def masks_by_the_probability(x, target):
    p = sigma(np.maximum(x, 0))
    return np.where(p > 0.5, p - target, 0)


@mistake(
    "At a score of 0 you let the gradient pass. There is no derivative there, and here, as in PyTorch, it is 0: use > not >=."
)
def lets_zero_pass(x, target):
    return np.where(x >= 0, sigma(x) - target, 0)


@mistake("The sign is wrong: the gradient is the probability minus the target, and a step goes against it.")
def subtracts_the_other_way(x, target):
    return -relu_sigmoid_head_grad(x, target)


@mistake("You divide by the number of samples. The loss is a sum here, so every sample counts in full.")
def divides_by_the_batch_size(x, target):
    return relu_sigmoid_head_grad(x, target) / x.size


@mistake("p (1 - p) is one factor too many. It is cancelled by the denominator of the cross-entropy's slope.")
def keeps_the_slope_of_the_sigmoid(x, target):
    p = sigma(np.maximum(x, 0))
    return np.where(x > 0, (p - target) * p * (1 - p), 0)


@mistake("This is the gradient by p, not yet by x. Multiply it by the slope of the sigmoid, and simplify before you program it.")
def stops_at_the_probability(x, target):
    p = sigma(np.maximum(x, 0))
    return np.where(x > 0, (p - target) / (p * (1 - p)), 0)


@mistake("At a probability of exactly 1 you divide zero by zero. p (1 - p) cancels on paper: what remains is p minus the target.")
def divides_zero_by_zero(x, target):
    p = sigma(np.maximum(x, 0))
    return np.where(x > 0, ((1 - target) / (1 - p) - target / p) * p * (1 - p), 0)


@mistake("exp(1000) is infinite, and infinity over infinity is NaN. Take the exponential of minus the rectified score.")
def divides_infinity_by_infinity(x, target):
    return np.where(x > 0, np.exp(x) / (1 + np.exp(x)) - target, 0)


@mistake("You keep p away from 1 to be safe. Nothing is divided, so nothing needs protection: a saturated gradient is exact.")
def clips_the_probability(x, target):
    return np.where(x > 0, np.clip(sigma(x), 1e-7, 1 - 1e-7) - target, 0)


@mistake("You mask where the target is 0. The cross-entropy has two terms, and a wrong yes must be pushed down, too.")
def forgets_the_second_term(x, target):
    return np.where(x > 0, (sigma(x) - 1) * target, 0)


@mistake("You round the probability to a decision first. The gradient needs the probability itself.")
def decides_first(x, target):
    return np.where(x > 0, (sigma(x) > 0.5).astype(x.dtype) - target, 0)


@mistake("The arguments have changed places: x holds the scores, target what should have come out.")
def mixes_up_the_arguments(x, target):
    return relu_sigmoid_head_grad(target, x)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, target):
    return relu_sigmoid_head_grad(np.asarray(x, dtype=np.float64), target)


@mistake("You rectify x in place. Return a new array: the caller still needs the scores.")
def overwrites_x(x, target):
    result = relu_sigmoid_head_grad(x, target)
    x[x < 0] = 0
    return result


@right
def multiplied_by_a_mask(x, target):
    return (sigma(np.maximum(x, 0)) - target) * (x > 0)


@right
def number_by_number(x, target):
    result = np.zeros_like(x)
    for i, v in np.ndenumerate(x):
        if v > 0:
            result[i] = 1 / (1 + np.exp(-v)) - target[i]
    return result


@right
def two_cases_of_one_loss(x, target):
    q = np.exp(-np.maximum(x, 0)) / (1 + np.exp(-np.maximum(x, 0)))  # the probability of a no
    return np.where(x > 0, (1 - target) * (1 - q) - target * q, 0)
