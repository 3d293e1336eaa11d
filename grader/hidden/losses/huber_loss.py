"""Hidden tests of losses/huber_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.losses.huber_loss import huber_loss

independent = "(F.huber_loss(input, target, delta=delta), torch.func.grad(lambda x: F.huber_loss(x, target, delta=delta))(input))"


def sample(rng, size="small"):
    """Errors on both branches and of either sign, with a delta that is not 1."""
    if size == "ones":
        return np.array([[rng.normal()]]), np.array([[3.0]]), 1.75
    error = np.array([[-4.0, 0.5, 3.0, 1.0], [6.0, -1.0, -0.25, -5.0], [0.75, 2.5, -3.0, 1.25]])
    target = rng.normal(size=(3, 4))
    return target + error + rng.uniform(-0.2, 0.2, size=(3, 4)), target, 1.75


def test_small_errors(yours):
    """Errors of up to delta, in either direction, cost half of their square."""
    agree(yours(np.array([1.0, -2.0]), np.array([0.0, 0.0]), 2.0), (1.25, np.array([0.5, -1.0])))


@pytest.mark.parametrize("sign", [1.0, -1.0], ids=["too_high", "too_low"])
def test_large_errors(yours, sign):
    """An error of 10 costs 18 with a delta of 2, in either direction, and pulls like an error of 2."""
    agree(yours(np.array([sign * 10.0]), np.array([0.0]), 2.0), (18.0, np.array([sign * 2.0])))


def test_branches_meet(yours):
    """At an error of delta the branches meet: a step of 1e-6 over it moves the loss by delta times 1e-6."""
    for delta in (0.5, 3.0):
        below, at, above = (yours(np.array([delta + step]), np.array([0.0]), delta)[0] for step in (-1e-6, 0.0, 1e-6))
        agree(at, delta**2 / 2)
        agree((above - below) / 2e-6, delta, scale=1e6)


def test_outlier(yours):
    """An outlier of 1000 pulls no harder than one of 10."""
    for outlier in (10.0, 1000.0):
        loss, grad = yours(np.array([0.25, outlier]), np.array([0.5, 0.0]))
        agree(loss, (0.03125 + outlier - 0.5) / 2)
        agree(grad, np.array([-0.125, 0.5]))


def test_absurd_outlier(yours):
    """An error of 1e200, whose square no float holds, costs 1e200 times delta."""
    agree(yours(np.array([1e200, -1e200]), np.array([0.0, 0.0]), 0.5), (5e199, np.array([0.25, -0.25])))


def test_large_delta(yours, rng):
    """With a huge delta it is half of the mean squared error."""
    x, t, _ = sample(rng)
    agree(yours(x, t, 1e9), (np.mean((x - t) ** 2) / 2, (x - t) / 12))


def test_delta_by_default(yours):
    """Without a third argument delta is 1."""
    agree(yours(np.array([3.0, 0.5]), np.array([0.0, 0.0])), (1.3125, np.array([0.5, 0.25])))


def test_mean_over_all_axes(yours, rng):
    """The mean is over all entries: the same numbers in another shape have the same loss and the same gradient."""
    x, t, delta = sample(rng)
    loss, grad = huber_loss(x, t, delta)
    for shape in ((4, 3), (2, 3, 2), (12, 1)):
        agree(yours(x.reshape(shape), t.reshape(shape), delta), (loss, grad.reshape(shape)))


@pytest.mark.parametrize("shape", [(), (1,), (2, 1, 3)], ids=["no_axis", "one_entry", "three_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, t = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    agree(yours(x, t, 0.7), huber_loss(x, t, 0.7))


@pytest.mark.parametrize("shape", [(3, 1), (1,), (2, 3)], ids=str)
def test_other_shape(yours, rng, shape):
    """A target of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match="target"):
        yours(rng.normal(size=3), rng.normal(size=shape))


@pytest.mark.parametrize("delta", [0.0, -1.0])
def test_bad_delta(yours, rng, delta):
    """A delta of 0 or less raises a ValueError that names it."""
    x, t, _ = sample(rng)
    with pytest.raises(ValueError, match="delta"):
        yours(x, t, delta)


def branches(input, target, delta, small, large):
    """A mean loss of two branches with the gradient of the right one."""
    _, grad = huber_loss(input, target, delta)
    error = input - target
    return np.mean(np.where(np.abs(error) <= delta, small(error), large(np.abs(error)))).astype(input.dtype), grad


@mistake("The one half of the parabola is missing. Half of the squared error it is, or the branches do not meet.")
def forgets_the_half(input, target, delta=1.0):
    return branches(input, target, delta, lambda e: e * e, lambda a: delta * (a - 0.5 * delta))


