"""Hidden tests of optimizers/momentum_step."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.optimizers.momentum_step import momentum_step

independent = (
    "(lambda p, v: (torch.optim._functional.sgd([p], [grad], [v], weight_decay=0.0, momentum=momentum, lr=lr, dampening=0.0, "
    "nesterov=nesterov, maximize=False), (p, v))[1])(param.clone(), momentum_buffer.clone())"
)


def sample(rng, size="small"):
    """A buffer that is under way, and a Nesterov step in one half of the draws of other sizes."""
    shape = (1, 1) if size == "ones" else (3, 4)
    nesterov = size == "random" and bool(rng.random() < 0.5)
    return (*rng.normal(size=(3, *shape)), 0.25, 0.75, nesterov)


def test_nesterov(yours, rng):
    """Nesterov's step moves by the gradient plus the shrunk new buffer, and returns the same buffer as the usual one."""
    param, grad, buffer, lr, momentum, _ = sample(rng)
    agree(yours(param, grad, buffer, lr, momentum, nesterov=True), momentum_step(param, grad, buffer, lr, momentum, True))
    agree(yours(np.array([4.0]), np.array([1.0]), np.array([0.0]), 1.0, 0.5, True), (np.array([2.5]), np.array([1.0])))


def test_first_step_is_plain(yours, rng):
    """From a buffer of zeros the first step is plain gradient descent, and the buffer becomes the gradient."""
    param, grad = np.array([1.0, 2.0, -3.0]), np.array([4.0, -8.0, 2.0])
    agree(yours(param, grad, np.zeros(3), 0.5, 0.75), (np.array([-1.0, 6.0, -4.0]), grad), exact=True)


def test_rolls_on_without_a_gradient(yours, rng):
    """Where the gradient is zero the ball rolls on, a little slower every time."""
    want = np.array([4.0]), np.array([2.0])
    agree(yours(np.array([5.0]), np.array([0.0]), np.array([4.0]), 0.5, 0.5), want, exact=True)


def test_old_gradients_fade(yours, rng):
    """Gradients 8, 0, 0 leave buffers of 8, 4, 2 with a momentum of one half: the past is not all remembered alike."""
    param, buffer = np.zeros(1), np.zeros(1)
    for grad, want in (8.0, 8.0), (0.0, 4.0), (0.0, 2.0):
        param, buffer = yours(param, np.array([grad]), buffer, 0.5, 0.5)
        agree(buffer, np.array([want]), exact=True)


def test_terminal_velocity(yours, rng):
    """Under a constant gradient the steps grow to lr / (1 - momentum) times the gradient, tenfold with the default."""
    param, grad = np.zeros(2), np.array([2.0, -3.0])
    agree(yours(param, grad, 10 * grad, 0.1), (-grad, 10 * grad))


def test_change_of_the_learning_rate(yours, rng):
    """Over five steps a change of the learning rate acts at once: it is no part of the buffer."""
    param, buffer = np.array([1.0, -2.0]), np.zeros(2)
    want = param, buffer
    for lr in 0.1, 0.1, 0.01, 0.01, 0.5:
        grad = rng.normal(size=2)
        param, buffer = yours(param, grad, buffer, lr, 0.75)
        want = momentum_step(want[0], grad, want[1], lr, 0.75)
        agree((param, buffer), want)


def test_no_momentum(yours, rng):
    """A momentum of 0 is allowed and gives plain gradient descent, with Nesterov or without."""
    for nesterov in False, True:
        got = yours(np.array([1.0]), np.array([4.0]), np.array([9.0]), 0.5, 0.0, nesterov)
        agree(got, (np.array([-1.0]), np.array([4.0])), exact=True)


@pytest.mark.parametrize("momentum", [-0.25, 1.0, 1.5])
def test_bad_momentum(yours, rng, momentum):
    """A momentum below 0, or of 1 and more, raises a ValueError that names it."""
    with pytest.raises(ValueError, match="momentum"):
        yours(np.array([1.0]), np.array([4.0]), np.array([9.0]), 0.5, momentum)


@mistake("The learning rate is inside your buffer. Keep the buffer free of it and multiply where the parameters move.")
def puts_lr_into_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, _ = momentum_step(param, lr * grad, momentum_buffer, 1.0, momentum, nesterov)
    return param, momentum * momentum_buffer + lr * grad


