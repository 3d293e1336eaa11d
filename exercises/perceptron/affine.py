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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.linear, torch.nn.Linear, torch.addmm, torch.Tensor.addmm, by
# whatever name.
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
    raise NotImplementedError("write affine here")
