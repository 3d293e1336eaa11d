"""Hidden tests of optimizers/sgdw_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.sgdw_step import sgdw_step

independent = (
    "(lambda p, v: (torch.optim._functional.sgd([p], [grad], [v], foreach=False, weight_decay=0.0, momentum=momentum, lr=lr, "
    "dampening=0.0, nesterov=False, maximize=False), (p, v))[1])(param * (1 - lr * weight_decay), momentum_buffer.clone())"
)


def sample(rng, size="small"):
    """Numbers that nothing hides, and a buffer that is under way."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return (*rng.normal(size=(3, *shape)), 0.25, 0.625, 0.75)


def test_hand_numbers(yours, rng):
    """The parameters shrink by lr times weight_decay, and the new buffer moves them."""
    got = yours(np.array([8.0, -4.0]), np.array([2.0, 6.0]), np.array([4.0, -8.0]), 0.5, 0.5, 0.25)
    agree(got, (np.array([5.0, -4.5]), np.array([4.0, 2.0])), exact=True)


def test_only_the_decay(yours, rng):
    """Without gradient and buffer, a parameter of either sign loses lr times weight_decay of itself: half a percent here."""
    param, zeros = np.array([10.0, -1.0]), np.zeros(2)
    agree(yours(param, zeros, zeros, 0.01, 0.9, 0.5), (np.array([9.95, -0.995]), zeros))


def test_the_buffer_knows_nothing_of_the_decay(yours, rng):
    """The buffer is the same with and without weight decay, over many steps."""
    param, buffer, plain = np.array([30.0, -5.0]), np.zeros(2), np.zeros(2)
    for _ in range(6):
        grad = rng.normal(size=2)
        param, buffer = yours(param, grad, buffer, 0.1, 0.8, 2.0)
        plain = 0.8 * plain + grad
        agree(buffer, plain)


def test_without_momentum(yours, rng):
    """Without momentum it is the same as an L2 penalty: the gradient and the decay, both multiplied by the learning rate."""
    param, grad = rng.normal(size=(2, 3))
    agree(yours(param, grad, rng.normal(size=3), 0.3, 0.0, 0.5)[0], param - 0.3 * (grad + 0.5 * param))
    agree(yours(param, grad, np.zeros(3), 0.3, 0.0, 0.0)[0], param - 0.3 * grad)


def test_defaults(yours, rng):
    """By default the momentum is 0.9 and the weight decay 0.01."""
    agree(yours(np.array([100.0]), np.array([3.0]), np.array([10.0]), 0.5), (np.array([93.5]), np.array([12.0])))


def test_negative_decay(yours, rng):
    """A negative weight decay raises a ValueError that names it."""
    with pytest.raises(ValueError, match="weight_decay"):
        yours(np.ones(2), np.ones(2), np.ones(2), 0.1, 0.9, -0.01)


@mistake(
    "The decay goes into the buffer, as an L2 penalty would, and echoes there. Shrink the parameters only: the buffer is made of "
    "gradients of the loss."
)
def puts_the_decay_into_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return sgdw_step(param, grad + weight_decay * param, momentum_buffer, lr, momentum, 0.0)


@mistake("The decay has lost the learning rate. A step shrinks the parameters by lr * weight_decay, not by weight_decay.")
def forgets_the_learning_rate_of_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - weight_decay) * param - lr * buffer, buffer


@mistake("There is a 2 in front of the decay. The factor is 1 - lr * weight_decay.")
def doubles_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, 2 * weight_decay)


@mistake("The parameters grow by the decay. They shrink: the factor is 1 - lr * weight_decay.")
def grows_the_parameters(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new + 2 * lr * weight_decay * param, buffer


@mistake("The parameters decay after they were moved, so the step decays as well. Take the decay from the old parameters.")
def decays_after_the_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (param - lr * buffer) * (1 - lr * weight_decay), buffer


@mistake("The old buffer moves the parameters. Bring it up to date first: the gradient of this step counts in this step.")
def moves_by_the_old_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - lr * weight_decay) * param - lr * momentum_buffer, buffer


@mistake("The gradient is dampened by 1 - momentum. It enters the buffer with its full weight.")
def dampens_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    return sgdw_step(param, (1 - momentum) * grad, momentum_buffer, lr, momentum, weight_decay)


@mistake("The buffer does not move the parameters: the gradient does. Subtract lr times the new buffer.")
def forgets_the_momentum(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)[1]
    return (1 - lr * weight_decay) * param - lr * grad, buffer


@mistake("The decay is missing. Multiply the old parameters by 1 - lr * weight_decay.")
def forgets_the_decay(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, 0.0)


@mistake("You climb: the buffer is added. Subtract it, since gradients point uphill.")
def climbs(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, buffer = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new + 2 * lr * buffer, buffer


@mistake("The buffer is updated in place. Make a new array: state goes in, and state comes out.")
def overwrites_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    new, momentum_buffer[...] = sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)
    return new, momentum_buffer


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    param, grad, momentum_buffer = param.astype(np.float64), grad.astype(np.float64), momentum_buffer.astype(np.float64)
    return sgdw_step(param, grad, momentum_buffer, lr, momentum, weight_decay)


@mistake(
    "A negative weight decay passes unnoticed, though it lets parameters explode. Raise a ValueError that names weight_decay."
)
def checks_nothing(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    buffer = momentum * momentum_buffer + grad
    return (1 - lr * weight_decay) * param - lr * buffer, buffer


@right
def moves_first(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError("weight_decay is negative")
    buffer = grad + momentum_buffer * momentum
    moved = param - lr * buffer
    return moved - lr * weight_decay * param, buffer


@right
def number_by_number(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if not weight_decay >= 0:
        raise ValueError("weight_decay < 0")
    new, buffer = np.empty_like(param), np.empty_like(param)
    for i in np.ndindex(param.shape):
        buffer[i] = momentum * momentum_buffer[i] + grad[i]
        new[i] = param[i] * (1 - lr * weight_decay) - lr * buffer[i]
    return new, buffer
