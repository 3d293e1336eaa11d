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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of a 2-2-1 network",
    difficulty=2,
    points=10,
    needs=("backpropagation/forward_221", "activations/sigmoid_backward", "backpropagation/numerical_gradient"),
    questions=(
        "Derive the gradients of a 2-2-1 network of sigmoids on the whiteboard.",
        "What is backpropagation, and what are its steps?",
        "Why does a sigmoid output with a squared cost learn slowly when it is confidently wrong?",
    ),
    hints=(
        "Run the network forward first and keep both sums and both activations. Then walk back from the cost, one step at a "
        "time, and at each neuron write down a single number: how much the cost changes with that neuron's weighted sum z. Call "
        "it the neuron's delta. Once you have the deltas of all three neurons, the nine gradients are easy.",
        "The delta of the output neuron has two factors: the error, prediction minus target, and the slope of the output "
        "sigmoid, which you can write with the activation alone. The cost's one half cancels the two of the square. The delta "
        "of a hidden neuron is the output's delta, sent back through the one weight that connects the two, times the slope of "
        "that hidden neuron's own sigmoid.",
        "A neuron's bias has the neuron's delta as its gradient. A weight has the delta of the neuron it leads into, times "
        "the value that came in through it: a hidden activation in the second layer, an input in the first. So the first "
        "layer's gradient is an outer product, with one row for each hidden neuron and one column for each input. Compare "
        "with finite differences of the cost before you trust it.",
    ),
    forbid=("autograd", "torch.ops.aten.sigmoid_backward"),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


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
    a1 = _sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = _sigmoid(np.sum(params["weight2"] * a1) + params["bias2"])

    delta2 = (y_hat - y) * y_hat * (1 - y_hat)  # dC/dz2
    delta1 = delta2 * params["weight2"] * a1 * (1 - a1)  # dC/dz1, one for each hidden neuron
    return {"weight1": np.outer(delta1, x), "bias1": delta1, "weight2": delta2 * a1, "bias2": delta2}


def _sigmoid(z: Float[Array, "..."]) -> Float[Array, "..."]:
    # Neither exponential is ever taken of a positive number, so neither overflows.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
