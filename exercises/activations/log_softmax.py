r"""The logarithm of softmax, which is what a cross-entropy loss needs, without losing the improbable classes.

$$y_i = \log \frac{e^{x_i}}{\sum_j e^{x_j}} = x_i - \log \sum_j e^{x_j}$$

The sum runs along one axis, `dim`, for each slice along that axis on its own; $\log$ is the natural logarithm. The result
has the shape and dtype of `x`, which has at least one axis. As in PyTorch, a negative `dim` counts from the end.

Taking softmax first and its logarithm afterwards is not good enough: the probability $e^{-800}$ is too small for a float and
becomes 0, and its logarithm $-\infty$, where $-800$ is right. Your function is right for scores of any size, as long as a float
can hold their differences: `[0, -800]` gives `[0, -800]`, and `[1000, 0]` gives `[0, -1000]`, each slice right however
different from the others it is. Only differences count: two equal scores give $-\log 2 = -0.693$ each, be they 0 or $10^{20}$.

A score of $-\infty$ is a masked entry: it stays $-\infty$, and the others come out as if it were not there. Every slice has at
least one finite score. Return a new array; do not change the input.

Source: Blanchard, Higham and Higham 2021, *Accurately computing the log-sum-exp and softmax functions*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.log_softmax, torch.nn.functional.log_softmax, torch.nn.LogSoftmax,
# torch.logsumexp, scipy.special.log_softmax, scipy.special.logsumexp, by whatever name.
def log_softmax(x: Float[Array, "*shape"], dim: int = -1) -> Float[Array, "*shape"]:
    """Compute the logarithm of the softmax probabilities along one axis.

    Parameters
    ----------
    x : scores, real numbers in an array of at least one axis; minus infinity masks an entry.
    dim : the axis along which the probabilities add up to 1; negative numbers count from the end.

    Returns
    -------
    The logarithms of the probabilities, in the shape and dtype of `x`.

    Examples
    --------
    >>> log_softmax(np.array([[2.0, -1.0, -1.5], [0.5, 3.0, 1.0]]))
    array([[-0.07694664, -3.07694664, -3.57694664],
           [-2.6967341 , -0.1967341 , -2.1967341 ]])
    >>> log_softmax(np.array([0.0, -800.0, -801.0]))
    array([   0., -800., -801.])
    >>> log_softmax(np.array([[1.0, 1000.0], [-np.inf, 0.0]]), dim=0)
    array([[    0.,     0.],
           [  -inf, -1000.]])
    """
    raise NotImplementedError("write log_softmax here")
