r"""What does depth buy?  Ask a linear classifier after every layer, and watch a problem become easy.

Deep learning is not a matter of much data or of many layers as such: it *learns representations*, each from the one before. A
linear probe shows it. Let $h_0 = X$, one sample in each row, and for each hidden layer of a given network

$$h_l = \phi\left(h_{l-1} W_l^\top + b_l\right), \qquad l = 1, \dots, L$$

with `weight` as (out, in) and $\phi$ named by `hidden`: `"relu"`, `"tanh"` or `"identity"`. `params` holds the pairs
`(weight, bias)` of these layers; the output layer of the network is not among them and plays no part.

After each $l$, the input $h_0$ included, fit a probe of its own: weights $v$ and a constant $c$ that make this sum smallest:

$$\min_{v,\,c}\; \sum_n \left(h_{l,n} \cdot v + c - t_n\right)^2, \qquad t_n = 2 y_n - 1$$

The labels $y_n$ are 0 or 1, so that targets are $-1$ and $+1$. There is no penalty on $v$. Where features depend on each other
many solutions exist, but their scores $s_n = h_{l,n} \cdot v + c$ are the same. The probe says 1 where $s_n > 0.001$ and 0
otherwise: a score of 0 is a draw, and rounding shall not decide it. Its accuracy is the share of samples, the same that it was
fitted to, about which it is right.

Return a list of $L + 1$ numbers, Python's or without axes: the accuracy on the input, then on each hidden layer. No input is
changed.

Source: Alain and Bengio 2016, *Understanding intermediate layers using linear classifier probes*; LeCun, Bengio and Hinton 2015,
*Deep learning*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


def linear_probe_by_layer(
    x: Float[Array, "N D"],
    y: Int[Array, " N"],
    params: list[tuple[Float[Array, "out in"], Float[Array, " out"]]],
    hidden: str = "tanh",
) -> list[float]:
    """Measure how well a linear classifier does on the input of a network and on each of its hidden layers.

    Parameters
    ----------
    x : the samples, one in each row.
    y : their labels, 0 or 1.
    params : the pair (weight, bias) of each hidden layer, from the input on; the list may be empty.
    hidden : activation of the hidden layers: "relu", "tanh" or "identity".

    Returns
    -------
    The accuracy of a least-squares probe on the input and on the output of each hidden layer.

    Raises
    ------
    ValueError
        If `hidden` is none of the three names. The message names the argument: hidden.

    Examples
    --------
    >>> x, y = np.array([[-2.0], [-1.0], [0.5], [1.0], [3.0]]), np.array([0, 1, 1, 1, 0])
    >>> first = np.array([[1.0], [-1.0]]), np.array([-0.5, 0.5])
    >>> second = np.array([[1.0, 2.0], [2.0, 0.0]]), np.array([0.5, -1.0])
    >>> [float(accuracy) for accuracy in linear_probe_by_layer(x, y, [first, second], "relu")]
    [0.6, 1.0, 1.0]
    >>> x, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    >>> layer = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])
    >>> [float(accuracy) for accuracy in linear_probe_by_layer(x, y, [layer], "relu")]
    [0.5, 1.0]
    """
    raise NotImplementedError("write linear_probe_by_layer here")
