r"""Batch norm for free: after training it melts into the layer before it.

In evaluation batch norm uses fixed statistics, so for each channel it multiplies by one number and adds another. A linear layer
or a convolution before it does the same kind of thing, and two such steps are one. With the output $z = W x + b$ of the layer,

$$y = \frac{z - \mu}{\sqrt{\sigma^2 + \varepsilon}}\, \gamma + \beta \qquad\text{is}\qquad y = W' x + b'$$

for a weight $W'$ and a bias $b'$ that can be computed once. Find them: the network then gives the same outputs (up to rounding)
without its batch norm, and is faster. Here $\mu$ = `running_mean`, $\sigma^2$ = `running_var` (a variance, not a deviation),
$\gamma$ = `bn_weight` of either sign, or zero, and $\beta$ = `bn_bias`, each with one entry for each output channel.

* `weight` is (out, in) for a linear layer, (out, in, kernel height, kernel width) for a 2-D convolution, and has any number of
  axes in general. **The first axis is that of the outputs**, always.
* `bias` may be `None`, for a layer without one, as is usual before batch norm: then it counts as zero. The new bias is an
  array in any case.
* $\varepsilon > 0$ stands inside the root.

All arrays share one dtype, and the results have it too. Both are new arrays; do not change the inputs.

Source: Jacob and others 2018, *Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference*,
section 3.2; the same as `torch.nn.utils.fusion.fuse_conv_bn_weights`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.utils.fusion, torch.nn.functional.batch_norm,
# torch.nn.utils.fuse_conv_bn_weights, torch.nn.utils.fuse_linear_bn_weights, by whatever name.
def fold_batchnorm(
    weight: Float[Array, "O I *kernel"],
    bias: Float[Array, "O"] | None,
    bn_weight: Float[Array, "O"],
    bn_bias: Float[Array, "O"],
    running_mean: Float[Array, "O"],
    running_var: Float[Array, "O"],
    eps: float = 1e-5,
) -> tuple[Float[Array, "O I *kernel"], Float[Array, "O"]]:
    """Find the layer that does what a linear layer or a convolution and the batch norm behind it do in evaluation.

    Parameters
    ----------
    weight : weight of the layer, with the outputs on its first axis, and at least two axes.
    bias : bias of the layer, or None.
    bn_weight : learnt scale of the batch norm, one for each output channel.
    bn_bias : learnt shift of the batch norm, one for each output channel.
    running_mean : mean of each output channel, as remembered by the batch norm.
    running_var : variance of each output channel, as remembered by the batch norm, not negative.
    eps : a small positive number, added to the variance.

    Returns
    -------
    The new weight, in the shape of `weight`, and the new bias.

    Examples
    --------
    >>> weight, bias = np.array([[1.0, 2.0, 3.0], [-4.0, 0.5, 1.0]]), np.array([10.0, -2.0])
    >>> bn_weight, bn_bias = np.array([2.0, -3.0]), np.array([0.5, 1.0])
    >>> mean, var = np.array([6.0, 1.0]), np.array([15.0, 8.0])
    >>> new_weight, new_bias = fold_batchnorm(weight, bias, bn_weight, bn_bias, mean, var, eps=1.0)
    >>> new_weight
    array([[ 0.5,  1. ,  1.5],
           [ 4. , -0.5, -1. ]])
    >>> new_bias
    array([2.5, 4. ])
    >>> fold_batchnorm(weight, None, bn_weight, bn_bias, mean, var, eps=1.0)[1]
    array([-2.5,  2. ])
    """
    raise NotImplementedError("write fold_batchnorm here")