@mistake("You weigh the gradient by 1 - momentum, which makes an average. Here the gradient enters with its full weight.")
def dampens_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, (1 - momentum) * grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


@mistake("The old buffer moves the parameters. Update the buffer first, and move by the new one.")
def moves_by_the_old_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * momentum_buffer if nesterov else momentum_buffer), buffer


@mistake("You move by the gradient alone, so the buffer has no effect. The new buffer is the direction of the step.")
def moves_by_the_gradient(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param - lr * grad, buffer


@mistake("You climb: the step is added. Subtract it, since the gradient points uphill.")
def climbs(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, -lr, momentum, nesterov)


@mistake("Your buffer points downhill: the gradient is subtracted in it. Here it is added, and the step subtracts the buffer.")
def keeps_the_velocity(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, -grad, momentum_buffer, lr, momentum)
    return param + lr * (momentum * buffer - grad if nesterov else buffer), buffer


@mistake("Your buffer never forgets: all gradients count alike in it. Multiply the old buffer by momentum before you add.")
def never_forgets(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    momentum_step(param, grad, momentum_buffer, lr, momentum)
    buffer = momentum_buffer + grad
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


@mistake("The factor momentum stands at the gradient too: it belongs to the old buffer alone, and the gradient counts in full.")
def shrinks_the_sum(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, momentum * grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


@mistake("nesterov has no effect. Where it is asked for, move by the gradient plus momentum times the new buffer.")
def ignores_nesterov(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum)


@mistake("You always take Nesterov's step. Without nesterov the direction is the new buffer and nothing else.")
def always_looks_ahead(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum, True)


@mistake("In Nesterov's step you add the gradient to the whole buffer. Shrink the new buffer by momentum first.")
def forgets_momentum_in_nesterov(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    _, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum)
    return param - lr * (grad + buffer if nesterov else buffer), buffer


@mistake("With nesterov you return the direction as the buffer. The buffer is the same as without: return that.")
def returns_the_direction(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, grad + momentum * buffer if nesterov else buffer


@mistake("The results have changed places. Return the parameters first and the buffer after them.")
def swaps_the_results(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)[::-1]


@mistake("You update the buffer in place. Make a new array: state goes in, and state comes out.")
def overwrites_the_buffer(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param, momentum_buffer[...] = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, momentum_buffer


@mistake("You move the parameters in place, as optimizers in libraries do. Here new ones are returned, and the old ones stay.")
def overwrites_param(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    param[...], momentum_buffer = momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)
    return param, momentum_buffer


@mistake("A float32 parameter comes back as float64. Do not convert the arrays; Python numbers leave their dtype alone.")
def returns_float64(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    return momentum_step(param.astype(np.float64), grad, momentum_buffer.astype(np.float64), lr, momentum, nesterov)


@mistake("A momentum that makes no sense passes unnoticed. Raise a ValueError unless it is at least 0 and below 1.")
def checks_nothing(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    buffer = momentum * momentum_buffer + grad
    return param - lr * (grad + momentum * buffer if nesterov else buffer), buffer


@mistake("You refuse a momentum of 0. It is allowed: it means plain gradient descent.")
def refuses_zero(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if momentum <= 0:
        raise ValueError(f"momentum must be positive, got {momentum}")
    return momentum_step(param, grad, momentum_buffer, lr, momentum, nesterov)


@right
def number_by_number(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    momentum_step(param, grad, momentum_buffer, lr, momentum)
    new, buffer = np.zeros_like(param), np.zeros_like(param)
    for i in np.ndindex(param.shape):
        buffer[i] = momentum_buffer[i] * momentum + grad[i]
        new[i] = param[i] - lr * grad[i] - lr * momentum * (buffer[i] if nesterov else momentum_buffer[i])
    return new, buffer


@right
def in_place_on_copies(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    momentum_step(param, grad, momentum_buffer, lr, momentum)
    param, momentum_buffer = param.copy(), momentum_buffer.copy()
    momentum_buffer *= momentum
    momentum_buffer += grad
    param -= lr * (grad + momentum * momentum_buffer) if nesterov else lr * momentum_buffer
    return param, momentum_buffer
