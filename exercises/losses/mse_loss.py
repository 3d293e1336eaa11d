r"""The mean squared error: the loss of regression, and the gradient that it hands down to the network.

$$L = \frac1n \sum_i (x_i - t_i)^2, \qquad \frac{\partial L}{\partial x_i} = \frac2n\,(x_i - t_i)$$

$x$ is `input`, what the network predicts, and $t$ is `target`. The mean runs over **all** $n$ entries, whatever the axes mean:
for `input` of shape (N, D) it is $n = N D$. This is what `reduction="mean"` says in PyTorch. Textbooks often write
$\frac12$ in front to be rid of the 2 in the gradient; here, as in PyTorch, there is **no one half**.

The square is not a detail. A popular answer to "what is the cost function?" reads $C = \frac12 (Y - \hat Y)$. With $Y = 1$ it
rewards a prediction of 10 with a cost of $-4.5$ and one of a million with $-499\,999.5$: the worse, the cheaper, without end,
and the gradient is $-\frac12$ however good or bad the prediction is. Squared, errors of either sign count, and the gradient
fades as the prediction comes close.

Both arrays have the same shape, which may be any, with at least one entry, and the same dtype, which is also that of the
results. Take the difference before the square: predictions near $10^8$ that are off by 1 have a loss of 1. Shapes that differ
are an error also where NumPy would broadcast them: (N,) and (N, 1) would silently become N by N pairs. Do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 5.1.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.nn.functional.mse_loss, torch.nn.MSELoss,
# torch.ops.aten.mse_loss_backward, by whatever name.
def mse_loss(input: Float[Array, "*shape"], target: Float[Array, "*shape"]) -> tuple[float, Float[Array, "*shape"]]:
    """Compute the mean squared error and its gradient.

    Parameters
    ----------
    input : predictions, in an array of any shape with at least one entry.
    target : what they should have been, in the same shape and dtype.

    Returns
    -------
    The loss, a single number, and its gradient by `input`, a new array of the shape and dtype of `input`.

    Raises
    ------
    ValueError
        If the shapes differ. The message names the argument: target.

    Examples
    --------
    >>> loss, grad = mse_loss(np.array([[3.0, -1.0], [2.5, 0.0]]), np.array([[1.0, 1.0], [2.0, 4.0]]))
    >>> loss
    np.float64(6.0625)
    >>> grad
    array([[ 1.  , -1.  ],
           [ 0.25, -2.  ]])
    >>> mse_loss(np.array([10.0]), np.array([1.0]))
    (np.float64(81.0), array([18.]))
    """
    raise NotImplementedError("write mse_loss here")
