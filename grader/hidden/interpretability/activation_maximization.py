"""Hidden tests of interpretability/activation_maximization."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.interpretability.activation_maximization import activation_maximization


def sample(rng, size="small"):
    """A unit whose gradient is another one at every place."""
    shape = (1, 1, 1) if size == "ones" else (2, 3, 4)
    c = rng.uniform(0.5, 2.0, shape)

    def grad_f(x):
        return c.astype(x.dtype) * np.cos(x)

    return grad_f, rng.normal(size=shape), 0.3, 4, 0.2


def linear(w):
    return lambda x: w.astype(x.dtype) + 0 * x


def test_two_steps(yours, rng):
    """Two steps by hand: 1 + 0.5 (4 - 2 * 0.25 * 1) = 2.75, and 2.75 + 0.5 (11 - 2 * 0.25 * 2.75) = 7.5625."""
    agree(yours(lambda x: 4.0 * x, np.array([1.0, -2.0]), 0.5, 2, 0.25), np.array([7.5625, -15.125]), exact=True)


def test_linear_unit(yours, rng):
    """A linear unit has its summit at w / (2 l2), and with the right step every step halves the way that is left."""
    w, x0 = rng.integers(-9, 10, (2, 3)).astype(float), rng.integers(-9, 10, (2, 3)).astype(float)
    for n_steps in (3, 1, 8):
        agree(yours(linear(w), x0, 1.0, n_steps, 0.25), 2 * w + (x0 - 2 * w) * 0.5**n_steps, exact=True)
    agree(yours(linear(w), x0, 1.0, 60, 0.25), 2 * w)


def test_no_prior(yours, rng):
    """Without a prior, which is what you get if you say nothing, a linear unit is climbed without end."""
    w, x0 = np.array([3.0, -1.0, 0.5]), np.array([0.0, 8.0, -2.0])
    agree(yours(linear(w), x0, 0.5, 2, 0.5), x0 / 4 + 0.75 * w, exact=True)
    for n_steps in (2, 40):
        agree(yours(linear(w), x0, 0.5, n_steps), x0 + n_steps * w / 2, exact=True)


def test_summit_of_a_parabola(yours, rng):
    """For a unit that likes the image t best, the prior pulls the summit from t towards zero."""
    a, t = np.array([1.0, 2.0, 4.0]), np.array([5.0, -3.0, 2.0])
    agree(yours(lambda x: -a * (x - t), np.array([9.0, 9.0, -9.0]), 0.25, 90, 0.5), a * t / (a + 1))


def test_higher_and_higher(yours, rng):
    """With small steps the objective rises with every step."""
    grad_f, x0, *_ = sample(rng)
    c = grad_f(0 * x0)

    def objective(x):
        return np.sum(c * np.sin(x)) - 0.2 * np.sum(x**2)

    heights = np.array([objective(yours(grad_f, x0, 0.1, n_steps, 0.2)) for n_steps in range(5)])
    agree(np.diff(heights) > 0, np.array([True, True, True, True]))
    agree(heights[4], objective(activation_maximization(grad_f, x0, 0.1, 4, 0.2)))


def test_no_step(yours, rng):
    """Without a step the result is a copy of the start."""
    x0 = rng.normal(size=(2, 3))
    agree(yours(lambda x: x * x, x0, 0.5, 0, 0.1), x0)


@pytest.mark.parametrize("shape", [(3,), (2, 1, 4, 3)], ids=["one_axis", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, and grad_f is given arrays of this shape."""
    x0 = rng.normal(size=shape)

    def grad_f(x):
        return np.cumsum(x, axis=0)

    agree(yours(grad_f, x0, 0.1, 3, 0.5), activation_maximization(grad_f, x0, 0.1, 3, 0.5))


def climb(x0, n_steps, step):
    x = x0.copy()
    for _ in range(n_steps):
        x = step(x)
    return x


@mistake("You walk downhill, against the gradient of the objective. Add the step: the unit is to be excited, not silenced.")
def descends(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x - lr * (grad_f(x) - 2 * l2 * x))


