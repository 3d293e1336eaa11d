"""Hidden tests of cnn/conv_relu_block."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.cnn.conv_relu_block import conv_relu_block

independent = "torch.relu(torch.conv2d(x, weight, bias, 1, padding))"


def sample(rng, size="small"):
    """Every axis, in and out, has its own length, and there is padding; the biases are large enough to be seen."""
    n, c, h, w, o, kh, kw = (1, 1, 2, 1, 1, 3, 2) if size == "ones" else (2, 3, 6, 7, 5, 3, 2)
    return rng.normal(size=(n, c, h, w)), rng.normal(size=(o, c, kh, kw)), rng.normal(scale=2.0, size=o), 1


def integers(rng):
    return (
        rng.integers(-4, 5, (2, 3, 7, 5)).astype(float),
        rng.integers(-4, 5, (4, 3, 3, 2)).astype(float),
        np.arange(-6.0, 6.0, 3),
    )


@pytest.mark.parametrize("padding", [0, 1, 3])
def test_whole_numbers(yours, rng, padding):
    """Whole numbers in, exactly the right whole numbers out."""
    x, w, b = integers(rng)
    agree(yours(x, w, b, padding), conv_relu_block(x, w, b, padding), exact=True)


def test_opposite_filters_share_the_work(yours, rng):
    """What a filter keeps, less what its negative keeps, is the convolution before ReLU: nothing is lost between the two."""
    x, w, b = integers(rng)
    plain = b[:, None, None] + sum(
        np.einsum("nchw,oc->nohw", x[:, :, u : u + 5, v : v + 4], w[:, :, u, v]) for u, v in np.ndindex(3, 2)
    )
    agree(yours(x, w, b) - yours(x, -w, -b), plain, exact=True)


def test_negative_pixels_count(yours, rng):
    """A negative pixel under a negative weight is a find: the image itself is not rectified."""
    x = np.array([[[[-3.0, 2.0, -1.0]]]])
    agree(
        yours(x, np.array([[[[-2.0]]], [[[1.0]]]]), np.zeros(2)), np.array([[[[6.0, 0.0, 2.0]], [[0.0, 2.0, 0.0]]]]), exact=True
    )


def test_bias_sets_the_threshold(yours, rng):
    """With a bias of -3 a filter keeps silent until its window adds up to more than 3; with one of 2 it speaks earlier."""
    x = np.array([[[[-4.0, -1.0, 2.0, 3.0, 5.0]]]])
    got = yours(x, np.array([[[[1.0]]], [[[1.0]]]]), np.array([-3.0, 2.0]))
    agree(got, np.array([[[[0.0, 0.0, 0.0, 0.0, 2.0]], [[0.0, 1.0, 4.0, 5.0, 7.0]]]]), exact=True)


def test_channels_are_added_first(yours, rng):
    """What one channel speaks for, another one can veto: channels and pixels are added up before anything is cut off."""
    x = np.array([[[[5.0, 1.0]], [[2.0, 6.0]]]])
    weight = np.array([[[[1.0]], [[-1.0]]]])
    agree(yours(x, weight, np.array([0.5])), np.array([[[[3.5, 0.0]]]]), exact=True)


def test_faint_finds_stay(yours, rng):
    """A map value just above zero stays as it is, and one just below becomes zero."""
    for faint in (1e-12, -1e-12):
        agree(yours(np.array([[[[faint]]]]), np.array([[[[3.0]]]]), np.zeros(1)), np.array([[[[max(3 * faint, 0.0)]]]]))


def test_black_image(yours, rng):
    """An image that is black but for one dark spot shows the biases, the negative one as zero, in the padded margin as well."""
    x = np.zeros((1, 2, 2, 3))
    x[0, 0, 1, 2] = -0.25
    got = yours(x, np.array([[[[1.0]], [[2.0]]], [[[3.0]], [[4.0]]]]), np.array([2.0, -1.0]), 1)
    want = np.stack([np.full((4, 5), 2.0), np.zeros((4, 5))])[None]
    want[0, 0, 2, 3] = 1.75
    agree(got, want, exact=True)


def test_another_number_of_channels(yours, rng):
    """Filters that are not as deep as the images raise a ValueError that names the channels."""
    x, _, b = integers(rng)
    for depth in (1, 2, 4):
        with pytest.raises(ValueError, match="channels"):
            yours(x, np.full((4, depth, 3, 2), 0.5), b)


def maps(x, weight, bias, padding):
    """The feature maps before ReLU."""
    return conv_relu_block(x, weight, bias, padding) - conv_relu_block(x, -weight, -bias, padding)


@mistake("You rectify the image, and hand on maps with negative values. ReLU comes last: it acts on the feature maps.")
def rectifies_the_image(x, weight, bias, padding=0):
    return maps(np.maximum(x, 0), weight, bias, padding)


@mistake("You rectify the image as well as the maps. Negative pixels are information: cut off the feature maps only.")
def rectifies_image_and_maps(x, weight, bias, padding=0):
    return conv_relu_block(np.maximum(x, 0), weight, bias, padding)


@mistake("The bias is added after ReLU, so it is no threshold any more. Add it to the sums, and cut off what comes out.")
def adds_the_bias_after_relu(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, 0 * bias, padding) + bias[:, None, None]


@mistake("Each input channel is rectified on its own. First add up all the channels and the bias, then cut off once.")
def rectifies_channel_by_channel(x, weight, bias, padding=0):
    conv_relu_block(x, weight, bias, padding)
    parts = [conv_relu_block(x[:, [c]], weight[:, [c]], 0 * bias, padding) for c in range(x.shape[1])]
    return np.maximum(sum(parts) + bias[:, None, None], 0)


@mistake("ReLU is missing: the maps still have negative values. Take the larger of each value and zero.")
def forgets_the_relu(x, weight, bias, padding=0):
    return maps(x, weight, bias, padding)


@mistake("The bias is missing. Add bias[o] to every value of map o, before ReLU.")
def forgets_the_bias(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, 0 * bias, padding)


@mistake(
    "The bias is added once for each input channel. Add it once to each value of the map, outside the sum over the channels."
)
def adds_the_bias_for_each_channel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, x.shape[1] * bias, padding)


@mistake("You take the absolute value, so what a filter is against counts as a find. ReLU turns negative values into zero.")
def takes_the_absolute_value(x, weight, bias, padding=0):
    return np.abs(maps(x, weight, bias, padding))


@mistake("The maps are clipped to the range of a picture, 0 to 255. A feature map is no picture: it has no upper end.")
def clips_to_bytes(x, weight, bias, padding=0):
    return np.minimum(conv_relu_block(x, weight, bias, padding), 255)


@mistake("The maps are shifted so that the smallest value is zero. ReLU moves nothing: it replaces what is negative by zero.")
def shifts_instead_of_cutting(x, weight, bias, padding=0):
    z = maps(x, weight, bias, padding)
    return z - z.min()


@mistake("Your kernel is flipped, as in signal processing. What deep learning calls convolution uses the weight as it is.")
def flips_the_kernel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight[:, :, ::-1, ::-1], bias, padding)


@mistake("Padding has no effect. Put the images into larger arrays of zeros, with `padding` more rows and columns on each side.")
def ignores_the_padding(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, bias)


@mistake("All zeros are added at the bottom and right. Padding goes on all four sides.")
def pads_one_side(x, weight, bias, padding=0):
    return conv_relu_block(np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding))), weight, bias)


@mistake("A filter with a single channel is used for all channels. Compare the two numbers first, and raise ValueError.")
def spreads_a_single_channel(x, weight, bias, padding=0):
    return conv_relu_block(x, weight if weight.shape[1] > 1 else weight.repeat(x.shape[1], axis=1), bias, padding)


@mistake("float32 images come back as float64. Make new arrays with dtype=x.dtype, and do not convert x.")
def returns_float64(x, weight, bias, padding=0):
    return conv_relu_block(x, weight, bias, padding).astype(np.float64)


@mistake("You write zeros into the images themselves. Rectify the maps, which are an array of your own.")
def overwrites_the_input(x, weight, bias, padding=0):
    result = conv_relu_block(x, weight, bias, padding)
    np.maximum(x, 0, out=x)
    return result


@right
def with_loops(x, weight, bias, padding=0):
    (n, c, h, w), (o, depth, kh, kw) = x.shape, weight.shape
    if c != depth:
        raise ValueError(f"{c} channels meet {depth} channels")
    y = np.zeros((n, o, h + 2 * padding - kh + 1, w + 2 * padding - kw + 1), dtype=x.dtype)
    for a, f, i, j in np.ndindex(y.shape):
        top, left = max(i - padding, 0), max(j - padding, 0)
        window = x[a, :, top : max(i - padding + kh, 0), left : max(j - padding + kw, 0)]
        u, v = top - i + padding, left - j + padding
        z = np.sum(window * weight[f, :, u : u + window.shape[1], v : v + window.shape[2]]) + bias[f]
        y[a, f, i, j] = z if z > 0 else 0
    return y


@right
def position_by_position(x, weight, bias, padding=0):
    if weight.shape[1] != x.shape[1]:
        raise ValueError("channels")
    (n, c, h, w), (_, _, kh, kw) = x.shape, weight.shape
    big = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
    big[:, :, padding : padding + h, padding : padding + w] = x
    oh, ow = big.shape[2] - kh + 1, big.shape[3] - kw + 1
    z = np.tile(bias[None, :, None, None], (n, 1, oh, ow))
    for u, v in np.ndindex(kh, kw):
        z += np.tensordot(big[:, :, u : u + oh, v : v + ow], weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return np.where(z < 0, np.zeros_like(z), z)


@right
def by_columns(x, weight, bias, padding=0):
    if x.shape[1] != weight.shape[1]:
        raise ValueError("the channels do not match")
    o, _, kh, kw = weight.shape
    big = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = big.shape[2] - kh + 1, big.shape[3] - kw + 1
    columns = np.stack([big[:, :, i : i + kh, j : j + kw].reshape(len(x), -1) for i in range(oh) for j in range(ow)], axis=2)
    return (weight.reshape(o, -1) @ columns + bias[:, None]).clip(0).reshape(-1, o, oh, ow)
