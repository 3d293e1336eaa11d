"""Hidden tests of initialization/fan_in_out."""

import math

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.initialization.fan_in_out import fan_in_out

independent = "torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))"


def sample(rng, size="small"):
    """A convolution, all lengths different; the random ones have two to five axes."""
    if size == "random":
        return (tuple(int(length) for length in rng.integers(1, 9, rng.integers(2, 6))),)
    return ((1, 1, 1, 1) if size == "ones" else (7, 4, 5, 3),)


def test_linear_layer(yours):
    """A linear layer has its inputs on the second axis and its outputs on the first."""
    agree(yours((6, 11)), (11, 6))
    agree(yours((1, 9)), (9, 1))


def test_counts_the_connections(yours):
    """Fan-in times outputs, and fan-out times inputs, both count every weight once."""
    for shape in ((4, 7), (6, 5, 3), (5, 2, 3, 7)):
        fan_in, fan_out = yours(shape)
        agree((fan_in * shape[0], fan_out * shape[1]), (math.prod(shape), math.prod(shape)))


def test_one_axis_of_a_kernel(yours):
    """A convolution along a sequence has a kernel of one axis."""
    agree(yours((10, 6, 3)), (18, 30))


def test_three_axes_of_a_kernel(yours):
    """A convolution over volumes multiplies all three lengths of its kernel."""
    agree(yours((2, 5, 3, 4, 7)), (420, 168))


def test_kernel_of_one_pixel(yours):
    """A kernel of a single pixel is a linear layer at every place."""
    agree(yours((8, 5, 1, 1)), (5, 8))


@pytest.mark.parametrize("shape", [(), (9,)], ids=["no_axis", "bias"])
def test_too_few_axes(yours, shape):
    """The shape of a bias has no fans: a ValueError names shape."""
    with pytest.raises(ValueError, match="shape"):
        yours(shape)


def fans(shape, field, other=None):
    """Both fans with a wrong receptive field, behind the right check."""
    fan_in_out(shape)
    return shape[1] * field, shape[0] * (field if other is None else other)


@mistake("Fan-in and fan-out are swapped. PyTorch's weight is (out, in): the inputs are on the second axis.")
def takes_the_first_axis_for_the_inputs(shape):
    return fan_in_out(shape)[::-1]


@mistake(
    "The receptive field is missing. An output of a convolution sums over all places of the kernel: multiply by their number."
)
def forgets_the_kernel(shape):
    return fans(shape, 1)


@mistake(
    "The kernel counts for fan-in only. An input is used from every place of the kernel too, so fan-out has the same factor."
)
def forgets_the_kernel_in_fan_out(shape):
    return fans(shape, math.prod(shape[2:]), 1)


@mistake("You square the first length of the kernel. Kernels need not be square, nor have two axes: multiply all their lengths.")
def takes_the_kernel_for_a_square(shape):
    return fans(shape, shape[2] ** 2 if len(shape) > 2 else 1)


@mistake("You add up the lengths of the kernel. A window of 3 by 5 has 15 places and not 8: multiply them.")
def adds_the_lengths_of_the_kernel(shape):
    return fans(shape, sum(shape[2:]) if len(shape) > 2 else 1)


@mistake("Only the last two axes count as the kernel. It may have one axis or three: multiply everything behind the first two.")
def knows_images_only(shape):
    return fans(shape, shape[-2] * shape[-1] if len(shape) > 3 else 1)


@mistake("This is the layout of Keras, (*kernel, in, out). In PyTorch the kernel comes last: (out, in, *kernel).")
def takes_the_kernel_to_come_first(shape):
    fan_in_out(shape)
    return fan_in_out((shape[-1], shape[-2], *shape[:-2]))


@mistake("Your fan-in is the number of all weights. One output uses its own part only: leave out the first axis.")
def counts_all_weights(shape):
    fan_in, fan_out = fan_in_out(shape)
    return fan_in * shape[0], fan_out


@mistake("The bias is counted as one more input. The fans count the weights of the layer, and a bias is drawn by no such rule.")
def counts_the_bias(shape):
    fan_in, fan_out = fan_in_out(shape)
    return fan_in + 1, fan_out


@mistake("The counts are floats: NumPy's product of nothing is 1.0. Counts are whole numbers; math.prod keeps them so.")
def returns_floats(shape):
    fan_in, fan_out = fan_in_out(shape)
    return fan_in * np.prod(()), fan_out * np.prod(())


@mistake("A bias is given fans. With fewer than two axes there is no fan-in: raise a ValueError that names shape.")
def accepts_a_bias(shape):
    if len(shape) < 2:
        return math.prod(shape), math.prod(shape)
    return fan_in_out(shape)


@right
def by_loop(shape):
    if len(shape) <= 1:
        raise ValueError("bad shape")
    fan_out, fan_in, *kernel = shape
    for length in kernel:
        fan_in, fan_out = fan_in * length, fan_out * length
    return fan_in, fan_out


@right
def by_division(shape):
    if not len(shape) >= 2:
        raise ValueError(f"shape = {shape}")
    size = math.prod(shape)
    return size // shape[0], size // shape[1]


@right
def with_an_array(shape):
    if len(shape) < 2:
        raise ValueError("shape has too few axes")
    weight = np.empty(shape)
    return weight[0].size, weight[:, 0].size
