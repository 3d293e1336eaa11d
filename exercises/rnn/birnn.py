r"""A bidirectional recurrent network: one layer reads forwards, another one backwards, and each step sees the whole sequence.

Two plain recurrent networks with weights of their own, both from a state of zeros, read the same sequence of $L$ real steps:

$$\overrightarrow h_t = \tanh(W_{ih}\, x_t + b_{ih} + W_{hh}\, \overrightarrow h_{t-1} + b_{hh}), \qquad
\overleftarrow h_t = \tanh(W'_{ih}\, x_t + b'_{ih} + W'_{hh}\, \overleftarrow h_{t+1} + b'_{hh})$$

with $\overrightarrow h_0 = 0$ and $\overleftarrow h_{L+1} = 0$, for $t = 1, \dots, L$. The result at step $t$ is both states
side by side, the forward one first: $(\overrightarrow h_t, \overleftarrow h_t)$ has $2H$ entries. Both belong to the **same**
input $x_t$: the forward state has seen $x_1, \dots, x_t$, the backward state $x_L, \dots, x_t$.

The batch is padded at the end to $T$ steps, and `lengths[n]` is the $L$ of sequence $n$. The backward layer begins at the last
**real** step of each sequence, not in the padding. At the padded steps the result is exactly 0, and what stands in `x` there has
no influence at all, NaN and infinity included.

Lengths are integers from 1 to $T$, in any order. Batch first, weights are (out, in), and those that end in `_reverse` belong to
the layer that reads backwards. All arrays but `lengths` share one dtype, and the result has it too. Return a new array and do
not change the inputs.

Source: Schuster and Paliwal 1997, *Bidirectional recurrent neural networks*, IEEE Transactions on Signal Processing 45; names
are those of `torch.nn.RNN(bidirectional=True)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int
    from numpy import ndarray as Array


# To be written without torch.nn.RNN, torch.nn.RNNCell, torch.rnn_tanh, torch.rnn_tanh_cell, torch.nn.utils.rnn,
# by whatever name.
def birnn(
    x: Float[Array, "N T D"],
    lengths: Int[Array, " N"],
    weight_ih: Float[Array, "H D"],
    weight_hh: Float[Array, "H H"],
    bias_ih: Float[Array, " H"],
    bias_hh: Float[Array, " H"],
    weight_ih_reverse: Float[Array, "H D"],
    weight_hh_reverse: Float[Array, "H H"],
    bias_ih_reverse: Float[Array, " H"],
    bias_hh_reverse: Float[Array, " H"],
) -> Float[Array, "N T 2H"]:
    """Read padded sequences in both directions.

    Parameters
    ----------
    x : N sequences of D features at each step, padded at the end to T steps.
    lengths : how many steps of each sequence are real, from 1 to T.
    weight_ih : weights from the input to the units of the forward layer.
    weight_hh : weights from the units of the forward layer, one step earlier, to themselves.
    bias_ih : one number for each unit of the forward layer, added to the input's part.
    bias_hh : one number for each unit of the forward layer, added to the state's part.
    weight_ih_reverse : like `weight_ih`, for the layer that reads backwards.
    weight_hh_reverse : like `weight_hh`, for the layer that reads backwards.
    bias_ih_reverse : like `bias_ih`, for the layer that reads backwards.
    bias_hh_reverse : like `bias_hh`, for the layer that reads backwards.

    Returns
    -------
    The forward and the backward state of each step, joined along the last axis, 0 where a step is padding; in the dtype of `x`.

    Raises
    ------
    ValueError
        If a length is below 1 or above T. The message names the argument: lengths.

    Examples
    --------
    >>> x, lengths = np.array([[[1.0], [-2.0], [0.5]], [[2.0], [-1.0], [9.0]]]), np.array([3, 2])
    >>> forward = np.array([[0.5]]), np.array([[-0.8]]), np.array([0.25]), np.array([0.0])
    >>> reverse = np.array([[1.0]]), np.array([[0.5]]), np.array([0.0]), np.array([-0.1])
    >>> h = birnn(x, lengths, *forward, *reverse)
    >>> h[0]
    array([[ 0.63514895,  0.39815651],
           [-0.85054475, -0.95708756],
           [ 0.82758898,  0.37994896]])
    >>> h[1]
    array([[ 0.84828364,  0.90510316],
           [-0.72995308, -0.80049902],
           [ 0.        ,  0.        ]])
    """
    raise NotImplementedError("write birnn here")
