r"""How a gradient flows back through softmax: a product of a vector with a full matrix, without ever building the matrix.

In the forward pass $y = \mathrm{softmax}(x)$ along the axis `dim` (temperature 1), and $y$ was kept. In the backward pass the
layers above hand down $g_i = \partial L / \partial y_i$, called `grad_output`. Because the outputs of a slice add up to 1,
raising one score lowers all other outputs, so **every** output depends on **every** score:

$$\frac{\partial y_i}{\partial x_j} = y_i\,(\delta_{ij} - y_j)
\qquad\text{and so}\qquad
\frac{\partial L}{\partial x_j} = \sum_i g_i \frac{\partial y_i}{\partial x_j}$$

with $\delta_{ij} = 1$ for $i = j$, else 0. Return $\partial L / \partial x$, for each slice along `dim` on its own. `y` **is
already the output** of softmax. As in PyTorch, a negative `dim` counts from the end.

Improbable classes count, too: where a network is confident and wrong, so that the true class has $y_i = 10^{-20}$, a
cross-entropy hands down $g_i = -10^{20}$.

Memory may grow as the arrays do and no faster: never build the matrix, not even for one slice at a time. One row or column of it
is no matrix: working through them one by one is slow, but allowed.

Both arrays have the same dtype and the same shape, with at least one axis, and so has the result. Return a new array; do not
change the inputs.

Source: Bishop 2006, *Pattern Recognition and Machine Learning*, section 4.3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch._softmax_backward_data, by whatever name.
def softmax_backward(grad_output: Float[Array, "*shape"], y: Float[Array, "*shape"], dim: int = -1) -> Float[Array, "*shape"]:
    """Turn the gradient of the loss by the outputs of softmax into the gradient by its scores.

    Parameters
    ----------
    grad_output : gradient of the loss by `y`, any real numbers.
    y : output of softmax in the forward pass, of the same shape; slices along `dim` add up to 1.
    dim : the axis along which softmax was taken; negative numbers count from the end.

    Returns
    -------
    The gradient of the loss by the input of softmax, in the shape and dtype of `y`.

    Examples
    --------
    >>> softmax_backward(np.array([2.0, -1.0, 4.0]), np.array([0.5, 0.2, 0.3]))
    array([ 0. , -0.6,  0.6])
    >>> softmax_backward(np.array([[1.0, 3.0], [2.0, -1.0]]), np.array([[0.25, 0.6], [0.75, 0.4]]), dim=0)
    array([[-0.1875,  0.96  ],
           [ 0.1875, -0.96  ]])
    """
    raise NotImplementedError("write softmax_backward here")
