r"""Group norm: between layer norm and instance norm, and at peace with batches of any size.

The $C$ channels of each sample are cut into $G$ = `num_groups` groups of neighbours: the first $C/G$ channels are the first
group, the next $C/G$ the second, and so on. Each group of each sample has one mean and one variance, taken over its channels
**and** over all positions of the image; $S$ is the set of these elements:

$$\mu = \frac{1}{|S|} \sum_{i \in S} x_i, \qquad \sigma^2 = \frac{1}{|S|} \sum_{i \in S} (x_i - \mu)^2, \qquad
y_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}}\, w_{c(i)} + b_{c(i)}$$

Weight and bias have one entry per **channel** $c$, not per group. Nothing is averaged over the batch, so training and inference
are the same. $G = 1$ is layer norm over a whole image, $G = C$ is instance norm: each channel by itself.

* `x` is (N, C, H, W) for images, and may have any number of axes after the first two, also none.
* The variance is that of a population, $\varepsilon > 0$ stands inside the root, and a constant group gives the bias.
* The mean may be far larger than the spread, as with numbers around $2^{30} \pm 3$: the result is as accurate as anywhere.

All arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Wu and He 2018, *Group Normalization*, section 3; the same as `torch.nn.functional.group_norm`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.group_norm, torch.group_norm, torch.nn.GroupNorm,
# torch.nn.functional.layer_norm, torch.nn.functional.instance_norm, torch.nn.functional.batch_norm, by whatever
# name.
def group_norm(
    x: Float[Array, "N C *space"],
    num_groups: int,
    weight: Float[Array, "C"],
    bias: Float[Array, "C"],
    eps: float = 1e-5,
) -> Float[Array, "N C *space"]:
    """Give every group of channels of every sample mean 0 and variance 1, then scale and shift each channel.

    Parameters
    ----------
    x : samples with channels on the second axis, and any axes after it.
    num_groups : number of groups that the channels are cut into; a divisor of C.
    weight : learnt scale, one for each channel.
    bias : learnt shift, one for each channel.
    eps : a small positive number, added to the variance.

    Returns
    -------
    The normalized samples, in the shape and dtype of `x`.

    Raises
    ------
    ValueError
        If `num_groups` is less than 1, or does not divide the number of channels. The message names num_groups.

    Examples
    --------
    >>> x = np.array([[[1.0, 3.0], [5.0, 7.0], [2.0, 2.0], [2.0, 6.0]]])
    >>> weight, bias = np.array([1.0, 2.0, 3.0, -1.0]), np.array([0.0, 0.0, 10.0, 0.5])
    >>> np.round(group_norm(x, 2, weight, bias), 4)
    array([[[-1.3416, -0.4472],
            [ 0.8944,  2.6833],
            [ 8.268 ,  8.268 ],
            [ 1.0773, -1.232 ]]])
    >>> np.round(group_norm(x, 4, weight, bias, eps=3.0), 4)
    array([[[-0.5   ,  0.5   ],
            [-1.    ,  1.    ],
            [10.    , 10.    ],
            [ 1.2559, -0.2559]]])
    """
    raise NotImplementedError("write group_norm here")