@mistake("This is smooth_l1_loss, which is divided by delta. The Huber loss is not: its slope in the middle is the error.")
def divides_by_delta(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss / delta, grad / delta


@mistake("The straight lines start at the wrong height: minus half of delta is missing, and the loss jumps at delta.")
def forgets_the_offset(input, target, delta=1.0):
    return branches(input, target, delta, lambda e: e * e / 2, lambda a: delta * a)


@mistake("The straight lines have slope 1. Their slope is delta, so that they leave the parabola without a corner.")
def has_slope_one(input, target, delta=1.0):
    loss, _ = branches(input, target, delta, lambda e: e * e / 2, lambda a: a - 0.5 * delta)
    error = input - target
    return loss, np.where(np.abs(error) <= delta, error, np.sign(error)) / error.size


@mistake("You compare the error with delta, and not its absolute value. An error of -1000 is large, too.")
def calls_negative_errors_small(input, target, delta=1.0):
    huber_loss(input, target, delta)
    error = input - target
    clipped = np.minimum(error, delta)
    return np.mean(clipped * (error - clipped / 2)), clipped / error.size


@mistake("The gradient is the plain error, also of outliers. It is never larger than delta in absolute value, before the mean.")
def clips_no_gradient(input, target, delta=1.0):
    loss, _ = huber_loss(input, target, delta)
    return loss, (input - target) / input.size


@mistake("You clip the error first and square it then, so that every outlier costs the same. Beyond delta the loss still grows.")
def squares_the_clipped_error(input, target, delta=1.0):
    _, grad = huber_loss(input, target, delta)
    return np.mean(np.clip(input - target, -delta, delta) ** 2) / 2, grad


@mistake("This is the pseudo-Huber loss, a smooth relative. Here the loss is exactly a parabola, and exactly straight beyond.")
def is_the_smooth_relative(input, target, delta=1.0):
    huber_loss(input, target, delta)
    error = input - target
    root = np.hypot(1, error / delta)
    return np.mean(delta**2 * (root - 1)), error / root / error.size


@mistake("delta has no effect: the branches change at an error of 1. Let them change at delta.")
def ignores_delta(input, target, delta=1.0):
    huber_loss(input, target, delta)
    return huber_loss(input, target)


@mistake("A formula with a square in every term overflows for large errors. On the straight part nothing needs to be squared.")
def squares_large_errors(input, target, delta=1.0):
    _, grad = huber_loss(input, target, delta)
    size = np.abs(input - target)
    with np.errstate(over="ignore", invalid="ignore"):
        return np.mean(size * size - np.maximum(size - delta, 0) ** 2) / 2, grad


@mistake(
    "The gradient has the wrong sign: raising a prediction that is too high raises the loss. The error is input minus target."
)
def turns_the_gradient(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss, -grad


@mistake("You add up the entries without dividing by their number. The loss and the gradient are those of a mean.")
def sums(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss * input.size, grad * input.size


@mistake("The loss is a mean, and the gradient still that of the sum. Divide the gradient by the number of entries, too.")
def forgets_the_mean_in_the_gradient(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    return loss, grad * input.size


@mistake("You divide by the length of the first axis. The mean is over all entries of the array.")
def averages_over_the_first_axis_only(input, target, delta=1.0):
    loss, grad = huber_loss(input, target, delta)
    factor = input.size / (len(input) if input.ndim else 1)
    return loss * factor, grad * factor


@mistake("Arrays of different shapes are broadcast against each other. Compare the shapes, and raise a ValueError for target.")
def broadcasts(input, target, delta=1.0):
    return huber_loss(*np.broadcast_arrays(input, target), delta)


@mistake("A delta of 0 or less is accepted, and the loss is 0 or worse. Raise a ValueError that names delta.")
def accepts_any_delta(input, target, delta=1.0):
    if delta > 0:
        return huber_loss(input, target, delta)
    error = input - target
    return np.mean(delta * (np.abs(error) - 0.5 * delta)), delta * np.sign(error) / error.size


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(input, target, delta=1.0):
    return huber_loss(input.astype(np.float64), target, delta)


@mistake("You subtract the target from the input in place. Make a new array: the caller still needs the predictions.")
def overwrites_input(input, target, delta=1.0):
    result = huber_loss(input, target, delta)
    input -= target
    return result


@right
def by_two_branches(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    if not delta > 0:
        raise ValueError("delta")
    error = input - target
    size = np.abs(error)
    with np.errstate(over="ignore"):
        loss = np.where(size < delta, 0.5 * error**2, delta * (size - 0.5 * delta))
    return np.mean(loss), np.where(size < delta, error, delta * np.sign(error)) / error.size


@right
def number_by_number(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    if delta <= 0:
        raise ValueError("delta")
    total, grad = 0.0, np.zeros_like(input)
    for index in np.ndindex(input.shape):
        e = input[index] - target[index]
        total += e * e / 2 if abs(e) <= delta else delta * (abs(e) - delta / 2)
        grad[index] = max(-delta, min(delta, e)) / input.size
    return total / input.size, grad


@right
def small_part_and_rest(input, target, delta=1.0):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    if delta <= 0:
        raise ValueError("delta")
    size = np.abs(input - target)
    small = np.minimum(size, delta)
    return (small**2 / 2 + delta * (size - small)).sum() / size.size, np.copysign(small, input - target) / size.size
