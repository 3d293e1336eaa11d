r"""What every layer starts with: each neuron weighs its inputs, adds them up, and adds a bias of its own.

A layer of $H$ neurons sees a batch of $N$ examples with $D$ features each. Neuron $h$ turns example $i$ into

$$y_{ih} = \sum_{d=1}^{D} W_{hd}\, x_{id} + b_h, \qquad\text{in short}\qquad Y = X W^{\mathsf T} + b$$

`weight` has PyTorch's layout **(out, in)**, here $(H, D)$: one row for each neuron. `bias` has shape $(H,)$, one number for each
neuron, the same for all examples; it is added to every row of the result. The product is a matrix product and not the
elementwise one: where $W$ and $x$ stand beside each other with a `*`, nothing is added up.

The **weights** say how steeply a neuron answers to each input, and in which direction. The **bias** does not look at the input at
all: it shifts the whole answer, by the same amount everywhere, and is what is left when all inputs are 0. A weight of 3 per
kilometre is a weight of 0.003 per metre, so the size of a weight says nothing about importance as long as units differ.

All arrays share one dtype, and so does the result. A `weight` that does not fit `x`, or a `bias` that is not of shape $(H,)$, is
an error, also where NumPy would broadcast it. Return a new array; do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Affine map: weights and biases",
    difficulty=1,
    points=5,
    questions=("What do weights and biases do?",),
    hints=(
        "Write down the shapes on paper: examples by features on the left, neurons by features for the weights, examples by "
        "neurons for the result. The features are what disappears, so it is along them that products are added up. One of the "
        "two arrays has to be turned for that; which one, and what would happen silently if all lengths were equal?",
        "For one example and one neuron it is a dot product of a row of x with a row of the weights. All of them at once are a "
        "matrix product, once the features are the last axis on the left and the first axis on the right. The bias has one "
        "number for each column of the result, and this is just what NumPy and PyTorch do with a vector added to a table.",
        "Check the shapes before you calculate: the second axis of the weights must be as long as the second axis of x, and the "
        "bias must have one axis, as long as the first one of the weights. A bias with a single number, or with one number for "
        "each example, would be stretched without a word. Then product and sum fit into one short line.",
    ),
    forbid=("torch.nn.functional.linear", "torch.nn.Linear", "torch.addmm", "torch.Tensor.addmm"),
)


def affine(x: Float[Array, "N D"], weight: Float[Array, "H D"], bias: Float[Array, " H"]) -> Float[Array, "N H"]:
    """Compute the weighted sums of all neurons of a layer, for all examples of a batch.

    Parameters
    ----------
    x : the batch, one example a row.
    weight : the weights as (out, in), one neuron a row.
    bias : one number for each neuron.

    Returns
    -------
    The weighted sums plus biases, one example a row and one neuron a column, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `weight` does not have as many columns as `x`, or `bias` is not of shape (H,). The message names the argument:
        weight, bias.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0, -1.0], [0.5, 0.0, 4.0]])
    >>> weight = np.array([[2.0, -1.0, 0.0], [1.0, 3.0, 0.5]])
    >>> affine(x, weight, np.array([10.0, -20.0]))
    array([[ 10. , -13.5],
           [ 11. , -17.5]])
    """
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight has {weight.shape[1]} columns, and x has {x.shape[1]}")
    if bias.shape != weight.shape[:1]:
        raise ValueError(f"bias must have shape {weight.shape[:1]}, got {bias.shape}")
    return np.matmul(x, weight.T) + bias
