r"""Kaiming, or He, initialization: normal weights, a little larger than Xavier's, because a ReLU loses half of what it is given.

Every entry of the weight is drawn for itself from the normal distribution with mean 0 and this standard deviation:

$$\sigma = \frac{\text{gain}}{\sqrt{\text{fan}}}, \qquad \text{gain} = \sqrt{\frac{2}{1 + a^2}}$$

The number $a$ is the slope of a leaky ReLU for negative inputs, so $a = 0$ is ReLU itself, with a gain of $\sqrt 2$, and
$a = 1$ is no activation at all, with a gain of 1. (PyTorch starts its linear layers with $a = \sqrt 5$, for historical
reasons.) `mode` says which fan is meant: `"fan_in"` keeps the size of the signals on the way forward, `"fan_out"` that of the
gradients on the way back.

The layout is that of PyTorch: `shape` is `(out, in)` for a linear layer or `(out, in, *kernel)` for a convolution with a
kernel of any number of axes, and the fans are those of `fan_in_out`: the number of inputs, or outputs, times the number of
places in the kernel.

All entries are independent, also in a weight of a few entries. Nothing is cut off, however far from 0 it lies, and nothing
is shifted or scaled afterwards to bring the mean or the spread of this one draw to their expected values.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same weight, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the next call gives another weight. The values are checked
by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a `torch.Generator`: pass it
as `generator=rng` to whatever draws, on the device of `rng`. The weight is float64.

Source: He, Zhang, Ren and Sun 2015, *Delving deep into rectifiers: surpassing human-level performance on ImageNet
classification*, section 2.2; arguments and layout are those of `torch.nn.init.kaiming_normal_`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.init, by whatever name.
def kaiming_normal(
    shape: tuple[int, ...],
    rng: np.random.Generator,
    a: float = 0.0,
    mode: str = "fan_in",
) -> Float[Array, "*shape"]:
    """Draw the weight of a layer in front of a ReLU from a normal distribution with He's variance.

    Parameters
    ----------
    shape : shape of the weight, (out, in) or (out, in, *kernel), all lengths at least 1.
    rng : where all randomness comes from.
    a : slope of the leaky ReLU behind the layer for negative inputs; 0 is ReLU.
    mode : "fan_in" or "fan_out".

    Returns
    -------
    The weight, a float64 array of the given shape.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes, or `mode` is neither of the two. The message names it: shape, mode.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> weight = kaiming_normal((200, 50), rng)
    >>> round(float(weight.std()), 1)
    0.2
    >>> weight = kaiming_normal((8, 30, 4, 5), rng, a=2.0, mode="fan_out")
    >>> round(float(weight.std()), 2)
    0.05
    """
    raise NotImplementedError("write kaiming_normal here")
