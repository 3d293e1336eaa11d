"""Hidden tests of interpretability/saliency."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.interpretability.saliency import saliency

independent = "torch.linalg.vector_norm(grad_x, ord=float('inf'), dim=1)"


def sample(rng, size="small"):
    """Gradients of either sign, but for one pixel where all are negative and one where all are positive."""
    grad_x = rng.normal(size=(1, 1, 1, 1) if size == "ones" else (2, 3, 4, 5))
    grad_x[:, :, 0, 0] = -np.abs(grad_x[:, :, 0, 0])
    grad_x[:, :, 1:, 1:2] = np.abs(grad_x[:, :, 1:, 1:2])
    return (grad_x,)


def test_strongest_channel_speaks(yours, rng):
    """Of the channels of a pixel the one furthest from zero counts, on whichever side it is."""
    grad_x = np.array([[[[-3.0, 1.0], [2.0, -1.0]], [[1.0, 4.0], [-5.0, -6.0]]]])
    agree(yours(grad_x), np.array([[[3.0, 4.0], [5.0, 6.0]]]), exact=True)


def test_linear_score(yours, rng):
    """For a linear score the gradient is the weight, and the map is its size, measured by moving one number at a time."""
    w, x = rng.integers(-9, 10, (1, 3, 2, 4)).astype(float), rng.integers(-9, 10, (1, 3, 2, 4)).astype(float)
    w[0, :, 0, 0] = [-2.0, -5.0, -3.0]
    reaction = np.zeros((3, 2, 4))
    for index in np.ndindex(3, 2, 4):
        moved = x.copy()
        moved[0][index] += 1.0
        reaction[index] = abs(np.sum(w * moved) - np.sum(w * x))
    agree(yours(w), np.max(reaction, axis=0)[None], exact=True)


def test_sign_does_not_matter(yours, rng):
    """With all signs turned round the map is the same."""
    (grad_x,) = sample(rng)
    agree(yours(-grad_x), saliency(grad_x))


def test_order_of_the_channels(yours, rng):
    """The order of the channels does not matter, and that of the images does."""
    (grad_x,) = sample(rng)
    agree(yours(grad_x[:, [2, 0, 1]]), saliency(grad_x))
    agree(yours(grad_x[::-1]), saliency(grad_x)[::-1])


def test_faint_pixels(yours, rng):
    """A pixel that hardly matters keeps its number, and one that does not matter at all has zero: nothing is normalized."""
    for faint in (-1e-12, 1e-12, 0.0, 1e-200, -1e200):
        agree(yours(np.array([[[[faint]], [[faint / 2]]]])), np.array([[[abs(faint)]]]))


@pytest.mark.parametrize("channels", [1, 2, 7])
def test_images_on_their_own(yours, rng, channels):
    """A map depends on its own image only, with any number of channels."""
    grad_x = rng.normal(size=(3, channels, 2, 4)) * np.array([1.0, 50.0, 0.01]).reshape(3, 1, 1, 1)
    grad_x[:, :, 1, 2] = -np.abs(grad_x[:, :, 1, 2])
    agree(yours(grad_x)[:1], saliency(grad_x[:1]))
    agree(yours(grad_x), np.concatenate([saliency(grad_x[[n]]) for n in range(3)]))


@mistake("The largest signed gradient is taken, so a strong negative one is overlooked. Take absolute values first.")
def overlooks_negative_gradients(grad_x):
    return grad_x.max(axis=1)


@mistake("The absolute value comes after the maximum, which has overlooked strong negative gradients. Exchange the two.")
def takes_the_absolute_value_last(grad_x):
    return np.abs(grad_x.max(axis=1))


@mistake("The mean over the channels is taken. The strongest channel speaks for the pixel: take the largest.")
def averages_the_channels(grad_x):
    return np.abs(grad_x).mean(axis=1)


@mistake("The channels are added before the absolute value, so opposite signs cancel. Take the largest absolute value.")
def lets_channels_cancel(grad_x):
    return np.abs(grad_x.sum(axis=1))


@mistake("The absolute values of the channels are added up. Take the largest of them.")
def adds_the_channels(grad_x):
    return np.abs(grad_x).sum(axis=1)


@mistake("You take the Euclidean length over the channels. That is another map: here the largest absolute value counts.")
def takes_the_length(grad_x):
    return np.sqrt((grad_x**2).sum(axis=1))


@mistake("Squares stand in the map. The largest absolute value is wanted, not its square.")
def squares_the_gradients(grad_x):
    return (grad_x**2).max(axis=1)


@mistake("Negative gradients are cut off. A pixel that must become darker matters, too: take absolute values.")
def rectifies_the_gradients(grad_x):
    return np.maximum(grad_x, 0).max(axis=1)


@mistake("The smallest absolute value is taken. The strongest channel speaks for its pixel.")
def takes_the_weakest_channel(grad_x):
    return np.abs(grad_x).min(axis=1)


@mistake("The maximum runs over the images of the batch. The channels are the second axis: axis 1, in PyTorch dim=1.")
def takes_the_maximum_over_images(grad_x):
    return np.abs(grad_x).max(axis=0)


@mistake("The maximum runs over the last axis, as if channels came last. They are the second axis of (N, C, H, W).")
def takes_the_channels_for_last(grad_x):
    return np.abs(grad_x).max(axis=-1)


@mistake("There is still an axis for the channels. One number for each pixel is wanted: let the axis go.")
def keeps_the_axis(grad_x):
    return np.abs(grad_x).max(axis=1, keepdims=True)


@mistake("You return which channel is the strongest. Return how strong it is.")
def returns_the_channel(grad_x):
    return np.abs(grad_x).argmax(axis=1)


@mistake("Each map is divided by its largest value. That is for the screen: return the values as they are.")
def normalizes_each_map(grad_x):
    m = saliency(grad_x)
    largest = m.max(axis=(1, 2), keepdims=True)
    return m / np.where(largest > 0, largest, 1)


@mistake("A float32 gradient gives a float64 map. Do not convert, and make new arrays with dtype=grad_x.dtype.")
def returns_float64(grad_x):
    return np.abs(grad_x).max(axis=1).astype(np.float64)


@mistake("You write the absolute values into the gradient itself. Make a new array: the signs are lost otherwise.")
def overwrites_the_gradient(grad_x):
    np.abs(grad_x, out=grad_x)
    return grad_x.max(axis=1)


@right
def larger_of_both_ends(grad_x):
    return np.maximum(grad_x.max(axis=1), -grad_x.min(axis=1))


@right
def channel_by_channel(grad_x):
    result = np.zeros((grad_x.shape[0], *grad_x.shape[2:]), dtype=grad_x.dtype)
    for c in range(grad_x.shape[1]):
        size = np.where(grad_x[:, c] < 0, -grad_x[:, c], grad_x[:, c])
        result = np.where(size > result, size, result)
    return result


@right
def sorts_the_channels(grad_x):
    return np.sort(np.abs(grad_x), axis=1)[:, -1].copy()
