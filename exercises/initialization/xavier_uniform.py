r"""Xavier, or Glorot, initialization: weights drawn evenly from an interval that is as wide as both directions allow.

Every entry of the weight is drawn for itself from the uniform distribution on $[-a, a]$, whose variance is $a^2/3$. With
Xavier's variance on the left, times a gain that makes up for the activation behind the layer, the bound follows:

$$\frac{a^2}{3} = \text{gain}^2 \cdot \frac{2}{\text{fan\_in} + \text{fan\_out}} \qquad\Longrightarrow\qquad
a = \text{gain} \cdot \sqrt{\frac{6}{\text{fan\_in} + \text{fan\_out}}}$$

The layout is that of PyTorch: `shape` is `(out, in)` for a linear layer or `(out, in, *kernel)` for a convolution with a
kernel of any number of axes, and the fans are those of `fan_in_out`: the number of inputs, or outputs, times the number of
places in the kernel. A gain of 1 is for a layer without an activation; for tanh 5/3 is common.

All entries are independent, also in a weight of a few entries: nothing is shifted or scaled afterwards to bring the mean or
the spread of this one draw to their expected values. Whether the ends of the interval can be drawn does not matter.

Take all randomness from `rng`, in any way you like: the same state of `rng` gives the same weight, and another state gives
another. Draw from `rng` itself and not from a copy of it, so that the next call gives another weight. The values are checked
by their statistics, so it does not matter how you draw, nor in which order. In PyTorch `rng` is a `torch.Generator`: pass it
as `generator=rng` to whatever draws, on the device of `rng`. The weight is float64.

Source: Glorot and Bengio 2010, *Understanding the difficulty of training deep feedforward neural networks*, section 4.2.1,
equation 16; gain and layout are those of `torch.nn.init.xavier_uniform_`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.init, by whatever name.
def xavier_uniform(shape: tuple[int, ...], rng: np.random.Generator, gain: float = 1.0) -> Float[Array, "*shape"]:
    """Draw the weight of a layer from a uniform distribution with Xavier's variance.

    Parameters
    ----------
    shape : shape of the weight, (out, in) or (out, in, *kernel), all lengths at least 1.
    rng : where all randomness comes from.
    gain : factor that makes up for the activation behind the layer, above 0.

    Returns
    -------
    The weight, a float64 array of the given shape.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes. The message names it: shape.

    Examples
    --------
    >>> rng = np.random.default_rng(7)
    >>> weight = xavier_uniform((70, 80), rng)
    >>> round(float(np.abs(weight).max()), 1)
    0.2
    >>> weight = xavier_uniform((40, 10, 3, 4), rng, gain=5.0)
    >>> round(float(np.abs(weight).max()), 1)
    0.5
    """
    raise NotImplementedError("write xavier_uniform here")
