r"""The backward pass of batch norm: the one place in a network where the gradient of one sample depends on all the others.

In training the forward pass normalized each feature over the $N$ samples of the batch, with population variance:

$$\hat x_n = \frac{x_n - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad \mu = \frac{1}{N} \sum_n x_n, \qquad
\sigma^2 = \frac{1}{N} \sum_n (x_n - \mu)^2, \qquad y_n = \hat x_n\, w + b$$

The layers above hand down $g = \partial L/\partial y$, called `grad_output`, of the shape of `x`. Wanted are the gradients of
$L$ with respect to $x$, $w$ and $b$. Mean and variance depend on every sample, so the gradient by $x$ flows **through them as
well**; running statistics play no part in training. Derive it. Three truths to check a result with:

* The gradient by $x$ adds up to zero over the batch, in each feature: a shift of the whole batch changes nothing.
* For $\varepsilon \to 0$ it is orthogonal to $\hat x$, feature by feature: neither does a stretch.
* The gradients by $w$ and $b$ are **sums** over the batch. If the loss is a mean, that factor is in $g$ already.

`x` is (N, D), with $N \ge 2$. $\varepsilon > 0$ counts everywhere as it did forward; a constant feature has $\hat x = 0$. The
mean may be far larger than the spread, as with numbers around $2^{30} \pm 3$.

All arrays share one dtype, and the results have it too. Return three new arrays; do not change the inputs.

Source: Ioffe and Szegedy 2015, *Batch Normalization*, section 3, the six equations before section 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.batch_norm, torch.batch_norm,
# torch.nn.BatchNorm1d, torch.ops.aten.native_batch_norm_backward, by whatever name.
def batchnorm_backward(
    grad_output: Float[Array, "N D"],
    x: Float[Array, "N D"],
    weight: Float[Array, "D"],
    eps: float = 1e-5,
) -> tuple[Float[Array, "N D"], Float[Array, "D"], Float[Array, "D"]]:
    """Turn the gradient of a batch norm's output in training into the gradients of its input, its scale and its shift.

    Parameters
    ----------
    grad_output : gradient of the loss with respect to the output.
    x : batch that went into the forward pass, of at least two samples.
    weight : scale that was used, one for each feature.
    eps : the small positive number that was added to the variance.

    Returns
    -------
    The gradients with respect to `x`, to `weight` and to the bias, three new arrays.

    Examples
    --------
    >>> grad_output = np.array([[1.0, 0.5], [0.0, 3.0], [-2.0, 1.0]])
    >>> x = np.array([[1.0, 0.0], [2.0, -1.0], [6.0, 4.0]])
    >>> dx, dweight, dbias = batchnorm_backward(grad_output, x, np.array([2.0, -1.0]), eps=0.5)
    >>> np.round(dx, 4)
    array([[ 0.2649,  0.5393],
           [-0.1608, -0.4612],
           [-0.1041, -0.0781]])
    >>> np.round(dweight, 4)
    array([-3.5195, -1.5398])
    >>> dbias
    array([-1. ,  4.5])
    """
    raise NotImplementedError("write batchnorm_backward here")
