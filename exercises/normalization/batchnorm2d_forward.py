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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.batch_norm, torch.batch_norm, torch.nn.BatchNorm2d,
# torch.nn.functional.instance_norm, torch.nn.functional.layer_norm, torch.nn.functional.group_norm, by whatever
# name.
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
    raise NotImplementedError("write batchnorm2d_forward here")
