r"""The backward pass of layer norm: what is left of a gradient when shifting and stretching the row may not matter.

In the forward pass each row $x$ of $D$ features became, with its own mean $\mu$ and variance $\sigma^2$ (both over $D$),

$$\hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad y_i = \hat x_i\, w_i + b_i$$

Now the layers above hand down $g = \partial L/\partial y$, called `grad_output`, in the shape of `x`. Wanted are the gradients of
$L$ with respect to $x$, $w$ and $b$, **through the mean and the variance as well**: each $x_i$ moves them, and with them all
outputs of its row. Deriving them is the exercise. Three truths to check a result with:

* The gradient by $x$ adds up to zero in every row: a shift of a row changes nothing.
* For $\varepsilon \to 0$ it is orthogonal to $\hat x$ as well: neither does a stretch.
* The gradients by $w$ and $b$ are **sums** over all rows, that is over all axes but the last. If the loss is a mean, that factor
  is in $g$ already.

There may be any number of axes before the last one, also none; then there is a single row. $\varepsilon > 0$ counts everywhere as
it did forward, and a constant row has $\hat x = 0$. The mean may be far larger than the spread, as with numbers around
$2^{30} \pm 3$.

All arrays share one dtype, and the results have it too. Return three new arrays; do not change the inputs.

Source: Ba, Kiros and Hinton 2016, *Layer Normalization*, section 3; derived as by Ioffe and Szegedy
2015, *Batch Normalization*, section 3, along the other axis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of layer norm",
    difficulty=3,
    points=15,
    needs=("normalization/layer_norm", "backpropagation/numerical_gradient"),
    questions=(
        "How do you backpropagate through a normalization layer?",
        "Why do transformers use layer norm and not batch norm?",
    ),
    hints=(
        "Start at the end, where it is easy. The output is linear in weight and bias, so their gradients are the sum of "
        "grad_output times the normalized row, and the sum of grad_output alone. Then pass through the multiplication by "
        "weight: from here on work with the gradient by the normalized row, and do not mix up the two.",
        "One entry of x reaches the output on three ways: directly, through the mean and through the variance. Write down all "
        "three for a single row. The mean contributes the same to all entries. The variance contributes something "
        "proportional to the centred value. Look for what cancels: the derivative of the variance by the mean is zero.",
        "The three ways add up to a projection. From the gradient by the normalized row take away its average over the row; then "
        "take away the normalized row times the average of their product. Divide what is left by the same root as in the forward "
        "pass. All averages go over the last axis, and weight must be inside of them. Compare with finite differences.",
    ),
    forbid=(
        "autograd",
        "torch.nn.functional.layer_norm",
        "torch.layer_norm",
        "torch.nn.LayerNorm",
        "torch.ops.aten.native_layer_norm_backward",
    ),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def layer_norm_backward(
    grad_output: Float[Array, "*rows D"],
    x: Float[Array, "*rows D"],
    weight: Float[Array, "D"],
    eps: float = 1e-5,
) -> tuple[Float[Array, "*rows D"], Float[Array, "D"], Float[Array, "D"]]:
    """Turn the gradient of a layer norm's output into the gradients of its input, its scale and its shift.

    Parameters
    ----------
    grad_output : gradient of the loss with respect to the output.
    x : rows that went into the forward pass.
    weight : scale that was used, one for each feature.
    eps : the small positive number that was added to the variance.

    Returns
    -------
    The gradients with respect to `x`, to `weight` and to the bias, three new arrays.

    Examples
    --------
    >>> grad_output = np.array([[1.0, 0.0, -2.0], [0.5, 3.0, 1.0]])
    >>> x = np.array([[1.0, 2.0, 6.0], [0.0, -1.0, 4.0]])
    >>> dx, dweight, dbias = layer_norm_backward(grad_output, x, np.array([1.0, 2.0, -1.0]), eps=0.5)
    >>> np.round(dx, 4)
    array([[ 0.2271, -0.3264,  0.0993],
           [-1.0265,  0.9532,  0.0733]])
    >>> np.round(dweight, 4)
    array([-1.0999, -2.6396, -1.3198])
    >>> dbias
    array([ 1.5,  3. , -1. ])
    """
    centred = x - x.mean(axis=-1, keepdims=True)
    root = np.sqrt(np.mean(centred * centred, axis=-1, keepdims=True) + eps)
    normalized = centred / root
    grad = grad_output * weight  # by the normalized row
    along = np.mean(grad * normalized, axis=-1, keepdims=True)
    dx = (grad - grad.mean(axis=-1, keepdims=True) - normalized * along) / root
    rows = tuple(range(x.ndim - 1))
    return dx, np.sum(grad_output * normalized, axis=rows), np.sum(grad_output, axis=rows)
