r"""Derive all nine gradients of the 2-2-1 network by hand: the classic whiteboard question on backpropagation.

The network is that of `forward_221`, two inputs, two hidden neurons and one output, all of them sigmoids:

$$z^{(1)}_j = \sum_k W^{(1)}_{jk} x_k + b^{(1)}_j, \quad a^{(1)}_j = \sigma(z^{(1)}_j), \quad
z^{(2)} = \sum_j w^{(2)}_j a^{(1)}_j + b^{(2)}, \quad \hat y = \sigma(z^{(2)})$$

For one example with target $y$ the cost is $C = \tfrac12 (\hat y - y)^2$. Return the partial derivatives of $C$ with respect
to all nine parameters: four in `weight1`, two in `bias1`, two in `weight2`, one in `bias2`. With
$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$, the chain rule has one path for each hidden neuron:

$$\frac{\partial C}{\partial W^{(1)}_{jk}} = \frac{\partial C}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial z^{(2)}}
\cdot\frac{\partial z^{(2)}}{\partial a^{(1)}_j}\cdot\frac{\partial a^{(1)}_j}{\partial z^{(1)}_j}
\cdot\frac{\partial z^{(1)}_j}{\partial W^{(1)}_{jk}}$$

The same $j$ stands in the last three factors. An answer that is often copied loses it: for the second neuron's weights
$W_{10}$ and $W_{11}$ it ends with the path through the **first** neuron, $\partial a_0/\partial z_0$ times a derivative of $z_0$.
In the example below that makes $\partial C/\partial W_{10}$ 0.0346, where the truth is 0.0225; and since $z_0$ does not depend
on $W_{11}$ at all, $\partial C/\partial W_{11}$ comes out as exactly 0, where the truth is -0.0112.

The target $y$ may be any number; like `bias2` it is a plain number, also in PyTorch. All arrays share one dtype. The result is
a dict with the keys and shapes of `params`, in any order: new arrays of that dtype, and for `bias2` a single number, Python's
or NumPy's or a tensor without axes. The gradients must be right to rounding: finite differences are a check and no answer.
Backpropagation updates nothing, and no input is changed. Where $|z|$ is very large, 1000 say, the derivative of a sigmoid is
0, and never NaN.

Source: Rumelhart, Hinton and Williams 1986, *Learning representations by back-propagating errors*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without PyTorch's autograd, torch.ops.aten.sigmoid_backward, by whatever name.
def backward_221(
    x: Float[Array, " 2"],
    y: float,
    params: dict[str, Float[Array, "..."] | float],
) -> dict[str, Float[Array, "..."] | float]:
    """Compute the gradients of half the squared error of a 2-2-1 network of sigmoids.

    Parameters
    ----------
    x : the two inputs.
    y : the target, a number.
    params : "weight1" of shape (2, 2) as (out, in), "bias1" (2,), "weight2" (2,) and "bias2", a number.

    Returns
    -------
    The gradients of the cost: a dict with the keys and shapes of `params`, arrays in the dtype of `x`, "bias2" a number.

    Examples
    --------
    >>> x = np.array([2.0, -1.0])
    >>> params = {
    ...     "weight1": np.array([[0.5, 0.1], [-0.3, 0.8]]),
    ...     "bias1": np.array([0.2, -0.4]),
    ...     "weight2": np.array([0.7, -1.2]),
    ...     "bias2": 0.3,
    ... }
    >>> gradients = backward_221(x, 1.0, params)
    >>> np.round(gradients["weight1"], 4)
    array([[-0.0202,  0.0101],
           [ 0.0225, -0.0112]])
    >>> np.round(gradients["bias1"], 4)
    array([-0.0101,  0.0112])
    >>> np.round(gradients["weight2"], 4)
    array([-0.0577, -0.0109])
    >>> np.round(gradients["bias2"], 4)
    np.float64(-0.0769)
    """
    raise NotImplementedError("write backward_221 here")
