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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of batch norm",
    difficulty=3,
    points=15,
    needs=("normalization/batchnorm_forward", "backpropagation/numerical_gradient"),
    questions=(
        "How do you backpropagate through a normalization layer?",
        "Derive the gradient of batch normalization with respect to its input.",
    ),
    hints=(
        "Take a single feature: a column of N numbers, one from each sample. Draw the graph of the forward pass, with a node for "
        "the mean, one for the variance and one for the normalized column. Then walk it backwards, node by node. From x there "
        "are three arrows: to the mean, to the variance and straight to the result.",
        "The gradient by the bias is a sum of grad_output over the batch, that by the weight a sum of grad_output times the "
        "normalized column. Keep both: they come back. For the gradient by x, note what a small push of one sample does: it "
        "moves the mean by one N-th of the push, and the variance by two N-ths of its centred value times the push.",
        "Collected, the three ways give this: from the gradient by the normalized column take its average over the batch, and "
        "the normalized column times the average of the product of both; divide by the root of the forward pass. Since weight "
        "is one number per column, it may be multiplied at any time. Then add up over the batch: the result must be zero.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.batch_norm",
        "torch.batch_norm",
        "torch.nn.BatchNorm1d",
        "torch.ops.aten.native_batch_norm_backward",
    ),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    centred = x - x.mean(axis=0)
    root = np.sqrt(np.mean(centred * centred, axis=0) + eps)
    normalized = centred / root
    along = np.mean(grad_output * normalized, axis=0)
    dx = weight / root * (grad_output - grad_output.mean(axis=0) - normalized * along)
    return dx, np.sum(grad_output * normalized, axis=0), np.sum(grad_output, axis=0)
