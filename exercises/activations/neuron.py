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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


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
    raise NotImplementedError("write neuron here")
