r"""How a gradient flows back through attention: two matrix products and a softmax, each undone in turn.

The forward pass is that of `scaled_dot_product_attention` without a mask, in matrices for one sample and head:

$$S = \frac{Q K^{\mathsf T}}{\sqrt E}, \qquad A = \mathrm{softmax}(S) \text{ by rows}, \qquad O = A V$$

Nothing was kept but the inputs, so $A$ has to be computed once more. With $\mathrm dX$ for $\partial L / \partial X$, and
$\mathrm dO$ given as `grad_output`, the chain rule goes from the end to the beginning:

$$\mathrm dV = A^{\mathsf T}\, \mathrm dO, \qquad \mathrm dA = \mathrm dO\, V^{\mathsf T}, \qquad
\mathrm dS_{ij} = \sum_{m} \mathrm dA_{im}\, \frac{\partial A_{im}}{\partial S_{ij}}, \qquad
\frac{\partial A_{im}}{\partial S_{ij}} = A_{im}\,(\delta_{mj} - A_{ij})$$

and then $\mathrm dQ$ and $\mathrm dK$ from $\mathrm dS$, which is left to you. A row of the softmax knows nothing of other rows,
but all of its own elements depend on each other.

`query` is $(\dots, L, E)$, `key` $(\dots, S, E)$, `value` $(\dots, S, E_v)$ and `grad_output`, like the output,
$(\dots, L, E_v)$, with the same leading axes, as many as there are: each sample and head is on its own. Return a tuple of the
gradients by `query`, by `key` and by `value`, in this order, with their shapes. Scores may be huge: the gradients stay finite.
All arrays share a dtype, and so do the results. Return new arrays and do not change the inputs. There is at least one key.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.2.1, for the forward pass; Dao and others 2022,
*FlashAttention*, appendix B.2, for the backward pass.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Backward pass of attention",
    difficulty=3,
    points=15,
    needs=("attention/scaled_dot_product_attention", "activations/softmax_backward"),
    questions=(
        "How does the gradient flow back through attention?",
        "Why are the scores of attention divided by the square root of the length of the keys?",
    ),
    hints=(
        "Write the forward pass in single lines, one name for each intermediate result, with its shape beside it. Then go "
        "through the lines from the last to the first: each gives the gradients of what stands on its right side. For a matrix "
        "product there is only one way in which the shapes fit together, which is a good check of every transpose.",
        "The middle line is the softmax, which you know from its own exercise: take from each element of the incoming row the "
        "average of the row, weighted with the probabilities, and multiply by the probability. It runs along the keys. Its "
        "results add up to zero in each row, since raising all scores of a query together changes nothing.",
        "The scale stands in the forward pass once, between queries and keys, so it comes back in both of their gradients, once "
        "each, and not in that of the values. The gradient of the queries collects keys, that of the keys collects queries, and "
        "for the latter the table of scores is used the other way round. Swap its last two axes, not all of them.",
    ),
    forbid=("autograd",),
    skip={
        "large_values": "Saturated softmax has a gradient of zero, which right answers reach up to rounding only.",
        "gradients_flow": "It computes gradients itself, and may well do so without autograd.",
    },
)


def attention_backward(
    grad_output: Float[Array, "*batch L Ev"],
    query: Float[Array, "*batch L E"],
    key: Float[Array, "*batch S E"],
    value: Float[Array, "*batch S Ev"],
) -> tuple[Float[Array, "*batch L E"], Float[Array, "*batch S E"], Float[Array, "*batch S Ev"]]:
    """Turn the gradient of the loss by the output of attention into those by queries, keys and values.

    Parameters
    ----------
    grad_output : gradient of the loss by the output of attention.
    query : queries of the forward pass.
    key : keys of the forward pass.
    value : values of the forward pass.

    Returns
    -------
    The gradients by `query`, by `key` and by `value`.

    Examples
    --------
    >>> query, key = np.array([[2.0, -1.0], [0.5, 1.0]]), np.array([[1.0, 0.0], [0.0, 3.0], [2.0, 0.5]])
    >>> value, grad_output = np.array([[4.0], [-2.0], [1.0]]), np.array([[1.0], [-0.5]])
    >>> grad_query, grad_key, grad_value = attention_backward(grad_output, query, key, value)
    >>> grad_query
    array([[-0.36792204, -0.25288445],
           [-0.44930764,  0.88471865]])
    >>> grad_key
    array([[ 0.72230397, -0.59192634],
           [ 0.11909696,  0.33665597],
           [-0.84140093,  0.25527037]])
    >>> grad_value
    array([[ 0.19900094],
           [-0.32217134],
           [ 0.6231704 ]])
    """
    scale = 1 / math.sqrt(query.shape[-1])
    scores = query @ key.mT * scale
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)

    grad_weights = grad_output @ value.mT
    average = (grad_weights * weights).sum(axis=-1, keepdims=True)  # of each row, weighted by the probabilities
    grad_scores = weights * (grad_weights - average) * scale
    return grad_scores @ key, grad_scores.mT @ query, weights.mT @ grad_output
