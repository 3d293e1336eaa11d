r"""However many layers a network has: without activation functions it is a single layer, and here you compute that layer.

Each layer is affine, with a weight in PyTorch's layout (out, in): $x \mapsto W_i\,x + b_i$, for $i = 1, \dots, L$, one layer
after the other and nothing between them. The whole stack is one affine map, with a single weight and a single bias:

$$W_L\,\big(\cdots W_2\,(W_1 x + b_1) + b_2 \cdots\big) + b_L \;=\; W x + b \qquad \text{for every } x$$

Find $W$ and $b$. A network of 10 inputs, 100 hidden units and one output has 1201 parameters, and what is left of them is 11
numbers. Nor is it just any affine map: the rank of $W$ is at most the width of the narrowest layer.

`weights` and `biases` are lists of the same length, at least 1, from the first layer to the last. The weight of layer $i$ has the
shape $(d_i, d_{i-1})$ and its bias $(d_i,)$. The results have the shapes $(d_L, d_0)$ and $(d_L,)$. All arrays have the same
dtype, and so have the results. Return new arrays, also for a single layer; do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.1; Saxe, McClelland and Ganguli 2014, *Exact solutions
to the nonlinear dynamics of learning in deep linear neural networks*, for what depth does change: the path of training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="What a network without activations collapses to",
    difficulty=1,
    points=5,
    questions=(
        "What is a deep network without activation functions?",
        "Why must a network contain non-linearities?",
    ),
    hints=(
        "Take two layers and write the second one around the first. Multiply out: which part depends on x, and which does not? "
        "The first is the new weight, the second is the new bias. Then think of the two as one layer, and put a third around "
        "it.",
        "Keep a weight and a bias for the layers that you have seen so far. What does one more layer do to each? It multiplies "
        "both of them by its own weight, from the left; but its own bias joins only one of the two. So an early bias goes "
        "through every later weight, and only the last one arrives as it was.",
        "Start with a copy of the first layer. For every further layer, the new running weight is the layer's weight times the "
        "old one, a matrix product with the later layer on the left; the new running bias is the layer's weight times the old "
        "bias, plus the layer's bias. Check your result on a random input: the stack and the single layer must agree.",
    ),
)


def collapse_linear_network(
    weights: list[Float[Array, "..."]],
    biases: list[Float[Array, "..."]],
) -> tuple[Float[Array, "..."], Float[Array, "..."]]:
    """Compute the single layer that does the same as a stack of affine layers.

    Parameters
    ----------
    weights : the weight of each layer, of shape (out, in), first layer first; at least one.
    biases : the bias of each layer, of shape (out,).

    Returns
    -------
    The weight and the bias of the single layer, of shapes (out, in) and (out,).

    Raises
    ------
    ValueError
        If there are not as many biases as weights. The message names them: biases.

    Examples
    --------
    >>> weights = [np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.array([[2.0, -1.0, 0.5]])]
    >>> biases = [np.array([1.0, -2.0, 4.0]), np.array([10.0])]
    >>> weight, bias = collapse_linear_network(weights, biases)
    >>> weight
    array([[3.5, 5.5]])
    >>> bias
    array([16.])
    """
    if len(biases) != len(weights):
        raise ValueError(f"biases must be as many as weights, got {len(biases)} and {len(weights)}")

    weight, bias = np.copy(weights[0]), np.copy(biases[0])
    for i in range(1, len(weights)):
        weight, bias = weights[i] @ weight, weights[i] @ bias + biases[i]
    return weight, bias
