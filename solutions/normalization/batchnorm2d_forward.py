r"""Batch normalization of images in training: one mean and one variance per channel, and none per pixel.

A convolution uses the same filter everywhere, so all positions of a channel are samples of one and the same feature. That is why
batch norm treats them alike: the statistics of channel $c$ are taken over all $N$ images **and** all $H \times W$ positions,

$$\mu_c = \frac{1}{NHW} \sum_{n,i,j} x_{ncij}, \qquad \sigma_c^2 = \frac{1}{NHW} \sum_{n,i,j} (x_{ncij} - \mu_c)^2, \qquad
y_{ncij} = \frac{x_{ncij} - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}}\, w_c + b_c$$

* Weight and bias have one entry per channel. With a batch of eight images of $32 \times 32$ a mean is taken over 8192 numbers.
* The variance is that of a population, and $\varepsilon > 0$ stands inside the root. A constant channel gives its bias.
* There must be at least two numbers per channel, $NHW \ge 2$; a single one has no spread. One image is fine if it has two pixels.
* The mean may be far larger than the spread, as with numbers around $2^{30} \pm 3$: the result is as accurate as anywhere.

This is training alone; nothing is remembered here. All arrays share one dtype, and the result has it too. Return a new array; do
not change the inputs.

Source: Ioffe and Szegedy 2015, *Batch Normalization*, section 3.2; the same as `torch.nn.BatchNorm2d` in training mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Batch normalization of images",
    difficulty=2,
    points=10,
    needs=("normalization/batchnorm_forward",),
    questions=(
        "Over which axes does batch normalization average in a convolutional network?",
        "Why use batch normalization, and what are its advantages?",
    ),
    hints=(
        "Batch norm of a dense layer averages over the samples and keeps the features apart. Which axis of an image batch plays "
        "the part of the features? Everything else is samples: a pixel at the top of one image and a pixel at the bottom of "
        "another are two measurements of the same channel.",
        "So there are as many means as channels. Both libraries can average over several axes at once if you give a tuple of "
        "them, and keep these axes with length 1, so that the result can be subtracted from x. The count to divide by takes "
        "care of itself. Another way: move the channels to the end and flatten the rest; it is the dense case then.",
        "Centre x by the mean over axes 0, 2 and 3, average the squares of that over the same axes, add eps, take the root and "
        "divide. Weight and bias are vectors; broadcasting would line them up with the width of the image, so give them axes "
        "of length 1 behind. Refuse a batch in which a channel has a single number.",
    ),
    forbid=(
        "torch.nn.functional.batch_norm",
        "torch.batch_norm",
        "torch.nn.BatchNorm2d",
        "torch.nn.functional.instance_norm",
        "torch.nn.functional.layer_norm",
        "torch.nn.functional.group_norm",
    ),
)


def batchnorm2d_forward(
    x: Float[Array, "N C H W"],
    weight: Float[Array, "C"],
    bias: Float[Array, "C"],
    eps: float = 1e-5,
) -> Float[Array, "N C H W"]:
    """Give every channel mean 0 and variance 1 over the batch and all positions, then scale and shift it.

    Parameters
    ----------
    x : a batch of images, or of feature maps.
    weight : learnt scale, one for each channel.
    bias : learnt shift, one for each channel.
    eps : a small positive number, added to the variance.

    Returns
    -------
    The normalized images, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If there is only one number per channel, that is one image of one pixel. The message names x.

    Examples
    --------
    >>> x = np.array([[[[1.0, 3.0]], [[0.0, 1.0]]], [[[5.0, 7.0]], [[4.0, -5.0]]]])
    >>> y = batchnorm2d_forward(x, np.array([1.0, 2.0]), np.array([0.0, 10.0]))
    >>> y.shape
    (2, 2, 1, 2)
    >>> np.round(y[:, 0, 0], 4)
    array([[-1.3416, -0.4472],
           [ 0.4472,  1.3416]])
    >>> np.round(y[:, 1, 0], 4)
    array([[10.    , 10.6172],
           [12.4689,  6.9139]])
    """
    if x.size == x.shape[1]:
        raise ValueError(f"x has a single number per channel: {x.shape}")
    centred = x - x.mean(axis=(0, 2, 3), keepdims=True)
    variance = np.mean(centred * centred, axis=(0, 2, 3), keepdims=True)
    return centred / np.sqrt(variance + eps) * weight[:, None, None] + bias[:, None, None]
