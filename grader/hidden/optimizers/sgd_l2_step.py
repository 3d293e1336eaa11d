"""Hidden tests of optimizers/sgd_l2_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.sgd_l2_step import sgd_l2_step

independent = (
    "(lambda p: (torch.optim._functional.sgd([p], [grad], [None], foreach=False, weight_decay=weight_decay, momentum=0.0, lr=lr, "
    "dampening=0.0, nesterov=False, maximize=False), p)[1])(param.clone())"
)


def sample(rng, size="small"):
    """A learning rate and a decay that nothing hides."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return (*rng.normal(size=(2, *shape)), 0.25, 0.75)


def test_hand_numbers(yours, rng):
    """The gradient and the decay both count, and both are multiplied by the learning rate."""
    agree(yours(np.array([8.0, -4.0]), np.array([2.0, 6.0]), 0.5, 0.25), np.array([6.0, -6.5]), exact=True)


def test_without_a_gradient(yours, rng):
    """Without a gradient, a parameter of either sign loses lr times weight_decay of itself: half a percent here."""
    agree(yours(np.array([10.0, -1.0]), np.zeros(2), 0.01, 0.5), np.array([9.95, -0.995]))


def test_without_a_decay(yours, rng):
    """With a weight decay of 0 it is plain gradient descent."""
    agree(yours(np.array([3.0, -4.0]), np.array([2.0, 1.0]), 0.25, 0.0), np.array([2.5, -4.25]), exact=True)


def test_learning_rate_of_zero(yours, rng):
    """With a learning rate of 0 nothing moves, whatever the decay."""
    agree(yours(np.array([3.0, -4.0]), np.array([2.0, 1.0]), 0.0, 0.9), np.array([3.0, -4.0]), exact=True)


def test_a_minimum_stays(yours, rng):
    """Where the gradient and the decay balance, the parameters stay: that is the minimum of the loss with its penalty."""
    param = np.array([2.0, -6.0])
    agree(yours(param, -0.5 * param, 0.3, 0.5), param)


def test_negative_decay(yours, rng):
    """A negative weight decay raises a ValueError that names it."""
    with pytest.raises(ValueError, match="weight_decay"):
        yours(np.ones(2), np.ones(2), 0.1, -0.01)


@mistake(
    "The decay has lost the learning rate. The penalty is a part of the loss, so its gradient is multiplied by lr, too: "
    "param - lr * (grad + weight_decay * param)."
)
def forgets_the_learning_rate_of_the_decay(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (1 - weight_decay) * param - lr * grad


@mistake(
    "This is the formula that is printed in many places, (1 - 2 c) w - g: it has lost the learning rate altogether. Multiply the "
    "whole gradient by lr, and let half the square of the length take care of the 2."
)
def copies_the_popular_formula(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (1 - 2 * weight_decay) * param - grad


@mistake("There is a 2 in front of the decay. The penalty is half the squared length, so that its gradient has no factor.")
def doubles_the_decay(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, lr, 2 * weight_decay)


@mistake("The decay has half its size. Half the squared length times weight_decay has the gradient weight_decay * param.")
def halves_the_decay(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, lr, weight_decay / 2)


@mistake("The parameters grow: the decay is subtracted from the gradient. The gradient of the penalty is added to it.")
def grows_the_parameters(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * (grad - weight_decay * param)


@mistake("You climb: the step is added. Subtract it, since the gradient points uphill.")
def climbs(param, grad, lr, weight_decay):
    return sgd_l2_step(param, grad, -lr, weight_decay)


@mistake("The decay is missing. Add weight_decay times the parameters to the gradient.")
def forgets_the_decay(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * grad


@mistake("The decay takes only the sign of the parameter, as an L1 penalty does. The L2 penalty takes the parameter itself.")
def decays_by_the_sign(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return param - lr * (grad + weight_decay * np.sign(param))


@mistake("The parameters decay after the step, so the step decays as well. The gradient of the penalty is taken before it.")
def decays_after_the_step(param, grad, lr, weight_decay):
    sgd_l2_step(param, grad, lr, weight_decay)
    return (param - lr * grad) * (1 - lr * weight_decay)


@mistake("The parameters are changed in place. Return a new array: whoever called you may still need the old one.")
def overwrites_the_parameters(param, grad, lr, weight_decay):
    param[...] = sgd_l2_step(param, grad, lr, weight_decay)
    return param


@mistake("The decay is added to the gradient in place. Make a new array: the gradient belongs to whoever called you.")
def overwrites_the_gradient(param, grad, lr, weight_decay):
    new = sgd_l2_step(param, grad, lr, weight_decay)
    grad += weight_decay * param
    return new


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, lr, weight_decay):
    return sgd_l2_step(param.astype(np.float64), grad.astype(np.float64), lr, weight_decay)


@mistake(
    "A negative weight decay passes unnoticed, though it lets parameters explode. Raise a ValueError that names weight_decay."
)
def checks_nothing(param, grad, lr, weight_decay):
    return param - lr * (grad + weight_decay * param)


@right
def shrinks_first(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError("weight_decay is negative")
    return (1 - lr * weight_decay) * param - lr * grad


@right
def number_by_number(param, grad, lr, weight_decay):
    if not weight_decay >= 0:
        raise ValueError("weight_decay < 0")
    new = np.empty_like(param)
    for i in np.ndindex(param.shape):
        new[i] = param[i] - lr * grad[i] - lr * weight_decay * param[i]
    return new
