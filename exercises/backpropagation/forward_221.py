r"""Run the smallest network that has all the parts: two inputs, two hidden neurons, one output, sigmoids everywhere.

It is drawn on every whiteboard, and its backward pass is asked next. With $\sigma(z) = 1/(1 + e^{-z})$:

$$z^{(1)}_j = \sum_{k} W^{(1)}_{jk}\, x_k + b^{(1)}_j, \qquad a^{(1)}_j = \sigma\!\left(z^{(1)}_j\right)$$

$$z^{(2)} = \sum_{j} w^{(2)}_j\, a^{(1)}_j + b^{(2)}, \qquad \hat y = \sigma\!\left(z^{(2)}\right)$$

Row $j$ of `weight1` belongs to hidden neuron $j$ and column $k$ to input $k$: the layout (out, in) of
`torch.nn.Linear`. There is **one bias per neuron**. An answer that is passed around gives one to each weight and
writes $z_0 = w_{00} x_0 + b_{00} + w_{01} x_1 + b_{01}$; only the sum $b_{00} + b_{01}$ matters there, so it is a single
parameter written twice.

The parameters come as a dict: `weight1` of shape (2, 2), `bias1` (2,), `weight2` (2,), and `bias2`, a plain number also in
PyTorch. All arrays share one dtype. The result is a dict too, with all four intermediate values, because the backward pass
will need them: `z1` and `a1` are new arrays of shape (2,) in that dtype, `z2` and `y_hat` are single numbers, Python's or
NumPy's (in PyTorch tensors without an axis, so that gradients get through). The keys of either dict may stand in any order.
Do not change the input. Where $|z|$ is very large, 1000 say, a sigmoid is 0 or 1, and never NaN.

Source: Nielsen 2015, *Neural Networks and Deep Learning*, chapter 2, for one bias per neuron.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.Linear, torch.nn.functional.linear, torch.nn.Sequential, by whatever name.
def forward_221(
    x: Float[Array, " 2"],
    params: dict[str, Float[Array, "..."] | float],
) -> dict[str, Float[Array, "..."] | float]:
    """Compute both sums and both activations of a 2-2-1 network of sigmoids.

    Parameters
    ----------
    x : the two inputs.
    params : "weight1" of shape (2, 2) as (out, in), "bias1" (2,), "weight2" (2,) and "bias2", a number.

    Returns
    -------
    A dict with "z1" and "a1", arrays of shape (2,) in the dtype of `x`, and "z2" and "y_hat", numbers.

    Examples
    --------
    >>> x = np.array([2.0, -1.0])
    >>> params = {
    ...     "weight1": np.array([[0.5, 0.1], [-0.3, 0.8]]),
    ...     "bias1": np.array([0.2, -0.4]),
    ...     "weight2": np.array([0.7, -1.2]),
    ...     "bias2": 0.3,
    ... }
    >>> result = forward_221(x, params)
    >>> result["z1"]
    array([ 1.1, -1.8])
    >>> np.round(result["a1"], 4)
    array([0.7503, 0.1419])
    >>> np.round(result["z2"], 4)
    np.float64(0.655)
    >>> np.round(result["y_hat"], 4)
    np.float64(0.6581)
    """
    raise NotImplementedError("write forward_221 here")
