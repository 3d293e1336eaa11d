"""Hidden tests of losses/mse_loss."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.losses.mse_loss import mse_loss

independent = "(F.mse_loss(input, target), torch.func.grad(F.mse_loss)(input, target))"


def sample(rng, size="small"):
    """Predictions and targets that have little to do with each other."""
    shape = (1, 1) if size == "ones" else (3, 4)
    return rng.normal(scale=2.0, size=shape), rng.normal(loc=1.0, size=shape)


def test_a_prediction_of_ten(yours):
    """A prediction of 10 where 1 is right costs 81, as one of -8 does, and a million costs more, not less."""
    one = np.array([1.0])
    agree(yours(np.array([10.0]), one), (81.0, np.array([18.0])))
    agree(yours(np.array([-8.0]), one), (81.0, np.array([-18.0])))
    agree(yours(np.array([1e6]), one), (999_999.0**2, np.array([1_999_998.0])))


def test_zero_where_right(yours):
    """The loss and its gradient are zero where every prediction is right, and nowhere else."""
    target = np.array([0.5, -2.0, 3.0])
    agree(yours(target.copy(), target), (0.0, np.zeros(3)))
    agree(yours(target + np.array([0.0, 1e-9, 0.0]), target)[0] > 0, True)
    agree(yours(target - np.array([0.0, 3.0, 0.0]), target), (3.0, np.array([0.0, -2.0, 0.0])))


def test_errors_do_not_cancel(yours):
    """One prediction too high and one as much too low do not add up to nothing."""
    agree(yours(np.array([4.0, -2.0]), np.array([1.0, 1.0])), (9.0, np.array([3.0, -3.0])))


def test_mean_over_all_axes(yours, rng):
    """The mean is over all entries: the same numbers in another shape have the same loss and the same gradient."""
    x, t = rng.normal(size=24), rng.normal(size=24)
    for shape in ((4, 6), (6, 4), (2, 3, 4), (24, 1)):
        agree(yours(x.reshape(shape), t.reshape(shape)), (np.mean((x - t) ** 2), (x - t).reshape(shape) / 12))


def test_same_batch_twice(yours, rng):
    """A batch that holds everything twice has the same loss, and each entry half of the gradient."""
    x, t = sample(rng)
    _, grad = mse_loss(x, t)
    twice = yours(np.concatenate([x, x]), np.concatenate([t, t]))
    agree(twice, (np.mean((x - t) ** 2), np.concatenate([grad, grad]) / 2))


def test_is_the_derivative(yours, rng):
    """The gradient is the slope of the mean of squares."""
    x, t = sample(rng)
    grad = yours(x, t)[1]
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += 0.5  # of a parabola the central difference is the slope, however large the step
        down[index] -= 0.5
        agree(grad[index], np.mean((up - t) ** 2) - np.mean((down - t) ** 2), scale=10.0)


def test_far_from_zero(yours):
    """Predictions near 1e8 that are off by 1 and 2 have a loss of 2.5."""
    target = np.array([1e8, -1e8])
    agree(yours(target + np.array([1.0, -2.0]), target), (2.5, np.array([1.0, -2.0])), exact=True)


@pytest.mark.parametrize("shape", [(), (1,), (2, 1, 3, 2)], ids=["no_axis", "one_entry", "four_axes"])
def test_any_shape(yours, rng, shape):
    """Any shape works, down to a single number."""
    x, t = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    agree(yours(x, t), mse_loss(x, t))


@pytest.mark.parametrize("shape", [(3, 1), (1, 3), (1,), (2, 3)], ids=str)
def test_other_shape(yours, rng, shape):
    """A target of another shape raises a ValueError that names it, also where it could be broadcast."""
    with pytest.raises(ValueError, match="target"):
        yours(rng.normal(size=3), rng.normal(size=shape))


@mistake(
    "The square is missing. Without it a prediction above the target makes the cost negative, and the worse it is, the lower "
    "the cost. Square each difference before you take the mean."
)
def forgets_the_square(input, target):
    mse_loss(input, target)
    return np.mean(target - input) / 2, np.full_like(input, -0.5 / input.size)


@mistake("You average the plain differences, so errors of opposite sign cancel. Square each difference first.")
def averages_the_errors(input, target):
    mse_loss(input, target)
    return np.mean(input - target), np.full_like(input, 1 / input.size)


@mistake("You square the mean of the differences. Errors cancel before the square can help: square first, then average.")
def squares_the_mean(input, target):
    mse_loss(input, target)
    mean = np.mean(input - target)
    return mean * mean, np.full_like(input, 2 * mean / input.size)


@mistake("This is the mean absolute error. The loss asked for squares the differences, and its gradient grows with them.")
def takes_absolute_values(input, target):
    mse_loss(input, target)
    return np.mean(np.abs(input - target)), np.sign(input - target) / input.size


@mistake("You put one half in front, as textbooks do. The convention here is PyTorch's: no one half, and a 2 in the gradient.")
def puts_a_half_in_front(input, target):
    loss, grad = mse_loss(input, target)
    return loss / 2, grad / 2


@mistake("The 2 is missing from the gradient. Only with one half in front of the loss it would be gone.")
def loses_the_two(input, target):
    loss, grad = mse_loss(input, target)
    return loss, grad / 2


@mistake("The gradient has the wrong sign: raising a prediction that is too high raises the loss. It is input minus target.")
def turns_the_gradient(input, target):
    loss, grad = mse_loss(input, target)
    return loss, -grad


@mistake("You add up the squares without dividing by their number. The loss and the gradient are those of a mean.")
def sums(input, target):
    loss, grad = mse_loss(input, target)
    return loss * input.size, grad * input.size


@mistake("The loss is a mean, and the gradient still that of the sum. Divide the gradient by the number of entries, too.")
def forgets_the_mean_in_the_gradient(input, target):
    loss, grad = mse_loss(input, target)
    return loss, grad * input.size


@mistake("You divide by the length of the first axis. The mean is over all entries of the array, over N times D here.")
def averages_over_the_first_axis_only(input, target):
    loss, grad = mse_loss(input, target)
    factor = input.size / (len(input) if input.ndim else 1)
    return loss * factor, grad * factor


@mistake("You take the root of the mean, which is the RMSE. The loss is the mean of the squares itself.")
def takes_the_root(input, target):
    loss, grad = mse_loss(input, target)
    return np.sqrt(loss), grad


@mistake("You multiply the square out, and small errors drown in the rounding of large numbers. Subtract first, then square.")
def multiplies_out(input, target):
    _, grad = mse_loss(input, target)
    return np.mean(input * input - 2 * input * target + target * target), grad


@mistake(
    "Arrays of different shapes are broadcast against each other, and the loss compares every prediction with every target. "
    "Compare the shapes first, and raise a ValueError that names target."
)
def broadcasts(input, target):
    error = input - target
    return np.mean(error * error), 2 * error / error.size


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(input, target):
    return mse_loss(input.astype(np.float64), target)


@mistake("You subtract the target from the input in place. Make a new array: the caller still needs the predictions.")
def overwrites_input(input, target):
    result = mse_loss(input, target)
    input -= target
    return result


@right
def number_by_number(input, target):
    if input.shape != target.shape:
        raise ValueError("target does not fit input")
    total, grad = 0.0, np.empty_like(input)
    for index in np.ndindex(input.shape):
        total += float(input[index] - target[index]) ** 2
        grad[index] = 2 * (input[index] - target[index]) / input.size
    return total / input.size, grad


@right
def by_dot_product(input, target):
    if np.shape(target) != np.shape(input):
        raise ValueError("shape of target")
    d = (input - target).ravel()
    return np.dot(d, d) / d.size, (d * (2 / d.size)).reshape(input.shape)


@right
def by_norm(input, target):
    if input.shape != target.shape:
        raise ValueError("target")
    d = np.subtract(input, target)
    return [np.linalg.norm(d.reshape(-1)) ** 2 / d.size, np.asarray((d + d) / d.size)]
