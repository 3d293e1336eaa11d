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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.layer_norm, torch.layer_norm,
# torch.nn.LayerNorm, torch.ops.aten.native_layer_norm_backward, by whatever name.
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
    raise NotImplementedError("write layer_norm_backward here")
