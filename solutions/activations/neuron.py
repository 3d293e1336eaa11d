r"""One artificial neuron: it weighs its inputs, adds its bias, and puts the one number that results through its activation.

It meets a batch of examples, the rows of `x`, and answers each of them with one number:

$$z_n = \sum_d w_d\,x_{nd} + b, \qquad y_n = f(z_n)$$

The two steps are often mixed up. The sum is of weights **times inputs**, and it is the neuron that computes it, not the
activation. The activation is applied once, to the finished sum with its bias, and it says how strongly the neuron answers; only
the step makes a plain yes or no of it. The function $f$ is chosen by its name, `activation`:

| name | $f(z)$ |
|---|---|
| `"identity"` | $z$ |
| `"step"` | 1 where $z > 0$, and 0 elsewhere, also at $z = 0$ |
| `"sigmoid"` | $1/(1 + e^{-z})$ |
| `"tanh"` | $(e^z - e^{-z})/(e^z + e^{-z})$ |
| `"relu"` | $\max(0, z)$ |

`x` has the shape (N, D) and `weight` the shape (D,), both at least 1 long and of the same dtype; the bias is a plain number, also
in PyTorch. All are finite, and so is $z$, but it may be large: a sigmoid of 1000 is 1, and a sigmoid of -1000 is 0, never NaN.
The library's own exponentials, sigmoids and tanhs may be used here.

The result has the shape (N,) and the dtype of `x`, also for the step. Return a new array; do not change the input.

Source: McCulloch and Pitts 1943, *A logical calculus of the ideas immanent in nervous activity*; Goodfellow, Bengio and Courville
2016, *Deep Learning*, section 6.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="A single neuron",
    difficulty=1,
    points=5,
    needs=("activations/sigmoid", "activations/relu", "activations/binary_step", "activations/tanh_from_sigmoid"),
    questions=(
        "What role does an activation function play?",
        "What does a single neuron compute?",
    ),
    hints=(
        "Do it by hand for two inputs, with numbers of your own: how many products are there, how many sums, and how often is "
        "the activation evaluated? There is one bias, whatever the number of inputs. At the end a single number is left for each "
        "example.",
        "Compute the sum first and store it under a name; then decide by the name of the activation what happens to it. An "
        "unknown name should not slip through to the end of the function as if it were the identity: what is left over when "
        "all five names have been tried is an error, and its message should say which argument is wrong.",
        "A matrix times a vector is a dot product for each row: it multiplies element by element and adds up. Add the bias "
        "before anything else happens. For the sigmoid, use the form whose exponentials are only taken of numbers that are not "
        "positive. For the step, a comparison gives a "
        "boolean: make a floating-point number of it, in the type of the sum. A chain of conditions or a dictionary of "
        "functions, both are fine.",
    ),
)


def neuron(x: Float[Array, "N D"], weight: Float[Array, " D"], bias: float, activation: str) -> Float[Array, " N"]:
    """Compute the output of one neuron for every example of a batch.

    Parameters
    ----------
    x : the inputs, one example in each row.
    weight : one weight for each input.
    bias : a number.
    activation : "identity", "step", "sigmoid", "tanh" or "relu".

    Returns
    -------
    The activation of the weighted sum, one number for each example, in the dtype of `x`.

    Raises
    ------
    ValueError
        If there is no activation of that name. The message names the argument: activation.

    Examples
    --------
    >>> x, weight = np.array([[1.0, -2.0, 0.5], [0.5, 1.0, 2.0]]), np.array([3.0, 0.75, -4.0])
    >>> neuron(x, weight, 1.25, "identity")
    array([ 0.75, -4.5 ])
    >>> neuron(x, weight, 1.25, "sigmoid")
    array([0.6791787 , 0.01098694])
    >>> neuron(x, weight, 3.0, "relu")
    array([2.5, 0. ])
    """
    z = x @ weight + bias
    match activation:
        case "identity":
            return z
        case "step":
            return np.heaviside(z, 0)
        case "sigmoid":
            return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))  # neither exponential overflows
        case "tanh":
            return np.tanh(z)
        case "relu":
            return np.maximum(z, 0)
    raise ValueError(f"activation must be identity, step, sigmoid, tanh or relu, got {activation!r}")