@mistake("You walk against the gradient of f, but towards zero. Both terms belong to one objective: add lr * grad_f(x).")
def descends_but_shrinks(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x - lr * (grad_f(x) + 2 * l2 * x))


@mistake("The prior pushes away from zero. It is subtracted in the objective, and so is its gradient 2 * l2 * x.")
def pushes_away_from_zero(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) + 2 * l2 * x))


@mistake("The prior has no effect. Subtract its gradient, 2 * l2 * x, in every step: nothing else keeps a linear unit in check.")
def forgets_the_prior(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * grad_f(x))


@mistake("The prior's gradient lacks its factor of 2. The objective has l2 * ||x||**2 without one half: differentiate it.")
def forgets_the_two(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - l2 * x))


@mistake("The prior is that of the L1 norm: you pull by the sign. The gradient of the squared length is 2 * l2 * x.")
def pulls_by_the_sign(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - 2 * l2 * np.sign(x)))


@mistake("You shrink the image after the step, by way of the new x. Both terms of a step belong to the place before it.")
def shrinks_after_the_step(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: (x + lr * grad_f(x)) * (1 - 2 * lr * l2))


@mistake("The shrinking is not multiplied by lr. The learning rate multiplies the whole gradient of the objective.")
def shrinks_without_lr(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * grad_f(x) - 2 * l2 * x)


@mistake("The prior pulls back to x0. It prefers images near zero: its gradient is 2 * l2 * x.")
def pulls_to_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    return climb(x0, n_steps, lambda x: x + lr * (grad_f(x) - 2 * l2 * (x - x0)))


@mistake("The gradient is asked for once, at x0. Ask again in every step, at the place where you are.")
def never_looks_again(grad_f, x0, lr, n_steps, l2=0.0):
    gradient = grad_f(x0.copy())
    return climb(x0, n_steps, lambda x: x + lr * (gradient - 2 * l2 * x))


@mistake("The gradient is normalized to length 1. Take it as it is: it gets smaller near the summit, and so do the steps.")
def normalizes_the_gradient(grad_f, x0, lr, n_steps, l2=0.0):
    def step(x):
        gradient = grad_f(x)
        return x + lr * (gradient / np.maximum(np.linalg.norm(gradient), 1e-12) - 2 * l2 * x)

    return climb(x0, n_steps, step)


@mistake("There is one step too many. Take n_steps of them, and none for 0.")
def climbs_one_step_more(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps + 1, l2)


@mistake("The result is clipped to the range of a picture. Return the input as it is; what is shown is another question.")
def clips_to_a_picture(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2).clip(0, 1)


@mistake("float32 inputs come back as float64. Begin with a copy of x0 and do not convert it.")
def returns_float64(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2).astype(np.float64)


@mistake("You climb with x0 itself. Make a copy first, and leave the start to the caller.")
def overwrites_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    for _ in range(n_steps):
        x0 += lr * (grad_f(x0) - 2 * l2 * x0)
    return x0.copy()


@mistake("Without a step you hand back x0 itself. The result is always a new array: copy it.")
def hands_back_the_start(grad_f, x0, lr, n_steps, l2=0.0):
    return activation_maximization(grad_f, x0, lr, n_steps, l2) if n_steps else x0


@right
def shrinks_and_steps(grad_f, x0, lr, n_steps, l2=0.0):
    keep = 1 - 2 * lr * l2
    x = np.array(x0)
    for _ in range(n_steps):
        x = keep * x + lr * grad_f(x)
    return x


@right
def in_place_on_a_copy(grad_f, x0, lr, n_steps, l2=0.0):
    x = np.copy(x0)
    while n_steps > 0:
        step = grad_f(x)
        step -= l2 * x
        step -= l2 * x
        x += step * lr
        n_steps -= 1
    return x


@right
def by_calling_itself(grad_f, x0, lr, n_steps, l2=0.0):
    if n_steps == 0:
        return x0.copy()
    return by_calling_itself(grad_f, x0 + lr * grad_f(x0) - lr * 2 * l2 * x0, lr, n_steps - 1, l2)
