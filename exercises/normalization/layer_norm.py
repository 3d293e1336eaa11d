r"""Layer normalization: every sample is measured by its own mean and its own spread.

Take one row $x$ of $D$ features (one token, one sample). Its mean and its variance are taken over the features,

$$\mu = \frac{1}{D} \sum_i x_i, \qquad \sigma^2 = \frac{1}{D} \sum_i (x_i - \mu)^2,$$

and with them the row is centred, scaled, and sent through a learnt scale and shift, one of each per feature:

$$y_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}}\, w_i + b_i$$

* The features are the **last** axis. There may be any number of axes before it, also none, and each slice along the last axis
  is a row of its own: nothing is averaged over a batch or over time.
* The variance is that of a population (divide by $D$, not by $D - 1$), and $\varepsilon > 0$ stands **inside** the root.
* A constant row has $\sigma = 0$, and its output is $b$. So it is for $D = 1$.
* The mean may be far larger than the spread: at $2^{30} \pm 3$ the result is as accurate as anywhere. (On paper
  $\sigma^2 = \overline{x^2} - \mu^2$; in floats the two terms cancel, and nothing is left.)

All arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Ba, Kiros and Hinton 2016, *Layer Normalization*, section 3; the same as `torch.nn.functional.layer_norm`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.layer_norm, torch.layer_norm, torch.nn.LayerNorm,
# torch.nn.functional.group_norm, torch.nn.functional.instance_norm, torch.nn.functional.batch_norm,
# torch.nn.functional.rms_norm, by whatever name.
def layer_norm(
    x: Float[Array, "*rows D"],
    weight: Float[Array, "D"],
    bias: Float[Array, "D"],
    eps: float = 1e-5,
) -> Float[Array, "*rows D"]:
    """Give every row mean 0 and variance 1, then scale and shift each feature.

    Parameters
    ----------
    x : rows of features, with any number of axes before the last one.
    weight : learnt scale, one for each feature.
    bias : learnt shift, one for each feature.
    eps : a small positive number, added to the variance.

    Returns
    -------
    The normalized rows, in the shape and dtype of `x`.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0, 6.0], [-0.01, 0.03, 0.01]])
    >>> weight, bias = np.array([1.0, 2.0, -1.0]), np.array([0.0, 0.5, 10.0])
    >>> np.round(layer_norm(x, weight, bias), 4)
    array([[-0.9258, -0.4258,  8.6113],
           [-1.2024,  2.9048, 10.    ]])
    >>> np.round(layer_norm(x, weight, bias, eps=2.0), 4)
    array([[-0.7746, -0.2746,  8.8381],
           [-0.0141,  0.5283, 10.    ]])
    """
    raise NotImplementedError("write layer_norm here")
