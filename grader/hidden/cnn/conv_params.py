"""Hidden tests of cnn/conv_params."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.conv_params import conv_params

independent = (
    "(sum(p.numel() for p in torch.nn.Conv2d(in_channels, out_channels, kernel_size, bias=bias).parameters()), "
    "sum(p.numel() for p in torch.nn.Linear(in_channels * height * width, "
    "torch.nn.Conv2d(in_channels, out_channels, kernel_size)(torch.zeros(1, in_channels, height, width)).numel(), "
    "bias=bias, device='meta').parameters()))"
)


def sample(rng, size="small"):
    """Five different numbers; a filter with fewer channels out than in would hide nothing either."""
    if size == "random":
        return (
            *(int(rng.integers(low, high)) for low, high in [(1, 9), (1, 12), (1, 6), (6, 20), (6, 20)]),
            bool(rng.integers(2)),
        )
    return (1, 1, 1, 1, 1) if size == "ones" else (3, 5, 4, 9, 11)


def test_small_colour_images(yours):
    """Six filters of 5x5 have 456 parameters, sixteen of 3x3 have 448, where a dense layer from 32x32 has 44,251,200."""
    agree(yours(3, 6, 5, 32, 32), (456, 14455392))
    agree(yours(3, 16, 3, 32, 32), (448, 44251200))
    agree(yours(3, 16, 3, 32, 32, bias=False), (432, 44236800))


def test_size_of_the_image(yours):
    """A larger image makes the dense layer larger, and leaves the convolution as it is."""
    for height, width in [(7, 7), (7, 14), (14, 7), (28, 28)]:
        outputs = 6 * (height - 2) * (width - 2)
        agree(yours(2, 6, 3, height, width), (114, outputs * 2 * height * width + outputs))
        agree(yours(2, 6, 3, height, width, bias=False), (108, outputs * 2 * height * width))


def test_kernel_of_one(yours):
    """A 1x1 convolution is a dense layer across the channels of one pixel; on an image of one pixel the two are the same."""
    agree(yours(7, 4, 1, 1, 1), (32, 32))
    agree(yours(7, 4, 1, 2, 3), (32, 42 * 24 + 24))


def test_kernel_as_large_as_the_image(yours):
    """A kernel as large as the image has one position: the convolution is a dense layer then."""
    agree(yours(3, 10, 5, 5, 5), (760, 760))
    agree(yours(3, 10, 5, 5, 5, False), (750, 750))
    agree(yours(2, 3, 4, 4, 7), (99, 2 * 28 * 12 + 12))
    agree(yours(2, 3, 4, 7, 4), (99, 2 * 28 * 12 + 12))


def test_photograph(yours):
    """For a photograph of 224x224 the dense layer has hundreds of billions of parameters, counted to the last one."""
    agree(yours(3, 64, 7, 224, 224), (9472, 457839372544))


def test_kernel_that_does_not_fit(yours):
    """A kernel larger than the image, in one direction or both, raises a ValueError that names it."""
    for height, width in [(4, 9), (9, 4), (3, 3)]:
        with pytest.raises(ValueError, match="kernel_size"):
            yours(2, 3, 5, height, width)


def outputs(in_channels, out_channels, kernel_size, height, width):
    conv_params(in_channels, out_channels, kernel_size, height, width)
    return out_channels * (height - kernel_size + 1) * (width - kernel_size + 1)


@mistake("The convolution's weights are counted once for each position. They are shared: the same filter serves all positions.")
def counts_every_position(in_channels, out_channels, kernel_size, height, width, bias=True):
    dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[1]
    n = outputs(in_channels, out_channels, kernel_size, height, width)
    return n * in_channels * kernel_size**2 + bias * n, dense


@mistake("The biases are never counted. With bias=True there is one for each filter, and one for each output of the dense layer.")
def forgets_the_biases(in_channels, out_channels, kernel_size, height, width, bias=True):
    return conv_params(in_channels, out_channels, kernel_size, height, width, False)


@mistake("The biases are counted even with bias=False. Add them only if there are any.")
def always_counts_the_biases(in_channels, out_channels, kernel_size, height, width, bias=True):
    return conv_params(in_channels, out_channels, kernel_size, height, width)


@mistake("Your filters are flat. Each of them is as deep as its input: multiply by in_channels, too.")
def takes_the_filters_for_flat(in_channels, out_channels, kernel_size, height, width, bias=True):
    dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[1]
    return out_channels * kernel_size**2 + bias * out_channels, dense


@mistake("The kernel size is taken once. A square kernel has kernel_size rows and as many columns: square it.")
def takes_the_kernel_size_once(in_channels, out_channels, kernel_size, height, width, bias=True):
    dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[1]
    return out_channels * (in_channels * kernel_size + bias), dense


@mistake("The convolution has a single bias for all its filters. Each filter, so each output channel, has one of its own.")
def counts_one_bias(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv, dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)
    return conv - bias * (out_channels - 1), dense


@mistake("The convolution's biases are counted for each pair of channels. There is one for each filter, so out_channels of them.")
def counts_a_bias_for_each_kernel(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv, dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)
    return conv + bias * out_channels * (in_channels - 1), dense


@mistake("The convolution's biases are counted for each pixel of the output. All positions of a channel share one bias.")
def counts_a_bias_for_each_pixel(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv, dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)
    return conv + bias * (outputs(in_channels, out_channels, kernel_size, height, width) - out_channels), dense


@mistake("The dense layer's output is as large as the image. Without padding it is smaller: height - kernel_size + 1 rows.")
def keeps_the_size_of_the_image(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[0]
    return conv, out_channels * height * width * (in_channels * height * width + bias)


@mistake("The output has one row and one column too few: a kernel that fits once has 1 position, so add 1 to the difference.")
def forgets_the_first_window(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[0]
    return conv, out_channels * (height - kernel_size) * (width - kernel_size) * (in_channels * height * width + bias)


@mistake("The dense layer has one bias for each channel. It shares nothing: each number of its output has a bias of its own.")
def shares_the_biases_of_the_dense_layer(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv, dense = conv_params(in_channels, out_channels, kernel_size, height, width, False)
    return conv + bias * out_channels, dense + bias * out_channels


@mistake("The dense layer reads a single channel. Flattening puts all channels in one row: multiply by in_channels.")
def flattens_one_channel(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv = conv_params(in_channels, out_channels, kernel_size, height, width, bias)[0]
    return conv, outputs(in_channels, out_channels, kernel_size, height, width) * (height * width + bias)


@mistake("The two counts have changed places. The convolution comes first, then the dense layer.")
def returns_the_dense_layer_first(in_channels, out_channels, kernel_size, height, width, bias=True):
    return conv_params(in_channels, out_channels, kernel_size, height, width, bias)[::-1]


@mistake("The counts are floats. A number of parameters is whole: use * and ** on whole numbers, and no division.")
def returns_floats(in_channels, out_channels, kernel_size, height, width, bias=True):
    return tuple(map(float, conv_params(in_channels, out_channels, kernel_size, height, width, bias)))


@mistake("Your numbers are 32 bits wide and overflow at two billion. Count with Python's int, or with NumPy's int64.")
def counts_in_32_bits(in_channels, out_channels, kernel_size, height, width, bias=True):
    conv, dense = conv_params(in_channels, out_channels, kernel_size, height, width, bias)
    return conv, (dense + 2**31) % 2**32 - 2**31


@mistake(
    "A kernel that is larger than the image gets a count. It has no position at all: raise a ValueError that names kernel_size."
)
def checks_nothing(in_channels, out_channels, kernel_size, height, width, bias=True):
    out = out_channels * (height - kernel_size + 1) * (width - kernel_size + 1)
    return out_channels * (in_channels * kernel_size**2 + bias), out * (in_channels * height * width + bias)


@mistake("Only the height is compared with the kernel. It must fit in both directions: look at the width as well.")
def compares_the_rows_only(in_channels, out_channels, kernel_size, height, width, bias=True):
    if kernel_size > height:
        raise ValueError(f"kernel_size {kernel_size}")
    return checks_nothing(in_channels, out_channels, kernel_size, height, width, bias)


@mistake("A kernel exactly as large as the image is refused. It fits once: refuse only what is larger.")
def refuses_an_exact_fit(in_channels, out_channels, kernel_size, height, width, bias=True):
    if kernel_size >= min(height, width) > 1:
        raise ValueError(f"kernel_size {kernel_size}")
    return conv_params(in_channels, out_channels, kernel_size, height, width, bias)


@right
def from_the_shapes(in_channels, out_channels, kernel_size, height, width, bias=True):
    if height < kernel_size or width < kernel_size:
        raise ValueError("kernel_size does not fit")
    shape = (out_channels, height + 1 - kernel_size, width + 1 - kernel_size)
    conv = np.prod((out_channels, in_channels, kernel_size, kernel_size), dtype=np.int64)
    out = np.prod(shape, dtype=np.int64)
    dense = out * in_channels * height * width
    return conv + (out_channels if bias else 0), dense + (out if bias else 0)


@right
def one_more_input_for_the_bias(in_channels, out_channels, kernel_size, height, width, bias=True):
    rows, columns = len(range(kernel_size, height + 1)), len(range(kernel_size, width + 1))
    if not rows or not columns:
        raise ValueError(f"kernel_size={kernel_size}")
    one = int(bias)
    conv = out_channels * (in_channels * kernel_size * kernel_size + one)
    return conv, out_channels * rows * columns * (in_channels * height * width + one)
