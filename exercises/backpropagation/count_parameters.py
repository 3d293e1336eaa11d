r"""How many numbers does a network learn?  For a chain of dense layers a pencil is enough, for any depth.

A multilayer perceptron is described by its widths $d_0, d_1, \dots, d_L$, for instance `[784, 100, 10]`: the number of inputs
first, then the number of neurons of each layer. Between two neighbouring widths lies one layer of weights: neuron $j$ of
layer $l$ has one weight for each of the $d_{l-1}$ values that come in, and one bias of its own. So widths come one more than
layers, and the inputs are values that are handed in: nothing about them is learnt. That is why a network is sometimes said to
have $L$ layers and sometimes $L + 1$. Input, hidden and output are three *kinds* of layers; there may be any number of
hidden ones, also none.

Return how many weights and biases there are together. With `bias=False` no layer has biases. A list with a single
width is a network without layers, and has no parameters. Widths may be large: a hundred thousand neurons that read a hundred
thousand others have ten thousand million weights, and the count is an exact whole number.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 6.0, for depth and width.
"""

from __future__ import annotations

from itertools import pairwise


# To be written without torch, by whatever name.
def count_parameters(sizes: list[int], bias: bool = True) -> int:
    """Count the trainable parameters of a chain of dense layers.

    Parameters
    ----------
    sizes : the widths: number of inputs, then neurons of each layer; at least one entry, each at least 1.
    bias : whether every neuron has a bias.

    Returns
    -------
    The number of weights and biases, a whole number.

    Raises
    ------
    ValueError
        If `sizes` is empty or one of its entries is below 1. The message names the argument: sizes.

    Examples
    --------
    >>> count_parameters([784, 100, 10])
    79510
    >>> count_parameters([784, 100, 10], bias=False)
    79400
    >>> count_parameters([2, 2, 1])
    9
    >>> count_parameters([5])
    0
    """
    raise NotImplementedError("write count_parameters here")
