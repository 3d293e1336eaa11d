r"""Solve XOR by hand: two hidden neurons do what a single one cannot.

The exclusive or is 1 where exactly one of two inputs is 1. No line in the plane has $(0, 1)$ and $(1, 0)$ on one side and
$(0, 0)$ and $(1, 1)$ on the other, so no single neuron computes it, whatever its weights are and however it is trained. Three
neurons do. Find their numbers; nothing is trained here. The network has two inputs, two hidden neurons and one output:

$$h_j = H\Bigl(\sum_k W^{(1)}_{jk} x_k + b^{(1)}_j\Bigr), \qquad \hat y = H\Bigl(\sum_j w^{(2)}_j h_j + b^{(2)}\Bigr), \qquad
H(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}$$

$\hat y$ has to be 0, 1, 1, 0 for the inputs $(0, 0)$, $(0, 1)$, $(1, 0)$, $(1, 1)$. There are many answers, and any will do
that is

* **robust**: for each of the four inputs all three weighted sums (before the step) are at least 0.4 away from 0. Then it does
  not matter what $H(0)$ is, nor that the weights of a real machine are never exact;
* **modest**: no weight and no bias is larger than 1.5 in absolute value. Otherwise multiplying everything by a thousand would
  buy any distance.

Think of the neurons as logical gates, and of a bias as minus the threshold that the inputs have to pass.

Return a dict of float64: `"weight1"` of shape (2, 2) as (out, in), one hidden neuron a row, `"bias1"` (2,), `"weight2"` (2,), and
`"bias2"`, a single number.

Source: Minsky and Papert 1969, *Perceptrons*; Rumelhart, Hinton and Williams 1986, *Learning internal representations by error
propagation*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def xor_network() -> dict[str, Float[Array, "..."] | float]:
    """Choose the weights and biases of a 2-2-1 network of step functions that computes XOR.

    Parameters
    ----------
    There are none.

    Returns
    -------
    A dict of float64: "weight1" of shape (2, 2) as (out, in), "bias1" of shape (2,), "weight2" of shape (2,) and "bias2", a
    number.

    Examples
    --------
    >>> net = xor_network()
    >>> hidden = net["weight1"] @ np.array([1.0, 0.0]) + net["bias1"] > 0
    >>> bool(net["weight2"] @ hidden + net["bias2"] > 0)
    True
    >>> hidden = net["weight1"] @ np.array([1.0, 1.0]) + net["bias1"] > 0
    >>> bool(net["weight2"] @ hidden + net["bias2"] > 0)
    False
    """
    raise NotImplementedError("write xor_network here")
