r"""Every output by every input: the Jacobian shows which activations work element by element, and which do not.

For a vector $x$ of $N$ numbers and an activation that gives as many, $y = f(x)$, the Jacobian is the matrix of all derivatives,
with a **row for each output** and a column for each input:

$$J_{ij} = \frac{\partial y_i}{\partial x_j}$$

| `name` | $y_i$ |
|---|---|
| `"sigmoid"` | $1/(1 + e^{-x_i})$ |
| `"tanh"` | $(e^{x_i} - e^{-x_i})/(e^{x_i} + e^{-x_i})$ |
| `"relu"` | $\max(0, x_i)$, with the slope 0 at $x_i = 0$ |
| `"softmax"` | $e^{x_i} / \sum_k e^{x_k}$ |
| `"log_softmax"` | $x_i - \log \sum_k e^{x_k}$ |

The first three look at one element at a time, so everything off the diagonal is exactly 0. The last two look at the whole vector,
and their Jacobians are full; that of log-softmax is not even symmetric. Since the outputs of softmax always add up to 1, whatever
one of them gains the others lose: each column of its Jacobian has the sum 0.

Find the formulas on paper: finite differences are a check and no answer. An error as small as the rounding of 1 does no harm.
$N$ is at least 1; elements are finite but may be large, and nothing becomes NaN. The result has the shape (N, N) and the dtype of
`x`. Return a new array; do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, sections 6.2.2.3 and 6.5.2; Bridle 1990, *Probabilistic
interpretation of feedforward classification network outputs*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Jacobian of an activation",
    difficulty=2,
    points=10,
    needs=("activations/activation_grad", "activations/softmax", "activations/log_softmax"),
    questions=(
        "What role does an activation function play?",
        "What is the Jacobian of softmax, and why is it not diagonal?",
    ),
    hints=(
        "Take a vector of two numbers and write the matrix of four derivatives for the sigmoid. Which of them are zero before "
        "you compute anything? Then do the same for softmax: does the first output change when only the second input does? The "
        "denominator knows all inputs.",
        "For the elementwise ones you need the slopes, and a matrix with these on its diagonal. For softmax, differentiate the "
        "fraction once by the input in its numerator and once by another one; written with the outputs alone, the two results "
        "differ by one term, and that term lives on the diagonal. For log-softmax, the derivative of the logarithm of the sum "
        "by an input is the probability of that input.",
        "Softmax: a diagonal matrix of the probabilities, less the outer product of the probabilities with themselves. "
        "Log-softmax: the identity matrix, less a matrix whose rows are all the same; which index do the probabilities run "
        "along? The one of the input. Shift the scores by their maximum before taking exponentials. An identity matrix has the "
        "library's default type unless you give it the dtype of x.",
    ),
    forbid=("autograd",),
    skip={"gradients_flow": "It computes gradients itself, and may well do so without autograd."},
)


def activation_jacobian(x: Float[Array, " N"], name: str) -> Float[Array, "N N"]:
    """Compute the derivative of every output of an activation by every input.

    Parameters
    ----------
    x : finite real numbers, the inputs of the activation.
    name : "sigmoid", "tanh", "relu", "softmax" or "log_softmax".

    Returns
    -------
    The Jacobian: row i holds the derivatives of output i, in the dtype of `x`.

    Raises
    ------
    ValueError
        If there is no activation of that name. The message names the argument: name.

    Examples
    --------
    >>> x = np.array([1.0, -0.5, 0.0])
    >>> activation_jacobian(x, "relu")
    array([[1., 0., 0.],
           [0., 0., 0.],
           [0., 0., 0.]])
    >>> activation_jacobian(x, "softmax")
    array([[ 0.2334796 , -0.08814804, -0.14533155],
           [-0.08814804,  0.1205759 , -0.03242785],
           [-0.14533155, -0.03242785,  0.17775941]])
    >>> activation_jacobian(x, "log_softmax")
    array([[ 0.37146828, -0.14024438, -0.2312239 ],
           [-0.62853172,  0.85975562, -0.2312239 ],
           [-0.62853172, -0.14024438,  0.7687761 ]])
    """
    e = np.exp(x - np.max(x))  # the largest is 1: nothing overflows
    p = e / np.sum(e)
    jacobians = {
        "sigmoid": lambda: np.diag(1 - np.tanh(x / 2) ** 2) / 4,
        "tanh": lambda: np.diag(1 - np.tanh(x) ** 2),
        "relu": lambda: np.diag(np.heaviside(x, 0)),
        "softmax": lambda: np.diag(p) - np.outer(p, p),
        "log_softmax": lambda: np.eye(len(x), dtype=x.dtype) - p,
    }
    if name not in jacobians:
        raise ValueError(f"name must be one of {', '.join(jacobians)}, got {name!r}")
    return jacobians[name]()
