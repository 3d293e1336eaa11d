r"""Batch normalization of a dense layer: in training by the batch at hand, afterwards by a memory of all batches.

`x` has one row per sample and one column per feature. Each feature is treated by itself. **In training** mean and variance are
taken over the $N$ samples of the batch,

$$\mu = \frac{1}{N} \sum_n x_n, \qquad \sigma^2 = \frac{1}{N} \sum_n (x_n - \mu)^2, \qquad
y_n = \frac{x_n - \mu}{\sqrt{\sigma^2 + \varepsilon}}\, w + b,$$

and the running statistics move towards them by the share $m$ (`momentum`):

$$\mathrm{running\_mean} \leftarrow (1 - m)\, \mathrm{running\_mean} + m\, \mu, \qquad
\mathrm{running\_var} \leftarrow (1 - m)\, \mathrm{running\_var} + m\, \frac{N}{N-1}\, \sigma^2$$

Two conventions of PyTorch, both easily missed: $m$ is the weight of the **new** value (0.1 by default), and the variance
that is stored is the **unbiased** one, though the batch is normalized by the population variance.

**In evaluation** (`training=False`) the running statistics take the place of $\mu$ and $\sigma^2$, as they are. Every sample
is then treated by itself, so that a single one will do, and the running statistics come back unchanged, as new arrays.

$\varepsilon > 0$ stands inside the root; a constant feature gives $b$. The mean may be far larger than the spread, as with
numbers around $2^{30} \pm 3$: the result is as accurate as anywhere. All arrays share one dtype, and so do the results.
Everything returned is a new array and no argument is changed: what is a hidden update in a library is a result here.

Source: Ioffe and Szegedy 2015, *Batch Normalization*, sections 3 and 3.1; the names of the arguments are
those of `torch.nn.functional.batch_norm`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.batch_norm, torch.batch_norm, torch.nn.BatchNorm1d,
# torch.nn.functional.instance_norm, torch.nn.functional.layer_norm, torch.nn.functional.group_norm, by whatever
# name.
def batchnorm_forward(
    x: Float[Array, "N D"],
    weight: Float[Array, "D"],
    bias: Float[Array, "D"],
    running_mean: Float[Array, "D"],
    running_var: Float[Array, "D"],
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Float[Array, "N D"], Float[Array, "D"], Float[Array, "D"]]:
    """Normalize every feature by the batch, or by the memory of earlier batches, and keep that memory up to date.

    Parameters
    ----------
    x : a batch of samples, at least two in training.
    weight : learnt scale, one for each feature.
    bias : learnt shift, one for each feature.
    running_mean : mean of each feature, as remembered so far.
    running_var : variance of each feature, as remembered so far, not negative.
    training : whether to normalize by this batch and to remember it.
    momentum : weight of this batch in the new memory, from 0 to 1.
    eps : a small positive number, added to the variance.

    Returns
    -------
    Three new arrays: the output, the new running mean and the new running variance.

    Raises
    ------
    ValueError
        If `training` is true and `x` has fewer than two samples: a single one has no spread. The message names x.

    Examples
    --------
    >>> x = np.array([[1.0, -4.0], [2.0, 0.0], [6.0, 1.0]])
    >>> weight, bias = np.array([2.0, -1.0]), np.array([5.0, 0.5])
    >>> y, mean, var = batchnorm_forward(x, weight, bias, np.array([1.0, -2.0]), np.array([4.0, 9.0]))
    >>> np.round(y, 4)
    array([[ 3.1484,  1.8887],
           [ 4.0742,  0.0371],
           [ 7.7775, -0.4258]])
    >>> np.round(mean, 4), np.round(var, 4)
    (array([ 1.2, -1.9]), array([4.3, 8.8]))
    >>> y, mean, var = batchnorm_forward(x[:1], weight, bias, np.array([1.0, -2.0]), np.array([4.0, 9.0]), training=False)
    >>> np.round(y, 4)
    array([[5.    , 1.1667]])
    >>> mean, var
    (array([ 1., -2.]), array([4., 9.]))
    """
    raise NotImplementedError("write batchnorm_forward here")
