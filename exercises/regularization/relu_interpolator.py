r"""How much can a network learn by heart? As many points as you like, if it is wide enough, and without any training.

Given $n$ points $(x_i, y_i)$ with different $x_i$, build a network with one hidden layer of $n - 1$ ReLUs that passes through all
of them. Sort the points, so that $x_0 < x_1 < \dots < x_{n-1}$, and give each of them but the last a hidden unit that is
switched on there:

$$f(x) = y_0 + \sum_{i=0}^{n-2} w_i\, \mathrm{relu}(x - x_i)$$

Between two neighbours only the units to the left are on, and $f$ is a straight line whose slope is the sum of their $w_i$. So
each $w_i$ has to be the **change** of slope at $x_i$, where the slope is 0 before the first point. Left of all points
$f$ is the constant $y_0$, and right of them the last line goes on for ever: through all points, and no wiser beyond them.

Return the parameters in a dictionary, in the shapes of two layers of PyTorch, with $w$ above as the weights of the second:

| key | shape | what |
|---|---|---|
| `"weight1"` | $(n-1, 1)$ | weights of the hidden layer, all of them 1 |
| `"bias1"` | $(n-1,)$ | its biases |
| `"weight2"` | $(1, n-1)$ | weights of the output layer |
| `"bias2"` | $(1,)$ | its bias |

so that $f(x) =$ `weight2 @ relu(weight1 @ [x] + bias1) + bias2`. The units stand in the order of rising $x_i$. The points may
come in any order, each $y$ belonging to the $x$ in the same place, and the inputs are not changed. All arrays have the dtype of
the inputs.

Two points with the same $x$ are refused, even if they have the same $y$: there is no slope between them.

Source: Zhang, Bengio, Hardt, Recht and Vinyals 2017, *Understanding deep learning requires rethinking generalization*,
section 4, theorem 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def relu_interpolator(x: Float[Array, "n"], y: Float[Array, "n"]) -> dict[str, Float[Array, "..."]]:
    """Find the weights of a network with one hidden layer that passes through all points.

    Parameters
    ----------
    x : where the points lie, at least two of them, all different, in any order.
    y : their values.

    Returns
    -------
    A dictionary with the arrays "weight1", "bias1", "weight2" and "bias2".

    Raises
    ------
    ValueError
        If two entries of `x` are equal. The message names it: x.

    Examples
    --------
    >>> net = relu_interpolator(np.array([3.0, 1.0, 5.0, 2.0]), np.array([0.5, 2.0, -3.0, 5.0]))
    >>> net["weight2"], net["bias2"]
    (array([[ 3.  , -7.5 ,  2.75]]), array([2.]))
    >>> net["weight1"].shape, net["bias1"]
    ((3, 1), array([-1., -2., -3.]))
    """
    raise NotImplementedError("write relu_interpolator here")
