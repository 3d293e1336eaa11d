r"""A mixture-of-experts layer: many feed-forward networks, of which each token visits only its k best.

A token $x_n$ of $D$ features is scored for each of the $E$ experts by a linear router without bias, $g_n = W_g\, x_n$. The $k$
experts with the highest scores are chosen; between equal scores the one with the smaller index. Their weights are the softmax
over these $k$ scores **alone**:

$$w_{ne} = \frac{\exp(g_{ne})}{\sum_{e' \in \text{chosen}} \exp(g_{ne'})} \quad\text{if } e \text{ is chosen, else } 0$$

Every expert is a network of its own with $H$ hidden units, ReLU and no biases, and the output of the layer is the weighted sum
over the chosen ones:

$$y_n = \sum_e w_{ne}\; W^{\text{out}}_e\, \mathrm{relu}\!\left(W^{\text{in}}_e\, x_n\right)$$

All weights are stored as those of linear layers are, output features first: `gate_weight` is $(E, D)$, `weight_in` stacks the
experts' first matrices, $(E, H, D)$, and `weight_out` the second ones, $(E, D, H)$. A token has no capacity to respect and none
is dropped, and nothing is added to the sum: no bias, no input.

An expert that nobody has chosen has no influence whatever, even if its weights are infinite or NaN. Scores are finite, and may
be huge: $10^4$ and more. All float arrays share a dtype, which the result has too. Do not change the inputs.

Source: Shazeer and others 2017, *Outrageously large neural networks: the sparsely-gated mixture-of-experts layer*, section 2,
without the noise; Jiang and others 2024, *Mixtral of experts*, section 2, with ReLU in place of SwiGLU.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def moe_layer(
    x: Float[Array, "N D"],
    gate_weight: Float[Array, "E D"],
    weight_in: Float[Array, "E H D"],
    weight_out: Float[Array, "E D H"],
    k: int,
) -> Float[Array, "N D"]:
    """Send each token through its k best experts and add up their outputs, weighed by the router.

    Parameters
    ----------
    x : one token in each row.
    gate_weight : the router, one row for each expert.
    weight_in : the first layer of each expert.
    weight_out : the second layer of each expert.
    k : how many experts a token visits.

    Returns
    -------
    One row for each token.

    Raises
    ------
    ValueError
        If `k` is below 1 or above E. The message names the argument: k.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0], [0.5, 3.0], [-1.0, 0.25]])
    >>> gate_weight = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]])
    >>> weight_in = np.array([[[1.0, 0.5]], [[2.0, 1.0]], [[-1.0, 1.0]]])
    >>> weight_out = np.array([[[1.0], [3.0]], [[-2.0], [1.0]], [[0.5], [4.0]]])
    >>> moe_layer(x, gate_weight, weight_in, weight_out, 1)
    array([[ 0.   ,  0.   ],
           [-8.   ,  4.   ],
           [ 0.625,  5.   ]])
    >>> moe_layer(x, gate_weight, weight_in, weight_out, 2)[1].round(4)
    array([-7.2414,  4.1517])
    """
    raise NotImplementedError("write moe_layer here")
