"""Hidden tests of activations/prelu_backward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.activations.prelu_backward import prelu_backward

independent = "torch.autograd.functional.vjp(F.prelu, (x, weight), grad_output, create_graph=True)[1]"


def sample(rng, size="small"):
    """Numbers of either sign, and slopes that are flat, steep and negative."""
    shape = (1, 1, 1) if size == "ones" else (4, 3, 2, 5)
    x = rng.normal(scale=2.0, size=shape)
    x.flat[0] = -abs(x.flat[0])
    return rng.normal(size=shape), x, np.array([0.3, 1.7, -0.6][: shape[1]]) + 0.1 * rng.random(shape[1])


def test_one_number(yours):
    """For a single negative number, dx is the gradient times the slope, and dweight the gradient times the number."""
    dx, dweight = yours(np.array([[5.0]]), np.array([[-4.0]]), np.array([0.5]))
    agree(dx, np.array([[2.5]]), exact=True)
    agree(dweight, np.array([-20.0]), exact=True)


def test_nothing_negative(yours, rng):
    """Where everything is positive, dx is the gradient from above and the slopes get none."""
    grad_output, x = rng.normal(size=(4, 3)), rng.uniform(0.1, 3.0, (4, 3))
    dx, dweight = yours(grad_output, x, np.array([0.2, -0.5, 3.0]))
    agree(dx, grad_output, exact=True)
    agree(dweight, np.zeros(3), exact=True)


def test_zero_counts_as_negative(yours):
    """At exactly zero, dx is the gradient times the slope."""
    dx, dweight = yours(np.array([[3.0, -5.0]]), np.array([[0.0, -2.0]]), np.array([0.5, 4.0]))
    agree(dx, np.array([[1.5, -20.0]]), exact=True)
    agree(dweight, np.array([0.0, 10.0]), exact=True)


def test_slope_of_zero(yours):
    """A slope of 0 stops the gradient of x as a ReLU does, but has a gradient itself and can grow."""
    dx, dweight = yours(np.array([[3.0, 2.0], [4.0, 1.0]]), np.array([[-2.0, 5.0], [1.0, -7.0]]), np.array([0.0, 0.0]))
    agree(dx, np.array([[0.0, 2.0], [4.0, 0.0]]), exact=True)
    agree(dweight, np.array([-6.0, -7.0]), exact=True)


def test_all_axes_alike(yours, rng):
    """Axis 1 holds the channels, also where every axis has the same length."""
    grad_output, x = (rng.integers(-9, 10, (3, 3, 3)).astype(float) for _ in range(2))
    weight = np.array([2.0, -3.0, 0.5])
    dx, dweight = yours(grad_output, x, weight)
    for channel in range(3):
        g, z = grad_output[:, channel], x[:, channel]
        agree(dx[:, channel], np.where(z > 0, g, weight[channel] * g), exact=True)
        agree(dweight[channel], np.sum(g[z < 0] * z[z < 0]), exact=True)


def test_twice_the_batch(yours, rng):
    """The same batch twice gives twice the gradient of the slopes: it is a sum, not a mean."""
    grad_output, x, weight = sample(rng)
    _, once = yours(grad_output, x, weight)
    _, twice = yours(np.concatenate([grad_output, grad_output]), np.concatenate([x, x]), weight)
    agree(twice, 2 * once)
    agree(once, prelu_backward(grad_output, x, weight)[1])


def test_is_the_derivative(yours, rng):
    """Both gradients are the derivatives of the forward pass, in every direction."""
    grad_output, x, weight = sample(rng)
    x = np.sign(x) * (np.abs(x) + 0.1)  # no element is closer to the kink than the step
    dx, dweight = yours(grad_output, x, weight)
    step, along_x, along_weight = 2.0**-6, rng.uniform(-1, 1, x.shape), rng.uniform(-1, 1, weight.shape)

    def loss(x, weight):
        return np.sum(grad_output * np.where(x > 0, x, weight[:, None, None] * x))

    slope = (loss(x + step * along_x, weight) - loss(x - step * along_x, weight)) / (2 * step)
    agree(np.sum(dx * along_x), slope, scale=np.abs(grad_output).sum())
    slope = (loss(x, weight + step * along_weight) - loss(x, weight - step * along_weight)) / (2 * step)
    agree(np.sum(dweight * along_weight), slope, scale=np.abs(grad_output * x).sum())


def test_two_and_five_axes(yours, rng):
    """Any number of axes may follow the channels, also none."""
    for shape in ((5, 3), (2, 3, 4, 1, 2)):
        grad_output, x = rng.normal(size=shape), rng.normal(size=shape)
        weight = rng.normal(size=3)
        agree(yours(grad_output, x, weight), prelu_backward(grad_output, x, weight))


@pytest.mark.parametrize("slopes", [1, 2, 4])
def test_wrong_number_of_slopes(yours, rng, slopes):
    """Too many or too few slopes are a ValueError, also a single one."""
    grad_output, x, _ = sample(rng)
    with pytest.raises(ValueError, match="weight"):
        yours(grad_output, x, np.full(slopes, 0.25))


def by_hand(grad_output, x, weight, slope, share):
    """The gradients from what x gets of grad_output and the slopes get of it, element by element."""
    prelu_backward(grad_output, x, weight)
    axes = (0, *range(2, x.ndim))
    return slope * grad_output, np.sum(share * grad_output, axis=axes)


@mistake("The gradient of the slopes is not summed: it has the shape of x. Add up over every axis but that of the channels.")
def sums_nothing(grad_output, x, weight):
    return prelu_backward(grad_output, x, weight)[0], grad_output * np.minimum(x, 0)


@mistake(
    "You sum over the batch alone, and the axes behind the channels remain. A slope is shared by all pixels: sum over them too."
)
def sums_over_the_batch_alone(grad_output, x, weight):
    return prelu_backward(grad_output, x, weight)[0], np.sum(grad_output * np.minimum(x, 0), axis=0)


@mistake("You sum over everything, so all slopes get the same gradient. Keep the axis of the channels: each has its own slope.")
def sums_over_the_channels(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    return dx, np.full_like(dweight, dweight.sum())


@mistake("You take a mean over the batch. If the loss is a mean, grad_output has that factor already: sum, and do not divide.")
def averages_over_the_batch(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    return dx, dweight / len(x)


@mistake("The slopes get a gradient from positive elements as well. There the slope does not occur: only the others count.")
def counts_all_elements(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, 1, _spread(weight, x)), x)


@mistake(
    "The slopes get their gradient from the positive elements. It is the others that are multiplied by a slope: count those."
)
def counts_the_positive_elements(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, 1, _spread(weight, x)), np.maximum(x, 0))


@mistake("In the gradient of the slopes the factor x is missing: the derivative of slope times x by the slope is x.")
def forgets_x(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, 1, _spread(weight, x)), x <= 0)


@mistake("In the gradient of the slopes the gradient from above is missing. Multiply by grad_output before you sum.")
def forgets_grad_output(grad_output, x, weight):
    dx, _ = prelu_backward(grad_output, x, weight)
    return dx, prelu_backward(np.ones_like(x), x, weight)[1]


@mistake("In the gradient of the slopes you multiply by the output, slope times x. Its derivative by the slope is x alone.")
def multiplies_by_the_output(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    return dx, dweight * weight


@mistake("You multiply by the size of x and lose its sign: the derivative of slope times x by the slope is x, which is negative.")
def loses_the_sign_of_x(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    return dx, -dweight


@mistake("Your dx is that of a plain ReLU, 0 on the negative side. There it is the slope times grad_output.")
def stops_the_gradient(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, 1, 0), np.minimum(x, 0))


@mistake("In dx the slope sits on the wrong side. Positive elements pass the gradient as it is, the others times the slope.")
def scales_the_positive_side(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, _spread(weight, x), 1), np.minimum(x, 0))


@mistake("In dx you multiply by the slope times x. The derivative of slope times x by x is the slope alone.")
def multiplies_dx_by_x(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x > 0, 1, _spread(weight, x) * x), np.minimum(x, 0))


@mistake("In dx the gradient from above is missing: these are only the slopes. Multiply them by grad_output.")
def forgets_grad_output_in_dx(grad_output, x, weight):
    return prelu_backward(np.ones_like(x), x, weight)[0], prelu_backward(grad_output, x, weight)[1]


@mistake(
    "At exactly zero you pass the whole gradient. By the statement only x > 0 counts as positive: there dx is slope times it."
)
def counts_zero_as_positive(grad_output, x, weight):
    return by_hand(grad_output, x, weight, np.where(x >= 0, 1, _spread(weight, x)), np.minimum(x, 0))


@mistake(
    "You give the slopes to the last axis, as broadcasting does by itself. They belong to axis 1: give them axes of length 1."
)
def gives_slopes_to_the_last_axis(grad_output, x, weight):
    prelu_backward(grad_output, x, weight)
    if x.shape[-1] != len(weight):
        raise ValueError("operands could not be broadcast together")
    dx, dweight = prelu_backward(np.moveaxis(grad_output, -1, 1), np.moveaxis(x, -1, 1), weight)
    return np.moveaxis(dx, 1, -1), dweight


@mistake("The two gradients have changed places. Return them in the order of the arguments: first dx, then dweight.")
def changes_the_order(grad_output, x, weight):
    return prelu_backward(grad_output, x, weight)[::-1]


@mistake(
    "The wrong number of slopes should raise a ValueError that names weight; a single slope is shared silently by broadcasting. "
    "Compare its shape with the number of channels first."
)
def shares_a_single_slope(grad_output, x, weight):
    return prelu_backward(grad_output, x, np.resize(weight, x.shape[1]))


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(grad_output, x, weight):
    return prelu_backward(grad_output.astype(np.float64), x, weight)


@mistake("You scale grad_output in place. Return a new array: the gradient from above may be needed elsewhere.")
def overwrites_grad_output(grad_output, x, weight):
    dx, dweight = prelu_backward(grad_output, x, weight)
    np.copyto(grad_output, dx)
    return grad_output, dweight


def _spread(weight, x):
    return weight.reshape(-1, *[1] * (x.ndim - 2))


@right
def channel_by_channel(grad_output, x, weight):
    dx, dweight = grad_output.copy(), np.zeros_like(weight)
    if len(weight) != x.shape[1]:
        raise ValueError("weight: one slope for each channel, please")
    for channel, slope in enumerate(weight):
        closed = x[:, channel] <= 0
        dweight[channel] = grad_output[:, channel][closed] @ x[:, channel][closed]
        dx[:, channel][closed] *= slope
    return dx, dweight


@right
def channels_last(grad_output, x, weight):
    if weight.shape != (x.shape[1],):
        raise ValueError(f"weight has shape {weight.shape}")
    g, z = (np.moveaxis(a, 1, -1).reshape(-1, len(weight)) for a in (grad_output, x))
    dx = g * np.where(z > 0, np.ones_like(weight), weight)
    shape = (len(x), *x.shape[2:], len(weight))
    return np.moveaxis(dx.reshape(shape), -1, 1), np.einsum("nc,nc->c", g, np.where(z < 0, z, 0))
