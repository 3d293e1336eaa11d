"""Hidden tests of transformers/patch_embedding."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.transformers.patch_embedding import patch_embedding

independent = (
    "torch.cat([cls_token.expand(len(x), 1, -1),"
    " F.conv2d(x, weight, bias, stride=weight.shape[-1]).flatten(2).transpose(1, 2)], 1) + position"
)


def sample(rng, size="small"):
    """A grid of three rows and two columns of patches of 2 by 2 pixels with three channels."""
    n, c, rows, columns, p, d = (1, 1, 1, 1, 1, 1) if size == "ones" else (2, 3, 3, 2, 2, 5)
    shapes = [(n, c, rows * p, columns * p), (d, c, p, p), (d,), (d,), (1 + rows * columns, d)]
    return tuple(rng.integers(-9, 10, shape) / 4 + 0.125 for shape in shapes)


def bare(x, weight):
    """Arguments without bias, class token and positions, which are all zero."""
    d, _, p, _ = weight.shape
    return x, weight, np.zeros(d), np.zeros(d), np.zeros((1 + x.shape[2] * x.shape[3] // p**2, d))


def test_reading_order(yours):
    """Patches come left to right, then down: token 1 + i * columns + j is the patch in row i and column j."""
    x = np.kron(np.arange(1.0, 7.0).reshape(2, 3), np.array([[1.0, 0.0], [0.0, 0.0]]))[None, None]
    agree(yours(*bare(x, np.full((1, 1, 2, 2), 10.0))), np.arange(0.0, 70.0, 10.0).reshape(1, 7, 1), exact=True)


def test_kernel_is_not_flipped(yours):
    """Within a patch the pixel in row u and column v meets the weight in row u and column v."""
    x = np.array([[[[1.0, 2.0, 5.0, 6.0], [3.0, 4.0, 7.0, 8.0]]]])
    weight = np.array([[[[1000.0, 100.0], [10.0, 1.0]]]])
    agree(yours(*bare(x, weight)), np.array([[[0.0], [1234.0], [5678.0]]]), exact=True)


def test_channels_keep_their_weights(yours):
    """Each channel meets its own weights, and a token is the sum over the channels."""
    x = np.arange(8.0).reshape(1, 2, 2, 2)
    weight = np.zeros((2, 2, 2, 2))
    weight[0, 0, 0, 1], weight[0, 1, 1, 0], weight[1, 1, 1, 1] = 1.0, 100.0, -3.0
    agree(yours(*bare(x, weight)), np.array([[[0.0, 0.0], [601.0, -21.0]]]), exact=True)


def test_class_token(yours, rng):
    """The class token stands first, once in each picture, and no pixel has any influence on it."""
    x, weight, bias, cls_token, position = sample(rng)
    got = yours(x, weight, bias, cls_token, 0 * position)
    agree(got[:, 0], np.stack([cls_token, cls_token]), exact=True)
    agree(got[:, 1:], yours(x, weight, bias, 3 * cls_token, 0 * position)[:, 1:], exact=True)


def test_positions(yours, rng):
    """Each token gets the position of its own place, and so does the class token; in every picture the same."""
    x, weight, bias, cls_token, position = sample(rng)
    want = np.stack([position, position]) + np.array([0.0] + [1.0] * 6)[None, :, None] * bias
    agree(yours(0 * x, weight, bias, 0 * cls_token, position), want, exact=True)


def test_one_patch(yours, rng):
    """If the patch is the whole picture, there is one token besides the class token: a linear layer on all pixels."""
    x, weight = rng.integers(-4, 5, (3, 2, 4, 4)).astype(float), rng.integers(-4, 5, (5, 2, 4, 4)).astype(float)
    agree(yours(*bare(x, weight))[:, 1], x.reshape(3, -1) @ weight.reshape(5, -1).T, exact=True)


def test_patches_of_one_pixel(yours, rng):
    """With patches of one pixel each pixel is a token: a linear layer on its channels."""
    x, weight = rng.integers(-4, 5, (1, 3, 2, 2)).astype(float), rng.integers(-4, 5, (2, 3, 1, 1)).astype(float)
    want = np.stack([weight[:, :, 0, 0] @ x[0, :, i, j] for i in range(2) for j in range(2)])
    agree(yours(*bare(x, weight))[0, 1:], want, exact=True)


@pytest.mark.parametrize(("h", "w"), [(5, 4), (4, 5)], ids=["height", "width"])
def test_remainder(yours, rng, h, w):
    """A picture that cannot be cut into whole patches raises a ValueError that names x."""
    _, weight, bias, cls_token, position = sample(rng)
    with pytest.raises(ValueError, match="x"):
        yours(rng.normal(size=(2, 3, h, w)), weight, bias, cls_token, position[:5])


@mistake(
    "Pixels of different patches are mixed: you reshape without exchanging axes. Split height and width, bring the axes that "
    "number patches to the front, and reshape then."
)
def reshapes_without_transposing(x, weight, bias, cls_token, position):
    n, c, p = len(x), x.shape[1], weight.shape[-1]
    patches = x.reshape(n, len(position) - 1, c, p, p).transpose(0, 2, 1, 3, 4).reshape(n, c, -1, p)
    return patch_embedding(patches, weight, bias, cls_token, position)


@mistake("The patches are numbered down each column first. They come in reading order: left to right, then down.")
def goes_down_the_columns(x, weight, bias, cls_token, position):
    turned, flipped = np.swapaxes(x, 2, 3), np.swapaxes(weight, 2, 3)
    return patch_embedding(turned, flipped, bias, cls_token, position)


@mistake("Rows and columns within a patch have changed places. Pixel (u, v) of a patch meets weight[:, :, u, v].")
def transposes_the_patch(x, weight, bias, cls_token, position):
    return patch_embedding(x, np.swapaxes(weight, 2, 3), bias, cls_token, position)


@mistake("The kernel is flipped. Deep-learning convolution is cross-correlation: leave the weight as it is.")
def flips_the_kernel(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight[:, :, ::-1, ::-1], bias, cls_token, position)


@mistake(
    "Patches are flattened with the channels last, but weight has them first. Bring both into the same order: channel, row, "
    "column."
)
def flattens_channels_last(x, weight, bias, cls_token, position):
    d, c, p, _ = weight.shape
    return patch_embedding(x, weight.reshape(d, p, p, c).transpose(0, 3, 1, 2), bias, cls_token, position)


@mistake("The class token stands at the end. It is the first token, with the first position.")
def appends_the_class_token(x, weight, bias, cls_token, position):
    tokens = patch_embedding(x, weight, bias, cls_token, 0 * position)
    return np.concatenate([tokens[:, 1:], tokens[:, :1]], axis=1) + position


@mistake("The class token is missing. Put it in front of the patches: there is one token more than there are patches.")
def forgets_the_class_token(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token, position)[:, 1:].copy()


@mistake("The class token gets no position. Positions are added after it has been put in front, to all tokens.")
def gives_the_class_token_no_position(x, weight, bias, cls_token, position):
    result = patch_embedding(x, weight, bias, cls_token, position)
    result[:, 0] = cls_token
    return result


@mistake(
    "Positions are missing. Without them a transformer could not tell in which order the patches lay: add them to all tokens."
)
def forgets_the_positions(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token, np.zeros_like(position))


@mistake("The bias is added to the class token as well. It belongs to the linear layer, through which only patches go.")
def gives_the_class_token_a_bias(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, bias, cls_token + bias, position)


@mistake("The bias is missing. The linear layer adds one number for each feature to every patch.")
def forgets_the_bias(x, weight, bias, cls_token, position):
    return patch_embedding(x, weight, np.zeros_like(bias), cls_token, position)


@mistake("Pixels that do not fill a patch are cut off in silence. Raise a ValueError that names x.")
def crops_the_picture(x, weight, bias, cls_token, position):
    p = weight.shape[-1]
    return patch_embedding(x[:, :, : x.shape[2] // p * p, : x.shape[3] // p * p], weight, bias, cls_token, position)


@mistake("Only the height is checked. The width, too, must be a multiple of the patch: raise a ValueError that names x.")
def checks_the_height_alone(x, weight, bias, cls_token, position):
    p = weight.shape[-1]
    return patch_embedding(x[:, :, :, : x.shape[3] // p * p], weight, bias, cls_token, position)


@mistake("A float32 input comes back as float64. Allocate what you fill with the dtype of x.")
def returns_float64(x, weight, bias, cls_token, position):
    return patch_embedding(x.astype(np.float64), weight, bias, cls_token, position)


@right
def patch_by_patch(x, weight, bias, cls_token, position):
    p, (h, w) = weight.shape[-1], x.shape[2:]
    if h % p != 0 or w % p != 0:
        raise ValueError("x does not divide into patches")
    result = np.empty((len(x), *position.shape), dtype=x.dtype)
    for image, tokens in zip(x, result, strict=True):
        corners = [(i, j) for i in range(0, h, p) for j in range(0, w, p)]
        tokens[0] = cls_token + position[0]
        for place, (i, j) in enumerate(corners, start=1):
            tokens[place] = np.tensordot(weight, image[:, i : i + p, j : j + p], axes=3) + bias + position[place]
    return result


@right
def by_einsum(x, weight, bias, cls_token, position):
    (n, c, h, w), p = x.shape, weight.shape[2]
    if (h // p * p, w // p * p) != (h, w):
        raise ValueError(f"patches of {p} do not fit into x")
    grid = x.reshape(n, c, h // p, p, w // p, p)
    result = np.tile(position, (n, 1, 1))
    result[:, 0] += cls_token
    result[:, 1:] += np.einsum("dcuv,nciujv->nijd", weight, grid).reshape(n, -1, len(bias)) + bias
    return result
