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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Mixture-of-experts layer",
    difficulty=2,
    points=10,
    needs=("transformers/moe_top_k_gate",),
    questions=("What is a mixture of experts, and what does it save?",),
    hints=(
        "Write it for one token first: four scores, the best two, a softmax of these two, and two small networks whose outputs "
        "are added with these weights. Say aloud how many matrix products a token costs, and on how many experts it depends. "
        "Only then think about all tokens together.",
        "There are two loops to choose from. One goes over tokens and runs k networks for each. The other goes over experts: "
        "find the tokens that have chosen this one, run its network on them in one go, and add the results to their rows. "
        "The second is what is done in practice. Which of the two never touches an expert that nobody wants?",
        "Keep for each token the indices of its experts and their weights side by side, in the same order. For one expert a "
        "comparison of the table of indices with its number gives the rows and the places in them, and the same rows and "
        "places of the other table give the weights. A token never has an expert twice, so adding to its row is safe.",
    ),
)


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
    experts = len(gate_weight)
    if not 1 <= k <= experts:
        raise ValueError(f"k must be from 1 to {experts}, got {k}")
    scores = x @ gate_weight.T
    chosen = np.argsort(-scores, kind="stable")[:, :k]
    # equivalent: , axis=1 => (nothing), because NumPy 2.3 and newer take the last axis where none is given; 2.0 takes none.
    best = np.take_along_axis(scores, chosen, axis=1)
    weights = np.exp(best - best[:, :1])  # the first is the highest
    weights = weights / weights.sum(axis=1, keepdims=True)
    y = np.zeros_like(x)
    for expert in range(experts):
        rows, places = np.nonzero(chosen == expert)
        hidden = np.maximum(x[rows] @ weight_in[expert].T, 0)
        y[rows] += weights[rows, places][:, None] * (hidden @ weight_out[expert].T)
    return y
